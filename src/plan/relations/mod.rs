//! Rules between settings that are not about address ranges: names that refer to each other, values that exclude each other.

mod access;
mod ci;
mod flows;
mod images;
mod keys;
mod quota;
mod region;
mod teams;
mod workloads;

use super::machines;
use super::settings::{Bootstrap, Settings, UpgradeChannel};
use super::validate::Placed;
use crate::error::Problem;

pub(super) use access::zone_kind;

/// Namespaces in which AKS and the add-ons of this tree run what they need; policies for pods leave these out, and no others:
/// whoever may make a namespace could take the name of one that is not there.
pub(super) const PLATFORM: [&str; 4] = ["kube-system", "kube-node-lease", "gatekeeper-system", "aks-command"];

/// Those namespaces, and that of Flux where AKS installs it.
pub(super) fn platform(settings: &Settings) -> Vec<&'static str> {
    let flux = (settings.access.bootstrap == Bootstrap::Gitops).then_some(FLUX);
    PLATFORM.into_iter().chain(flux).collect()
}

/// Where the extension of AKS puts Flux.
pub(super) const FLUX: &str = "flux-system";

/// Every rule that the settings break.
pub(super) fn check(settings: &Settings, placed: Placed<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |problem: Problem, keys: &[&str]| {
        problems.push(keys.iter().filter_map(|key| placed(key)).fold(problem, Problem::at));
    };
    region::region(settings, &mut say);
    access::check(settings, &mut say);
    machines::pools(settings, &mut say);
    machines::trusted_launch(settings, &mut say);
    workloads::namespaces(settings, &mut say);
    workloads::workloads(settings, &mut say);
    flows::check(settings, &mut say);
    ci::check(settings, &mut say);
    keys::check(settings, &mut say);
    images::check(settings, &mut say);
    teams::check(settings, &mut say);
    // Of a registry that is not there only the defaults may be said: `public_access` is off by default, zones are on.
    let registry = &settings.registry;
    let said =
        [("registry.public_access", registry.public_access), ("registry.zone_redundant", !registry.zone_redundant)];
    for (key, _) in said.into_iter().filter(|(_, said)| *said && !registry.enabled) {
        let problem = Problem::new(format!("`{key}` has no effect: there is no registry"));
        say(problem.help("take it out, or set registry.enabled = true"), &[key, "registry.enabled"]);
    }
    if settings.cluster.upgrade_channel != UpgradeChannel::None && settings.maintenance.hours < 4 {
        say(Problem::new("`maintenance.hours` is too short for an upgrade"), &["maintenance.hours"]);
    }
    problems
}
