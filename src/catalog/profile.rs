//! An embedded profile: a named set of controls and settings, in the format of a user's profile file.

use serde::Deserialize;

use crate::error::{Place, Problem};

/// Hardening that a tier asks for and that is not rendered yet; shown, never half-rendered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// The row of the controls reference, such as `API-02`.
    pub reference: String,
    /// What it is.
    pub title: String,
    /// Why it is not there yet, or what it waits for.
    pub why: String,
}

/// The part of a profile that is not a setting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ProfileHead {
    /// A title of a few words.
    pub title: String,
    /// One sentence on whom the profile is for.
    pub description: String,
    /// The profile below this one.
    pub extends: Option<String>,
    /// The controls selected in addition to those of the profile below.
    #[serde(default)]
    pub controls: Vec<String>,
    /// What is still missing from this tier.
    #[serde(default)]
    pub planned: Vec<Planned>,
}

/// An embedded profile.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The file stem, which is the profile's name.
    pub name: String,
    /// The text of the file, for places in errors and origins.
    pub text: &'static str,
    /// Title, parent and controls.
    pub head: ProfileHead,
}

impl Profile {
    /// Reads an embedded profile file.
    pub fn parse(file: &str, text: &'static str) -> Result<Profile, Problem> {
        let head = toml::from_str(text)
            .map_err(|e| Problem::new(e.message().to_string()).at(Place::file(format!("profiles/{file}"))))?;
        Ok(Profile { name: file.trim_end_matches(".toml").to_string(), text, head })
    }
}
