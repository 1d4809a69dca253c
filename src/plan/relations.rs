//! Rules between settings that are not about address ranges: names that refer to each other, values that exclude each other.

use std::collections::BTreeMap;

use super::machines;
use super::settings::{Settings, UpgradeChannel};
use super::validate::{Placed, did_you_mean};
use crate::error::Problem;

/// Namespaces in which AKS and the add-ons of this tree run what they need; policies for pods leave these out, and no others:
/// whoever may make a namespace could take the name of one that is not there.
pub(super) const PLATFORM: [&str; 4] = ["kube-system", "kube-node-lease", "gatekeeper-system", "aks-command"];

/// Namespaces besides those that are not the user's to make.
const TAKEN: [&str; 10] = [
    "default",
    "kube-public",
    "cloudflared",
    "azure-arc",
    "azure-extensions-usage-system",
    "app-routing-system",
    "azure-alb-system",
    "calico-system",
    "tigera-operator",
    "dataprotection-microsoft",
];

/// Azure's public regions (az account list-locations); new ones appear, so a name that is far from all of them passes.
const REGIONS: [&str; 50] = [
    "australiacentral",
    "australiaeast",
    "australiasoutheast",
    "austriaeast",
    "belgiumcentral",
    "brazilsouth",
    "canadacentral",
    "canadaeast",
    "centralindia",
    "centralus",
    "chilecentral",
    "denmarkeast",
    "eastasia",
    "eastus",
    "eastus2",
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "indonesiacentral",
    "israelcentral",
    "italynorth",
    "japaneast",
    "japanwest",
    "koreacentral",
    "koreasouth",
    "malaysiawest",
    "mexicocentral",
    "newzealandnorth",
    "northcentralus",
    "northeurope",
    "norwayeast",
    "norwaywest",
    "polandcentral",
    "qatarcentral",
    "southafricanorth",
    "southafricawest",
    "southcentralus",
    "southeastasia",
    "southindia",
    "spaincentral",
    "swedencentral",
    "switzerlandnorth",
    "switzerlandwest",
    "uaenorth",
    "uksouth",
    "ukwest",
    "westcentralus",
    "westeurope",
    "westus",
];
const NUMBERED: [&str; 2] = ["westus2", "westus3"];

/// Sources of a flow that are no workload.
pub(super) const TUNNEL: &str = "tunnel";
pub(super) const VNET: &str = "vnet";

/// The two sides of a flow, as names.
pub(super) fn sides(flow: &str) -> (String, Vec<String>) {
    let (from, to) = flow.split_once("->").unwrap_or((flow, ""));
    (from.trim().to_string(), to.split(',').map(|name| name.trim().to_string()).collect())
}

/// Every rule that the settings break.
pub(super) fn check(settings: &Settings, placed: Placed<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |problem: Problem, keys: &[&str]| {
        problems.push(keys.iter().filter_map(|key| placed(key)).fold(problem, Problem::at));
    };
    region(settings, &mut say);
    machines::pools(settings, &mut say);
    machines::trusted_launch(settings, &mut say);
    namespaces(settings, &mut say);
    workloads(settings, &mut say);
    flows(settings, &mut say);
    if settings.tunnel.enabled && !settings.network.flows.iter().any(|f| sides(f.as_str()).0 == TUNNEL) {
        let problem =
            Problem::new("`tunnel.enabled` is true, but no flow begins at the tunnel, so it would reach nothing");
        say(
            problem.help("add a flow such as \"tunnel -> frontend\" to network.flows"),
            &["tunnel.enabled", "network.flows"],
        );
    }
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

/// A region is open: new ones appear. One that nearly is a known one is a slip of the pen.
fn region(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let location = settings.cluster.location.as_str();
    if REGIONS.contains(&location) || NUMBERED.contains(&location) || location.ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    if let Some(near) = did_you_mean(location, REGIONS).filter(|near| strsim::damerau_levenshtein(location, near) <= 2)
    {
        let problem = Problem::new(format!("`cluster.location`: Azure has no region {location}"));
        say(problem.help(format!("did you mean {near}? (az account list-locations)")), &["cluster.location"]);
    }
}

fn namespaces(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (index, namespace) in settings.kubernetes.namespaces.iter().enumerate() {
        let name = namespace.as_str();
        if TAKEN.contains(&name) || PLATFORM.contains(&name) || name.starts_with("kube-") || name.starts_with("aks-") {
            let problem = Problem::new(format!("the namespace `{name}` is not yours to make"));
            say(
                problem.help("Kubernetes, AKS or the tunnel owns it: take another name"),
                &[&format!("kubernetes.namespaces.{index}")],
            );
        }
    }
}

fn workloads(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let namespaces: Vec<&str> = settings.kubernetes.namespaces.iter().map(|n| n.as_str()).collect();
    let mut kinds: BTreeMap<&str, (&str, String)> = BTreeMap::new();
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        let key = format!("workloads.{name}");
        if [TUNNEL, VNET, "cloudflared", "cluster", "kubelet"].contains(&name) {
            say(
                Problem::new(format!("a workload cannot be called `{name}`"))
                    .help("this name has a meaning of its own"),
                &[&key],
            );
        }
        if !namespaces.contains(&workload.namespace.as_str()) {
            let namespace = workload.namespace.as_str();
            let mut problem =
                Problem::new(format!("`{key}.namespace` is {namespace}, which is not in `kubernetes.namespaces`"));
            problem = match did_you_mean(namespace, namespaces.iter().copied()) {
                Some(near) => problem.help(format!("did you mean \"{near}\"?")),
                None => problem.help(format!("add it: namespaces = [\"{namespace}\"]")),
            };
            say(problem, &[&format!("{key}.namespace"), "kubernetes.namespaces"]);
        }
        let lists = [("secret", &workload.secrets), ("certificate", &workload.certificates), ("key", &workload.keys)];
        let mut files: Vec<String> = Vec::new();
        for (kind, list) in lists {
            for object in list {
                let place = format!("{key}.{kind}s");
                let object = object.as_str();
                if let Some((other, at)) = kinds.get(object).filter(|(other, _)| *other != kind) {
                    let problem = Problem::new(format!("`{object}` is a {kind} in `{place}` and a {other} in `{at}`"));
                    say(problem.help("one name in the vault is one thing"), &[&place, at]);
                }
                if files.iter().any(|f| f.eq_ignore_ascii_case(object)) {
                    say(Problem::new(format!("`{key}` mounts `{object}` twice")), &[&place]);
                }
                files.push(object.to_string());
                kinds.insert(object, (kind, place));
            }
        }
        for (index, path) in workload.writable.iter().enumerate() {
            if path.as_str().starts_with("/mnt/secrets") {
                let problem =
                    Problem::new(format!("`{key}.writable` has {}, where the secrets are mounted", path.as_str()));
                say(problem, &[&format!("{key}.writable.{index}")]);
            }
        }
        quota(settings, name, say);
    }
    if settings.tunnel.enabled
        && let Some((kind, at)) = kinds.get(settings.tunnel.secret.as_str())
    {
        let problem = Problem::new(format!("`tunnel.secret` and a {kind} in `{at}` are the same object of the vault"));
        say(problem.help("the tunnel's token is for the tunnel alone"), &["tunnel.secret", at]);
    }
}

