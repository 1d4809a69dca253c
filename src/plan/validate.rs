//! Checks merged settings against the schema of the plan types: every unknown name, wrong type and refused value at once.

use serde_json::Value as Json;

use super::instead;
use super::kind;
use super::resolve::HEAD;
use crate::error::{Place, Problem, clipped};

/// Finds the place of a dotted key.
pub(super) type Placed<'a> = &'a dyn Fn(&str) -> Option<Place>;

/// The settings that only the user can know, with the sentence that asks for each.
pub const INPUTS: [(&str, &str); 5] = [
    ("azure.subscription", "the id of your subscription: az account show --query id"),
    ("azure.tenant", "the id of your tenant: az account show --query tenantId"),
    ("cluster.name", "a name for the cluster, such as shop"),
    ("cluster.location", "an Azure region, such as westeurope"),
    (
        "access.admin_group",
        "the object id of the Entra ID group that administers the cluster: az ad group show --group NAME --query id",
    ),
];

/// What a table is checked with, and what was found: each problem with the key that it is about.
struct Check<'a> {
    placed: Placed<'a>,
    /// Whether what is missing is a problem as well.
    complete: bool,
    found: Vec<(String, Problem)>,
}

/// Every way in which `settings` do not fit `schema`, what is missing included; each with its key.
pub(super) fn validate(settings: &toml::Table, schema: &Json, placed: Placed<'_>) -> Vec<(String, Problem)> {
    let mut check = Check { placed, complete: true, found: Vec::new() };
    table(settings, schema, "", &mut check);
    check.found
}

/// The same of a part below `prefix`, in which nothing has to be there.
pub(super) fn validate_part(part: &toml::Table, schema: &Json, prefix: &str, placed: Placed<'_>) -> Vec<Problem> {
    let mut check = Check { placed, complete: false, found: Vec::new() };
    table(part, schema, prefix, &mut check);
    check.found.into_iter().map(|(_, problem)| problem).collect()
}

/// The name nearest to `name`, if one is near enough to be meant.
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 4 && *distance * 2 <= name.len())
        .min()
        .map(|(_, candidate)| candidate)
}

fn report(problem: Problem, key: &str, check: &mut Check<'_>) {
    let problem = match (check.placed)(key) {
        Some(place) => problem.at(place),
        None => problem,
    };
    check.found.push((key.to_string(), problem));
}

fn join(prefix: &str, key: &str) -> String {
    if prefix.is_empty() { key.to_string() } else { format!("{prefix}.{key}") }
}

fn table(settings: &toml::Table, schema: &Json, prefix: &str, check: &mut Check<'_>) {
    let Some(properties) = schema["properties"].as_object() else {
        map(settings, schema, prefix, check);
        return;
    };
    for (key, value) in settings {
        let dotted = join(prefix, key);
        match properties.get(key) {
            Some(schema) => one(value, schema, &dotted, check),
            None => {
                let kind = if value.is_table() { "table" } else { "setting" };
                let mut problem = Problem::new(format!("there is no {kind} `{}`", clipped(&dotted)));
                if !prefix.is_empty() && HEAD.contains(&key.as_str()) {
                    problem =
                        problem.help(format!("`{key}` is no setting: write it above the first [table] of the file"));
                } else if let Some(near) = did_you_mean(key, names_at(prefix, properties)) {
                    problem = problem.help(format!("did you mean `{}`?", join(prefix, near)));
                } else {
                    let names: Vec<_> = names_at(prefix, properties).collect();
                    problem = problem.help(format!("the names here are: {}", names.join(", ")));
                }
                report(problem, &dotted, check);
            }
        }
    }
    let complete = check.complete;
    for (key, schema) in properties.iter().filter(|_| complete) {
        let dotted = join(prefix, key);
        if settings.contains_key(key) {
            continue;
        }
        let inputs: Vec<_> =
            INPUTS.iter().filter(|(k, _)| *k == dotted || k.starts_with(&format!("{dotted}."))).collect();
        if inputs.is_empty() {
            let text = schema["description"].as_str().unwrap_or_default();
            let name = clipped(&dotted);
            let problem = Problem::new(format!("`{name}` is not set")).help(format!("{name}: {text}"));
            report(problem, prefix, check);
        }
        for (input, ask) in inputs {
            let problem = Problem::new(format!("`{input}` is not set, and nobody but you can know it"))
                .help(format!("set it to {ask}"));
            report(problem, prefix, check);
        }
    }
}

/// What can stand in a table; above all of them, the keys that are no settings as well.
fn names_at<'a>(prefix: &str, properties: &'a serde_json::Map<String, Json>) -> impl Iterator<Item = &'a str> {
    let head =
        HEAD.iter().copied().filter(|key| *key != "planned").take(if prefix.is_empty() { HEAD.len() } else { 0 });
    head.chain(properties.keys().map(String::as_str))
}

