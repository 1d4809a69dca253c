//! What is the case with every file: the disk against the lock, and the rendering against the lock.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::lock::{Lock, LockedFile, digest};
use super::merge::has_markers;
use crate::tree::{Artifact, RelPath, Tree};

/// What stands at a path on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Missing,
    /// A file.
    File(FoundFile),
    /// Something that is no file of ours, in words: `a folder`.
    Other(String),
}

/// A file on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// Its content, which a hand edit may have made any bytes.
    pub bytes: Vec<u8>,
    /// Whether its owner may run it.
    pub executable: bool,
}

impl FoundFile {
    /// The content as text, if it is text.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    fn is(&self, artifact: &Artifact) -> bool {
        self.executable == artifact.executable && self.bytes == artifact.text.as_bytes()
    }

    fn is_locked(&self, locked: &LockedFile) -> bool {
        self.executable == locked.executable && digest(&self.bytes) == locked.sha256
    }
}

/// The disk as found, for every path that the lock or the rendering names.
pub type Snapshot = BTreeMap<RelPath, Found>;

/// What is the case with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The disk holds what is rendered.
    Unchanged,
    /// Not on disk, not in the lock, rendered.
    New,
    /// On disk as last rendered; rendered otherwise now.
    Changed,
    /// On disk as last rendered; rendered no longer.
    Gone,
    /// Neither on disk nor rendered: only the lock still knows it.
    Forgotten,
    /// Edited by hand; the rendering is the last one.
    HandEdit,
    /// Edited by hand, and rendered otherwise now.
    EditedAndChanged,
    /// Edited by hand, and rendered no longer.
    EditedAndGone,
    /// A merge left conflict markers that are still there.
    Unresolved,
    /// Deleted by hand.
    Deleted,
    /// Rendered for the first time where something that we do not know stands.
    InTheWay,
}

/// One file: the three versions of it, and what follows from them.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// Its path.
    pub path: &'a RelPath,
    /// What is the case with it.
    pub state: State,
    /// What is on disk.
    pub found: &'a Found,
    /// What was last rendered.
    pub locked: Option<&'a LockedFile>,
    /// What is rendered now.
    pub rendered: Option<&'a Artifact>,
}

/// Every file that is rendered or was.
#[derive(Debug, Clone)]
pub struct Changeset<'a>(pub Vec<Change<'a>>);

static MISSING: Found = Found::Missing;

/// Compares the disk, the lock and the rendering.
pub fn compare<'a>(snapshot: &'a Snapshot, lock: &'a Lock, tree: &'a Tree) -> Changeset<'a> {
    let paths: BTreeSet<&RelPath> = tree.0.keys().chain(lock.files.keys()).collect();
    let changes = paths.into_iter().map(|path| {
        let found = snapshot.get(path).unwrap_or(&MISSING);
        let (locked, rendered) = (lock.files.get(path), tree.0.get(path));
        Change { path, state: state(found, locked, rendered), found, locked, rendered }
    });
    Changeset(changes.collect())
}

fn state(found: &Found, locked: Option<&LockedFile>, rendered: Option<&Artifact>) -> State {
    let rendered_as_last = |locked: &LockedFile, rendered: &Artifact| {
        locked.executable == rendered.executable && locked.sha256 == digest(rendered.text.as_bytes())
    };
    match (found, locked, rendered) {
        (Found::Missing, None, _) => State::New,
        (Found::Missing, Some(_), Some(_)) => State::Deleted,
        (Found::Missing | Found::Other(_), _, None) => State::Forgotten,
        (Found::Other(_), Some(locked), Some(rendered)) if rendered_as_last(locked, rendered) => State::HandEdit,
        (Found::Other(_), _, Some(_)) => State::InTheWay,
        (Found::File(file), _, Some(rendered)) if file.is(rendered) => State::Unchanged,
        (Found::File(_), None, _) => State::InTheWay,
        (Found::File(file), Some(locked), Some(_)) if locked.unresolved && file.text().is_some_and(has_markers) => {
            State::Unresolved
        }
        (Found::File(file), Some(locked), None) if file.is_locked(locked) => State::Gone,
        (Found::File(_), Some(_), None) => State::EditedAndGone,
        (Found::File(file), Some(locked), Some(_)) if file.is_locked(locked) => State::Changed,
        (Found::File(_), Some(locked), Some(rendered)) if rendered_as_last(locked, rendered) => State::HandEdit,
        (Found::File(_), Some(_), Some(_)) => State::EditedAndChanged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every row of the table, in words: disk, lock, rendering (`-` for absent) and what follows.
    #[test]
    fn every_row_of_the_table() {
        for (disk, lock, rendering, expected) in [
            ("1", "1", "1", State::Unchanged),
            ("2", "1", "2", State::Unchanged),
            ("1", "-", "1", State::Unchanged),
            ("-", "-", "1", State::New),
            ("1", "1", "2", State::Changed),
            ("1", "1", "-", State::Gone),
            ("-", "1", "-", State::Forgotten),
            ("folder", "1", "-", State::Forgotten),
            ("3", "1", "1", State::HandEdit),
            ("1x", "1", "1", State::HandEdit),
            ("folder", "1", "1", State::HandEdit),
            ("3", "1", "2", State::EditedAndChanged),
            ("3", "1", "-", State::EditedAndGone),
            ("-", "1", "1", State::Deleted),
            ("-", "1", "2", State::Deleted),
            ("3", "-", "1", State::InTheWay),
            ("folder", "-", "1", State::InTheWay),
            ("folder", "1", "2", State::InTheWay),
        ] {
            let found = match disk {
                "-" => Found::Missing,
                "folder" => Found::Other("a folder".into()),
                text => Found::File(FoundFile { bytes: text[..1].into(), executable: text.ends_with('x') }),
            };
            let locked = LockedFile {
                executable: false,
                sha256: digest(lock.as_bytes()),
                controls: BTreeSet::new(),
                unresolved: false,
            };
            let artifact = Artifact { text: rendering.into(), executable: false };
            let state = state(&found, (lock != "-").then_some(&locked), (rendering != "-").then_some(&artifact));
            assert_eq!(state, expected, "disk {disk}, lock {lock}, rendering {rendering}");
        }
    }
}
