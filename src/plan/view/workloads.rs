//! What templates see of a workload: its settings, its flows, what it mounts.

use serde_json::{Value as Json, json};

use super::super::flow::Flows;
use super::super::settings::Workload;
use super::holders::{Holder, objects};

pub(super) fn workload(name: &str, of: &Workload, flows: &Flows, holders: &[Holder<'_>]) -> Json {
    let mut map = match serde_json::to_value(of) {
        Ok(Json::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let has = holders.iter().any(|h| h.workload == name);
    let internal = !of.internal_address.as_str().is_empty();
    map.insert("name".into(), name.into());
    map.insert("ingress".into(), json!(flows.to(name)));
    map.insert("egress".into(), json!(flows.from(name)));
    map.insert("identity".into(), has.into());
    map.insert("mount".into(), has.into());
    map.insert("objects".into(), objects(holders, name).into());
    map.insert("internal".into(), internal.into());
    Json::Object(map)
}
