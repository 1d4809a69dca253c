//! Objects that a cluster has to refuse, for the tree of every example: filled in from the templates in `tests/bad-objects/templates/`
//! with what the rendered files say (names, images, shares), so that nothing is said twice. `AKS_HARDEN_BLESS=1` fills them in
//! anew. Whether an API server refuses them, each for the reason that it expects, is asked where one is at hand (`.ci/guards`);
//! that no guard is left out is asked here.
//!
//! Every tree gets what shows that each of its guards is needed, in each of its namespaces, and each way to bring a container. All faults
//! that anybody thought of are tried where guards of that kind stand for the first time.

mod fill;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aks_harden::catalog::Catalog;
use world::World;

use crate::examples::{Example, all};
use crate::program::root;

/// Files by name, with what they hold.
type Files = BTreeMap<String, String>;

/// Where the objects of one tree lie: the judges look for a folder with the name of the example.
fn folder(example: &Example) -> PathBuf {
    root().join("tests/bad-objects").join(example.name.replace(", ", "-"))
}

/// Each example with its bad objects, filled in once for all tests.
static TREES: LazyLock<Vec<(Example, World, Files)>> = LazyLock::new(|| {
    let examples = root().join("examples");
    let mut found = all(&Catalog::load().unwrap_or_else(|e| panic!("{e}")));
    found.retain(|example| example.folder.starts_with(&examples));
    let mut tried = BTreeSet::new();
    let of = |example: Example| {
        let world = World::of(&example.tree);
        let filled = fill::all(&world, tried.insert(world.guards()));
        (example, world, filled)
    };
    found.into_iter().map(of).collect()
});

fn files(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    entries.map(|path| (name(&path), fs::read_to_string(&path).expect("a file"))).collect()
}

#[test]
fn every_tree_has_its_bad_objects() {
    let bless = std::env::var_os("AKS_HARDEN_BLESS").is_some();
    for (example, _, filled) in TREES.iter() {
        let folder = folder(example);
        if bless {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
            for (name, text) in filled {
                fs::write(folder.join(name), text).expect("a write");
            }
        }
        let there = files(&folder);
        let other: Vec<&String> =
            there.keys().chain(filled.keys()).filter(|n| there.get(*n) != filled.get(*n)).collect();
        let how = "if that is meant: AKS_HARDEN_BLESS=1 cargo test --test suite bad_objects";
        assert!(other.is_empty(), "{} are not what the tree leads to: {other:?}; {how}", folder.display());
    }
}

/// What one object of a filled-in file expects, and where it stands.
struct Bad {
    expects: Vec<String>,
    namespace: String,
    kind: String,
    text: String,
}

fn bad(filled: &Files) -> Vec<Bad> {
    let mut found = Vec::new();
    for document in filled.values().flat_map(|text| text.split("\n---\n")) {
        let expects: Vec<String> =
            document.lines().filter_map(|line| line.strip_prefix("# expect: ")).map(String::from).collect();
        let value: serde_json::Value = serde_yaml::from_str(document).unwrap_or_else(|e| panic!("{e}: {document}"));
        let text = |pointer: &str| value.pointer(pointer).and_then(|v| v.as_str()).unwrap_or_default().to_string();
        if expects.is_empty() || ["admitted", "setup"].contains(&expects[0].as_str()) {
            continue;
        }
        let (kind, namespace) = (text("/kind"), text("/metadata/namespace"));
        found.push(Bad { expects, namespace, kind, text: document.into() });
    }
    found
}

#[test]
fn every_guard_of_every_tree_refuses_something() {
    for (example, world, filled) in TREES.iter() {
        let found = bad(filled);
        assert!(found.len() >= 25, "{}: {} bad objects", example.name, found.len());
        let refuses = |guard: &str, space: &str| {
            let by = |bad: &&Bad| bad.expects.iter().any(|expected| expected.starts_with(guard));
            found.iter().filter(by).any(|bad| space.is_empty() || bad.namespace == space)
        };
        for policy in world.policies.values() {
            assert!(refuses(&format!("ValidatingAdmissionPolicy {policy}:"), ""), "{}: {policy}", example.name);
        }
        for space in &world.spaces {
            let level = format!("Pod Security Admission {}:{}", space.level, space.version);
            for guard in ["ResourceQuota quota", "LimitRange", &level] {
                assert!(refuses(guard, &space.name), "{}: {guard} of {}", example.name, space.name);
            }
            // A policy that chooses its namespaces one by one has to refuse something in each of them.
            for guard in &space.chosen_by {
                let guard = format!("ValidatingAdmissionPolicy {guard}:");
                let grants = guard.ends_with("-wide-grants:");
                assert!(refuses(&guard, &space.name) || grants && refuses(&guard, ""), "{guard} in {}", space.name);
            }
        }
    }
}

#[test]
fn every_way_to_bring_a_container_is_tried() {
    for (example, _, filled) in TREES.iter() {
        let found = bad(filled);
        let kinds: BTreeSet<&str> = found.iter().map(|bad| bad.kind.as_str()).collect();
        for kind in ["Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"] {
            assert!(kinds.contains(kind), "{}: no {kind}", example.name);
        }
        for word in ["initContainers:", "subresource: ephemeralcontainers"] {
            assert!(found.iter().any(|bad| bad.text.contains(word)), "{}: no {word}", example.name);
        }
    }
}
