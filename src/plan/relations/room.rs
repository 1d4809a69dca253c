//! Whether the pods fit on the nodes: each on one of them, and all copies on as many as there are at most.

use super::super::settings::{Pool, PoolMode, Settings, Workload};
use super::super::size::Size;
use super::pools::keeps_off;
use super::quota::{kibibytes, millicores};
use super::storage::{is_disk, volumes};
use crate::error::Problem;

/// What one node has, before the kubelet and AKS's own pods take their part.
struct Node {
    millicores: u64,
    kibibytes: u64,
    pods: u64,
}

impl Node {
    /// None where the size's name does not say what its machines have.
    fn of(pool: &Pool) -> Option<Node> {
        let (cores, gibibytes) = Size::of(pool.size.as_str())?.room()?;
        Some(Node { millicores: cores * 1000, kibibytes: gibibytes << 20, pods: u64::from(pool.max_pods) })
    }

    /// How many copies of a workload one node takes at most. It never has all that its size says for pods.
    fn copies(&self, workload: &Workload) -> u64 {
        let (cpu, memory) = (millicores(workload.cpu.as_str()), kibibytes(workload.memory.as_str()));
        let by = |has: u64, takes: u64| has.saturating_sub(1).checked_div(takes).unwrap_or(u64::MAX);
        by(self.millicores, cpu).min(by(self.kibibytes, memory)).min(self.pods)
    }
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
    }
}
