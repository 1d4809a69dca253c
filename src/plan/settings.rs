//! Every setting, as total types: no option is missing, no default is hidden here (they live in `profiles/base.toml`).
//!
//! The doc comments are what `explain` and the JSON Schema say, so they give meaning and units.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kind::{
    Address, Cidr, ClusterName, ContainerPath, Cpu, Flow, Folder, Guid, HealthPath, Image, Interval, Label, Memory,
    Minor, OptionalAddress, Region, Surge, Text, Time, UtcOffset, VaultName, VmSize,
};

macro_rules! choice {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
            #[schemars(inline)]
            pub enum $name {
                $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)*
            }
        )*
    };
}

choice! {
    /// The pricing tier of the control plane.
    Tier {
        /// No service level agreement.
        Free = "free",
        /// With service level agreement.
        Standard = "standard",
        /// With long-term support.
        Premium = "premium",
    }
    /// Which new Kubernetes versions AKS installs by itself.
    UpgradeChannel {
        /// None.
        None = "none",
        /// The newest patch of the minor.
        Patch = "patch",
        /// The newest patch of the minor before the newest.
        Stable = "stable",
        /// The newest patch of the newest minor.
        Rapid = "rapid",
    }
    /// How nodes get operating system updates.
    NodeOsChannel {
        /// Not at all.
        None = "None",
        /// By the operating system's own means; reboots are yours.
        Unmanaged = "Unmanaged",
        /// Security patches only.
        SecurityPatch = "SecurityPatch",
        /// A new node image every week.
        NodeImage = "NodeImage",
    }
    /// A day of the week.
    Day {
        /// Monday.
        Monday = "Monday",
        /// Tuesday.
        Tuesday = "Tuesday",
        /// Wednesday.
        Wednesday = "Wednesday",
        /// Thursday.
        Thursday = "Thursday",
        /// Friday.
        Friday = "Friday",
        /// Saturday.
        Saturday = "Saturday",
        /// Sunday.
        Sunday = "Sunday",
    }
    /// How the first manifests reach the private API server.
    Bootstrap {
        /// From a laptop, through run command, which is on for just that moment.
        RunCommand = "run-command",
        /// From a machine inside the network, with kubectl.
        Inside = "inside",
    }
    /// How traffic leaves the nodes.
    Egress {
        /// Through a NAT gateway with a public address of one's own.
        NatGateway = "nat-gateway",
        /// Through an appliance (a firewall) at `network.next_hop`.
        UserDefinedRouting = "user-defined-routing",
        /// Through the cluster's load balancer, with an address that AKS picks.
        LoadBalancer = "load-balancer",
    }
    /// The operating system of the nodes.
    NodeOs {
        /// Azure Linux.
        AzureLinux = "AzureLinux",
        /// Ubuntu.
        Ubuntu = "Ubuntu",
    }
    /// What an Azure Policy assignment does with a violation.
    PolicyEffect {
        /// Reports it.
        Audit = "Audit",
        /// Refuses it.
        Deny = "Deny",
    }
    /// The tier of the vault.
    VaultSku {
        /// Keys in software.
        Standard = "standard",
        /// Keys in hardware as well.
        Premium = "premium",
    }
    /// Which Kubernetes audit events are kept.
    Audit {
        /// All but reads.
        Admin = "kube-audit-admin",
        /// All, reads included; many times the volume.
        All = "kube-audit",
    }
    /// The kind of disk behind a volume.
    DiskSku {
        /// Standard SSD, in one zone.
        StandardSsdLrs = "StandardSSD_LRS",
        /// Standard SSD, in three zones.
        StandardSsdZrs = "StandardSSD_ZRS",
        /// Premium SSD, in one zone.
        PremiumLrs = "Premium_LRS",
        /// Premium SSD, in three zones.
        PremiumZrs = "Premium_ZRS",
    }
    /// Whether a volume's disk can be downloaded through a link.
    DiskExport {
        /// Nobody can.
        Deny = "deny",
        /// Whoever has the right to make such a link can.
        Allow = "allow",
    }
    /// What happens to the disk when its claim goes.
    Reclaim {
        /// It goes too.
        Delete = "Delete",
        /// It stays, and somebody has to clean up.
        Retain = "Retain",
    }
    /// When a volume gets its disk.
    Binding {
        /// When a pod uses it, in that pod's zone.
        WaitForFirstConsumer = "WaitForFirstConsumer",
        /// At once.
        Immediate = "Immediate",
    }
    /// A level of the Pod Security Standards.
    PodSecurity {
        /// No restriction.
        Privileged = "privileged",
        /// No known privilege escalation.
        Baseline = "baseline",
        /// Current hardening practice.
        Restricted = "restricted",
    }
}

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
    /// The values that a workload has where it does not say otherwise.
    WorkloadDefaults {
        /// How many copies run.
        #[schemars(range(min = 1, max = 100))]
        replicas: u16,
        /// The user and group id that its processes have.
        #[schemars(range(min = 10000, max = 4294967294i64))]
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
        /// Folders it may write to; each gets an empty volume.
        writable: Vec<ContainerPath>,
        /// How much it may write on the node: in each of those folders, and in all.
        scratch: Memory,
        /// Secrets in the vault that it mounts below /mnt/secrets.
        secrets: Vec<VaultName>,
        /// Certificates (PEM) in the vault that it mounts below /mnt/secrets.
        certificates: Vec<VaultName>,
        /// Keys in the vault that it may use, with the public half below /mnt/secrets.
        keys: Vec<VaultName>,
        /// The path of its HTTP health endpoint; empty for a TCP probe.
        health: HealthPath,
        /// The fixed address of its internal load balancer; empty for none.
        internal_address: OptionalAddress,
        /// The port of its internal load balancer.
        #[schemars(range(min = 0, max = 65535))]
        internal_port: u16,
    }
    /// Something that runs in the cluster.
    Workload {
        /// The namespace it runs in, one of `kubernetes.namespaces`.
        namespace: Label,
        /// The image, by digest.
        image: Image,
        /// The port it listens on.
        #[schemars(range(min = 1024, max = 65535))]
        port: u16,
        /// How many copies run.
        #[schemars(range(min = 1, max = 100))]
        replicas: u16,
        /// The user and group id that its processes have.
        #[schemars(range(min = 10000, max = 4294967294i64))]
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
        /// Folders it may write to; each gets an empty volume.
        writable: Vec<ContainerPath>,
        /// How much it may write on the node: in each of those folders, and in all.
        scratch: Memory,
        /// Secrets in the vault that it mounts below /mnt/secrets.
        secrets: Vec<VaultName>,
        /// Certificates (PEM) in the vault that it mounts below /mnt/secrets.
        certificates: Vec<VaultName>,
        /// Keys in the vault that it may use, with the public half below /mnt/secrets.
        keys: Vec<VaultName>,
        /// The path of its HTTP health endpoint; empty for a TCP probe.
        health: HealthPath,
        /// The fixed address of its internal load balancer; empty for none.
        internal_address: OptionalAddress,
        /// The port of its internal load balancer.
        #[schemars(range(min = 0, max = 65535))]
        internal_port: u16,
    }
    /// Where files go.
    Output {
        /// The folder of the rendered tree, relative to the profile file.
        dir: Folder,
    }
}

choice! {
    /// An availability zone.
    Zone {
        /// Zone 1.
        One = "1",
        /// Zone 2.
        Two = "2",
        /// Zone 3.
        Three = "3",
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
