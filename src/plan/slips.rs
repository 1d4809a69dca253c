//! Slips in a profile file that others would hide: in what is overridden, in what does not count, beside what does not fit.

use serde::Deserialize;

use super::exceptions::Active;
use super::inherit::{INHERITED, inherit, pools, shared};
use super::invariants::Invariants;
use super::layer::{Layer, Origin, merge};
use super::network;
use super::resolve::place;
use super::settings::{Settings, schema};
use super::validate::{validate, validate_part};
use crate::catalog::Catalog;
use crate::error::Problem;

/// What else is known to be wrong in a file that does not fit the schema.
pub(super) struct Look<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) selected: &'a [String],
    pub(super) exceptions: &'a [Active],
    /// Whether every exception of the file is among them: a control whose exception is faulty is not broken.
    pub(super) all_exceptions: bool,
    pub(super) environment: Option<&'a str>,
}

impl Look<'_> {
    /// Broken controls and colliding ranges, with what does not fit taken out; nothing where too little is left to say.
    pub(super) fn beyond(&self, layers: &[Layer], keys: &[String]) -> Vec<Problem> {
        let mut layers = layers.to_vec();
        for layer in layers.iter_mut().filter(|layer| !matches!(layer.origin, Origin::Profile(_))) {
            keys.iter().for_each(|key| forget(&mut layer.table, key));
        }
        let (mut table, mut winners) = merge(&layers);
        let order = pools(&mut table, &layers);
        for (defaults, entries) in INHERITED {
            inherit(&mut table, defaults, entries, &mut winners, &layers);
        }
        shared(&mut table, &mut winners, &layers);
        let placed = |key: &str| place(key, &winners, &layers);
        let sound = validate(&table, schema(), &placed).is_empty();
        let settings = if sound { Settings::deserialize(toml::Value::Table(table)).ok() } else { None };
        let Some(mut settings) = settings else {
            return Vec::new();
        };
        if network::allot::allot(&mut settings, &order).is_err() {
            return Vec::new();
        }
        let mut problems = network::check(&settings, &placed);
        let json = serde_json::to_value(&settings).unwrap_or_default();
        let Look { catalog, selected, exceptions, all_exceptions, environment } = *self;
        let mut broken = Vec::new();
        let _ = Invariants { catalog, selected, exceptions, environment }.check(&json, &placed, &mut broken);
        // An exception may be idle only because of what was taken out.
        broken.retain(|problem| all_exceptions && !problem.what.starts_with("the exception to "));
        problems.extend(broken);
        // What was taken out has another value here than the file says: nothing can be said of it.
        let known = |problem: &Problem| !named(&problem.what).any(|named| keys.iter().any(|key| related(key, named)));
        problems.retain(known);
        problems
    }
}

/// What a message has in backticks.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether one key is the other, or below it.
fn related(one: &str, other: &str) -> bool {
    let below =
        |key: &str, table: &str| key.strip_prefix(table).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    below(one, other) || below(other, one)
}

/// Takes a key out of a table; of a list the whole list.
fn forget(table: &mut toml::Table, key: &str) {
    match key.split_once('.') {
        Some((first, rest)) => match table.get_mut(first) {
            Some(toml::Value::Table(inner)) => forget(inner, rest),
            _ => drop(table.remove(first)),
        },
        None => drop(table.remove(key)),
    }
}

/// What is wrong in each layer that somebody wrote, whatever the others say.
pub(super) fn written(layers: &[Layer]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let by_hand = |origin: &Origin| matches!(origin, Origin::File | Origin::Environment(_) | Origin::Set);
    for layer in layers.iter().filter(|layer| by_hand(&layer.origin)) {
        problems.extend(validate_part(&layer.table, schema(), "", &|key| layer.place(key).cloned()));
        let pools = layer.table.get("nodes").and_then(|nodes| nodes.get("pools")).and_then(toml::Value::as_table);
        for (name, pool) in pools.into_iter().flatten() {
            let Some(pool) = pool.as_table().filter(|pool| pool.get("mode").and_then(|m| m.as_str()) == Some("none"))
            else {
                continue;
            };
            for key in pool.keys().filter(|key| *key != "mode") {
                let key = format!("nodes.pools.{name}.{key}");
                let problem =
                    Problem::new(format!("`{key}` has no effect: with mode = \"none\" there is no such pool"));
                problems.push(layer.place(&key).cloned().into_iter().fold(problem, Problem::at).help("take it out"));
            }
        }
    }
    problems
}

/// Without what an entry only inherits: a slip in a table of defaults is one slip, and not one for each entry.
pub(super) fn once(found: Vec<(String, Problem)>) -> Vec<Problem> {
    let inherited = |key: &str, problem: &Problem| {
        INHERITED.iter().any(|(from, entries)| {
            let field =
                key.strip_prefix(entries).and_then(|rest| rest.strip_prefix('.')).and_then(|r| r.split_once('.'));
            field.is_some_and(|(_, field)| {
                let from = format!("{from}.{field}");
                found.iter().any(|(other, whole)| *other == from && whole.places == problem.places)
            })
        })
    };
    found.iter().filter(|(key, problem)| !inherited(key, problem)).map(|(_, problem)| problem.clone()).collect()
}
