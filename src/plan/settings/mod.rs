//! Every setting, as total types: no option is missing, no default is hidden here (they live in `profiles/base.toml`).
//!
//! The doc comments are what `explain` and the JSON Schema say, so they give meaning and units.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::choice::{
    Acns, Audit, Binding, Bootstrap, Day, DiskExport, DiskSku, Egress, KeyOwner, NodeOs, NodeOsChannel, PodSecurity,
    PolicyEffect, Reclaim, Tier, UpgradeChannel, VaultSku, Zone,
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

mod cluster;
mod encryption;
mod files;
mod in_cluster;
mod network;
mod nodes;
mod services;

pub use cluster::{Access, Azure, Cluster, Maintenance};
pub use encryption::Encryption;
pub use files::{Ci, Output};
pub use in_cluster::{Kubernetes, Pods, Quota, Storage, Tunnel};
pub use network::{Network, Subnets};
pub use nodes::{Nodes, SystemPool, UserPool};
pub use services::{KeyVault, Logs, Registry, Security};

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
        /// Namespaces.
        kubernetes: Kubernetes,
        /// What each namespace may use.
        quota: Quota,
        /// The Cloudflare tunnel.
        tunnel: Tunnel,
        /// Workflows for a repository.
        ci: Ci,
        /// The values that a workload has where it does not say otherwise.
        workload_defaults: WorkloadDefaults,
        /// What runs in the cluster, by name.
        workloads: BTreeMap<Label, Workload>,
        /// Where files go.
        output: Output,
    }
}

/// The JSON Schema of all settings, from which names, types, bounds and texts are read everywhere.
pub fn schema() -> serde_json::Value {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .with(|s| s.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<Settings>();
    schema.to_value()
}
