//! The Azure services beside the cluster: Defender, Azure Policy, the vault, the registry, logs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Audit, PolicyEffect, VaultAccess, VaultIdentity, VaultSku};
use super::super::kind::{CacheRule, Email, Interval, OptionalGuid};

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
        /// How it decides who may read what.
        access: VaultAccess,
        /// How long deleted secrets can be recovered, in days; cannot be changed later.
        #[schemars(range(min = 7, max = 90))]
        retention_days: u8,
        /// Whether nobody can purge before `retention_days` are over; cannot be turned off again.
        purge_protection: bool,
        /// Whether the vault answers from the internet.
        public_access: bool,
        /// Who reads the vault for workloads that do not say it themselves, and for the tunnel.
        identity: VaultIdentity,
        /// The application (client) id of the service principal that reads the vault; empty for none.
        service_principal: OptionalGuid,
        /// The object id of that service principal; empty for none.
        service_principal_object: OptionalGuid,
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
        /// Whether images can be moved out of it, into another registry.
        export: bool,
        /// How long manifests without a tag are kept, in days; 0 keeps them for good.
        #[schemars(range(min = 0, max = 365))]
        untagged_days: u16,
        /// What it fetches from other registries by itself: `registry.k8s.io/* -> registry-k8s-io/*`.
        cache: Vec<CacheRule>,
        /// Whether its audit log (who signed in, pulled, pushed, deleted) goes to the workspace.
        audit_logs: bool,
        /// Whether images that it does not cache are copied into it, by `azcli/images.sh`.
        import: bool,
    }
    /// What is logged and how long it is kept.
    Logs {
        /// How long the workspace keeps logs, in days.
        #[schemars(range(min = 30, max = 730))]
        retention_days: u16,
        /// Which Kubernetes audit events are kept.
        audit: Audit,
        /// Who is told by e-mail when the group for emergencies is used, and when something in Azure weakens the cluster.
        alert_emails: Vec<Email>,
    }
}
