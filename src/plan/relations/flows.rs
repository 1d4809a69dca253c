//! Who may talk to whom: whether both ends of each flow are there, and whether something can carry it.

use std::collections::BTreeMap;

use super::super::flow::{Flow, GATEWAY, Http, TUNNEL, Target, VNET, outside, parse};
use super::super::settings::{Acns, PolicyEngine, Settings, Workload};
use super::super::validate::did_you_mean;
use crate::error::Problem;

/// A flow with the key of the text that it stands in, and that text.
struct Written<'a> {
    key: String,
    text: &'a str,
    flow: Flow,
}

/// Flows from one source to one port, with the requests that each lets pass.
type Before<'a> = Vec<(&'a Written<'a>, Option<&'a Http>)>;

impl Written<'_> {
    fn problem(&self, what: impl std::fmt::Display) -> Problem {
        Problem::new(format!("the flow \"{}\" {what}", self.text))
    }
}

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let workloads: BTreeMap<&str, &Workload> = settings.workloads.iter().map(|(n, w)| (n.as_str(), w)).collect();
    let texts = settings.network.flows.iter().enumerate();
    let flows: Vec<Written<'_>> = texts
        .flat_map(|(index, text)| {
            let flows = parse(text.as_str()).unwrap_or_default();
            flows.into_iter().map(move |flow| Written {
                key: format!("network.flows.{index}"),
                text: text.as_str(),
                flow,
            })
        })
        .collect();
    for written in &flows {
        ends(settings, &workloads, written, say);
    }
    again(&workloads, &flows, say);
    engine(settings, &flows, say);
    for (name, workload) in &workloads {
        let is_let_in = |w: &Written<'_>| {
            w.flow.from == VNET && matches!(&w.flow.to, Target::Workload { name: to, .. } if to == name)
        };
        if !workload.internal_address.as_str().is_empty() && !flows.iter().any(is_let_in) {
            let key = format!("workloads.{name}.internal_address");
            let problem = Problem::new(format!("`{key}` is set, but no flow lets the network reach `{name}`"));
            say(problem.help(format!("add \"vnet -> {name}\" to network.flows")), &[&key, "network.flows"]);
        }
    }
    if !settings.network.default_deny && !settings.network.flows.is_empty() {
        let problem = Problem::new(
            "`network.flows` have no effect while `network.default_deny` is false: everything may talk to everything",
        );
        say(problem.help("set default_deny = true, or take the flows out"), &["network.flows", "network.default_deny"]);
    }
}

/// Whether the two ends of one flow are there, and may be joined.
fn ends(
    settings: &Settings,
    workloads: &BTreeMap<&str, &Workload>,
    written: &Written<'_>,
    say: &mut impl FnMut(Problem, &[&str]),
) {
    let Written { key, flow, .. } = written;
    let from = flow.from.as_str();
    let unknown = |name: &str| {
        let problem = written.problem(format!("names `{name}`, and no workload is called so"));
        match did_you_mean(name, workloads.keys().copied().chain([TUNNEL, VNET, GATEWAY])) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem.help(format!("write a table [workloads.{name}]")),
        }
    };
    if from == TUNNEL && !settings.tunnel.enabled {
        let problem = written.problem("begins at the tunnel, which is off");
        say(problem.help("set tunnel.enabled = true"), &[key, "tunnel.enabled"]);
    } else if from == GATEWAY && !settings.ingress.gateway {
        let problem = written.problem("begins at the gateway, and there is none");
        say(problem.help("set ingress.gateway = true"), &[key, "ingress.gateway"]);
    } else if ![TUNNEL, VNET, GATEWAY].contains(&from) && !workloads.contains_key(from) {
        say(unknown(from), &[key]);
    }
    let (name, port, http) = match &flow.to {
        Target::Workload { name, port, http } => (name.as_str(), *port, http),
        _ if [TUNNEL, VNET, GATEWAY].contains(&from) => {
            let problem = written.problem(format!("goes from `{from}` past the cluster: it reaches workloads only"));
            say(problem.help("let a workload be the source"), &[key]);
            return;
        }
        Target::Name { host, .. } => {
            if host.ends_with(".cluster.local") || host.ends_with(".svc") {
                let problem = written.problem(format!("names the Service {host}, which is inside the cluster"));
                say(problem.help("name the workload: `frontend -> message`"), &[key]);
            }
            return;
        }
        Target::Range { net, .. } => {
            if let Some((why, setting)) = outside::refused(settings, *net) {
                let problem = written.problem(format!("cannot go to {net}: {why}"));
                let keys: Vec<&str> = [Some(key.as_str()), setting.as_deref()].into_iter().flatten().collect();
                say(problem.help("ranges are for addresses outside; inside, name the workload"), &keys);
            }
            return;
        }
    };
    if [TUNNEL, VNET, GATEWAY].contains(&name) {
        say(written.problem(format!("ends at `{name}`, which is a source only")), &[key]);
        return;
    }
    let Some(workload) = workloads.get(name) else {
        say(unknown(name), &[key]);
        return;
    };
    if name == from {
        say(written.problem(format!("goes from `{name}` to itself")), &[key]);
    }
    if let Some(port) = port.filter(|port| *port != workload.port && !workload.more_ports.contains(port)) {
        let problem = written.problem(format!("goes to port {port}, on which `{name}` does not listen"));
        let more = format!("workloads.{name}.more_ports");
        say(problem.help(format!("it listens on {}; more go into {more}", listens(workload))), &[key, &more]);
    }
    if from == GATEWAY && (http.is_some() || port.is_some_and(|port| port != workload.port)) {
        let problem = written.problem("comes by a route of the gateway, which passes all requests to the main port");
        say(problem.help(format!("write \"gateway -> {name}\"")), &[key]);
    }
    if from == VNET {
        if http.is_some() || port.is_some_and(|port| port != workload.port) {
            let problem = written.problem("comes by the load balancer, which passes all requests to the main port");
            say(problem.help(format!("write \"vnet -> {name}\"")), &[key]);
        }
        if workload.internal_address.as_str().is_empty() {
            let problem = written.problem(format!("needs an internal load balancer in front of `{name}`"));
            say(
                problem.help(format!("set workloads.{name}.internal_address and internal_port")),
                &[key, &format!("workloads.{name}")],
            );
        }
    }
}

