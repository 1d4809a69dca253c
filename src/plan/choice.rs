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
    /// Which policies Advanced Container Networking Services add; they are billed by node and hour.
    Acns {
        /// None.
        None = "none",
        /// By the names of hosts outside.
        Fqdn = "FQDN",
        /// By names, and by requests of HTTP.
        L7 = "L7",
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
    /// Whose key encrypts.
    KeyOwner {
        /// A key of Azure's, which nobody sees.
        Platform = "platform",
        /// A key of your own, in a vault that is made for such keys.
        Customer = "customer",
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
