//! What a workload may use, against the limits of pods and namespaces.

use super::super::settings::{Settings, Workload};
use crate::error::Problem;

pub(super) fn millicores(text: &str) -> u64 {
    match text.strip_suffix('m') {
        Some(number) => number.parse().unwrap_or(0),
        None => text.parse::<u64>().unwrap_or(0) * 1000,
    }
}

pub(super) fn kibibytes(text: &str) -> u64 {
    [("Ki", 1), ("Mi", 1 << 10), ("Gi", 1 << 20), ("Ti", 1 << 30)]
        .iter()
        .find_map(|(unit, factor)| text.strip_suffix(unit)?.parse::<u64>().ok().map(|n| n * factor))
        .unwrap_or(0)
}

pub(super) fn check(settings: &Settings, name: &str, say: &mut impl FnMut(Problem, &[&str])) {
    let Some((_, workload)) = settings.workloads.iter().find(|(n, _)| n.as_str() == name) else {
        return;
    };
    if millicores(workload.cpu.as_str()) > millicores(workload.cpu_limit.as_str()) {
        let (cpu, limit) = (format!("workloads.{name}.cpu"), format!("workloads.{name}.cpu_limit"));
        let problem = Problem::new(format!(
            "`{cpu}` is {}, more than `{limit}` {}",
            workload.cpu.as_str(),
            workload.cpu_limit.as_str()
        ));
        say(problem.help("a pod cannot be given more than it may use"), &[&cpu, &limit]);
    }
    let most = &settings.quota;
    let too_much = [
        ("cpu_limit", "quota.pod_cpu", millicores(workload.cpu_limit.as_str()) > millicores(most.pod_cpu.as_str())),
        ("memory", "quota.pod_memory", kibibytes(workload.memory.as_str()) > kibibytes(most.pod_memory.as_str())),
    ];
    for (of, limit, _) in too_much.into_iter().filter(|(_, _, over)| *over) {
        let key = format!("workloads.{name}.{of}");
        let problem = Problem::new(format!("`{key}` is more than a pod may use by `{limit}`"));
        say(problem.help("raise that limit, or lower this"), &[&key, limit]);
    }
    // One copy more than planned runs while a new version comes up.
    let together = |of: &dyn Fn(&Workload) -> u64| -> u64 {
        let same = settings.workloads.values().filter(|w| w.namespace == workload.namespace);
        same.map(|w| of(w) * (u64::from(w.replicas) + 1)).sum()
    };
    let first = settings.workloads.iter().find(|(_, w)| w.namespace == workload.namespace).map(|(n, _)| n.as_str());
    if first != Some(name) {
        return;
    }
    let namespace = workload.namespace.as_str();
    let (cpu, memory, pods) = (
        together(&|w| millicores(w.cpu_limit.as_str())),
        together(&|w| kibibytes(w.memory.as_str())),
        together(&|_| 1),
    );
    let mut over = |what: &str, key: &str, needed: String, of: &dyn Fn(&Workload) -> u64, limit: &str| {
        let same = settings.workloads.iter().filter(|(_, w)| w.namespace == workload.namespace);
        let Some((most, greedy)) = same.max_by_key(|(_, w)| of(w) * (u64::from(w.replicas) + 1)) else {
            return;
        };
        let replicas = format!("workloads.{}.replicas", most.as_str());
        let mut problem = Problem::new(format!(
            "`{key}` is smaller than what the workloads of `{namespace}` need during an update: {needed} {what}"
        ))
        .help(format!(
            "the most of it goes to {} copies by `{replicas}`, and one more while they change",
            greedy.replicas
        ));
        let mut keys = vec![key.to_string(), replicas];
        if !limit.is_empty() {
            keys.push(format!("workloads.{}.{limit}", most.as_str()));
            problem = problem.help(format!("raise the quota, or lower `replicas` or `{limit}`"));
        } else {
            problem = problem.help("raise the quota, or lower `replicas`");
        }
        say(problem, &keys.iter().map(String::as_str).collect::<Vec<_>>());
    };
    if cpu > millicores(settings.quota.cpu.as_str()) {
        over("of CPU", "quota.cpu", format!("{cpu}m"), &|w| millicores(w.cpu_limit.as_str()), "cpu_limit");
    }
    if memory > kibibytes(settings.quota.memory.as_str()) {
        let needed = format!("{}Mi", memory.div_ceil(1024));
        over("of memory", "quota.memory", needed, &|w| kibibytes(w.memory.as_str()), "memory");
    }
    if pods > u64::from(settings.quota.pods) {
        over("pods", "quota.pods", pods.to_string(), &|_| 1, "");
    }
}

/// What one pod of cloudflared may use, and one of the gateway; so stand they in the manifests, and in what AKS makes.
const CLOUDFLARED: (u64, u64) = (500, 256 << 10);
const GATEWAY: (u64, u64) = (1000, 512 << 10);
/// Pods that AKS makes for a gateway, at least.
const GATEWAYS: u64 = 2;

/// The pods of the tunnel and of the gateway stand in namespaces of their own, with the same quota.
pub(super) fn of_the_platform(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let mut fits = |whose: &str, switch: &str, pods: u64, (cpu, memory): (u64, u64)| {
        let quota = &settings.quota;
        let needs = [
            ("quota.cpu", "of CPU", format!("{}m", cpu * pods), cpu * pods > millicores(quota.cpu.as_str())),
            (
                "quota.memory",
                "of memory",
                format!("{}Mi", (memory * pods).div_ceil(1024)),
                memory * pods > kibibytes(quota.memory.as_str()),
            ),
            ("quota.pods", "pods", pods.to_string(), pods > u64::from(quota.pods)),
        ];
        for (key, what, needed, _) in needs.into_iter().filter(|(.., over)| *over) {
            let problem =
                Problem::new(format!("`{key}` is smaller than what {whose} needs during an update: {needed} {what}"));
            let lower = if switch == "tunnel.replicas" { ", or lower `tunnel.replicas`" } else { "" };
            say(problem.help(format!("raise the quota{lower}")), &[key, switch]);
        }
        for (key, over) in [
            ("quota.pod_cpu", cpu > millicores(quota.pod_cpu.as_str())),
            ("quota.pod_memory", memory > kibibytes(quota.pod_memory.as_str())),
        ] {
            if over {
                let problem = Problem::new(format!("`{key}` is less than one pod of {whose} may use"));
                say(problem.help("raise it"), &[key, switch]);
            }
        }
    };
    if settings.tunnel.enabled {
        fits("the tunnel", "tunnel.replicas", u64::from(settings.tunnel.replicas) + 1, CLOUDFLARED);
    }
    if settings.ingress.gateway {
        fits("the gateway", "ingress.gateway", GATEWAYS + 1, GATEWAY);
    }
}
