//! What plans of a cluster make in Azure, this one and any other: what is there of it and is not planned, an earlier plan left
//! behind. What comes and goes with its parent (rules, records, interfaces of private endpoints) is left out.

use serde_json::{Value as Json, json};

use super::super::names::{Ids, Names, identity_id};
use super::super::network::subnets::{KINDS, of_pool};
use super::super::registry;
use super::super::relations::zone_kind;
use super::super::settings::{ApiAccess, Bootstrap, Egress, Settings, Standing};
use super::holders::{holders, identities};
use super::{alerts, bastion, ci, egress, own_keys, reach, storage};

/// What becomes of a thing that is left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It can be removed: a deployment makes it again.
    Remove,
    /// It holds what no deployment brings back; a person decides.
    Keep,
}

/// Something that some plan of this cluster makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// A resource whose name follows from the cluster's alone.
    One {
        /// Its id in Azure.
        id: String,
        /// Whether this plan makes it.
        planned: bool,
        /// What becomes of it where it is not planned.
        fate: Fate,
    },
    /// Resources whose names other settings gave: all whose ids begin so. Those of this plan are listed.
    Family {
        /// What their ids begin with.
        start: String,
        /// The ids of those that this plan makes.
        planned: Vec<String>,
        /// What becomes of the others.
        fate: Fate,
    },
}

struct Inventory(Vec<Thing>);

impl Inventory {
    fn one(&mut self, planned: bool, fate: Fate, id: impl Into<String>) {
        self.0.push(Thing::One { id: id.into(), planned, fate });
    }

    fn family(&mut self, fate: Fate, start: impl Into<String>, planned: impl IntoIterator<Item = String>) {
        self.0.push(Thing::Family { start: start.into(), planned: planned.into_iter().collect(), fate });
    }
}

/// Where something stands: a kind of resource in a group.
fn at(group: &str, kind: &str, name: &str) -> String {
    format!("{group}/providers/{kind}/{name}")
}

/// All of them, each before what it needs.
pub fn inventory(settings: &Settings, names: &Names, ids: &Ids) -> Vec<Thing> {
    let mut all = Inventory(Vec::new());
    on_the_cluster(&mut all, settings, names, ids);
    ways_in(&mut all, settings, names, ids);
    endpoints(&mut all, settings, names, ids);
    kept(&mut all, settings, ids);
    network(&mut all, settings, names, ids);
    all.one(egress::group(settings), Fate::Remove, &ids.groups.egress);

    who(&mut all, settings, names, ids);
    all.0
}

/// What is written onto cluster, vaults and groups.
fn on_the_cluster(all: &mut Inventory, settings: &Settings, names: &Names, ids: &Ids) {
    let flux = settings.access.bootstrap == Bootstrap::Gitops;
    for kind in ["fluxConfigurations/cluster", "extensions/flux"] {
        all.one(flux, Fate::Remove, format!("{}/providers/Microsoft.KubernetesConfiguration/{kind}", ids.cluster));
    }
    let audit = settings.key_vault.audit_logs;
    let firewall = at(&ids.groups.network, "Microsoft.Network/azureFirewalls", &names.firewall);
    let logs = |id: &str| at(id, "Microsoft.Insights/diagnosticSettings", &names.diagnostics);
    all.one(true, Fate::Remove, logs(&ids.cluster));
    all.one(audit, Fate::Remove, logs(&ids.vault));
    // A vault that is kept though no plan needs it is watched on.
    if own_keys::any(settings) {
        all.one(audit, Fate::Remove, logs(&ids.keys_vault));
    }
    all.one(settings.network.egress == Egress::Firewall, Fate::Remove, logs(&firewall));
    if settings.registry.enabled {
        all.one(settings.registry.audit_logs, Fate::Remove, logs(&ids.registry));
    }
    let alert = |kind: &str, name: &str| at(&ids.groups.security, &format!("Microsoft.Insights/{kind}"), name);
    let told = alerts::any(settings);
    all.one(alerts::of_break_glass(settings), Fate::Remove, alert("scheduledQueryRules", &names.alerts.break_glass));
    all.one(told, Fate::Remove, alert("activityLogAlerts", &names.alerts.weakening));
    all.one(told, Fate::Remove, alert("actionGroups", &names.alerts.group));
    let assignment = |group: &str, name: &str| at(group, "Microsoft.Authorization/policyAssignments", name);
    let policies = &names.policies;
    all.one(true, Fate::Remove, assignment(&ids.groups.cluster, &policies.internal_load_balancers));
    for group in [&ids.groups.network, &ids.groups.cluster, &ids.groups.security] {
        all.one(true, Fate::Remove, assignment(group, &policies.public_ips));
    }
    if storage::snapshots(settings) {
        all.one(true, Fate::Remove, assignment(&ids.groups.snapshots, &policies.public_ips));
    }
    if settings.registry.enabled {
        let rule = |name: &str| format!("{}/cacheRules/{name}", ids.registry);
        let rules = registry::rules(settings);
        for start in registry::RULE_NAMES {
            let ours = rules.iter().filter(|one| one.name.starts_with(start));
            all.family(Fate::Remove, rule(start), ours.map(|one| rule(&one.name)).collect::<Vec<_>>());
        }
    }
}

