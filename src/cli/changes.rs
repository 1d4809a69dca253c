//! A changeset in words and colours: a summary, the files, and the lines as a unified diff that `git apply` takes.

use std::fmt::Write as _;

use super::report::{BAD, GOOD, PLACE, STRONG, WARN, styled};
use crate::diff::{Action, Direction, FileView, Hunk, State, Tag, View};

/// One line: how many files of each kind, `done` or still to be done.
pub(super) fn summary(view: &View, folder: &str, done: bool) -> String {
    let counts = &view.counts;
    let files = |n: usize, what: &str| (n > 0).then(|| format!("{n} {what}"));
    let parts: Vec<String> = [
        files(counts.written, if done { "written" } else { "to write" }),
        files(counts.deleted, if done { "deleted" } else { "to delete" }),
        files(counts.kept, "kept as edited by hand"),
        files(counts.missing, "deleted by hand"),
        files(counts.conflicts, "in conflict"),
        files(counts.unchanged, "unchanged"),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("{}: {}\n", styled(STRONG, folder), parts.join(", "))
}

/// The controls that a change weakens or strengthens, and one line for each file.
pub(super) fn stat(view: &View) -> String {
    let mut text = String::new();
    for posture in view.posture.iter().flatten() {
        let (style, word) = match posture.direction {
            Direction::Weaker => (BAD.bold(), "weaker"),
            Direction::Unclassified => (WARN, "unclear"),
            Direction::Stronger => (GOOD, "stronger"),
        };
        let _ = writeln!(text, "  {:<9} {}: {}", styled(style, word), posture.control, posture.what);
    }
    let width = view.files.iter().map(|file| file.path.len()).max().unwrap_or(0);
    for file in &view.files {
        let (style, word) = action(file.action);
        let path = &file.path;
        let _ = write!(text, "  {style}{word:<8}{style:#} {path:<width$}");
        let controls = controls(file);
        if file.binary {
            text.push_str("  not text");
        } else if file.added + file.removed > 0 {
            let (added, removed) = (format!("+{}", file.added), format!("-{}", file.removed));
            let _ = write!(text, "  {} {}", styled(GOOD, &format!("{added:>4}")), styled(BAD, &removed));
            if !controls.is_empty() {
                let _ = write!(text, "{:1$}", "", 4_usize.saturating_sub(removed.len()));
            }
        } else if mode_changed(file) {
            text.push_str("  run bit");
        }
        if !controls.is_empty() {
            let _ = write!(text, "  {controls}");
        }
        let trimmed = text.trim_end().len();
        text.truncate(trimmed);
        text.push('\n');
        if !file.why.is_empty() {
            let _ = writeln!(text, "           {}", file.why);
        }
    }
    text
}

/// The lines of all files, or of the hand edits.
pub(super) fn lines(view: &View, hand_edits: bool) -> String {
    let shown = view.files.iter().filter(|file| (file.action == Action::Keep) == hand_edits);
    shown.filter(|file| file.action != Action::StayDeleted && file.action != Action::Forget).map(file_lines).collect()
}

/// The lines of one file.
pub(super) fn file_lines(file: &FileView) -> String {
    let path = &file.path;
    let mut head = format!("diff --git a/{path} b/{path}\n");
    let mode = |executable: bool| if executable { "100755" } else { "100644" };
    match file.executable {
        [None, Some(new)] => head += &format!("new file mode {}\n", mode(new)),
        [Some(old), None] => head += &format!("deleted file mode {}\n", mode(old)),
        [Some(old), Some(new)] if old != new => head += &format!("old mode {}\nnew mode {}\n", mode(old), mode(new)),
        _ => {}
    }
    if file.binary {
        return styled(STRONG, head.trim_end()) + "\nthe file on disk is not text\n";
    }
    if !file.hunks.is_empty() {
        let side = |letter: &str, there: Option<bool>| match there {
            Some(_) => format!("{letter}/{path}"),
            None => "/dev/null".into(),
        };
        head += &format!("--- {}\n+++ {}\n", side("a", file.executable[0]), side("b", file.executable[1]));
    }
    let mut text: String = head.lines().map(|line| styled(STRONG, line) + "\n").collect();
    file.hunks.iter().for_each(|hunk| hunk_lines(hunk, &mut text));
    text
}

fn hunk_lines(hunk: &Hunk, text: &mut String) {
    let _ = writeln!(text, "{}", styled(PLACE, &hunk.header));
    for line in &hunk.lines {
        let content = &line.text;
        let _ = match line.tag {
            Tag::Same => writeln!(text, " {content}"),
            Tag::Removed => writeln!(text, "{BAD}-{content}{BAD:#}"),
            Tag::Added => writeln!(text, "{GOOD}+{content}{GOOD:#}"),
        };
        if line.unterminated {
            text.push_str("\\ No newline at end of file\n");
        }
    }
}

fn action(action: Action) -> (anstyle::Style, &'static str) {
    match action {
        Action::Nothing => (anstyle::Style::new(), "same"),
        Action::Create => (GOOD, "create"),
        Action::Write => (PLACE, "write"),
        Action::Delete => (BAD, "delete"),
        Action::Forget => (anstyle::Style::new(), "forget"),
        Action::Keep => (WARN, "keep"),
        Action::Merge => (PLACE, "merge"),
        Action::Restore => (GOOD, "restore"),
        Action::StayDeleted => (WARN, "missing"),
        Action::MergeWithConflict | Action::Conflict => (BAD.bold(), "conflict"),
    }
}

fn mode_changed(file: &FileView) -> bool {
    matches!(file.executable, [Some(old), Some(new)] if old != new)
}

/// `+` for controls that only the new text names, `-` for those of the old one, the others plain. A file that comes or
/// goes as a whole names all of its controls, which says nothing.
fn controls(file: &FileView) -> String {
    if matches!(file.state, State::New | State::Gone | State::Deleted) {
        return String::new();
    }
    let found = &file.controls;
    let plain = found.touched.iter().filter(|id| !found.added.contains(*id) && !found.removed.contains(*id));
    let added = found.added.iter().map(|id| styled(GOOD, &format!("+{id}")));
    let removed = found.removed.iter().map(|id| styled(BAD, &format!("-{id}")));
    removed.chain(added).chain(plain.cloned()).collect::<Vec<_>>().join(" ")
}
