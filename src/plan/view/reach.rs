//! Where the API server is reached, under which name, and which networks this one is joined to.

use serde_json::{Value as Json, json};

use super::super::addresses::{NETWORK, ZONE, parts};
use super::super::names::{Ids, Names};
use super::super::relations::{FLUX, zone_kind};
use super::super::settings::{ApiAccess, Egress, Rights, Settings, Standing};

/// The private DNS zone of the API server, where it is not AKS's own.
pub(super) struct Zone {
    /// Its id.
    pub(super) id: String,
    /// The subscription, group and name that the id is made of.
    parts: [String; 3],
    /// Whether this tree makes it.
    pub(super) own: bool,
    /// Whether whoever deploys may give rights in it and link it.
    pub(super) ours: bool,
}

/// The zone of a plan, if it has one.
pub(super) fn zone(settings: &Settings, names: &Names, ids: &Ids) -> Option<Zone> {
    let access = &settings.access;
    let subscription = settings.azure.subscription.as_str();
    match access.dns_zone.as_str() {
        _ if access.api == ApiAccess::Public => None,
        "system" | "none" => None,
        "own" => {
            let name = format!("{}.{}.azmk8s.io", zone_kind(access.api), settings.cluster.location.as_str());
            let parts = [subscription.to_string(), names.groups.network.clone(), name.clone()];
            Some(Zone { id: format!("{}/providers/{ZONE}/{name}", ids.groups.network), parts, own: true, ours: true })
        }
        id => Some(Zone {
            id: id.to_string(),
            parts: parts(id, ZONE)?.map(String::from),
            own: false,
            ours: access.dns_rights == Rights::Ours,
        }),
    }
}

/// What templates see of it as `api`.
pub(super) fn api(settings: &Settings, names: &Names, ids: &Ids) -> Json {
    let access = &settings.access;
    let zone = zone(settings, names, ids);
    let own_address = matches!(settings.network.egress, Egress::NatGateway | Egress::Firewall);
    let egress_address = access.api == ApiAccess::Public && own_address;
    json!({
        "public": access.api == ApiAccess::Public,
        "integrated": access.api == ApiAccess::VnetIntegration,
        "ranges": access.authorized_ranges,
        // Nodes of a public API server leave by an address that has to be let in again.
        "egress_address": egress_address,
        "system_zone": format!("{}.{}.azmk8s.io", zone_kind(access.api), settings.cluster.location.as_str()),
        // What Azure is told: `system`, `none` or an id.
        "zone": zone.as_ref().map_or(access.dns_zone.as_str(), |zone| &zone.id),
        "zone_own": zone.as_ref().is_some_and(|zone| zone.own),
        "zone_ours": zone.as_ref().is_some_and(|zone| zone.ours),
        "zone_custom": zone.is_some(),
        "zone_subscription": zone.as_ref().map_or("", |zone| &zone.parts[0]),
        "zone_group": zone.as_ref().map_or("", |zone| &zone.parts[1]),
        "zone_name": zone.as_ref().map_or("", |zone| &zone.parts[2]),
        "bastion": access.standing.contains(&Standing::Bastion),
        "peering": access.standing.contains(&Standing::Peering),
        "tunnel": access.standing.contains(&Standing::Tunnel),
    })
}

/// The peerings, as both sides need them.
pub(super) fn peerings(settings: &Settings, names: &Names, ids: &Ids) -> Vec<Json> {
    let zone = zone(settings, names, ids);
    let links = settings.access.standing.contains(&Standing::Peering) && zone.is_some_and(|zone| zone.own);
    let cluster = settings.cluster.name.as_str();
    let of = settings.network.peerings.iter();
    of.filter_map(|(name, peering)| {
        let [subscription, group, network] = parts(peering.network.as_str(), NETWORK)?;
        let ours = peering.rights == Rights::Ours;
        Some(json!({
            "name": name.as_str(),
            "peering": format!("to-{}", name.as_str()),
            "back": format!("to-{cluster}"),
            "network": peering.network.as_str(),
            "subscription": subscription,
            "group": group,
            "network_name": network,
            "ranges": peering.ranges,
            "ours": ours,
            "rights": peering.rights,
            "gateway": peering.gateway,
            "forwarded": peering.forwarded,
            // Whoever is let in from there has to find the name.
            "linked": links && ours,
            "link": format!("{}-{}", names.zone_link, name.as_str()),
        }))
    })
    .collect()
}

/// Flux and what it applies, as Resource Manager is sent it.
pub(super) fn flux(settings: &Settings) -> Json {
    let gitops = &settings.access.gitops;
    let extension = json!({
        "properties": {
            "extensionType": "microsoft.flux",
            "autoUpgradeMinorVersion": true,
            "releaseTrain": "Stable",
            "scope": { "cluster": { "releaseNamespace": FLUX } },
        },
    });
    let configuration = json!({
        "properties": {
            "scope": "cluster",
            "namespace": FLUX,
            "sourceKind": "GitRepository",
            "gitRepository": {
                "url": gitops.url,
                "repositoryRef": { "branch": gitops.branch },
                "syncIntervalInSeconds": 300,
                "timeoutInSeconds": 600,
            },
            "kustomizations": {
                "cluster": {
                    "path": gitops.path,
                    "prune": true,
                    "wait": true,
                    "syncIntervalInSeconds": 600,
                    "timeoutInSeconds": 600,
                },
            },
        },
    });
    json!({ "extension": extension.to_string(), "configuration": configuration.to_string() })
}
