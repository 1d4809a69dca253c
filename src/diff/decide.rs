//! From what is the case to what is done: steps in the order in which they are safe, or conflicts.

use serde::Serialize;

use super::compare::{Change, Changeset, Found, State};
use super::lock::{LOCK_NAME, Lock, digest};
use super::merge::{Merged, has_markers, merge};
use super::pack::{PACK_NAME, Pack};
use crate::tree::{RelPath, Tree};

/// What to do with a hand edit that is in the way of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnEdit {
    /// Stop before anything is written.
    Fail,
    /// Merge it with the rendering.
    Merge,
    /// Leave it as it is.
    Keep,
    /// Replace it by the rendering.
    Overwrite,
}

/// What the user wants.
pub struct Wishes<'a> {
    /// What to do with each hand edit that is in the way.
    pub on_edit: &'a mut dyn FnMut(&Change<'_>) -> OnEdit,
    /// Whether files that were deleted by hand come back.
    pub restore: bool,
}

/// What the records in the output folder hold now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before<'a> {
    /// The text of the lock.
    pub lock: Option<&'a str>,
    /// The text of the pack.
    pub pack: Option<&'a str>,
}

/// What is done with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Nothing.
    Nothing,
    /// It is written for the first time.
    Create,
    /// It is replaced by the new rendering.
    Write,
    /// It is deleted.
    Delete,
    /// The lock no longer names it.
    Forget,
    /// The hand edit stays.
    Keep,
    /// The hand edit and the new rendering are merged.
    Merge,
    /// They are merged, with conflict markers.
    MergeWithConflict,
    /// It comes back.
    Restore,
    /// It stays deleted.
    StayDeleted,
    /// It stops everything.
    Conflict,
}

/// What is done with one file, and why where that needs saying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What is done.
    pub action: Action,
    /// Why it is a conflict and what to do about it; empty otherwise.
    pub why: String,
    /// What the file holds afterwards, where that is neither what is on disk nor the rendering.
    pub merged: Option<String>,
}

/// One change on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Writes a file.
    Write {
        /// Where.
        path: RelPath,
        /// What.
        text: String,
        /// Whether it may be run.
        executable: bool,
    },
    /// Deletes a file, and the folders that are empty then.
    Delete(RelPath),
    /// Writes one of our own records; the lock is the last step of all.
    Record {
        /// The file's name in the output folder.
        name: &'static str,
        /// What.
        text: String,
    },
}

/// What is done, all together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// One outcome for each change, in the same order.
    pub outcomes: Vec<Outcome>,
    /// The steps; none where there is a conflict.
    pub steps: Vec<Step>,
}

impl Decision {
    /// Whether something stands in the way of the whole rendering.
    pub fn is_blocked(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.action == Action::Conflict)
    }

    /// Whether hand edits and rendering are left to be brought together by a person.
    pub fn has_conflict(&self) -> bool {
        self.is_blocked() || self.outcomes.iter().any(|outcome| outcome.action == Action::MergeWithConflict)
    }
}

/// Decides about every change. The lock and the pack say afterwards what is rendered now, whatever became of edits.
pub fn decide(
    changes: &Changeset<'_>,
    tree: &Tree,
    mut lock: Lock,
    before: Before<'_>,
    wishes: &mut Wishes<'_>,
) -> Decision {
    let mut decision = Decision::default();
    let (mut writes, mut deletes) = (Vec::new(), Vec::new());
    for change in &changes.0 {
        let outcome = outcome(change, before.pack, wishes);
        match (outcome.action, change.rendered) {
            (Action::Create | Action::Write | Action::Restore, Some(rendered)) => {
                let (text, executable) = (rendered.text.clone(), rendered.executable);
                writes.push(Step::Write { path: change.path.clone(), text, executable });
            }
            (Action::Merge | Action::MergeWithConflict, Some(rendered)) => {
                let on_disk = if let Found::File(file) = change.found { file.text() } else { None };
                if let Some(text) = outcome.merged.clone().filter(|text| Some(text.as_str()) != on_disk) {
                    writes.push(Step::Write { path: change.path.clone(), text, executable: rendered.executable });
                }
                if let Some(file) = lock.files.get_mut(change.path) {
                    file.unresolved = outcome.action == Action::MergeWithConflict;
                }
            }
            (Action::Delete, _) => deletes.push(Step::Delete(change.path.clone())),
            _ => {}
        }
        decision.outcomes.push(outcome);
    }
    if !decision.is_blocked() {
        decision.steps = writes;
        decision.steps.append(&mut deletes);
        for (name, text, now) in
            [(PACK_NAME, Pack::text_of(tree, &lock), before.pack), (LOCK_NAME, lock.to_text(), before.lock)]
        {
            if now != Some(text.as_str()) {
                decision.steps.push(Step::Record { name, text });
            }
        }
    }
    decision
}

