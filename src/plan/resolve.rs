//! From layers to a plan, or every problem at once.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Deserialize;

use super::exceptions::{exceptions, unknown_control};
use super::facts::Facts;
use super::inherit::{INHERITED, SHARED, inherit, pools, shared};
use super::invariants::Invariants;
use super::layer::{Layer, Origin, merge};
use super::needs::{Needs, Recommendation, recommend};
use super::settings::{Settings, schema};
use super::slips::{Look, once, written};
use super::validate::{did_you_mean, validate, validate_part};
use super::{Plan, Resolved, environments, instead, kind, network, relations};
use crate::catalog::Catalog;
use crate::error::{Place, Problem, Problems, Result, clipped};

/// Keys of a profile file that are no settings.
pub(super) const HEAD: [&str; 8] =
    ["title", "description", "extends", "controls", "planned", "needs", "exception", "environments"];

/// How long a chain of profiles may be.
const LONGEST_CHAIN: usize = 64;

/// Everything that a plan is made of.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The profile file's name, as the user gave it.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The `key=value` of each `--set`.
    pub sets: Vec<String>,
    /// What Azure has told so far.
    pub facts: Facts,
}

/// Resolves a profile file without environments to a plan.
pub fn resolve(catalog: &Catalog, input: &Input) -> Result<Plan> {
    resolve_in(catalog, input, None)
}

/// Resolves one environment of a profile file, or a file that has none. What the environments demand of each other is for
/// [`environments::resolve`].
pub fn resolve_in(catalog: &Catalog, input: &Input, environment: Option<&str>) -> Result<Plan> {
    let file = Layer::parse(Origin::File, &input.file, &input.text)?;
    if file.table.is_empty() {
        let problem = Problem::new("the profile file is empty").at(Place::file(&input.file));
        return Err(problem.help("write extends = \"restricted\", or let `aks-harden init` write it").into());
    }
    let mut problems = papers(&file);
    let names = environments::of(&file, &mut problems);
    if let Some(problem) = environments::must_be_named(&file, &names, environment) {
        problems.push(problem);
        return Err(Problems(problems));
    }
    let recommendation = needs(&file, &mut problems);
    let start = start(&file, recommendation.as_ref(), &mut problems);
    let chain = chain(catalog, start.as_deref(), &file, &mut problems);
    let mut layers = profile_layers(catalog, &chain)?;
    if recommendation.as_ref().is_some_and(|r| r.tunnel) {
        let mut layer = Layer::parse(Origin::Needs, &input.file, "tunnel.enabled = true")?;
        layer.places = file.places.get("needs").map(|p| ("tunnel".to_string(), p.clone())).into_iter().collect();
        layers.push(layer);
    }
    layers.push(file.clone());
    layers.extend(environment.and_then(|name| environments::layer(&file, name)));
    for assignment in &input.sets {
        match Layer::from_set(assignment) {
            Ok(layer) => {
                if let Some(key) = HEAD.iter().find(|key| layer.table.contains_key(**key)) {
                    let problem = Problem::new(format!("`{key}` is no setting: it stands in the profile file alone"));
                    problems.push(layer.place(key).cloned().into_iter().fold(problem, Problem::at));
                }
                layers.push(layer);
            }
            Err(found) => problems.extend(found.0),
        }
    }
    if chain.is_empty() {
        // Without a profile there is nothing to check the whole against; what is written can be checked still.
        layers.iter_mut().for_each(|layer| HEAD.iter().for_each(|key| drop(layer.table.remove(*key))));
        problems.extend(written(&layers));
        problems.sort_by(|a, b| a.places.cmp(&b.places));
        return Err(Problems(problems));
    }
    let selected = selected(catalog, &chain, &layers, &mut problems);
    let before = problems.len();
    let exceptions = exceptions(catalog, &file, &selected, &names, &mut problems);
    let all_exceptions = problems.len() == before;
    for layer in &mut layers {
        for key in HEAD {
            layer.table.remove(key);
        }
    }
    let overridden = written(&layers);
    let (mut table, mut winners) = merge(&layers);
    let order = pools(&mut table, &layers);
    for (defaults, entries) in INHERITED {
        inherit(&mut table, defaults, entries, &mut winners, &layers);
    }
    shared(&mut table, &mut winners, &layers);
    let placed = |key: &str| place(key, &winners, &layers);
    let found = validate(&table, schema(), &placed);
    let keys: Vec<String> = found.iter().map(|(key, _)| key.clone()).collect();
    let found = once(found);
    // What a layer above replaces counts for nothing, but it is still written down.
    problems.extend(overridden.into_iter().filter(|one| !found.iter().any(|other| other.places == one.places)));
    problems.extend(found.into_iter().map(|problem| {
        // What is missing stands nowhere, or in a profile that nobody can edit: it belongs into the profile file.
        let own = problem.places.iter().any(|place| !place.file.starts_with("profiles/"));
        if own { problem } else { Problem { places: vec![Place::file(&input.file)], ..problem } }
    }));
    if !problems.is_empty() {
        let look = Look { catalog, selected: &selected, exceptions: &exceptions, all_exceptions, environment };
        problems.extend(look.beyond(&layers, &keys));
        problems.sort_by(|a, b| a.places.cmp(&b.places));
        return Err(Problems(problems));
    }
    let mut settings: Settings = toml::Value::Table(table.clone()).try_into().map_err(|e: toml::de::Error| {
        Problem::new(format!("the settings do not fit together: {}", e.message()))
            .help("this is a defect of aks-harden: please report it")
    })?;
    let allotted = network::allot::allot(&mut settings, &order).map_err(|found| {
        let (problem, keys) = *found;
        Problems::from(keys.iter().filter_map(|key| placed(key)).fold(problem, Problem::at))
    })?;
    // What was allotted stands where the network does.
    let placed = |key: &str| placed(if allotted.contains_key(key) { "network.vnet" } else { key });
    let mut problems = network::check(&settings, &placed);
    problems.extend(relations::check(&settings, &placed));
    versions(catalog, &settings, &placed, &mut problems);
    let json = serde_json::to_value(&settings).unwrap_or_default();
    let invariants = Invariants { catalog, selected: &selected, exceptions: &exceptions, environment };
    let controls = invariants.check(&json, &placed, &mut problems);
    Problems::check(problems)?;
    let mut values = values(&table, &winners, &layers);
    for (key, net) in allotted {
        let place = place("network.vnet", &winners, &layers);
        values.insert(key, Resolved { value: net.to_string().into(), origin: Origin::Allotted, place });
    }
    let profile_file = input.file.rsplit(['/', '\\']).next().unwrap_or(&input.file).to_string();
    let environment = environment.map(String::from);
    let plan = Plan {
        profile_file,
        environment,
        chain,
        recommendation,
        settings,
        values,
        layers,
        controls,
        facts: input.facts.clone(),
    };
    Ok(plan)
}

