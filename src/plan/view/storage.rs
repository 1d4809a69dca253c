//! What templates see of volumes: classes, the storage accounts behind those of files, claims of workloads.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::super::names::Ids;
use super::super::relations::{Volume, volumes};
use super::super::settings::{DiskExport, Settings, StorageClass, VolumeKind, VolumeSku, Workload};

/// A class of files, with what stands behind it in Azure.
pub(super) struct Files<'a> {
    pub(super) class: &'a str,
    pub(super) account: String,
    pub(super) account_id: String,
    /// The name of the identity that mounts it, and the name under which its client id is a fact.
    pub(super) identity: String,
    pub(super) client: String,
    of: &'a StorageClass,
}

/// The classes of files.
pub(super) fn files<'a>(settings: &'a Settings, ids: &Ids) -> Vec<Files<'a>> {
    let classes = settings.storage.classes.iter().filter(|(_, class)| class.kind == VolumeKind::Files);
    classes
        .map(|(name, of)| {
            let (class, cluster) = (name.as_str(), settings.cluster.name.as_str());
            let account = account_name(settings, class);
            Files {
                class,
                account_id: format!("{}/providers/Microsoft.Storage/storageAccounts/{account}", ids.groups.security),
                account,
                identity: format!("id-{cluster}-files-{class}"),
                client: client(class),
                of,
            }
        })
        .collect()
}

/// A class as the cluster knows it: it has no namespace, so it carries the cluster's name.
fn class_name(settings: &Settings, class: &str) -> String {
    format!("{}-{class}", settings.cluster.name.as_str())
}

/// The name under which the client id of a class is a fact.
pub(in crate::plan) fn client(class: &str) -> String {
    format!("files-{class}")
}

/// The zone in which private endpoints of file shares are found.
pub(super) const FILES_ZONE: &str = "privatelink.file.core.windows.net";

/// The zone in which the private endpoint for exports of disks is found.
pub(super) const DISKS_ZONE: &str = "privatelink.blob.core.windows.net";

/// How the names of the accounts of a cluster begin.
pub(super) fn account_start(settings: &Settings) -> String {
    let cluster = settings.cluster.name.as_str();
    let letters: String = cluster.chars().filter(char::is_ascii_alphanumeric).take(14).collect();
    format!("st{letters}")
}

/// The private endpoint of a class of files.
pub(super) fn endpoint_name(settings: &Settings, class: &str) -> String {
    format!("pe-{}-files-{class}", settings.cluster.name.as_str())
}

/// The private endpoint for exports of disks.
pub(super) fn disk_access_endpoint(settings: &Settings) -> String {
    format!("pe-{}-disks", settings.cluster.name.as_str())
}

/// Whether there are classes of disks, and so snapshots of them.
pub(super) fn snapshots(settings: &Settings) -> bool {
    settings.storage.classes.values().any(|class| class.kind == VolumeKind::Disk)
}

/// What the exports of disks go through.
pub(super) fn disk_access_id(settings: &Settings, ids: &Ids) -> String {
    format!("{}/providers/Microsoft.Compute/diskAccesses/da-{}", ids.groups.security, settings.cluster.name.as_str())
}

/// Unique in the world, as vault and registry: 3 to 24 lower-case letters and digits.
fn account_name(settings: &Settings, class: &str) -> String {
    let cluster = settings.cluster.name.as_str();
    let text = format!("{}/{cluster}/{class}", settings.azure.subscription.as_str().to_ascii_lowercase());
    let hash: String = Sha256::digest(text).iter().take(4).map(|b| format!("{b:02x}")).collect();
    format!("{}{hash}", account_start(settings))
}

/// Whether some class lets disks be exported in private, for which they need a resource of their own.
pub(super) fn disk_access(settings: &Settings) -> bool {
    let mut classes = settings.storage.classes.values();
    classes.any(|class| class.kind == VolumeKind::Disk && class.disk_export == DiskExport::Private)
}

/// The service accounts that mount a class.
fn credentials(settings: &Settings, class: &str) -> Json {
    let users = settings.workloads.iter().filter(|(_, w)| volumes(w).iter().any(|v| v.class == class));
    users
        .map(|(name, w)| {
            json!({
                "name": format!("fc-{}", name.as_str()),
                "subject": format!("system:serviceaccount:{}:{}", w.namespace.as_str(), name.as_str()),
            })
        })
        .collect()
}

