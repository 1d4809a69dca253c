//! The registry: settings that need it, rules of its cache, images that nodes cannot reach.

use super::super::registry::{claims_the_managed, clash, closed, out_of_reach, rule_for, uncached};
use super::super::settings::Settings;
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    // Of a registry that is not there only the defaults may be said: closed, over zones, nothing leaves, 30 days, logged.
    let registry = &settings.registry;
    let said = [
        ("registry.public_access", registry.public_access),
        ("registry.zone_redundant", !registry.zone_redundant),
        ("registry.export", registry.export),
        ("registry.untagged_days", registry.untagged_days != 30),
        ("registry.audit_logs", !registry.audit_logs),
        ("registry.cache", !registry.cache.is_empty()),
        ("registry.import", registry.import),
    ];
    for (key, _) in said.into_iter().filter(|(_, said)| *said && !registry.enabled) {
        let problem = Problem::new(format!("`{key}` has no effect: there is no registry"));
        say(problem.help("take it out, or set registry.enabled = true"), &[key, "registry.enabled"]);
    }
    if registry.enabled && registry.public_access && !registry.export {
        let problem =
            Problem::new("`registry.export` is false, which Azure takes only where `registry.public_access` is");
        say(
            problem.help("set registry.public_access = false, or registry.export = true"),
            &["registry.export", "registry.public_access"],
        );
    }
    cache(settings, say);
    images(settings, say);
}

fn cache(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let rules = &settings.registry.cache;
    for (index, rule) in rules.iter().enumerate() {
        let key = format!("registry.cache.{index}");
        let text = rule.as_str();
        if let Some(why) = uncached(text) {
            let problem = Problem::new(format!("`{key}` \"{text}\" cannot be cached: {why}"));
            say(problem.help("set registry.import = true in its place: azcli/images.sh copies the images"), &[&key]);
        }
        if claims_the_managed(text) {
            let problem = Problem::new(format!("`{key}` \"{text}\" puts images where AKS keeps its own"));
            say(problem.help("take another name on the right side"), &[&key]);
        }
        for (other, _) in rules.iter().enumerate().skip(index + 1).filter(|(_, other)| clash(text, other.as_str())) {
            let other_key = format!("registry.cache.{other}");
            let problem = Problem::new(format!("`{key}` and `{other_key}` put images under the same name"));
            say(problem.help("give each source a name of its own on the right side"), &[&key, &other_key]);
        }
    }
}

/// Nodes that reach no registry on the internet pull what the private one has.
fn images(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    if !closed(settings) || !settings.registry.enabled {
        return;
    }
    let egress = super::super::egress::name(settings.network.egress);
    for (name, workload) in &settings.workloads {
        let key = format!("workloads.{}.image", name.as_str());
        let image = workload.image.as_str();
        let Some(host) = out_of_reach(settings, image) else { continue };
        let problem = Problem::new(format!(
            "`{key}` comes from {host}, which nodes do not reach with `network.egress` = \"{egress}\""
        ));
        let import = "registry.import = true copies it into the private registry";
        let help = match rule_for(image) {
            Some(rule) => format!("add \"{rule}\" to registry.cache; or {import}"),
            None => import.to_string(),
        };
        say(problem.help(help), &[&key, "network.egress"]);
    }
    if settings.tunnel.enabled && !settings.registry.import {
        let problem = Problem::new(format!(
            "`tunnel.enabled` is true, but cloudflared comes from docker.io, which nodes do not reach with `network.egress` = \"{egress}\""
        ));
        let help = "set registry.import = true: azcli/images.sh copies it into the private registry";
        say(problem.help(help), &["tunnel.enabled", "registry.import", "network.egress"]);
    }
}
