//! A changeset and its decision as one value to show: what the terminal prints and what JSON holds.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use super::compare::{Change, Changeset, Found, State};
use super::decide::{Action, Decision, Outcome};
use super::posture::Posture;
use super::signpost::signposts;
use super::text::{Hunk, TextChange, text_change};

/// Controls that a change touches.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FoundControls {
    /// Named by comments in the changed places.
    pub touched: BTreeSet<String>,
    /// Named by the new text only.
    pub added: BTreeSet<String>,
    /// Named by the old text only.
    pub removed: BTreeSet<String>,
}

/// One file that is not simply unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// Its path in the output folder.
    pub path: String,
    /// What is the case with it.
    pub state: State,
    /// What is done with it.
    pub action: Action,
    /// Why it is a conflict.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What the two sides are called, where they are not simply before and after.
    pub sides: [&'static str; 2],
    /// Whether each side may be run; none where the side is not there.
    pub executable: [Option<bool>; 2],
    /// Whether a side is not text, so that there are no hunks.
    pub binary: bool,
    /// How many lines come.
    pub added: usize,
    /// How many lines go.
    pub removed: usize,
    /// The controls it touches.
    pub controls: FoundControls,
    /// The changed places.
    pub hunks: Vec<Hunk>,
}

/// How many files of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Files that are as rendered.
    pub unchanged: usize,
    /// Files that are created, written, merged or restored.
    pub written: usize,
    /// Files that are deleted.
    pub deleted: usize,
    /// Hand edits that stay.
    pub kept: usize,
    /// Files that stay deleted.
    pub missing: usize,
    /// Conflicts.
    pub conflicts: usize,
}

/// Everything there is to say about a changeset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct View {
    /// The format of this document.
    pub format_version: u32,
    /// Whether a rendering would change anything on disk, our own records included.
    pub differs: bool,
    /// How many files of each kind.
    pub counts: Counts,
    /// What becomes of the controls; none where it was not evaluated.
    pub posture: Option<Vec<Posture>>,
    /// Every file that is not simply unchanged.
    pub files: Vec<FileView>,
}

impl View {
    /// Shows a changeset and what was decided about it.
    pub fn new(changes: &Changeset<'_>, decision: &Decision, posture: Option<Vec<Posture>>) -> View {
        let mut counts = Counts::default();
        let mut shown = Vec::new();
        for (change, outcome) in changes.0.iter().zip(&decision.outcomes) {
            match outcome.action {
                Action::Nothing => counts.unchanged += 1,
                Action::Create | Action::Write | Action::Merge | Action::Restore => counts.written += 1,
                Action::Delete => counts.deleted += 1,
                Action::Keep => counts.kept += 1,
                Action::StayDeleted => counts.missing += 1,
                Action::Conflict | Action::MergeWithConflict => counts.conflicts += 1,
                Action::Forget => {}
            }
            if outcome.action != Action::Nothing {
                shown.push((change, outcome));
            }
        }
        let files = shown.into_par_iter().map(|(change, outcome)| file(change, outcome)).collect();
        let differs = decision.is_blocked() || !decision.steps.is_empty();
        View { format_version: 1, differs, counts, posture, files }
    }

    /// Whether any file was edited, deleted or put in the way by hand.
    pub fn has_hand_edits(&self) -> bool {
        self.counts.kept + self.counts.missing + self.counts.conflicts > 0
    }
}

/// One side of a comparison.
struct Side<'a> {
    name: &'static str,
    text: Option<&'a str>,
    executable: Option<bool>,
}

fn file(change: &Change<'_>, outcome: &Outcome) -> FileView {
    let on_disk = match change.found {
        Found::File(file) => Side { name: "on disk", text: file.text(), executable: Some(file.executable) },
        Found::Missing | Found::Other(_) => Side { name: "on disk", text: Some(""), executable: None },
    };
    let rendered = match change.rendered {
        Some(artifact) => Side { name: "rendered", text: Some(&artifact.text), executable: Some(artifact.executable) },
        None => Side { name: "rendered", text: Some(""), executable: None },
    };
    // A hand edit that stays is shown as what the hand did to the rendering; all else as what the rendering does.
    let (old, new) = match (&outcome.merged, outcome.action) {
        (Some(text), _) => {
            let merged = Side { name: "merged", text: Some(text), executable: rendered.executable };
            (on_disk, merged)
        }
        (None, Action::Keep) => (rendered, on_disk),
        (None, _) => (on_disk, rendered),
    };
    let text = old.text.zip(new.text);
    let TextChange { hunks, added, removed } = text.map(|(old, new)| text_change(old, new)).unwrap_or_default();
    let (before, after) = (signposts(old.text.unwrap_or("")), signposts(new.text.unwrap_or("")));
    FileView {
        path: change.path.to_string(),
        state: change.state,
        action: outcome.action,
        why: outcome.why.clone(),
        sides: [old.name, new.name],
        executable: [old.executable, new.executable],
        binary: text.is_none(),
        added,
        removed,
        controls: FoundControls {
            touched: hunks.iter().flat_map(|hunk| hunk.controls.clone()).collect(),
            added: after.difference(&before).cloned().collect(),
            removed: before.difference(&after).cloned().collect(),
        },
        hunks,
    }
}
