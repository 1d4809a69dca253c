//! What lies outside of the cluster, and what of it a range may not open.

use std::collections::BTreeSet;

use ipnet::Ipv4Net;

use super::super::settings::Settings;
use super::{Flow, Protocol, Target, parse};

/// A target outside of the cluster that some workload may reach: what the way out has to let through.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum External {
    /// A name, by TCP; `*.` in front stands for one label.
    Name {
        /// The name.
        host: String,
        /// The port.
        port: u16,
    },
    /// A range of addresses.
    Range {
        /// The range.
        net: Ipv4Net,
        /// What is left out of it.
        except: Vec<Ipv4Net>,
        /// The port.
        port: u16,
        /// How.
        protocol: Protocol,
    },
}

/// Every external target of a plan's flows, each once, in order.
pub fn external(settings: &Settings) -> BTreeSet<External> {
    let flows = settings.network.flows.iter().flat_map(|flow| parse(flow.as_str()).unwrap_or_default());
    flows
        .filter_map(|Flow { to, .. }| match to {
            Target::Workload { .. } => None,
            Target::Name { host, port } => Some(External::Name { host, port }),
            Target::Range { net, port, protocol } => {
                Some(External::Range { except: closed_in(settings, net), net, port, protocol })
            }
        })
        .collect()
}

/// Addresses that no host outside has, or that a pod has no business with, and what they are.
const NEVER: [(&str, &str); 6] = [
    ("169.254.0.0/16", "holds the instance metadata service and other addresses of the node itself"),
    ("168.63.129.16/32", "is Azure's wire server, which belongs to the node"),
    ("127.0.0.0/8", "is the pod itself"),
    ("0.0.0.0/8", "is no network"),
    ("224.0.0.0/4", "is multicast, which Azure does not carry"),
    ("240.0.0.0/4", "is used by nobody"),
];

/// Private ranges: a range that holds public addresses does not open them.
const PRIVATE: [&str; 4] = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"];

fn net(text: &str) -> Option<Ipv4Net> {
    text.parse().ok()
}

/// The ranges in which the cluster itself lives, by the key of their setting. A policy names these by workload: no address
/// range matches pods and nodes where Cilium is the engine.
pub(in crate::plan) fn cluster_ranges(settings: &Settings) -> Vec<(String, Ipv4Net)> {
    let network = &settings.network;
    let balancers = network.subnets.internal_load_balancers.net();
    let pools = settings.nodes.pools.iter();
    [("network.pods", net(network.pods.as_str())), ("network.services", net(network.services.as_str()))]
        .into_iter()
        .map(|(key, net)| (key.to_string(), net))
        .chain(pools.map(|(name, pool)| (format!("nodes.pools.{}.subnet", name.as_str()), pool.subnet.net())))
        .chain([("network.subnets.internal_load_balancers".to_string(), balancers)])
        .filter_map(|(key, net)| Some((key, net?)))
        .collect()
}

/// The ranges that nodes get their addresses from.
pub(in crate::plan) fn node_ranges(settings: &Settings) -> Vec<String> {
    settings.nodes.pools.values().map(|pool| pool.subnet.as_str().to_string()).collect()
}

/// Why a range may not be a target at all, and the setting that says so.
pub(in crate::plan) fn refused(settings: &Settings, range: Ipv4Net) -> Option<(String, Option<String>)> {
    if let Some((never, what)) = NEVER.iter().find(|(never, _)| net(never).is_some_and(|never| never.contains(&range)))
    {
        return Some((format!("{never} {what}"), None));
    }
    let (key, inside) = cluster_ranges(settings).into_iter().find(|(_, inside)| inside.contains(&range))?;
    Some((format!("it lies in `{key}` {inside}, where the cluster itself lives"), Some(key)))
}

/// Whether a range is one of private networks.
pub(in crate::plan) fn is_private(range: Ipv4Net) -> bool {
    PRIVATE.iter().filter_map(|p| net(p)).any(|private| private.contains(&range))
}

/// What a range holds and does not open: the node's own addresses, the cluster's, and private networks in a public range.
pub(in crate::plan) fn closed_in(settings: &Settings, range: Ipv4Net) -> Vec<Ipv4Net> {
    let mut closed: Vec<Ipv4Net> = NEVER[..2].iter().filter_map(|(never, _)| net(never)).collect();
    closed.extend(cluster_ranges(settings).into_iter().map(|(_, inside)| inside));
    if !is_private(range) {
        closed.extend(PRIVATE.iter().filter_map(|p| net(p)));
    }
    closed.retain(|net| range.contains(net) && *net != range);
    closed.sort_unstable();
    let all = closed.clone();
    closed.retain(|net| !all.iter().any(|other| other != net && other.contains(net)));
    closed.dedup();
    closed
}
