//! What the evaluator works on, whatever the engine: pods, and policies as steps that allow or deny.

use std::collections::BTreeMap;

use ipnet::Ipv4Net;

use super::ports::{Ports, Protocol, Span};
use super::selector::{Labels, Selector};

/// The pods of one workload, which no policy tells apart.
#[derive(Debug, Clone)]
pub(super) struct Pod {
    pub(super) end: super::End,
    pub(super) labels: Labels,
    pub(super) named_ports: BTreeMap<(String, Protocol), u16>,
    /// In the host's network no policy governs it, and no selector finds it.
    pub(super) host_network: bool,
    /// The egress gateway of its namespace that it names.
    pub(super) gateway: Option<String>,
}

/// Which way traffic goes, seen from the pod that a policy selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    In,
    Out,
}

/// The pods that a policy or a peer names: by their labels, and by those of their namespace.
#[derive(Debug, Clone, Default)]
pub(super) struct Pods {
    pub(super) pods: Selector,
    pub(super) namespaces: Option<Selector>,
}

/// Who is at the other end.
#[derive(Debug, Clone)]
pub(super) enum Peer {
    /// Everybody and everything.
    Anyone,
    /// Some pods.
    Pods(Pods),
    /// A range of addresses without some.
    Range { net: Ipv4Net, except: Vec<Ipv4Net> },
    /// The nodes.
    Nodes,
    /// The API server.
    ApiServer,
    /// All pods, and the nodes.
    Cluster,
    /// Everything that is neither pod nor node.
    World,
    /// A name outside.
    Name(String),
    /// Address sets with these labels, and pods with them too.
    Sets(Pods),
}

/// A port as it is written.
#[derive(Debug, Clone)]
pub(super) enum Port {
    Numbers(Vec<Protocol>, Span),
    Named(Vec<Protocol>, String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Allow,
    Deny,
}

/// What one rule does with traffic from or to its peers, by its ports: all of them where it names none.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) action: Action,
    pub(super) peers: Vec<Peer>,
    pub(super) ports: Vec<Port>,
    /// The requests that may pass; all where there is none.
    pub(super) requests: Vec<String>,
}

/// The rules of one policy for one way.
#[derive(Debug, Clone)]
pub(super) struct Policy {
    pub(super) selects: Pods,
    pub(super) way: Way,
    pub(super) rules: Vec<Rule>,
    /// Whether what no rule allows is closed for the pods that it selects.
    pub(super) closes: bool,
    /// Which comes first, where the first rule that fits decides.
    pub(super) order: f64,
}

/// Where NetworkPolicies stand among ordered policies.
pub(super) const PLAIN: f64 = 1000.0;

impl Pod {
    /// The numbers of a port that may be written by name.
    pub(super) fn resolve(&self, port: &Port) -> Ports {
        match port {
            Port::Numbers(..) => numbers(port),
            Port::Named(protocols, name) => protocols.iter().fold(Ports::default(), |all, protocol| {
                match self.named_ports.get(&(name.clone(), *protocol)) {
                    Some(number) => all.or(&Ports::of(*protocol, (*number, *number))),
                    None => all,
                }
            }),
        }
    }
}

/// The numbers of a port; what is only known by name is no number outside of a pod.
pub(super) fn numbers(port: &Port) -> Ports {
    match port {
        Port::Numbers(protocols, span) => {
            protocols.iter().fold(Ports::default(), |all, protocol| all.or(&Ports::of(*protocol, *span)))
        }
        Port::Named(..) => Ports::default(),
    }
}
