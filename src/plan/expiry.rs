//! What has run out by a day, or soon will: exceptions and versions. The day is given; nothing here reads a clock.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

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

/// Everything of a plan that has ended by `as_of`, or ends within `soon` after it. The earliest comes first.
pub fn find(catalog: &Catalog, plan: &Plan, as_of: Date, soon: Span) -> Vec<Expiry> {
    let horizon = as_of.saturating_add(soon);
    let mut all: Vec<Expiry> = Vec::new();
    for state in plan.controls.values() {
        let ControlState::Excepted(exception) = state else { continue };
        let Ok(ends) = exception.expires.parse() else { continue };
        all.push(Expiry {
            what: format!("exception to {} ({}, {})", exception.control, exception.owner, exception.reason),
            ends,
            expired: false,
            help: "mend the setting and take the exception out, or let its owner renew it".into(),
            place: None,
        });
    }
    let key = "cluster.kubernetes_version";
    let minor = plan.settings.cluster.kubernetes_version.as_str();
    let images = catalog.versions.kind("images").chain(catalog.versions.kind("actions"));
    let kubernetes = catalog.versions.kind("kubernetes").filter(|(name, _)| *name == minor);
    for (kind, (name, version)) in kubernetes.map(|v| ("Kubernetes", v)).chain(images.map(|v| ("pin", v))) {
        let date = version.ends.as_ref().and_then(|d| d.date);
        let Some(ends) = date.and_then(|d| d.to_string().parse().ok()) else { continue };
        let help =
            if kind == "pin" { "take a newer aks-harden" } else { "set cluster.kubernetes_version to a newer minor" };
        let place = plan.values.get(key).filter(|_| kind != "pin").and_then(|v| v.place.clone());
        all.push(Expiry { what: format!("{kind} {name}"), ends, expired: false, help: help.into(), place });
    }
    all.retain(|e| e.ends < horizon || e.ends < as_of);
    for expiry in &mut all {
        expiry.expired = expiry.ends < as_of;
    }
    all.sort_by(|a, b| (a.ends, &a.what).cmp(&(b.ends, &b.what)));
    all
}
