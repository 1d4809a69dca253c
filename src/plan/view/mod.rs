//! What templates see: every setting under its name, and what follows from them. The one place where names, ids, roles and
//! flows are put together, so that no two files can disagree.

mod alerts;
mod bastion;
mod ci;
mod egress;
mod gateway;
mod guards;
mod holders;
mod inventory;
mod network;
mod own_keys;
mod reach;
mod roles;
mod storage;
mod teams;
mod tunnel;
mod workloads;

pub(in crate::plan) use gateway::CERTIFICATES;
pub(in crate::plan) use holders::{ADDON, SERVICE_PRINCIPAL};
pub(in crate::plan) use storage::client as files_client;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::Plan;
use super::flow::{self, Flows};
use super::kind::Label;
use super::names::Names;
use super::registry;
use super::relations::platform;
use super::settings::{Acns, Bootstrap, Egress, Network, PolicyEngine, Settings, Standing, VolumeKind, Workload};
use super::spaces;
use holders::{Holder, addon_identity, cluster_secrets, holders, identities, vault_certificates, vault_secrets};
use roles::role_assignments;
use workloads::workload;

pub use inventory::{Fate, Thing, inventory};

/// The service account and the deployment of the tunnel.
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
    let one = |(name, one): (&Label, &Workload)| {
        let image = registry::pulled(settings, &names, one.image.as_str());
        workload(settings, name.as_str(), one, image, &flows, &holders)
    };
    let workloads: Vec<Json> = settings.workloads.iter().map(one).collect();
    let namespaces: Vec<Json> = settings.kubernetes.namespaces.iter().map(|n| json!({ "name": n.as_str() })).collect();
    let mut put = |key: &str, value: Json| context.insert(key.to_string(), value);
    put("workloads", workloads.into());
    put("namespaces", namespaces.into());
    put("platform_namespaces", json!(platform(settings)));
    put("acns", json!(settings.network.acns != Acns::None || settings.network.pod_encryption));
    put("subscription", settings.azure.subscription.as_str().into());
    put("tenant", settings.azure.tenant.as_str().into());
    put("location", settings.cluster.location.as_str().into());
    put("tags", settings.cluster.tags.iter().map(|(key, value)| format!("{key}={}", value.as_str())).collect());
    put("names", json!(names));
    put("ids", json!(ids));
    let files = storage::files(settings, &ids);
    let mut all = identities(settings, &holders);
    all.extend(storage::identities(settings, &files));
    put("identities", all.into());
    put("volumes", storage::view(settings, &ids, &files));
    put("mounts", holders.iter().map(|h| h.mount(settings)).collect());
    put("cluster_secrets", cluster_secrets(settings, &holders));
    put("addon_identity", addon_identity(settings).into());
    put("vault_secrets", vault_secrets(settings, &ids, &holders));
    put("vault_certificates", vault_certificates(settings, &ids, &holders));
    put("certificate_role", json!({ "name": roles::CERTIFICATE_USER.0, "id": roles::CERTIFICATE_USER.1 }));
    put(
        "vault_keys",
        holders.iter().flat_map(|h| h.keys.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect(),
    );
    put("own_keys", own_keys::own_keys(settings));
    put("alerts", alerts::alerts(settings, &names, &ids));
    put("teams", teams::teams(settings));
    put("team_roles", teams::cluster_roles(settings));
    put(
        "team_access",
        json!({
            "groups": teams::groups(settings),
            "grants": teams::grants(settings).iter().map(|grant| json!({
                "group": grant.group, "namespace": grant.namespace, "role": grant.role.1,
            })).collect::<Vec<_>>(),
        }),
    );
    let given = role_assignments(settings, &names, &ids, &holders, &files);
    put("pipelines", ci::ci(settings, &names, &ids, &given));
    put("role_assignments", given);
    let joined = std::iter::once(&settings.network.vnet).chain(&settings.network.peered);
    put("network_ranges", joined.map(|range| range.as_str()).collect());
    put("subnets", network::subnets(settings));
    put("security_groups", network::security_groups(settings));
    let pools = network::pools(settings, &ids);
    put("pool_columns", network::columns(&pools));
    put("pools", pools);
    put("pools_have", network::pools_have(settings));
    let (left_over, by_start) = inventory::left_over(&inventory(settings, &names, &ids));
    put("left_over", left_over);
    put("planned_by_start", by_start);
    put("egress_gateways", egress::gateways(settings));
    put("egress_gateway_pods", egress::gateway_pods(settings).into());
    put("egress", egress::egress(settings, !holders.is_empty()));
    put("api", reach::api(settings, &names, &ids));
    if settings.access.standing.contains(&Standing::Bastion) {
        put("bastion", bastion::bastion(settings, &names, &ids));
    }
    if settings.access.bootstrap == Bootstrap::Gitops {
        put("flux", reach::flux(settings));
    }
    put("peerings", reach::peerings(settings, &names, &ids).into());
    put("pinned", json!(images));
    put("actions", json!(actions));
    put(
        "policy_definitions",
        json!({
            "internal_load_balancers": "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e",
            "not_allowed_resource_types": "6c112d4e-5bc7-47ae-a041-ea2d9dccd749",
        }),
    );
    put("facts", facts(plan));
    put("unsaid", json!({ "azcli": [], "bicep": [], "kubernetes": [] }));
    put("profile_file", plan.profile_file.clone().into());
    put("environment", plan.environment.clone().unwrap_or_default().into());
    put("arguments", plan.arguments().into());
    put("facts_file", facts_file(&plan.profile_file, plan.environment.as_deref()).into());
    put("tree", plan.output_dir().into());
    put("ci_names", ci_names(plan));
    put("profile", json!({ "chain": plan.chain, "name": plan.chain.last() }));
    let made = spaces::made(settings);
    let spaces = settings.kubernetes.namespaces.iter().map(|name| name.as_str());
    let spaces: Vec<&str> = spaces.chain(made.iter().map(String::as_str)).collect();
    if let Some(Json::Object(network)) = context.get_mut("network") {
        let (dataplane, policies, encryption) = network_engine(&settings.network);
        let spaces: Vec<String> = spaces.iter().map(|name| format!("'{name}'")).collect();
        let selector = format!("projectcalico.org/namespace in {{ {} }}", spaces.join(", "));
        network.insert("calico_selector".into(), selector.into());
        let nodes = format!(
            "app.kubernetes.io/component == 'nodes' && app.kubernetes.io/part-of == '{}'",
            settings.cluster.name.as_str()
        );
        network.insert("calico_nodes".into(), nodes.into());
        network.insert("dataplane".into(), dataplane.into());
        network.insert("acns_policies".into(), policies.into());
        network.insert("transit_encryption".into(), encryption.into());
        network.insert("node_ranges".into(), json!(flow::node_ranges(settings)));
    }
    if let Some(Json::Object(kubernetes)) = context.get_mut("kubernetes") {
        kubernetes.insert("minor".into(), format!("v{}", settings.cluster.kubernetes_version.as_str()).into());
    }
    // The firewall is whom the network asks for names; those servers are whom it asks.
    if settings.network.egress == Egress::Firewall
        && let Some(Json::Object(network)) = context.get_mut("network")
    {
        network.insert("dns_servers".into(), json!([egress::next_hop(settings)]));
    }
    if let Some(Json::Object(map)) = context.get_mut("registry") {
        let tunnel = images.get(CLOUDFLARED).filter(|_| settings.tunnel.enabled).map(String::as_str);
        let all = settings.workloads.values().map(|w| w.image.as_str()).chain(tunnel);
        map.insert("rules".into(), json!(registry::rules(settings)));
        map.insert("copies".into(), json!(registry::copies(settings, &names, all)));
    }
    if let Some(Json::Object(tunnel)) = context.get_mut("tunnel") {
        tunnel::complete(tunnel, settings, images, &flows, &holders);
        let image = images.get(CLOUDFLARED).map_or("", String::as_str);
        tunnel.insert("image".into(), registry::pulled(settings, &names, image).into());
    }
    let keeps = mount(settings, &holders, CERTIFICATES);
    if let Some(Json::Object(ingress)) = context.get_mut("ingress") {
        let pause = registry::pulled(settings, &names, images.get("pause").map_or("", String::as_str));
        gateway::complete(ingress, settings, &flows, keeps, &pause);
    }
    let guards = guards::guards(settings, &names, &context, &plan.profile_file);
    context.insert("guards".into(), guards);
    Json::Object(context)
}

