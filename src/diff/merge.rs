//! A three-way merge of a hand edit with a new rendering; the last rendering is the base.

use similar::{ConflictStyle, TextMerge};

use crate::tree::RelPath;

/// What a merge gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Both changes, side by side.
    Clean(String),
    /// Both changed the same lines: the text holds all three versions between conflict markers.
    Marked(String),
    /// The lines went together but the result is no longer a proper file, and why.
    Broken(String),
}

/// Merges the text on disk with the new rendering.
pub fn merge(path: &RelPath, base: &str, on_disk: &str, rendered: &str) -> Merged {
    let mut merge = TextMerge::from_lines(base, on_disk, rendered);
    merge.conflict_style(ConflictStyle::Diff3).labels("last rendered", "on disk", "rendered");
    let text = merge.to_string();
    if merge.is_conflicted() {
        return Merged::Marked(text);
    }
    match broken(path, &text) {
        Some(why) => Merged::Broken(why),
        None => Merged::Clean(text),
    }
}

/// Lines that merge cleanly can still give a document with a key twice, which is silently read as one of the two.
fn broken(path: &RelPath, text: &str) -> Option<String> {
    let name = path.as_str();
    if name.ends_with(".yaml") || name.ends_with(".yml") {
        use serde::Deserialize as _;
        return serde_yaml::Deserializer::from_str(text)
            .find_map(|document| serde_yaml::Value::deserialize(document).err())
            .map(|e| e.to_string());
    }
    if name.ends_with(".json") {
        return serde_json::from_str::<serde_json::Value>(text).err().map(|e| e.to_string());
    }
    None
}

/// Whether a text still holds the markers of a conflict.
pub fn has_markers(text: &str) -> bool {
    ["<<<<<<< ", ">>>>>>> "].iter().all(|marker| text.lines().any(|line| line.starts_with(marker)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> RelPath {
        RelPath::new(text).expect("a sound path")
    }

    #[test]
    fn changes_apart_from_each_other_are_both_kept() {
        let merged = merge(&path("a.sh"), "1\n2\n3\n4\n5\n", "one\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n");
        assert_eq!(merged, Merged::Clean("one\n2\n3\n4\nfive\n".into()));
    }

    #[test]
    fn a_conflict_loses_nothing() {
        let Merged::Marked(text) = merge(&path("a.sh"), "1\n2\n", "mine\n2\n", "theirs\n2\n") else {
            panic!("no conflict")
        };
        assert!(
            has_markers(&text) && text.contains("mine\n") && text.contains("theirs\n") && text.contains("1\n"),
            "{text}"
        );
    }

    #[test]
    fn a_key_that_comes_twice_is_no_clean_merge() {
        let base = "a: 1\nb: 2\nc: 3\n";
        let merged = merge(&path("a.yaml"), base, "z: 9\na: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 3\nz: 8\n");
        assert!(matches!(merged, Merged::Broken(_)), "{merged:?}");
    }
}
