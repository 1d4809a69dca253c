//! What templates see: every setting under its name, and what follows from them. The one place where names, ids, roles and
//! flows are put together, so that no two files can disagree.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::Plan;
use super::names::{Ids, Names, arm_guid, identity_id};
use super::relations::{PLATFORM, TUNNEL, VNET, sides};
use super::settings::{Egress, Settings};

/// Built-in roles, by name (Azure built-in roles).
mod role {
    pub(super) const NETWORK_CONTRIBUTOR: (&str, &str) =
        ("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7");
    pub(super) const IDENTITY_OPERATOR: (&str, &str) =
        ("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830");
    pub(super) const ACR_PULL: (&str, &str) = ("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d");
    pub(super) const SECRETS_USER: (&str, &str) = ("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6");
    pub(super) const CRYPTO_USER: (&str, &str) = ("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424");
    pub(super) const CLUSTER_USER: (&str, &str) =
        ("Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f");
    pub(super) const CLUSTER_ADMIN: (&str, &str) =
        ("Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b");
}

/// The namespace, the service account and the deployment of the tunnel.
const CLOUDFLARED: &str = "cloudflared";

/// Somebody who has an Azure identity: a workload with something in the vault, or the tunnel.
struct Holder<'a> {
    workload: &'a str,
    namespace: &'a str,
    secrets: Vec<&'a str>,
    certificates: Vec<&'a str>,
    keys: Vec<&'a str>,
}

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
    let workloads: Vec<Json> =
        settings.workloads.keys().map(|name| workload(settings, name.as_str(), &holders)).collect();
    let namespaces: Vec<Json> = settings.kubernetes.namespaces.iter().map(|n| json!({ "name": n.as_str() })).collect();
    let mut put = |key: &str, value: Json| context.insert(key.to_string(), value);
    put("workloads", workloads.into());
    put("namespaces", namespaces.into());
    put("platform_namespaces", json!(PLATFORM));
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
    if let Some(Json::Object(kubernetes)) = context.get_mut("kubernetes") {
        kubernetes.insert("minor".into(), format!("v{}", settings.cluster.kubernetes_version.as_str()).into());
    }
    if let Some(Json::Object(tunnel)) = context.get_mut("tunnel") {
        tunnel.insert("namespace".into(), CLOUDFLARED.into());
        tunnel.insert("image".into(), images.get(CLOUDFLARED).cloned().unwrap_or_default().into());
        tunnel.insert("egress".into(), targets(settings, TUNNEL).into());
        tunnel.insert("objects".into(), objects(&holders, CLOUDFLARED).into());
    }
    Json::Object(context)
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

fn holders(settings: &Settings) -> Vec<Holder<'_>> {
    fn texts(list: &[super::kind::VaultName]) -> Vec<&str> {
        list.iter().map(|name| name.as_str()).collect()
    }
    let mut holders: Vec<Holder<'_>> = settings
        .workloads
        .iter()
        .map(|(name, w)| Holder {
            workload: name.as_str(),
            namespace: w.namespace.as_str(),
            secrets: texts(&w.secrets),
            certificates: texts(&w.certificates),
            keys: texts(&w.keys),
        })
        .filter(|h| !(h.secrets.is_empty() && h.certificates.is_empty() && h.keys.is_empty()))
        .collect();
    if settings.tunnel.enabled {
        holders.push(Holder {
            workload: CLOUDFLARED,
            namespace: CLOUDFLARED,
            secrets: vec![settings.tunnel.secret.as_str()],
            certificates: Vec::new(),
            keys: Vec::new(),
        });
    }
    holders.sort_by_key(|h| h.workload);
    holders
}

fn identity_name(settings: &Settings, holder: &Holder<'_>) -> String {
    format!("id-{}-{}", settings.cluster.name.as_str(), holder.workload)
}

fn identity(settings: &Settings, holder: &Holder<'_>) -> Json {
    let secrets: BTreeSet<&str> = holder.secrets.iter().chain(&holder.certificates).copied().collect();
    json!({
        "workload": holder.workload,
        "namespace": holder.namespace,
        "service_account": holder.workload,
        "identity": identity_name(settings, holder),
        "credential": format!("fc-{}", holder.workload),
        "subject": format!("system:serviceaccount:{}:{}", holder.namespace, holder.workload),
        "secrets": secrets,
        "keys": holder.keys,
    })
}

