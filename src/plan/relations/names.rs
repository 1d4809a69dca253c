//! Objects in the cluster that would have one name: what a workload is called, and what is made beside it.

use std::collections::BTreeMap;

use super::super::network::gateways::configuration;
use super::super::settings::Settings;
use super::storage::{is_disk, volumes};
use crate::error::Problem;

/// Names that a namespace's own objects have: its service account, and its policies.
const OF_NAMESPACES: [&str; 3] = ["default", "default-deny", "allow-dns"];

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    // Each object by its kind, namespace and name, and the setting that it comes from.
    let mut made: BTreeMap<(&str, &str, String), String> = BTreeMap::new();
    // AKS keeps the key of a gateway's tunnel in a Secret that is called as its configuration.
    for (workload, of) in &settings.workloads {
        let kept = configuration(of.egress_gateway.as_str());
        for (other, copies) in settings.workloads.iter().filter(|(_, other)| other.namespace == of.namespace) {
            let taken = copies.sync.iter().any(|copy| copy.as_str().eq_ignore_ascii_case(&kept));
            if taken && !of.egress_gateway.as_str().is_empty() {
                let sync = format!("workloads.{}.sync", other.as_str());
                let key = format!("workloads.{}.egress_gateway", workload.as_str());
                let problem = Problem::new(format!("`{sync}` and `{key}` both make the Secret `{kept}`"));
                say(problem.help("give the pool or the secret another name"), &[&sync, &key]);
            }
        }
    }
    for (workload, of) in &settings.workloads {
        let (name, key) = (workload.as_str(), format!("workloads.{}", workload.as_str()));
        if OF_NAMESPACES.contains(&name) {
            let problem = Problem::new(format!("a workload cannot be called `{name}`"));
            say(problem.help("every namespace has a service account or a policy of that name"), &[&key]);
        }
        let mounted = volumes(of);
        let mut objects = vec![("Service", name.to_string(), key.clone())];
        if mounted.iter().any(|volume| is_disk(settings, volume)) {
            objects.push(("Service", format!("{name}-copies"), format!("{key}.volumes")));
        }
        if !of.internal_address.as_str().is_empty() {
            objects.push(("Service", format!("{name}-internal"), format!("{key}.internal_address")));
        }
        let files = mounted.iter().filter(|volume| !is_disk(settings, volume));
        objects.extend(
            files.map(|volume| ("PersistentVolumeClaim", format!("{name}-{}", volume.name), format!("{key}.volumes"))),
        );
        for (kind, name, key) in objects {
            let namespace = of.namespace.as_str();
            match made.get(&(kind, namespace, name.clone())) {
                // The names of two volumes of one workload are looked at where volumes are.
                Some(other) if *other == key => {}
                Some(other) => {
                    let problem =
                        Problem::new(format!("`{other}` and `{key}` both make the {kind} `{name}` in `{namespace}`"));
                    say(problem.help("call one of them otherwise, or put it into another namespace"), &[other, &key]);
                }
                None => drop(made.insert((kind, namespace, name), key)),
            }
        }
    }
    in_the_vault(settings, say);
}

/// Key Vault takes names that differ in their case only for one.
fn in_the_vault(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let mut known: BTreeMap<String, (&str, String)> = BTreeMap::new();
    for (workload, of) in &settings.workloads {
        let lists = [
            ("secrets", &of.secrets),
            ("certificates", &of.certificates),
            ("public_certificates", &of.public_certificates),
            ("keys", &of.keys),
        ];
        for (list, names) in lists {
            for name in names {
                let key = format!("workloads.{}.{list}", workload.as_str());
                let (first, at) =
                    known.entry(name.as_str().to_lowercase()).or_insert_with(|| (name.as_str(), key.clone()));
                if *first != name.as_str() {
                    let problem = Problem::new(format!(
                        "`{}` in `{key}` and `{first}` in `{at}` differ in their case only, and Key Vault takes both for one",
                        name.as_str()
                    ));
                    say(problem.help("write it in one way"), &[&key, at]);
                }
            }
        }
    }
}
