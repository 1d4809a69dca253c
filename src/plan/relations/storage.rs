//! Classes of volumes, and the volumes of workloads.

use std::collections::BTreeMap;

use super::super::kind::volume_parts;
use super::super::settings::{DiskExport, Settings, StorageClass, VolumeKind, VolumeSku, Workload};
use super::super::validate::did_you_mean;
use super::quota::kibibytes;
use super::workloads::{inside, mounted};
use crate::error::Problem;

/// Classes that AKS makes itself (storage classes of AKS, Kubernetes 1.35).
const BUILT_IN: [&str; 8] = [
    "default",
    "managed-csi",
    "managed-csi-premium",
    "managed-csi-premium-v2",
    "azurefile-csi",
    "azurefile-csi-premium",
    "azureblob-nfs-premium",
    "azureblob-fuse-premium",
];

/// An identity takes so many service accounts (Entra ID, federated credentials).
const CREDENTIALS: usize = 20;

/// A premium file share has so much at least (Azure Files on AKS).
const PREMIUM_SHARE: &str = "100Gi";

/// A volume of a workload, taken apart.
pub(in crate::plan) struct Volume<'a> {
    pub(in crate::plan) name: &'a str,
    pub(in crate::plan) class: &'a str,
    pub(in crate::plan) size: &'a str,
    pub(in crate::plan) path: &'a str,
}

/// The volumes of a workload; their texts were checked when they were read.
pub(in crate::plan) fn volumes(workload: &Workload) -> Vec<Volume<'_>> {
    let parts = workload.volumes.iter().map(|volume| volume_parts(volume.as_str()));
    parts
        .filter_map(|parts| match parts.as_slice() {
            [name, class, size, path] => Some(Volume { name, class, size, path }),
            _ => None,
        })
        .collect()
}

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (name, class) in &settings.storage.classes {
        one_class(settings, name.as_str(), class, say);
    }
    one_default(settings, say);
    for (name, workload) in &settings.workloads {
        of_workload(settings, name.as_str(), workload, say);
    }
    claims(settings, say);
}

fn one_class(settings: &Settings, name: &str, class: &StorageClass, say: &mut impl FnMut(Problem, &[&str])) {
    let key = format!("storage.classes.{name}");
    let of = |field: &str| format!("{key}.{field}");
    if BUILT_IN.contains(&name) {
        say(
            Problem::new(format!("a class of volumes cannot be called `{name}`"))
                .help("it would be taken for AKS's own class of that name"),
            &[&key],
        );
    }
    let fits = match class.sku {
        VolumeSku::StandardSsdLrs | VolumeSku::StandardSsdZrs => class.kind == VolumeKind::Disk,
        VolumeSku::StandardLrs | VolumeSku::StandardZrs => class.kind == VolumeKind::Files,
        VolumeSku::PremiumLrs | VolumeSku::PremiumZrs => true,
    };
    if !fits {
        let (what, instead) = match class.kind {
            VolumeKind::Disk => ("disks", "StandardSSD_LRS, StandardSSD_ZRS, Premium_LRS, Premium_ZRS"),
            VolumeKind::Files => ("files", "Standard_LRS, Standard_ZRS, Premium_LRS, Premium_ZRS"),
        };
        let problem = Problem::new(format!("`{}` and `{}` do not go together", of("sku"), of("kind")));
        say(problem.help(format!("for {what} it is one of: {instead}")), &[&of("sku"), &of("kind")]);
    }
    if class.kind == VolumeKind::Disk {
        return;
    }
    if class.disk_export != DiskExport::Deny {
        let problem = Problem::new(format!("`{}` has no effect: the class is one of files", of("disk_export")));
        say(problem.help("take it out"), &[&of("disk_export"), &of("kind")]);
    }
    if class.default {
        let problem = Problem::new(format!("`{}` is true, and the class is one of files", of("default")));
        let help = "the default is a class of disks: what mounts files needs an identity for it, and a claim says nothing of that";
        say(problem.help(help), &[&of("default"), &of("kind")]);
    }
    let users: Vec<(&str, u32)> = settings
        .workloads
        .iter()
        .filter(|(_, w)| volumes(w).iter().any(|v| v.class == name))
        .map(|(user, w)| (user.as_str(), w.user))
        .collect();
    match users.as_slice() {
        [] => {
            let problem =
                Problem::new(format!("no `workloads.*.volumes` names the class `{name}`, so nobody could mount it"));
            let help = format!("write volumes = [\"NAME: {name} 100Gi PATH\"] for a workload, or take the class out");
            say(problem.help(help), &[&key, &of("kind")]);
        }
        [(first, one), rest @ ..] => {
            for (other, _) in rest.iter().filter(|(_, user)| user != one) {
                let (one, other) = (format!("workloads.{first}.user"), format!("workloads.{other}.user"));
                let problem = Problem::new(format!("`{one}` and `{other}` differ, and both mount the class `{name}`"));
                let help = "files are mounted with one owner: give them the same, or a class for each";
                say(problem.help(help), &[&one, &other]);
            }
            if users.len() > CREDENTIALS {
                let problem = Problem::new(format!("{} workloads mount the class `{name}`", users.len()));
                say(
                    problem.help(format!("an identity takes {CREDENTIALS} service accounts: make a second class")),
                    &[&key],
                );
            }
        }
    }
}

