//! The gateway: every name has a certificate that holds for it, and a flow that lets the gateway through.

use std::collections::BTreeMap;

use super::super::flow::{GATEWAY, reached_from};
use super::super::settings::Settings;
use crate::error::Problem;

/// Whether a certificate's name holds for a host; a `*` stands for one label.
pub(in crate::plan) fn holds_for(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix("*.") {
        Some(rest) => host.split_once('.').is_some_and(|(_, parent)| parent == rest),
        None => pattern == host,
    }
}

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let ingress = &settings.ingress;
    let reached = reached_from(settings, GATEWAY);
    names(settings, &reached, say);
    if !ingress.gateway {
        let said = [
            ("ingress.address", !ingress.address.as_str().is_empty()),
            ("ingress.certificates", !ingress.certificates.is_empty()),
        ];
        for (key, _) in said.into_iter().filter(|(_, said)| *said) {
            let problem = Problem::new(format!("`{key}` has no effect: there is no gateway"));
            say(problem.help("take it out, or set ingress.gateway = true"), &[key, "ingress.gateway"]);
        }
        return;
    }
    if reached.is_empty() {
        let problem =
            Problem::new("`ingress.gateway` is true, but no flow begins at the gateway, so it would reach nothing");
        say(
            problem.help("add a flow such as \"gateway -> frontend\" to network.flows"),
            &["ingress.gateway", "network.flows"],
        );
    }
    if ingress.certificates.is_empty() {
        let problem =
            Problem::new("`ingress.gateway` is true, but `ingress.certificates` has none: it speaks TLS only");
        say(
            problem
                .help("name one in the vault, with the names that it holds for: shop-tls = [\"*.shop.YOUR-DOMAIN\"]"),
            &["ingress.gateway", "ingress.certificates"],
        );
    }
    certificates(settings, say);
}

/// A name leads to one workload, some certificate holds for it, and a flow lets the gateway through.
fn names(settings: &Settings, reached: &[String], say: &mut impl FnMut(Problem, &[&str])) {
    let mut taken: BTreeMap<&str, String> = BTreeMap::new();
    let patterns: Vec<&str> = settings.ingress.certificates.values().flatten().map(|p| p.as_str()).collect();
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        let key = format!("workloads.{name}.gateway_hosts");
        let open = reached.iter().any(|to| to == name);
        if !workload.gateway_hosts.is_empty() && !settings.ingress.gateway {
            let problem = Problem::new(format!("`{key}` has no effect: there is no gateway"));
            say(problem.help("set ingress.gateway = true"), &[&key, "ingress.gateway"]);
            continue;
        }
        if !workload.gateway_hosts.is_empty() && !open {
            let problem = Problem::new(format!("`{key}` is set, but no flow lets the gateway reach `{name}`"));
            say(problem.help(format!("add \"gateway -> {name}\" to network.flows")), &[&key, "network.flows"]);
        }
        if workload.gateway_hosts.is_empty() && open {
            let problem = Problem::new(format!(
                "the gateway reaches `{name}`, but `{key}` gives it no name, so nothing is routed to it"
            ));
            say(
                problem.help("write the name that is called: gateway_hosts = [\"NAME.YOUR-DOMAIN\"]"),
                &[&format!("workloads.{name}"), "network.flows"],
            );
        }
        for host in &workload.gateway_hosts {
            if let Some(other) = taken.insert(host.as_str(), key.clone()) {
                let problem =
                    Problem::new(format!("`{}` leads to two workloads: `{other}` and `{key}`", host.as_str()));
                say(problem.help("one name is one workload"), &[&key, &other]);
            }
            if !patterns.is_empty() && !patterns.iter().any(|pattern| holds_for(pattern, host.as_str())) {
                let problem = Problem::new(format!("no certificate of the gateway holds for `{}`", host.as_str()));
                say(
                    problem.help(format!("they hold for: {}; a `*` stands for one label", patterns.join(", "))),
                    &[&key, "ingress.certificates"],
                );
            }
        }
    }
}

/// A certificate is for something, is the gateway's alone, and no two hold for the same.
fn certificates(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let hosts: Vec<&str> = settings.workloads.values().flat_map(|w| &w.gateway_hosts).map(|h| h.as_str()).collect();
    let mut taken: BTreeMap<&str, String> = BTreeMap::new();
    for (name, patterns) in &settings.ingress.certificates {
        let key = format!("ingress.certificates.{}", name.as_str());
        if patterns.is_empty() {
            say(Problem::new(format!("`{key}` holds for no name")).help("list the names in it"), &[&key]);
        }
        let used = hosts.iter().any(|host| patterns.iter().any(|pattern| holds_for(pattern.as_str(), host)));
        if !hosts.is_empty() && !patterns.is_empty() && !used {
            let all = patterns.iter().map(|pattern| pattern.as_str()).collect::<Vec<_>>().join(", ");
            let problem = Problem::new(format!("`{key}` holds for {all}, and no workload has such a name"));
            say(problem.help("take it out, or write gateway_hosts for a workload"), &[&key]);
        }
        for pattern in patterns {
            if let Some(other) = taken.insert(pattern.as_str(), key.clone()) {
                let problem = Problem::new(format!("`{other}` and `{key}` both hold for {}", pattern.as_str()));
                say(problem.help("the gateway answers each name with one certificate"), &[&key, &other]);
            }
        }
        for (workload, of) in &settings.workloads {
            let lists = [
                ("secrets", &of.secrets),
                ("certificates", &of.certificates),
                ("public_certificates", &of.public_certificates),
                ("keys", &of.keys),
            ];
            for (list, _) in
                lists.into_iter().filter(|(_, l)| l.iter().any(|o| o.as_str().eq_ignore_ascii_case(name.as_str())))
            {
                let other = format!("workloads.{}.{list}", workload.as_str());
                let problem =
                    Problem::new(format!("`{other}` has {}, which is the gateway's certificate", name.as_str()));
                say(
                    problem.help("the gateway speaks TLS for the workload: give it a certificate of its own"),
                    &[&other, &key],
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::holds_for;

    #[test]
    fn a_star_is_one_label() {
        assert!(holds_for("*.shop.test", "a.shop.test") && holds_for("a.shop.test", "a.shop.test"));
        assert!(!holds_for("*.shop.test", "shop.test") && !holds_for("*.shop.test", "a.b.shop.test"));
        assert!(!holds_for("a.shop.test", "b.shop.test"));
    }
}
