//! The subnets besides those of the node pools. One entry here is a setting `network.subnets.NAME`, a place in the virtual
//! network, a subnet in both Azure paths and a check of what is written in its place; its default stands in
//! `profiles/base.toml`, as every default.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::guards::Guard;
use crate::plan::kind::AutoRange;
use crate::plan::settings::{ApiAccess, Egress, Settings, Standing, VolumeKind};

/// What a subnet is.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The name of its setting, below `network.subnets`.
    pub id: &'static str,
    /// Its name in Azure. It holds two hyphens or none: `snet-` and a name is a node pool's.
    pub name: &'static str,
    /// The length of the prefix that it is allotted.
    pub prefix: u8,
    /// The longest prefix that Azure takes, or that is of use.
    pub least: u8,
    /// Whether anything in the plan lives in it.
    pub needed: fn(&Settings) -> bool,
    /// The security group that it has; Azure's own subnets have none.
    pub guard: Option<Guard>,
    /// The resource type that Azure delegates it to; empty for none.
    pub delegation: &'static str,
    /// Whether what leads out of the nodes' subnets leads out of this one too.
    pub way_out: bool,
    /// Whether the control plane joins things to it, and so has a role in it.
    pub joined: bool,
}

macro_rules! subnets {
    ($($(#[$doc:meta])* $field:ident = $kind:expr;)*) => {
        /// The subnets besides those of the node pools: a range each, or `auto` for one that is allotted.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct Subnets { $($(#[$doc])* pub $field: AutoRange,)* }

        impl Subnets {
            /// The range that stands under a kind's name.
            pub fn get(&self, id: &str) -> Option<&AutoRange> {
                match id {
                    $(stringify!($field) => Some(&self.$field),)*
                    _ => None,
                }
            }

            pub(super) fn set(&mut self, id: &str, range: AutoRange) {
                match id {
                    $(stringify!($field) => self.$field = range,)*
                    _ => {}
                }
            }
        }

        /// All of them, in the order in which they have their places: new ones are added at the end.
        pub static KINDS: &[Kind] = &[$(Kind { id: stringify!($field), ..$kind }),*];
    };
}

/// What most subnets are: needed, guarded by a group, with no way out of their own.
const PLAIN: Kind = Kind {
    id: "",
    name: "",
    prefix: 27,
    least: 28,
    needed: |_| true,
    guard: None,
    delegation: "",
    way_out: false,
    joined: false,
};

subnets! {
    /// The internal load balancers'.
    internal_load_balancers = Kind {
        name: "snet-internal-lb", guard: Some(Guard::InternalLoadBalancers), joined: true, ..PLAIN
    };
    /// The private endpoints'.
    private_endpoints = Kind { name: "snet-private-endpoints", guard: Some(Guard::PrivateEndpoints), ..PLAIN };
    /// The API server's, where it stands in the network.
    api_server = Kind {
        name: "snet-api-server",
        prefix: 28,
        needed: |settings| settings.access.api == ApiAccess::VnetIntegration,
        guard: Some(Guard::ApiServer),
        delegation: "Microsoft.ContainerService/managedClusters",
        joined: true,
        ..PLAIN
    };
    /// Bastion's.
    bastion = Kind {
        name: "AzureBastionSubnet",
        prefix: 26,
        least: 26,
        needed: |settings| settings.access.standing.contains(&Standing::Bastion),
        guard: Some(Guard::Bastion),
        ..PLAIN
    };
    /// The jump host's.
    jump_host = Kind {
        name: "snet-jump-host",
        prefix: 28,
        needed: |settings| settings.access.bastion.jump_host,
        guard: Some(Guard::JumpHost),
        way_out: true,
        ..PLAIN
    };
    /// The runner's.
    runner = Kind {
        name: "snet-ci-runner",
        needed: |settings| settings.access.runner,
        guard: Some(Guard::Runner),
        way_out: true,
        ..PLAIN
    };
    /// The firewall's.
    firewall = Kind {
        name: "AzureFirewallSubnet",
        prefix: 26,
        least: 26,
        needed: |settings| settings.network.egress == Egress::Firewall,
        ..PLAIN
    };
    /// The private endpoints of file shares, which speak SMB.
    file_endpoints = Kind {
        name: "snet-file-endpoints", needed: has_files, guard: Some(Guard::FileEndpoints), ..PLAIN
    };
}

fn has_files(settings: &Settings) -> bool {
    settings.storage.classes.values().any(|class| class.kind == VolumeKind::Files)
}

/// The Azure name of a node pool's subnet.
pub fn of_pool(pool: &str) -> String {
    format!("snet-{pool}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_subnet_can_be_taken_for_that_of_a_pool() {
        for kind in KINDS {
            let pool = kind.name.strip_prefix("snet-").is_some_and(|rest| rest.chars().all(char::is_alphanumeric));
            assert!(!pool && kind.prefix <= kind.least, "{kind:?}");
        }
    }
}
