//! How many nodes a pool comes to, and how much room they take.

use ipnet::Ipv4Net;

use super::gateways;
use crate::plan::settings::{Nodes, Pool, PoolMode, Settings};

/// Azure keeps the first four addresses and the last one of every subnet.
pub(super) const KEPT_BY_AZURE: u64 = 5;

/// A pool's subnet is allotted at least this much, so that a pool can grow without a new one.
const ROOMY: u8 = 26;

/// How many nodes a pool has at most, and how many more an upgrade adds then.
pub fn nodes(pool: &Pool) -> (u64, u64) {
    let most = u64::from(pool.max);
    let surge = match pool.max_surge.as_str().strip_suffix('%') {
        Some(share) => (most * share.parse::<u64>().unwrap_or(0)).div_ceil(100),
        None => pool.max_surge.as_str().parse().unwrap_or(0),
    };
    (most, surge)
}

/// All nodes of the cluster at its largest, with every pool in an upgrade at once.
pub(super) fn all_nodes(nodes_of: &Nodes) -> u64 {
    nodes_of.pools.values().map(nodes).map(|(most, surge)| most + surge).sum()
}

/// The pool that the cluster is made with: it is in the cluster's own description, and the others are children of it.
pub fn first_pool(settings: &Settings) -> Option<&str> {
    let system = |(_, pool): &(_, &Pool)| pool.mode == PoolMode::System;
    settings.nodes.pools.iter().find(system).map(|(name, _)| name.as_str())
}

/// Addresses of a pool's subnet besides the one of each node, and what they are: the private endpoint of the API server stands beside
/// the first nodes; a gateway has a load balancer, and each node of it one address more for each namespace that leaves through it
/// (design of kube-egress-gateway).
pub(super) fn besides_nodes(settings: &Settings, name: &str, pool: &Pool) -> (u64, &'static str) {
    if first_pool(settings) == Some(name) {
        (1, "one is the API server's")
    } else if pool.mode == PoolMode::Gateway {
        let (most, surge) = nodes(pool);
        (
            (most + surge) * gateways::namespaces(settings, name).len() as u64 + 1,
            "the rest is what the gateway sends from",
        )
    } else {
        (0, "")
    }
}

/// How many nodes a range of pods has room for: every node of an overlay takes a /24 (Azure CNI overlay documentation).
pub(super) fn nodes_of_overlay(pods: Ipv4Net) -> u64 {
    24u32.checked_sub(u32::from(pods.prefix_len())).and_then(|bits| 1u64.checked_shl(bits)).unwrap_or(0)
}

/// How many addresses a range has for use.
pub(super) fn room(net: Ipv4Net) -> u64 {
    (1u64 << (32 - net.prefix_len())).saturating_sub(KEPT_BY_AZURE)
}

/// The length of the prefix that has room for so many addresses.
pub(super) fn prefix_for(addresses: u64) -> u8 {
    (8..=29).rev().find(|prefix| (1u64 << (32 - prefix)) - KEPT_BY_AZURE >= addresses).unwrap_or(8)
}

/// The length of the prefix that a pool's subnet is allotted.
pub(super) fn prefix_of(settings: &Settings, name: &str, pool: &Pool) -> u8 {
    let (most, surge) = nodes(pool);
    prefix_for(most + surge + besides_nodes(settings, name, pool).0).min(ROOMY)
}
