//! Rules between settings that are not about address ranges: names that refer to each other, values that exclude each other.

mod flows;
mod keys;
mod quota;
mod region;
mod workloads;

use super::machines;
use super::settings::{Settings, UpgradeChannel};
use super::validate::Placed;
use crate::error::Problem;

/// Namespaces in which AKS and the add-ons of this tree run what they need; policies for pods leave these out, and no others:
/// whoever may make a namespace could take the name of one that is not there.
pub(super) const PLATFORM: [&str; 4] = ["kube-system", "kube-node-lease", "gatekeeper-system", "aks-command"];

/// Every rule that the settings break.
pub(super) fn check(settings: &Settings, placed: Placed<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |problem: Problem, keys: &[&str]| {
        problems.push(keys.iter().filter_map(|key| placed(key)).fold(problem, Problem::at));
    };
    region::region(settings, &mut say);
    machines::pools(settings, &mut say);
    machines::trusted_launch(settings, &mut say);
    workloads::namespaces(settings, &mut say);
    workloads::workloads(settings, &mut say);
    flows::check(settings, &mut say);
    keys::check(settings, &mut say);
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
