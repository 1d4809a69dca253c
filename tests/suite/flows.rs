//! Who may talk to whom: what the flows of a profile file say, and what the rendered policies open.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::examples::{self, Target};

/// A workload, a name outside of the cluster, a port.
type Opened = BTreeSet<(String, String, String)>;

/// What the flows say, read from their text alone.
fn declared(flows: &[toml::Value]) -> Opened {
    let sides = flows.iter().filter_map(|flow| flow.as_str()?.split_once("->"));
    let targets = sides.flat_map(|(from, to)| to.split(',').map(move |target| (from.trim(), target.trim())));
    let names = targets.filter_map(|(from, target)| {
        let (name, port) = target.strip_prefix("fqdn:")?.rsplit_once(':')?;
        Some((from.to_string(), name.to_string(), port.to_string()))
    });
    names.collect()
}

/// What one policy opens.
fn opened(policy: &Value) -> Opened {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let workload = text(&policy["spec"]["endpointSelector"]["matchLabels"]["app.kubernetes.io/name"]);
    let mut found = Opened::new();
    for rule in list(&policy["spec"]["egress"]) {
        for name in list(&rule["toFQDNs"]) {
            let name = name.as_object().and_then(|name| name.values().next()).map(text).unwrap_or_default();
            let ports = list(&rule["toPorts"]).into_iter().flat_map(|ports| list(&ports["ports"]));
            found.extend(ports.map(|port| (workload.clone(), name.clone(), text(&port["port"]))));
        }
    }
    found
}

#[test]
fn policies_open_the_names_that_flows_say_and_no_other() {
    let catalog = aks_harden::catalog::Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let mut names = 0;
    for example in examples::all(&catalog) {
        let text = std::fs::read_to_string(example.folder.join("aks-harden.toml")).expect("a profile file");
        let file: toml::Table = text.parse().unwrap_or_else(|e| panic!("{}: {e}", example.name));
        let flows = file.get("network").and_then(|network| network.get("flows")?.as_array());
        let declared = declared(flows.map_or(&[][..], Vec::as_slice));
        let resources = example.resources(Target::Kubernetes);
        let policies = resources.iter().filter(|resource| resource.kind == "CiliumNetworkPolicy");
        let opened: Opened = policies.flat_map(|policy| opened(&policy.body)).collect();
        assert_eq!(opened, declared, "{}", example.name);
        names += opened.len();
    }
    assert!(names > 1, "no example opens a name");
}
