//! The machines: options that every pool has, and the pools.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{NodeOs, PoolMode, Zone};
use super::super::kind::{AutoRange, NodeLabel, PoolName, Surge, Taint, VmSize};

macro_rules! pools {
    ($($(#[$doc:meta])* $field:ident: $kind:ty,)*) => {
        /// The options that a node pool has where it does not say otherwise, and the pools.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct Nodes {
            $($(#[$doc])* pub $field: $kind,)*
            /// The node pools, by name.
            pub pools: BTreeMap<PoolName, Pool>,
        }

        /// A node pool.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct Pool {
            /// What it is for.
            pub mode: PoolMode,
            /// The range of its subnet in the virtual network; `auto`, or nothing said, for one that is allotted.
            pub subnet: AutoRange,
            $($(#[$doc])* pub $field: $kind,)*
        }
    };
}

pools! {
    /// The size of its machines.
    size: VmSize,
    /// The fewest nodes.
    #[schemars(range(min = 1, max = 1000))]
    min: u16,
    /// The most nodes.
    #[schemars(range(min = 1, max = 1000))]
    max: u16,
    /// Whether AKS adds and removes nodes between `min` and `max` as pods need them; without it there are always `min`, and `max` is the same number.
    autoscaling: bool,
    /// The availability zones.
    zones: Vec<Zone>,
    /// The operating system.
    os: NodeOs,
    /// Whether nodes boot with secure boot and a virtual TPM.
    trusted_launch: bool,
    /// Whether cryptography on the nodes is by modules that FIPS 140 certifies.
    fips: bool,
    /// Whether the nodes run an SSH server, for which nobody holds a key.
    ssh: bool,
    /// Whether temporary disks and caches are encrypted on the host.
    host_encryption: bool,
    /// Whether the operating system disk lives on the node and dies with it.
    ephemeral_os_disk: bool,
    /// The size of the operating system disk, in GB.
    #[schemars(range(min = 30, max = 2048))]
    os_disk_gb: u16,
    /// How many pods a node takes.
    #[schemars(range(min = 30, max = 250))]
    max_pods: u16,
    /// How many processes a pod may have; 0 for AKS's own limit.
    #[schemars(range(min = 0, max = 65536))]
    pod_pids: u32,
    /// How large a container's log grows before a new one begins, in MB; 0 for AKS's own limit.
    #[schemars(range(min = 0, max = 500))]
    log_mb: u16,
    /// How many nodes an upgrade adds at a time: a number or a share.
    max_surge: Surge,
    /// How long an upgrade waits for a node to drain, in minutes.
    #[schemars(range(min = 1, max = 1440))]
    drain_timeout_minutes: u16,
    /// How long an upgrade watches a new node before the next, in minutes.
    #[schemars(range(min = 0, max = 30))]
    soak_minutes: u8,
    /// How long the prefix of public addresses is that each namespace gets which leaves through it; with `mode = "gateway"` only.
    #[schemars(range(min = 28, max = 31))]
    gateway_prefix: u8,
    /// Taints that keep pods off which do not tolerate them, such as `team=payments:NoSchedule`.
    taints: Vec<Taint>,
    /// Labels of the nodes, such as `team=payments`.
    labels: Vec<NodeLabel>,
}
