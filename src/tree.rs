//! The rendered files in memory.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

/// A path inside an output folder: relative, `/` between its parts, never climbing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// Takes a path if it is relative, not empty, and has no empty, `.` or `..` part, no backslash, no control character.
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        let sound = !path.is_empty()
            && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
            && !path.chars().any(|c| c == '\\' || c == ':' || c.is_control());
        sound.then_some(RelPath(path))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Lets a map of paths be asked with plain text: both are ordered alike.
impl Borrow<str> for RelPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One file: its text and whether it may be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The content, ending in exactly one line break.
    pub text: String,
    /// Whether the file has its run bit.
    pub executable: bool,
}

/// All files of one output folder, by path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree(pub BTreeMap<RelPath, Artifact>);

impl Tree {
    /// The file at a path, if it is there.
    pub fn get(&self, path: &str) -> Option<&Artifact> {
        self.0.get(path)
    }

    /// Whether some file has this text.
    pub fn names(&self, text: &str) -> bool {
        self.0.values().any(|artifact| artifact.text.contains(text))
    }
}