/// The data plane, and what Advanced Container Networking Services add, in the words of Azure.
fn network_engine(network: &Network) -> (&'static str, &'static str, &'static str) {
    let dataplane = match network.policy_engine {
        PolicyEngine::Cilium => "cilium",
        PolicyEngine::Calico => "azure",
    };
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

/// What somebody mounts from the vault; false where it mounts nothing.
fn mount(settings: &Settings, holders: &[Holder<'_>], workload: &str) -> Json {
    holders.iter().find(|h| h.workload == workload).map_or(Json::Bool(false), |h| h.mount(settings))
}

fn facts(plan: &Plan) -> Json {
    let missing = facts_still_missing(plan);
    json!({
        "known": missing.is_empty(),
        "missing": missing,
        "clients": clients(&plan.settings),
        "oidc_issuer": plan.facts.oidc_issuer,
        "client_ids": plan.facts.client_ids,
    })
}

/// The names under which client ids are facts: of those who read the vault, and of those who mount files.
fn clients(settings: &Settings) -> BTreeSet<String> {
    let readers = holders(settings).iter().filter_map(Holder::client).map(String::from).collect::<BTreeSet<_>>();
    let classes = settings.storage.classes.iter().filter(|(_, class)| class.kind == VolumeKind::Files);
    readers.into_iter().chain(classes.map(|(name, _)| storage::client(name.as_str()))).collect()
}

/// The identities whose client id is not known yet.
pub fn facts_still_missing(plan: &Plan) -> Vec<String> {
    clients(&plan.settings).into_iter().filter(|name| !plan.facts.client_ids.contains_key(name)).collect()
}

/// Client ids in the facts that belong to nobody in the plan.
pub fn facts_of_nobody(plan: &Plan) -> Vec<String> {
    let clients = clients(&plan.settings);
    plan.facts.client_ids.keys().filter(|name| !clients.contains(name.as_str())).cloned().collect()
}