fn outcome(change: &Change<'_>, pack: Option<&str>, wishes: &mut Wishes<'_>) -> Outcome {
    let plain = |action| Outcome { action, why: String::new(), merged: None };
    let conflict = |why: &str| Outcome { action: Action::Conflict, why: why.into(), merged: None };
    match change.state {
        State::Unchanged => plain(Action::Nothing),
        State::New => plain(Action::Create),
        State::Changed => plain(Action::Write),
        State::Gone => plain(Action::Delete),
        State::Forgotten => plain(Action::Forget),
        State::HandEdit => plain(Action::Keep),
        State::Deleted if wishes.restore => plain(Action::Restore),
        State::Deleted => plain(Action::StayDeleted),
        State::EditedAndChanged => match (wishes.on_edit)(change) {
            OnEdit::Fail => {
                conflict("edited by hand, and the rendering changed: choose with --on-edit merge, keep or overwrite")
            }
            OnEdit::Keep => plain(Action::Keep),
            OnEdit::Overwrite => plain(Action::Write),
            OnEdit::Merge => merged(change, pack).unwrap_or_else(|why| conflict(&why)),
        },
        State::EditedAndGone => match (wishes.on_edit)(change) {
            OnEdit::Keep => plain(Action::Keep),
            _ => conflict("edited by hand, and no longer rendered: delete it, or let it be yours with --on-edit keep"),
        },
        State::Unresolved => match (wishes.on_edit)(change) {
            OnEdit::Overwrite => plain(Action::Write),
            _ => conflict(
                "the last merge left conflict markers: edit the file until none is left, or take --on-edit overwrite",
            ),
        },
        State::InTheWay => match (change.found, (wishes.on_edit)(change)) {
            (_, OnEdit::Keep) => plain(Action::Keep),
            (Found::Other(what), _) => {
                conflict(&format!("{what} stands where this file is rendered: move it away, or take --on-edit keep"))
            }
            _ => conflict("not written by aks-harden: move it away, or let it be yours with --on-edit keep"),
        },
    }
}

/// A merge, or the reason why there can be none.
fn merged(change: &Change<'_>, pack: Option<&str>) -> Result<Outcome, String> {
    let pack = pack.map(Pack::parse).unwrap_or_default();
    let (Found::File(file), Some(locked), Some(rendered)) = (change.found, change.locked, change.rendered) else {
        return Err("it cannot be merged: choose --on-edit keep or overwrite".into());
    };
    let text =
        file.text().ok_or("edited by hand into something that is not text: choose --on-edit keep or overwrite")?;
    let outcome = |action, text: String| Ok(Outcome { action, why: String::new(), merged: Some(text) });
    // A run that was killed had merged this file already: it writes the pack after all files and before the lock.
    let done = pack.get(change.path, &digest(rendered.text.as_bytes())).is_some();
    if has_markers(text) {
        return outcome(Action::MergeWithConflict, text.into());
    }
    let Some(base) = pack.get(change.path, &locked.sha256) else {
        return if done {
            outcome(Action::Merge, text.into())
        } else {
            Err(format!(
                "it cannot be merged, because {PACK_NAME} does not hold its last rendering: choose --on-edit keep or overwrite"
            ))
        };
    };
    match merge(change.path, base, text, &rendered.text) {
        Merged::Clean(text) => outcome(Action::Merge, text),
        Merged::Marked(text) => outcome(Action::MergeWithConflict, text),
        Merged::Broken(why) => {
            Err(format!("merged line by line it is broken ({why}): choose --on-edit keep or overwrite"))
        }
    }
}
