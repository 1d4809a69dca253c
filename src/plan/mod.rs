//! The decision: layers of settings, merged, checked and made total. Pure: it knows no template and no terminal.

mod addresses;
mod cel;
pub mod choice;
pub mod describe;
pub mod draft;
pub mod egress;
pub mod environments;
mod exceptions;
pub mod expiry;
pub mod facts;
pub mod flow;
pub mod history;
mod inherit;
mod instead;
mod invariants;
pub mod kind;
pub mod layer;
mod machines;
pub mod names;
pub mod needs;
pub mod network;
pub mod profile_schema;
mod registry;
mod relations;
mod resolve;
pub mod settings;
mod size;
mod slips;
mod spaces;
pub mod validate;
pub mod vary;
pub mod view;
pub mod workload;

pub use resolve::{Input, resolve, resolve_in};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::error::Place;
use facts::Facts;
use layer::{Layer, Origin};
use needs::Recommendation;
use settings::Settings;

/// The resolved, total decision.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The file name of the profile file.
    pub profile_file: String,
    /// The environment, where the file has any.
    pub environment: Option<String>,
    /// The profiles it stands on, the base first.
    pub chain: Vec<String>,
    /// Why this profile, where `[needs]` chose it.
    pub recommendation: Option<Recommendation>,
    /// Every setting.
    pub settings: Settings,
    /// Every value with its origin, by dotted key.
    pub values: BTreeMap<String, Resolved>,
    /// What they were merged from, the base first.
    pub layers: Vec<Layer>,
    /// Every selected control, by id.
    pub controls: BTreeMap<String, ControlState>,
    /// What Azure has told so far.
    pub facts: Facts,
}

impl Plan {
    /// The folder of the tree: that of the profile file, and below it one for each environment.
    pub fn output_dir(&self) -> String {
        self.folder_below(self.settings.output.dir.as_str())
    }

    /// The folder of the tree below another output folder.
    pub fn folder_below(&self, folder: &str) -> String {
        match &self.environment {
            Some(name) => format!("{}/{name}", folder.trim_end_matches('/')),
            None => folder.to_string(),
        }
    }

    /// What follows the name of a command, such as `aks-harden.toml --environment dev`.
    pub fn arguments(&self) -> String {
        match &self.environment {
            Some(name) => format!("{} --environment {name}", self.profile_file),
            None => self.profile_file.clone(),
        }
    }
}

/// A value and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// The value.
    pub value: toml::Value,
    /// Who set it.
    pub origin: Origin,
    /// Where.
    pub place: Option<Place>,
}

/// Whether a selected control holds or is excepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ControlState {
    /// It holds.
    On,
    /// It holds but for a few places, each with an exception of its own.
    Partly(Vec<Exception>),
    /// It is switched off on purpose.
    Excepted(Exception),
}

impl ControlState {
    /// The exceptions to it: none, one, or one for each of some places.
    pub fn exceptions(&self) -> &[Exception] {
        match self {
            ControlState::On => &[],
            ControlState::Partly(exceptions) => exceptions,
            ControlState::Excepted(exception) => std::slice::from_ref(exception),
        }
    }

    /// The state in a word.
    pub fn word(&self) -> &'static str {
        match self {
            ControlState::On => "on",
            ControlState::Partly(_) => "partly",
            ControlState::Excepted(_) => "excepted",
        }
    }
}

/// A control that is switched off on purpose, everywhere or at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exception {
    /// The control.
    pub control: String,
    /// The one place where it is off, such as `nodes.pools.user`; everywhere where there is none.
    pub at: Option<String>,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it counts, as `2027-06-30`.
    pub expires: String,
    /// Where it was written.
    #[serde(skip)]
    pub place: Option<Place>,
}

impl Exception {
    /// The control, with the place where there is one: `non-root at workloads.redis`.
    pub fn subject(&self) -> String {
        match &self.at {
            Some(place) => format!("{} at {place}", self.control),
            None => self.control.clone(),
        }
    }
}

impl std::fmt::Display for Exception {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = self.at.as_ref().map(|place| format!(" at {place}")).unwrap_or_default();
        write!(f, "excepted{at} until {} by {}: {}", self.expires, self.owner, self.reason)
    }
}
