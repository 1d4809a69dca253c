//! What templates see of a workload: its settings, its flows, what it mounts.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::super::relations::{TUNNEL, VNET, sides};
use super::super::settings::Settings;
use super::CLOUDFLARED;
use super::holders::{Holder, objects};

pub(super) fn targets(settings: &Settings, from: &str) -> Vec<Json> {
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

pub(super) fn workload(settings: &Settings, name: &str, holders: &[Holder<'_>]) -> Json {
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
