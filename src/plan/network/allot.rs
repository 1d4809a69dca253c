//! Which subnet gets which range of the virtual network, by arithmetic alone.
//!
//! The rule, so that what is deployed stays where it is:
//! - A range that is written down is taken, and nothing else comes near it.
//! - Each of [`KINDS`] has a place at the end of the network, one below the other, whether it is needed or not: what is
//!   switched on later moves nothing. Where its place is taken, it goes to the last free one.
//! - Node pools come from the beginning: those of the profiles first, then those of the profile file, in the order in which
//!   it names them. Each gets the first free range that has room for its most nodes and those of an upgrade, a /26 at least.
//!   A pool that is added at the end moves nothing.
//! - The /26 around `network.next_hop` is the appliance's.

use std::collections::BTreeMap;

use ipnet::Ipv4Net;

use super::subnets::{KINDS, Kind};
use super::{capacity, free_beside, overlap};
use crate::error::Problem;
use crate::plan::kind::AutoRange;
use crate::plan::settings::Settings;

/// What an appliance in the network is left: as much as Azure Firewall wants.
const APPLIANCE: u8 = 26;

/// Ranges by the key of their setting.
pub(in crate::plan) type Allotted = BTreeMap<String, Ipv4Net>;

/// Gives a range to every subnet that has none. `order` has the pools in the order in which they get theirs.
///
/// # Errors
/// The problem where the network has no room for all of them, and the settings that it is about.
pub(in crate::plan) fn allot(
    settings: &mut Settings,
    order: &[String],
) -> Result<Allotted, Box<(Problem, Vec<String>)>> {
    let Ok(vnet) = settings.network.vnet.as_str().parse::<Ipv4Net>() else {
        return Ok(Allotted::new());
    };
    let allotted =
        within(settings, vnet, order).map_err(|lacking| Box::new(no_room(settings, vnet, order, lacking)))?;
    for (key, net) in &allotted {
        let range = AutoRange::of(*net);
        if let Some(id) = key.strip_prefix("network.subnets.") {
            settings.network.subnets.set(id, range);
        } else if let Some(name) = key.strip_prefix("nodes.pools.").and_then(|k| k.strip_suffix(".subnet"))
            && let Some((_, pool)) = settings.nodes.pools.iter_mut().find(|(pool, _)| pool.as_str() == name)
        {
            pool.subnet = range;
        }
    }
    Ok(allotted)
}

/// A subnet that found no place: its setting and the length of its prefix.
struct Lacking(String, u8);

fn within(settings: &Settings, vnet: Ipv4Net, order: &[String]) -> Result<Allotted, Lacking> {
    let places = places(vnet);
    let written = |kind: &Kind| settings.network.subnets.get(kind.id).and_then(AutoRange::net);
    let mut taken: Vec<Ipv4Net> = KINDS.iter().filter_map(written).collect();
    taken.extend(settings.nodes.pools.values().filter_map(|pool| pool.subnet.net()));
    taken.extend(appliance(settings).filter(|net| overlap(*net, vnet)));
    let mut allotted = Allotted::new();
    let mut displaced = Vec::new();
    for (kind, place) in
        KINDS.iter().zip(&places).filter(|(kind, _)| (kind.needed)(settings) && written(kind).is_none())
    {
        match place.filter(|place| is_free(*place, &taken)) {
            Some(place) => {
                taken.push(place);
                allotted.insert(key_of(kind), place);
            }
            None => displaced.push(kind),
        }
    }
    for kind in displaced {
        let reserved: Vec<Ipv4Net> = places.iter().flatten().copied().chain(taken.iter().copied()).collect();
        let place = last_free(vnet, kind.prefix, &reserved).or_else(|| last_free(vnet, kind.prefix, &taken));
        let place = place.ok_or_else(|| Lacking(key_of(kind), kind.prefix))?;
        taken.push(place);
        allotted.insert(key_of(kind), place);
    }
    let pool = |name: &str| settings.nodes.pools.iter().find(|(pool, _)| pool.as_str() == name).map(|(_, pool)| pool);
    for name in order {
        let Some(pool) = pool(name).filter(|pool| pool.subnet.net().is_none()) else { continue };
        let prefix = capacity::prefix_of(settings, name, pool);
        let reserved: Vec<Ipv4Net> = places.iter().flatten().copied().chain(taken.iter().copied()).collect();
        let place = first_free(vnet, prefix, &reserved).or_else(|| first_free(vnet, prefix, &taken));
        let key = format!("nodes.pools.{name}.subnet");
        let place = place.ok_or_else(|| Lacking(key.clone(), prefix))?;
        taken.push(place);
        allotted.insert(key, place);
    }
    Ok(allotted)
}

