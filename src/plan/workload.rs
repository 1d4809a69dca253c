//! What runs in the cluster: settings that each workload has of its own, and those that it can leave to the defaults.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::choice::VaultIdentity;
use super::kind::{
    ContainerPath, Cpu, FileText, HealthPath, HostName, Image, Label, Memory, OptionalAddress, PoolChoice, Text,
    VaultName, Volume,
};

macro_rules! workload {
    ($($(#[$doc:meta])* $field:ident: $kind:ty,)*) => {
        /// The values that a workload has where it does not say otherwise.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct WorkloadDefaults {
            $($(#[$doc])* pub $field: $kind,)*
        }

        /// Something that runs in the cluster.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct Workload {
            /// The namespace it runs in, one of `kubernetes.namespaces`.
            pub namespace: Label,
            /// The image, by digest.
            pub image: Image,
            /// The port it listens on.
            #[schemars(range(min = 1024, max = 65535))]
            pub port: u16,
            /// Who reads the vault for it; `key_vault.identity` where it does not say.
            pub vault_identity: VaultIdentity,
            $($(#[$doc])* pub $field: $kind,)*
        }
    };
}

workload! {
    /// Further ports that it listens on.
    #[schemars(inner(range(min = 1024, max = 65535)))]
    more_ports: Vec<u16>,
    /// How many copies run.
    #[schemars(range(min = 1, max = 100))]
    replicas: u16,
    /// The user and group id that its processes have.
    #[schemars(range(min = 1, max = 4294967294i64))]
    user: u32,
    /// The CPU it is given.
    cpu: Cpu,
    /// The CPU it may use.
    cpu_limit: Cpu,
    /// The memory it is given and may use.
    memory: Memory,
    /// The command in place of the image's entrypoint; empty for the image's own.
    command: Vec<Text>,
    /// The arguments; empty for the image's own.
    args: Vec<Text>,
    /// Files that it finds below /mnt/config, by name. They are for everybody to read: no secrets.
    config: BTreeMap<String, FileText>,
    /// Folders it may write to; each gets an empty volume.
    writable: Vec<ContainerPath>,
    /// Volumes that outlive its pods: `data: disk-private 10Gi /var/lib/data`.
    volumes: Vec<Volume>,
    /// How much it may write on the node: in each of those folders, and in all.
    scratch: Memory,
    /// Secrets in the vault that it mounts below /mnt/secrets.
    secrets: Vec<VaultName>,
    /// Certificates (PEM) in the vault that it mounts below /mnt/secrets.
    certificates: Vec<VaultName>,
    /// Certificates that somebody made in the vault itself, mounted below /mnt/secrets without their private keys.
    public_certificates: Vec<VaultName>,
    /// Keys in the vault that it may use, with the public half below /mnt/secrets.
    keys: Vec<VaultName>,
    /// Which of its secrets and certificates are also copied into a Kubernetes Secret, for what cannot read a file.
    sync: Vec<VaultName>,
    /// The names under which the tunnel publishes it.
    tunnel_hosts: Vec<HostName>,
    /// The names under which the gateway leads to it.
    gateway_hosts: Vec<HostName>,
    /// The path of its HTTP health endpoint; empty for a TCP probe.
    health: HealthPath,
    /// The fixed address of its internal load balancer; empty for none.
    internal_address: OptionalAddress,
    /// The port of its internal load balancer.
    #[schemars(range(min = 0, max = 65535))]
    internal_port: u16,
    /// The node pool that it runs on; empty for any that is for workloads and has no taint. On a sandboxed pool it runs in a virtual machine of its own.
    pool: PoolChoice,
    /// The gateway pool by whose public addresses it leaves; empty for the way out of all others. No network policy holds for what it sends that way.
    egress_gateway: PoolChoice,
}

impl Workload {
    /// Whether it mounts anything from the vault.
    pub fn mounts(&self) -> bool {
        [&self.secrets, &self.certificates, &self.public_certificates, &self.keys].iter().any(|list| !list.is_empty())
    }
}