/// The identities that mount files, in the shape of those of the workloads.
pub(super) fn identities(settings: &Settings, files: &[Files<'_>]) -> Vec<Json> {
    let one = |files: &Files<'_>| {
        json!({
            "workload": files.client,
            "identity": files.identity,
            "credentials": credentials(settings, files.class),
            "secrets": [],
            "keys": [],
        })
    };
    files.iter().map(one).collect()
}

/// Everything about volumes that does not stand in the settings themselves.
pub(super) fn view(settings: &Settings, ids: &Ids, files: &[Files<'_>]) -> Json {
    let region = settings.cluster.location.as_str();
    let zones: BTreeSet<String> = settings
        .nodes
        .pools
        .values()
        .flat_map(|pool| &pool.zones)
        .filter_map(|zone| Some(format!("{region}-{}", serde_json::to_value(zone).ok()?.as_str()?)))
        .collect();
    let disks = settings.storage.classes.iter().filter(|(_, class)| class.kind == VolumeKind::Disk);
    let disks = disks.map(|(name, class)| {
        let (policy, public) = match class.disk_export {
            DiskExport::Deny => ("DenyAll", "Disabled"),
            DiskExport::Private => ("AllowPrivate", "Disabled"),
            DiskExport::Allow => ("AllowAll", "Enabled"),
        };
        // A link to a snapshot goes round the private endpoint, so what is private for the disk is closed for its snapshot.
        let snapshot = if class.disk_export == DiskExport::Allow { policy } else { "DenyAll" };
        json!({
            "name": class_name(settings, name.as_str()),
            "default": class.default,
            "sku": class.sku,
            "policy": policy,
            "public": public,
            "snapshot_policy": snapshot,
            "private": class.disk_export == DiskExport::Private,
            "reclaim": class.reclaim,
            "binding": class.binding,
            "expansion": class.expansion,
            "place": format!("storage.classes.{}", name.as_str()),
        })
    });
    let owner = |class: &str| settings.workloads.values().find(|w| volumes(w).iter().any(|v| v.class == class));
    let accounts = files.iter().map(|files| {
        let premium = matches!(files.of.sku, VolumeSku::PremiumLrs | VolumeSku::PremiumZrs);
        json!({
            "class": class_name(settings, files.class),
            "name": files.account,
            "id": files.account_id,
            "sku": files.of.sku,
            "kind": if premium { "FileStorage" } else { "StorageV2" },
            "endpoint": endpoint_name(settings, files.class),
            "identity": files.identity,
            "client": files.client,
            "reclaim": files.of.reclaim,
            "binding": files.of.binding,
            "expansion": files.of.expansion,
            "owner": owner(files.class).map_or(0, |w| w.user),
        })
    });
    json!({
        "disks": disks.collect::<Json>(),
        "accounts": accounts.collect::<Json>(),
        "snapshots": snapshots(settings),
        "zones": zones,
        "files_zone": FILES_ZONE,
        "disks_zone": DISKS_ZONE,
        "disk_access": disk_access(settings),
        "disk_access_name": format!("da-{}", settings.cluster.name.as_str()),
        "disk_access_id": disk_access_id(settings, ids),
        "disk_access_endpoint": disk_access_endpoint(settings),
        "default": settings.storage.classes.iter().find(|(_, class)| class.default).map(|(name, _)| class_name(settings, name.as_str())),
    })
}

/// The volumes of a workload: disks are claimed by each copy, file shares once.
pub(super) fn of_workload(settings: &Settings, name: &str, workload: &Workload) -> (Json, Json) {
    let is_files = |volume: &Volume<'_>| {
        settings.storage.classes.iter().any(|(n, c)| n.as_str() == volume.class && c.kind == VolumeKind::Files)
    };
    let (files, disks): (Vec<_>, Vec<_>) = volumes(workload).into_iter().partition(is_files);
    let one = |volume: &Volume<'_>| {
        json!({
            "name": format!("volume-{}", volume.name),
            "claim": format!("{name}-{}", volume.name),
            "class": class_name(settings, volume.class),
            "size": volume.size,
            "path": volume.path,
        })
    };
    (disks.iter().map(one).collect(), files.iter().map(one).collect())
}
