//! The languages that templates write, and a value as a complete literal of each.
//!
//! A value can never leave its literal: quotes belong to the literal and are written here, never in a template.

use std::fmt::Write as _;

use serde_json::Value as Json;

use crate::plan::kind::invisible;

/// The language of a template, by the name of its output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Bash.
    Sh,
    /// Bicep and its parameter files.
    Bicep,
    /// YAML.
    Yaml,
    /// JSON.
    Json,
    /// TOML.
    Toml,
    /// Markdown.
    Markdown,
    /// The recipe of an image, and what is kept out of its build.
    Docker,
    /// Attributes that git reads; nothing of a profile belongs there.
    GitAttributes,
}

impl Language {
    /// The language of an output path; `None` is an error when templates are loaded.
    pub fn of(path: &str) -> Option<Language> {
        let file = path.rsplit('/').next()?;
        Some(match file.rsplit_once('.').map_or(file, |(_, extension)| extension) {
            "sh" => Language::Sh,
            "bicep" | "bicepparam" => Language::Bicep,
            "yaml" | "yml" => Language::Yaml,
            "json" => Language::Json,
            "toml" => Language::Toml,
            "md" => Language::Markdown,
            "Dockerfile" | "dockerignore" => Language::Docker,
            "gitattributes" => Language::GitAttributes,
            _ => return None,
        })
    }

    /// What begins a comment; JSON has none.
    pub fn comment(self) -> Option<(&'static str, &'static str)> {
        match self {
            Language::Sh | Language::Yaml | Language::Toml | Language::Docker | Language::GitAttributes => {
                Some(("# ", ""))
            }
            Language::Bicep => Some(("// ", "")),
            Language::Markdown => Some(("<!-- ", " -->")),
            Language::Json => None,
        }
    }

    /// The value as a complete literal, or why it cannot be one.
    pub fn literal(self, value: &Json) -> Result<String, String> {
        match self {
            Language::Sh => sh(value),
            Language::Bicep => bicep(value, 0),
            Language::Yaml => yaml(value),
            Language::Json => Ok(json(value)),
            Language::Toml => toml(value),
            Language::Markdown => markdown(value),
            Language::Docker => docker(value),
            Language::GitAttributes => Err("git attributes hold no values".into()),
        }
    }
}

fn no_nul(text: &str) -> Result<(), String> {
    match text.chars().find(|&c| c.is_control() && c != '\n' && c != '\t') {
        Some(c) => Err(format!("the control character U+{:04X} has no place in a file", u32::from(c))),
        None => Ok(()),
    }
}

/// JSON text is ASCII where a reader could be fooled: control characters, line separators, bidirectional marks.
fn json_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() || invisible(c) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

