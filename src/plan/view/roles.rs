//! Who gets which role where in Azure.

use serde_json::{Value as Json, json};

use super::super::names::{Ids, Names, arm_guid, identity_id};
use super::super::network::subnets::KINDS;
use super::super::settings::{Egress, Settings, Standing, VaultAccess};
use super::bastion::{host_id, interface_id, jump_host_id};
use super::holders::Holder;
use super::reach::zone;
use super::storage::{Files, disk_access, disk_access_id, snapshots};
use super::{own_keys, teams};

/// A built-in role: its name and its id (Azure built-in roles).
pub(super) type Role = (&'static str, &'static str);

pub(super) const NETWORK_CONTRIBUTOR: Role = ("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7");
pub(super) const ZONE_CONTRIBUTOR: Role = ("Private DNS Zone Contributor", "b12aa53e-6015-4669-85d0-8515ebb3ae7f");
pub(super) const IDENTITY_OPERATOR: Role = ("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830");
pub(super) const ACR_PULL: Role = ("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d");
pub(super) const SECRETS_USER: Role = ("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6");
pub(super) const CERTIFICATE_USER: Role = ("Key Vault Certificate User", "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba");
pub(super) const CRYPTO_USER: Role = ("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424");
pub(super) const VAULT_CONTRIBUTOR: Role = ("Key Vault Contributor", "f25e0fa2-a7c8-4377-a976-54943a77a395");
pub(super) const CRYPTO_SERVICE_USER: Role =
    ("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6");
pub(super) const READER: Role = ("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7");
pub(super) const MACHINE_USER: Role = ("Virtual Machine User Login", "fb879df8-f326-4884-b1cf-06f3ad86be52");
pub(super) const SNAPSHOT_CONTRIBUTOR: Role = ("Disk Snapshot Contributor", "7efff54f-a5b4-42b5-a1c5-5411624893ce");
pub(super) const STORAGE_CONTRIBUTOR: Role = ("Storage Account Contributor", "17d1049b-9a84-46fb-8f53-869881c3d3ab");
pub(super) const FILES_ADMIN: Role = ("Storage File Data SMB MI Admin", "a235d3ee-5935-4cfb-8cc5-a3303ad5995e");
pub(super) const CLUSTER_USER: Role =
    ("Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f");
pub(super) const CLUSTER_ADMIN: Role =
    ("Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b");

pub(super) fn role_assignments(
    settings: &Settings,
    names: &Names,
    ids: &Ids,
    holders: &[Holder<'_>],
    files: &[Files<'_>],
) -> Json {
    let mut list = Vec::new();
    let mut to_identity = |role: Role, scope: &str, name: &str| {
        let id = identity_id(&ids.groups.cluster, name);
        list.push(json!({
            "name": arm_guid(&[scope, &id, role.1]),
            "role": role.0,
            "role_id": role.1,
            "scope": scope,
            "principal": { "kind": "identity", "name": name, "group": names.groups.cluster },
        }));
    };
    let cluster = &names.identities.cluster;
    for pool in settings.nodes.pools.keys() {
        to_identity(NETWORK_CONTRIBUTOR, &ids.pool_subnet(pool.as_str()), cluster);
    }
    for scope in KINDS.iter().filter(|kind| kind.joined).filter_map(|kind| ids.subnets.get(kind.id)) {
        to_identity(NETWORK_CONTRIBUTOR, scope, cluster);
    }
    if matches!(settings.network.egress, Egress::Firewall | Egress::UserDefinedRouting) {
        to_identity(NETWORK_CONTRIBUTOR, &ids.route_table, cluster);
    }
    // A zone that is not AKS's own is linked to the network by AKS itself.
    if let Some(zone) = zone(settings, names, ids) {
        to_identity(NETWORK_CONTRIBUTOR, &ids.vnet, cluster);
        if zone.ours {
            to_identity(ZONE_CONTRIBUTOR, &zone.id, cluster);
        }
    }
    to_identity(IDENTITY_OPERATOR, &ids.identities.kubelet, cluster);
    if settings.registry.enabled {
        to_identity(ACR_PULL, &ids.registry, &names.identities.kubelet);
    }
    if own_keys::of_disks(settings) {
        to_identity(READER, &ids.disk_encryption_set, cluster);
    }
    // It encrypts with a key in the vault, and joins the vault, which has no public address, by an endpoint. Azure would take the first role
    // on the one key too, but AKS documents both on the vault, and looks for them there before it turns encryption on.
    if own_keys::of_etcd(settings) {
        to_identity(CRYPTO_USER, &ids.keys_vault, cluster);
        to_identity(VAULT_CONTRIBUTOR, &ids.keys_vault, cluster);
    }
    // With access policies the vault keeps a list of its own.
    let by_role = settings.key_vault.access == VaultAccess::Rbac;
    for holder in holders.iter().filter(|_| by_role) {
        for key in &holder.keys {
            to_identity(CRYPTO_USER, &format!("{}/keys/{key}", ids.vault), &holder.identity_name(settings));
        }
    }
    // The control plane makes shares in the accounts; what mounts them has an identity for that alone.
    for files in files {
        to_identity(STORAGE_CONTRIBUTOR, &files.account_id, cluster);
        to_identity(FILES_ADMIN, &files.account_id, &files.identity);
    }
    // The control plane makes snapshots where no node is, and nothing else there.
    if snapshots(settings) {
        to_identity(SNAPSHOT_CONTRIBUTOR, &ids.groups.snapshots, cluster);
    }
    if disk_access(settings) {
        to_identity(READER, &disk_access_id(settings, ids), cluster);
    }
    if own_keys::of_disks(settings) {
        let scope = format!("{}/keys/{}", ids.keys_vault, own_keys::DISKS);
        list.push(json!({
            "name": arm_guid(&[&scope, &ids.disk_encryption_set, CRYPTO_SERVICE_USER.1]),
            "role": CRYPTO_SERVICE_USER.0,
            "role_id": CRYPTO_SERVICE_USER.1,
            "scope": scope,
            // It has an identity of the system: nobody else can be it, and it goes with it.
            "principal": { "kind": "resource", "name": names.disk_encryption_set, "group": names.groups.security },
        }));
    }
    let mut to_group = |role: Role, scope: &str, group: &str| {
        list.push(json!({
            "name": arm_guid(&[scope, group, role.1]),
            "role": role.0,
            "role_id": role.1,
            "scope": scope,
            "principal": { "kind": "group", "object_id": group },
        }));
    };
    let access = &settings.access;
    let administrators = [access.admin_group.as_str(), access.break_glass_group.as_str()];
    for group in administrators.into_iter().filter(|group| !group.is_empty()) {
        if access.azure_rbac {
            to_group(CLUSTER_ADMIN, &ids.cluster, group);
        }
        to_group(CLUSTER_USER, &ids.cluster, group);
    }
    // Whoever administers the cluster comes in through Bastion, as a user without rights on the machine.
    for group in administrators.into_iter().filter(|group| !group.is_empty()) {
        if access.standing.contains(&Standing::Bastion) {
            to_group(READER, &host_id(names, ids), group);
        }
        if access.bastion.jump_host {
            to_group(READER, &interface_id(names, ids), group);
            to_group(MACHINE_USER, &jump_host_id(names, ids), group);
        }
    }
    for group in teams::groups(settings) {
        to_group(CLUSTER_USER, &ids.cluster, group);
    }
    for grant in teams::grants(settings) {
        to_group(grant.role, &format!("{}/namespaces/{}", ids.cluster, grant.namespace), grant.group);
    }
    list.into()
}
