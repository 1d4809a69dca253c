//! Who gets which role where in Azure.

use serde_json::{Value as Json, json};

use super::super::names::{Ids, Names, arm_guid, identity_id};
use super::super::settings::{Egress, Settings};
use super::holders::{Holder, identity_name};
use super::own_keys;

/// A built-in role: its name and its id (Azure built-in roles).
type Role = (&'static str, &'static str);

pub(super) const NETWORK_CONTRIBUTOR: Role = ("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7");
pub(super) const IDENTITY_OPERATOR: Role = ("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830");
pub(super) const ACR_PULL: Role = ("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d");
pub(super) const SECRETS_USER: Role = ("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6");
pub(super) const CRYPTO_USER: Role = ("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424");
pub(super) const CRYPTO_SERVICE_USER: Role =
    ("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6");
pub(super) const READER: Role = ("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7");
pub(super) const CLUSTER_USER: Role =
    ("Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f");
pub(super) const CLUSTER_ADMIN: Role =
    ("Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b");

pub(super) fn role_assignments(settings: &Settings, names: &Names, ids: &Ids, holders: &[Holder<'_>]) -> Json {
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
    for scope in [&ids.subnets.system, &ids.subnets.user, &ids.subnets.internal_load_balancers] {
        to_identity(NETWORK_CONTRIBUTOR, scope, cluster);
    }
    if settings.network.egress == Egress::UserDefinedRouting {
        to_identity(NETWORK_CONTRIBUTOR, &ids.route_table, cluster);
    }
    to_identity(IDENTITY_OPERATOR, &ids.identities.kubelet, cluster);
    if settings.registry.enabled {
        to_identity(ACR_PULL, &ids.registry, &names.identities.kubelet);
    }
    if own_keys::of_disks(settings) {
        to_identity(READER, &ids.disk_encryption_set, cluster);
    }
    for holder in holders {
        for key in &holder.keys {
            to_identity(CRYPTO_USER, &format!("{}/keys/{key}", ids.vault), &identity_name(settings, holder));
        }
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
    let group = settings.access.admin_group.as_str();
    let of_group = if settings.access.azure_rbac { vec![CLUSTER_ADMIN, CLUSTER_USER] } else { vec![CLUSTER_USER] };
    for role in of_group {
        list.push(json!({
            "name": arm_guid(&[&ids.cluster, group, role.1]),
            "role": role.0,
            "role_id": role.1,
            "scope": ids.cluster,
            "principal": { "kind": "group", "object_id": group },
        }));
    }
    list.into()
}
