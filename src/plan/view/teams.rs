//! Who works where: what Azure is told, and what the manifests say.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::super::settings::{Settings, TeamRole, TeamVia};
use super::roles::Role;

const RBAC_READER: Role = ("Azure Kubernetes Service RBAC Reader", "7f6c6a51-bcf8-42ba-9220-52d62157d7db");
const RBAC_WRITER: Role = ("Azure Kubernetes Service RBAC Writer", "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb");
const RBAC_ADMIN: Role = ("Azure Kubernetes Service RBAC Admin", "3498e952-d568-435e-9b2c-8d77e338d7f7");

/// A role in Azure that a group holds in one namespace.
pub(super) struct Grant<'a> {
    pub(super) group: &'a str,
    pub(super) namespace: &'a str,
    pub(super) role: Role,
}

/// Every group that works in the cluster, once.
pub(super) fn groups(settings: &Settings) -> BTreeSet<&str> {
    settings.teams.values().map(|team| team.group.as_str()).collect()
}

/// What Azure is told, namespace by namespace.
pub(super) fn grants(settings: &Settings) -> Vec<Grant<'_>> {
    let of_azure = settings.teams.values().filter(|team| team.via == TeamVia::Azure);
    let each = of_azure.flat_map(|team| {
        let role = match team.role {
            TeamRole::Reader => RBAC_READER,
            TeamRole::Writer => RBAC_WRITER,
            TeamRole::Admin => RBAC_ADMIN,
        };
        team.namespaces.iter().map(move |n| Grant { group: team.group.as_str(), namespace: n.as_str(), role })
    });
    each.collect()
}

/// The teams by name, with what the manifests and the papers need.
pub(super) fn teams(settings: &Settings) -> Json {
    let one = |(name, team): (&super::super::kind::Label, &super::super::settings::Team)| {
        json!({
            "name": name,
            "group": team.group,
            "namespaces": team.namespaces,
            "role": team.role,
            "via": team.via,
        })
    };
    settings.teams.iter().map(one).collect()
}

/// The Roles that the manifests need: one for each namespace and role that some team holds by way of Kubernetes.
pub(super) fn cluster_roles(settings: &Settings) -> Json {
    let of_kubernetes = settings.teams.values().filter(|team| team.via == TeamVia::Kubernetes);
    let pairs: BTreeSet<(&str, &str)> = of_kubernetes
        .flat_map(|team| {
            let role = match team.role {
                TeamRole::Reader => "reader",
                TeamRole::Writer => "writer",
                TeamRole::Admin => "admin",
            };
            team.namespaces.iter().map(move |namespace| (namespace.as_str(), role))
        })
        .collect();
    pairs.into_iter().map(|(namespace, role)| json!({ "namespace": namespace, "role": role })).collect()
}
