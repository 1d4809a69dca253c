//! The flows of a plan, by workload: read once, since a plan may have a thousand.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::settings::{Settings, Workload};
use super::super::spaces;
use super::outside::closed_in;
use super::{Flow, GATEWAY, Http, Protocol, TUNNEL, Target, VNET, parse};

/// Who calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Peer {
    /// `workload`, `tunnel`, `gateway` or `vnet`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its namespace; empty for what is outside.
    pub namespace: String,
}

/// One port of a workload, and who may come in by it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Port {
    /// The port.
    pub port: u16,
    /// Who may send anything.
    pub peers: Vec<Peer>,
    /// Who may send certain requests.
    pub http: Vec<Requests>,
}

/// Who may send certain requests, and which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requests {
    /// Who.
    pub peer: Peer,
    /// Which.
    pub rules: Vec<Rule>,
}

/// One kind of requests, as Cilium takes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Rule {
    /// The method.
    pub method: String,
    /// The path, as an expression.
    pub path: String,
}

impl From<&Http> for Rule {
    fn from(http: &Http) -> Self {
        Rule { method: http.method.clone(), path: http.pattern() }
    }
}

/// What a workload, or the tunnel, may reach.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reached {
    /// Workloads, each with its ports.
    pub workloads: Vec<Callee>,
    /// Names outside, by port.
    pub names: Vec<Names>,
    /// Ranges outside.
    pub ranges: Vec<Range>,
}

/// A workload that is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Callee {
    /// Its name.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// The ports.
    pub ports: BTreeSet<u16>,
}

/// Names outside that share a port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Names {
    /// The port.
    pub port: u16,
    /// Whole names.
    pub whole: BTreeSet<String>,
    /// Names with `*.` in front.
    pub patterns: BTreeSet<String>,
}

/// A range outside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Range {
    /// The range.
    pub cidr: String,
    /// What it holds and does not open.
    pub except: Vec<String>,
    /// The port.
    pub port: u16,
    /// How.
    pub protocol: Protocol,
}

/// The flows of a plan by both ends.
#[derive(Debug, Default)]
pub struct Flows {
    to: BTreeMap<String, Vec<Port>>,
    from: BTreeMap<String, Reached>,
}

impl Flows {
    /// The flows of these settings. What does not fit together has been refused before.
    pub fn of(settings: &Settings) -> Flows {
        let workloads: BTreeMap<&str, &Workload> = settings.workloads.iter().map(|(n, w)| (n.as_str(), w)).collect();
        let mut all: Vec<Flow> =
            settings.network.flows.iter().flat_map(|flow| parse(flow.as_str()).unwrap_or_default()).collect();
        all.sort();
        let mut flows = Flows::default();
        for Flow { from, to } in all {
            let reached = flows.from.entry(from.clone()).or_default();
            match to {
                Target::Workload { name, port, http } => {
                    let Some(workload) = workloads.get(name.as_str()) else { continue };
                    let port = port.unwrap_or(workload.port);
                    let namespace = workload.namespace.as_str().to_string();
                    match reached.workloads.iter_mut().find(|callee| callee.name == name) {
                        Some(callee) => drop(callee.ports.insert(port)),
                        None => {
                            let callee = Callee { name: name.clone(), namespace, ports: BTreeSet::from([port]) };
                            reached.workloads.push(callee);
                        }
                    }
                    let peer = peer(settings, &from, &workloads);
                    flows.to.entry(name).or_default().enter(port, peer, http.as_ref());
                }
                Target::Name { host, port } => reached.name(host, port),
                Target::Range { net, port, protocol } => reached.ranges.push(Range {
                    cidr: net.to_string(),
                    except: closed_in(settings, net).iter().map(ToString::to_string).collect(),
                    port,
                    protocol,
                }),
            }
        }
        for ports in flows.to.values_mut() {
            ports.sort_by_key(|port| port.port);
        }
        flows
    }

    /// Who may come in to a workload, by port.
    pub fn to(&self, workload: &str) -> &[Port] {
        self.to.get(workload).map_or(&[], Vec::as_slice)
    }

    /// What a workload, or the tunnel, may reach.
    pub fn from(&self, source: &str) -> Reached {
        self.from.get(source).cloned().unwrap_or_default()
    }
}

/// The workloads that flows from one source end at, before anything is known to fit together.
pub(in crate::plan) fn reached_from(settings: &Settings, source: &str) -> Vec<String> {
    let flows = settings.network.flows.iter().flat_map(|flow| parse(flow.as_str()).unwrap_or_default());
    flows
        .filter(|flow| flow.from == source)
        .filter_map(|flow| match flow.to {
            Target::Workload { name, .. } => Some(name),
            Target::Name { .. } | Target::Range { .. } => None,
        })
        .collect()
}

trait Enter {
    fn enter(&mut self, port: u16, peer: Peer, http: Option<&Http>);
}

impl Enter for Vec<Port> {
    fn enter(&mut self, port: u16, peer: Peer, http: Option<&Http>) {
        let index = self.iter().position(|one| one.port == port).unwrap_or_else(|| {
            self.push(Port { port, ..Port::default() });
            self.len() - 1
        });
        let at = &mut self[index];
        match http {
            None => at.peers.push(peer),
            Some(http) => match at.http.iter_mut().find(|requests| requests.peer == peer) {
                Some(requests) => requests.rules.push(http.into()),
                None => at.http.push(Requests { peer, rules: vec![http.into()] }),
            },
        }
    }
}

impl Reached {
    fn name(&mut self, host: String, port: u16) {
        let index = self.names.iter().position(|names| names.port == port).unwrap_or_else(|| {
            self.names.push(Names { port, whole: BTreeSet::new(), patterns: BTreeSet::new() });
            self.names.len() - 1
        });
        let names = &mut self.names[index];
        if host.contains('*') {
            names.patterns.insert(host)
        } else {
            names.whole.insert(host)
        };
    }
}

fn peer(settings: &Settings, from: &str, workloads: &BTreeMap<&str, &Workload>) -> Peer {
    let peer = |kind, name: &str, namespace: &str| Peer { kind, name: name.into(), namespace: namespace.into() };
    match from {
        TUNNEL => peer("tunnel", "cloudflared", &spaces::tunnel(settings)),
        VNET => peer("vnet", VNET, ""),
        GATEWAY => peer("gateway", GATEWAY, &spaces::gateway(settings)),
        name => peer("workload", name, workloads.get(name).map_or("", |workload| workload.namespace.as_str())),
    }
}
