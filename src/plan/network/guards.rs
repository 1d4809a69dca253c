//! Network security groups: what may come in and out of the subnets that have them. One entry here is a group in both Azure
//! paths, with its rules.

use std::borrow::Cow;

use serde::Serialize;

use crate::plan::kind::AutoRange;
use crate::plan::settings::{Settings, Standing};

/// A network security group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// That of the node pools' subnets.
    Nodes,
    /// That of the internal load balancers.
    InternalLoadBalancers,
    /// That of the private endpoints.
    PrivateEndpoints,
    /// That of the API server.
    ApiServer,
    /// That of Bastion.
    Bastion,
    /// That of the machine behind Bastion.
    JumpHost,
    /// That of a runner.
    Runner,
    /// That of the private endpoints of file shares.
    FileEndpoints,
}

/// A rule of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Its name in Azure.
    pub name: &'static str,
    /// Why it is there; Azure shows it.
    pub why: &'static str,
    /// Which rule goes first: the lowest number.
    pub priority: u16,
    /// `Inbound` or `Outbound`.
    pub direction: &'static str,
    /// `Allow` or `Deny`.
    pub access: &'static str,
    /// `Tcp`, `Udp` or `*`.
    pub protocol: &'static str,
    /// Where from: a service tag, ranges with commas between them, or `*`.
    pub source: Cow<'static, str>,
    /// Where to.
    pub destination: Cow<'static, str>,
    /// The ports at the destination with commas between them, or `*`.
    pub port: &'static str,
}

const INBOUND: Rule = Rule {
    name: "",
    why: "",
    priority: 4096,
    direction: "Inbound",
    access: "Deny",
    protocol: "*",
    source: Cow::Borrowed("*"),
    destination: Cow::Borrowed("*"),
    port: "*",
};

const DENY_INTERNET: Rule =
    Rule { name: "deny-internet-inbound", priority: 4000, source: Cow::Borrowed("Internet"), ..INBOUND };

const DENY_ALL: Rule = Rule { name: "deny-all-inbound", why: "Everything else is closed.", ..INBOUND };

/// What comes in by TCP from a source to a destination.
fn allow(
    (name, priority): (&'static str, u16),
    source: impl Into<Cow<'static, str>>,
    destination: impl Into<Cow<'static, str>>,
    port: &'static str,
    why: &'static str,
) -> Rule {
    let (source, destination) = (source.into(), destination.into());
    Rule { name, why, priority, access: "Allow", protocol: "Tcp", source, destination, port, ..INBOUND }
}

impl Guard {
    /// The end of its name.
    pub fn suffix(self) -> &'static str {
        match self {
            Guard::Nodes => "nodes",
            Guard::InternalLoadBalancers => "internal-lb",
            Guard::PrivateEndpoints => "private-endpoints",
            Guard::ApiServer => "api-server",
            Guard::Bastion => "bastion",
            Guard::JumpHost => "jump-host",
            Guard::Runner => "runner",
            Guard::FileEndpoints => "file-endpoints",
        }
    }

    /// Its rules. Traffic between nodes and pods must never be refused.
    pub fn rules(self, settings: &Settings) -> Vec<Rule> {
        match self {
            Guard::Nodes => vec![Rule {
                why: "Nothing comes in from the Internet, whatever rule a load balancer would need.",
                ..DENY_INTERNET
            }],
            Guard::InternalLoadBalancers => vec![Rule {
                why: "Internal load balancers answer to the virtual network and what is joined to it.",
                ..DENY_INTERNET
            }],
            Guard::PrivateEndpoints => vec![
                allow(
                    ("allow-https-from-vnet", 100),
                    "VirtualNetwork",
                    "VirtualNetwork",
                    "443",
                    "Vault and registry speak HTTPS only.",
                ),
                DENY_ALL,
            ],
            Guard::ApiServer => api_server(settings),
            Guard::Bastion => bastion(settings),
            Guard::JumpHost => {
                let (from, to) = (subnet(settings, "bastion"), subnet(settings, "jump_host"));
                vec![allow(("allow-ssh-from-bastion", 100), from, to, "22", "People come through Bastion."), DENY_ALL]
            }
            Guard::Runner => vec![Rule { why: "A runner calls; nobody calls it.", ..DENY_ALL }],
            Guard::FileEndpoints => vec![
                allow(
                    ("allow-smb-from-vnet", 100),
                    "VirtualNetwork",
                    "VirtualNetwork",
                    "445",
                    "File shares speak SMB only.",
                ),
                DENY_ALL,
            ],
        }
    }
}

