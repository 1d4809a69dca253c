//! What templates see of a workload: its settings, its flows, what it mounts.

use serde_json::{Value as Json, json};

use super::super::flow::Flows;
use super::super::network::gateways::configuration;
use super::super::settings::{Settings, Workload};
use super::holders::Holder;

pub(super) fn workload(
    settings: &Settings,
    name: &str,
    of: &Workload,
    image: String,
    flows: &Flows,
    holders: &[Holder<'_>],
) -> Json {
    let mut map = match serde_json::to_value(of) {
        Ok(Json::Object(map)) => map,
        _ => serde_json::Map::new(),
    };
    let mount = super::mount(settings, holders, name);
    let internal = !of.internal_address.as_str().is_empty();
    let (disks, files) = super::storage::of_workload(settings, name, of);
    map.insert("name".into(), name.into());
    map.insert("image".into(), image.into());
    map.insert("ingress".into(), json!(flows.to(name)));
    map.insert("egress".into(), json!(flows.from(name)));
    map.insert("schedule".into(), super::network::schedule(settings, of.pool.as_str()));
    map.insert("identity".into(), (mount["reader"] == "workload").into());
    map.insert("mount".into(), mount);
    map.insert("disks".into(), disks);
    map.insert("files".into(), files);
    let gateway = of.egress_gateway.as_str();
    map.insert("leaves_by".into(), if gateway.is_empty() { Json::Null } else { configuration(gateway).into() });
    map.insert("internal".into(), internal.into());
    let config: Vec<Json> = of.config.iter().map(|(name, text)| json!({ "name": name, "text": text })).collect();
    let checksum = if config.is_empty() { String::new() } else { super::tunnel::digest(&json!(config).to_string()) };
    map.insert("config".into(), config.into());
    map.insert("config_checksum".into(), checksum.into());
    Json::Object(map)
}
