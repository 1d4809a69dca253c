//! Whether the pods fit on the nodes: each on one of them, and all copies on as many as there are at most.

use std::collections::BTreeMap;

use super::super::settings::{Pool, PoolMode, Settings, Workload};
use super::super::size::Size;
use super::pools::keeps_off;
use super::quota::{kibibytes, millicores};
use super::storage::{is_disk, volumes};
use crate::error::Problem;

/// What one node has for pods.
struct Node {
    millicores: u64,
    kibibytes: u64,
    pods: u64,
}

/// The CPU that AKS keeps of a node, by its cores (AKS documentation, "Node resource reservations").
const KEPT: [(u64, u64); 7] = [(1, 60), (2, 100), (4, 140), (8, 180), (16, 260), (32, 420), (64, 740)];

impl Node {
    /// None where the size's name does not say what its machines have.
    fn of(pool: &Pool) -> Option<Node> {
        let (cores, gibibytes) = Size::of(pool.size.as_str())?.room()?;
        let kept = KEPT.iter().rev().find(|(of, _)| *of <= cores).map_or(0, |(_, kept)| *kept);
        let (whole, pods) = (gibibytes << 20, u64::from(pool.max_pods));
        // The kubelet and the system, by pods, and what has to be free before pods are evicted (the same documentation).
        let memory = ((20 * pods + 50) << 10).min(whole / 4) + (100 << 10);
        Some(Node { millicores: cores * 1000 - kept, kibibytes: whole.saturating_sub(memory), pods })
    }

    /// How many copies of a workload one node takes at most, were nothing else on it.
    fn copies(&self, workload: &Workload) -> u64 {
        let (cpu, memory) = asks(workload);
        let by = |has: u64, takes: u64| has.checked_div(takes).unwrap_or(u64::MAX);
        by(self.millicores, cpu).min(by(self.kibibytes, memory)).min(self.pods)
    }
}

/// The CPU and the memory that one copy is given.
fn asks(workload: &Workload) -> (u64, u64) {
    (millicores(workload.cpu.as_str()), kibibytes(workload.memory.as_str()))
}

/// Copies that run at once: a Deployment brings up a new one before an old one goes.
fn at_once(settings: &Settings, workload: &Workload) -> u64 {
    let in_turn = volumes(workload).iter().any(|volume| is_disk(settings, volume));
    u64::from(workload.replicas) + u64::from(!in_turn)
}

/// The pools on which a workload may run; those that it may not choose are refused elsewhere.
fn pools_of<'a>(settings: &'a Settings, workload: &'a Workload) -> impl Iterator<Item = (&'a str, &'a Pool)> {
    let chosen = workload.pool.as_str();
    settings.nodes.pools.iter().map(|(name, pool)| (name.as_str(), pool)).filter(move |(name, pool)| {
        if chosen.is_empty() { pool.mode == PoolMode::User && !keeps_off(pool) } else { *name == chosen }
    })
}

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let mut alone = true;
    for (name, workload) in &settings.workloads {
        let mut room: u64 = 0;
        let mut keys = vec![];
        let mut sizes = vec![];
        for (pool, of) in pools_of(settings, workload) {
            // A size of which nothing is known may take all of them.
            let copies = Node::of(of).map_or(u64::MAX, |node| node.copies(workload));
            room = room.saturating_add(copies.saturating_mul(u64::from(of.max)));
            keys.extend([format!("nodes.pools.{pool}.size"), format!("nodes.pools.{pool}.max")]);
            sizes.push(format!("{pool}: {} of {}", of.max, of.size.as_str()));
        }
        if keys.is_empty() || room >= at_once(settings, workload) {
            continue;
        }
        let key = |field: &str| format!("workloads.{}.{field}", name.as_str());
        let asks = format!("{} CPU and {} of memory", workload.cpu.as_str(), workload.memory.as_str());
        let pools = sizes.join(", ");
        let problem = if room == 0 {
            keys.retain(|key| key.ends_with(".size"));
            Problem::new(format!("`{}` is given {asks}, and no node has that much for one pod ({pools})", key("cpu")))
                .help("take a larger size, or give it less: a node needs a part for itself")
        } else {
            keys.insert(0, key("replicas"));
            let more = at_once(settings, workload) - u64::from(workload.replicas);
            let change = if more > 0 { " and one more while they change" } else { "" };
            Problem::new(format!(
                "`{}` is {}{change}, and its nodes take {room} copies of {asks} at most ({pools})",
                key("replicas"),
                workload.replicas
            ))
            .help("let the pool have more nodes or larger ones, or ask for less")
        };
        let keys = [key("cpu"), key("memory")].into_iter().chain(keys).collect::<Vec<_>>();
        say(problem, &keys.iter().map(String::as_str).collect::<Vec<_>>());
        alone = false;
    }
    // What does not fit by itself does not fit with others either.
    if alone {
        together(settings, say);
    }
}

/// All copies of all workloads that share pools: those of one pool, and those that may run on any without a taint.
fn together(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let mut shared: BTreeMap<Vec<&str>, Vec<(&str, &Workload)>> = BTreeMap::new();
    for (name, workload) in &settings.workloads {
        let pools = pools_of(settings, workload).map(|(pool, _)| pool).collect();
        shared.entry(pools).or_default().push((name.as_str(), workload));
    }
    for (pools, workloads) in shared {
        let nodes = settings.nodes.pools.iter().filter(|(name, _)| pools.contains(&name.as_str()));
        let nodes: Option<Vec<(u64, Node)>> =
            nodes.map(|(_, pool)| Some((u64::from(pool.max), Node::of(pool)?))).collect();
        let Some(nodes) = nodes.filter(|nodes| !nodes.is_empty()) else { continue };
        let has = |of: fn(&Node) -> u64| -> u64 { nodes.iter().map(|(count, node)| count * of(node)).sum() };
        let need = |of: &dyn Fn(&Workload) -> u64| -> u64 {
            workloads.iter().map(|(_, workload)| of(workload) * u64::from(workload.replicas)).sum()
        };
        let (cpu, memory) = (need(&|w| asks(w).0), need(&|w| asks(w).1));
        for (what, field, needed, there) in [
            (
                "CPU",
                "cpu",
                format!("{cpu}m"),
                (cpu > has(|n| n.millicores)).then(|| format!("{}m", has(|n| n.millicores))),
            ),
            (
                "memory",
                "memory",
                format!("{}Mi", memory.div_ceil(1024)),
                (memory > has(|n| n.kibibytes)).then(|| format!("{}Mi", has(|n| n.kibibytes) >> 10)),
            ),
        ] {
            let Some(there) = there else { continue };
            let pools = pools.join(", ");
            let problem = Problem::new(format!(
                "the workloads on {pools} are given {needed} of {what}, and all its nodes together have {there} for pods"
            ));
            let most = workloads.iter().max_by_key(|(_, w)| {
                let (cpu, memory) = asks(w);
                u64::from(w.replicas) * if field == "cpu" { cpu } else { memory }
            });
            let most = most.map_or(String::new(), |(name, _)| format!("workloads.{name}.replicas"));
            let keys: Vec<String> =
                std::iter::once(most).chain(pools.split(", ").map(|pool| format!("nodes.pools.{pool}.max"))).collect();
            let problem = problem.help("let there be more nodes or larger ones, or fewer copies");
            say(problem, &keys.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}
