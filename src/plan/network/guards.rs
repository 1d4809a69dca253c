//! Network security groups: what may come in and out of the subnets that have them. One entry here is a group in both Azure
//! paths, with its rules.

use serde::Serialize;

/// A network security group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// That of the node pools' subnets.
    Nodes,
    /// That of the internal load balancers.
    InternalLoadBalancers,
    /// That of the private endpoints.
    PrivateEndpoints,
}

/// A rule of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
    /// Where from: a service tag, a range or `*`.
    pub source: &'static str,
    /// Where to.
    pub destination: &'static str,
    /// The port at the destination, or `*`.
    pub port: &'static str,
}

const INBOUND: Rule = Rule {
    name: "",
    why: "",
    priority: 4096,
    direction: "Inbound",
    access: "Deny",
    protocol: "*",
    source: "*",
    destination: "*",
    port: "*",
};

const DENY_INTERNET: Rule = Rule { name: "deny-internet-inbound", priority: 4000, source: "Internet", ..INBOUND };

impl Guard {
    /// The end of its name.
    pub fn suffix(self) -> &'static str {
        match self {
            Guard::Nodes => "nodes",
            Guard::InternalLoadBalancers => "internal-lb",
            Guard::PrivateEndpoints => "private-endpoints",
        }
    }

    /// Its rules. Traffic between nodes and pods must never be refused.
    pub fn rules(self) -> &'static [Rule] {
        match self {
            Guard::Nodes => &[Rule {
                why: "Nothing comes in from the Internet, whatever rule a load balancer would need.",
                ..DENY_INTERNET
            }],
            Guard::InternalLoadBalancers => &[Rule {
                why: "Internal load balancers answer to the virtual network and what is joined to it.",
                ..DENY_INTERNET
            }],
            Guard::PrivateEndpoints => &[
                Rule {
                    name: "allow-https-from-vnet",
                    why: "Vault and registry speak HTTPS only.",
                    priority: 100,
                    access: "Allow",
                    protocol: "Tcp",
                    source: "VirtualNetwork",
                    destination: "VirtualNetwork",
                    port: "443",
                    ..INBOUND
                },
                Rule { name: "deny-all-inbound", why: "Everything else is closed.", ..INBOUND },
            ],
        }
    }
}
