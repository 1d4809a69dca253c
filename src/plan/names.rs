//! The names and ids of everything a plan makes, computed once so that files cannot disagree.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::network::guards::Guard;
use super::network::subnets::{self, KINDS};
use super::settings::Settings;

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
            pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
        )*
    };
}

names! {
    /// Names of Azure resources.
    Names {
        /// The resource groups.
        groups: Groups,
        /// The virtual network.
        vnet: String,
        /// The subnets besides those of node pools, by the name of their setting.
        subnets: BTreeMap<String, String>,
        /// The route table.
        route_table: String,
        /// The NAT gateway.
        nat_gateway: String,
        /// The NAT gateway's public address.
        public_ip: String,
        /// The firewall.
        firewall: String,
        /// The firewall's public address.
        firewall_ip: String,
        /// What the firewall lets out.
        firewall_policy: String,
        /// The cluster's identities.
        identities: ClusterIdentities,
        /// The Log Analytics workspace.
        workspace: String,
        /// The vault; unique in the world.
        vault: String,
        /// The vault of the keys that encrypt disks and etcd; unique in the world.
        keys_vault: String,
        /// The encryption set of the disks.
        disk_encryption_set: String,
        /// The registry; unique in the world.
        registry: String,
        /// The private DNS zones.
        zones: Zones,
        /// The link from a zone to the network.
        zone_link: String,
        /// The private endpoints.
        endpoints: Endpoints,
        /// Every diagnostic setting.
        diagnostics: String,
        /// The policy assignments.
        policies: Policies,
        /// The alerts, and who gets them.
        alerts: AlertNames,
        /// Bastion and what is behind it.
        bastion: BastionNames,
    }
    /// The resource groups, by lifecycle.
    Groups {
        /// Network, zones and private endpoints.
        network: String,
        /// The cluster and its identities.
        cluster: String,
        /// Vault, registry and logs: what outlives a cluster.
        security: String,
        /// The tree's own public address, left out of the policy against them.
        egress: String,
        /// Snapshots of disks, which outlive the disks and the cluster.
        snapshots: String,
        /// AKS's own group with the nodes.
        nodes: String,
    }
    /// The cluster's identities.
    ClusterIdentities {
        /// The control plane's.
        cluster: String,
        /// The nodes'.
        kubelet: String,
        /// Of pipelines that look.
        ci_plan: String,
        /// Of pipelines that deploy.
        ci_apply: String,
    }
    /// One name for the vault's side, one for the registry's.
    Zones {
        /// The vault's.
        vault: String,
        /// The registry's.
        registry: String,
    }
    /// The private endpoints.
    Endpoints {
        /// The vault's.
        vault: String,
        /// That of the vault of keys.
        keys_vault: String,
        /// The registry's.
        registry: String,
    }
    /// The policy assignments.
    Policies {
        /// Against public load balancers.
        internal_load_balancers: String,
        /// Against public IP addresses.
        public_ips: String,
    }
    /// The alerts, and who gets them.
    AlertNames {
        /// Who gets them.
        group: String,
        /// That the group for emergencies is used.
        break_glass: String,
        /// That something in Azure weakens the cluster.
        weakening: String,
    }
    /// Bastion and what is behind it.
    BastionNames {
        /// Bastion itself.
        host: String,
        /// Its public address.
        address: String,
        /// The jump host.
        jump_host: String,
        /// The jump host's network interface.
        interface: String,
    }
    /// Full ids of Azure resources.
    Ids {
        /// The resource groups.
        groups: Groups,
        /// The subnets besides those of node pools, by the name of their setting.
        subnets: BTreeMap<String, String>,
        /// The virtual network.
        vnet: String,
        /// The route table.
        route_table: String,
        /// The cluster's identities.
        identities: ClusterIdentities,
        /// The vault.
        vault: String,
        /// The vault of keys.
        keys_vault: String,
        /// The encryption set of the disks.
        disk_encryption_set: String,
        /// The registry.
        registry: String,
        /// The workspace.
        workspace: String,
        /// The cluster.
        cluster: String,
    }
}

