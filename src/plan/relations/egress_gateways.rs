//! Gateway pools, and the workloads that leave through them (AKS documentation of the static egress gateway).

use ipnet::Ipv4Net;

use super::super::flow::{Target, parse};
use super::super::network::capacity;
use super::super::network::gateways::{excluded, leaving};
use super::super::settings::{Pool, PoolMode, Settings, Workload};
use crate::error::Problem;

/// The length of a gateway's prefix where nobody says another one.
const DEFAULT_PREFIX: u8 = 30;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (name, pool) in settings.nodes.pools.iter().filter(|(_, pool)| pool.mode == PoolMode::Gateway) {
        gateway(settings, name.as_str(), pool, say);
    }
    let idle = settings
        .nodes
        .pools
        .iter()
        .filter(|(_, pool)| pool.mode != PoolMode::Gateway && pool.gateway_prefix != DEFAULT_PREFIX);
    let idle: Vec<String> = idle.map(|(name, _)| format!("nodes.pools.{}.gateway_prefix", name.as_str())).collect();
    if let Some(first) = idle.first() {
        let problem = Problem::new(format!("`{first}` has no effect: this pool is no gateway"));
        let keys: Vec<&str> = idle.iter().map(String::as_str).collect();
        say(problem.help("write it in a pool with mode = \"gateway\", and in no other"), &keys);
    }
    for (name, workload) in &settings.workloads {
        leaves(settings, name.as_str(), workload, say);
    }
}

/// The mode of a pool, if there is one of that name.
fn mode_of(settings: &Settings, name: &str) -> Option<PoolMode> {
    settings.nodes.pools.iter().find(|(pool, _)| pool.as_str() == name).map(|(_, pool)| pool.mode)
}

/// What AKS asks of a gateway pool, and whether anybody leaves through it.
fn gateway(settings: &Settings, name: &str, pool: &Pool, say: &mut impl FnMut(Problem, &[&str])) {
    let key = |field: &str| format!("nodes.pools.{name}.{field}");
    let mode = key("mode");
    if pool.autoscaling {
        let problem = Problem::new(format!("`{mode}` is \"gateway\", and AKS runs no autoscaler on such a pool"));
        let help = format!("write autoscaling = false, min = {0} and max = {0} in this pool", pool.min);
        say(problem.help(help), &[&mode, &key("autoscaling"), &key("min"), &key("max")]);
    }
    let (most, surge) = capacity::nodes(pool);
    let addresses = 1u64 << (32 - u32::from(pool.gateway_prefix).clamp(28, 31));
    if most + surge > addresses {
        let (prefix, max) = (key("gateway_prefix"), key("max"));
        let problem = Problem::new(format!(
            "`{prefix}` /{} has {addresses} addresses, and each node takes one: {most}, and {surge} more in an upgrade",
            pool.gateway_prefix
        ));
        let enough = (28..=31u8).rev().find(|prefix| 1u64 << (32 - prefix) >= most + surge);
        let problem = match enough {
            Some(enough) => problem.help(format!("write gateway_prefix = {enough}, or fewer nodes")),
            None => problem.help("take fewer nodes: the longest list of addresses is a /28, 16 of them"),
        };
        say(problem, &[&prefix, &max, &key("max_surge")]);
    }
    if !pool.taints.is_empty() {
        let taints = key("taints");
        let problem = Problem::new(format!("`{taints}` and `{mode}` do not go together: AKS taints gateways itself"));
        say(problem.help("write taints = [] in this pool"), &[&taints, &mode]);
    }
    // Whoever names a pool that is none may have meant this one, and is told so.
    let meant = |workload: &Workload| {
        let chosen = workload.egress_gateway.as_str();
        !chosen.is_empty() && mode_of(settings, chosen) != Some(PoolMode::Gateway)
    };
    if leaving(settings, name).next().is_none() && !settings.workloads.values().any(meant) {
        let problem = Problem::new(format!("`{mode}` is \"gateway\", and no `workloads.*.egress_gateway` names it"));
        let help =
            format!("write egress_gateway = \"{name}\" in a workload, or take the pool out: its nodes are billed");
        say(problem.help(help), &[&mode]);
    }
}

/// Whether a workload can leave as it says, and what its flows then have no say in.
fn leaves(settings: &Settings, name: &str, workload: &Workload, say: &mut impl FnMut(Problem, &[&str])) {
    let chosen = workload.egress_gateway.as_str();
    if chosen.is_empty() {
        return;
    }
    let key = format!("workloads.{name}.egress_gateway");
    let pools = &settings.nodes.pools;
    let problem = match mode_of(settings, chosen) {
        Some(PoolMode::Gateway) => None,
        Some(_) => Some(Problem::new(format!("`{key}` is {chosen}, which is no gateway"))),
        None => Some(Problem::new(format!("`{key}` is {chosen}, and there is no such pool"))),
    };
    if let Some(problem) = problem {
        let gateways: Vec<&str> =
            pools.iter().filter(|(_, pool)| pool.mode == PoolMode::Gateway).map(|(name, _)| name.as_str()).collect();
        let problem = if gateways.is_empty() {
            problem.help("write a pool with mode = \"gateway\" (`nodes.pools.*.mode`), or take egress_gateway out")
        } else {
            problem.help(format!("the gateways are: {}", gateways.join(", ")))
        };
        let mode = format!("nodes.pools.{chosen}.mode");
        let keys = [Some(key.as_str()), mode_of(settings, chosen).map(|_| mode.as_str())];
        say(problem, &keys.into_iter().flatten().collect::<Vec<_>>());
        return;
    }
    let pool = format!("workloads.{name}.pool");
    if mode_of(settings, workload.pool.as_str()) == Some(PoolMode::Sandboxed) {
        let problem = Problem::new(format!(
            "`{key}` and `{pool}` = \"{}\" do not go together: nothing says that a pod in a virtual machine of its own gets the gateway's route, and no policy would hold what is not trusted",
            workload.pool.as_str()
        ));
        say(problem.help("take egress_gateway out, or let another workload call outside"), &[&key, &pool]);
    }
    let excluded = excluded(settings);
    for (index, flow) in settings.network.flows.iter().enumerate() {
        let all = parse(flow.as_str()).unwrap_or_default().into_iter().filter(|flow| flow.from == name);
        for net in all.filter_map(|flow| if let Target::Range { net, .. } = flow.to { Some(net) } else { None }) {
            if !excluded.iter().any(|kept: &Ipv4Net| kept.contains(&net)) {
                let problem = Problem::new(format!(
                    "the flow \"{}\" has no effect: `{name}` leaves through the gateway `{chosen}`, where no network policy holds, and reaches {net} and every other address outside",
                    flow.as_str()
                ));
                let help = "take the flow out, or egress_gateway";
                say(problem.help(help), &[&format!("network.flows.{index}"), &key]);
            }
        }
    }
}
