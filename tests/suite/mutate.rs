//! Changes the values that an evidence read into values that must not do.

use aks_harden::catalog::evidence::Evidence;
use aks_harden::catalog::operator::Operator;
use aks_harden::evidence::{Proof, Reading, Resource};
use serde_json::{Map, Value, json};

/// Sets of readings: changing all of one set has to break the proof.
pub(crate) fn breaking_sets(proof: &Proof) -> Vec<Vec<Reading>> {
    match proof {
        Proof::Value(reading) => vec![vec![reading.as_ref().clone()]],
        Proof::All(proofs) => proofs.iter().flat_map(breaking_sets).collect(),
        Proof::AtLeast { count: 0, .. } | Proof::Unwanted(_) => Vec::new(),
        Proof::AtLeast { count, found, .. } => {
            let children: Vec<Vec<Vec<Reading>>> =
                found.iter().filter(|proof| proof.holds()).map(breaking_sets).collect();
            if children.len() < *count || children.iter().any(Vec::is_empty) {
                return Vec::new();
            }
            let together = children.len() + 1 - count;
            let mut sets = Vec::new();
            for first in 0..children.len() {
                for choice in 0..children[first].len() {
                    let others = (first..first + together).map(|index| &children[index % children.len()]);
                    sets.push(others.flat_map(|child| child[choice % child.len()].clone()).collect());
                }
            }
            sets
        }
    }
}

/// What to put in place of a value; `None` takes it away.
pub(crate) fn wrong_values(reading: &Reading) -> Vec<Option<Value>> {
    // An element that is not there has no value that could be another one.
    if reading.found.is_none() && reading.path.contains('=') {
        return Vec::new();
    }
    let found = reading.found.clone().unwrap_or(Value::Null);
    let list = || found.as_array().cloned().unwrap_or_default();
    let text = found.as_str().unwrap_or_default();
    let other = || Some(json!("something-else"));
    let or_gone = |mut values: Vec<Option<Value>>| {
        values.extend((!reading.demand.or_absent).then_some(None));
        values
    };
    match &reading.demand.operator {
        Operator::Equals(Value::Bool(value)) => or_gone(vec![Some(json!(!value))]),
        Operator::Equals(Value::Array(values)) => or_gone(vec![Some(json!(values[1..]))]),
        Operator::Equals(Value::Object(_)) => or_gone(vec![Some(json!({ "matchLabels": { "app": "one" } }))]),
        Operator::Equals(_) | Operator::OneOf(_) | Operator::HasText(_) => or_gone(vec![other()]),
        Operator::StartsWith(_) | Operator::EndsWith(_) => or_gone(vec![other()]),
        Operator::NoneOf(values) => values.iter().cloned().map(Some).collect(),
        Operator::AtLeast(least) => or_gone(vec![Some(json!(least - 1.0))]),
        Operator::AtMost(most) => or_gone(vec![Some(json!(most + 1.0))]),
        Operator::InOrder { least, order } => {
            let weaker = order.iter().take_while(|text| *text != least).map(|text| Some(json!(text)));
            or_gone(weaker.chain([other()]).collect())
        }
        Operator::Contains(element) => {
            let mut rest = list();
            rest.retain(|found| found != element);
            or_gone(vec![Some(Value::Array(rest))])
        }
        Operator::Lacks(element) => vec![Some(Value::Array([list(), vec![element.clone()]].concat()))],
        Operator::SubsetOf(_) => or_gone(vec![Some(Value::Array([list(), vec![json!("something-else")]].concat()))]),
        Operator::AtLeastItems(count) => or_gone(vec![Some(Value::Array(list()[..*count as usize - 1].to_vec()))]),
        Operator::LacksText(part) | Operator::LacksEnd(part) => vec![Some(json!(format!("{text}{part}")))],
        Operator::NonEmpty => vec![Some(json!("")), None],
        Operator::Absent => vec![Some(json!(["something"])), Some(json!({ "some": "thing" }))],
    }
}

/// Changes a set of readings in a copy of the resources, by each reading's wrong value number `choice`.
pub(crate) fn change(resources: &[Resource], set: &[Reading], choice: usize) -> Vec<Resource> {
    let mut changed = resources.to_vec();
    for reading in set {
        let resource =
            changed.iter_mut().find(|resource| resource.id == reading.resource).expect("the resource that was read");
        let wrong = wrong_values(reading);
        if wrong.is_empty() {
            continue;
        }
        put(&mut resource.body, &reading.pointer, wrong[choice % wrong.len()].clone());
    }
    changed
}

/// A resource such as an evidence forbids.
pub(crate) fn unwanted(evidence: &Evidence) -> Resource {
    let mut body = json!({ "kind": evidence.of, "metadata": { "name": "unwanted" } });
    for condition in &evidence.select {
        let pointer: String = condition.path.to_string().split('.').map(|key| format!("/{key}")).collect();
        let pointer = pointer.replace("[any]", "/0");
        let value = match &condition.operator {
            Operator::Equals(value) => value.clone(),
            Operator::OneOf(values) => values[0].clone(),
            Operator::NoneOf(_) => json!("something-else"),
            Operator::EndsWith(text) => json!(text),
            Operator::LacksText(_) | Operator::LacksEnd(_) => json!("something-else"),
            other => panic!("no unwanted resource is known for `{other}`"),
        };
        put(&mut body, &pointer, Some(value));
    }
    let mut resource = Resource::azure(&evidence.of, "/unwanted", body);
    resource.namespace = "unwanted".into();
    resource
}

fn put(body: &mut Value, pointer: &str, value: Option<Value>) {
    let keys: Vec<String> = pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~")).collect();
    let (last, above) = keys.split_last().expect("a path is not empty");
    let at = above.iter().fold(body, |at, key| child(at, key));
    match value {
        Some(value) => *child(at, last) = value,
        None => drop(at.as_object_mut().map(|map| map.shift_remove(last))),
    }
}

fn child<'a>(value: &'a mut Value, key: &str) -> &'a mut Value {
    if let (Ok(index), false) = (key.parse::<usize>(), value.is_object()) {
        if value.is_null() {
            *value = Value::Array(vec![Value::Null; index + 1]);
        }
        return value.get_mut(index).expect("an element that was read");
    }
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    value.as_object_mut().expect("just made").entry(key).or_insert(Value::Null)
}