impl Names {
    /// The names of a plan's resources.
    pub fn new(settings: &Settings) -> Names {
        let n = settings.cluster.name.as_str();
        let subscription = settings.azure.subscription.as_str().to_ascii_lowercase();
        let hash = short_hash(&format!("{subscription}/{n}"));
        let cut =
            |text: &str, most: usize| text.chars().take(most).collect::<String>().trim_end_matches('-').to_string();
        Names {
            groups: Groups {
                network: format!("rg-{n}-network"),
                cluster: format!("rg-{n}-cluster"),
                security: format!("rg-{n}-security"),
                egress: format!("rg-{n}-egress"),
                snapshots: format!("rg-{n}-snapshots"),
                nodes: format!("rg-{n}-nodes"),
            },
            vnet: format!("vnet-{n}"),
            subnets: KINDS
                .iter()
                .filter(|kind| (kind.needed)(settings))
                .map(|kind| (kind.id.to_string(), kind.name.to_string()))
                .collect(),
            route_table: format!("rt-{n}"),
            nat_gateway: format!("ng-{n}"),
            public_ip: format!("pip-{n}-egress"),
            firewall: format!("fw-{n}"),
            firewall_ip: format!("pip-{n}-firewall"),
            firewall_policy: format!("fwp-{n}"),
            identities: ClusterIdentities {
                cluster: format!("id-{n}-cluster"),
                kubelet: format!("id-{n}-kubelet"),
                ci_plan: format!("id-{n}-ci-plan"),
                ci_apply: format!("id-{n}-ci-apply"),
            },
            workspace: format!("log-{n}"),
            vault: format!("kv-{}-{hash}", cut(n, 13)),
            keys_vault: format!("kvk-{}-{hash}", cut(n, 13)),
            disk_encryption_set: format!("des-{n}"),
            registry: format!("acr{}{hash}", cut(&n.replace('-', ""), 20)),
            zones: Zones { vault: "privatelink.vaultcore.azure.net".into(), registry: "privatelink.azurecr.io".into() },
            zone_link: format!("link-{n}"),
            endpoints: Endpoints {
                vault: format!("pe-{n}-vault"),
                keys_vault: format!("pe-{n}-keys"),
                registry: format!("pe-{n}-registry"),
            },
            diagnostics: "to-log-analytics".into(),
            policies: Policies {
                internal_load_balancers: format!("{n}-internal-load-balancers"),
                public_ips: format!("{n}-no-public-ips"),
            },
            alerts: AlertNames {
                group: format!("ag-{n}"),
                break_glass: format!("alert-{n}-break-glass"),
                weakening: format!("alert-{n}-weakening"),
            },
            bastion: BastionNames {
                host: format!("bas-{n}"),
                address: format!("pip-{n}-bastion"),
                jump_host: format!("vm-{n}-jump"),
                interface: format!("nic-{n}-jump"),
            },
        }
    }

    /// The name of a network security group.
    pub fn guard(settings: &Settings, guard: Guard) -> String {
        format!("nsg-{}-{}", settings.cluster.name.as_str(), guard.suffix())
    }

    /// The ids that these names give in a subscription.
    pub fn ids(&self, settings: &Settings) -> Ids {
        let subscription = format!("/subscriptions/{}", settings.azure.subscription.as_str());
        let group = |name: &str| format!("{subscription}/resourceGroups/{name}");
        let groups = Groups {
            network: group(&self.groups.network),
            cluster: group(&self.groups.cluster),
            security: group(&self.groups.security),
            egress: group(&self.groups.egress),
            snapshots: group(&self.groups.snapshots),
            nodes: group(&self.groups.nodes),
        };
        let vnet = format!("{}/providers/Microsoft.Network/virtualNetworks/{}", groups.network, self.vnet);
        let subnet = |name: &str| format!("{vnet}/subnets/{name}");
        Ids {
            subnets: self.subnets.iter().map(|(id, name)| (id.clone(), subnet(name))).collect(),
            route_table: format!("{}/providers/Microsoft.Network/routeTables/{}", groups.network, self.route_table),
            identities: ClusterIdentities {
                cluster: identity_id(&groups.cluster, &self.identities.cluster),
                kubelet: identity_id(&groups.cluster, &self.identities.kubelet),
                ci_plan: identity_id(&groups.cluster, &self.identities.ci_plan),
                ci_apply: identity_id(&groups.cluster, &self.identities.ci_apply),
            },
            vault: format!("{}/providers/Microsoft.KeyVault/vaults/{}", groups.security, self.vault),
            keys_vault: format!("{}/providers/Microsoft.KeyVault/vaults/{}", groups.security, self.keys_vault),
            disk_encryption_set: format!(
                "{}/providers/Microsoft.Compute/diskEncryptionSets/{}",
                groups.security, self.disk_encryption_set
            ),
            registry: format!("{}/providers/Microsoft.ContainerRegistry/registries/{}", groups.security, self.registry),
            workspace: format!(
                "{}/providers/Microsoft.OperationalInsights/workspaces/{}",
                groups.security, self.workspace
            ),
            cluster: format!(
                "{}/providers/Microsoft.ContainerService/managedClusters/{}",
                groups.cluster,
                settings.cluster.name.as_str()
            ),
            groups,
            vnet,
        }
    }
}

impl Ids {
    /// The id of a node pool's subnet.
    pub fn pool_subnet(&self, pool: &str) -> String {
        format!("{}/subnets/{}", self.vnet, subnets::of_pool(pool))
    }
}

/// Six hexadecimal digits that a text gives.
pub(super) fn short_hash(text: &str) -> String {
    Sha256::digest(text).iter().take(3).map(|b| format!("{b:02x}")).collect()
}

/// The id of a user-assigned identity.
pub fn identity_id(group_id: &str, name: &str) -> String {
    format!("{group_id}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}")
}

/// ARM's `guid(a, b, c)`: a UUID version 5 of the arguments joined with hyphens, in ARM's own namespace.
pub fn arm_guid(parts: &[&str]) -> String {
    const NAMESPACE: uuid::Uuid = uuid::uuid!("11fb06fb-712d-4ddd-98c7-e71bbd588830");
    uuid::Uuid::new_v5(&NAMESPACE, parts.join("-").as_bytes()).to_string()
}