fn millicores(text: &str) -> u64 {
    match text.strip_suffix('m') {
        Some(number) => number.parse().unwrap_or(0),
        None => text.parse::<u64>().unwrap_or(0) * 1000,
    }
}

fn kibibytes(text: &str) -> u64 {
    [("Ki", 1), ("Mi", 1 << 10), ("Gi", 1 << 20), ("Ti", 1 << 30)]
        .iter()
        .find_map(|(unit, factor)| text.strip_suffix(unit)?.parse::<u64>().ok().map(|n| n * factor))
        .unwrap_or(0)
}

fn quota(settings: &Settings, name: &str, say: &mut impl FnMut(Problem, &[&str])) {
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
    let together = |of: &dyn Fn(&super::settings::Workload) -> u64| -> u64 {
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
    let mut over =
        |what: &str, key: &str, needed: String, of: &dyn Fn(&super::settings::Workload) -> u64, limit: &str| {
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

fn flows(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let names: Vec<&str> = settings.workloads.keys().map(|n| n.as_str()).collect();
    let mut from_vnet: Vec<String> = Vec::new();
    for (index, flow) in settings.network.flows.iter().enumerate() {
        let key = format!("network.flows.{index}");
        let (from, to) = sides(flow.as_str());
        let unknown = |name: &str| {
            let problem =
                Problem::new(format!("the flow \"{}\" names `{name}`, and no workload is called so", flow.as_str()));
            match did_you_mean(name, names.iter().copied().chain([TUNNEL, VNET])) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("write a table [workloads.{name}]")),
            }
        };
        if from == TUNNEL && !settings.tunnel.enabled {
            let problem = Problem::new(format!("the flow \"{}\" begins at the tunnel, which is off", flow.as_str()));
            say(problem.help("set tunnel.enabled = true"), &[&key, "tunnel.enabled"]);
        } else if from != TUNNEL && from != VNET && !names.contains(&from.as_str()) {
            say(unknown(&from), &[&key]);
        }
        for name in to {
            if name == TUNNEL || name == VNET {
                let problem =
                    Problem::new(format!("the flow \"{}\" ends at `{name}`, which is a source only", flow.as_str()));
                say(problem, &[&key]);
            } else if !names.contains(&name.as_str()) {
                say(unknown(&name), &[&key]);
            } else if name == from {
                say(Problem::new(format!("the flow \"{}\" goes from `{name}` to itself", flow.as_str())), &[&key]);
            } else if from == VNET {
                from_vnet.push(name.clone());
                let workload = settings.workloads.iter().find(|(n, _)| n.as_str() == name).map(|(_, w)| w);
                if workload.is_some_and(|w| w.internal_address.as_str().is_empty()) {
                    let problem = Problem::new(format!(
                        "the flow \"{}\" needs an internal load balancer in front of `{name}`",
                        flow.as_str()
                    ));
                    say(
                        problem.help(format!("set workloads.{name}.internal_address and internal_port")),
                        &[&key, &format!("workloads.{name}")],
                    );
                }
            }
        }
    }
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        if !workload.internal_address.as_str().is_empty() && !from_vnet.iter().any(|n| n == name) {
            let key = format!("workloads.{name}.internal_address");
            let problem = Problem::new(format!("`{key}` is set, but no flow lets the network reach `{name}`"));
            say(problem.help(format!("add \"vnet -> {name}\" to network.flows")), &[&key, "network.flows"]);
        }
    }
    if !settings.network.default_deny && !settings.network.flows.is_empty() {
        let problem = Problem::new(
            "`network.flows` have no effect while `network.default_deny` is false: everything may talk to everything",
        );
        say(problem.help("set default_deny = true, or take the flows out"), &["network.flows", "network.default_deny"]);
    }
}