pub(super) fn json(value: &Json) -> String {
    match value {
        Json::String(text) => json_text(text),
        Json::Array(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        Json::Object(map) if map.is_empty() => "{}".into(),
        Json::Object(map) => {
            format!(
                "{{{}}}",
                map.iter().map(|(k, v)| format!("{}: {}", json_text(k), json(v))).collect::<Vec<_>>().join(", ")
            )
        }
        other => other.to_string(),
    }
}

fn sh_word(text: &str) -> Result<String, String> {
    no_nul(text)?;
    Ok(format!("'{}'", text.replace('\'', "'\\''")))
}

fn sh(value: &Json) -> Result<String, String> {
    match value {
        Json::String(text) => sh_word(text),
        Json::Bool(_) | Json::Number(_) => Ok(value.to_string()),
        Json::Array(items) => Ok(format!("({})", items.iter().map(sh).collect::<Result<Vec<_>, _>>()?.join(" "))),
        Json::Object(_) => Err("Bash has no literal for a table".into()),
        Json::Null => Err("there is no value here".into()),
    }
}

fn bicep_text(text: &str) -> Result<String, String> {
    no_nul(text)?;
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '$' if chars.peek() == Some(&'{') => out.push_str("\\$"),
            c if invisible(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('\'');
    Ok(out)
}

fn bicep(value: &Json, depth: usize) -> Result<String, String> {
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    match value {
        Json::String(text) => bicep_text(text),
        Json::Bool(_) => Ok(value.to_string()),
        Json::Number(number) if number.is_f64() => Err("Bicep has no fractions".into()),
        Json::Number(_) => Ok(value.to_string()),
        Json::Array(items) if items.is_empty() => Ok("[]".into()),
        // Scalars stay on one line: a template cannot know how deep the literal stands.
        Json::Array(items) if items.iter().all(|i| !i.is_object() && !i.is_array()) => {
            Ok(format!("[{}]", items.iter().map(|i| bicep(i, depth)).collect::<Result<Vec<_>, _>>()?.join(", ")))
        }
        Json::Array(items) => {
            let mut out = "[\n".to_string();
            for item in items {
                let _ = writeln!(out, "{inner}{}", bicep(item, depth + 1)?);
            }
            Ok(out + &outer + "]")
        }
        Json::Object(map) if map.is_empty() => Ok("{}".into()),
        Json::Object(map) => {
            let mut out = "{\n".to_string();
            for (key, value) in map {
                let identifier = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                    && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
                    && !matches!(key.as_str(), "true" | "false" | "null");
                let key = if identifier { key.clone() } else { bicep_text(key)? };
                let _ = writeln!(out, "{inner}{key}: {}", bicep(value, depth + 1)?);
            }
            Ok(out + &outer + "}")
        }
        Json::Null => Err("there is no value here".into()),
    }
}

/// May a text stand in YAML without quotes, in every version of YAML?
fn plain_yaml(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    let start = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let body = text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    let end = text.ends_with(|c: char| c.is_ascii_alphanumeric());
    start
        && body
        && end
        && !matches!(word.as_str(), "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null")
}

fn yaml(value: &Json) -> Result<String, String> {
    match value {
        Json::String(text) if plain_yaml(text) => Ok(text.clone()),
        Json::Null => Err("there is no value here".into()),
        other => Ok(json(other)),
    }
}

/// A recipe has no quotes round the names of images: only what needs none can stand there.
fn docker(value: &Json) -> Result<String, String> {
    match value {
        Json::Number(_) => Ok(value.to_string()),
        Json::String(text)
            if !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "._-/:@".contains(c)) =>
        {
            Ok(text.clone())
        }
        _ => Err("a recipe of an image holds plain names and numbers only".into()),
    }
}

fn toml(value: &Json) -> Result<String, String> {
    match value {
        Json::String(text) => no_nul(text).map(|()| json_text(text)),
        Json::Bool(_) | Json::Number(_) => Ok(value.to_string()),
        Json::Array(items) => Ok(format!("[{}]", items.iter().map(toml).collect::<Result<Vec<_>, _>>()?.join(", "))),
        Json::Object(_) => Err("a table has no literal in a value's place".into()),
        Json::Null => Err("there is no value here".into()),
    }
}

fn markdown(value: &Json) -> Result<String, String> {
    match value {
        Json::String(text) => {
            let mut out = String::new();
            for c in text.chars() {
                match c {
                    '\n' | '\r' | '\t' => out.push(' '),
                    c if c.is_control() || invisible(c) => {
                        return Err(format!("the invisible character U+{:04X} has no place in a page", u32::from(c)));
                    }
                    '&' => out.push_str("&amp;"),
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '{' | '}' => {
                        out.push('\\');
                        out.push(c);
                    }
                    c => out.push(c),
                }
            }
            Ok(out)
        }
        Json::Bool(flag) => Ok(if *flag { "yes" } else { "no" }.into()),
        Json::Number(_) => Ok(value.to_string()),
        Json::Array(items) => Ok(items.iter().map(markdown).collect::<Result<Vec<_>, _>>()?.join(", ")),
        Json::Object(_) | Json::Null => Err("this has no form in a page".into()),
    }
}

/// A code span of Markdown: with as many backticks around it as it needs. A pipe would end a table's cell, and its escape shows
/// outside of tables, so a text with one is marked up as code in another way.
pub(super) fn code_span(text: &str) -> Result<String, String> {
    no_nul(text)?;
    let text = text.replace(['\n', '\t'], " ");
    if text.contains('|') {
        return markdown(&Json::from(text)).map(|text| format!("<code>{text}</code>"));
    }
    if text.is_empty() {
        return Ok("(empty)".into());
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    Ok(format!("{fence}{pad}{text}{pad}{fence}"))
}

/// A label of a Mermaid diagram, in its quotes: what could mean something there or on the page is written by its number.
pub(super) fn mermaid_label(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || " -./:,".contains(c) => out.push(c),
            c => out.push_str(&format!("#{};", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// A text of Markdown in which pairs of backticks stay code spans; all else is escaped.
pub(super) fn prose(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return markdown(&Json::from(text));
    }
    let one = |(index, part): (usize, &&str)| {
        if index % 2 == 0 { markdown(&Json::from(*part)) } else { code_span(part) }
    };
    parts.iter().enumerate().map(one).collect()
}

/// A literal block of YAML, indented by `indent`, for texts that a reader wants to see as lines.
pub(super) fn yaml_block(text: &str, indent: usize) -> Result<String, String> {
    // Blanks at the end of a line are taken away from every file, so they have to stand in quotes.
    let plain =
        text.lines().all(|line| !line.chars().any(|c| c.is_control() || invisible(c)) && line.trim_end() == line)
            && !text.contains(['\r', '\u{85}', '\u{feff}'])
            && !text.starts_with([' ', '\n']);
    if !plain || text.trim().is_empty() {
        return Ok(json_text(text));
    }
    let keep = if text.ends_with('\n') { "|" } else { "|-" };
    if text.ends_with("\n\n") {
        return Ok(json_text(text));
    }
    let mut out = keep.to_string();
    for line in text.lines() {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    Ok(out)
}

/// A text inside a comment: refuses whatever would end the comment.
pub fn comment_text(language: Language, text: &str) -> Result<String, String> {
    let ends = text.chars().find(|&c| c.is_control() || invisible(c));
    if let Some(c) = ends {
        return Err(format!("U+{:04X} cannot stand in a comment", u32::from(c)));
    }
    if language == Language::Markdown && (text.contains("--") || text.contains('>')) {
        return Err("`--` and `>` cannot stand in a comment of a page".into());
    }
    if language == Language::Json {
        return Err("JSON has no comments".into());
    }
    Ok(text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_inside_their_literal() {
        let nasty = Json::from("it's $(x) `y` ${z} \"q\" \\ #");
        assert_eq!(sh(&nasty).unwrap(), r#"'it'\''s $(x) `y` ${z} "q" \ #'"#);
        assert_eq!(bicep(&nasty, 0).unwrap(), r#"'it\'s $(x) `y` \${z} "q" \\ #'"#);
        assert_eq!(yaml(&nasty).unwrap(), r#""it's $(x) `y` ${z} \"q\" \\ #""#);
        assert!(sh(&Json::from("a\0b")).is_err());
        for word in ["yes", "null", "0x1F", "- x", "1e3", "~", "", "a: b", "a #b", ".inf", "2027-01-01"] {
            assert!(yaml(&Json::from(word)).unwrap().starts_with('"'), "{word}");
        }
        assert_eq!(code_span("a`b").unwrap(), "``a`b``");
        assert_eq!(code_span("a|b*").unwrap(), "<code>a\\|b\\*</code>");
        assert_eq!(prose("a_b `c_d` <e>").unwrap(), "a\\_b `c_d` &lt;e&gt;");
        assert_eq!(prose("a ` b").unwrap(), "a \\` b");
        assert_eq!(yaml_block("a\nb\n", 2).unwrap(), "|\n  a\n  b");
    }
}
