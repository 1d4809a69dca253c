//! What each layer says about a setting, and which one won.

use super::Plan;
use super::inherit::INHERITED;
use super::layer::{Layer, Origin};
use crate::error::Place;

/// What one layer says.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand<'a> {
    /// The layer.
    pub layer: &'a Origin,
    /// The value that it gives.
    pub value: toml::Value,
    /// Where.
    pub place: Option<&'a Place>,
    /// Whether this is the value that counts.
    pub wins: bool,
}

/// What the layers of a plan say about a dotted key, the lowest first. What an entry inherits, as a
/// workload does from `[workload_defaults]`, stands below what any layer says of that entry itself.
pub fn of<'a>(plan: &'a Plan, key: &str) -> Vec<Stand<'a>> {
    let mut stands: Vec<Stand<'a>> = Vec::new();
    for (from, entries) in INHERITED {
        let entry = key.strip_prefix(entries).and_then(|rest| rest.strip_prefix('.'));
        if let Some((_, field)) = entry.and_then(|entry| entry.split_once('.')) {
            stands.extend(said(&plan.layers, &format!("{from}.{field}")));
        }
    }
    stands.extend(said(&plan.layers, key));
    if let Some(last) = stands.last_mut() {
        last.wins = true;
    }
    stands
}

fn said<'a>(layers: &'a [Layer], key: &str) -> Vec<Stand<'a>> {
    let one = |layer: &'a Layer| {
        let value = value(&layer.table, key)?.clone();
        Some(Stand { layer: &layer.origin, value, place: layer.place(key), wins: false })
    };
    layers.iter().filter_map(one).collect()
}

/// The value of a dotted key. A key of the user's own may hold a dot, so the longest name that is there is taken.
fn value<'a>(table: &'a toml::Table, key: &str) -> Option<&'a toml::Value> {
    if let Some(value) = table.get(key) {
        return Some(value);
    }
    let dots = key.match_indices('.').map(|(at, _)| at);
    dots.filter_map(|at| value(table.get(&key[..at])?.as_table()?, &key[at + 1..])).next()
}
