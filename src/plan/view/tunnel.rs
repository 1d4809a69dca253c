//! What templates see of the tunnel: what it publishes, whom it may reach, its configuration.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use super::super::flow::{Flows, TUNNEL};
use super::super::network::capacity::first_pool;
use super::super::settings::{SecretPlace, Settings, Standing, TunnelKind};
use super::super::spaces;
use super::CLOUDFLARED;
use super::holders::{Holder, tunnel_file};

/// Cloudflare's edge as region1 and region2.v2.argotunnel.com (Cloudflare, "Tunnel with firewall", IPv4; checked 2026-11-25).
const EDGE: [(&str, [u8; 10]); 2] = [
    ("198.41.192", [7, 27, 37, 47, 57, 67, 77, 107, 167, 227]),
    ("198.41.200", [13, 23, 33, 43, 53, 63, 73, 113, 193, 233]),
];

/// Adds to the tunnel's settings what follows from them.
pub(super) fn complete(
    tunnel: &mut Map<String, Json>,
    settings: &Settings,
    images: &BTreeMap<String, String>,
    flows: &Flows,
    holders: &[Holder<'_>],
) {
    let of = &settings.tunnel;
    let published = published(settings);
    let config = config(settings, &published);
    let mut put = |key: &str, value: Json| tunnel.insert(key.into(), value);
    put("namespace", spaces::tunnel(settings).into());
    put("image", images.get(CLOUDFLARED).cloned().unwrap_or_default().into());
    put("egress", json!(flows.from(TUNNEL)));
    put("mount", super::mount(settings, holders, CLOUDFLARED));
    put("file", tunnel_file(of.kind).into());
    put("edge", EDGE.iter().flat_map(|(net, hosts)| hosts.map(|host| format!("{net}.{host}/32"))).collect());
    // Kubernetes takes no capitals; in the vault it is what it is.
    let secret = of.secret.as_str();
    let in_cluster = of.secret_in == SecretPlace::Cluster;
    put("in_cluster", in_cluster.into());
    put("secret_name", if in_cluster { secret.to_ascii_lowercase() } else { secret.into() }.into());
    put("published", published.into());
    put("networks", of.private.iter().map(|one| network(one.as_str())).collect());
    put("routes", routes(settings).into());
    put("api_server_range", api_server_range(settings).unwrap_or_default().into());
    let has_config = of.kind == TunnelKind::Config;
    put("checksum", if has_config { digest(&config).into() } else { "".into() });
    put("config", if has_config { config.into() } else { "".into() });
}

pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|b| format!("{b:02x}")).collect()
}

/// Each name, and the service that answers under it.
fn published(settings: &Settings) -> Vec<Json> {
    let of = |name: &str, namespace: &str, port: u16| format!("{name}.{namespace}.svc.cluster.local:{port}");
    let workloads = settings.workloads.iter();
    let hosts = workloads.flat_map(|(name, w)| w.tunnel_hosts.iter().map(move |host| (host, name, w)));
    hosts
        .map(|(host, name, w)| {
            json!({
                "host": host,
                "workload": name,
                "service": of(name.as_str(), w.namespace.as_str(), w.port),
            })
        })
        .collect()
}

/// The file that cloudflared reads. Names in DNS and GUIDs need no quotes in YAML. The rule that catches all else is the last.
fn config(settings: &Settings, published: &[Json]) -> String {
    let mut text = format!("tunnel: {}\n", settings.tunnel.id.as_str());
    text.push_str("credentials-file: /mnt/secrets/credentials.json\n");
    if !routes(settings).is_empty() {
        text.push_str("warp-routing:\n  enabled: true\n");
    }
    text.push_str("ingress:\n");
    for rule in published {
        let part = |key: &str| rule[key].as_str().unwrap_or_default();
        text.push_str(&format!("  - hostname: {}\n    service: http://{}\n", part("host"), part("service")));
    }
    text.push_str("  - service: http_status:404\n");
    text
}

fn network(text: &str) -> Json {
    let (range, port) = text.split_once(':').unwrap_or((text, ""));
    json!({ "range": range, "port": port.parse::<u16>().unwrap_or_default() })
}

/// The subnet in which the API server has its address: its own, or that of the first nodes.
fn api_server_range(settings: &Settings) -> Option<String> {
    let own = settings.network.subnets.get("api_server").and_then(|range| range.net());
    let first = first_pool(settings)
        .and_then(|first| settings.nodes.pools.iter().find(|(name, _)| name.as_str() == first))
        .and_then(|(_, pool)| pool.subnet.net());
    own.or(first).map(|net| net.to_string())
}

/// What enrolled clients have to send into the tunnel.
fn routes(settings: &Settings) -> Vec<String> {
    let mut routes: Vec<String> =
        settings.tunnel.private.iter().filter_map(|one| Some(one.as_str().split_once(':')?.0.to_string())).collect();
    if settings.access.standing.contains(&Standing::Tunnel) {
        routes.extend(api_server_range(settings));
        // The name of the API server is known to the cluster's DNS.
        routes.push(format!("{}/32", settings.network.dns_service.as_str()));
    }
    routes.dedup();
    routes
}
