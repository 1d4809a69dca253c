//! The tests of the whole, in one binary: a module per concern.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test may stop, and may look at the disk"
)]

mod access;
mod bad_objects;
mod broken;
mod catalog;
mod choices;
mod cli;
mod environments;
mod escaping;
mod evidence;
mod examples;
mod exceptions;
mod exclusive;
mod existing;
mod explain;
mod flip;
mod flows;
mod golden;
mod house;
mod images;
mod left_over;
mod messages;
mod mounts;
mod mutate;
mod neighbours;
mod network;
mod parity;
mod places;
mod plan;
mod program;
mod reachability;
mod readers;
mod refusals;
mod regenerate;
mod schema;
mod together;
mod values;
mod versions;
mod ways_out;
