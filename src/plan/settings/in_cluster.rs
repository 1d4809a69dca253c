//! What the manifests hold beside workloads: volumes, namespaces, quotas, the tunnel.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Binding, DiskExport, DiskSku, PodSecurity, Reclaim};
use super::super::kind::{Cpu, Label, Memory, VaultName};

tables! {
    /// The class of volumes that is the default.
    Storage {
        /// Its name.
        class: Label,
        /// The kind of disk.
        sku: DiskSku,
        /// Whether a volume's disk can be downloaded through a link.
        disk_export: DiskExport,
        /// What happens to the disk when its claim goes.
        reclaim: Reclaim,
        /// When a volume gets its disk.
        binding: Binding,
        /// Whether a volume can grow.
        expansion: bool,
    }
    /// What pods may do.
    Pods {
        /// The level of the Pod Security Standards that namespaces enforce.
        security: PodSecurity,
        /// Whether pods with a writable root filesystem are admitted.
        writable_root: bool,
        /// Whether containers that do not say what they may use at most are admitted where no quota refuses them.
        unlimited: bool,
    }
    /// Namespaces.
    Kubernetes {
        /// The namespaces that are made.
        namespaces: Vec<Label>,
        /// Whether Services may open a port on every node.
        node_ports: bool,
        /// Whether anything may run in the namespace `default`, which has no quota and no network policy.
        default_namespace: bool,
    }
    /// What each namespace may use.
    Quota {
        /// CPU, over all limits of its pods.
        cpu: Cpu,
        /// Memory, over all limits of its pods.
        memory: Memory,
        /// Pods.
        #[schemars(range(min = 1, max = 10000))]
        pods: u16,
        /// Volume claims.
        #[schemars(range(min = 0, max = 1000))]
        claims: u16,
        /// CPU that one pod may use.
        pod_cpu: Cpu,
        /// Memory that one pod may use.
        pod_memory: Memory,
        /// Size of one volume.
        claim_size: Memory,
    }
    /// The Cloudflare tunnel.
    Tunnel {
        /// Whether cloudflared runs.
        enabled: bool,
        /// How many copies run.
        #[schemars(range(min = 2, max = 25))]
        replicas: u8,
        /// The name of the secret that holds the tunnel's token.
        secret: VaultName,
    }
}
