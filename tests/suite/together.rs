//! Two trees on one cluster: no object of the one is an object of the other, but for what both leave in the same state.

use std::collections::BTreeMap;

use aks_harden::catalog::Catalog;
use aks_harden::evidence::kubernetes;
use aks_harden::plan::Input;
use aks_harden::plan::environments::resolve;
use serde_json::Value;

use crate::program::root;

/// What is AKS's own and has the same mark in every tree.
const OF_AKS: [&str; 2] = ["StorageClass/default", "StorageClass/managed-csi"];

/// A tree: the folder of its example, and every object by kind, namespace and name.
type Objects = (String, BTreeMap<String, Value>);

/// Every tree of every example, those of environments too.
fn trees() -> Vec<Objects> {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let folders = std::fs::read_dir(root().join("examples")).unwrap_or_else(|e| panic!("{e}"));
    let mut trees = Vec::new();
    for folder in folders.map(|folder| folder.unwrap_or_else(|e| panic!("{e}")).path()) {
        let path = folder.join("aks-harden.toml");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let input = Input { file: "aks-harden.toml".into(), text, ..Input::default() };
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for plan in resolve(&catalog, &input, &[], &BTreeMap::new()).unwrap_or_else(|e| panic!("{e}")) {
            let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
            let objects = kubernetes::read(&tree).unwrap_or_else(|e| panic!("{e}"));
            // What is computed from objects is none.
            let real = |kind: &str| !["OpenWay", "Right", "PodTemplate"].contains(&kind);
            let objects = objects.into_iter().filter(|object| real(&object.kind));
            trees.push((name.clone(), objects.map(|object| (object.id, object.body)).collect()));
        }
    }
    assert!(trees.len() > 14, "hardly any trees");
    trees
}

#[test]
fn two_trees_on_one_cluster_do_not_clash() {
    let trees = trees();
    for (index, (one, objects)) in trees.iter().enumerate() {
        // Environments of one file are clusters of their own.
        for (other, others) in trees[..index].iter().filter(|(other, _)| other != one) {
            for (id, object) in objects {
                let Some(theirs) = others.get(id) else { continue };
                assert!(OF_AKS.contains(&id.as_str()), "{id} is in {one} and in {other}");
                assert_eq!(object, theirs, "{id} is not the same in {one} and {other}");
            }
        }
    }
}

#[test]
fn what_has_no_namespace_carries_the_cluster_s_name() {
    for (example, objects) in trees() {
        for (id, object) in objects {
            let wide = object["metadata"].get("namespace").is_none();
            // The names of namespaces are in the profile file, or begin with the cluster's.
            if !wide || id.starts_with("Namespace/") || OF_AKS.contains(&id.as_str()) {
                continue;
            }
            let cluster = object["metadata"]["labels"]["app.kubernetes.io/part-of"].as_str();
            let cluster = cluster.unwrap_or_else(|| panic!("{example}: {id} has no label"));
            let name = object["metadata"]["name"].as_str().unwrap_or_default();
            assert!(name.starts_with(&format!("{cluster}-")), "{example}: {id}");
        }
    }
}

/// The labels that Kubernetes recommends, but for the version, which is the image's digest, and the instance: there is one of each.
#[test]
fn every_object_has_the_recommended_labels() {
    for (example, objects) in trees() {
        for (id, object) in objects.iter().filter(|(id, _)| !OF_AKS.contains(&id.as_str())) {
            for label in ["name", "component", "part-of", "managed-by"] {
                let found = &object["metadata"]["labels"][&format!("app.kubernetes.io/{label}")];
                assert!(found.as_str().is_some_and(|text| !text.is_empty()), "{example}: {id} has no {label}");
            }
        }
    }
}
