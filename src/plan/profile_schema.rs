//! The JSON Schema of the files that people write, for editors and for validators that are not ours.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value as Json, json};

use super::describe;
use super::facts::Facts;
use super::needs::Needs;
use super::settings::schema;
use crate::catalog::Catalog;

/// Of the profile file: every setting, none of them required, and the keys that are no settings.
pub fn profile_file(catalog: &Catalog) -> Json {
    let mut whole = schema().clone();
    loosen(&mut whole, "", catalog);
    let mut environment = whole.clone();
    if let Some(object) = environment.as_object_mut() {
        object.retain(|key, _| ["type", "properties", "additionalProperties"].contains(&key.as_str()));
        object.insert("description".into(), "What differs in this environment.".into());
    }
    let controls: Vec<&String> = catalog.controls.keys().collect();
    let profiles: Vec<&String> = catalog.profiles.keys().filter(|name| *name != "base").collect();
    let head = [
        ("title", json!({ "type": "string", "description": "A title of a few words." })),
        ("description", json!({ "type": "string", "description": "One sentence on what the cluster is for." })),
        ("extends", json!({ "enum": profiles, "description": "The profile that this file stands on." })),
        ("needs", of::<Needs>()),
        (
            "controls",
            json!({
                "type": "array",
                "items": { "enum": controls },
                "uniqueItems": true,
                "description": "Controls in addition to those of the profile.",
            }),
        ),
        (
            "exception",
            json!({
                "type": "array",
                "description": "Controls that are switched off on purpose.",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["control", "reason", "owner", "expires"],
                    "properties": {
                        "control": { "enum": controls, "description": "The control." },
                        "at": {
                            "type": "string",
                            "minLength": 1,
                            "description": "The one place of the control, such as `nodes.pools.user` or `workloads.redis`; all of it where this is not given.",
                        },
                        "reason": { "type": "string", "minLength": 1, "description": "Why." },
                        "owner": { "type": "string", "minLength": 1, "description": "Who answers for it." },
                        "environment": {
                            "type": "string",
                            "description": "The one environment in which it holds; in all of them where this is not given.",
                        },
                        "expires": { "format": "date", "description": "The last day on which it counts." },
                    },
                },
            }),
        ),
        (
            "environments",
            json!({
                "type": "object",
                "description": "A tree for each environment: settings above those of the file, by the environment's name.",
                "minProperties": 1,
                "propertyNames": { "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" },
                "additionalProperties": environment,
            }),
        ),
    ];
    if let Some(properties) = whole["properties"].as_object_mut() {
        let settings = std::mem::take(properties);
        properties.extend(head.into_iter().map(|(key, value)| (key.to_string(), value)));
        properties.extend(settings);
    }
    whole["title"] = "Profile file of aks-harden".into();
    whole["description"] = "What a cluster is, where it differs from the profile that it extends.".into();
    whole
}

/// Of the facts file.
pub fn facts_file() -> Json {
    let mut whole = of::<Facts>();
    whole["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    whole["title"] = "Facts file of aks-harden".into();
    whole
}

fn of<T: JsonSchema>() -> Json {
    let settings = SchemaSettings::draft2020_12().with(|s| {
        s.inline_subschemas = true;
        s.meta_schema = None;
    });
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// A profile file says only what differs: nothing is required, and what is left out has the default of the base profile.
fn loosen(schema: &mut Json, id: &str, catalog: &Catalog) {
    let default = describe::value_in(catalog, "base", id).filter(|value| {
        !value.is_table() || [".tags", ".config", "ingress.certificates"].iter().any(|leaf| id.ends_with(leaf))
    });
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("required");
    if let Some(default) = default.and_then(|value| serde_json::to_value(value).ok()) {
        object.insert("default".into(), default);
    }
    let mut below = |key: &str, name: &str| {
        if let Some(inner) = object.get_mut(key) {
            loosen(inner, &join(id, name), catalog);
        }
    };
    below("additionalProperties", "*");
    let empty = Map::new();
    let names: Vec<String> =
        object.get("properties").and_then(Json::as_object).unwrap_or(&empty).keys().cloned().collect();
    for name in names {
        if let Some(inner) = object.get_mut("properties").and_then(|p| p.get_mut(&name)) {
            loosen(inner, &join(id, &name), catalog);
        }
    }
}

fn join(prefix: &str, key: &str) -> String {
    if prefix.is_empty() { key.to_string() } else { format!("{prefix}.{key}") }
}
