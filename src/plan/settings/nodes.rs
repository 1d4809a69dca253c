//! The machines.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{NodeOs, Zone};
use super::super::kind::{Surge, VmSize};

tables! {
    /// What all nodes have in common, and the pools.
    Nodes {
        /// The operating system.
        os: NodeOs,
        /// Whether nodes boot with secure boot and a virtual TPM.
        trusted_launch: bool,
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
        /// How many nodes an upgrade adds at a time: a number or a share.
        max_surge: Surge,
        /// How long an upgrade waits for a node to drain, in minutes.
        #[schemars(range(min = 1, max = 1440))]
        drain_timeout_minutes: u16,
        /// How long an upgrade watches a new node before the next, in minutes; one at least, since az never sends a zero and so
        /// could not take a longer time back.
        #[schemars(range(min = 1, max = 30))]
        soak_minutes: u8,
        /// The pool of AKS's own pods.
        system: SystemPool,
        /// The pool of your workloads.
        user: UserPool,
    }
    /// The pool of AKS's own pods.
    SystemPool {
        /// The size of its machines.
        size: VmSize,
        /// The fewest nodes.
        #[schemars(range(min = 1, max = 1000))]
        min: u16,
        /// The most nodes.
        #[schemars(range(min = 1, max = 1000))]
        max: u16,
        /// The availability zones.
        zones: Vec<Zone>,
        /// Whether a taint keeps your workloads off it.
        tainted: bool,
    }
    /// The pool of your workloads.
    UserPool {
        /// The size of its machines.
        size: VmSize,
        /// The fewest nodes.
        #[schemars(range(min = 1, max = 1000))]
        min: u16,
        /// The most nodes.
        #[schemars(range(min = 1, max = 1000))]
        max: u16,
        /// The availability zones.
        zones: Vec<Zone>,
    }
}
