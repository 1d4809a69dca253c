//! `aks-harden explain`: one control, setting or profile, and what stands behind it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::catalog::Catalog;
use crate::catalog::control::Control;
use crate::catalog::profile::{Planned, Profile};
use crate::cli::args::{ExplainArgs, Source};
use crate::cli::exit::Exit;
use crate::cli::load;
use crate::cli::report::{self, STRONG, Screen, styled};
use crate::cli::text;
use crate::error::{Problem, Result};
use crate::plan::describe::{self, Setting};
use crate::plan::validate::did_you_mean;
use crate::plan::{self, ControlState, Input, Plan, vary};

pub(in crate::cli) fn run(args: &ExplainArgs, screen: &mut Screen) -> Result<Exit> {
    let catalog = Catalog::load()?;
    let input = match &args.profile_file {
        Some(file) => {
            let environments = args.environment.iter().cloned().collect();
            let source = Source { profile_file: file.clone(), sets: args.sets.clone(), environments };
            Some(load::input(&source, args.environment.as_deref())?)
        }
        None => None,
    };
    let resolve = |input| plan::resolve_in(&catalog, input, args.environment.as_deref());
    let plan = input.as_ref().map(resolve).transpose()?;
    let name = args.name.as_str();
    let settings = describe::settings();
    let setting = settings.iter().find(|s| s.id == name || describe::matches(&s.id, name));
    let (json, text) = if let Some(control) = catalog.controls.get(name) {
        let lines = plan.as_ref().map(|plan| lines(&catalog, plan, control)).unwrap_or_default();
        let mut json = control_json(&catalog, control, plan.as_ref());
        if plan.is_some() {
            json["here"]["lines"] = json!(lines);
        }
        let text = control_text(&catalog, control, plan.as_ref());
        (json, format!("{text}\n{}", list("lines that implement it", &lines)).trim_end().to_string() + "\n")
    } else if let Some(setting) = setting {
        let files = match (&input, &plan) {
            (Some(input), Some(plan)) => Some(reach(&catalog, input, plan, setting, name)),
            _ => None,
        };
        let (mut json, mut text) = (
            setting_json(&catalog, setting, name, plan.as_ref()),
            setting_text(&catalog, setting, name, plan.as_ref()),
        );
        if let Some(files) = files {
            json["files"] = json!(files);
            text = format!("{text}\n{}", list("files that it reaches", &files)).trim_end().to_string() + "\n";
        }
        (json, text)
    } else if let Some((profile, planned)) = planned(&catalog, name) {
        (planned_json(profile, planned), planned_text(profile, planned))
    } else if let Some(profile) = catalog.profiles.get(name) {
        (profile_json(&catalog, profile), profile_text(&catalog, profile))
    } else {
        return Err(nothing(&catalog, &settings, name).into());
    };
    if screen.is_json() {
        screen.json(&json)
    } else {
        screen.print(&text)
    }
    Ok(Exit::Done)
}

fn nothing(catalog: &Catalog, settings: &[Setting], name: &str) -> Problem {
    let problem = Problem::new(format!("there is no control, setting or profile `{name}`"));
    let below: Vec<&str> =
        settings.iter().map(|s| s.id.as_str()).filter(|id| id.starts_with(&format!("{name}."))).collect();
    if !below.is_empty() {
        return problem.help(format!("it is a table: {}", below.join(", ")));
    }
    let ids: Vec<&str> = settings.iter().map(|s| s.id.as_str()).collect();
    let last = |id: &str| id.rsplit('.').next().unwrap_or_default().to_string();
    let whole = catalog.controls.keys().chain(catalog.profiles.keys()).map(String::as_str).chain(ids.iter().copied());
    let lasts: Vec<String> = ids.iter().map(|id| last(id)).collect();
    let by_last = || {
        let near = did_you_mean(name, lasts.iter().map(String::as_str))?;
        ids.iter().find(|id| last(id) == near).copied()
    };
    let near = ids.iter().find(|id| last(id) == name).copied().or_else(|| did_you_mean(name, whole)).or_else(by_last);
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`aks-harden list controls` and `aks-harden list settings` print what there is"),
    }
}

