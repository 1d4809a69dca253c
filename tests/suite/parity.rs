//! Whichever way Azure is deployed, the same is there.

use aks_harden::catalog::Catalog;
use aks_harden::evidence::parity;

use crate::examples::{Target, all};

#[test]
fn both_azure_paths_leave_the_same() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let controls: Vec<_> = catalog.controls.values().collect();
    let mut differences = Vec::new();
    for example in all(&catalog) {
        let found = parity(&controls, &example.resources(Target::Azcli), &example.resources(Target::Bicep));
        differences.extend(found.iter().map(|difference| format!("{}: {difference}", example.name)));
    }
    assert!(differences.is_empty(), "az against Bicep:\n{}", differences.join("\n"));
}
