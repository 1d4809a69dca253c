//! Settings with a closed list of values; the texts are what `explain` and the JSON Schema say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
        /// From a machine that reaches the API server, with kubectl.
        Inside = "inside",
        /// By Flux, out of a repository; it comes as an extension of AKS.
        Gitops = "gitops",
    }
    /// Where the API server is reached.
    ApiAccess {
        /// At a private endpoint in the virtual network; stays so for the life of the cluster.
        PrivateLink = "private-link",
        /// At an address in a subnet of its own; can be turned on later, and never off.
        VnetIntegration = "vnet-integration",
        /// At a public address, from `access.authorized_ranges`.
        Public = "public",
    }
    /// Who may change what lies outside the tree.
    Rights {
        /// Whoever deploys this tree: the scripts and the Bicep do it.
        Ours = "ours",
        /// Somebody else: the runbook has the commands for them.
        Elsewhere = "elsewhere",
    }
    /// A way in that stays.
    Standing {
        /// Azure Bastion in this network.
        Bastion = "bastion",
        /// A network of `network.peerings`.
        Peering = "peering",
        /// The Cloudflare tunnel.
        Tunnel = "tunnel",
    }
    /// The tier of Bastion; lower ones have no tunnels for programs.
    BastionSku {
        /// Tunnels for programs.
        Standard = "Standard",
        /// With recordings of sessions.
        Premium = "Premium",
    }
    /// How traffic leaves the nodes.
    Egress {
        /// Through a NAT gateway with a public address of one's own.
        NatGateway = "nat-gateway",
        /// Through an appliance (a firewall) at `network.next_hop`.
        UserDefinedRouting = "user-defined-routing",
        /// Through an Azure Firewall of the tree's own, which lets out what is listed and nothing else.
        Firewall = "firewall",
        /// Not at all: a network isolated cluster, whose nodes and images come from the private registry.
        None = "none",
        /// Through the cluster's load balancer, with an address that AKS picks.
        LoadBalancer = "load-balancer",
    }
    /// Who enforces network policies.
    PolicyEngine {
        /// Cilium, in the kernel.
        Cilium = "cilium",
        /// Calico, with the data plane of Azure.
        Calico = "calico",
    }
    /// Which policies Advanced Container Networking Services add; they are billed by node and hour.
    Acns {
        /// None.
        None = "none",
        /// By the names of hosts outside.
        Fqdn = "FQDN",
        /// By names, and by requests of HTTP.
        L7 = "L7",
    }
    /// The kind of NAT gateway.
    NatSku {
        /// Lives through the loss of a zone; not in every region.
        StandardV2 = "StandardV2",
        /// Lives in one zone, in every region.
        Standard = "Standard",
    }
    /// The tier of the firewall.
    FirewallTier {
        /// Filters by name and address, and refuses what is known to be malicious.
        Standard = "Standard",
        /// Looks into traffic for intrusions as well.
        Premium = "Premium",
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
    /// How the vault decides who may read what.
    VaultAccess {
        /// By role assignments, down to a single secret.
        Rbac = "rbac",
        /// By a list of its own, for the whole vault: whoever reads one secret reads all.
        AccessPolicies = "access-policies",
    }
    /// Whose key encrypts.
    KeyOwner {
        /// A key of Azure's, which nobody sees.
        Platform = "platform",
        /// A key of your own, in a vault that is made for such keys.
        Customer = "customer",
    }
    /// Who reads the vault for a workload.
    VaultIdentity {
        /// An Azure identity of the workload's own, by the token of its service account.
        Workload = "workload",
        /// The identity of the add-on, which sits on every node and is the same for all.
        Addon = "addon",
        /// A service principal, with a password that is kept in the cluster.
        ServicePrincipal = "service-principal",
    }
    /// Where the configuration of the tunnel is kept.
    TunnelKind {
        /// At Cloudflare: a token is all that is known here.
        Token = "token",
        /// Here, in a ConfigMap, beside a file of credentials.
        Config = "config",
    }
    /// Where a secret is kept.
    SecretPlace {
        /// In the vault, and mounted from there.
        Vault = "vault",
        /// In the cluster, as a Kubernetes Secret.
        Cluster = "cluster",
    }
    /// Which Kubernetes audit events are kept.
    Audit {
        /// All but reads.
        Admin = "kube-audit-admin",
        /// All, reads included; many times the volume.
        All = "kube-audit",
    }
    /// What volumes are made of.
    VolumeKind {
        /// A disk, for one pod at a time.
        Disk = "disk",
        /// A file share (SMB), for many pods at once, without an account key and on a private address.
        Files = "files",
    }
    /// The kind of disk or file share behind a volume.
    VolumeSku {
        /// Standard SSD, in one zone; disks only.
        StandardSsdLrs = "StandardSSD_LRS",
        /// Standard SSD, in three zones; disks only.
        StandardSsdZrs = "StandardSSD_ZRS",
        /// Premium SSD, in one zone.
        PremiumLrs = "Premium_LRS",
        /// Premium SSD, in three zones.
        PremiumZrs = "Premium_ZRS",
        /// Standard, in one zone; files only.
        StandardLrs = "Standard_LRS",
        /// Standard, in three zones; files only.
        StandardZrs = "Standard_ZRS",
    }
    /// Whether a volume's disk can be downloaded through a link.
    DiskExport {
        /// Nobody can.
        Deny = "deny",
        /// Whoever has the right to make such a link can, over a private endpoint in the network only.
        Private = "private",
        /// Whoever has the right to make such a link can, from anywhere.
        Allow = "allow",
    }
    /// What happens to a volume when its claim goes.
    Reclaim {
        /// It goes too.
        Delete = "Delete",
        /// It stays, and somebody has to clean up.
        Retain = "Retain",
    }
    /// When a volume is made.
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
    /// Which images may run in the namespaces of the tree.
    Admit {
        /// All.
        Any = "any",
        /// Those by digest, from the registries that are listed and from the tree's own.
        Registries = "registries",
        /// Where workloads of this file run: their images and no other; elsewhere as `registries`.
        Named = "named",
    }
    /// A language that there is a Dockerfile for.
    ImageLanguage {
        /// Go.
        Go = "go",
        /// Rust.
        Rust = "rust",
        /// Node.js.
        Node = "node",
        /// Python.
        Python = "python",
        /// Java.
        Java = "java",
        /// .NET.
        Dotnet = "dotnet",
    }
    /// What a team may do in its namespaces.
    TeamRole {
        /// See what runs, and its logs; no Secrets.
        Reader = "reader",
        /// Change what runs.
        Writer = "writer",
        /// Change all that a team needs, Secrets and debugging included.
        Admin = "admin",
    }
    /// Where a team's role is given.
    TeamVia {
        /// By a role assignment in Azure at the scope of the namespace, which Privileged Identity Management and access reviews know.
        Azure = "azure",
        /// By a Role of the tree, which says verb by verb what it allows.
        Kubernetes = "kubernetes",
    }
    /// An availability zone.
    Zone {
        /// Zone 1.
        One = "1",
        /// Zone 2.
        Two = "2",
        /// Zone 3.
        Three = "3",
    }
    /// What a node pool is for.
    PoolMode {
        /// AKS's own pods; there has to be one.
        System = "system",
        /// Your workloads.
        User = "user",
        /// Pods in virtual machines of their own (Kata), for code that is not trusted.
        Sandboxed = "sandboxed",
        /// No pods of yours: what workloads that name it send outside leaves here, by public addresses that stay (static egress gateway).
        Gateway = "gateway",
        /// No such pool: takes one out that a profile brings.
        None = "none",
    }
}