fn listens(workload: &Workload) -> String {
    let ports = std::iter::once(&workload.port).chain(&workload.more_ports);
    ports.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Flows that say the same twice, or that one part of takes back another.
fn again(workloads: &BTreeMap<&str, &Workload>, flows: &[Written<'_>], say: &mut impl FnMut(Problem, &[&str])) {
    // By everything but the requests; a flow without a port means the main one.
    let mut seen: BTreeMap<(&str, Target), Before<'_>> = BTreeMap::new();
    for written in flows {
        let (to, http) = match &written.flow.to {
            Target::Workload { name, port, http } => {
                let port = port.or_else(|| workloads.get(name.as_str()).map(|w| w.port));
                (Target::Workload { name: name.clone(), port, http: None }, http.as_ref())
            }
            other => (other.clone(), None),
        };
        let before = seen.entry((written.flow.from.as_str(), to)).or_default();
        if let Some((other, _)) = before.iter().find(|(_, of)| *of == http) {
            let problem = written.problem(format!("says `{}` again", written.flow));
            let help = if other.key == written.key { "take one of the two out" } else { "it stands in another flow" };
            say(problem.help(help), &[&written.key, &other.key]);
        } else if let Some((other, _)) = before.iter().find(|(_, of)| of.is_none() != http.is_none()) {
            let problem = written.problem(format!(
                "and the flow \"{}\" take each other back: one lets certain requests pass, the other all",
                other.text
            ));
            say(problem.help("keep the one that is meant"), &[&written.key, &other.key]);
        }
        before.push((written, http));
    }
}

/// What only some engines can enforce, and what is paid for and not used.
fn engine(settings: &Settings, flows: &[Written<'_>], say: &mut impl FnMut(Problem, &[&str])) {
    let network = &settings.network;
    let calico = network.policy_engine == PolicyEngine::Calico;
    let by_name = |w: &&Written<'_>| matches!(w.flow.to, Target::Name { .. });
    let by_request = |w: &&Written<'_>| matches!(w.flow.to, Target::Workload { http: Some(_), .. });
    let what = [
        ("names outside", flows.iter().filter(by_name).collect::<Vec<_>>(), network.acns == Acns::None, "FQDN"),
        ("requests", flows.iter().filter(by_request).collect(), network.acns != Acns::L7, "L7"),
    ];
    for (what, flows, missing, wanted) in &what {
        if let Some(first) = flows.first().filter(|_| calico || *missing) {
            let problem = first.problem(format!(
                "needs policies that look at {what}, which Cilium has with Advanced Container Networking Services only"
            ));
            let problem = if calico {
                problem.help("write policy_engine = \"cilium\", or say the flow by workload or by range")
            } else {
                problem.help(format!("set network.acns = \"{wanted}\": billed by node and hour"))
            };
            say(problem, &[&first.key, if calico { "network.policy_engine" } else { "network.acns" }]);
        }
    }
    let why = match (network.default_deny, what[0].1.first()) {
        (false, _) => Some(("no policy closes anything", "network.default_deny".to_string())),
        (true, Some(named)) => Some(("a name may lead to its address", named.key.clone())),
        (true, None) => None,
    };
    if let Some((why, key)) = why.filter(|_| !network.block_imds) {
        let problem = Problem::new(format!(
            "`network.block_imds` is false, and {why}: pods would reach the metadata service and what it hands out to their node"
        ));
        say(problem.help("write block_imds = true in [network]"), &["network.block_imds", &key]);
    }
    let useless = match network.acns {
        Acns::None => None,
        Acns::Fqdn if what[0].1.is_empty() => Some("no flow goes to a name outside"),
        Acns::L7 if what[1].1.is_empty() => Some("no flow is about requests"),
        Acns::Fqdn | Acns::L7 => None,
    };
    if let Some(why) = useless.filter(|_| !calico) {
        let problem = Problem::new(format!("`network.acns` has no use, and is billed: {why}"));
        let problem = if network.acns == Acns::L7 && !what[0].1.is_empty() {
            problem.help("write acns = \"FQDN\"")
        } else {
            problem.help("write acns = \"none\", or a flow such as \"worker -> fqdn:login.microsoftonline.com:443\"")
        };
        say(problem, &["network.acns", "network.flows"]);
    }
    if !calico {
        return;
    }
    for (key, on) in [("network.acns", network.acns != Acns::None), ("network.pod_encryption", network.pod_encryption)]
    {
        if on {
            let problem = Problem::new(format!("`{key}` needs Cilium, and `network.policy_engine` is calico"));
            say(problem.help("write policy_engine = \"cilium\", or take it out"), &[key, "network.policy_engine"]);
        }
    }
    for (key, on) in
        [("network.block_imds", network.block_imds), ("network.block_node_access", network.block_node_access)]
    {
        if on && !network.default_deny {
            let problem = Problem::new(format!(
                "`{key}` with Calico needs `network.default_deny`: where a policy of Calico denies one thing, it closes all others too"
            ));
            say(
                problem.help("set default_deny = true, or policy_engine = \"cilium\""),
                &[key, "network.default_deny", "network.policy_engine"],
            );
        }
    }
}
