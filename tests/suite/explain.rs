//! `explain`: what each layer says of a setting, who won, what it reaches; and where a control stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aks_harden::catalog::Catalog;
use aks_harden::plan::describe::{matches, settings};
use aks_harden::plan::{Input, kind, resolve, vary};
use serde_json::Value;

use crate::program::{root, run};

const CHAIN: &str = r#"extends = "restricted"

[azure]
subscription = "a11b702f-32ad-5b83-ae8a-31ba2d77b7ec"
tenant = "6e3ff2bb-0308-57b9-86e4-508ca4f07082"

[cluster]
name = "shop"
location = "westeurope"

[access]
admin_group = "599676d5-a2a9-5f6b-951a-3c1421c908ec"

[nodes]
soak_minutes = 8

[environments.dev]
cluster.name = "shop-dev"
nodes.soak_minutes = 9
"#;

fn folder() -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    fs::write(here.path().join("aks-harden.toml"), CHAIN).expect("a profile file");
    here
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let ended = run(folder, &[&["explain"], arguments, &["--format", "json"]].concat());
    assert_eq!(ended.code, 0, "{}", ended.said());
    serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("{e}\n{}", ended.out))
}

#[test]
fn a_setting_shows_what_each_layer_says_and_who_won() {
    let here = folder();
    let name = "nodes.soak_minutes";
    let said = json(here.path(), &[name, "aks-harden.toml", "-e", "dev", "--set", "nodes.soak_minutes=10"]);
    let layers = said["here"][0]["layers"].as_array().expect("layers");
    let row = |layer: &Value| {
        let place = &layer["place"];
        let line = place["line"].as_u64().unwrap_or_default();
        (layer["origin"].clone(), layer["value"].clone(), format!("{}:{line}", place["file"].as_str().unwrap_or("-")))
    };
    let rows: Vec<_> = layers.iter().map(row).collect();
    let profiles = rows.iter().filter(|(origin, ..)| {
        origin == "default" || origin.as_str().is_some_and(|o| o.starts_with("profile ") && o != "profile file")
    });
    assert!(
        profiles.clone().count() >= 1 && profiles.into_iter().all(|(.., place)| place.starts_with("profiles/")),
        "{rows:?}"
    );
    let own: Vec<_> = rows.iter().filter(|(.., place)| !place.starts_with("profiles/")).cloned().collect();
    let expected = [
        ("profile file", 8, "aks-harden.toml:15"),
        ("environment dev", 9, "aks-harden.toml:19"),
        ("--set", 10, "--set:0"),
    ];
    assert_eq!(own, expected.map(|(origin, value, place)| (origin.into(), value.into(), place.to_string())));
    let wins: Vec<bool> = layers.iter().map(|layer| layer["wins"] == true).collect();
    assert!(wins.last() == Some(&true) && wins.iter().filter(|wins| **wins).count() == 1, "{wins:?}");
    assert_eq!(said["here"][0]["value"], 10);
    assert!(said["demands"].as_array().expect("demands").iter().any(|d| d["control"] == "safe-upgrades"));
    let text = run(here.path(), &["explain", name, "aks-harden.toml", "-e", "dev"]).out;
    assert!(text.contains("environment dev     9 (aks-harden.toml:19) <- wins"), "{text}");
    assert!(text.contains("profile file        8 (aks-harden.toml:15)\n"), "{text}");
}

#[test]
fn what_a_workload_leaves_to_the_defaults_stands_below_its_own() {
    let shop = root().join("examples/shop");
    let said = json(&shop, &["workloads.redis.replicas", "aks-harden.toml"]);
    let layers = said["here"][0]["layers"].as_array().expect("layers");
    assert_eq!((&layers[0]["origin"], &layers[0]["wins"]), (&"default".into(), &false.into()));
    assert_eq!((&layers[1]["origin"], &layers[1]["value"]), (&"profile file".into(), &1.into()));
    let left = json(&shop, &["workloads.user.replicas", "aks-harden.toml"]);
    assert_eq!(left["here"][0]["layers"].as_array().map(Vec::len), Some(1));
    let all = json(&shop, &["workloads.*.replicas", "aks-harden.toml"]);
    assert_eq!(all["here"].as_array().map(Vec::len), Some(4), "one for each workload");
}

