//! What templates see: every setting under its name, and what follows from them. The one place where names, ids, roles and
//! flows are put together, so that no two files can disagree.

mod holders;
mod own_keys;
mod roles;
mod workloads;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::Plan;
use super::flow::{self, Flows, TUNNEL};
use super::names::Names;
use super::relations::PLATFORM;
use super::settings::{Acns, Egress, Network};
use holders::{Holder, holders, identity, objects, vault_secrets};
use roles::role_assignments;
use workloads::workload;

/// The namespace, the service account and the deployment of the tunnel.
const CLOUDFLARED: &str = "cloudflared";

/// The whole context of the templates.
pub fn context(plan: &Plan, images: &BTreeMap<String, String>, actions: &BTreeMap<String, String>) -> Json {
    let settings = &plan.settings;
    let names = Names::new(settings);
    let ids = names.ids(settings);
    let holders = holders(settings);
    let mut context = match serde_json::to_value(settings) {
        Ok(Json::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let flows = Flows::of(settings);
    let workloads: Vec<Json> =
        settings.workloads.iter().map(|(name, one)| workload(name.as_str(), one, &flows, &holders)).collect();
    let namespaces: Vec<Json> = settings.kubernetes.namespaces.iter().map(|n| json!({ "name": n.as_str() })).collect();
    let mut put = |key: &str, value: Json| context.insert(key.to_string(), value);
    put("workloads", workloads.into());
    put("namespaces", namespaces.into());
    put("platform_namespaces", json!(PLATFORM));
    put("acns", json!(settings.network.acns != Acns::None || settings.network.pod_encryption));
    put("subscription", settings.azure.subscription.as_str().into());
    put("tenant", settings.azure.tenant.as_str().into());
    put("location", settings.cluster.location.as_str().into());
    put("tags", settings.cluster.tags.iter().map(|(key, value)| format!("{key}={}", value.as_str())).collect());
    put("names", json!(names));
    put("ids", json!(ids));
    put("identities", holders.iter().map(|h| identity(settings, h)).collect());
    put("vault_secrets", vault_secrets(settings, &ids, &holders));
    put(
        "vault_keys",
        holders.iter().flat_map(|h| h.keys.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect(),
    );
    put("own_keys", own_keys::own_keys(settings));
    put("role_assignments", role_assignments(settings, &names, &ids, &holders));
    put(
        "egress",
        json!({
            "nat": settings.network.egress == Egress::NatGateway,
            "udr": settings.network.egress == Egress::UserDefinedRouting,
            "load_balancer": settings.network.egress == Egress::LoadBalancer,
        }),
    );
    put("images", json!(images));
    put("actions", json!(actions));
    put(
        "policy_definitions",
        json!({
            "internal_load_balancers": "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e",
            "not_allowed_resource_types": "6c112d4e-5bc7-47ae-a041-ea2d9dccd749",
        }),
    );
    put("facts", facts(plan, &holders));
    put("profile_file", plan.profile_file.clone().into());
    put("environment", plan.environment.clone().unwrap_or_default().into());
    put("arguments", plan.arguments().into());
    put("facts_file", facts_file(&plan.profile_file, plan.environment.as_deref()).into());
    put("tree", plan.output_dir().into());
    put("ci_names", ci_names(plan));
    put("profile", json!({ "chain": plan.chain, "name": plan.chain.last() }));
    if let Some(Json::Object(network)) = context.get_mut("network") {
        let (dataplane, policies, encryption) = network_engine(&settings.network);
        network.insert("policy_engine".into(), "cilium".into());
        network.insert("dataplane".into(), dataplane.into());
        network.insert("acns_policies".into(), policies.into());
        network.insert("transit_encryption".into(), encryption.into());
        network.insert("node_ranges".into(), json!(flow::node_ranges(settings)));
    }
    if let Some(Json::Object(kubernetes)) = context.get_mut("kubernetes") {
        kubernetes.insert("minor".into(), format!("v{}", settings.cluster.kubernetes_version.as_str()).into());
    }
    if let Some(Json::Object(tunnel)) = context.get_mut("tunnel") {
        tunnel.insert("namespace".into(), CLOUDFLARED.into());
        tunnel.insert("image".into(), images.get(CLOUDFLARED).cloned().unwrap_or_default().into());
        tunnel.insert("egress".into(), json!(flows.from(TUNNEL)));
        tunnel.insert("objects".into(), objects(&holders, CLOUDFLARED).into());
    }
    Json::Object(context)
}

/// The data plane, and what Advanced Container Networking Services add, in the words of Azure.
fn network_engine(network: &Network) -> (&'static str, &'static str, &'static str) {
    let dataplane = "cilium";
    let policies = match network.acns {
        Acns::None => "None",
        Acns::Fqdn => "FQDN",
        Acns::L7 => "L7",
    };
    (dataplane, policies, if network.pod_encryption { "WireGuard" } else { "None" })
}

/// The name of the facts file that belongs to a profile file, or to one of its environments.
pub fn facts_file(profile_file: &str, environment: Option<&str>) -> String {
    let stem = profile_file.strip_suffix(".toml").unwrap_or(profile_file);
    match environment {
        Some(name) => format!("{stem}.{name}.facts.toml"),
        None => format!("{stem}.facts.toml"),
    }
}

/// What a workflow is known by; those of two environments live in one repository.
fn ci_names(plan: &Plan) -> Json {
    let (name, file) = match &plan.environment {
        Some(environment) => (format!("aks-harden {environment}"), format!("aks-harden-{environment}")),
        None => ("aks-harden".to_string(), "aks-harden".to_string()),
    };
    json!({ "workflow": name, "file": file })
}

fn facts(plan: &Plan, holders: &[Holder<'_>]) -> Json {
    let missing: Vec<&str> = missing_facts(plan, holders);
    json!({
        "known": missing.is_empty(),
        "missing": missing,
        "oidc_issuer": plan.facts.oidc_issuer,
        "client_ids": plan.facts.client_ids,
    })
}

fn missing_facts<'a>(plan: &Plan, holders: &[Holder<'a>]) -> Vec<&'a str> {
    holders.iter().map(|h| h.workload).filter(|name| !plan.facts.client_ids.contains_key(*name)).collect()
}

/// The identities whose client id is not known yet.
pub fn facts_still_missing(plan: &Plan) -> Vec<String> {
    missing_facts(plan, &holders(&plan.settings)).into_iter().map(String::from).collect()
}

/// Client ids in the facts that belong to nobody in the plan.
pub fn facts_of_nobody(plan: &Plan) -> Vec<String> {
    let holders = holders(&plan.settings);
    plan.facts.client_ids.keys().filter(|name| !holders.iter().any(|h| h.workload == name.as_str())).cloned().collect()
}