fn planned<'a>(catalog: &'a Catalog, name: &str) -> Option<(&'a Profile, &'a Planned)> {
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

fn state(control: &Control, plan: &Plan) -> Json {
    match plan.controls.get(&control.id) {
        None => json!({ "state": "off" }),
        Some(state) => json!({ "state": state.word(), "exceptions": state.exceptions() }),
    }
}

/// Where a control stands in the tree of a plan, as `file:line`.
fn lines(catalog: &Catalog, plan: &Plan, control: &Control) -> Vec<String> {
    let tree = crate::generate(catalog, plan).unwrap_or_default();
    let mut places = crate::report::places(&tree);
    let of = places.remove(&control.id).unwrap_or_default();
    of.into_iter().map(|(file, line)| format!("{file}:{line}")).collect()
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
        "fixed": control.fixed,
        "references": references,
        "requires": control.requires.iter().map(describe::demand).collect::<Vec<_>>(),
        "evidence": control.evidence.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "profiles": describe::selecting(catalog, &control.id),
        "here": plan.map(|plan| state(control, plan)),
    })
}

/// What turning a control on or off takes, in a sentence.
fn change(control: &Control) -> &'static str {
    use crate::catalog::control::Change;
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
        out += &section(&within(plan), &here(control, plan));
    }
    out += &section("why", &control.rationale);
    out += &section("what it stops", &control.attack);
    out += &section("what it breaks", &control.breaks);
    out += &section("what is billed", &control.costs);
    out += &section("rights beyond Contributor", &control.rights);
    out += &section("to change it later", change(control));
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

/// The profile file, and its environment.
fn within(plan: &Plan) -> String {
    let environment = plan.environment.as_ref().map(|name| format!(", environment {name}"));
    format!("in {}{}", plan.profile_file, environment.unwrap_or_default())
}

fn here(control: &Control, plan: &Plan) -> String {
    match plan.controls.get(&control.id) {
        None => "off: nothing selects it".into(),
        Some(ControlState::Excepted(e)) => e.to_string(),
        Some(state) => {
            let but = state.exceptions().iter().map(|e| format!(", but {e}"));
            format!("on{}", but.collect::<String>())
        }
    }
}

/// The settings of the plan that a name stands for: one, or one for each entry where it has `*`.
fn values<'a>(plan: &'a Plan, setting: &Setting, name: &str) -> Vec<(&'a String, &'a crate::plan::Resolved)> {
    let pattern = if name.contains('*') { setting.id.as_str() } else { name };
    plan.values
        .iter()
        .filter(|(key, _)| describe::matches(pattern, key) || key.starts_with(&format!("{pattern}.")))
        .collect()
}

/// The files that change when the setting does: rendered with other values, and compared. What controls demand does not
/// stand in the way here; what settings demand of each other does, and then that value shows nothing.
fn reach(catalog: &Catalog, input: &Input, plan: &Plan, setting: &Setting, name: &str) -> Vec<String> {
    let mut free = catalog.clone();
    free.controls.values_mut().for_each(|control| control.requires.clear());
    let mut free_input = input.clone();
    let Ok(before) = crate::generate(catalog, plan) else { return Vec::new() };
    let mut files = BTreeSet::new();
    for (key, value) in values(plan, setting, name) {
        for other in vary::others(setting, &value.value) {
            free_input.sets = input.sets.iter().cloned().chain([format!("{key}={other}")]).collect();
            let Ok(changed) = plan::resolve_in(&free, &free_input, plan.environment.as_deref()) else { continue };
            let Ok(after) = crate::generate(&free, &changed) else { continue };
            let paths = before.0.keys().chain(after.0.keys());
            files.extend(paths.filter(|path| before.0.get(*path) != after.0.get(*path)).map(ToString::to_string));
        }
    }
    files.into_iter().collect()
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
        let one = |(key, value): (&String, &crate::plan::Resolved)| {
            json!({
                "id": key,
                "value": value.value,
                "origin": value.origin.to_string(),
                "place": value.place.as_ref().map(report::place),
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
        "here": here,
    })
}

fn setting_text(catalog: &Catalog, setting: &Setting, name: &str, plan: Option<&Plan>) -> String {
    let mut out = format!("{}: {}\n\n", styled(STRONG, &setting.id), setting.description);
    if let Some(plan) = plan {
        let rows: Vec<String> = values(plan, setting, name)
            .into_iter()
            .map(|(key, value)| format!("{key} = {} ({})", value.value, super::plan::origin(value)))
            .collect();
        out += &list(&within(plan), &rows);
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
    out.trim_end().to_string() + "\n"
}

fn section(title: &str, body: &str) -> String {
    format!("{}\n{}\n", styled(STRONG, title), text::paragraph(body, 2))
}

fn list(title: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: String = items.iter().map(|item| format!("  {item}\n")).collect();
    format!("{}\n{items}\n", styled(STRONG, title))
}