fn one_default(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let classes = settings.storage.classes.iter();
    let defaults: Vec<String> = classes
        .filter(|(_, class)| class.default)
        .map(|(n, _)| format!("storage.classes.{}.default", n.as_str()))
        .collect();
    match defaults.as_slice() {
        [_] => {}
        [] => {
            let problem = Problem::new("no class of volumes is the default: a claim without a class would get none");
            say(problem.help("write default = true for one of them"), &["storage.classes", "storage.default"]);
        }
        [one, other, ..] => {
            let problem = Problem::new(format!("`{one}` and `{other}` are both true"));
            say(
                problem.help("a claim without a class gets one class: write default = false for the others"),
                &[one, other],
            );
        }
    }
}

fn of_workload(settings: &Settings, name: &str, workload: &Workload, say: &mut impl FnMut(Problem, &[&str])) {
    let all = volumes(workload);
    for (index, volume) in all.iter().enumerate() {
        let key = format!("workloads.{name}.volumes.{index}");
        let classes: Vec<&str> = settings.storage.classes.keys().map(|class| class.as_str()).collect();
        if !classes.contains(&volume.class) {
            let problem = Problem::new(format!(
                "the volume `{}` of `{name}` is of the class `{}`, and there is none",
                volume.name, volume.class
            ));
            let problem = match did_you_mean(volume.class, classes.iter().copied()) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("write a table [storage.classes.{}]", volume.class)),
            };
            say(problem, &[&key]);
        }
        if kibibytes(volume.size) > kibibytes(settings.quota.claim_size.as_str()) {
            let problem = Problem::new(format!(
                "the volume `{}` of `{name}` has {}, more than `quota.claim_size` {} lets one have",
                volume.name,
                volume.size,
                settings.quota.claim_size.as_str()
            ));
            say(problem.help("raise that limit, or lower this"), &[&key, "quota.claim_size"]);
        }
        let sku = format!("storage.classes.{}.sku", volume.class);
        if premium_files(settings, volume.class) && kibibytes(volume.size) < kibibytes(PREMIUM_SHARE) {
            let problem = Problem::new(format!(
                "the volume `{}` of `{name}` has {}, and a premium file share has {PREMIUM_SHARE} at least",
                volume.name, volume.size
            ));
            let help = format!(
                "write \"{}: {} {PREMIUM_SHARE} {}\", or sku = \"Standard_ZRS\" for the class",
                volume.name, volume.class, volume.path
            );
            say(problem.help(help), &[&key, &sku]);
        }
        let taken = workload.writable.iter().map(|path| path.as_str()).chain(mounted(workload).map(|(path, _)| path));
        let others = all[..index].iter().map(|other| other.path);
        if let Some(other) = taken.chain(others).find(|other| inside(volume.path, other) || inside(other, volume.path))
        {
            let problem = Problem::new(format!(
                "the volume `{}` of `{name}` stands at {}, and so does {other}",
                volume.name, volume.path
            ));
            say(problem.help("one of the two would hide the other: take it out of `writable`, or move it"), &[&key]);
        }
        if all[..index].iter().any(|other| other.name == volume.name) {
            say(Problem::new(format!("`{name}` has two volumes called `{}`", volume.name)), &[&key]);
        }
    }
}

fn premium_files(settings: &Settings, class: &str) -> bool {
    let premium = |class: &StorageClass| matches!(class.sku, VolumeSku::PremiumLrs | VolumeSku::PremiumZrs);
    let mut classes = settings.storage.classes.iter();
    classes.any(|(name, of)| name.as_str() == class && of.kind == VolumeKind::Files && premium(of))
}

/// Whether a volume is a disk, of which each copy has its own.
pub(super) fn is_disk(settings: &Settings, volume: &Volume<'_>) -> bool {
    let mut classes = settings.storage.classes.iter();
    classes.any(|(name, class)| name.as_str() == volume.class && class.kind == VolumeKind::Disk)
}

/// How many claims the workloads of a namespace make: a disk for each copy, a file share for all of them.
fn claims(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let mut sums: BTreeMap<&str, (u64, String)> = BTreeMap::new();
    for (name, workload) in &settings.workloads {
        let of_each = |volume: &Volume<'_>| if is_disk(settings, volume) { u64::from(workload.replicas) } else { 1 };
        let sum: u64 = volumes(workload).iter().map(of_each).sum();
        if sum > 0 {
            let entry = sums.entry(workload.namespace.as_str()).or_default();
            *entry = (entry.0 + sum, format!("workloads.{}.volumes", name.as_str()));
        }
    }
    for (namespace, (sum, key)) in sums {
        if sum > u64::from(settings.quota.claims) {
            let problem = Problem::new(format!(
                "`quota.claims` {} is smaller than the {sum} volumes of `{namespace}`, a disk for each copy counted",
                settings.quota.claims
            ));
            say(problem.help("raise the quota, or lower `replicas`"), &["quota.claims", &key]);
        }
    }
}
