//! What a control stops, breaks and costs; and where it stands in a plan.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::{list, section, within};
use crate::catalog::Catalog;
use crate::catalog::control::{Change, Control};
use crate::cli::cmd::plan::origin;
use crate::cli::report::{self, STRONG, styled};
use crate::error::Result;
use crate::plan::describe;
use crate::plan::{ControlState, Exception, Plan, Resolved};

pub(super) fn explain(catalog: &Catalog, control: &Control, plan: Option<&Plan>) -> Result<(Json, String)> {
    let mut json = control_json(catalog, control, plan);
    let mut text = control_text(catalog, control, plan);
    if let Some(plan) = plan {
        let lines = lines(catalog, plan, control)?;
        let one = |(key, value): (&String, &Resolved)| {
            let place = value.place.as_ref().map(report::place);
            json!({ "id": key, "value": value.value, "origin": value.origin.to_string(), "place": place })
        };
        json["here"]["settings"] = settings(control, plan).into_iter().map(one).collect();
        json["here"]["lines"] = json!(lines);
        text = format!("{text}\n{}", list("lines that implement it", &lines));
    }
    Ok((json, text.trim_end().to_string() + "\n"))
}

fn state(catalog: &Catalog, control: &Control, plan: &Plan) -> Json {
    let Some(state) = plan.controls.get(&control.id) else {
        return json!({ "state": "off" });
    };
    let one = |exception: &Exception| {
        let mut json = json!(exception);
        json["place"] = json!(exception.place.as_ref().map(report::place));
        json
    };
    let exceptions: Vec<Json> = state.exceptions().iter().map(one).collect();
    json!({ "state": state.word(), "selected_by": selected_by(catalog, control, plan), "exceptions": exceptions })
}

/// The profile of the chain that selects it first, or the profile file.
fn selected_by(catalog: &Catalog, control: &Control, plan: &Plan) -> String {
    let mut chain = plan.chain.iter().filter_map(|name| catalog.profiles.get(name));
    let profile = chain.find(|profile| profile.head.controls.contains(&control.id));
    profile.map_or_else(|| plan.profile_file.clone(), |profile| format!("profile {}", profile.name))
}

/// The settings that it demands something of, with their values.
fn settings<'a>(control: &Control, plan: &'a Plan) -> Vec<(&'a String, &'a Resolved)> {
    let demanded = |key: &str| control.requires.iter().any(|r| describe::matches(&r.setting, key));
    plan.values.iter().filter(|(key, _)| demanded(key)).collect()
}

/// Where a control stands in the tree of a plan, as `file:line`.
fn lines(catalog: &Catalog, plan: &Plan, control: &Control) -> Result<Vec<String>> {
    let mut places = crate::report::places(&crate::generate(catalog, plan)?);
    let of = places.remove(&control.id).unwrap_or_default();
    Ok(of.into_iter().map(|(file, line)| format!("{file}:{line}")).collect())
}

fn control_json(catalog: &Catalog, control: &Control, plan: Option<&Plan>) -> Json {
    let references: Vec<Json> = control
        .references
        .iter()
        .map(|r| json!({ "source": r.source.to_string(), "id": r.id, "title": r.title }))
        .collect();
    json!({
        "id": control.id,
        "kind": "control",
        "title": control.title,
        "layer": control.layer.slug(),
        "owner": control.owner.to_string(),
        "rationale": control.rationale.trim(),
        "attack": control.attack.trim(),
        "breaks": control.breaks.trim(),
        "costs": control.costs,
        "rights": control.rights,
        "change": control.change.to_string(),
        "change_note": control.change_note,
        "fixed": control.fixed,
        "references": references,
        "requires": control.requires.iter().map(describe::demand).collect::<Vec<_>>(),
        "evidence": control.evidence.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "profiles": describe::selecting(catalog, &control.id),
        "here": plan.map(|plan| state(catalog, control, plan)),
    })
}

/// What turning a control on or off takes, in a sentence.
fn change(control: &Control) -> &'static str {
    match control.change {
        Change::InPlace => "in place: an update that takes effect at once",
        Change::ReImage => "re-image: an update, and a new image on every node",
        Change::NewPool => "new pool: a new node pool, and the old one deleted",
        Change::NewCluster => "new cluster: it is decided when the cluster is made",
        Change::OneWay => "one way: it can be turned on at any time, and never off again",
    }
}

fn control_text(catalog: &Catalog, control: &Control, plan: Option<&Plan>) -> String {
    let mut out = format!("{}: {}\n", styled(STRONG, &control.id), control.title);
    let profiles = describe::selecting(catalog, &control.id);
    let profiles = if profiles.is_empty() { "none".to_string() } else { profiles.join(", ") };
    let _ = writeln!(out, "layer {}, owner {}, selected by {profiles}\n", control.layer, control.owner);
    if let Some(plan) = plan {
        out += &section(&within(plan), &here(catalog, control, plan));
        let rows: Vec<String> = settings(control, plan)
            .into_iter()
            .map(|(key, value)| format!("{key} = {} ({})", value.value, origin(value)))
            .collect();
        out += &list("what it rests on there", &rows);
    }
    out += &section("why", &control.rationale);
    out += &section("what it stops", &control.attack);
    out += &section("what it breaks", &control.breaks);
    out += &section("what is billed", &control.costs);
    out += &section("rights beyond Contributor", &control.rights);
    let later = format!("{}. {}", change(control), control.change_note);
    out += &section("to turn it on or off later", later.trim_end_matches(". "));
    let demands = if control.fixed {
        vec!["nothing: every tree has it, and no setting can turn it off".to_string()]
    } else {
        control.requires.iter().map(describe::demand).collect()
    };
    out += &list("what it demands", &demands);
    out += &list("what shows it", &control.evidence.iter().map(ToString::to_string).collect::<Vec<_>>());
    let references: Vec<String> = control
        .references
        .iter()
        .map(|r| format!("{} {}{}", r.source, r.id, r.title.as_ref().map(|t| format!(" ({t})")).unwrap_or_default()))
        .collect();
    out += &list("also known as", &references);
    out.trim_end().to_string() + "\n"
}

fn here(catalog: &Catalog, control: &Control, plan: &Plan) -> String {
    let Some(state) = plan.controls.get(&control.id) else {
        return "off: nothing selects it".into();
    };
    let place = |e: &Exception| e.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    let selected = selected_by(catalog, control, plan);
    match state {
        ControlState::Excepted(e) => format!("{e}{}; selected by {selected}", place(e)),
        state => {
            let but = state.exceptions().iter().map(|e| format!(", but {e}{}", place(e)));
            format!("on, selected by {selected}{}", but.collect::<String>())
        }
    }
}
