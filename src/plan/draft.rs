//! A first profile file: from answers to a short commented text.

use std::fmt::Write as _;

use super::describe;

/// What a first profile file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The profile that it extends.
    pub profile: String,
    /// Why this one, a sentence each.
    pub reasons: Vec<String>,
    /// The settings.
    pub settings: toml::Table,
}

/// The sections that everybody fills in come first, in the order in which one thinks of them.
const FIRST: [&str; 3] = ["cluster", "azure", "access"];

impl Draft {
    /// The text of the file.
    pub fn text(&self) -> String {
        let mut out = String::from(
            "# What this cluster is, where it differs from the profile that it extends. Everything else has a default:\n\
             # `aks-harden list settings` prints what can be set, `aks-harden explain NAME` what it means.\n",
        );
        for reason in &self.reasons {
            let _ = writeln!(out, "# {reason}");
        }
        let _ = writeln!(out, "extends = {}", toml::Value::from(self.profile.as_str()));
        let mut keys: Vec<&String> = self.settings.keys().collect();
        keys.sort_by_key(|key| (FIRST.iter().position(|first| first == key).unwrap_or(FIRST.len()), *key));
        for key in keys {
            section(key, key, &self.settings[key], &mut out);
        }
        out
    }
}

/// `[header]` with the values of a table, then the tables inside it. `id` is the dotted key without quotes.
fn section(header: &str, id: &str, value: &toml::Value, out: &mut String) {
    let Some(table) = value.as_table() else {
        let _ = writeln!(out, "{header} = {value}");
        return;
    };
    let values: Vec<_> = table.iter().filter(|(_, value)| !value.is_table()).collect();
    if !values.is_empty() || table.is_empty() {
        let _ = writeln!(out, "\n[{header}]");
    }
    let all = describe::settings();
    for (name, value) in values {
        let below = format!("{id}.{name}");
        if let Some(setting) = all.iter().find(|setting| describe::matches(&setting.id, &below)) {
            let _ = writeln!(out, "# {}", setting.description);
        }
        let _ = writeln!(out, "{} = {value}", key(name));
    }
    for (name, value) in table.iter().filter(|(_, value)| value.is_table()) {
        section(&format!("{header}.{}", key(name)), &format!("{id}.{name}"), value, out);
    }
}

/// A key, in quotes where it needs them.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if bare { name.to_string() } else { toml::Value::from(name).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_as_it_was() {
        let settings: toml::Table = "cluster = { name = 'a', tags = { 'cost centre' = \"it's \\\"7\\\"\" } }\n\
             network.flows = ['a -> b']\ntunnel.enabled = true\nazure.tenant = 't'"
            .parse()
            .unwrap_or_else(|e| panic!("{e}"));
        let draft = Draft { profile: "restricted".into(), reasons: vec!["because".into()], settings: settings.clone() };
        let mut read: toml::Table = draft.text().parse().unwrap_or_else(|e| panic!("{e}\n{}", draft.text()));
        assert_eq!(read.remove("extends"), Some("restricted".into()));
        assert_eq!(read, settings);
        assert!(draft.text().contains("# The cluster's name"), "{}", draft.text());
    }
}
