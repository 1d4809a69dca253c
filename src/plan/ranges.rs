//! Rules about address ranges: containment, overlap, sizes, and addresses inside them.

use ipnet::Ipv4Net;
use std::net::Ipv4Addr;

use super::settings::{Egress, Settings};
use super::validate::Placed;
use crate::error::Problem;

/// Ranges that AKS keeps for itself (Azure CNI overlay documentation).
const RESERVED: [&str; 4] = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"];

/// Azure keeps the first four addresses and the last one of every subnet.
const KEPT_BY_AZURE: u64 = 5;

struct Range {
    key: &'static str,
    net: Ipv4Net,
}

/// Every rule that the ranges of a plan break.
pub(super) fn check(settings: &Settings, placed: Placed<'_>) -> Vec<Problem> {
    let network = &settings.network;
    let mut problems = Vec::new();
    let range = |key: &'static str, text: &str| text.parse().ok().map(|net| Range { key, net });
    let subnets: Vec<Range> = [
        range("network.subnets.system", network.subnets.system.as_str()),
        range("network.subnets.user", network.subnets.user.as_str()),
        range("network.subnets.internal_load_balancers", network.subnets.internal_load_balancers.as_str()),
        range("network.subnets.private_endpoints", network.subnets.private_endpoints.as_str()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let outer: Vec<Range> = [
        range("network.vnet", network.vnet.as_str()),
        range("network.pods", network.pods.as_str()),
        range("network.services", network.services.as_str()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let [vnet, pods, services] = outer.as_slice() else {
        return problems;
    };
    let mut say = |problem: Problem, keys: &[&str]| {
        problems.push(keys.iter().filter_map(|key| placed(key)).fold(problem, Problem::at));
    };

    for range in &outer {
        for reserved in RESERVED.iter().filter_map(|r| r.parse::<Ipv4Net>().ok()).filter(|r| overlap(*r, range.net)) {
            say(
                Problem::new(format!("`{}` {} overlaps {reserved}, which AKS keeps for itself", range.key, range.net)),
                &[range.key],
            );
        }
        let private = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
        if !private.iter().filter_map(|p| p.parse::<Ipv4Net>().ok()).any(|p| p.contains(&range.net)) {
            let problem = Problem::new(format!("`{}` {} is not a private range", range.key, range.net));
            say(
                problem.help("take a range inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10"),
                &[range.key],
            );
        }
    }
    for (index, one) in outer.iter().enumerate() {
        for other in &outer[index + 1..] {
            if overlap(one.net, other.net) {
                let free = free_beside(other.net.prefix_len(), &outer);
                let mut problem =
                    Problem::new(format!("`{}` {} overlaps `{}` {}", one.key, one.net, other.key, other.net));
                if let Some(free) = free {
                    problem = problem.help(format!("`{}` could be {free}", other.key));
                }
                say(problem, &[one.key, other.key]);
            }
        }
    }
    let mut offered: Vec<Ipv4Net> = subnets.iter().map(|s| s.net).collect();
    let mut offer = |prefix: u8| -> Option<Ipv4Net> {
        let free = free_inside(vnet.net, prefix, &offered)?;
        offered.push(free);
        Some(free)
    };
    for (index, one) in subnets.iter().enumerate() {
        if !vnet.net.contains(&one.net) {
            let mut problem =
                Problem::new(format!("`{}` {} is not inside `network.vnet` {}", one.key, one.net, vnet.net));
            if let Some(free) = offer(one.net.prefix_len()) {
                problem = problem.help(format!("`{}` could be {free}", one.key));
            }
            say(problem, &[one.key, vnet.key]);
        }
        for other in &subnets[index + 1..] {
            if overlap(one.net, other.net) {
                let mut problem =
                    Problem::new(format!("`{}` {} overlaps `{}` {}", one.key, one.net, other.key, other.net));
                if let Some(free) = offer(other.net.prefix_len()) {
                    problem = problem.help(format!("`{}` could be {free}", other.key));
                }
                say(problem, &[one.key, other.key]);
            }
        }
    }

    for (key, max_key, max) in [
        ("network.subnets.system", "nodes.system.max", settings.nodes.system.max),
        ("network.subnets.user", "nodes.user.max", settings.nodes.user.max),
    ] {
        let Some(range) = subnets.iter().find(|s| s.key == key) else {
            continue;
        };
        let (surge, needed) = (
            surge(settings.nodes.max_surge.as_str(), max),
            u64::from(max) + surge(settings.nodes.max_surge.as_str(), max),
        );
        let room = size(range.net).saturating_sub(KEPT_BY_AZURE);
        if room < needed {
            let prefix = (8..=29).rev().find(|p| (1u64 << (32 - p)) - KEPT_BY_AZURE >= needed).unwrap_or(8);
            let problem = Problem::new(format!(
                "`{key}` {} is too small: it has room for {room} nodes, and `{max_key}` = {max} needs {needed} during an upgrade ({surge} more)",
                range.net
            ));
            say(problem.help(format!("take a /{prefix} or larger, or lower `{max_key}`")), &[key, max_key]);
        }
    }
    for (key, least) in [("network.subnets.internal_load_balancers", 28), ("network.subnets.private_endpoints", 28)] {
        if let Some(range) = subnets.iter().find(|s| s.key == key && s.net.prefix_len() > least) {
            say(
                Problem::new(format!("`{key}` {} is too small", range.net)).help(format!("take a /{least} or larger")),
                &[key],
            );
        }
    }
    // Every node of an overlay takes a /24 of the pods' range (Azure CNI overlay documentation).
    let nodes: u64 = [settings.nodes.system.max, settings.nodes.user.max]
        .iter()
        .map(|&m| u64::from(m) + surge(settings.nodes.max_surge.as_str(), m))
        .sum();
    if pods.net.prefix_len() > 24 || (1u64 << (24 - pods.net.prefix_len())) < nodes {
        let problem = Problem::new(format!(
            "`network.pods` {} is too small: {nodes} nodes, upgrades included, take a /24 each",
            pods.net
        ));
        say(problem.help("take a /16, or fewer nodes"), &["network.pods", "nodes.user.max"]);
    }
    if services.net.prefix_len() < 12 || services.net.prefix_len() > 24 {
        say(
            Problem::new(format!("`network.services` {} has to be between a /12 and a /24", services.net)),
            &["network.services"],
        );
    }
    if let Ok(dns) = network.dns_service.as_str().parse::<Ipv4Addr>() {
        let first = services.net.network();
        if !services.net.contains(&dns)
            || u32::from(dns).saturating_sub(u32::from(first)) < 2
            || dns == services.net.broadcast()
        {
            let fit = Ipv4Addr::from(u32::from(first) + 10);
            let problem = Problem::new(format!(
                "`network.dns_service` {dns} is not usable in `network.services` {}",
                services.net
            ));
            say(
                problem.help(format!("write dns_service = \"{fit}\"; the first address belongs to the API server")),
                &["network.dns_service", "network.services"],
            );
        }
    }
    next_hop(settings, &subnets, &mut say);
    internal_addresses(settings, &subnets, &mut say);
    problems
}

fn next_hop(settings: &Settings, subnets: &[Range], say: &mut impl FnMut(Problem, &[&str])) {
    let (egress, hop) = (settings.network.egress, settings.network.next_hop.as_str());
    match (egress, hop.parse::<Ipv4Addr>()) {
        (Egress::UserDefinedRouting, Err(_)) => {
            let problem =
                Problem::new("`network.egress` is user-defined-routing, but `network.next_hop` names no appliance");
            say(
                problem.help(
                    "set network.next_hop to the private address of your firewall, or take egress = \"nat-gateway\"",
                ),
                &["network.egress"],
            );
        }
        (Egress::UserDefinedRouting, Ok(address)) => {
            if let Some(subnet) = subnets.iter().find(|s| s.net.contains(&address)) {
                let problem = Problem::new(format!(
                    "`network.next_hop` {address} lies in `{}` {}, where the cluster lives",
                    subnet.key, subnet.net
                ));
                say(
                    problem.help("the appliance needs a subnet of its own, or a peered network"),
                    &["network.next_hop", subnet.key],
                );
            }
        }
        (_, Ok(address)) => {
            let problem = Problem::new(format!(
                "`network.next_hop` {address} has no effect: `network.egress` does not go through an appliance"
            ));
            say(
                problem.help("write egress = \"user-defined-routing\", or take next_hop out"),
                &["network.next_hop", "network.egress"],
            );
        }
        (_, Err(_)) => {}
    }
}

fn internal_addresses(settings: &Settings, subnets: &[Range], say: &mut impl FnMut(Problem, &[&str])) {
    let Some(subnet) = subnets.iter().find(|s| s.key == "network.subnets.internal_load_balancers") else {
        return;
    };
    let mut taken: Vec<(Ipv4Addr, String)> = Vec::new();
    for (name, workload) in &settings.workloads {
        let key = format!("workloads.{}.internal_address", name.as_str());
        let port_key = format!("workloads.{}.internal_port", name.as_str());
        let Ok(address) = workload.internal_address.as_str().parse::<Ipv4Addr>() else {
            if workload.internal_port != 0 {
                let problem = Problem::new(format!("`{port_key}` has no effect without `{key}`"));
                say(problem.help("give the load balancer an address, or take the port out"), &[&port_key]);
            }
            continue;
        };
        if workload.internal_port == 0 {
            say(
                Problem::new(format!("`{key}` needs a port")).help(format!("set {port_key}, such as 80 or 443")),
                &[&key],
            );
        }
        let offset = u64::from(u32::from(address).wrapping_sub(u32::from(subnet.net.network())));
        if !subnet.net.contains(&address) || offset < KEPT_BY_AZURE - 1 || address == subnet.net.broadcast() {
            let fit = Ipv4Addr::from(u32::from(subnet.net.network()) + 10);
            let problem = Problem::new(format!("`{key}` {address} is not usable in `{}` {}", subnet.key, subnet.net));
            say(
                problem.help(format!("Azure keeps the first four addresses and the last; {fit} would do")),
                &[&key, subnet.key],
            );
        }
        if let Some((_, other)) = taken.iter().find(|(other, _)| *other == address) {
            say(Problem::new(format!("`{key}` and `{other}` are both {address}")), &[&key, other]);
        }
        taken.push((address, key));
    }
}

fn overlap(one: Ipv4Net, other: Ipv4Net) -> bool {
    one.contains(&other) || other.contains(&one)
}

fn size(net: Ipv4Net) -> u64 {
    1u64 << (32 - net.prefix_len())
}

/// How many nodes an upgrade adds to a pool of `nodes`.
fn surge(text: &str, nodes: u16) -> u64 {
    match text.strip_suffix('%') {
        Some(share) => (u64::from(nodes) * share.parse::<u64>().unwrap_or(0)).div_ceil(100),
        None => text.parse().unwrap_or(0),
    }
}

fn free_inside(vnet: Ipv4Net, prefix: u8, taken: &[Ipv4Net]) -> Option<Ipv4Net> {
    vnet.subnets(prefix).ok()?.find(|candidate| !taken.iter().any(|t| overlap(*t, *candidate)))
}

fn free_beside(prefix: u8, taken: &[Range]) -> Option<Ipv4Net> {
    let all: Ipv4Net = "10.0.0.0/8".parse().ok()?;
    if prefix < 8 {
        return None;
    }
    all.subnets(prefix).ok()?.find(|candidate| !taken.iter().any(|t| overlap(t.net, *candidate)))
}
