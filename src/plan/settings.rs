//! Every setting, as total types: no option is missing, no default is hidden here (they live in `profiles/base.toml`).
//!
//! The doc comments are what `explain` and the JSON Schema say, so they give meaning and units.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::choice::{
    Audit, Binding, Bootstrap, Day, DiskExport, DiskSku, Egress, NodeOs, NodeOsChannel, PodSecurity, PolicyEffect,
    Reclaim, Tier, UpgradeChannel, VaultSku, Zone,
};
use super::kind::{
    Address, Cidr, ClusterName, Cpu, Flow, Folder, Guid, Interval, Label, Memory, Minor, OptionalAddress, Region,
    Surge, Text, Time, UtcOffset, VaultName, VmSize,
};
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
    /// Where in Azure.
    Azure {
        /// The id of the subscription that everything is made in.
        subscription: Guid,
        /// The id of the Entra ID tenant.
        tenant: Guid,
    }
    /// The cluster itself.
    Cluster {
        /// The cluster's name; all other names are made of it.
        name: ClusterName,
        /// The Azure region.
        location: Region,
        /// The Kubernetes minor; the upgrade channel chooses the patch.
        kubernetes_version: Minor,
        /// The pricing tier of the control plane.
        tier: Tier,
        /// Whether the resource group with the nodes is read-only for everyone but AKS.
        node_resource_group_lockdown: bool,
        /// How often unused images are removed from the nodes, in hours.
        #[schemars(range(min = 24, max = 2160))]
        image_cleaner_hours: u16,
        /// Which new Kubernetes versions AKS installs by itself.
        upgrade_channel: UpgradeChannel,
        /// How nodes get operating system updates.
        node_os_upgrade_channel: NodeOsChannel,
        /// Tags on every resource.
        tags: BTreeMap<String, Text>,
    }
    /// The weekly window in which AKS may upgrade the cluster and its nodes.
    Maintenance {
        /// The day it starts.
        day: Day,
        /// The time it starts.
        start: Time,
        /// How long it lasts, in hours.
        #[schemars(range(min = 4, max = 24))]
        hours: u8,
        /// The offset from UTC that `start` is given in.
        utc_offset: UtcOffset,
    }
    /// Who gets in, and how.
    Access {
        /// The object id of the Entra ID group that administers the cluster.
        admin_group: Guid,
        /// How the first manifests reach the private API server.
        bootstrap: Bootstrap,
        /// Whether rights inside Kubernetes come from Azure role assignments.
        azure_rbac: bool,
        /// Whether the cluster has a static admin account beside Entra ID.
        local_accounts: bool,
        /// Whether the private API server also has a name in public DNS.
        public_fqdn: bool,
        /// Whether `az aks command invoke` stays on.
        run_command: bool,
    }
    /// The virtual network, and who may talk to whom.
    Network {
        /// The address range of the virtual network.
        vnet: Cidr,
        /// The range of the pods, an overlay outside the virtual network.
        pods: Cidr,
        /// The range of the cluster's services.
        services: Cidr,
        /// The address of the cluster's DNS, inside `network.services`.
        dns_service: Address,
        /// How traffic leaves the nodes.
        egress: Egress,
        /// The appliance that all egress goes to; with user-defined routing only.
        next_hop: OptionalAddress,
        /// Whether subnets keep Azure's implicit way to the internet.
        default_outbound: bool,
        /// Whether each namespace refuses all traffic that no flow allows.
        default_deny: bool,
        /// Whether pods are kept from the instance metadata service by a policy that no namespace can undo.
        block_imds: bool,
        /// Whether pods are kept from SSH and the kubelet on nodes by a policy that no namespace can undo.
        block_node_access: bool,
        /// Who may talk to whom: `frontend -> message, user`; the sources `tunnel` and `vnet` are there without a workload.
        flows: Vec<Flow>,
        /// The subnets.
        subnets: Subnets,
    }
    /// The subnets of the virtual network.
    Subnets {
        /// The system node pool's.
        system: Cidr,
        /// The user node pool's.
        user: Cidr,
        /// The internal load balancers'.
        internal_load_balancers: Cidr,
        /// The private endpoints'.
        private_endpoints: Cidr,
    }
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
        /// How long an upgrade watches a new node before the next, in minutes.
        #[schemars(range(min = 0, max = 30))]
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
    /// Workflows for a repository.
    Ci {
        /// Whether there is one for GitHub Actions.
        github: bool,
    }
    /// Where files go.
    Output {
        /// The folder of the rendered tree, relative to the profile file.
        dir: Folder,
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
