//! Every selected control is shown by values, in every target, and by nothing else.

use std::collections::{BTreeMap, BTreeSet};

use aks_harden::catalog::Catalog;
use aks_harden::catalog::evidence::{Quantifier, World};
use aks_harden::evidence::{evaluate, evaluate_but, holds, holds_but, kubernetes};
use aks_harden::plan::settings::schema;
use aks_harden::plan::{ControlState, Input, resolve};
use aks_harden::report::{control_ids, places};
use aks_harden::tree::Tree;
use serde_json::Value;

use crate::examples::{Target, all};
use crate::mutate::{breaking_sets, change, unwanted, wrong_values};

fn catalog() -> Catalog {
    Catalog::load().unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn evidence_of_every_selected_control_holds() {
    let catalog = catalog();
    let mut failures = Vec::new();
    for example in all(&catalog) {
        for target in Target::ALL {
            let resources = example.resources(target);
            for control in example.controls(&catalog) {
                for evidence in control.evidence.iter().filter(|evidence| evidence.world() == target.world()) {
                    let found = evaluate_but(evidence, &resources, &example.excepted(&control.id)).failures();
                    failures
                        .extend(found.iter().map(|why| format!("{} {target:?} {}: {why}", example.name, control.id)));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn evidence_fails_when_a_value_changes() {
    let catalog = catalog();
    let mut survived = Vec::new();
    for example in all(&catalog) {
        for target in Target::ALL {
            let resources = example.resources(target);
            for control in example.controls(&catalog) {
                let excepted = example.excepted(&control.id);
                // Environments of one file differ in little: only what an exception is about is worth the time.
                if example.plan.environment.is_some() && excepted.is_empty() {
                    continue;
                }
                for evidence in control.evidence.iter().filter(|evidence| evidence.world() == target.world()) {
                    for set in breaking_sets(&evaluate_but(evidence, &resources, &excepted).proof) {
                        for choice in 0..set.iter().map(|reading| wrong_values(reading).len()).max().unwrap_or(0) {
                            let changed = change(&resources, &set, choice);
                            if holds_but(control, target.world(), &changed, &excepted) {
                                let read: Vec<String> = set.iter().map(ToString::to_string).collect();
                                let wrong = &wrong_values(&set[0])[choice % wrong_values(&set[0]).len()];
                                let what = format!("{} {target:?} {}: {wrong:?}", example.name, control.id);
                                survived.push(format!("{what} in place of {}", read.join("; ")));
                            }
                        }
                    }
                    if evidence.quantifier == Quantifier::None {
                        let more: Vec<_> = resources.iter().cloned().chain([unwanted(evidence)]).collect();
                        if holds_but(control, target.world(), &more, &excepted) {
                            survived.push(format!(
                                "{} {target:?} {}: an unwanted {}",
                                example.name, control.id, evidence.of
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(survived.is_empty(), "{}", survived.join("\n"));
}

#[test]
fn every_evidence_reads_something_in_some_example() {
    let catalog = catalog();
    let mut read = BTreeSet::new();
    for example in all(&catalog) {
        for target in Target::ALL {
            let resources = example.resources(target);
            for control in catalog.controls.values() {
                for (index, evidence) in control.evidence.iter().enumerate() {
                    let world = evidence.world() == target.world();
                    let reads = || !breaking_sets(&evaluate(evidence, &resources).proof).is_empty();
                    if world && (evidence.quantifier == Quantifier::None || reads()) {
                        read.insert((control.id.clone(), index));
                    }
                }
            }
        }
    }
    let every =
        catalog.controls.values().flat_map(|c| c.evidence.iter().enumerate().map(|(i, e)| (c.id.clone(), i, e)));
    let idle: Vec<String> = every
        .filter(|(id, index, _)| !read.contains(&(id.clone(), *index)))
        .map(|(id, _, evidence)| format!("{id}: {evidence}"))
        .collect();
    assert!(idle.is_empty(), "no example exercises\n{}", idle.join("\n"));
}

#[test]
fn a_comment_is_never_evidence() {
    let catalog = catalog();
    let example = all(&catalog).into_iter().find(|example| example.name == "shop").expect("shop");
    let mut broken: BTreeMap<&str, bool> = BTreeMap::new();
    let controls = example.controls(&catalog);
    for (path, artifact) in &example.tree.0 {
        if !path.as_str().starts_with("kubernetes/") || !path.as_str().ends_with(".yaml") {
            continue;
        }
        for (number, line) in artifact.text.lines().enumerate() {
            let Some(changed) = with_another_value(line) else { continue };
            let mut tree = Tree(example.tree.0.clone());
            let text: Vec<&str> = artifact
                .text
                .lines()
                .enumerate()
                .map(|(n, l)| if n == number { changed.as_str() } else { l })
                .collect();
            tree.0.get_mut(path).expect("the same file").text = text.join("\n") + "\n";
            let resources = kubernetes::read(&tree).unwrap_or_else(|e| panic!("{path}:{}: {e}", number + 1));
            for id in control_ids(line) {
                let control = controls.iter().find(|control| control.id == id).expect("a selected control");
                if control.evidence.iter().any(|evidence| evidence.world() == World::Kubernetes) {
                    *broken.entry(&control.id).or_default() |= !holds(control, World::Kubernetes, &resources);
                }
            }
        }
    }
    let silent: Vec<&&str> = broken.iter().filter(|(_, broken)| !**broken).map(|(id, _)| id).collect();
    assert!(broken.len() > 10, "hardly anything was tried: {broken:?}");
    assert!(silent.is_empty(), "the comment stayed, the value changed, and still it holds: {silent:?}");
}

/// A line `key: word # control: id` with another word; nothing for other lines.
fn with_another_value(line: &str) -> Option<String> {
    let (code, comment) = line.split_once(" # control: ")?;
    let (key, value) = code.trim_end().split_once(": ")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let other = match value {
        "true" => "false",
        "false" => "true",
        "\"true\"" => "\"false\"",
        "\"false\"" => "\"true\"",
        _ if !value.is_empty() && value.chars().all(plain) => "something-else",
        _ => return None,
    };
    Some(format!("{key}: {other} # control: {comment}"))
}

#[test]
fn every_control_is_signposted() {
    let catalog = catalog();
    let named: BTreeSet<String> = all(&catalog).iter().flat_map(|example| places(&example.tree).into_keys()).collect();
    let silent: Vec<&String> = catalog.controls.keys().filter(|id| !named.contains(*id)).collect();
    assert!(silent.is_empty(), "no line of any example names {silent:?}");
}

/// Every setting with values that are not its own, as far as the schema tells: switches, choices, bounds.
fn other_values(schema: &Value, key: &str, found: &mut Vec<(String, Value)>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
        if inner["type"] == "boolean" {
            found.extend([true, false].map(|value| (key.clone(), value.into())));
        }
        let choices = inner["enum"].as_array().into_iter().flatten();
        let one_of = inner["oneOf"].as_array().into_iter().flatten().map(|choice| &choice["const"]);
        let bounds = ["minimum", "maximum"].into_iter().filter_map(|bound| inner.get(bound));
        found.extend(choices.chain(one_of).chain(bounds).map(|value| (key.clone(), value.clone())));
        other_values(inner, &key, found);
    }
}

#[test]
fn no_setting_breaks_a_control_in_silence() {
    let catalog = catalog();
    let text = include_str!("../../examples/shop/aks-harden.toml");
    let mut settings = Vec::new();
    other_values(schema(), "", &mut settings);
    let (mut refused, mut rendered) = (0, Vec::new());
    for (setting, value) in settings {
        let assignment = format!("{setting}={value}");
        let input = Input {
            file: "aks-harden.toml".into(),
            text: text.into(),
            sets: vec![assignment.clone()],
            ..Input::default()
        };
        let Ok(plan) = resolve(&catalog, &input) else {
            refused += 1;
            continue;
        };
        let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{assignment}: {e}"));
        let resources = kubernetes::read(&tree).unwrap_or_else(|e| panic!("{assignment}: {e}"));
        for (id, _) in plan.controls.iter().filter(|(_, state)| **state == ControlState::On) {
            assert!(holds(&catalog.controls[id], World::Kubernetes, &resources), "{assignment} breaks {id} in silence");
        }
        rendered.push(assignment);
    }
    assert!(refused > 20 && rendered.len() > 40, "{refused} settings were refused, rendered were {rendered:?}");
}

#[test]
fn requirements_are_about_settings_that_exist() {
    let catalog = catalog();
    let base: toml::Table = toml::from_str(catalog.profiles["base"].text).expect("base profile");
    // What every workload has to say itself has no default.
    let own = ["namespace", "image", "port", "vault_identity"];
    let exists = |setting: &str| {
        let setting = setting
            .replace("nodes.pools.*.mode", "nodes.pools.user.mode")
            .replace("nodes.pools.*", "nodes")
            .replace("storage.classes.*", "storage")
            .replace("workloads.*", "workload_defaults");
        let mut keys = setting.split('.');
        let table = keys.next().and_then(|key| base.get(key));
        let found = keys.try_fold(table?, |value, key| value.get(key));
        found.map(|_| ()).or_else(|| own.contains(&setting.strip_prefix("workload_defaults.")?).then_some(()))
    };
    for control in catalog.controls.values() {
        assert!(!control.evidence.is_empty(), "{} has no evidence", control.id);
        for requirement in &control.requires {
            let when = requirement.applies_when.iter().map(|when| &when.setting);
            for setting in std::iter::once(&requirement.setting).chain(when) {
                assert!(exists(setting).is_some(), "{}: there is no setting `{setting}`", control.id);
            }
        }
    }
}

#[test]
fn every_control_is_selected_by_a_profile_or_costs_money_and_is_by_an_example() {
    let catalog = catalog();
    let selected: BTreeSet<&String> = catalog.profiles.values().flat_map(|profile| &profile.head.controls).collect();
    let examples = all(&catalog);
    let chosen = |id: &String| examples.iter().any(|example| example.plan.controls.contains_key(id));
    let idle: Vec<&String> = catalog
        .controls
        .iter()
        .filter(|(id, control)| !selected.contains(id) && (control.costs == "nothing" || !chosen(id)))
        .map(|(id, _)| id)
        .collect();
    assert!(idle.is_empty(), "no profile selects {idle:?}");
}
