//! The way out, as templates see it.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use serde_json::{Value as Json, json};

use super::super::cel;
use super::super::egress::{Kind, Rule, of_plan, rules};
use super::super::kind::PoolName;
use super::super::network::gateways;
use super::super::settings::{Egress, Pool, PoolMode, Settings, Standing};

pub(super) fn egress(settings: &Settings, identities: bool) -> Json {
    let egress = settings.network.egress;
    json!({
        "nat": egress == Egress::NatGateway,
        "udr": egress == Egress::UserDefinedRouting,
        "firewall": egress == Egress::Firewall,
        "none": egress == Egress::None,
        "load_balancer": egress == Egress::LoadBalancer,
        "routed": matches!(egress, Egress::Firewall | Egress::UserDefinedRouting),
        "group": group(settings),
        "outbound_type": outbound_type(egress),
        "next_hop": next_hop(settings),
        "name_servers": settings.network.dns_servers,
        "name_server_list": settings.network.dns_servers.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(","),
        "sources": sources(settings),
        "source_list": sources(settings).join(","),
        "rules": if egress == Egress::Firewall { firewall_rules(settings, identities) } else { Json::Null },
        "zones": zones(settings).join(","),
        "groups": if egress == Egress::Firewall { groups(settings, identities) } else { Json::Null },
        "exclusions": of_plan(settings),
    })
}

/// The gateways through which some namespace leaves: one configuration for each namespace and pool.
pub(super) fn gateways(settings: &Settings) -> Json {
    let excluded: Vec<String> = gateways::excluded(settings).iter().map(ToString::to_string).collect();
    let pools = settings.nodes.pools.iter().filter(|(_, pool)| pool.mode == PoolMode::Gateway);
    let of_pool = |(name, pool): (&PoolName, &Pool)| -> Vec<Json> {
        let name = name.as_str();
        let one = |namespace: &str| {
            let here = gateways::leaving(settings, name).filter(|(_, one)| one.namespace.as_str() == namespace);
            json!({
                "name": gateways::configuration(name),
                "pool": name,
                "namespace": namespace,
                "workloads": here.map(|(workload, _)| workload.as_str()).collect::<Vec<_>>(),
                "prefix": pool.gateway_prefix,
                "addresses": 1u32 << (32 - u32::from(pool.gateway_prefix)),
                "excluded": excluded,
            })
        };
        gateways::namespaces(settings, name).into_iter().map(one).collect()
    };
    pools.flat_map(of_pool).collect()
}

/// Who leaves by which gateway, of each namespace, as the admission policies compare it.
pub(super) fn gateway_pods(settings: &Settings) -> String {
    let mut of: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, workload) in settings.workloads.iter().filter(|(_, one)| !one.egress_gateway.as_str().is_empty()) {
        let by = gateways::configuration(workload.egress_gateway.as_str());
        of.entry(workload.namespace.as_str()).or_default().push(format!("{} by {by}", name.as_str()));
    }
    cel::map_of_lists(of.iter().map(|(namespace, pods)| (*namespace, pods.iter().map(String::as_str))))
}

fn zones(settings: &Settings) -> Vec<String> {
    let zones = serde_json::to_value(&settings.network.firewall.zones).unwrap_or_default();
    zones.as_array().into_iter().flatten().filter_map(|zone| zone.as_str().map(String::from)).collect()
}

/// Whether the tree has public addresses of its own, which stand in a group of their own.
pub(super) fn group(settings: &Settings) -> bool {
    matches!(settings.network.egress, Egress::Firewall | Egress::NatGateway)
        || settings.access.standing.contains(&Standing::Bastion)
}

/// The firewall's rules in their groups, as Azure wants them.
fn groups(settings: &Settings, identities: bool) -> Json {
    let rules = firewall_rules(settings, identities);
    let of = |group: &str, by_name: bool| -> Vec<Json> {
        let mine = |rule: &&Json| rule["group"] == group && rule["by_name"] == by_name;
        rules.as_array().into_iter().flatten().filter(mine).cloned().collect()
    };
    let group = |(name, priority): (&str, u16)| json!({ "name": name, "priority": priority, "addresses": of(name, false), "names": of(name, true) });
    [("platform", 200), ("workloads", 300)].map(group).into_iter().collect()
}

/// The firewall's rules, with lists as words for a shell.
fn firewall_rules(settings: &Settings, identities: bool) -> Json {
    let one = |rule: Rule| {
        let mut ports: Vec<String> = rule.ports.iter().map(ToString::to_string).collect();
        if !matches!(rule.kind, Kind::Tag | Kind::Names) {
            ports.dedup();
        }
        let pairs = rule.protocols.iter().zip(&rule.ports);
        json!({
            "group": rule.group,
            "name": rule.name,
            "why": rule.why,
            "kind": rule.kind,
            "by_name": matches!(rule.kind, Kind::Tag | Kind::Names),
            "protocols": pairs.map(|(protocol, port)| json!({ "name": protocol, "port": port })).collect::<Vec<_>>(),
            "protocol_list": rule.protocols.join(","),
            "protocol_names": rule.protocols,
            "port_list": ports.join(","),
            "port_texts": ports,
            "tags": if rule.kind == Kind::Tag { &rule.targets[..] } else { &[] },
            "names": if rule.kind == Kind::Names { &rule.targets[..] } else { &[] },
            "hosts": if rule.kind == Kind::Hosts { &rule.targets[..] } else { &[] },
            "ranges": if rule.kind == Kind::Ranges { &rule.targets[..] } else { &[] },
            "targets": rule.targets,
            "target_list": rule.targets.join(","),
        })
    };
    rules(settings, identities).into_iter().map(one).collect()
}

/// What AKS calls it.
fn outbound_type(egress: Egress) -> &'static str {
    match egress {
        Egress::NatGateway => "userAssignedNATGateway",
        Egress::Firewall | Egress::UserDefinedRouting => "userDefinedRouting",
        Egress::LoadBalancer => "loadBalancer",
        Egress::None => "none",
    }
}

/// Where the default route leads: to the appliance, or to the firewall, which Azure gives the first address of its subnet
/// that it does not keep for itself.
pub(super) fn next_hop(settings: &Settings) -> String {
    let network = &settings.network;
    let first = |net: ipnet::Ipv4Net| Ipv4Addr::from(u32::from(net.network()) + 4).to_string();
    match network.egress {
        Egress::Firewall => network.subnets.firewall.net().map(first).unwrap_or_default(),
        _ => network.next_hop.as_str().to_string(),
    }
}

/// The ranges that what leaves comes from: pods leave with the address of their node.
fn sources(settings: &Settings) -> Vec<String> {
    let mut ranges: Vec<String> = settings.nodes.pools.values().map(|pool| pool.subnet.as_str().to_string()).collect();
    ranges.sort();
    ranges
}
