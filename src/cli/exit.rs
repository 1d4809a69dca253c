//! Exit codes: one meaning each, in every command.

use std::process::ExitCode;

use crate::error::Problems;

/// How a command ended. The order is that of badness: where several hold, the worst wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Done.
    Done,
    /// There are differences.
    Differences,
    /// Hand edits are in the way, a conflict is unresolved, or a lock was tampered with.
    HandEdits,
    /// A control is weakened without a live exception.
    Weakened,
    /// It could not be done.
    Failed,
}

impl Exit {
    /// The code of what went wrong.
    pub(super) fn of(problems: &Problems) -> Exit {
        if problems.0.iter().all(|problem| problem.tampered) { Exit::HandEdits } else { Exit::Failed }
    }

    /// The number that the process ends with.
    pub(super) fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Differences => 1,
            Exit::Failed => 2,
            Exit::HandEdits => 3,
            Exit::Weakened => 4,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}
