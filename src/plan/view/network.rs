//! Subnets, what guards them, and node pools, as templates see them.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::super::kind::Taint;
use super::super::machines::CRITICAL_ADDONS;
use super::super::names::{Ids, Names};
use super::super::network::capacity::first_pool;
use super::super::network::guards::Guard;
use super::super::network::subnets::{KINDS, of_pool};
use super::super::settings::{NodeOs, Pool, PoolMode, Settings};

/// Every subnet: those of the pools, then the others.
pub(super) fn subnets(settings: &Settings) -> Json {
    let group = |guard: Option<Guard>| guard.map_or_else(String::new, |guard| Names::guard(settings, guard));
    let of_pools = settings.nodes.pools.iter().map(|(name, pool)| {
        json!({
            "name": of_pool(name.as_str()),
            "range": pool.subnet,
            "security_group": group(Some(Guard::Nodes)),
            "way_out": true,
            "delegation": "",
            "joined": true,
        })
    });
    let others = KINDS.iter().filter(|kind| (kind.needed)(settings)).map(|kind| {
        json!({
            "name": kind.name,
            "range": settings.network.subnets.get(kind.id),
            "security_group": group(kind.guard),
            "way_out": kind.way_out,
            "delegation": kind.delegation,
            "joined": kind.joined,
        })
    });
    of_pools.chain(others).collect()
}

/// The network security groups that some subnet has, with their rules.
pub(super) fn security_groups(settings: &Settings) -> Json {
    let of_others = KINDS.iter().filter(|kind| (kind.needed)(settings)).filter_map(|kind| kind.guard);
    let guards: BTreeSet<Guard> = of_others.chain([Guard::Nodes]).collect();
    guards
        .into_iter()
        .map(|guard| json!({ "name": Names::guard(settings, guard), "rules": guard.rules(settings) }))
        .collect()
}

/// Every pool: the one that the cluster is made with first.
pub(super) fn pools(settings: &Settings, ids: &Ids) -> Json {
    let first = first_pool(settings).unwrap_or_default();
    let mut pools: Vec<_> = settings.nodes.pools.iter().collect();
    pools.sort_by_key(|(name, _)| name.as_str() != first);
    pools.into_iter().map(|(name, pool)| one_pool(name.as_str(), pool, ids)).collect()
}

fn one_pool(name: &str, pool: &Pool, ids: &Ids) -> Json {
    let mut map = match serde_json::to_value(pool) {
        Ok(Json::Object(map)) => map,
        _ => Map::new(),
    };
    map.insert("name".into(), name.into());
    map.insert("place".into(), format!("nodes.pools.{name}").into());
    map.insert("range".into(), json!(pool.subnet));
    map.insert("subnet".into(), of_pool(name).into());
    map.insert("subnet_id".into(), ids.pool_subnet(name).into());
    map.insert("sandboxed".into(), (pool.mode == PoolMode::Sandboxed).into());
    map.insert("gateway".into(), (pool.mode == PoolMode::Gateway).into());
    map.insert("azure_mode".into(), azure_mode(pool.mode).into());
    Json::Object(map)
}

fn azure_mode(mode: PoolMode) -> &'static str {
    match mode {
        PoolMode::System => "System",
        PoolMode::Gateway => "Gateway",
        PoolMode::User | PoolMode::Sandboxed | PoolMode::None => "User",
    }
}

/// One list for each option, with one word for each pool: how a shell without records keeps a table.
pub(super) fn columns(pools: &Json) -> Json {
    let pools = pools.as_array().map(Vec::as_slice).unwrap_or_default();
    let word = |value: &Json| match value {
        Json::Array(items) => {
            items.iter().map(|item| item.as_str().unwrap_or_default()).collect::<Vec<_>>().join(",").into()
        }
        Json::Object(_) | Json::Null => Json::Null,
        other => other.clone(),
    };
    let names = pools.first().and_then(Json::as_object).into_iter().flat_map(Map::keys);
    names.map(|name| (name.clone(), pools.iter().map(|pool| word(&pool[name.as_str()])).collect::<Json>())).collect()
}

/// What holds of some pool, or of all.
pub(super) fn pools_have(settings: &Settings) -> Json {
    let pools = || settings.nodes.pools.values();
    let mut systems = pools().filter(|pool| pool.mode == PoolMode::System);
    json!({
        "ubuntu": pools().any(|pool| pool.os == NodeOs::Ubuntu),
        "ephemeral_os_disk": pools().any(|pool| pool.ephemeral_os_disk),
        "gateway": pools().any(|pool| pool.mode == PoolMode::Gateway),
        "autoscaling": pools().all(|pool| pool.autoscaling),
        "sandboxed": pools().any(|pool| pool.mode == PoolMode::Sandboxed),
        "ssh_off": pools().any(|pool| !pool.ssh),
        "host_encryption": pools().any(|pool| pool.host_encryption),
        "tainted_system": systems.all(|pool| pool.taints.iter().any(|taint| taint.as_str() == CRITICAL_ADDONS)),
    })
}

/// Where a workload's pods go: labels of their nodes, the taints that they tolerate, and what runs them.
pub(super) fn schedule(settings: &Settings, pool: &str) -> Json {
    let found = settings.nodes.pools.iter().find(|(name, _)| name.as_str() == pool).map(|(_, pool)| pool);
    let toleration = |taint: &Taint| {
        let (pair, effect) = taint.as_str().rsplit_once(':')?;
        let (key, value) = pair.split_once('=')?;
        Some(json!({ "key": key, "value": value, "effect": effect }))
    };
    json!({
        "pool": pool,
        "tolerations": found.map_or(&[][..], |pool| &pool.taints).iter().filter_map(toleration).collect::<Vec<_>>(),
        "sandboxed": found.is_some_and(|pool| pool.mode == PoolMode::Sandboxed),
    })
}
