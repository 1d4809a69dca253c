//! What the admission policies have to know: whose namespaces these are, and which images may run in each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use super::super::cel;
use super::super::names::Names;
use super::super::settings::{Admit, Settings};
use super::super::spaces;

/// The namespaces of the tree, and the lists that the policies compare with, as literals of their language.
pub(super) fn guards(settings: &Settings, names: &Names, context: &Map<String, Json>, profile_file: &str) -> Json {
    let made = spaces::made(settings);
    let (tunnel, gateway) = (spaces::tunnel(settings), spaces::gateway(settings));
    let certificates = spaces::certificates(settings);
    let named = settings.kubernetes.namespaces.iter().map(|n| n.as_str());
    let own: BTreeSet<&str> = named.chain(made.iter().map(String::as_str)).collect();
    // As they are rendered, so that an image that comes through another registry counts as that.
    let mut images: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for workload in context.get("workloads").and_then(Json::as_array).into_iter().flatten() {
        if let (Some(namespace), Some(image)) = (workload["namespace"].as_str(), workload["image"].as_str()) {
            images.entry(namespace).or_default().insert(image);
        }
    }
    if settings.images.admit != Admit::Named {
        images.clear();
    }
    if settings.tunnel.enabled
        && let Some(image) = context.get("tunnel").and_then(|tunnel| tunnel["image"].as_str())
    {
        images.entry(&tunnel).or_default().insert(image);
    }
    if settings.ingress.gateway
        && let Some(image) = context.get("ingress").and_then(|ingress| ingress["image"].as_str())
    {
        images.entry(&certificates).or_default().insert(image);
    }
    if settings.images.admit == Admit::Any {
        images.clear();
    }
    let others: Vec<&str> = match settings.images.admit {
        Admit::Any => Vec::new(),
        // AKS makes the pods of the gateway, from an image of its own that moves with the cluster.
        Admit::Named | Admit::Registries => {
            own.iter().copied().filter(|n| !images.contains_key(n) && *n != gateway).collect()
        }
    };
    let mut registries: BTreeSet<String> =
        settings.images.registries.iter().map(|registry| format!("{}/", registry.as_str())).collect();
    if settings.registry.enabled {
        registries.insert(format!("{}.azurecr.io/", names.registry));
    }
    let said = |list: &str, is: &str, then: &str| {
        let (before, after) = (format!("Images that {is}: "), format!(". {then}"));
        format!("{} + variables.{list}.join(', ') + {}", cel::text(&before), cel::text(&after))
    };
    json!({
        "own": own,
        "own_list": cel::list(own.iter().copied(), 0),
        "named": {
            "namespaces": images.keys().collect::<Vec<_>>(),
            "images": cel::map_of_lists(images.iter().map(|(name, list)| (*name, list.iter().copied()))),
            "message": said(
                "strangers",
                &format!("{profile_file} does not name for this namespace"),
                "Set the image of a workload there, render and apply. What injects a sidecar has to leave this namespace alone, \
                 or images.admit has to be registries",
            ),
        },
        "sources": {
            "namespaces": others,
            "registries": cel::list(registries.iter().map(String::as_str), 0),
            "message": said(
                "strangers",
                "come from no approved registry",
                &format!(
                    "Approved: {}. Copy the image into one of them, or add its registry to images.registries in {profile_file}",
                    if registries.is_empty() {
                        "none".to_string()
                    } else {
                        registries.iter().map(|r| r.trim_end_matches('/')).collect::<Vec<_>>().join(", ")
                    }
                ),
            ),
            "tag_message": said(
                "tags",
                "are not named by digest",
                "Name each by digest (registry/name:tag@sha256:...): a tag can be moved to another image",
            ),
        },
    })
}
