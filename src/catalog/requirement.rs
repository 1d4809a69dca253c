//! What a control demands of the settings, checked after all layers are merged.

use serde::Deserialize;
use serde_json::Value;

use super::evidence::Quantifier;
use super::operator::Operator;

/// One demand on a setting, or on every entry of a table of settings.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "toml::Table")]
pub struct Requirement {
    /// The setting, `workloads.*.image` for that of every workload.
    pub setting: String,
    /// What it must be.
    pub operator: Operator,
    /// With `*`: of every entry, or of at least one.
    pub quantifier: Quantifier,
    /// Only while another setting has this value.
    pub applies_when: Option<AppliesWhen>,
}

/// When a requirement counts.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "toml::Table")]
pub struct AppliesWhen {
    /// The setting that decides; a `*` in it stands for the same entry as in the requirement's own.
    pub setting: String,
    /// What it is where the requirement counts.
    pub operator: Operator,
}

impl TryFrom<toml::Table> for AppliesWhen {
    type Error = String;

    fn try_from(mut table: toml::Table) -> Result<Self, String> {
        match table.remove("setting") {
            Some(toml::Value::String(setting)) => Ok(AppliesWhen { setting, operator: Operator::try_from(table)? }),
            _ => Err("`setting` is missing".into()),
        }
    }
}

/// A setting that is not what a control demands.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    /// The setting, with the entry's name in place of `*`.
    pub setting: String,
    /// The entry that `*` stands for, such as `nodes.pools.user`: the place that an exception can be about.
    pub place: Option<String>,
    /// Its value, if it has one.
    pub found: Option<Value>,
    /// What it must be, as the end of a sentence that begins with the setting.
    pub demand: String,
}

#[derive(Deserialize)]
struct Head {
    setting: String,
    #[serde(default)]
    quantifier: Quantifier,
    applies_when: Option<AppliesWhen>,
}

impl TryFrom<toml::Table> for Requirement {
    type Error = String;

    fn try_from(mut table: toml::Table) -> Result<Self, String> {
        let head = Head::deserialize(table.clone()).map_err(|e| e.message().to_string())?;
        for key in ["setting", "quantifier", "applies_when"] {
            table.remove(key);
        }
        if head.quantifier == Quantifier::None {
            return Err("`quantifier = \"none\"` is for evidence: write `none_of` or `lacks` here".into());
        }
        let operator = Operator::try_from(table)?;
        Ok(Requirement {
            setting: head.setting,
            operator,
            quantifier: head.quantifier,
            applies_when: head.applies_when,
        })
    }
}

/// Every setting that breaks a requirement. Where a table has no entry for `*`, nothing breaks it.
pub fn check(requirement: &Requirement, settings: &Value) -> Vec<Violation> {
    let mut broken = Vec::new();
    let mut kept = 0;
    for entry in entries(&requirement.setting, settings) {
        let name =
            |setting: &str| entry.as_ref().map_or_else(|| setting.to_string(), |entry| setting.replace('*', entry));
        if let Some(when) = &requirement.applies_when
            && !when.operator.holds(lookup(&name(&when.setting), settings))
        {
            continue;
        }
        let setting = name(&requirement.setting);
        let found = lookup(&setting, settings);
        if requirement.operator.holds(found) {
            kept += 1;
        } else {
            let place = entry.as_ref().and_then(|name| place(requirement, name));
            broken.push(Violation { setting, place, found: found.cloned(), demand: demand(requirement) });
        }
    }
    if requirement.quantifier == Quantifier::Any && kept > 0 {
        broken.clear();
    }
    broken
}

/// Every place that a requirement is about by itself: each entry that `*` stands for, such as `nodes.pools.user`.
pub fn places(requirement: &Requirement, settings: &Value) -> Vec<String> {
    entries(&requirement.setting, settings).iter().flatten().filter_map(|name| place(requirement, name)).collect()
}

fn place(requirement: &Requirement, entry: &str) -> Option<String> {
    let (table, _) = requirement.setting.split_once(".*")?;
    Some(format!("{table}.{entry}"))
}

fn demand(requirement: &Requirement) -> String {
    match requirement.quantifier {
        Quantifier::Any => format!("{}, in one entry at least", requirement.operator),
        Quantifier::Every | Quantifier::None => requirement.operator.to_string(),
    }
}

/// The entries that `*` stands for; one nameless entry where there is no `*`.
fn entries(setting: &str, settings: &Value) -> Vec<Option<String>> {
    let Some((table, _)) = setting.split_once(".*") else {
        return vec![None];
    };
    let entries = lookup(table, settings).and_then(Value::as_object);
    // A table may hold plain settings beside its entries, as plain values beside tables.
    entries.into_iter().flatten().filter(|(_, value)| value.is_object()).map(|(name, _)| Some(name.clone())).collect()
}

fn lookup<'a>(setting: &str, settings: &'a Value) -> Option<&'a Value> {
    setting.split('.').try_fold(settings, |value, key| value.get(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn broken(requirement: &str, settings: Value) -> Vec<String> {
        let requirement: Requirement = toml::from_str(requirement).unwrap_or_else(|e| panic!("{e}"));
        check(&requirement, &settings).into_iter().map(|violation| violation.setting).collect()
    }

    #[test]
    fn a_setting_and_a_missing_setting_break_it() {
        let text = "setting = 'access.run_command'\nequals = false";
        assert!(broken(text, json!({ "access": { "run_command": false } })).is_empty());
        assert_eq!(broken(text, json!({ "access": { "run_command": true } })), ["access.run_command"]);
        assert_eq!(broken(text, json!({})), ["access.run_command"]);
    }

    #[test]
    fn a_star_stands_for_the_entries_only() {
        let text = "setting = 'nodes.*.max'\nat_least = 2";
        let nodes = json!({ "nodes": { "os": "AzureLinux", "user": { "max": 1 }, "system": { "max": 3 } } });
        assert_eq!(broken(text, nodes.clone()), ["nodes.user.max"]);
        let requirement: Requirement = toml::from_str(text).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(check(&requirement, &nodes)[0].place.as_deref(), Some("nodes.user"));
        assert_eq!(places(&requirement, &nodes), ["nodes.user", "nodes.system"]);
        assert!(broken("setting = 'workloads.*.image'\nhas_text = '@sha256:'", json!({})).is_empty());
    }

    #[test]
    fn a_condition_decides_whether_it_counts() {
        let text = "setting = 'registry.public_access'\nequals = false\napplies_when = { setting = 'registry.enabled', equals = true }";
        let registry = |enabled: bool| json!({ "registry": { "enabled": enabled, "public_access": true } });
        assert!(broken(text, registry(false)).is_empty());
        assert_eq!(broken(text, registry(true)), ["registry.public_access"]);
    }

    #[test]
    fn any_wants_one() {
        let text = "setting = 'nodes.*.max'\nat_least = 2\nquantifier = 'any'";
        let nodes = |a: u32, b: u32| json!({ "nodes": { "a": { "max": a }, "b": { "max": b } } });
        assert!(broken(text, nodes(1, 2)).is_empty());
        assert_eq!(broken(text, nodes(1, 1)), ["nodes.a.max", "nodes.b.max"]);
    }
}