fn vault_secrets(settings: &Settings, ids: &Ids, holders: &[Holder<'_>]) -> Json {
    let mut secrets: BTreeMap<&str, (&str, Vec<Json>)> = BTreeMap::new();
    for holder in holders {
        let kinds = [("secret", &holder.secrets), ("certificate", &holder.certificates)];
        for (kind, name) in kinds.iter().flat_map(|(kind, list)| list.iter().map(move |name| (*kind, *name))) {
            let identity = identity_name(settings, holder);
            let scope = format!("{}/secrets/{name}", ids.vault);
            let id = identity_id(&ids.groups.cluster, &identity);
            let assignment = arm_guid(&[&scope, &id, role::SECRETS_USER.1]);
            let reader = json!({
                "identity": identity,
                "workload": holder.workload,
                "scope": scope,
                "role": role::SECRETS_USER.0,
                "role_id": role::SECRETS_USER.1,
                "role_assignment": assignment,
            });
            secrets.entry(name).or_insert((kind, Vec::new())).1.push(reader);
        }
    }
    secrets
        .into_iter()
        .map(|(name, (kind, readers))| json!({ "name": name, "kind": kind, "identities": readers }))
        .collect()
}

fn role_assignments(settings: &Settings, names: &Names, ids: &Ids, holders: &[Holder<'_>]) -> Json {
    let mut list = Vec::new();
    let mut to_identity = |role: (&str, &str), scope: &str, name: &str| {
        let id = identity_id(&ids.groups.cluster, name);
        list.push(json!({
            "name": arm_guid(&[scope, &id, role.1]),
            "role": role.0,
            "role_id": role.1,
            "scope": scope,
            "principal": { "kind": "identity", "name": name, "group": names.groups.cluster },
        }));
    };
    let cluster = &names.identities.cluster;
    for scope in [&ids.subnets.system, &ids.subnets.user, &ids.subnets.internal_load_balancers] {
        to_identity(role::NETWORK_CONTRIBUTOR, scope, cluster);
    }
    if settings.network.egress == Egress::UserDefinedRouting {
        to_identity(role::NETWORK_CONTRIBUTOR, &ids.route_table, cluster);
    }
    to_identity(role::IDENTITY_OPERATOR, &ids.identities.kubelet, cluster);
    if settings.registry.enabled {
        to_identity(role::ACR_PULL, &ids.registry, &names.identities.kubelet);
    }
    for holder in holders {
        for key in &holder.keys {
            to_identity(role::CRYPTO_USER, &format!("{}/keys/{key}", ids.vault), &identity_name(settings, holder));
        }
    }
    let group = settings.access.admin_group.as_str();
    let of_group = if settings.access.azure_rbac {
        vec![role::CLUSTER_ADMIN, role::CLUSTER_USER]
    } else {
        vec![role::CLUSTER_USER]
    };
    for role in of_group {
        list.push(json!({
            "name": arm_guid(&[&ids.cluster, group, role.1]),
            "role": role.0,
            "role_id": role.1,
            "scope": ids.cluster,
            "principal": { "kind": "group", "object_id": group },
        }));
    }
    list.into()
}

/// The `objects` of a SecretProviderClass: a YAML list of YAML texts, as the driver wants it. Vault names need no quotes.
fn objects(holders: &[Holder<'_>], workload: &str) -> String {
    let Some(holder) = holders.iter().find(|h| h.workload == workload) else {
        return String::new();
    };
    let mut all: Vec<(&str, &str)> =
        holder.secrets.iter().chain(&holder.certificates).map(|name| (*name, "secret")).collect();
    all.extend(holder.keys.iter().map(|name| (*name, "key")));
    all.sort_unstable();
    let mut text = "array:\n".to_string();
    for (name, kind) in all {
        let alias = if workload == CLOUDFLARED { "  objectAlias: token\n  " } else { "  " };
        text.push_str(&format!("- |\n  objectName: {name}\n{alias}objectType: {kind}\n"));
    }
    text
}

fn targets(settings: &Settings, from: &str) -> Vec<Json> {
    let all = settings.network.flows.iter().map(|f| sides(f.as_str())).filter(|(source, _)| source == from);
    let names: BTreeSet<String> = all.flat_map(|(_, to)| to).collect();
    let found = settings.workloads.iter().filter(|(name, _)| names.contains(name.as_str()));
    found.map(|(name, w)| json!({ "name": name, "namespace": w.namespace, "port": w.port })).collect()
}

fn sources(settings: &Settings, to: &str) -> Vec<Json> {
    let all =
        settings.network.flows.iter().map(|f| sides(f.as_str())).filter(|(_, targets)| targets.iter().any(|t| t == to));
    let names: BTreeSet<String> = all.map(|(from, _)| from).collect();
    let peer = |name: &String| match name.as_str() {
        TUNNEL => json!({ "kind": "tunnel", "name": CLOUDFLARED, "namespace": CLOUDFLARED }),
        VNET => json!({ "kind": "vnet", "name": VNET, "namespace": "" }),
        _ => {
            let namespace =
                settings.workloads.iter().find(|(n, _)| n.as_str() == name).map_or("", |(_, w)| w.namespace.as_str());
            json!({ "kind": "workload", "name": name, "namespace": namespace })
        }
    };
    names.iter().map(peer).collect()
}

fn workload(settings: &Settings, name: &str, holders: &[Holder<'_>]) -> Json {
    let found =
        settings.workloads.iter().find(|(n, _)| n.as_str() == name).and_then(|(_, w)| serde_json::to_value(w).ok());
    let mut map = match found {
        Some(Json::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let has = holders.iter().any(|h| h.workload == name);
    let internal = map.get("internal_address").and_then(Json::as_str).is_some_and(|a| !a.is_empty());
    map.insert("name".into(), name.into());
    map.insert("ingress".into(), sources(settings, name).into());
    map.insert("egress".into(), targets(settings, name).into());
    map.insert("identity".into(), has.into());
    map.insert("mount".into(), has.into());
    map.insert("objects".into(), objects(holders, name).into());
    map.insert("internal".into(), internal.into());
    Json::Object(map)
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
