//! Languages inside the languages that templates write: a query or an expression is put together here, and is then one text
//! that the formatter makes a literal of the outer language.

use serde_json::Value as Json;

use super::language::json;

/// `text` with a literal in place of each `{}`. The text is the template's own; values come in as literals alone.
pub(super) fn fill(
    text: &str,
    values: &[Json],
    literal: fn(&Json) -> Result<String, String>,
) -> Result<String, String> {
    let parts: Vec<&str> = text.split("{}").collect();
    if parts.len() != values.len() + 1 {
        return Err(format!("{} values for {} places in: {text}", values.len(), parts.len() - 1));
    }
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        out.push_str(part);
        if let Some(value) = values.get(index) {
            // Two literals of a text that touch each other are one, and a letter before the quote changes its rules.
            if out.ends_with(|c: char| c.is_alphanumeric() || "\"'@_`".contains(c)) {
                return Err(format!("the place after `{part}` touches what is before it"));
            }
            out.push_str(&literal(value)?);
        }
    }
    Ok(out)
}

/// A literal of the Kusto query language; a list is a `dynamic`, which `in` and `has_any` take.
pub(super) fn kql(value: &Json) -> Result<String, String> {
    match value {
        Json::String(text) => kql_text(text),
        Json::Bool(_) => Ok(value.to_string()),
        Json::Number(number) if number.is_f64() => Ok(format!("real({number})")),
        Json::Number(number) => Ok(format!("long({number})")),
        Json::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object() && !item.is_null()) => {
            Ok(format!("dynamic({})", json(value)))
        }
        _ => Err("the query language has a literal for texts, numbers, truth values and lists of them only".into()),
    }
}

/// Only what the language documents is escaped; what it has no escape for is refused.
fn kql_text(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || crate::plan::kind::invisible(c) => {
                return Err(format!("U+{:04X} has no place in a query", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Reads a query as the language's rules say: its literals, and what is left when each is taken out.
    fn read(query: &str) -> (Vec<String>, String) {
        let (mut texts, mut rest) = (Vec::new(), String::new());
        let mut chars = query.chars();
        while let Some(c) = chars.next() {
            if c != '"' {
                assert!(c != '\'', "no literal of ours is in single quotes: {query}");
                rest.push(c);
                continue;
            }
            let mut text = String::new();
            loop {
                match chars.next().unwrap_or_else(|| panic!("a literal does not end: {query}")) {
                    '"' => break,
                    '\n' | '\r' => panic!("a literal goes over two lines: {query}"),
                    '\\' => text.push(match chars.next() {
                        Some('n') => '\n',
                        Some('r') => '\r',
                        Some('t') => '\t',
                        Some(c @ ('"' | '\\' | '\'')) => c,
                        other => panic!("no escape that is documented: {other:?}"),
                    }),
                    c => text.push(c),
                }
            }
            texts.push(text);
            rest.push('\u{1}');
        }
        (texts, rest)
    }

    const HOSTILE: [&str; 16] = [
        "",
        "it's",
        "a\"b",
        "\" | project Secret //",
        "' or 1 == 1 //",
        "\\",
        "a\\",
        "\\\"",
        "a\nb",
        "a\r\nb",
        "\t",
        "```",
        "@\"x\"",
        "// x",
        "h\"x\"",
        "$left.a",
    ];

    #[test]
    fn a_text_stays_inside_its_literal() {
        let query = "AKSAudit | where User == {} and Verb in ({})";
        let plain = read(&fill(query, &[json!("a"), json!(1)], kql).unwrap()).1;
        for text in HOSTILE {
            let filled = fill(query, &[json!(text), json!(1)], kql).unwrap();
            let (texts, rest) = read(&filled);
            assert_eq!((texts, rest), (vec![text.to_string()], plain.clone()), "{filled}");
        }
        for text in ["a\0b", "\u{202e}", "\u{1b}", "\u{85}", "\u{2028}"] {
            assert!(kql(&json!(text)).is_err(), "{text:?}");
        }
    }

    #[test]
    fn lists_are_dynamic_and_hold_json() {
        let list = json!(["shop", "it's \"x\"", "\\"]);
        let filled = kql(&list).unwrap();
        let inside = filled.strip_prefix("dynamic(").and_then(|rest| rest.strip_suffix(')')).unwrap();
        assert_eq!(serde_json::from_str::<Json>(inside).unwrap(), list);
        assert_eq!(kql(&json!([])).unwrap(), "dynamic([])");
        assert_eq!((kql(&json!(5)).unwrap(), kql(&json!(true)).unwrap()), ("long(5)".into(), "true".into()));
        assert!(kql(&json!({})).is_err() && kql(&json!([{}])).is_err() && kql(&Json::Null).is_err());
    }

    #[test]
    fn every_place_has_its_value_and_touches_nothing() {
        assert!(fill("a == {}", &[], kql).is_err() && fill("a", &[json!(1)], kql).is_err());
        for touching in ["h{}", "@{}", "\"a\"{}", "x == '{}'", "{}{}"] {
            let values = vec![json!("a"); touching.matches("{}").count()];
            assert!(fill(touching, &values, kql).is_err(), "{touching}");
        }
    }
}
