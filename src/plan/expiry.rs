//! What has run out by a day, or soon will: exceptions and versions. The day is given; nothing here reads a clock.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::describe::matches;
use super::{ControlState, Plan};
use crate::catalog::Catalog;
use crate::error::{Place, Problem, Result};

/// Something with a last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expiry {
    /// What it is, such as `exception to no-local-accounts`.
    pub what: String,
    /// Its last day.
    pub ends: Date,
    /// Whether that day is over.
    pub expired: bool,
    /// What to do about it.
    pub help: String,
    /// Where it was set.
    pub place: Option<Place>,
}

/// Reads a day such as `2027-06-30`.
///
/// # Errors
/// The text is no day.
pub fn day(text: &str) -> Result<Date> {
    text.parse().map_err(|_| Problem::new(format!("`{text}` is no day")).help("write it as 2027-06-30").into())
}

/// Reads a stretch of days such as `30d`.
///
/// # Errors
/// The text is no number of days.
pub fn days(text: &str) -> Result<Span> {
    let number = text.strip_suffix('d').unwrap_or(text).parse::<u16>().ok();
    let refuse = || Problem::new(format!("`{text}` is no number of days")).help("write it as 30d").into();
    number.map(|n| i64::from(n).days()).ok_or_else(refuse)
}

/// Everything of a plan and its tree that has ended by `as_of`, or ends within `soon` after it. The earliest comes first.
/// `named` says whether the tree names a text.
pub fn find(catalog: &Catalog, plan: &Plan, named: impl Fn(&str) -> bool, as_of: Date, soon: Span) -> Vec<Expiry> {
    let horizon = as_of.saturating_add(soon);
    let mut all: Vec<Expiry> = Vec::new();
    for exception in plan.controls.values().flat_map(ControlState::exceptions) {
        let Ok(ends) = exception.expires.parse() else { continue };
        all.push(Expiry {
            what: format!("exception to {} ({}, {})", exception.subject(), exception.owner, exception.reason),
            ends,
            expired: false,
            help: "mend the setting and take the exception out, or let its owner renew it".into(),
            place: exception.place.clone(),
        });
    }
    // What is retiring is in no template, so only a word of the user's own could look like it.
    for (kind, name, version) in catalog.versions.all().filter(|(kind, ..)| *kind != "retiring") {
        let Some(ends) = version.ends.as_ref().and_then(|d| d.date).and_then(|d| d.to_string().parse().ok()) else {
            continue;
        };
        if let Some(setting) = &version.setting {
            let chosen =
                plan.values.iter().filter(|(key, now)| matches(setting, key) && holds(&now.value, &version.value));
            all.extend(chosen.map(|(key, now)| Expiry {
                what: format!("{} {}", if kind == "kubernetes" { title(kind) } else { key }, version.value),
                ends,
                expired: false,
                help: format!("set {key} to a newer one"),
                place: now.place.clone(),
            }));
        } else if version.is_named(kind, name, &named) {
            let help = "take a newer aks-harden".into();
            all.push(Expiry {
                what: format!("{} {name}", title(kind)).trim().into(),
                ends,
                expired: false,
                help,
                place: None,
            });
        }
    }
    // A last day still counts, so without a stretch to look ahead nothing ends today.
    all.retain(|e| e.ends < as_of || (horizon > as_of && e.ends <= horizon));
    for expiry in &mut all {
        expiry.expired = expiry.ends < as_of;
    }
    all.sort_by(|a, b| (a.ends, &a.what).cmp(&(b.ends, &b.what)));
    all
}

/// What people call one version of a kind.
fn title(kind: &str) -> &str {
    match kind {
        "kubernetes" => "Kubernetes",
        "api" => "API version of",
        "images" => "image",
        "actions" => "action",
        "addons" => "add-on",
        _ => "",
    }
}

/// Whether a value is this text, or a list with it.
fn holds(value: &toml::Value, text: &str) -> bool {
    match value {
        toml::Value::Array(list) => list.iter().any(|value| holds(value, text)),
        value => value.as_str() == Some(text),
    }
}
