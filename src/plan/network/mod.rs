//! The network planner: which range is whose, what may not overlap, and whether everything fits at its largest.

mod addresses;
pub(super) mod allot;
pub mod capacity;
pub mod gateways;
pub mod guards;
pub mod subnets;
pub mod table;

use ipnet::Ipv4Net;

use super::settings::Settings;
use super::validate::Placed;
use crate::error::Problem;
use allot::first_free;
use subnets::KINDS;

/// Ranges that AKS keeps for itself (Azure CNI overlay documentation).
const RESERVED: [&str; 4] = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"];

/// Ranges that nobody on the internet has.
const PRIVATE: [&str; 4] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/// A range, and the key of the setting that it stands in.
#[derive(Debug, Clone)]
struct Range {
    key: String,
    net: Ipv4Net,
}

impl Range {
    fn new(key: impl Into<String>, text: &str) -> Option<Range> {
        Some(Range { key: key.into(), net: text.parse().ok()? })
    }
}

/// What a refusal is said with: the problem, and the settings that it is about.
type Say<'a> = dyn FnMut(Problem, &[&str]) + 'a;

/// Every rule that the ranges of a plan break.
pub(super) fn check(settings: &Settings, placed: Placed<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |problem: Problem, keys: &[&str]| {
        problems.push(keys.iter().filter_map(|key| placed(key)).fold(problem, Problem::at));
    };
    let network = &settings.network;
    let named =
        [("network.vnet", &network.vnet), ("network.pods", &network.pods), ("network.services", &network.services)];
    let outer: Vec<Range> = named.iter().filter_map(|(key, range)| Range::new(*key, range.as_str())).collect();
    let [vnet, pods, services] = outer.as_slice() else {
        return problems;
    };
    let subnets = subnets(settings);
    outside(settings, &outer, &mut say);
    inside(settings, vnet, &subnets, &mut say);
    large_enough(settings, pods, &subnets, &mut say);
    addresses::services(settings, services, &mut say);
    addresses::next_hop(settings, &subnets, &mut say);
    addresses::of_workloads(settings, &subnets, &mut say);
    problems
}

/// Every subnet that has a range, with the key of its setting.
fn subnets(settings: &Settings) -> Vec<Range> {
    let kinds = KINDS.iter().filter_map(|kind| {
        let net = settings.network.subnets.get(kind.id)?.net()?;
        Some(Range { key: allot::key_of(kind), net })
    });
    let pools = settings.nodes.pools.iter().filter_map(|(name, pool)| {
        Some(Range { key: format!("nodes.pools.{}.subnet", name.as_str()), net: pool.subnet.net()? })
    });
    pools.chain(kinds).collect()
}

/// The ranges beside each other: private, nobody else's, and none in another.
fn outside(settings: &Settings, outer: &[Range], say: &mut Say<'_>) {
    for range in outer {
        for reserved in RESERVED.iter().filter_map(|r| r.parse::<Ipv4Net>().ok()).filter(|r| overlap(*r, range.net)) {
            let problem =
                Problem::new(format!("`{}` {} overlaps {reserved}, which AKS keeps for itself", range.key, range.net));
            say(free_for(problem, range, outer, settings), &[&range.key]);
        }
        if !PRIVATE.iter().filter_map(|p| p.parse::<Ipv4Net>().ok()).any(|p| p.contains(&range.net)) {
            let problem = Problem::new(format!("`{}` {} is not a private range", range.key, range.net));
            say(
                problem.help("take a range inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10"),
                &[&range.key],
            );
        }
    }
    let peered = peered(settings);
    for (index, one) in outer.iter().enumerate() {
        for other in outer[index + 1..].iter().chain(&peered).filter(|other| overlap(one.net, other.net)) {
            let problem = Problem::new(format!("`{}` {} overlaps `{}` {}", one.key, one.net, other.key, other.net));
            // The range of a network that others run is as it is.
            let ours = if peered.iter().any(|range| range.key == other.key) { one } else { other };
            say(free_for(problem, ours, outer, settings), &[&one.key, &other.key]);
        }
    }
}

