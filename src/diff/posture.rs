//! The direction of a change: which control it weakens or strengthens.

use serde::Serialize;

/// Which way a control moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Less is enforced than before; dropping a control counts.
    Weaker,
    /// It cannot be said, so somebody has to look.
    Unclassified,
    /// More is enforced than before.
    Stronger,
}

/// What a change does to one control.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Posture {
    /// Which way it moves.
    pub direction: Direction,
    /// The control.
    pub control: String,
    /// What changed, in one sentence.
    pub what: String,
    /// Whether that is on purpose: a live exception says so.
    pub excepted: bool,
}
