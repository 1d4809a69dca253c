//! What a profile adds to the one below it, as properties of resources: two tiers that render the same are one tier.

use std::collections::{BTreeMap, BTreeSet};

use aks_harden::catalog::Catalog;
use aks_harden::evidence::kubernetes;
use aks_harden::plan::{Input, resolve};
use aks_harden::tree::Tree;
use serde_json::Value;

const QUICKSTART: &str = include_str!("../../examples/quickstart/aks-harden.toml");

/// Every property by its place; a list of scalars is one property.
fn properties(tree: &Tree) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for resource in kubernetes::read(tree).unwrap_or_else(|e| panic!("{e}")) {
        leaves(&resource.body, resource.id, &mut found);
    }
    // The values of both Azure paths stand in one file each; what they are made into has the same text in every tier.
    for (file, assign) in [("azcli/settings.sh", "="), ("bicep/main.bicepparam", ": ")] {
        let text = &tree.get(file).unwrap_or_else(|| panic!("{file}")).text;
        let mut above = String::new();
        for line in text.lines().map(|line| line.split(" # control: ").next().unwrap_or(line)) {
            let line = line.split(" // control: ").next().unwrap_or(line).trim_end();
            if let Some(name) = line.strip_prefix("param ") {
                above = name.trim_end_matches(" = {").to_string();
            } else if let Some((name, value)) = line.trim().split_once(assign) {
                // Each entry of a list says the same names again.
                let said: &mut String = found.entry(format!("{file} {above} {}", name.trim())).or_default();
                *said += value.trim();
                said.push(' ');
            }
        }
    }
    found
}

fn leaves(value: &Value, place: String, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            map.iter().for_each(|(key, value)| leaves(value, format!("{place} {key}"), found));
        }
        Value::Array(list) if list.iter().any(Value::is_object) => {
            list.iter().enumerate().for_each(|(i, value)| leaves(value, format!("{place} {i}"), found));
        }
        scalar => drop(found.insert(place, scalar.to_string())),
    }
}

#[test]
fn each_profile_differs_from_the_one_below_it() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let rendered = |profile: &str| {
        let text = QUICKSTART.replace("extends = \"restricted\"", &format!("extends = \"{profile}\""));
        // Sandboxes are for somebody.
        let sets = match profile {
            "sandboxed" => vec!["kubernetes.sandboxed_namespaces=[\"apps\"]".to_string()],
            _ => Vec::new(),
        };
        let plan = resolve(&catalog, &Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() });
        let tree = plan.and_then(|plan| aks_harden::generate(&catalog, &plan));
        properties(&tree.unwrap_or_else(|e| panic!("{profile}: {e}")))
    };
    let pairs = catalog.profiles.values().filter_map(|profile| {
        let below = profile.head.extends.as_deref().filter(|below| *below != "base")?;
        Some((profile.name.as_str(), below))
    });
    let mut tried = 0;
    for (profile, below) in pairs {
        let (before, after) = (rendered(below), rendered(profile));
        let places: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let differs: Vec<&&String> = places.iter().filter(|place| before.get(**place) != after.get(**place)).collect();
        for place in &differs {
            let side = |tier: &BTreeMap<String, String>| tier.get(**place).map_or("-".into(), Clone::clone);
            eprintln!("{below} -> {profile}: {place}: {} -> {}", side(&before), side(&after));
        }
        // What regulations ask for is about keys and logs: pods are as safe a tier below.
        let targets: &[&str] = match profile {
            "regulated" => &["azcli/", "bicep/", "StorageClass/"],
            "isolated" => &["azcli/", "bicep/"],
            "sandboxed" => &["azcli/", "bicep/", "ValidatingAdmissionPolicy/"],
            _ => &["azcli/", "bicep/", "Namespace/", "ValidatingAdmissionPolicy/"],
        };
        for target in targets {
            assert!(differs.iter().any(|place| place.starts_with(target)), "{below} and {profile} agree on {target}");
        }
        tried += 1;
    }
    assert!(tried > 0, "there are no neighbours");
}