fn peered(settings: &Settings) -> Vec<Range> {
    let ranges = settings.network.peered.iter().enumerate();
    let peered = ranges.map(|(index, range)| (format!("network.peered.{index}"), range));
    let peerings = settings.network.peerings.iter().flat_map(|(name, peering)| {
        let ranges = peering.ranges.iter().enumerate();
        ranges.map(move |(index, range)| (format!("network.peerings.{}.ranges.{index}", name.as_str()), range))
    });
    peered.chain(peerings).filter_map(|(key, range)| Range::new(key, range.as_str())).collect()
}

/// Names a range that would do in place of one.
fn free_for(problem: Problem, range: &Range, outer: &[Range], settings: &Settings) -> Problem {
    let peered = peered(settings);
    let others = outer.iter().chain(&peered).filter(|other| other.key != range.key);
    let taken: Vec<Ipv4Net> = others.map(|other| other.net).collect();
    match (range.net.prefix_len()..=24).find_map(|prefix| free_beside(prefix, &taken)) {
        Some(free) => problem.help(format!("`{}` could be {free}", range.key)),
        None => problem,
    }
}

/// The subnets: in the network, none in another, and each with something in it.
fn inside(settings: &Settings, vnet: &Range, subnets: &[Range], say: &mut Say<'_>) {
    let mut offered: Vec<Ipv4Net> = subnets.iter().map(|subnet| subnet.net).collect();
    let mut offer = |problem: Problem, range: &Range| match first_free(vnet.net, range.net.prefix_len(), &offered) {
        Some(free) => {
            offered.push(free);
            problem.help(format!("`{}` could be {free}", range.key))
        }
        None => problem.help(format!("`{}` has no other room for a /{}", vnet.key, range.net.prefix_len())),
    };
    for (index, one) in subnets.iter().enumerate() {
        if !vnet.net.contains(&one.net) {
            let problem = Problem::new(format!("`{}` {} is not inside `network.vnet` {}", one.key, one.net, vnet.net));
            say(offer(problem, one), &[&one.key, &vnet.key]);
        }
        for other in subnets[index + 1..].iter().filter(|other| overlap(one.net, other.net)) {
            let problem = Problem::new(format!("`{}` {} overlaps `{}` {}", one.key, one.net, other.key, other.net));
            say(offer(problem, other), &[&one.key, &other.key]);
        }
    }
    for kind in KINDS.iter().filter(|kind| !(kind.needed)(settings)) {
        let key = allot::key_of(kind);
        if let Some(range) = subnets.iter().find(|range| range.key == key) {
            let problem =
                Problem::new(format!("`{key}` {} has no effect: nothing in this plan lives there", range.net));
            say(problem.help("take it out, or switch on what it is for"), &[&key]);
        }
    }
}

