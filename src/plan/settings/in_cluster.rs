//! What the manifests hold beside workloads and volumes: namespaces, quotas, the tunnel.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{PodSecurity, SecretPlace, TunnelKind};
use super::super::kind::{Cpu, Label, Memory, OptionalGuid, RangeAndPort, VaultName};

tables! {
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
        /// Namespaces for code that is not trusted: every pod in them has to run in a virtual machine of its own.
        sandboxed_namespaces: Vec<Label>,
        /// Whether anything may run in the namespace `default`, which has no quota and no network policy.
        default_namespace: bool,
        /// Whether service accounts of these namespaces may hold rights over the whole cluster.
        wide_grants: bool,
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
        /// Where the tunnel's configuration is kept.
        kind: TunnelKind,
        /// The id that Cloudflare gave the tunnel; with a configuration of one's own only.
        id: OptionalGuid,
        /// The name of the secret that holds the tunnel's token, or the file of its credentials.
        secret: VaultName,
        /// Where that secret is kept.
        secret_in: SecretPlace,
        /// What enrolled clients reach in the network besides what is published: `10.40.3.0/27:443`.
        private: Vec<RangeAndPort>,
    }
}
