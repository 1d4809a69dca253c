//! The Azure services beside the cluster: Defender, Azure Policy, the vault, the registry, logs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Audit, PolicyEffect, VaultSku};
use super::super::kind::Interval;

tables! {
    /// Defender and Azure Policy.
    Security {
        /// Whether Defender for Containers watches the subscription's clusters, with its sensor in this one.
        defender: bool,
        /// What the policy assignments do with a violation.
        policy_effect: PolicyEffect,
    }
    /// The vault.
    KeyVault {
        /// The tier.
        sku: VaultSku,
        /// How long deleted secrets can be recovered, in days; cannot be changed later.
        #[schemars(range(min = 7, max = 90))]
        retention_days: u8,
        /// Whether nobody can purge before `retention_days` are over; cannot be turned off again.
        purge_protection: bool,
        /// Whether the vault answers from the internet.
        public_access: bool,
        /// How often mounted secrets are read anew.
        rotation_interval: Interval,
        /// Whether the vault's audit log goes to the workspace.
        audit_logs: bool,
    }
    /// The container registry.
    Registry {
        /// Whether there is one.
        enabled: bool,
        /// Whether it answers from the internet.
        public_access: bool,
        /// Whether it is spread over zones.
        zone_redundant: bool,
    }
    /// What is logged and how long it is kept.
    Logs {
        /// How long the workspace keeps logs, in days.
        #[schemars(range(min = 30, max = 730))]
        retention_days: u16,
        /// Which Kubernetes audit events are kept.
        audit: Audit,
    }
}
