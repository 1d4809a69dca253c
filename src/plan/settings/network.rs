//! The virtual network, its subnets, and who may talk to whom.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Acns, Egress, FirewallTier, NatSku, PolicyEngine, Rights, Zone};
use super::super::kind::{Address, Cidr, Flow, Label, NetworkId, OptionalAddress};
pub use super::super::network::subnets::Subnets;

tables! {
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
        /// The kind of NAT gateway; with a NAT gateway only.
        nat_sku: NatSku,
        /// The firewall of the tree's own; with `egress = "firewall"` only.
        firewall: Firewall,
        /// Whether subnets keep Azure's implicit way to the internet.
        default_outbound: bool,
        /// Who enforces network policies.
        policy_engine: PolicyEngine,
        /// Which policies Advanced Container Networking Services add; they are billed by node and hour.
        acns: Acns,
        /// Whether traffic of pods between nodes is encrypted, by WireGuard; takes Advanced Container Networking Services.
        pod_encryption: bool,
        /// Whether each namespace refuses all traffic that no flow allows.
        default_deny: bool,
        /// Whether pods are kept from the instance metadata service by a policy that no namespace can undo.
        block_imds: bool,
        /// Whether pods are kept from SSH and the kubelet on nodes by a policy that no namespace can undo.
        block_node_access: bool,
        /// Who may talk to whom: `frontend -> message:9090, fqdn:NAME:443`; the sources `tunnel` and `vnet` are there without a workload.
        flows: Vec<Flow>,
        /// Ranges that the network is joined to, or will be (peered networks, those behind a gateway): nothing may overlap them, and flows from `vnet` begin there too.
        peered: Vec<Cidr>,
        /// The subnets besides those of the node pools.
        subnets: Subnets,
        /// The servers that this network asks for names; empty for Azure's own.
        dns_servers: Vec<Address>,
        /// Networks that this one is joined to, by a name of your choosing.
        peerings: BTreeMap<Label, Peering>,
    }
    /// A network that this one is joined to.
    Peering {
        /// Its id.
        network: NetworkId,
        /// Its address ranges.
        ranges: Vec<Cidr>,
        /// Who may change it.
        rights: Rights,
        /// Whether this network uses its VPN or ExpressRoute gateway.
        gateway: bool,
        /// Whether traffic that it passes on for others, as an appliance does, is let in.
        forwarded: bool,
    }
    /// The Azure Firewall that all egress goes through.
    Firewall {
        /// The tier.
        tier: FirewallTier,
        /// The availability zones that it is spread over; empty where the region has none.
        zones: Vec<Zone>,
    }
}
