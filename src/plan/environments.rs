//! Environments: one profile file, the same controls, and a plan for each of `[environments.NAME]`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::exceptions::{Active, exceptions};
use super::facts::Facts;
use super::layer::{Layer, Origin};
use super::resolve::{HEAD, resolve_in};
use super::validate::did_you_mean;
use super::{ControlState, Exception, Input, Plan, describe, kind, network};
use crate::catalog::Catalog;
use crate::catalog::requirement;
use crate::error::{Place, Problem, Problems, Result};

/// The key of the profile file.
const KEY: &str = "environments";

/// The names of a profile file's environments, in order; none where it has none. What is wrong with them is for resolving.
///
/// # Errors
/// The file is no TOML.
pub fn names(file: &str, text: &str) -> Result<Vec<String>> {
    Ok(of(&Layer::parse(Origin::File, file, text)?, &mut Vec::new()))
}

/// The names, and what is wrong with the tables.
pub(super) fn of(file: &Layer, problems: &mut Vec<Problem>) -> Vec<String> {
    let Some(value) = file.table.get(KEY) else {
        return Vec::new();
    };
    let mut fail = |problem: Problem, key: &str| problems.push(at(file, problem, key));
    let Some(table) = value.as_table().filter(|table| !table.is_empty()) else {
        let problem = Problem::new(format!("`{KEY}` has to hold a table for each environment"));
        fail(problem.help("write [environments.dev] above its settings"), KEY);
        return Vec::new();
    };
    for (name, value) in table {
        let key = format!("{KEY}.{name}");
        if let Err(why) = sound(name) {
            fail(Problem::new(format!("`{name}` is not a valid name for an environment: {why}")), &key);
        }
        let Some(settings) = value.as_table() else {
            let problem = Problem::new(format!("the environment `{name}` has to be a table of settings"));
            fail(problem.help(format!("write [{key}] above its settings")), &key);
            continue;
        };
        for head in HEAD.iter().filter(|head| settings.contains_key(**head)) {
            let problem =
                Problem::new(format!("an environment holds settings only; `{head}` is the same for all of them"));
            let help = match *head {
                "exception" | "controls" => format!(
                    "write [[exception]] at the top of the file; environment = \"{name}\" in it makes it hold there only"
                ),
                _ => format!("move `{head}` to the top of the file"),
            };
            fail(problem.help(help), &format!("{key}.{head}"));
        }
    }
    table.keys().cloned().collect()
}

/// Whether a text can be the name of an environment.
pub fn is_name(text: &str) -> bool {
    sound(text).is_ok()
}

/// A name stands in file names, and in comments of pages, which two hyphens would end.
fn sound(name: &str) -> std::result::Result<(), String> {
    kind::check("dns-label", name)?;
    if name.contains("--") { Err("two hyphens in a row".into()) } else { Ok(()) }
}

/// What is wrong where an environment is not there, or none was named although there are some.
pub(super) fn must_be_named(file: &Layer, names: &[String], wanted: Option<&str>) -> Option<Problem> {
    match wanted {
        None if !names.is_empty() => {
            let problem = at(file, Problem::new("the profile file has environments, and none was named"), KEY);
            Some(problem.help(format!("name one with --environment: {}", names.join(", "))))
        }
        Some(name) if !names.iter().any(|known| known == name) => Some(unknown(name, names)),
        _ => None,
    }
}

/// There is no environment of this name.
pub(super) fn unknown(name: &str, names: &[String]) -> Problem {
    let problem = Problem::new(format!("there is no environment `{name}`"));
    let problem = match did_you_mean(name, names.iter().map(String::as_str)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem,
    };
    problem.help(match names {
        [] => "the profile file has none: write [environments.dev] above the settings that differ there".to_string(),
        names => format!("the environments are: {}", names.join(", ")),
    })
}

fn at(file: &Layer, problem: Problem, key: &str) -> Problem {
    file.place(key).cloned().into_iter().fold(problem, Problem::at)
}

/// The settings of one environment, with their places in the file.
pub(super) fn layer(file: &Layer, name: &str) -> Option<Layer> {
    let mut table = file.table.get(KEY)?.get(name)?.as_table()?.clone();
    table.retain(|key, _| !HEAD.contains(&key));
    let prefix = format!("{KEY}.{name}.");
    let places = file.places.iter().filter_map(|(key, place)| Some((key.strip_prefix(&prefix)?.into(), place.clone())));
    Some(Layer { origin: Origin::Environment(name.into()), places: places.collect(), table })
}

