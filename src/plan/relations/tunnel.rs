//! The tunnel: what it publishes has a flow and a name, and what it needs is there.

use std::collections::BTreeMap;

use ipnet::Ipv4Net;

use super::super::flow::{TUNNEL, reached_from};
use super::super::settings::{Settings, TunnelKind};
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let tunnel = &settings.tunnel;
    let reached = reached_from(settings, TUNNEL);
    hosts(settings, &reached, say);
    if !tunnel.enabled {
        if !tunnel.private.is_empty() {
            say(nothing("tunnel.private", "the tunnel is off"), &["tunnel.private", "tunnel.enabled"]);
        }
        if !tunnel.id.as_str().is_empty() {
            say(nothing("tunnel.id", "the tunnel is off"), &["tunnel.id", "tunnel.enabled"]);
        }
        return;
    }
    if reached.is_empty() {
        let problem =
            Problem::new("`tunnel.enabled` is true, but no flow begins at the tunnel, so it would reach nothing");
        say(
            problem.help("add a flow such as \"tunnel -> frontend\" to network.flows"),
            &["tunnel.enabled", "network.flows"],
        );
    }
    match (tunnel.kind, tunnel.id.as_str().is_empty()) {
        (TunnelKind::Config, true) => {
            let problem = Problem::new("`tunnel.kind` is config, but `tunnel.id` does not say which tunnel it is");
            say(
                problem.help("set it to the id that `cloudflared tunnel create NAME` prints"),
                &["tunnel.kind", "tunnel.id"],
            );
        }
        (TunnelKind::Token, false) => {
            let reason = "the token says which tunnel it is";
            say(nothing("tunnel.id", reason), &["tunnel.id", "tunnel.kind"]);
        }
        _ => {}
    }
    private(settings, say);
}

fn nothing(key: &str, reason: &str) -> Problem {
    Problem::new(format!("`{key}` has no effect: {reason}")).help("take it out")
}

/// A name leads to one workload, and a flow lets the tunnel reach it.
fn hosts(settings: &Settings, reached: &[String], say: &mut impl FnMut(Problem, &[&str])) {
    let mut taken: BTreeMap<&str, String> = BTreeMap::new();
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        let key = format!("workloads.{name}.tunnel_hosts");
        let open = reached.iter().any(|to| to == name);
        if !workload.tunnel_hosts.is_empty() && !open {
            let problem = Problem::new(format!("`{key}` is set, but no flow lets the tunnel reach `{name}`"));
            say(problem.help(format!("add \"tunnel -> {name}\" to network.flows")), &[&key, "network.flows"]);
        }
        if workload.tunnel_hosts.is_empty() && open && settings.tunnel.kind == TunnelKind::Config {
            let problem = Problem::new(format!(
                "the tunnel reaches `{name}`, but `{key}` gives it no name, so its configuration would not publish it"
            ));
            say(
                problem.help("write the name that users call: tunnel_hosts = [\"NAME.YOUR-DOMAIN\"]"),
                &[&format!("workloads.{name}"), "tunnel.kind"],
            );
        }
        for host in &workload.tunnel_hosts {
            if let Some(other) = taken.insert(host.as_str(), key.clone()) {
                let problem =
                    Problem::new(format!("`{}` leads to two workloads: `{other}` and `{key}`", host.as_str()));
                say(problem.help("the first rule would win, and the other would never be used"), &[&key, &other]);
            }
        }
    }
}

/// What enrolled clients reach: a part of the network, not the pods, whose traffic flows decide.
fn private(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (index, one) in settings.tunnel.private.iter().enumerate() {
        let key = format!("tunnel.private.{index}");
        let Some(range) = one.as_str().split_once(':').and_then(|(range, _)| range.parse::<Ipv4Net>().ok()) else {
            continue;
        };
        let overlaps =
            |other: &str| other.parse::<Ipv4Net>().is_ok_and(|other| other.contains(&range) || range.contains(&other));
        let closed = [("network.pods", &settings.network.pods), ("network.services", &settings.network.services)];
        for (other, _) in closed.into_iter().filter(|(_, other)| overlaps(other.as_str())) {
            let problem = Problem::new(format!("`tunnel.private` {} overlaps `{other}`", one.as_str()));
            say(
                problem.help("pods are reached by a flow from the tunnel, not by their addresses: Cilium matches none"),
                &[&key, other],
            );
        }
        if !["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
            .iter()
            .filter_map(|private| private.parse::<Ipv4Net>().ok())
            .any(|private| private.contains(&range))
        {
            let problem = Problem::new(format!("`tunnel.private` {} is not a private range", one.as_str()));
            say(problem.help("the tunnel leads into your networks, not through them to others"), &[&key]);
        }
    }
}
