//! Gateways for what leaves: who leaves through which pool, and which addresses are reached without it.

use std::collections::BTreeSet;

use ipnet::Ipv4Net;

use crate::plan::kind::Label;
use crate::plan::settings::{Settings, Workload};

/// What never leaves through a gateway: the node's own addresses, among them the metadata service and LocalDNS, Azure's wire server,
/// and every private network. For these the network policies hold.
const KEPT: [&str; 6] =
    ["10.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];

/// The name of the configuration by which a namespace leaves through a pool. AKS keeps a Secret of the same name beside it.
pub fn configuration(pool: &str) -> String {
    format!("egress-{pool}")
}

/// The workloads that leave through a pool.
pub fn leaving<'a>(settings: &'a Settings, pool: &'a str) -> impl Iterator<Item = (&'a Label, &'a Workload)> {
    settings.workloads.iter().filter(move |(_, workload)| workload.egress_gateway.as_str() == pool)
}

/// The namespaces that leave through a pool: each gets addresses of its own.
pub fn namespaces<'a>(settings: &'a Settings, pool: &'a str) -> BTreeSet<&'a str> {
    leaving(settings, pool).map(|(_, workload)| workload.namespace.as_str()).collect()
}

/// The ranges that are reached as by any other pod, in order: those of [`KEPT`], and networks of the plan that lie outside of them.
pub fn excluded(settings: &Settings) -> Vec<Ipv4Net> {
    let network = &settings.network;
    let own = [&network.vnet, &network.pods, &network.services].into_iter().chain(&network.peered);
    let joined = network.peerings.values().flat_map(|peering| &peering.ranges);
    let kept = KEPT.iter().filter_map(|net| net.parse().ok());
    let all: BTreeSet<Ipv4Net> = kept.chain(own.chain(joined).filter_map(|net| net.as_str().parse().ok())).collect();
    all.iter().filter(|net| !all.iter().any(|other| other != *net && other.contains(*net))).copied().collect()
}