/// What is wrong with the texts of the file that are for people alone.
fn papers(file: &Layer) -> Vec<Problem> {
    let wrong = |key: &str| {
        let value = file.table.get(key)?;
        let problem = match value.as_str().map(|text| kind::check("text", text)) {
            Some(Ok(())) => return None,
            Some(Err(why)) => Problem::new(format!("`{key}` is not valid: {why}")),
            None => Problem::new(format!("`{key}` has to be text in quotes")).help(instead::of_text(value)),
        };
        Some(file.place(key).cloned().into_iter().fold(problem, Problem::at))
    };
    let planned = file.table.contains_key("planned").then(|| {
        let problem =
            Problem::new("`planned` is for the profiles of aks-harden, and has no effect here").help("take it out");
        file.place("planned").cloned().into_iter().fold(problem, Problem::at)
    });
    ["title", "description"].into_iter().filter_map(wrong).chain(planned).collect()
}

fn needs(file: &Layer, problems: &mut Vec<Problem>) -> Option<Recommendation> {
    let value = file.table.get("needs")?;
    let schema = serde_json::to_value(schemars::schema_for!(Needs)).unwrap_or_default();
    let found = match value.as_table() {
        Some(table) => validate_part(table, &schema, "needs", &|key| file.place(key).cloned()),
        None => {
            let problem =
                Problem::new("`needs` has to be a table of answers").help("write [needs] and untrusted_code = true");
            vec![file.place("needs").cloned().into_iter().fold(problem, Problem::at)]
        }
    };
    if !found.is_empty() {
        problems.extend(found);
        return None;
    }
    Needs::deserialize(value.clone()).ok().map(|needs| recommend(&needs))
}

