//! The Common Expression Language of admission policies: a value as a complete literal, in which nothing ends it.

use std::fmt::Write as _;

/// A text as a literal.
pub(super) fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('\'');
    for c in value.chars() {
        match c {
            '\'' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_ascii() && !c.is_ascii_control() => out.push(c),
            c => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
        }
    }
    out.push('\'');
    out
}

/// A list of texts, one a line, at that depth.
pub(super) fn list<'a>(values: impl IntoIterator<Item = &'a str>, depth: usize) -> String {
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    let items: String = values.into_iter().map(|value| format!("{inner}{},\n", text(value))).collect();
    if items.is_empty() { "[]".into() } else { format!("[\n{items}{outer}]") }
}

/// A map from texts to lists of texts.
pub(super) fn map_of_lists<'a, I>(entries: impl IntoIterator<Item = (&'a str, I)>) -> String
where
    I: IntoIterator<Item = &'a str>,
{
    let items: String =
        entries.into_iter().map(|(key, values)| format!("  {}: {},\n", text(key), list(values, 1))).collect();
    if items.is_empty() { "{}".into() } else { format!("{{\n{items}}}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_inside_its_literal() {
        assert_eq!(text("a'b\\c"), r"'a\'b\\c'");
        assert_eq!(text("' || true || '"), r"'\' || true || \''");
        assert_eq!(text("a\nb\u{202e}"), r"'a\U0000000ab\U0000202e'");
    }

    #[test]
    fn lists_and_maps_stand_line_by_line() {
        assert_eq!(list(["a", "b"], 0), "[\n  'a',\n  'b',\n]");
        assert_eq!(list([], 0), "[]");
        assert_eq!(map_of_lists([("n", ["a"])]), "{\n  'n': [\n    'a',\n  ],\n}");
    }
}
