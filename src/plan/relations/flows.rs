//! Who may talk to whom: whether both ends of each flow are there.

use super::super::settings::Settings;
use super::super::validate::did_you_mean;
use crate::error::Problem;

/// Sources of a flow that are no workload.
pub(in crate::plan) const TUNNEL: &str = "tunnel";
pub(in crate::plan) const VNET: &str = "vnet";

/// The two sides of a flow, as names.
pub(in crate::plan) fn sides(flow: &str) -> (String, Vec<String>) {
    let (from, to) = flow.split_once("->").unwrap_or((flow, ""));
    (from.trim().to_string(), to.split(',').map(|name| name.trim().to_string()).collect())
}

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let names: Vec<&str> = settings.workloads.keys().map(|n| n.as_str()).collect();
    let mut from_vnet: Vec<String> = Vec::new();
    for (index, flow) in settings.network.flows.iter().enumerate() {
        let key = format!("network.flows.{index}");
        let (from, to) = sides(flow.as_str());
        let unknown = |name: &str| {
            let problem =
                Problem::new(format!("the flow \"{}\" names `{name}`, and no workload is called so", flow.as_str()));
            match did_you_mean(name, names.iter().copied().chain([TUNNEL, VNET])) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("write a table [workloads.{name}]")),
            }
        };
        if from == TUNNEL && !settings.tunnel.enabled {
            let problem = Problem::new(format!("the flow \"{}\" begins at the tunnel, which is off", flow.as_str()));
            say(problem.help("set tunnel.enabled = true"), &[&key, "tunnel.enabled"]);
        } else if from != TUNNEL && from != VNET && !names.contains(&from.as_str()) {
            say(unknown(&from), &[&key]);
        }
        for name in to {
            if name == TUNNEL || name == VNET {
                let problem =
                    Problem::new(format!("the flow \"{}\" ends at `{name}`, which is a source only", flow.as_str()));
                say(problem, &[&key]);
            } else if !names.contains(&name.as_str()) {
                say(unknown(&name), &[&key]);
            } else if name == from {
                say(Problem::new(format!("the flow \"{}\" goes from `{name}` to itself", flow.as_str())), &[&key]);
            } else if from == VNET {
                from_vnet.push(name.clone());
                let workload = settings.workloads.iter().find(|(n, _)| n.as_str() == name).map(|(_, w)| w);
                if workload.is_some_and(|w| w.internal_address.as_str().is_empty()) {
                    let problem = Problem::new(format!(
                        "the flow \"{}\" needs an internal load balancer in front of `{name}`",
                        flow.as_str()
                    ));
                    say(
                        problem.help(format!("set workloads.{name}.internal_address and internal_port")),
                        &[&key, &format!("workloads.{name}")],
                    );
                }
            }
        }
    }
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        if !workload.internal_address.as_str().is_empty() && !from_vnet.iter().any(|n| n == name) {
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
