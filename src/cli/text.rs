//! Columns and paragraphs.

use std::io::IsTerminal as _;

/// How wide a paragraph gets.
const WIDTH: usize = 100;

/// How wide lines may get, where a person reads them; a program gets every row on one line.
pub(super) fn width() -> usize {
    if std::io::stdout().is_terminal() { WIDTH } else { usize::MAX }
}

/// Rows in columns as wide as their widest cell. The last column is wrapped below itself.
pub(super) fn columns(rows: &[Vec<String>], width: usize) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count.saturating_sub(1))
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0))
        .collect();
    let indent = widths.iter().sum::<usize>() + 2 * widths.len();
    let last = width.saturating_sub(indent).max(40);
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(&format!("{cell:<width$}  "));
        }
        let text = row.get(widths.len()).map_or("", String::as_str);
        line.push_str(&wrap(text, last).join(&format!("\n{}", " ".repeat(indent))));
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A paragraph, indented.
pub(super) fn paragraph(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    text.trim()
        .split("\n\n")
        .map(|part| wrap(part, WIDTH - indent).iter().map(|line| format!("{pad}{line}\n")).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { continue };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_string());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_the_last_one_wraps() {
        let rows = [vec!["a".to_string(), "one two".into()], vec!["long".into(), "x ".repeat(30)]];
        let text = columns(&rows, 0);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "a     one two");
        assert!(lines[1].starts_with("long  x x"));
        assert!(lines[2].starts_with("      x"));
        assert!(lines.iter().all(|line| line.len() <= 46 && !line.ends_with(' ')));
    }
}
