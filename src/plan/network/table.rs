//! The allotment as people read it: which range is whose, how much room it has, and how much is taken at most.

use ipnet::Ipv4Net;
use serde::Serialize;

use super::subnets::{KINDS, of_pool};
use super::{allot, capacity, peered};
use crate::plan::settings::{PoolMode, Settings};

/// One subnet of the virtual network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Its name in Azure.
    pub subnet: String,
    /// The setting that its range stands in, and where a range of one's own goes.
    pub setting: String,
    /// Its range.
    pub range: Ipv4Net,
    /// How many addresses it has for use: Azure keeps five of every subnet.
    pub addresses: u64,
    /// How many the nodes of a pool take at most, with the pool in an upgrade; none for other subnets.
    pub at_most: Option<u64>,
    /// What lives there.
    pub what: String,
    /// The resource type that it is delegated to; empty for none.
    pub delegation: &'static str,
}

/// The ranges of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The subnets by their addresses.
    pub subnets: Vec<Share>,
    /// How many nodes the range of the pods has room for.
    pub nodes: u64,
    /// How many nodes there are at most, with every pool in an upgrade at once.
    pub nodes_at_most: u64,
    /// Ranges of joined networks, with the settings that name them.
    pub joined: Vec<(String, Ipv4Net)>,
}

/// Which range is whose.
pub fn table(settings: &Settings) -> Table {
    let of_pools = settings.nodes.pools.iter().filter_map(|(name, pool)| {
        let range = pool.subnet.net()?;
        let (most, surge) = capacity::nodes(pool);
        let (besides, _) = capacity::besides_nodes(settings, name.as_str(), pool);
        let also = match pool.mode {
            PoolMode::Gateway => format!(", {besides} addresses that the gateway sends from"),
            _ if besides > 0 => ", the API server's address".to_string(),
            _ => String::new(),
        };
        Some(Share {
            subnet: of_pool(name.as_str()),
            setting: format!("nodes.pools.{}.subnet", name.as_str()),
            range,
            addresses: capacity::room(range),
            at_most: Some(most + surge + besides),
            what: format!("{most} nodes, {surge} more in an upgrade{also}"),
            delegation: "",
        })
    });
    let others = KINDS.iter().filter(|kind| (kind.needed)(settings)).filter_map(|kind| {
        let range = settings.network.subnets.get(kind.id)?.net()?;
        Some(Share {
            subnet: kind.name.into(),
            setting: allot::key_of(kind),
            range,
            addresses: capacity::room(range),
            at_most: None,
            what: kind.id.replace('_', " "),
            delegation: kind.delegation,
        })
    });
    let mut subnets: Vec<Share> = of_pools.chain(others).collect();
    subnets.sort_by_key(|share| share.range);
    let pods = settings.network.pods.as_str().parse().ok();
    Table {
        subnets,
        nodes: pods.map_or(0, capacity::nodes_of_overlay),
        nodes_at_most: capacity::all_nodes(&settings.nodes),
        joined: peered(settings).into_iter().map(|range| (range.key, range.net)).collect(),
    }
}
