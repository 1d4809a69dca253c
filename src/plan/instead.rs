//! What to write in place of a value of the wrong type: the same value where it can be meant, else an example.

use serde_json::Value as Json;

use super::validate::{choices, map_values};
use crate::error::clipped;

/// How long a value may be to be said back.
const SHORT: usize = 40;

/// The value in quotes, where it is one and short.
fn quoted(value: &toml::Value) -> Option<String> {
    let text = match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(_) | toml::Value::Table(_) => return None,
        other => other.to_string(),
    };
    let plain = text.chars().count() <= SHORT && !text.chars().any(|c| c.is_control() || c == '"' || c == '\\');
    plain.then(|| format!("\"{text}\""))
}

/// The only thing in a list.
fn alone(value: &toml::Value) -> Option<&toml::Value> {
    match value.as_array().map(Vec::as_slice) {
        Some([one]) => Some(one),
        _ => None,
    }
}

/// Where a text is wanted.
pub(super) fn of_text(value: &toml::Value) -> String {
    match (quoted(value), alone(value).and_then(quoted)) {
        (Some(text), _) => format!("write it in quotes: {text}"),
        (None, Some(text)) => format!("write it without brackets: {text}"),
        (None, None) => "write one text, in quotes".into(),
    }
}

/// Where a list is wanted, of texts or of others.
pub(super) fn of_list(value: &toml::Value, texts: bool) -> String {
    let number = value.as_integer().map(|number| number.to_string()).filter(|_| !texts);
    match number.or_else(|| quoted(value).filter(|_| texts)) {
        Some(one) => format!("write it as a list: [{one}]"),
        None if texts => "write a list of texts, in brackets: [\"...\", \"...\"]".into(),
        None => "write a list, in brackets: [..., ...]".into(),
    }
}

fn of_choices(value: &toml::Value, choices: &[&str]) -> String {
    let known = |text: &String| choices.contains(&text.trim_matches('"'));
    match (quoted(value).filter(known), alone(value).and_then(quoted).filter(known)) {
        (Some(text), _) => format!("write it in quotes: {text}"),
        (None, Some(text)) => format!("write it without brackets: {text}"),
        (None, None) => format!("write one of them in quotes, such as \"{}\"", choices.first().unwrap_or(&"")),
    }
}

fn of_flag(value: &toml::Value) -> String {
    match (value.as_str().map(str::to_lowercase).as_deref(), value.as_integer()) {
        (Some("true" | "yes" | "on"), _) => "write it without quotes: true".into(),
        (Some("false" | "no" | "off"), _) => "write it without quotes: false".into(),
        _ => "write true or false, without quotes".into(),
    }
}

fn of_number(value: &toml::Value, schema: &Json) -> String {
    if let Some(number) = value.as_str().and_then(|text| text.trim().parse::<i64>().ok()) {
        return format!("write it without quotes: {number}");
    }
    match schema["minimum"].as_i64() {
        Some(least) => format!("write a whole number without quotes, such as {}", least.max(1)),
        None => "write a whole number, without quotes".into(),
    }
}

fn of_table(schema: &Json, key: &str) -> String {
    let key = clipped(key);
    if schema["properties"].is_object() {
        format!("write [{key}] on a line of its own, and its settings below it")
    } else if map_values(schema)["properties"].is_object() {
        format!("write [{key}.NAME] on a line of its own, and the settings of that one below it")
    } else {
        format!("write [{key}] on a line of its own, and a line NAME = VALUE below it for each")
    }
}

/// Where `schema` wants another type for `key`.
pub(super) fn of(value: &toml::Value, schema: &Json, key: &str) -> String {
    if let Some(choices) = choices(schema) {
        return of_choices(value, &choices);
    }
    match schema["type"].as_str().unwrap_or_default() {
        "object" => of_table(schema, key),
        "boolean" => of_flag(value),
        "integer" => of_number(value, schema),
        "array" => of_list(value, schema["items"]["type"] != "integer"),
        _ => of_text(value),
    }
}
