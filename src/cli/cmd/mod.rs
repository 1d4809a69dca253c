//! One file per command.

pub(super) mod check;
pub(super) mod completions;
pub(super) mod diff;
pub(super) mod man;
pub(super) mod render;
