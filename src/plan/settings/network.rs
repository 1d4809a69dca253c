//! The virtual network, its subnets, and who may talk to whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Acns, Egress};
use super::super::kind::{Address, Cidr, Flow, OptionalAddress};

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
        /// Whether subnets keep Azure's implicit way to the internet.
        default_outbound: bool,
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
}