fn start(file: &Layer, recommendation: Option<&Recommendation>, problems: &mut Vec<Problem>) -> Option<String> {
    let at = |problem: Problem, key: &str| file.place(key).cloned().into_iter().fold(problem, Problem::at);
    match (file.table.get("extends"), recommendation) {
        (Some(toml::Value::String(name)), None) => Some(name.clone()),
        (Some(toml::Value::String(_)), Some(_)) => {
            let problem = Problem::new("`extends` and [needs] both choose the profile");
            problems.push(at(at(problem, "extends"), "needs").help("keep one of them"));
            None
        }
        (Some(other), _) => {
            let problem = Problem::new(format!(
                "`extends` has to be the name of one profile, not {}",
                clipped(&other.to_string())
            ));
            problems.push(at(problem, "extends").help("write extends = \"restricted\""));
            None
        }
        (None, Some(recommendation)) => Some(recommendation.profile.to_string()),
        (None, None) if file.table.contains_key("needs") => None,
        (None, None) => {
            let problem = Problem::new("the profile file says neither which profile it extends nor what it needs");
            // A slip in the word itself is the likeliest reason.
            let meant = |key: &&String| ["extends", "needs"].iter().any(|word| did_you_mean(key, [*word]).is_some());
            if let Some(key) = file.table.keys().find(meant) {
                let word = did_you_mean(key, ["extends", "needs"]).unwrap_or_default();
                problems.push(at(problem, key).help(format!("did you mean `{word}`?")));
                return None;
            }
            let problem = problem.at(Place::file(file.places.values().next().map_or("", |p| p.file.as_str())));
            problems.push(problem.help("write extends = \"restricted\" as its first line, or a table [needs]"));
            None
        }
    }
}

/// The names of the chain, the base first; empty when it cannot be followed.
fn chain(catalog: &Catalog, start: Option<&str>, file: &Layer, problems: &mut Vec<Problem>) -> Vec<String> {
    let Some(start) = start else {
        return Vec::new();
    };
    let known: Vec<&str> = catalog.profiles.keys().map(String::as_str).filter(|n| *n != "base").collect();
    let key = if file.table.contains_key("extends") { "extends" } else { "needs" };
    let place = || file.place(key).cloned().into_iter();
    let mut names: Vec<String> = Vec::new();
    let mut next = Some(start.to_string());
    while let Some(name) = next {
        let Some(profile) = catalog.profiles.get(&name).filter(|_| name != "base" || !names.is_empty()) else {
            let mut problem = Problem::new(if key == "needs" {
                format!("what is needed asks for the profile `{name}`, which is not there yet")
            } else {
                format!("there is no profile `{}`", clipped(&name))
            });
            if let Some(near) = did_you_mean(&name, known.iter().copied()) {
                problem = problem.help(format!("did you mean \"{near}\"?"));
            }
            problems.push(place().fold(problem, Problem::at).help(format!("the profiles are: {}", known.join(", "))));
            return Vec::new();
        };
        if names.contains(&name) || names.len() >= LONGEST_CHAIN {
            let problem =
                Problem::new(format!("the profiles extend each other in a circle: {} -> {name}", names.join(" -> ")));
            problems.push(place().fold(problem, Problem::at));
            return Vec::new();
        }
        next = profile.head.extends.clone();
        names.push(name);
    }
    names.reverse();
    names
}

fn profile_layers(catalog: &Catalog, chain: &[String]) -> Result<Vec<Layer>> {
    let found = chain.iter().filter_map(|name| catalog.profiles.get(name));
    found.map(|profile| Layer::embedded(&profile.name, profile.text)).collect()
}

/// The controls that the chain and the profile file select.
fn selected(catalog: &Catalog, chain: &[String], layers: &[Layer], problems: &mut Vec<Problem>) -> Vec<String> {
    let mut ids: Vec<String> = chain
        .iter()
        .filter_map(|name| catalog.profiles.get(name))
        .flat_map(|p| p.head.controls.iter().cloned())
        .collect();
    for layer in layers.iter().filter(|l| l.origin == Origin::File) {
        let Some(value) = layer.table.get("controls") else {
            continue;
        };
        let at = |problem: Problem, key: &str| layer.place(key).cloned().into_iter().fold(problem, Problem::at);
        let Some(list) = value.as_array() else {
            let problem = Problem::new("`controls` has to be a list of control ids");
            problems.push(at(problem.help(instead::of_list(value, true)), "controls"));
            continue;
        };
        for (index, value) in list.iter().enumerate() {
            let key = format!("controls.{index}");
            match value.as_str() {
                Some(id) if catalog.controls.contains_key(id) => ids.push(id.to_string()),
                Some(id) => problems.push(at(unknown_control(catalog, id), &key)),
                None => {
                    let problem = Problem::new("`controls` has to be a list of control ids");
                    problems.push(at(problem.help(instead::of_text(value)), &key));
                }
            }
        }
    }
    ids.sort();
    ids.dedup();
    ids
}

