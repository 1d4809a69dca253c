//! Who reaches whom, computed from rendered policies alone.
//!
//! This reads the text of manifests as an API server and an engine would, and knows nothing of what they were made from: what
//! a plan meant to open is for others to compare. It evaluates NetworkPolicy, Cilium's policies and Calico's global ones, and knows
//! that none of them holds for what a pod sends through a static egress gateway; what it does not know in one of them is an error,
//! never passed over.
//!
//! Beside the workloads there are two pods that nobody made, in each namespace of the manifests: any other pod, without a
//! label, and one that a policy of its namespace opens to everything, which shows what no namespace can open.

mod calico;
mod cilium;
mod evaluate;
mod gateway;
mod model;
mod network_policy;
mod ports;
mod read;
mod regions;
mod selector;

use std::fmt;

pub use ports::{Ports, Protocol};

use super::resource::Resource;
use crate::error::Result;
use crate::tree::Tree;

/// What an end of a way is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The pods of a workload.
    Workload,
    /// Any other pod of a namespace.
    Stranger,
    /// A pod of a namespace that a policy of the namespace opens to everything.
    Opened,
    /// The cluster's DNS.
    Dns,
    /// The DNS cache of the node.
    LocalDns,
    /// SSH of the nodes.
    NodeSsh,
    /// The kubelet of the nodes.
    Kubelet,
    /// Other ports of the nodes.
    Node,
    /// The API server.
    ApiServer,
    /// The instance metadata service.
    Metadata,
    /// Azure's wire server.
    WireServer,
    /// The virtual network.
    Network,
    /// Public addresses.
    Internet,
    /// Private addresses.
    Private,
    /// A range that a policy names.
    Range,
    /// A name that a policy names.
    Name,
}

impl Kind {
    /// How evidence calls it.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Workload => "workload",
            Kind::Stranger => "any-other-pod",
            Kind::Opened => "opened-pod",
            Kind::Dns => "dns",
            Kind::LocalDns => "local-dns",
            Kind::NodeSsh => "node-ssh",
            Kind::Kubelet => "kubelet",
            Kind::Node => "node",
            Kind::ApiServer => "api-server",
            Kind::Metadata => "metadata-service",
            Kind::WireServer => "wire-server",
            Kind::Network => "virtual-network",
            Kind::Internet => "internet",
            Kind::Private => "private-range",
            Kind::Range => "range",
            Kind::Name => "name",
        }
    }

    /// Whether it is a pod of the manifests' namespaces.
    pub fn is_pod(self) -> bool {
        matches!(self, Kind::Workload | Kind::Stranger | Kind::Opened)
    }
}

/// One end of a way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct End {
    /// What it is.
    pub kind: Kind,
    /// Its namespace; empty outside of the cluster.
    pub namespace: String,
    /// Its name.
    pub name: String,
}

impl End {
    pub(super) fn outside(kind: Kind, name: impl Into<String>) -> End {
        End { kind, namespace: String::new(), name: name.into() }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Workload => write!(f, "{}/{}", self.namespace, self.name),
            Kind::Stranger => write!(f, "any other pod of {}", self.namespace),
            Kind::Opened => write!(f, "an opened pod of {}", self.namespace),
            _ => f.write_str(&self.name),
        }
    }
}

/// What one end may send to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Who begins.
    pub from: End,
    /// Who answers.
    pub to: End,
    /// By which ports anything may pass.
    pub ports: Ports,
    /// By which ports only certain requests may pass, and which.
    pub requests: Vec<(Ports, String)>,
    /// Whether it is open because no policy holds there: it leads through an egress gateway.
    pub by_gateway: bool,
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {}: {}", self.from, self.to, self.by())
    }
}

impl Open {
    /// By what, as text.
    pub fn by(&self) -> String {
        let mut parts = Vec::new();
        if !self.ports.is_empty() {
            parts.push(self.ports.to_string());
        }
        parts.extend(self.requests.iter().map(|(ports, request)| format!("{ports} {request}")));
        if self.by_gateway {
            parts.push("past every policy".into());
        }
        parts.join(", ")
    }
}

/// What is known of the addresses beside what the manifests say: names for ranges.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The ranges of networks that the cluster is in, with their names.
    pub networks: Vec<(ipnet::Ipv4Net, String)>,
    /// The range of the pods, which a range of a policy may hold where Cilium is not the engine.
    pub pods: Option<ipnet::Ipv4Net>,
}

/// Every way that is open among objects that have been read, in order.
///
/// # Errors
/// What is not known to this evaluator.
pub fn among(objects: &[Resource]) -> Result<Vec<Open>> {
    let world = read::among(objects)?;
    Ok(evaluate::evaluate(&world, &Surroundings::default()))
}

/// Every way that is open in the manifests of a tree, in order.
///
/// # Errors
/// What cannot be read, or is not known to this evaluator, with its file.
pub fn matrix(tree: &Tree, surroundings: &Surroundings) -> Result<Vec<Open>> {
    let world = read::read(tree)?;
    Ok(evaluate::evaluate(&world, surroundings))
}
