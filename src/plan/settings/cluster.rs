//! Where in Azure, the cluster itself, and when AKS may upgrade it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Day, NodeOsChannel, Tier, UpgradeChannel};
use super::super::kind::{ClusterName, Guid, Minor, Region, Text, Time, UtcOffset};

tables! {
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
}