/// Everything at its largest: every pool with all its nodes, and all of them in an upgrade.
fn large_enough(settings: &Settings, pods: &Range, subnets: &[Range], say: &mut Say<'_>) {
    for (name, pool) in &settings.nodes.pools {
        let (key, max) =
            (format!("nodes.pools.{}.subnet", name.as_str()), format!("nodes.pools.{}.max", name.as_str()));
        let Some(range) = subnets.iter().find(|range| range.key == key) else { continue };
        let (most, surge) = capacity::nodes(pool);
        let (besides, whose) = capacity::besides_nodes(settings, name.as_str(), pool);
        let room = capacity::room(range.net);
        let needed = most + surge + besides;
        if room < needed {
            let also = if besides > 0 { format!(", and {whose}") } else { String::new() };
            let problem = Problem::new(format!(
                "`{key}` {} is too small: it has {room} addresses, and `{max}` = {most} needs {needed} during an upgrade ({surge} nodes more{also})",
                range.net
            ));
            let prefix = capacity::prefix_for(needed);
            let vnet = settings.network.vnet.as_str().parse::<Ipv4Net>();
            let others: Vec<Ipv4Net> = subnets.iter().filter(|other| other.key != key).map(|other| other.net).collect();
            let free = vnet.ok().and_then(|vnet| first_free(vnet, prefix, &others));
            let instead = free.map_or_else(|| format!("take a /{prefix}"), |free| format!("`{key}` could be {free}"));
            say(problem.help(format!("{instead}, or lower `{max}`")), &[&key, &max]);
        }
    }
    for kind in KINDS {
        let key = allot::key_of(kind);
        if let Some(range) = subnets.iter().find(|range| range.key == key && range.net.prefix_len() > kind.least) {
            let problem = Problem::new(format!("`{key}` {} is too small", range.net));
            say(problem.help(format!("take a /{} or larger", kind.least)), &[&key]);
        }
    }
    let nodes = capacity::all_nodes(&settings.nodes);
    let room = capacity::nodes_of_overlay(pods.net);
    if room < nodes {
        let problem = Problem::new(format!(
            "`network.pods` {} is too small: {nodes} nodes, all pools in an upgrade at once, take a /24 each, and it has {room}",
            pods.net
        ));
        let prefix = (8..=24u8).rev().find(|prefix| (1u64 << (24 - prefix)) >= nodes).unwrap_or(8);
        let around = Ipv4Net::new(pods.net.network(), prefix).map(|net| net.trunc());
        let taken: Vec<Ipv4Net> = [&settings.network.vnet, &settings.network.services]
            .into_iter()
            .chain(&settings.network.peered)
            .filter_map(|range| range.as_str().parse().ok())
            .collect();
        let free = around.ok().filter(|net| !taken.iter().any(|one| overlap(*one, *net)));
        let problem = match free.or_else(|| free_beside(prefix, &taken)) {
            Some(free) => problem.help(format!("`network.pods` could be {free}, or lower the most nodes of a pool")),
            None => problem.help("lower the most nodes of a pool"),
        };
        let most = settings.nodes.pools.keys().map(|name| format!("nodes.pools.{}.max", name.as_str()));
        let keys: Vec<String> = std::iter::once("network.pods".to_string()).chain(most).collect();
        say(problem, &keys.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

fn overlap(one: Ipv4Net, other: Ipv4Net) -> bool {
    one.contains(&other) || other.contains(&one)
}

/// Whether two ranges, as they are written, have an address in common.
pub(super) fn collide(one: &str, other: &str) -> bool {
    matches!((one.parse(), other.parse()), (Ok(one), Ok(other)) if overlap(one, other))
}

/// A range for the network of a cluster, as large as the one that it has, beside all that these clusters have and
/// what has been offered already.
pub(super) fn free_for_vnet<'a>(
    settings: &Settings,
    others: impl Iterator<Item = &'a Settings>,
    offered: &[Ipv4Net],
) -> Option<Ipv4Net> {
    let ranges = |settings: &Settings| -> Vec<Ipv4Net> {
        let network = &settings.network;
        let own = [&network.vnet, &network.pods, &network.services];
        let own = own.into_iter().filter_map(|range| range.as_str().parse().ok());
        own.chain(peered(settings).into_iter().map(|range| range.net)).collect()
    };
    let taken: Vec<Ipv4Net> = others.flat_map(ranges).chain(offered.iter().copied()).collect();
    let vnet: Ipv4Net = settings.network.vnet.as_str().parse().ok()?;
    free_beside(vnet.prefix_len(), &taken)
}

/// A private range of a size that overlaps none of these.
fn free_beside(prefix: u8, taken: &[Ipv4Net]) -> Option<Ipv4Net> {
    let all: Ipv4Net = "10.0.0.0/8".parse().ok()?;
    all.subnets(prefix.max(8)).ok()?.find(|net| !taken.iter().any(|one| overlap(*one, *net)))
}
