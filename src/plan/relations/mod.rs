//! Rules between settings that are not about address ranges: names that refer to each other, values that exclude each other.

mod access;
mod ci;
mod egress_gateways;
mod flows;
mod gateway;
mod images;
mod keys;
mod names;
mod pools;
mod quota;
mod region;
mod registry;
mod room;
mod secrets;
mod storage;
mod teams;
mod tunnel;
mod ways_out;
mod workloads;

use super::settings::{Bootstrap, PolicyEngine, PoolMode, Settings, UpgradeChannel};
use super::validate::Placed;
use super::{egress, machines};
use crate::error::Problem;

pub(super) use access::zone_kind;
pub(super) use gateway::holds_for;
pub(super) use storage::{Volume, volumes};

/// Namespaces in which AKS and the add-ons of this tree run what they need; policies for pods leave these out, and no others:
/// whoever may make a namespace could take the name of one that is not there.
pub(super) const PLATFORM: [&str; 4] = ["kube-system", "kube-node-lease", "gatekeeper-system", "aks-command"];

/// Those namespaces, and what AKS runs for this cluster in others: Flux, Calico with its operator, Istio's control plane, and the
/// gateways that pods leave through.
pub(super) fn platform(settings: &Settings) -> Vec<&'static str> {
    let flux = (settings.access.bootstrap == Bootstrap::Gitops).then_some(FLUX);
    let calico = (settings.network.policy_engine == PolicyEngine::Calico).then_some(CALICO);
    let istio = settings.ingress.gateway.then_some(ISTIO);
    let leaving = settings.nodes.pools.values().any(|pool| pool.mode == PoolMode::Gateway).then_some(EGRESS_GATEWAYS);
    PLATFORM.into_iter().chain(flux).chain(calico.into_iter().flatten()).chain(istio).chain(leaving).collect()
}

/// Where AKS puts Calico and its operator.
const CALICO: [&str; 2] = ["calico-system", "tigera-operator"];

/// Where AKS puts the control plane of the gateway.
const ISTIO: &str = "aks-istio-system";

/// Where AKS puts what makes static egress gateways.
const EGRESS_GATEWAYS: &str = "aks-static-egress-gateway";

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
    pools::options(settings, &mut say);
    pools::schedules(settings, &mut say);
    room::check(settings, &mut say);
    egress_gateways::check(settings, &mut say);
    workloads::namespaces(settings, &mut say);
    workloads::workloads(settings, &mut say);
    names::check(settings, &mut say);
    quota::of_the_platform(settings, &mut say);
    flows::check(settings, &mut say);
    ci::check(settings, &mut say);
    keys::check(settings, &mut say);
    images::check(settings, &mut say);
    teams::check(settings, &mut say);
    registry::check(settings, &mut say);
    ways_out::check(settings, &mut say);
    egress::check(settings, &mut say);
    secrets::check(settings, &mut say);
    storage::check(settings, &mut say);
    tunnel::check(settings, &mut say);
    gateway::check(settings, &mut say);
    if settings.cluster.upgrade_channel != UpgradeChannel::None && settings.maintenance.hours < 4 {
        say(Problem::new("`maintenance.hours` is too short for an upgrade"), &["maintenance.hours"]);
    }
    problems
}