fn subnet(settings: &Settings, id: &str) -> String {
    settings.network.subnets.get(id).map_or("", AutoRange::as_str).to_string()
}

/// Ranges in the one order that scripts compare them in.
fn list(mut ranges: Vec<String>) -> String {
    ranges.sort();
    ranges.dedup();
    ranges.join(",")
}

/// The subnet of the API server: nodes, the load balancer in front of it, and where people come from.
fn api_server(settings: &Settings) -> Vec<Rule> {
    let own = subnet(settings, "api_server");
    let nodes = settings.nodes.pools.values().map(|pool| pool.subnet.as_str().to_string()).collect();
    let access = &settings.access;
    let mut people = Vec::new();
    if access.bastion.jump_host {
        people.push(subnet(settings, "jump_host"));
    }
    if access.runner {
        people.push(subnet(settings, "runner"));
    }
    if access.standing.contains(&Standing::Peering) {
        let ranges = settings.network.peerings.values().flat_map(|peering| &peering.ranges);
        people.extend(ranges.map(|range| range.as_str().to_string()));
    }
    let mut rules = vec![
        allow(("allow-nodes", 100), list(nodes), own.clone(), "443,4443", "Nodes call the API server."),
        allow(
            ("allow-load-balancer", 110),
            "AzureLoadBalancer",
            own.clone(),
            "9988",
            "The load balancer in front of it asks whether it is well.",
        ),
    ];
    if !people.is_empty() {
        rules.push(allow(("allow-people", 120), list(people), own, "443", "The ways in that the plan has."));
    }
    rules.push(DENY_ALL);
    rules
}

/// All that Bastion needs, as its documentation lists it; without one of these Azure refuses to make it.
fn bastion(settings: &Settings) -> Vec<Rule> {
    let ranges: Vec<String> =
        settings.access.authorized_ranges.iter().map(|range| range.as_str().to_string()).collect();
    let people = if ranges.is_empty() { "Internet".to_string() } else { list(ranges) };
    let among = ("VirtualNetwork", "VirtualNetwork", "5701,8080");
    let hosts = |name, priority| Rule {
        protocol: "*",
        ..allow((name, priority), among.0, among.1, among.2, "Bastion's machines talk to each other.")
    };
    let out = |rule: Rule| Rule { direction: "Outbound", ..rule };
    vec![
        allow(("allow-people", 100), people, "*", "443", "People call Bastion, which asks Entra ID who they are."),
        allow(("allow-gateway-manager", 110), "GatewayManager", "*", "443", "Azure manages Bastion."),
        allow(("allow-load-balancer", 120), "AzureLoadBalancer", "*", "443", "Azure asks whether it is well."),
        hosts("allow-bastion-inbound", 130),
        DENY_ALL,
        out(allow(
            ("allow-sessions", 100),
            "*",
            "VirtualNetwork",
            "22,3389",
            "Sessions go to machines in the network.",
        )),
        out(allow(("allow-azure", 110), "*", "AzureCloud", "443", "Bastion reports to Azure.")),
        out(hosts("allow-bastion-outbound", 120)),
        out(Rule {
            protocol: "*",
            ..allow(("allow-certificates", 130), "*", "Internet", "80", "Certificates are looked up.")
        }),
        Rule { name: "deny-all-outbound", direction: "Outbound", ..DENY_ALL },
    ]
}
