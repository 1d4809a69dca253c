//! What runs out: Kubernetes minors and images, each with its source and, where one is published, its end.

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
}

/// All versions, by kind (`kubernetes`, `images`, `actions`) and name.
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

    /// The versions of one kind.
    pub fn kind(&self, kind: &str) -> impl Iterator<Item = (&str, &Version)> {
        self.0.get(kind).into_iter().flatten().map(|(name, version)| (name.as_str(), version))
    }
}
