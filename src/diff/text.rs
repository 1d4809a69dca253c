//! The lines that differ between two texts.

use std::collections::BTreeSet;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::signpost::signposts;

/// How many unchanged lines are shown round a change.
const CONTEXT: usize = 3;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tag {
    /// It stayed.
    Same,
    /// It went.
    Removed,
    /// It came.
    Added,
}

/// One line of a hunk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What became of it.
    pub tag: Tag,
    /// The line without its line break.
    pub text: String,
    /// Whether it is a last line without a line break.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unterminated: bool,
}

/// Changed lines and what stands round them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hunk {
    /// `@@ -1,3 +1,4 @@`.
    pub header: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// The controls that comments in these lines name.
    pub controls: BTreeSet<String>,
}

/// The difference of two texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextChange {
    /// The changed places.
    pub hunks: Vec<Hunk>,
    /// How many lines came.
    pub added: usize,
    /// How many lines went.
    pub removed: usize,
}

/// Compares two texts line by line.
pub fn text_change(old: &str, new: &str) -> TextChange {
    let diff = TextDiff::from_lines(old, new);
    let mut change = TextChange::default();
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        let (mut lines, mut whole) = (Vec::new(), String::new());
        for line in hunk.iter_changes() {
            let tag = match line.tag() {
                ChangeTag::Equal => Tag::Same,
                ChangeTag::Delete => Tag::Removed,
                ChangeTag::Insert => Tag::Added,
            };
            change.added += usize::from(tag == Tag::Added);
            change.removed += usize::from(tag == Tag::Removed);
            let text = line.value();
            whole.push_str(text);
            lines.push(Line {
                tag,
                text: text.strip_suffix('\n').unwrap_or(text).to_string(),
                unterminated: !text.ends_with('\n'),
            });
        }
        change.hunks.push(Hunk { header: hunk.header().to_string(), lines, controls: signposts(&whole) });
    }
    change
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_name_the_controls_beside_a_change() {
        let old = "a\nb # control: no-ssh-key\nc\n".to_string() + &"x\n".repeat(20) + "# control: paid-tier\n";
        let change = text_change(&old, &old.replace("c\n", "d\n"));
        assert_eq!((change.added, change.removed, change.hunks.len()), (1, 1, 1));
        assert_eq!(change.hunks[0].controls.iter().collect::<Vec<_>>(), ["no-ssh-key"]);
        assert_eq!(change.hunks[0].header, "@@ -1,6 +1,6 @@");
    }
}
