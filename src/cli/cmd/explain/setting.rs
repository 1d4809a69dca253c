//! What a setting is: its type and default, what each layer says, who won, who demands something of it, what it reaches.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::{list, section, within};
use crate::catalog::Catalog;
use crate::cli::report::{self, STRONG, styled};
use crate::cli::{text, ways_out};
use crate::error::Result;
use crate::plan::describe::{self, Setting};
use crate::plan::history::{self, Stand};
use crate::plan::{Plan, Resolved, vary};

pub(super) fn explain(catalog: &Catalog, setting: &Setting, name: &str, plan: Option<&Plan>) -> Result<(Json, String)> {
    let mut json = setting_json(catalog, setting, name, plan);
    let mut text = setting_text(catalog, setting, name, plan);
    if let Some(plan) = plan {
        let files = reach(catalog, plan, setting, name)?;
        json["files"] = json!(files);
        text += "\n";
        text += &match files.is_empty() {
            true => section("files that it reaches", "none here: no other value that was tried changes a file"),
            false => list("files that it reaches", &files),
        };
    }
    Ok((json, text.trim_end().to_string() + "\n"))
}

/// The settings of the plan that a name stands for: one, or one for each entry where it has `*`.
fn values<'a>(plan: &'a Plan, setting: &Setting, name: &str) -> Vec<(&'a String, &'a Resolved)> {
    let pattern = if name.contains('*') { setting.id.as_str() } else { name };
    plan.values
        .iter()
        .filter(|(key, _)| describe::matches(pattern, key) || key.starts_with(&format!("{pattern}.")))
        .collect()
}

/// The files that change when the setting does: rendered with other values, and compared. Nothing is checked, neither by
/// controls nor by what settings demand of each other: the question is only who reads it.
fn reach(catalog: &Catalog, plan: &Plan, setting: &Setting, name: &str) -> Result<Vec<String>> {
    let before = crate::generate(catalog, plan)?;
    let mut files = BTreeSet::new();
    for (key, value) in values(plan, setting, name) {
        for other in vary::others(setting, &value.value) {
            // A value that no file can hold shows nothing; the next one may.
            let Some(Ok(after)) = vary::with(plan, key, &other).map(|plan| crate::generate(catalog, &plan)) else {
                continue;
            };
            let paths = before.0.keys().chain(after.0.keys());
            files.extend(paths.filter(|path| before.0.get(*path) != after.0.get(*path)).map(ToString::to_string));
        }
    }
    Ok(files.into_iter().collect())
}

fn setting_json(catalog: &Catalog, setting: &Setting, name: &str, plan: Option<&Plan>) -> Json {
    let profiles: serde_json::Map<String, Json> = catalog
        .profiles
        .keys()
        .map(|profile| (profile.clone(), json!(describe::value_in(catalog, profile, &setting.id))))
        .collect();
    let demands: Vec<Json> = describe::demands(catalog, &setting.id)
        .into_iter()
        .map(|(control, demand)| json!({ "control": control, "demand": demand }))
        .collect();
    let here = plan.map(|plan| {
        let layer = |stand: Stand<'_>| {
            json!({
                "origin": stand.layer.to_string(),
                "value": stand.value,
                "place": stand.place.map(report::place),
                "wins": stand.wins,
            })
        };
        let one = |(key, value): (&String, &Resolved)| {
            json!({
                "id": key,
                "value": value.value,
                "origin": value.origin.to_string(),
                "place": value.place.as_ref().map(report::place),
                "layers": history::of(plan, key).into_iter().map(layer).collect::<Vec<Json>>(),
            })
        };
        values(plan, setting, name).into_iter().map(one).collect::<Vec<Json>>()
    });
    json!({
        "id": setting.id,
        "kind": "setting",
        "type": setting.kind,
        "allowed": setting.allowed,
        "form": setting.form,
        "default": describe::value_in(catalog, "base", &setting.id),
        "description": setting.description,
        "profiles": profiles,
        "demands": demands,
        "ways_out": ways_out::json_of_setting(setting),
        "here": here,
    })
}

/// What each layer says about one setting, the lowest first.
fn layers(plan: &Plan, key: &str, value: &Resolved) -> String {
    let mut out = format!("  {key} = {}\n", value.value);
    let rows: Vec<Vec<String>> = history::of(plan, key)
        .into_iter()
        .map(|stand| {
            let place = stand.place.filter(|place| place.line > 0).map(|place| format!(" ({place})"));
            let wins = if stand.wins { " <- wins" } else { "" };
            vec![format!("    {}", stand.layer), format!("{}{}{wins}", stand.value, place.unwrap_or_default())]
        })
        .collect();
    out += &text::columns(&rows, usize::MAX);
    out
}

fn setting_text(catalog: &Catalog, setting: &Setting, name: &str, plan: Option<&Plan>) -> String {
    let mut out = format!("{}: {}\n\n", styled(STRONG, &setting.id), setting.description);
    if let Some(plan) = plan {
        let stands = values(plan, setting, name);
        let rows: String = stands.iter().map(|(key, value)| layers(plan, key, value)).collect();
        let rows = if stands.is_empty() { "  nothing has it there\n".to_string() } else { rows };
        let _ = writeln!(out, "{}\n{rows}", styled(STRONG, &within(plan)));
    }
    if setting.allowed.is_empty() {
        let form = setting.form.as_ref().map(|form| format!(": {form}")).unwrap_or_default();
        out += &section("type", &format!("{}{form}", setting.kind));
    } else {
        let rows: Vec<Vec<String>> =
            setting.allowed.iter().map(|a| vec![format!("  {}", a.value), a.meaning.clone()]).collect();
        let head = if setting.kind.starts_with("list") { "a list of" } else { "one of" };
        let _ = writeln!(out, "{}\n{}", styled(STRONG, head), text::columns(&rows, text::width()));
    }
    let rows: Vec<String> = catalog
        .profiles
        .keys()
        .filter_map(|profile| {
            let value = describe::value_in(catalog, profile, &setting.id)?;
            Some(format!("{} = {value}", if profile == "base" { "default" } else { profile }))
        })
        .collect();
    out += &match rows.is_empty() {
        true => section("default", "none: nobody but you can know it"),
        false => list("value in each profile", &rows),
    };
    let demands: Vec<String> = describe::demands(catalog, &setting.id)
        .into_iter()
        .map(|(control, demand)| format!("{control}: {demand}"))
        .collect();
    out += &list("controls that demand something of it", &demands);
    out += &ways_out::of_setting(setting);
    out.trim_end().to_string() + "\n"
}
