//! Other values that a setting can have: to see what it reaches, and to prove that it reaches something.

use super::describe::Setting;

/// Another value for texts of each kind.
const TEXTS: [(&str, &str); 20] = [
    ("guid", "\"9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61\""),
    ("region", "northeurope"),
    ("cluster-name", "another"),
    ("kubernetes-minor", "\"1.35\""),
    ("time", "\"03:30\""),
    ("utc-offset", "\"+01:00\""),
    ("surge", "\"2\""),
    ("interval", "3m"),
    ("cpu", "350m"),
    ("memory", "200Mi"),
    ("vm-size", "Standard_D8ds_v5"),
    ("dns-label", "another"),
    ("vault-object", "another"),
    ("health-path", "/another"),
    ("cidr", "\"10.99.0.0/16\""),
    ("ipv4", "\"10.100.0.11\""),
    ("ipv4-or-empty", "\"10.40.3.11\""),
    ("list of vault-object", "[\"another\"]"),
    ("list of text", "[\"another\"]"),
    ("table of text", "{ another = \"tag\" }"),
];

/// Values that are not the one it has, as `--set` takes them: all of a few, one where there are many, none where no value
/// could be known to be right.
pub fn others(setting: &Setting, now: &toml::Value) -> Vec<String> {
    if !setting.allowed.is_empty() && !now.is_array() {
        let values = setting.allowed.iter().map(|a| format!("\"{}\"", a.value));
        return values.filter(|value| *value != now.to_string()).collect();
    }
    let other = match now {
        toml::Value::Boolean(flag) => (!flag).to_string(),
        toml::Value::Integer(number) if setting.kind.ends_with(&format!(" {number}")) => (number - 1).to_string(),
        toml::Value::Integer(number) => (number + 1).to_string(),
        toml::Value::Array(zones) if setting.id.ends_with(".zones") && zones.len() == 3 => "[\"1\", \"2\"]".into(),
        _ => match TEXTS.iter().find(|(kind, _)| setting.kind == *kind) {
            Some((_, text)) => (*text).to_string(),
            None => return Vec::new(),
        },
    };
    vec![other]
}
