//! What a profile is, and what its tier asks for that is not there yet.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::section;
use crate::catalog::Catalog;
use crate::catalog::profile::{Planned, Profile};
use crate::cli::report::{STRONG, styled};
use crate::cli::text;
use crate::plan::describe;

pub(super) fn explain(catalog: &Catalog, profile: &Profile) -> (Json, String) {
    (profile_json(catalog, profile), profile_text(catalog, profile))
}

pub(super) fn explain_planned(profile: &Profile, planned: &Planned) -> (Json, String) {
    (planned_json(profile, planned), planned_text(profile, planned))
}

pub(super) fn planned<'a>(catalog: &'a Catalog, name: &str) -> Option<(&'a Profile, &'a Planned)> {
    let all = catalog.profiles.values().flat_map(|p| p.head.planned.iter().map(move |planned| (p, planned)));
    all.into_iter().find(|(_, planned)| planned.reference.eq_ignore_ascii_case(name))
}

fn planned_json(profile: &Profile, planned: &Planned) -> Json {
    json!({
        "id": planned.reference,
        "kind": "planned",
        "title": planned.title,
        "why": planned.why,
        "profile": profile.name,
    })
}

fn planned_text(profile: &Profile, planned: &Planned) -> String {
    let mut out = format!("{}: {}\n", styled(STRONG, &planned.reference), planned.title);
    let _ = writeln!(out, "not there yet; the tier of the profile {} asks for it\n", profile.name);
    out + &section("why not yet", &planned.why)
}

fn profile_json(catalog: &Catalog, profile: &Profile) -> Json {
    let planned: Vec<Json> = profile
        .head
        .planned
        .iter()
        .map(|p| json!({ "reference": p.reference, "title": p.title, "why": p.why }))
        .collect();
    json!({
        "id": profile.name,
        "kind": "profile",
        "title": profile.head.title,
        "description": profile.head.description,
        "extends": profile.head.extends,
        "controls": selected(catalog, profile),
        "planned": planned,
    })
}

fn selected<'a>(catalog: &'a Catalog, profile: &Profile) -> Vec<&'a str> {
    let ids = catalog.controls.keys().map(String::as_str);
    ids.filter(|id| describe::selecting(catalog, id).contains(&profile.name.as_str())).collect()
}

fn profile_text(catalog: &Catalog, profile: &Profile) -> String {
    let mut out = format!("{}: {}\n", styled(STRONG, &profile.name), profile.head.title);
    if let Some(parent) = &profile.head.extends {
        let _ = writeln!(out, "extends {parent}");
    }
    let _ = writeln!(out);
    out += &section("what it is", &profile.head.description);
    let own: Vec<Vec<String>> = profile
        .head
        .controls
        .iter()
        .map(|id| vec![format!("  {id}"), catalog.controls.get(id).map_or(String::new(), |c| c.title.clone())])
        .collect();
    let _ = writeln!(out, "{}", styled(STRONG, "controls it adds"));
    out += &text::columns(&own, text::width());
    if !profile.head.planned.is_empty() {
        let rows: Vec<Vec<String>> =
            profile.head.planned.iter().map(|p| vec![format!("  {}", p.reference), p.title.clone()]).collect();
        let _ = writeln!(out, "\n{}", styled(STRONG, "not there yet"));
        out += &text::columns(&rows, text::width());
    }
    out
}
