//! What a plan can make in Azure beside security groups, with and without this plan's settings: what is there of it and is not planned,
//! an earlier plan left behind.

use super::super::names::{Ids, Names};
use super::super::settings::{Egress, Settings};

/// What becomes of a thing that is left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It can be removed: a deployment makes it again.
    Remove,
    /// It holds what no deployment brings back; a person decides.
    Keep,
}

/// A resource that some plan of this cluster makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Its id in Azure.
    pub id: String,
    /// Whether this plan makes it.
    pub planned: bool,
    /// What becomes of it where it is not planned.
    pub fate: Fate,
}

/// All of them, those first that others have to outlive. Children that come and go with their parent are left out.
pub fn inventory(settings: &Settings, names: &Names, ids: &Ids) -> Vec<Thing> {
    let mut things = Vec::new();
    let mut put = |planned: bool, fate: Fate, id: String| things.push(Thing { id, planned, fate });
    let network = |kind: &str, name: &str| format!("{}/providers/Microsoft.Network/{kind}/{name}", ids.groups.network);
    let egress = |kind: &str, name: &str| format!("{}/providers/Microsoft.Network/{kind}/{name}", ids.groups.egress);
    let registry = settings.registry.enabled;
    let nat = settings.network.egress == Egress::NatGateway;

    put(
        settings.key_vault.audit_logs,
        Fate::Remove,
        format!("{}/providers/Microsoft.Insights/diagnosticSettings/{}", ids.vault, names.diagnostics),
    );
    put(true, Fate::Keep, ids.cluster.clone());
    put(registry, Fate::Remove, network("privateEndpoints", &names.endpoints.registry));
    put(true, Fate::Remove, network("privateEndpoints", &names.endpoints.vault));
    for (planned, zone) in [(registry, &names.zones.registry), (true, &names.zones.vault)] {
        let zone = network("privateDnsZones", zone);
        put(planned, Fate::Remove, format!("{zone}/virtualNetworkLinks/{}", names.zone_link));
        put(planned, Fate::Remove, zone);
    }
    put(registry, Fate::Keep, ids.registry.clone());
    put(true, Fate::Keep, ids.vault.clone());
    put(true, Fate::Keep, ids.workspace.clone());
    put(true, Fate::Keep, ids.vnet.clone());
    put(settings.network.egress == Egress::UserDefinedRouting, Fate::Remove, ids.route_table.clone());
    put(nat, Fate::Remove, egress("natGateways", &names.nat_gateway));
    put(nat, Fate::Remove, egress("publicIPAddresses", &names.public_ip));
    for identity in [&ids.identities.cluster, &ids.identities.kubelet] {
        put(true, Fate::Remove, identity.clone());
    }
    things
}
