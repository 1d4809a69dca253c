//! Namespaces and workloads: whose a name is, and what a workload mounts and writes.

use std::collections::BTreeMap;

use super::super::flow::{GATEWAY, TUNNEL, VNET};
use super::super::settings::{Settings, Workload};
use super::super::spaces;
use super::super::validate::did_you_mean;
use super::{FLUX, PLATFORM};
use crate::error::Problem;
use crate::plan::view::CERTIFICATES;

/// Namespaces besides those that are not the user's to make.
const TAKEN: [&str; 9] = [
    "default",
    "kube-public",
    "azure-arc",
    "azure-extensions-usage-system",
    "app-routing-system",
    "azure-alb-system",
    "calico-system",
    "tigera-operator",
    "dataprotection-microsoft",
];

/// Folders that the tree mounts into a workload itself, each with what is there.
pub(super) fn mounted(workload: &Workload) -> impl Iterator<Item = (&'static str, &'static str)> {
    let secrets = workload.mounts().then_some(("/mnt/secrets", "where the secrets are mounted"));
    let config = (!workload.config.is_empty()).then_some(("/mnt/config", "where the configuration is"));
    secrets.into_iter().chain(config)
}

/// Whether a path is another one, or lies in it.
pub(super) fn inside(path: &str, other: &str) -> bool {
    path == other || path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'))
}

/// What a ConfigMap takes (Kubernetes, "ConfigMaps").
const CONFIG_BYTES: usize = 1 << 20;

pub(super) fn namespaces(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (index, namespace) in settings.kubernetes.namespaces.iter().enumerate() {
        let name = namespace.as_str();
        if let Some(whose) = spaces::whose(name) {
            let problem = Problem::new(format!("the namespace `{name}` is called like that of {whose}"));
            say(problem.help("end its name otherwise"), &[&format!("kubernetes.namespaces.{index}")]);
        }
        if [FLUX].contains(&name)
            || TAKEN.contains(&name)
            || PLATFORM.contains(&name)
            || name.starts_with("kube-")
            || name.starts_with("aks-")
        {
            let problem = Problem::new(format!("the namespace `{name}` is not yours to make"));
            say(
                problem.help("Kubernetes or AKS owns it: take another name"),
                &[&format!("kubernetes.namespaces.{index}")],
            );
        }
    }
}

pub(super) fn workloads(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let namespaces: Vec<&str> = settings.kubernetes.namespaces.iter().map(|n| n.as_str()).collect();
    let mut kinds: BTreeMap<&str, (&str, String)> = BTreeMap::new();
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        let key = format!("workloads.{name}");
        let taken = [TUNNEL, VNET, GATEWAY, "cloudflared", CERTIFICATES, "cluster", "kubelet", "ci-plan", "ci-apply"];
        if taken.contains(&name) {
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
        let lists = [
            ("secret", "secrets", &workload.secrets),
            ("certificate", "certificates", &workload.certificates),
            ("certificate without its key", "public_certificates", &workload.public_certificates),
            ("key", "keys", &workload.keys),
        ];
        let mut files: Vec<String> = Vec::new();
        for (kind, field, list) in lists {
            for object in list {
                let place = format!("{key}.{field}");
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
            let (path, place) = (path.as_str(), format!("{key}.writable.{index}"));
            for (_, what) in mounted(workload).filter(|(mounted, _)| inside(path, mounted)) {
                say(Problem::new(format!("`{key}.writable` has {path}, {what}")), &[&place]);
            }
        }
        let bytes: usize = workload.config.iter().map(|(name, text)| name.len() + text.as_str().len()).sum();
        if bytes > CONFIG_BYTES {
            let problem = Problem::new(format!("`{key}.config` has {bytes} bytes in all, and a ConfigMap takes 1 MiB"));
            say(
                problem.help("leave out what is no configuration: data belongs on a volume"),
                &[&format!("{key}.config")],
            );
        }
        super::quota::check(settings, name, say);
    }
    if settings.tunnel.enabled
        && let Some((kind, at)) = kinds.get(settings.tunnel.secret.as_str())
    {
        let problem = Problem::new(format!("`tunnel.secret` and a {kind} in `{at}` are the same object of the vault"));
        say(problem.help("the tunnel's token is for the tunnel alone"), &["tunnel.secret", at]);
    }
}
