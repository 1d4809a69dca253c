//! What AKS refuses in a node pool, and pods that would find no node.

use super::super::settings::{NodeOs, Pool, PoolMode, Settings};
use super::super::size::Size;
use crate::error::Problem;

/// Options of one pool that exclude each other (AKS documentation of pod sandboxing, FIPS and trusted launch).
pub(super) fn options(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (name, pool) in &settings.nodes.pools {
        let key = |field: &str| format!("nodes.pools.{}.{field}", name.as_str());
        let (mode, fips, launch, size, os) = (key("mode"), key("fips"), key("trusted_launch"), key("size"), key("os"));
        let mut both = |one: &str, other: &str, why: &str, help: &str| {
            let problem = Problem::new(format!("`{one}` and `{other}` do not go together: {why}"));
            say(problem.help(help), &[one, other]);
        };
        if pool.mode == PoolMode::Sandboxed {
            if pool.trusted_launch {
                both(
                    &launch,
                    &mode,
                    "AKS has no trusted launch for sandboxed nodes",
                    "set trusted_launch = false in this pool",
                );
            }
            if pool.fips {
                both(&fips, &mode, "AKS has no FIPS image for sandboxed nodes", "set fips = false in this pool");
            }
            if pool.os != NodeOs::AzureLinux {
                both(&os, &mode, "sandboxes need Azure Linux", "set os = \"AzureLinux\" in this pool");
            }
            if let Some(what) = cannot_nest(pool.size.as_str()) {
                both(&size, &mode, &format!("{what} runs no virtual machines"), "take a size such as Standard_D8s_v5");
            }
            if !keeps_off(pool) {
                let taints = key("taints");
                let problem = Problem::new(format!("`{taints}` keeps nothing off the sandboxed pool"));
                let problem = problem.help(
                    "write taints = [\"sandbox=kata:NoSchedule\"]: pods that chose another pool would land there",
                );
                say(problem, &[&taints, &mode]);
            }
        } else if pool.fips && pool.trusted_launch {
            let why = "AKS has images with both on Ubuntu 22.04 only, which ends on 2027-06-30";
            both(
                &fips,
                &launch,
                why,
                "set trusted_launch = false, with an exception to trusted-launch, or fips = false",
            );
        }
    }
}

/// A size whose machines run no others (Azure's naming of sizes and its list of sizes with nested virtualization).
fn cannot_nest(size: &str) -> Option<&'static str> {
    let size = Size::of(size)?;
    match size.family {
        "A" | "B" => Some("a size with shared cores"),
        "DC" | "EC" => Some("a size of confidential machines"),
        "N" | "NC" | "ND" | "NV" | "HB" | "HC" => Some("a size for computing"),
        _ if size.is_arm() => Some("an Arm64 size"),
        "D" | "E" | "DS" if size.version < 3 => Some("a size before the third version"),
        _ => None,
    }
}

/// Whether some taint keeps pods off that do not tolerate it.
pub(super) fn keeps_off(pool: &Pool) -> bool {
    pool.taints.iter().any(|taint| !taint.as_str().ends_with(":PreferNoSchedule"))
}

/// Every workload has a pool, and what may not be trusted a sandboxed one.
pub(super) fn schedules(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let pools = &settings.nodes.pools;
    let names: Vec<&str> = pools.keys().map(|name| name.as_str()).collect();
    for (index, namespace) in settings.kubernetes.sandboxed_namespaces.iter().enumerate() {
        let key = format!("kubernetes.sandboxed_namespaces.{index}");
        if !settings.kubernetes.namespaces.contains(namespace) {
            let problem =
                Problem::new(format!("`{key}` is {}, which is not in `kubernetes.namespaces`", namespace.as_str()));
            say(problem.help("add it there"), &[&key, "kubernetes.namespaces"]);
        }
        if !pools.values().any(|pool| pool.mode == PoolMode::Sandboxed) {
            let problem = Problem::new(format!(
                "`{key}`: no `nodes.pools.*.mode` is \"sandboxed\", so its pods would find no node"
            ));
            say(
                problem.help("write [nodes.pools.sandbox] and mode = \"sandboxed\", or extend the profile sandboxed"),
                &[&key],
            );
        }
    }
    let plain = |pool: &Pool| pool.mode == PoolMode::User && !keeps_off(pool);
    for (name, workload) in &settings.workloads {
        let key = format!("workloads.{}.pool", name.as_str());
        let untrusted = settings.kubernetes.sandboxed_namespaces.contains(&workload.namespace);
        let chosen = pools.iter().find(|(pool, _)| pool.as_str() == workload.pool.as_str()).map(|(_, pool)| pool);
        let problem = match chosen {
            None if workload.pool.as_str().is_empty() && !untrusted => {
                if pools.values().any(plain) {
                    continue;
                }
                Problem::new(format!("`{key}` is not said, and every pool for workloads has a taint"))
                    .help(format!("name one of: {}", names.join(", ")))
            }
            None if workload.pool.as_str().is_empty() => {
                Problem::new(format!("`{key}` is not said, but its namespace is in `kubernetes.sandboxed_namespaces`"))
                    .help("name a pool of mode \"sandboxed\"")
            }
            None => Problem::new(format!("`{key}` is {}, and there is no such pool", workload.pool.as_str()))
                .help(format!("the pools are: {}", names.join(", "))),
            Some(pool) if pool.mode == PoolMode::System => {
                Problem::new(format!("`{key}` is {}, which is for AKS's own pods", workload.pool.as_str()))
                    .help("name a pool of mode \"user\" or \"sandboxed\"")
            }
            Some(pool) if pool.mode == PoolMode::Gateway => Problem::new(format!(
                "`{key}` is {}, a gateway, on which AKS lets no workload run",
                workload.pool.as_str()
            ))
            .help(format!("to leave through it, write egress_gateway = \"{}\"", workload.pool.as_str())),
            Some(pool) if untrusted && pool.mode != PoolMode::Sandboxed => Problem::new(format!(
                "`{key}` is {}, which has no sandboxes, but its namespace is in `kubernetes.sandboxed_namespaces`",
                workload.pool.as_str()
            ))
            .help("name a pool of mode \"sandboxed\""),
            Some(_) => continue,
        };
        let taints = names.iter().map(|pool| format!("nodes.pools.{pool}.taints"));
        let keys: Vec<String> =
            [key, "kubernetes.sandboxed_namespaces".to_string()].into_iter().chain(taints).collect();
        say(problem, &keys.iter().map(String::as_str).collect::<Vec<_>>());
    }
    if settings.tunnel.enabled && !pools.values().any(plain) {
        let problem = Problem::new(
            "`tunnel.enabled` is true, and every pool for workloads has a taint: cloudflared finds no node",
        );
        say(problem.help("give `nodes.pools` one of mode \"user\" without taints"), &["tunnel.enabled"]);
    }
}