/// A table with names of the user's own: tags, workloads.
fn map(settings: &toml::Table, schema: &Json, prefix: &str, check: &mut Check<'_>) {
    let inner = map_values(schema);
    type NameCheck = fn(&str) -> Result<(), String>;
    let (name_kind, sound): (&str, NameCheck) = match prefix {
        "cluster.tags" => ("tag", tag_name),
        _ if prefix.ends_with(".config") => ("file", kind::file_name),
        "nodes.pools" => ("name for a pool", |name| kind::check("pool-name", name)),
        _ => ("name", |name| kind::check("dns-label", name)),
    };
    for (key, value) in settings {
        let dotted = join(prefix, key);
        if let Err(why) = sound(key) {
            let shown = clipped(key);
            let problem = Problem::new(format!("`{prefix}` cannot have the {name_kind} {shown:?}: {why}"));
            report(problem, &dotted, check);
        }
        one(value, inner, &dotted, check);
    }
}

/// The schema of a map's values.
pub(super) fn map_values(schema: &Json) -> &Json {
    let by_pattern = schema["patternProperties"].as_object().and_then(|p| p.values().next());
    by_pattern.unwrap_or(&schema["additionalProperties"])
}

fn tag_name(name: &str) -> Result<(), String> {
    let sound = (1..=128).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_. ".contains(c))
        && !["microsoft", "azure", "windows"].iter().any(|p| name.to_ascii_lowercase().starts_with(p));
    if sound {
        Ok(())
    } else {
        Err("letters, digits, blanks and . _ -, not starting with microsoft, azure or windows".into())
    }
}

fn one(value: &toml::Value, schema: &Json, key: &str, check: &mut Check<'_>) {
    let name = clipped(key);
    let mismatch = |wanted: &str| {
        let what = format!("`{name}` has to be {wanted}, not {} {}", type_name(value), clipped(&value.to_string()));
        Problem::new(what).help(instead::of(value, schema, key))
    };
    if let Some(choices) = choices(schema) {
        match value.as_str() {
            Some(text) if choices.contains(&text) => {}
            Some(text) => {
                let shown = clipped(text);
                let mut problem = Problem::new(format!("`{name}` cannot be \"{shown}\""))
                    .help(format!("it is one of: {}", choices.join(", ")));
                if let Some(near) = did_you_mean(text, choices.iter().copied()) {
                    problem = problem.help(format!("did you mean \"{near}\"?"));
                }
                report(problem, key, check);
            }
            None => report(mismatch(&format!("one of {}", choices.join(", "))), key, check),
        }
        return;
    }
    match (schema["type"].as_str().unwrap_or_default(), value) {
        ("object", toml::Value::Table(inner)) => table(inner, schema, key, check),
        ("boolean", toml::Value::Boolean(_)) => {}
        ("integer", toml::Value::Integer(number)) => integer(*number, schema, key, check),
        ("string", toml::Value::String(text)) => {
            if let Err(why) = kind::check(schema["format"].as_str().unwrap_or_default(), text) {
                let shown = clipped(text);
                report(Problem::new(format!("`{name}` cannot be {shown:?}: {why}")), key, check);
            }
        }
        ("array", toml::Value::Array(items)) => {
            let mut seen = std::collections::BTreeSet::new();
            let free = key.ends_with(".args") || key.ends_with(".command");
            for (index, item) in items.iter().enumerate() {
                one(item, &schema["items"], &format!("{key}.{index}"), check);
                if !free && !seen.insert(item.to_string()) {
                    let problem = Problem::new(format!("`{name}` has {} twice", clipped(&item.to_string())));
                    report(problem.help("take one of them out"), &format!("{key}.{index}"), check);
                }
            }
        }
        (wanted, _) => report(mismatch(article(wanted)), key, check),
    }
}

fn integer(number: i64, schema: &Json, key: &str, check: &mut Check<'_>) {
    let bound = |name: &str| schema[name].as_i64().or_else(|| schema[name].as_f64().map(|f| f as i64));
    let (least, most) = (bound("minimum").unwrap_or(i64::MIN), bound("maximum").unwrap_or(i64::MAX));
    if !(least..=most).contains(&number) {
        let name = clipped(key);
        report(Problem::new(format!("`{name}` cannot be {number}: it goes from {least} to {most}")), key, check);
    }
}

/// The values of a setting that has a closed list of them.
pub fn choices(schema: &Json) -> Option<Vec<&str>> {
    if let Some(list) = schema["enum"].as_array() {
        return Some(list.iter().filter_map(Json::as_str).collect());
    }
    let list: Vec<&str> = schema["oneOf"].as_array()?.iter().filter_map(|one| one["const"].as_str()).collect();
    (!list.is_empty()).then_some(list)
}

fn article(wanted: &str) -> &'static str {
    match wanted {
        "object" => "a table",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "array" => "a list",
        _ => "text in quotes",
    }
}

fn type_name(value: &toml::Value) -> &'static str {
    match value {
        toml::Value::String(_) => "the text",
        toml::Value::Integer(_) => "the number",
        toml::Value::Float(_) => "the fraction",
        toml::Value::Boolean(_) => "the truth value",
        toml::Value::Datetime(_) => "the date",
        toml::Value::Array(_) => "the list",
        toml::Value::Table(_) => "the table",
    }
}
