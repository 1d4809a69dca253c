//! One file per command.

pub(super) mod check;
pub(super) mod completions;
pub(super) mod diff;
pub(super) mod explain;
pub(super) mod init;
pub(super) mod list;
pub(super) mod man;
pub(super) mod plan;
pub(super) mod render;
pub(super) mod schema;
