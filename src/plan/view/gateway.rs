//! What templates see of the gateway: its listeners, its routes, what AKS is told about the pods that it makes.

use serde_json::{Map, Value as Json, json};

use super::super::settings::Settings;
use super::super::spaces;
use crate::plan::flow::{Flows, GATEWAY};
use crate::plan::relations::holds_for;

/// What keeps the gateway's certificates.
pub(in crate::plan) const CERTIFICATES: &str = "ingress-certificates";

/// Adds to the settings of the gateway what follows from them.
pub(super) fn complete(ingress: &mut Map<String, Json>, settings: &Settings, flows: &Flows, mount: Json, image: &str) {
    let listeners: Vec<Json> = settings
        .ingress
        .certificates
        .iter()
        .flat_map(|(certificate, patterns)| patterns.iter().map(move |pattern| (certificate.as_str(), pattern.as_str())))
        .enumerate()
        .map(|(index, (certificate, pattern))| {
            json!({ "name": format!("https-{}", index + 1), "host": pattern, "certificate": certificate })
        })
        .collect();
    let routed = || settings.workloads.iter().filter(|(_, w)| !w.gateway_hosts.is_empty());
    let mut namespaces: Vec<&str> = routed().map(|(_, w)| w.namespace.as_str()).collect();
    namespaces.sort_unstable();
    namespaces.dedup();
    let mut put = |key: &str, value: Json| ingress.insert(key.into(), value);
    put("namespace", spaces::gateway(settings).into());
    put("keeper", spaces::certificates(settings).into());
    put("image", image.into());
    put("listeners", listeners.into());
    put("namespaces", json!(namespaces));
    put("egress", json!(flows.from(GATEWAY)));
    put("mount", mount);
    put("deployment", deployment(super::network::pools_have(settings)["tainted_system"] == true).into());
    put("service", service(settings).into());
    put("autoscaler", "spec:\n  minReplicas: 2\n  maxReplicas: 4\n".into());
    put("budget", "spec:\n  minAvailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow\n".into());
    put("names", names(settings).into());
}

/// Each name, where it leads, and the certificate that holds for it.
fn names(settings: &Settings) -> Vec<Json> {
    let certificate = |host: &str| {
        let mut all = settings.ingress.certificates.iter();
        all.find(|(_, patterns)| patterns.iter().any(|p| holds_for(p.as_str(), host))).map(|(name, _)| name.as_str())
    };
    let hosts = settings.workloads.iter().flat_map(|(name, w)| w.gateway_hosts.iter().map(move |host| (name, host)));
    hosts
        .map(|(name, host)| json!({ "host": host, "workload": name, "certificate": certificate(host.as_str()) }))
        .collect()
}

/// What the gateway's pods are, as far as AKS lets one say it (the fields that it allows in a gateway's ConfigMap).
fn deployment(tainted: bool) -> String {
    let pool = if tainted { "      nodeSelector:\n        kubernetes.azure.com/mode: user\n" } else { "" };
    format!(
        "spec:\n  template:\n    spec:\n{pool}      containers:\n\
     \x20     - name: istio-proxy\n        resources:\n          requests:\n            cpu: 100m\n            memory: 256Mi\n\
     \x20         limits:\n            cpu: \"1\"\n            memory: 512Mi\n"
    )
}

/// Callers keep their address, and come from the network and what is joined to it only.
fn service(settings: &Settings) -> String {
    let joined = std::iter::once(&settings.network.vnet).chain(&settings.network.peered);
    let ranges: String = joined.map(|range| format!("  - {}\n", range.as_str())).collect();
    format!("spec:\n  externalTrafficPolicy: Local\n  loadBalancerSourceRanges:\n{ranges}")
}