/// The place of a key: in the layer that won it, or in the nearest that has the table around it.
pub(super) fn place(key: &str, winners: &BTreeMap<String, usize>, layers: &[Layer]) -> Option<Place> {
    // An element of a list stands in the layer whose list it is, whatever a layer below has at the same number.
    if let Some((list, number)) = key.rsplit_once('.')
        && number.bytes().all(|b| b.is_ascii_digit())
        && let Some(layer) = winners.get(list).and_then(|index| layers.get(*index))
        && let Some(place) = layer.places.get(key).or_else(|| layer.places.get(list))
    {
        return Some(place.clone());
    }
    // The last layer that names it: of a value the one that won, of a table the one that people look at.
    if let Some(place) = layers.iter().rev().find_map(|layer| layer.places.get(key)) {
        return Some(place.clone());
    }
    let mut at = key;
    loop {
        if let Some(layer) = winners.get(at).and_then(|index| layers.get(*index)) {
            if let Some(place) = layer.places.get(key).or_else(|| layer.places.get(at)) {
                return Some(place.clone());
            }
            // What an entry inherits stands in the table that it comes from.
            for (from, entries) in INHERITED {
                let entry = key.strip_prefix(entries).and_then(|rest| rest.strip_prefix('.'));
                let field = entry.and_then(|entry| entry.split_once('.')).map(|(_, field)| field);
                if let Some(place) = field.and_then(|field| layer.places.get(&format!("{from}.{field}"))) {
                    return Some(place.clone());
                }
            }
            let field = key.strip_prefix("workloads.").and_then(|key| key.split_once('.')).map(|(_, field)| field);
            let source = SHARED.iter().find(|(shared, _)| field == Some(shared)).map(|(_, source)| *source);
            if let Some(place) = source.and_then(|source| layer.places.get(source)) {
                return Some(place.clone());
            }
            // Part of a table that was written in one line.
            if let Some(place) = layer.place(at) {
                return Some(place.clone());
            }
        }
        match at.rfind('.') {
            Some(dot) => at = &at[..dot],
            None => break,
        }
    }
    let near = layers.iter().rev().filter(|l| matches!(l.origin, Origin::File | Origin::Environment(_) | Origin::Set));
    near.filter_map(|l| l.place(key)).next().cloned()
}

fn versions(catalog: &Catalog, settings: &Settings, placed: super::validate::Placed<'_>, problems: &mut Vec<Problem>) {
    let minor = settings.cluster.kubernetes_version.as_str();
    let known: Vec<&str> = catalog.versions.kind("kubernetes").map(|(name, _)| name).collect();
    if !known.contains(&minor) {
        let key = "cluster.kubernetes_version";
        let problem = Problem::new(format!(
            "`{key}` {minor} is not a minor that this version of aks-harden knows to be supported"
        ));
        problems.push(
            placed(key).into_iter().fold(problem, Problem::at).help(format!("take one of: {}", known.join(", "))),
        );
    }
}

/// Every value under its dotted key.
fn values(table: &toml::Table, winners: &BTreeMap<String, usize>, layers: &[Layer]) -> BTreeMap<String, Resolved> {
    let mut leaves = Vec::new();
    let mut tables: Vec<(String, &toml::Table)> = vec![(String::new(), table)];
    while let Some((prefix, table)) = tables.pop() {
        for (key, value) in table {
            let dotted = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            match value {
                toml::Value::Table(inner) if !inner.is_empty() => tables.push((dotted, inner)),
                toml::Value::Table(_) if matches!(dotted.as_str(), "workloads" | "teams" | "network.peerings") => {}
                _ => leaves.push((dotted, value)),
            }
        }
    }
    let resolved = |(key, value): (String, &toml::Value)| {
        let winner = winners.get(&key).and_then(|index| layers.get(*index));
        let origin = winner.map_or(Origin::Profile("base".into()), |l| l.origin.clone());
        let place = place(&key, winners, layers);
        (key, Resolved { value: value.clone(), origin, place })
    };
    // A file of many workloads has thousands of them.
    leaves.into_par_iter().map(resolved).collect::<Vec<_>>().into_iter().collect()
}
