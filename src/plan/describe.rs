//! What there is to set: every setting with its type, its bounds and its text, read from the schema of the plan types.

use serde::Serialize;
use serde_json::Value as Json;

use super::inherit::{INHERITED, SHARED};
use super::kind;
use super::settings::schema;
use super::validate::map_values;
use crate::catalog::Catalog;

/// One setting. `*` in its id stands for a name of the user's own, as in `workloads.*.image`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Setting {
    /// The dotted key.
    pub id: String,
    /// Its type, in a few words.
    #[serde(rename = "type")]
    pub kind: String,
    /// The values that it can have, where they can be counted.
    pub allowed: Vec<Allowed>,
    /// What a text has to look like, where it is more than text.
    pub form: Option<String>,
    /// What it means.
    pub description: String,
}

/// One of a few values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Allowed {
    /// The value.
    pub value: String,
    /// What it means.
    pub meaning: String,
}

/// Every setting, in the order of the types.
pub fn settings() -> Vec<Setting> {
    let mut found = Vec::new();
    collect("", schema(), &mut found);
    found
}

fn text(schema: &Json) -> String {
    schema["description"].as_str().unwrap_or_default().to_string()
}

fn collect(prefix: &str, schema: &Json, found: &mut Vec<Setting>) {
    let below = |key: &str| if prefix.is_empty() { key.to_string() } else { format!("{prefix}.{key}") };
    if let Some(properties) = schema["properties"].as_object() {
        for (key, schema) in properties {
            collect(&below(key), schema, found);
        }
    } else if schema["type"] == "object" && map_values(schema)["properties"].is_object() {
        collect(&below("*"), map_values(schema), found);
    } else {
        let inner = if schema["type"] == "array" { &schema["items"] } else { schema };
        let form = inner["format"].as_str().and_then(|format| kind::check(format, "?!").err());
        let setting = Setting {
            id: prefix.to_string(),
            kind: of(schema),
            allowed: allowed(inner),
            form,
            description: text(schema),
        };
        found.push(setting);
    }
}

fn of(schema: &Json) -> String {
    if schema["oneOf"].is_array() || schema["enum"].is_array() {
        return allowed(schema).into_iter().map(|a| a.value).collect::<Vec<_>>().join(" | ");
    }
    match schema["type"].as_str() {
        Some("array") => format!("list of {}", of(&schema["items"])),
        Some("object") => format!("table of {}", of(map_values(schema))),
        Some("boolean") => "true | false".into(),
        Some("integer") => match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
            (Some(least), Some(most)) => format!("{least} to {most}"),
            _ => "number".into(),
        },
        _ => schema["format"].as_str().unwrap_or("text").to_string(),
    }
}

fn allowed(schema: &Json) -> Vec<Allowed> {
    let one =
        |value: &Json| Allowed { value: value["const"].as_str().unwrap_or_default().into(), meaning: text(value) };
    schema["oneOf"].as_array().into_iter().flatten().map(one).collect()
}

/// The value that a profile gives a setting: its own, or that of the nearest profile below it.
pub fn value_in(catalog: &Catalog, profile: &str, id: &str) -> Option<toml::Value> {
    let shared = |field: &str| SHARED.iter().find(|(key, _)| *key == field).map(|(_, source)| (*source).to_string());
    let key = match (id.strip_prefix("workloads.*."), id.strip_prefix("nodes.pools.*.")) {
        (Some(field), _) => shared(field).unwrap_or_else(|| format!("workload_defaults.{field}")),
        (_, Some(field)) => format!("nodes.{field}"),
        _ => match id.strip_prefix("storage.classes.*.") {
            Some(field) => format!("storage.{field}"),
            None => id.to_string(),
        },
    };
    let mut next = Some(profile.to_string());
    while let Some(profile) = next.and_then(|name| catalog.profiles.get(&name)) {
        let table: toml::Table = profile.text.parse().unwrap_or_default();
        let mut parts = key.split('.');
        let first = parts.next().and_then(|part| table.get(part));
        if let Some(value) = parts.fold(first, |value, part| value.and_then(|value| value.get(part))) {
            return Some(value.clone());
        }
        next = profile.head.extends.clone();
    }
    None
}

/// The controls that demand something of a setting, with what they demand.
pub fn demands(catalog: &Catalog, id: &str) -> Vec<(String, String)> {
    let controls = catalog.controls.values();
    let of = controls.flat_map(|control| control.requires.iter().map(move |requirement| (control, requirement)));
    let about = |setting: &str| matches(setting, id) || matches(id, setting);
    // What is demanded of each entry is demanded of what they inherit.
    let inherited: Vec<String> =
        INHERITED.iter().filter_map(|(from, entries)| Some(format!("{entries}.*{}", id.strip_prefix(from)?))).collect();
    of.filter(|(_, requirement)| about(&requirement.setting) || inherited.contains(&requirement.setting))
        .map(|(control, requirement)| (control.id.clone(), demand(requirement)))
        .collect()
}

/// A requirement as a sentence about its setting.
pub fn demand(requirement: &crate::catalog::requirement::Requirement) -> String {
    let when = requirement.applies_when.as_ref().map(|when| format!(", where {} {}", when.setting, when.operator));
    format!("{} {}{}", requirement.setting, requirement.operator, when.unwrap_or_default())
}

/// Whether a dotted key is what a pattern with `*` stands for.
pub fn matches(pattern: &str, key: &str) -> bool {
    let (pattern, key): (Vec<_>, Vec<_>) = (pattern.split('.').collect(), key.split('.').collect());
    pattern.len() == key.len() && pattern.iter().zip(&key).all(|(one, other)| *one == "*" || one == other)
}

/// The profiles that select a control, themselves or through the one below.
pub fn selecting<'a>(catalog: &'a Catalog, control: &str) -> Vec<&'a str> {
    let selects = |name: &str| {
        let mut next = Some(name.to_string());
        while let Some(profile) = next.and_then(|name| catalog.profiles.get(&name)) {
            if profile.head.controls.iter().any(|id| id == control) {
                return true;
            }
            next = profile.head.extends.clone();
        }
        false
    };
    catalog.profiles.keys().map(String::as_str).filter(|name| selects(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_says_what_it_is() {
        let all = settings();
        assert!(all.len() > 80, "{}", all.len());
        for setting in &all {
            assert!(setting.description.ends_with('.'), "{setting:?}");
            assert!(!setting.kind.is_empty(), "{setting:?}");
        }
        let find = |id: &str| all.iter().find(|s| s.id == id).unwrap_or_else(|| panic!("no {id}"));
        assert_eq!(find("cluster.tier").allowed.len(), 3);
        assert_eq!(find("nodes.pools.*.zones").kind, "list of 1 | 2 | 3");
        assert_eq!(find("workloads.*.port").kind, "1024 to 65535");
        assert_eq!(find("cluster.tags").kind, "table of text");
        assert!(find("azure.tenant").form.as_ref().is_some_and(|form| form.contains("GUID")));
    }

    #[test]
    fn a_star_is_one_name() {
        assert!(matches("workloads.*.image", "workloads.frontend.image"));
        assert!(!matches("workloads.*.image", "workloads.image"));
    }
}
