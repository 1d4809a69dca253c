//! What Azure or Kubernetes must hold for a control to be true, in their own shape.

use std::fmt;

use serde::Deserialize;

use super::operator::Operator;
use super::path::Path;

/// Whose shape an evidence is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum World {
    /// Azure resource types such as `Microsoft.KeyVault/vaults`.
    Azure,
    /// Kubernetes kinds such as `NetworkPolicy`.
    Kubernetes,
}

/// Over how many of the selected resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quantifier {
    /// Every one of them.
    #[default]
    Every,
    /// At least one of them.
    Any,
    /// None of them: no such resource may be there.
    None,
}

/// A path and what stands there.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "toml::Table")]
pub struct Condition {
    /// Where to look.
    pub path: Path,
    /// What must stand there.
    pub operator: Operator,
    /// Whether nothing at all will do as well.
    pub or_absent: bool,
}

/// One thing that must be true of the resources.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "toml::Table")]
pub struct Evidence {
    /// The Azure resource type or the Kubernetes kind.
    pub of: String,
    /// Which of these resources.
    pub select: Vec<Condition>,
    /// Over how many of them.
    pub quantifier: Quantifier,
    /// At least so many must be selected; 0 where none will do as well.
    pub count: usize,
    /// Counted for each resource of this type or kind: those of one namespace, or at the scope of one Azure resource.
    pub per: Option<String>,
    /// What must be true of each; nothing where it is enough to be there (or not to be).
    pub demand: Option<Condition>,
}

impl Evidence {
    /// Whose shape it is written in.
    pub fn world(&self) -> World {
        if self.of.contains('/') { World::Azure } else { World::Kubernetes }
    }
}

fn take<'de, T: Deserialize<'de>>(table: &mut toml::Table, key: &str) -> Result<Option<T>, String> {
    table.remove(key).map(|value| T::deserialize(value).map_err(|e| format!("`{key}`: {}", e.message()))).transpose()
}

impl TryFrom<toml::Table> for Condition {
    type Error = String;

    fn try_from(mut table: toml::Table) -> Result<Self, String> {
        let path = take(&mut table, "path")?.ok_or("`path` is missing")?;
        let or_absent = take(&mut table, "or_absent")?.unwrap_or(false);
        Ok(Condition { path, operator: Operator::try_from(table)?, or_absent })
    }
}

impl TryFrom<toml::Table> for Evidence {
    type Error = String;

    fn try_from(mut table: toml::Table) -> Result<Self, String> {
        let of: String =
            take(&mut table, "of")?.ok_or("`of` is missing: the Azure resource type or Kubernetes kind")?;
        let select = take(&mut table, "where")?.unwrap_or_default();
        let quantifier = take(&mut table, "quantifier")?.unwrap_or_default();
        let count: Option<usize> = take(&mut table, "count")?;
        let per = take(&mut table, "per")?;
        if quantifier == Quantifier::None && (count.is_some() || per.is_some()) {
            return Err("`quantifier = \"none\"` goes with neither `count` nor `per`".into());
        }
        let demand = if table.is_empty() { None } else { Some(Condition::try_from(table)?) };
        Ok(Evidence { of, select, quantifier, count: count.unwrap_or(1), per, demand })
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path, self.operator)?;
        if self.or_absent { write!(f, " or be absent") } else { Ok(()) }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.quantifier, self.count) {
            (Quantifier::Every, 0) => write!(f, "every {} there is", self.of)?,
            (Quantifier::Every, 1) => write!(f, "every {} (at least one)", self.of)?,
            (Quantifier::Every, count) => write!(f, "every {} (at least {count} of them)", self.of)?,
            (Quantifier::Any, _) => write!(f, "some {}", self.of)?,
            (Quantifier::None, _) => write!(f, "no {}", self.of)?,
        }
        if let Some(per) = &self.per {
            write!(f, " of each {per}")?;
        }
        for (index, condition) in self.select.iter().enumerate() {
            write!(f, "{} {condition}", if index == 0 { " whose" } else { " and" })?;
        }
        match &self.demand {
            Some(demand) => write!(f, ": {demand}"),
            None => Ok(()),
        }
    }
}
