//! Follows a path through a resource and weighs what stands at its end.

use serde_json::Value;

use super::outcome::{Proof, Reading};
use super::resource::Resource;
use crate::catalog::evidence::Condition;
use crate::catalog::path::Step;

/// Inspects one condition on one resource.
pub(super) fn inspect(condition: &Condition, resource: &Resource, selects: bool) -> Proof {
    let place = Place { path: String::new(), pointer: String::new() };
    Walk { condition, resource, selects }.step(&condition.path.0, Some(&resource.body), place)
}

/// Where a walk stands.
#[derive(Clone)]
struct Place {
    path: String,
    pointer: String,
}

impl Place {
    fn key(&self, key: &str) -> Place {
        let dot = if self.path.is_empty() { "" } else { "." };
        let plain = !key.contains(['.', '/', '[']);
        let path = if plain { format!("{}{dot}{key}", self.path) } else { format!("{}[\"{key}\"]", self.path) };
        Place { path, pointer: format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1")) }
    }

    fn element(&self, shown: &str, index: usize) -> Place {
        Place { path: format!("{}[{shown}]", self.path), pointer: format!("{}/{index}", self.pointer) }
    }
}

struct Walk<'a> {
    condition: &'a Condition,
    resource: &'a Resource,
    selects: bool,
}

impl Walk<'_> {
    fn step(&self, steps: &[Step], value: Option<&Value>, at: Place) -> Proof {
        let Some((step, rest)) = steps.split_first() else {
            return Proof::Value(Box::new(self.read(value, at)));
        };
        match step {
            Step::Key(key) => self.step(rest, value.and_then(|value| value.get(key)), at.key(key)),
            Step::Keys(keys) => {
                let there = keys.iter().filter_map(|key| Some((key, value?.get(key)?)));
                let found: Vec<Proof> = there.map(|(key, value)| self.step(rest, Some(value), at.key(key))).collect();
                self.all(found, rest, at.key(&keys.join(",")))
            }
            Step::Every => {
                let found =
                    elements(value, &at).into_iter().map(|(value, at)| self.step(rest, Some(value), at)).collect();
                self.all(found, rest, at.element("*", 0))
            }
            Step::Any => Proof::AtLeast {
                count: 1,
                what: format!("{} {}", self.resource.id, self.condition),
                found: elements(value, &at).into_iter().map(|(value, at)| self.step(rest, Some(value), at)).collect(),
            },
            Step::Filter(key, wanted) => {
                let list = value.and_then(Value::as_array).into_iter().flatten().enumerate();
                let shown = format!("{key}={wanted}");
                let found = list
                    .filter(|(_, element)| element.get(key).is_some_and(|found| text(found) == *wanted))
                    .map(|(index, element)| self.step(rest, Some(element), at.element(&shown, index)))
                    .collect();
                self.all(found, rest, at.element(&shown, 0))
            }
        }
    }

    /// All of the elements; where there is none, one reading of nothing, so that an empty list proves nothing.
    fn all(&self, found: Vec<Proof>, rest: &[Step], at: Place) -> Proof {
        if found.is_empty() { self.step(rest, None, at) } else { Proof::All(found) }
    }

    fn read(&self, found: Option<&Value>, at: Place) -> Reading {
        let found = found.filter(|value| !value.is_null());
        let operator = &self.condition.operator;
        Reading {
            resource: self.resource.id.clone(),
            path: at.path,
            pointer: at.pointer,
            found: found.cloned(),
            holds: if found.is_none() && self.condition.or_absent { true } else { operator.holds(found) },
            strength: operator.strength(found),
            demand: self.condition.clone(),
            selects: self.selects,
        }
    }
}

/// The elements of a list or the values of a map, each with its place.
fn elements<'a>(value: Option<&'a Value>, at: &Place) -> Vec<(&'a Value, Place)> {
    match value {
        Some(Value::Array(list)) => {
            let place = |(index, element)| (element, at.element(&format!("{index}"), index));
            list.iter().enumerate().map(place).collect()
        }
        Some(Value::Object(map)) => map.iter().map(|(key, value)| (value, at.key(key))).collect(),
        _ => Vec::new(),
    }
}

/// A scalar as the text that a filter compares.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}