/// How people and networks come in.
fn ways_in(all: &mut Inventory, settings: &Settings, names: &Names, ids: &Ids) {
    let peering = |name: &str| format!("{}/virtualNetworkPeerings/to-{name}", ids.vnet);
    let planned = settings.network.peerings.keys().map(|name| peering(name.as_str()));
    all.family(Fate::Remove, peering(""), planned.collect::<Vec<_>>());
    let jump_host = settings.access.bastion.jump_host;
    let bastion = settings.access.standing.contains(&Standing::Bastion);
    all.one(jump_host, Fate::Remove, bastion::jump_host_id(names, ids));
    all.one(jump_host, Fate::Remove, bastion::interface_id(names, ids));
    all.one(bastion, Fate::Remove, bastion::host_id(names, ids));
    all.one(
        bastion,
        Fate::Remove,
        at(&ids.groups.egress, "Microsoft.Network/publicIPAddresses", &names.bastion.address),
    );
}

/// Private endpoints, and the zones in which they are found.
fn endpoints(all: &mut Inventory, settings: &Settings, names: &Names, ids: &Ids) {
    let network = |kind: &str, name: &str| at(&ids.groups.network, &format!("Microsoft.Network/{kind}"), name);
    let endpoint = |name: &str| network("privateEndpoints", name);
    let cluster = settings.cluster.name.as_str();
    let registry = settings.registry.enabled;
    let disks = storage::disk_access(settings);
    all.one(true, Fate::Remove, endpoint(&names.endpoints.vault));
    all.one(own_keys::any(settings), Fate::Remove, endpoint(&names.endpoints.keys_vault));
    all.one(registry, Fate::Remove, endpoint(&names.endpoints.registry));
    all.one(disks, Fate::Remove, endpoint(&storage::disk_access_endpoint(settings)));
    let of_files = storage::files(settings, ids);
    let files = !of_files.is_empty();
    let of_files = of_files.iter().map(|files| endpoint(&storage::endpoint_name(settings, files.class)));
    all.family(Fate::Remove, endpoint(&storage::endpoint_name(settings, "")), of_files.collect::<Vec<_>>());

    for (planned, zone) in [
        (true, names.zones.vault.as_str()),
        (registry, &names.zones.registry),
        (files, storage::FILES_ZONE),
        (disks, storage::DISKS_ZONE),
    ] {
        let zone = network("privateDnsZones", zone);
        all.one(planned, Fate::Remove, format!("{zone}/virtualNetworkLinks/{}", names.zone_link));
        all.one(planned, Fate::Remove, zone);
    }
    // The API server's, in both of its names. Networks that were joined see it too.
    let own = reach::zone(settings, names, ids).filter(|zone| zone.own).map(|zone| zone.id);
    let links: Vec<String> = reach::peerings(settings, names, ids)
        .iter()
        .filter(|peering| peering["linked"] == true)
        .filter_map(|peering| peering["link"].as_str().map(String::from))
        .chain([names.zone_link.clone()])
        .collect();
    for api in [ApiAccess::VnetIntegration, ApiAccess::PrivateLink] {
        let region = settings.cluster.location.as_str();
        let zone = network("privateDnsZones", &format!("{}.{region}.azmk8s.io", zone_kind(api)));
        let planned = own.as_ref() == Some(&zone);
        let link = |name: &String| format!("{zone}/virtualNetworkLinks/{name}");
        let links = if planned { links.iter().map(link).collect() } else { Vec::new() };
        all.family(Fate::Remove, link(&format!("link-{cluster}")), links);
        all.one(planned, Fate::Remove, zone);
    }
    all.one(disks, Fate::Remove, storage::disk_access_id(settings, ids));
}

/// What holds more than a deployment makes.
fn kept(all: &mut Inventory, settings: &Settings, ids: &Ids) {
    all.one(true, Fate::Keep, &ids.cluster);
    all.one(own_keys::of_disks(settings), Fate::Keep, &ids.disk_encryption_set);
    all.one(own_keys::any(settings), Fate::Keep, &ids.keys_vault);
    all.one(true, Fate::Keep, &ids.vault);
    all.one(settings.registry.enabled, Fate::Keep, &ids.registry);
    let start = at(&ids.groups.security, "Microsoft.Storage/storageAccounts", &storage::account_start(settings));
    all.family(Fate::Keep, start, storage::files(settings, ids).into_iter().map(|files| files.account_id));
    all.one(storage::snapshots(settings), Fate::Keep, &ids.groups.snapshots);
    all.one(true, Fate::Keep, &ids.workspace);
    all.one(true, Fate::Keep, &ids.vnet);
}

