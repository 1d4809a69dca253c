//! What the firewall lets out: what AKS needs, what the add-ons that are on need, and what flows name. Nothing else.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::flow::{External, Protocol, Target, external, parse};
use super::super::settings::{ApiAccess, Bootstrap, NodeOs, NodeOsChannel, Settings};

/// Whose rules they are: each is a group of its own in Azure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::plan) enum Group {
    /// AKS and its add-ons.
    Platform,
    /// The workloads.
    Workloads,
}

/// What a rule compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::plan) enum Kind {
    /// The name in a request, against a tag that stands for names which Microsoft keeps.
    Tag,
    /// The name in a request: in the TLS handshake, or in plain HTTP.
    Names,
    /// The address, against those of names, which the firewall looks up itself.
    Hosts,
    /// The address.
    Ranges,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::plan) struct Rule {
    /// The group that it is in.
    pub(in crate::plan) group: Group,
    /// Its name.
    pub(in crate::plan) name: String,
    /// Who needs it.
    pub(in crate::plan) why: String,
    /// What it compares.
    pub(in crate::plan) kind: Kind,
    /// `Https` and `Http` where it is about names in requests, else `TCP` and `UDP`.
    pub(in crate::plan) protocols: Vec<&'static str>,
    /// The port of each protocol.
    pub(in crate::plan) ports: Vec<u16>,
    /// Where to, in order.
    pub(in crate::plan) targets: Vec<String>,
}

fn platform(name: &str, why: &str, kind: Kind, protocols: &[(&'static str, u16)], targets: &[&str]) -> Rule {
    let mut targets: Vec<String> = targets.iter().map(ToString::to_string).collect();
    targets.sort();
    Rule {
        group: Group::Platform,
        name: name.into(),
        why: why.into(),
        kind,
        protocols: protocols.iter().map(|(protocol, _)| *protocol).collect(),
        ports: protocols.iter().map(|(_, port)| *port).collect(),
        targets,
    }
}

const HTTPS: &[(&str, u16)] = &[("Https", 443)];

/// Everything that is let out (AKS documentation, outbound network and FQDN rules, private clusters). `identities`: whether
/// some workload has one.
pub(in crate::plan) fn rules(settings: &Settings, identities: bool) -> Vec<Rule> {
    let web = [("Https", 443), ("Http", 80)];
    let policy = ["data.policy.core.windows.net", "store.policy.core.windows.net", "dc.services.visualstudio.com"];
    let mut rules = vec![
        platform("aks", "the nodes themselves", Kind::Tag, &web, &["AzureKubernetesService"]),
        platform("azure-policy", "the Azure Policy add-on", Kind::Names, HTTPS, &policy),
    ];
    let region = settings.cluster.location.as_str();
    if settings.access.api == ApiAccess::Public {
        let api = format!("*.hcp.{region}.azmk8s.io");
        rules.push(platform("api-server", "the public API server", Kind::Names, HTTPS, &[&api]));
    }
    if settings.access.bootstrap == Bootstrap::Gitops {
        let service = format!("{region}.dp.kubernetesconfiguration.azure.com");
        let images = format!("arcmktplaceprod.{region}.data.azurecr.io");
        let extensions = [
            service.as_str(),
            images.as_str(),
            "arcmktplaceprod.azurecr.io",
            "*.ingestion.msftcloudes.com",
            "*.microsoftmetrics.com",
            "marketplaceapi.microsoft.com",
        ];
        rules.push(platform("flux", "the extension for Flux", Kind::Names, HTTPS, &extensions));
        let host = settings.access.gitops.url.as_str().trim_start_matches("https://").split('/').next();
        rules.push(platform("git", "the repository that Flux reads", Kind::Names, HTTPS, &[host.unwrap_or_default()]));
    }
    let channel = settings.cluster.node_os_upgrade_channel;
    if settings.nodes.pools.values().any(|pool| pool.os == NodeOs::Ubuntu)
        && matches!(channel, NodeOsChannel::Unmanaged | NodeOsChannel::SecurityPatch)
    {
        let hosts = ["security.ubuntu.com", "azure.archive.ubuntu.com", "changelogs.ubuntu.com"];
        rules.push(platform("ubuntu", "patches of Ubuntu", Kind::Names, &[("Http", 80)], &hosts));
        rules.push(platform("ubuntu-snapshots", "patches of Ubuntu", Kind::Names, HTTPS, &["snapshot.ubuntu.com"]));
    }
    if settings.security.defender {
        let hosts = ["*.cloud.defender.microsoft.com", "*.ods.opinsights.azure.com", "*.oms.opinsights.azure.com"];
        rules.push(platform("defender", "Defender's sensor", Kind::Names, HTTPS, &hosts));
    }
    if identities {
        let login = ["login.microsoftonline.com"];
        rules.push(platform("workload-identity", "identities of workloads", Kind::Names, HTTPS, &login));
    }
    if settings.tunnel.enabled {
        let edge = ["region1.v2.argotunnel.com", "region2.v2.argotunnel.com"];
        let quic = [("TCP", 7844), ("UDP", 7844)];
        rules.push(platform("cloudflare-tunnel", "the tunnel's edge", Kind::Hosts, &quic, &edge));
    }
    rules.extend(external(settings).into_iter().map(|target| workloads(settings, target)));
    rules
}

/// How names on a port are compared: in requests where those carry a name, else by the addresses behind them.
pub(in crate::plan) fn by_name(port: u16) -> Option<&'static str> {
    match port {
        443 => Some("Https"),
        80 => Some("Http"),
        _ => None,
    }
}

/// What flows end at, outside of the cluster.
fn workloads(settings: &Settings, target: External) -> Rule {
    let why = sources(settings, &target);
    let (kind, protocol, port, to) = match target {
        External::Name { host, port } => match by_name(port) {
            Some(protocol) => (Kind::Names, protocol, port, host),
            None => (Kind::Hosts, "TCP", port, host),
        },
        External::Range { net, port, protocol, .. } => {
            (Kind::Ranges, if protocol == Protocol::Udp { "UDP" } else { "TCP" }, port, net.to_string())
        }
    };
    let plain: String = to.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
    Rule {
        group: Group::Workloads,
        // Azure's names begin and end with a letter or a digit.
        name: format!("to-{plain}-{}-{port}", protocol.to_ascii_lowercase()),
        why,
        kind,
        protocols: vec![protocol],
        ports: vec![port],
        targets: vec![to],
    }
}

/// The workloads whose flows end there.
fn sources(settings: &Settings, target: &External) -> String {
    let flows = settings.network.flows.iter().flat_map(|flow| parse(flow.as_str()).unwrap_or_default());
    let from = flows.filter(|flow| match (&flow.to, target) {
        (Target::Name { host, port }, External::Name { host: other, port: at }) => host == other && port == at,
        (Target::Range { net, port, protocol }, External::Range { net: other, port: at, protocol: by, .. }) => {
            net == other && port == at && protocol == by
        }
        _ => false,
    });
    from.map(|flow| flow.from).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
}