/// The files are those that a rendering with another value changes: held against real ones.
#[test]
fn the_files_that_a_setting_reaches_are_rendered() {
    let here = tempfile::tempdir().expect("a folder");
    let shop = fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    fs::write(here.path().join("aks-harden.toml"), shop).expect("a profile file");
    assert_eq!(run(here.path(), &["render"]).code, 0);
    for (setting, set) in [
        ("network.next_hop", None),
        ("cluster.location", Some("cluster.location=northeurope")),
        ("nodes.os_disk_gb", Some("nodes.os_disk_gb=90")),
        ("workloads.user.health", Some("workloads.user.health=/another")),
        ("quota.pods", Some("quota.pods=77")),
    ] {
        let said = json(here.path(), &[setting, "aks-harden.toml"]);
        let files: BTreeSet<String> =
            said["files"].as_array().expect("files").iter().map(|f| f.as_str().expect("a path").into()).collect();
        let Some(set) = set else {
            assert!(files.is_empty(), "{setting} is read where egress goes to an appliance only: {files:?}");
            let text = run(here.path(), &["explain", setting, "aks-harden.toml"]).out;
            assert!(text.contains("none here: no other value"), "{text}");
            continue;
        };
        let diff = run(here.path(), &["diff", "--format", "json", "--set", set]).out;
        let diff: Value = serde_json::from_str(&diff).expect("JSON");
        let changed = diff["changes"]["files"].as_array().expect("files").iter();
        let changed: BTreeSet<String> = changed.map(|f| f["path"].as_str().expect("a path").into()).collect();
        assert!(!changed.is_empty() && changed.is_subset(&files), "{setting}: {changed:?} are not all in {files:?}");
    }
    let flows = json(here.path(), &["network.flows", "aks-harden.toml"]);
    assert!(flows["files"].to_string().contains("workloads/redis.yaml"), "{flows}");
}

/// A setting that could not be changed would reach nothing, whoever reads it.
#[test]
fn every_setting_can_be_changed_to_see_what_it_reaches() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text = fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    let input = Input { file: "aks-harden.toml".into(), text, ..Input::default() };
    let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    let all = settings();
    for (key, value) in &plan.values {
        let setting = all.iter().find(|s| matches(&s.id, key) || key.starts_with(&format!("{}.", s.id)));
        let setting = setting.unwrap_or_else(|| panic!("{key} is no setting"));
        let others = vary::others(setting, &value.value);
        assert!(!others.is_empty() && !others.contains(&value.value), "{key}: {others:?}");
        for other in others {
            let changed = vary::with(&plan, key, &other);
            let least = value.value.as_integer() == Some(0);
            assert!(changed.is_some_and(|changed| changed.settings != plan.settings) || least, "{key} = {other}");
        }
    }
}

/// The texts in a value, whatever lists and tables they stand in.
fn texts(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(items) => items.iter().flat_map(texts).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// A text that its kind refuses is no other value: nothing renders with it.
#[test]
fn what_is_tried_in_place_of_a_text_is_of_its_kind() {
    let mut tried = 0;
    for setting in settings() {
        let kind = setting.kind.trim_start_matches("table of ").trim_start_matches("list of ");
        let empty = match &setting.kind {
            of if of.starts_with("table of ") => toml::Value::Table(toml::Table::new()),
            of if of.starts_with("list of ") => toml::Value::Array(Vec::new()),
            _ => toml::Value::from("what it was"),
        };
        let first = vary::others(&setting, &empty);
        // And with the first of them as the value that it has.
        let second = first.first().map(|now| vary::others(&setting, now)).unwrap_or_default();
        assert!(!first.is_empty(), "{}: nothing is tried", setting.id);
        for text in first.iter().chain(&second).flat_map(texts).filter(|_| setting.allowed.is_empty()) {
            assert_eq!(kind::check(kind, &text), Ok(()), "{} = {text}", setting.id);
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

/// What renders only with a value that holds: of volumes, of ranges with a port.
#[test]
fn volumes_and_private_ranges_reach_files() {
    for (setting, file) in [
        ("tunnel.private", "kubernetes/cloudflared.yaml"),
        ("workloads.redis.volumes", "kubernetes/workloads/redis.yaml"),
        ("workload_defaults.volumes", "kubernetes/workloads/frontend.yaml"),
    ] {
        let said = json(&root(), &[setting, "examples/shop/aks-harden.toml"]);
        assert!(said["files"].to_string().contains(file), "{setting}: {}", said["files"]);
    }
}

#[test]
fn a_control_says_all_that_one_has_to_know_before_it_goes() {
    let here = folder();
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    for control in catalog.controls.values() {
        let said = run(here.path(), &["explain", &control.id]).out;
        for part in
            ["what it stops", "what it breaks", "what is billed", "rights beyond Contributor", "later", ", owner "]
        {
            assert!(said.contains(part), "{} says nothing of {part}:\n{said}", control.id);
        }
        let ways = ["in place: ", "re-image: ", "new pool: ", "new cluster: ", "one way: "];
        assert!(ways.iter().any(|way| said.contains(way)), "{said}");
    }
    let there = run(here.path(), &["explain", "safe-upgrades", "aks-harden.toml", "-e", "dev"]).out;
    assert!(there.contains("on, selected by profile "), "{there}");
    assert!(there.contains("nodes.pools.user.soak_minutes = 9 (aks-harden.toml:19 (environment dev))"), "{there}");
    assert!(there.contains("azcli/settings.sh:"), "{there}");
}