/// Who acts, and the roles that were written for them.
fn who(all: &mut Inventory, settings: &Settings, names: &Names, ids: &Ids) {
    let pipelines = ci::ci(settings, names, ids, &Json::Null);
    let any = pipelines["any"] == true;
    let own = [&names.identities.cluster, &names.identities.kubelet];
    let of_ci = [&names.identities.ci_plan, &names.identities.ci_apply];
    let mut planned: Vec<String> = own.into_iter().chain(of_ci.into_iter().filter(|_| any)).cloned().collect();
    let others = identities(settings, &holders(settings)).into_iter();
    let others = others.chain(storage::identities(settings, &storage::files(settings, ids)));
    planned.extend(others.filter_map(|one| one["identity"].as_str().map(String::from)));
    let start = format!("id-{}-", settings.cluster.name.as_str());
    let identity = |name: &str| identity_id(&ids.groups.cluster, name);
    all.family(Fate::Remove, identity(&start), planned.iter().map(|name| identity(name)).collect::<Vec<_>>());
    let subscription = format!("/subscriptions/{}", settings.azure.subscription.as_str());
    for role in ["plan", "apply"].iter().filter_map(|who| pipelines[who]["role"]["id"].as_str()) {
        all.one(any, Fate::Remove, at(&subscription, "Microsoft.Authorization/roleDefinitions", role));
    }
}

/// Subnets, what guards them, and what leads out of them.
fn network(all: &mut Inventory, settings: &Settings, names: &Names, ids: &Ids) {
    let network = |kind: &str, name: &str| at(&ids.groups.network, &format!("Microsoft.Network/{kind}"), name);
    let public = |kind: &str, name: &str| at(&ids.groups.egress, &format!("Microsoft.Network/{kind}"), name);
    let firewall = settings.network.egress == Egress::Firewall;
    let nat = settings.network.egress == Egress::NatGateway;
    all.one(firewall, Fate::Remove, network("azureFirewalls", &names.firewall));
    all.one(firewall, Fate::Remove, network("firewallPolicies", &names.firewall_policy));
    all.one(firewall, Fate::Remove, public("publicIPAddresses", &names.firewall_ip));

    let subnet = |name: &str| format!("{}/subnets/{name}", ids.vnet);
    let needed: Vec<_> = KINDS.iter().filter(|kind| (kind.needed)(settings)).collect();
    let pools = settings.nodes.pools.keys().map(|pool| of_pool(pool.as_str()));
    let ours = pools.chain(needed.iter().map(|kind| kind.name.to_string()));
    let ours: Vec<String> = ours.filter(|name| name.starts_with("snet-")).map(|name| subnet(&name)).collect();
    all.family(Fate::Remove, subnet(&of_pool("")), ours);
    for kind in KINDS.iter().filter(|kind| !kind.name.starts_with("snet-")) {
        all.one((kind.needed)(settings), Fate::Remove, subnet(kind.name));
    }
    let groups = super::network::security_groups(settings);
    let groups = groups.as_array().into_iter().flatten().filter_map(|group| group["name"].as_str());
    let start = network("networkSecurityGroups", &format!("nsg-{}-", settings.cluster.name.as_str()));
    all.family(Fate::Remove, start, groups.map(|name| network("networkSecurityGroups", name)).collect::<Vec<_>>());
    let routed = matches!(settings.network.egress, Egress::Firewall | Egress::UserDefinedRouting);
    all.one(routed, Fate::Remove, &ids.route_table);
    all.one(nat, Fate::Remove, public("natGateways", &names.nat_gateway));
    all.one(nat, Fate::Remove, public("publicIPAddresses", &names.public_ip));
}

/// What templates see of it: what may be there and is not planned, and what is planned among what goes by families.
pub(super) fn left_over(things: &[Thing]) -> (Json, Json) {
    let word = |fate: &Fate| if *fate == Fate::Keep { "keep" } else { "remove" };
    let over = things.iter().filter_map(|thing| match thing {
        Thing::One { planned: true, .. } => None,
        Thing::One { id, fate, .. } => Some(json!({ "id": id, "fate": word(fate) })),
        Thing::Family { start, fate, .. } => Some(json!({ "id": format!("{start}*"), "fate": word(fate) })),
    });
    let planned = things.iter().filter_map(|thing| match thing {
        Thing::Family { planned, .. } => Some(planned),
        Thing::One { .. } => None,
    });
    (over.collect(), planned.flatten().map(|id| json!(id)).collect())
}
