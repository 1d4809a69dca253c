//! What runs out: everything with a version that output names, each with its source and, where one is published, its end.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Place, Problem};

/// One version that a template may name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// What is written into the output: a minor, an image by digest, an action by commit.
    pub value: String,
    /// Where the fact comes from.
    pub source: String,
    /// The day it was looked up.
    pub checked: toml::value::Datetime,
    /// The last day of support, where one is published.
    pub ends: Option<toml::value::Datetime>,
    /// The setting that chooses it; without one it stands in a template.
    pub setting: Option<String>,
    /// How far along it is, where that is no matter of course: an add-on.
    pub state: Option<String>,
}

impl Version {
    /// Whether output that has these texts names it. A resource type needs both of its halves; of an action the tag is a comment.
    pub fn is_named(&self, kind: &str, name: &str, has: impl Fn(&str) -> bool) -> bool {
        let value = &self.value;
        match kind {
            "api" => {
                let last = name.rsplit('/').next().unwrap_or(name);
                has(&format!("{name}@{value}")) || has(&format!("/{last}?api-version={value}"))
            }
            "actions" => has(value.split(" # ").next().unwrap_or(value)),
            _ => has(value),
        }
    }
}

/// All versions, by kind (`kubernetes`, `images`, `actions`, `api`, `skus`, `addons`, `retiring`) and name.
#[derive(Debug, Clone, Default)]
pub struct Versions(pub BTreeMap<String, BTreeMap<String, Version>>);

impl Versions {
    /// Adds the table of one file; its stem is the kind.
    pub(super) fn add(&mut self, file: &str, text: &str) -> Result<(), Problem> {
        let table = toml::from_str(text)
            .map_err(|e| Problem::new(e.message().to_string()).at(Place::file(format!("versions/{file}"))))?;
        self.0.insert(file.trim_end_matches(".toml").to_string(), table);
        Ok(())
    }

    /// Every version, with its kind and name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str, &Version)> {
        let kinds = self.0.iter();
        kinds.flat_map(|(kind, table)| table.iter().map(move |(name, version)| (kind.as_str(), name.as_str(), version)))
    }

    /// The versions of one kind.
    pub fn kind(&self, kind: &str) -> impl Iterator<Item = (&str, &Version)> {
        self.0.get(kind).into_iter().flatten().map(|(name, version)| (name.as_str(), version))
    }
}