/// Resolves every environment of a profile file, and gives those that are wanted: all of them where none is named. A file
/// without environments gives its one plan. `--set` and facts reach only what is wanted.
///
/// # Errors
/// Every problem of every environment, since one file is valid or it is not; each names its environments.
pub fn resolve(
    catalog: &Catalog,
    input: &Input,
    wanted: &[String],
    facts: &BTreeMap<String, Facts>,
) -> Result<Vec<Plan>> {
    let names = names(&input.file, &input.text)?;
    Problems::check(wanted.iter().filter(|name| !names.contains(name)).map(|name| unknown(name, &names)).collect())?;
    if names.is_empty() {
        return resolve_in(catalog, input, None).map(|plan| vec![plan]);
    }
    let is_wanted = |name: &String| wanted.is_empty() || wanted.contains(name);
    let mut plans = Vec::new();
    let mut problems: Vec<(Problem, Vec<&str>)> = Vec::new();
    for name in &names {
        let facts = facts.get(name).cloned().unwrap_or_default();
        let sets = if is_wanted(name) { input.sets.clone() } else { Vec::new() };
        match resolve_in(catalog, &Input { facts, sets, ..input.clone() }, Some(name)) {
            Ok(plan) => plans.push(plan),
            Err(found) => {
                for problem in found.0 {
                    match problems.iter_mut().find(|(known, _)| *known == problem) {
                        Some((_, environments)) => environments.push(name),
                        None => problems.push((problem, vec![name])),
                    }
                }
            }
        }
    }
    let said = problems.into_iter().map(|(mut problem, environments)| {
        if environments.len() < names.len() || names.len() == 1 {
            problem.what = in_environments(&problem.what, &environments);
        }
        problem
    });
    Problems::check(said.collect())?;
    let mut problems = collisions(&plans);
    problems.extend(idle_everywhere(catalog, input, &names, &plans)?);
    Problems::check(problems)?;
    plans.retain(|plan| plan.environment.as_ref().is_some_and(is_wanted));
    Ok(plans)
}

fn in_environments(what: &str, environments: &[&str]) -> String {
    let word = if environments.len() == 1 { "environment" } else { "environments" };
    format!("{word} {}: {what}", environments.join(", "))
}

/// Two environments that are one and the same cluster, or whose networks could never be joined.
fn collisions(plans: &[Plan]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, one) in plans.iter().enumerate() {
        for other in &plans[..index] {
            let same = |id: fn(&Plan) -> &str| id(one).eq_ignore_ascii_case(id(other));
            if same(|p| p.settings.cluster.name.as_str()) && same(|p| p.settings.azure.subscription.as_str()) {
                let what = format!(
                    "both have the cluster `{}` in the same subscription, so they would be one cluster",
                    one.settings.cluster.name.as_str()
                );
                let problem = between(&what, [other, one], "cluster.name");
                problems.push(problem.help("give each its own cluster.name, or its own azure.subscription"));
            }
        }
    }
    problems.extend(overlaps(plans));
    problems
}

/// Environments whose networks overlap, each with a range that would do.
fn overlaps(plans: &[Plan]) -> Vec<Problem> {
    let mut offered = Vec::new();
    let vnet = |plan: &Plan| plan.settings.network.vnet.as_str().to_string();
    let mut problems = Vec::new();
    for (index, one) in plans.iter().enumerate() {
        let (name, ours) = (one.environment.as_deref().unwrap_or_default(), vnet(one));
        let Some(other) = plans[..index].iter().find(|other| network::collide(&ours, &vnet(other))) else { continue };
        let theirs = vnet(other);
        let what = format!(
            "`network.vnet` is {theirs} in one and {ours} in the other: networks that overlap can join neither each other nor one hub, and none can move under its cluster"
        );
        let problem = between(&what, [other, one], "network.vnet");
        if one.values.get("network.vnet").is_some_and(|value| value.origin == Origin::Set) {
            problems.push(problem.help(
                "--set holds in every environment: name one with --environment, or write the range into its table",
            ));
            continue;
        }
        problems.push(match network::free_for_vnet(&one.settings, plans.iter().map(|plan| &plan.settings), &offered) {
            Some(free) => {
                offered.push(free);
                problem.help(format!("write network.vnet = \"{free}\" in [environments.{name}]"))
            }
            None => problem.help(format!("give [environments.{name}] a network.vnet of its own")),
        });
    }
    problems
}

