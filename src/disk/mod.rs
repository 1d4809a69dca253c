//! The disk: reads what the user wrote, reads an output folder, and changes it one whole file at a time.
//!
//! Everything else in the crate is pure; the lints in `clippy.toml` see to it.
#![allow(clippy::disallowed_methods, reason = "this module is the one that may")]

mod apply;
mod input;
mod output;

pub use apply::apply;
pub use input::{read_optional_text, write_new};
pub use output::{OnDisk, OutputFolder};