/// The setting of a kind.
pub(super) fn key_of(kind: &Kind) -> String {
    format!("network.subnets.{}", kind.id)
}

/// The place of each kind in a network: it depends on nothing else.
fn places(vnet: Ipv4Net) -> Vec<Option<Ipv4Net>> {
    let mut taken = Vec::new();
    let place = |kind: &Kind| {
        let place = last_free(vnet, kind.prefix, &taken);
        taken.extend(place);
        place
    };
    KINDS.iter().map(place).collect()
}

fn appliance(settings: &Settings) -> Option<Ipv4Net> {
    let hop = settings.network.next_hop.as_str().parse().ok()?;
    Ipv4Net::new(hop, APPLIANCE).ok().map(|net| net.trunc())
}

fn is_free(net: Ipv4Net, taken: &[Ipv4Net]) -> bool {
    !taken.iter().any(|one| overlap(*one, net))
}

/// The first free range of a size.
pub(super) fn first_free(vnet: Ipv4Net, prefix: u8, taken: &[Ipv4Net]) -> Option<Ipv4Net> {
    vnet.subnets(prefix).ok()?.find(|net| is_free(*net, taken))
}

/// The last free range of a size.
fn last_free(vnet: Ipv4Net, prefix: u8, taken: &[Ipv4Net]) -> Option<Ipv4Net> {
    let size = 1u32.checked_shl(32 - u32::from(prefix))?;
    let count = 1u32.checked_shl(u32::from(prefix.checked_sub(vnet.prefix_len())?))?;
    let at = |index: u32| Ipv4Net::new((u32::from(vnet.network()) + index * size).into(), prefix).ok();
    (0..count).rev().filter_map(at).find(|net| is_free(*net, taken))
}

fn no_room(
    settings: &Settings,
    vnet: Ipv4Net,
    order: &[String],
    Lacking(key, prefix): Lacking,
) -> (Problem, Vec<String>) {
    let problem = Problem::new(format!("`network.vnet` {vnet} has no room left for `{key}`, which takes a /{prefix}"));
    let others = || [&settings.network.pods, &settings.network.services].into_iter().chain(&settings.network.peered);
    let others: Vec<Ipv4Net> = others().filter_map(|range| range.as_str().parse().ok()).collect();
    let wider = |prefix: u8| {
        let around = Ipv4Net::new(vnet.network(), prefix).ok()?.trunc();
        let wide = if is_free(around, &others) { around } else { free_beside(prefix, &others)? };
        within(settings, wide, order).is_ok().then_some(wide)
    };
    let problem = match (8..vnet.prefix_len()).rev().find_map(wider) {
        Some(wide) => problem.help(format!("`network.vnet` could be {wide}; or fewer nodes in the pools")),
        None => problem.help("take a larger network, or fewer nodes in the pools"),
    };
    // What a pool's subnet takes follows from its nodes.
    let max = key.strip_suffix(".subnet").map(|pool| format!("{pool}.max"));
    (problem, std::iter::once("network.vnet".to_string()).chain(max).collect())
}