/// What is wrong with two environments together, with the places of a setting in both.
fn between(what: &str, plans: [&Plan; 2], key: &str) -> Problem {
    let environments = plans.map(|plan| plan.environment.as_deref().unwrap_or_default());
    let mut places: Vec<Place> = Vec::new();
    for place in plans.iter().filter_map(|plan| plan.values.get(key)?.place.clone()) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.into_iter().fold(Problem::new(in_environments(what, &environments)), Problem::at)
}

/// Exceptions for all environments that none of them needs.
fn idle_everywhere(catalog: &Catalog, input: &Input, names: &[String], plans: &[Plan]) -> Result<Vec<Problem>> {
    let file = Layer::parse(Origin::File, &input.file, &input.text)?;
    let selected: BTreeSet<&String> = plans.iter().flat_map(|plan| plan.controls.keys()).collect();
    let selected: Vec<String> = selected.into_iter().cloned().collect();
    let all = exceptions(catalog, &file, &selected, names, &mut Vec::new());
    let acts = |exception: &Exception| {
        let mut states = plans.iter().filter_map(|plan| plan.controls.get(&exception.control));
        states.any(|state| state.exceptions().contains(exception))
    };
    let idle = |active: &Active| match &active.exception.at {
        Some(at) => {
            let places: BTreeSet<String> = plans.iter().flat_map(|plan| places(catalog, plan, active)).collect();
            if places.contains(at) { active.idle() } else { active.nowhere(at, &Vec::from_iter(places)) }
        }
        None => active.idle(),
    };
    Ok(all.iter().filter(|e| e.environment.is_none() && !acts(&e.exception)).map(idle).collect())
}

/// The places of an exception's control in one plan.
fn places(catalog: &Catalog, plan: &Plan, active: &Active) -> Vec<String> {
    let settings = serde_json::to_value(&plan.settings).unwrap_or_default();
    let requires = catalog.controls.get(&active.exception.control).map(|control| control.requires.as_slice());
    requires.unwrap_or_default().iter().flat_map(|r| requirement::places(r, &settings)).collect()
}

/// What is not the same in all environments, as far as controls go.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Differences {
    /// Controls that are excepted in some of them: for each environment `on`, or the exception in words.
    pub controls: BTreeMap<String, BTreeMap<String, String>>,
    /// Settings that a control demands something of.
    pub settings: BTreeMap<String, Differing>,
}

/// A setting that differs.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Differing {
    /// The value in each environment that has it.
    pub values: BTreeMap<String, toml::Value>,
    /// The controls that demand something of it, whether they are selected or not.
    pub controls: Vec<String>,
}

impl Differences {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.controls.is_empty() && self.settings.is_empty()
    }
}

/// The control that is about who may do what, and the settings that say who.
const ROLES: &str = "roles-per-namespace";
const LET_IN: [&str; 3] = ["teams.", "access.admin_group", "access.break_glass_group"];

/// Compares environments: the controls that they have, and the settings that those demand something of.
pub fn differences(catalog: &Catalog, plans: &[Plan]) -> Differences {
    let name = |plan: &Plan| plan.environment.clone().unwrap_or_default();
    let mut found = Differences::default();
    let controls: BTreeSet<&String> = plans.iter().flat_map(|plan| plan.controls.keys()).collect();
    for id in &controls {
        let states = plans.iter().map(|plan| {
            let state = match plan.controls.get(*id) {
                None => "off".to_string(),
                Some(ControlState::Excepted(e)) => e.to_string(),
                Some(state) => {
                    let but = state.exceptions().iter().map(|e| format!(", but {e}"));
                    format!("on{}", but.collect::<String>())
                }
            };
            (name(plan), state)
        });
        let states: BTreeMap<String, String> = states.collect();
        if states.values().collect::<BTreeSet<_>>().len() > 1 {
            found.controls.insert((*id).clone(), states);
        }
    }
    let keys: BTreeSet<&String> = plans.iter().flat_map(|plan| plan.values.keys()).collect();
    for key in keys {
        let all: Vec<_> = plans.iter().map(|plan| plan.values.get(key).map(|value| &value.value)).collect();
        if all.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        let mut demanding: BTreeSet<String> =
            describe::demands(catalog, key).into_iter().map(|(control, _)| control).collect();
        // Who is let in is posture, though no control asks for this or that group.
        if LET_IN.iter().any(|table| key.starts_with(table)) {
            demanding.insert(ROLES.into());
        }
        if !demanding.is_empty() {
            let values = plans.iter().filter_map(|plan| Some((name(plan), plan.values.get(key)?.value.clone())));
            let differing = Differing { values: values.collect(), controls: demanding.into_iter().collect() };
            found.settings.insert(key.clone(), differing);
        }
    }
    found
}
