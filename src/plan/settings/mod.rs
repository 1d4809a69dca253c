//! Every setting, as total types: no option is missing, no default is hidden here (they live in `profiles/base.toml`).
//!
//! The doc comments are what `explain` and the JSON Schema say, so they give meaning and units.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::choice::{
    Acns, Admit, ApiAccess, Audit, BastionSku, Binding, Bootstrap, Day, DiskExport, Egress, FirewallTier, KeyOwner,
    NatSku, NodeOs, NodeOsChannel, PodSecurity, PolicyEffect, PolicyEngine, PoolMode, Reclaim, Rights, SecretPlace,
    Standing, TeamRole, TeamVia, Tier, TunnelKind, UpgradeChannel, VaultAccess, VaultIdentity, VaultSku, VolumeKind,
    VolumeSku, Zone,
};
use super::kind::Label;
pub use super::workload::{Workload, WorkloadDefaults};

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            #[schemars(inline)]
            pub struct $name {
                $($(#[$field_doc])* pub $field: $kind,)*
            }
        )*
    };
}

mod access;
mod cluster;
mod encryption;
mod files;
mod images;
mod in_cluster;
mod ingress;
mod network;
mod nodes;
mod services;
mod storage;
mod teams;

pub use access::{Access, Bastion, Gitops};
pub use cluster::{Azure, Cluster, Maintenance};
pub use encryption::Encryption;
pub use files::{Ci, Output};
pub use images::Images;
pub use in_cluster::{Kubernetes, Pods, Quota, Tunnel};
pub use ingress::Ingress;
pub use network::{Firewall, Network, Peering, Subnets};
pub use nodes::{Nodes, Pool};
pub use services::{KeyVault, Logs, Registry, Security};
pub use storage::{Storage, StorageClass};
pub use teams::Team;

tables! {
    /// All settings of a plan.
    Settings {
        /// Where in Azure.
        azure: Azure,
        /// The cluster itself.
        cluster: Cluster,
        /// When AKS may upgrade.
        maintenance: Maintenance,
        /// Who gets in, and how.
        access: Access,
        /// The virtual network, and who may talk to whom.
        network: Network,
        /// The machines.
        nodes: Nodes,
        /// Defender and Azure Policy.
        security: Security,
        /// The vault.
        key_vault: KeyVault,
        /// Whose keys encrypt what the cluster stores.
        encryption: Encryption,
        /// The container registry.
        registry: Registry,
        /// What is logged and how long it is kept.
        logs: Logs,
        /// Classes of volumes.
        storage: Storage,
        /// What pods may do.
        pods: Pods,
        /// Which images run.
        images: Images,
        /// Namespaces.
        kubernetes: Kubernetes,
        /// What each namespace may use.
        quota: Quota,
        /// The gateway: what comes in from the network by name, over TLS.
        ingress: Ingress,
        /// The Cloudflare tunnel.
        tunnel: Tunnel,
        /// Workflows for a repository.
        ci: Ci,
        /// The values that a workload has where it does not say otherwise.
        workload_defaults: WorkloadDefaults,
        /// What runs in the cluster, by name.
        workloads: BTreeMap<Label, Workload>,
        /// Who works in which namespaces, by name.
        teams: BTreeMap<Label, Team>,
        /// Where files go.
        output: Output,
    }
}

/// The JSON Schema of all settings, from which names, types, bounds and texts are read everywhere.
pub fn schema() -> &'static serde_json::Value {
    static SCHEMA: LazyLock<serde_json::Value> = LazyLock::new(|| {
        let settings = schemars::generate::SchemaSettings::draft2020_12().with(|s| s.inline_subschemas = true);
        settings.into_generator().into_root_schema_for::<Settings>().to_value()
    });
    &SCHEMA
}
