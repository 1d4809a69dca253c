//! Two trees on one cluster: what has no namespace has another name in each, or is the same in both.

use std::collections::BTreeMap;

use aks_harden::catalog::Catalog;
use aks_harden::evidence::kubernetes;
use aks_harden::plan::{Input, resolve};
use serde_json::Value;

use crate::program::root;

/// Examples that go without exceptions, so that their volumes are under the same rules.
const NAMES: [&str; 6] = ["calico", "firewall", "fqdn", "gateway", "quickstart", "shop"];

/// The objects of an example that have no namespace. One cluster is in one region.
fn wide(catalog: &Catalog, name: &str) -> BTreeMap<String, Value> {
    let path = root().join("examples").join(name).join("aks-harden.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let sets = vec!["cluster.location=westeurope".to_string()];
    let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
    let plan = resolve(catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    let tree = aks_harden::generate(catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
    let objects = kubernetes::read(&tree).unwrap_or_else(|e| panic!("{e}"));
    let wide = objects
        .into_iter()
        .filter(|object| object.namespace.is_empty() && !["OpenWay", "Right"].contains(&object.kind.as_str()));
    wide.map(|object| (object.id, object.body)).collect()
}

#[test]
fn objects_without_a_namespace_are_the_same_or_have_other_names() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let trees: Vec<_> = NAMES.iter().map(|name| (name, wide(&catalog, name))).collect();
    let mut shared = 0;
    for (index, (one, objects)) in trees.iter().enumerate() {
        for (other, others) in &trees[..index] {
            for (id, object) in objects {
                // A namespace of both, such as that of the tunnel, is for one of them to have.
                let Some(theirs) = others.get(id).filter(|_| !id.starts_with("Namespace/")) else { continue };
                assert_eq!(object, theirs, "{id} is not the same in {one} and {other}");
                shared += 1;
            }
        }
    }
    assert!(shared >= NAMES.len(), "hardly anything is shared: {shared}");
}
