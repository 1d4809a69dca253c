//! Who reaches whom in a tree, for the runbook: computed from its manifests, whatever the plan meant.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use crate::error::Result;
use crate::evidence::reachability::{End, Kind, Open, Surroundings, matrix};
use crate::plan::Plan;
use crate::tree::Tree;

/// The most arrows that a diagram shows; beyond that nobody can read it, and the table says the same.
const ARROWS: usize = 60;

/// What the template of the runbook sees.
pub fn context(plan: &Plan, tree: &Tree) -> Result<Json> {
    let ways = matrix(tree, &surroundings(plan))?;
    let everybody = of_everybody(&ways);
    let open = everybody.iter().any(|(to, _)| to.kind == Kind::Internet);
    let own: Vec<&Open> = ways
        .iter()
        .filter(|way| way.from.kind != Kind::Opened && !open && !everybody.contains(&(way.to.clone(), way.by())))
        .collect();
    let never = [Kind::Metadata, Kind::NodeSsh, Kind::Kubelet];
    let never: Vec<&str> = never
        .into_iter()
        .filter(|kind| !ways.iter().any(|way| way.to.kind == *kind))
        .map(|kind| match kind {
            Kind::Metadata => "the instance metadata service",
            Kind::NodeSsh => "SSH of nodes",
            _ => "the kubelet of nodes",
        })
        .collect();
    let past: BTreeSet<String> = ways.iter().filter(|way| way.by_gateway).map(|way| way.from.to_string()).collect();
    let row = |way: &&Open| json!({ "from": way.from.to_string(), "to": way.to.to_string(), "by": way.by() });
    Ok(json!({
        "open": open,
        "past": past,
        "ways": own.iter().map(row).collect::<Vec<_>>(),
        "everybody": everybody.iter().map(|(to, by)| json!({ "to": to.to_string(), "by": by })).collect::<Vec<_>>(),
        "never": if open { Vec::new() } else { never },
        "diagram": if own.len() > ARROWS { Json::Null } else { diagram(&own) },
    }))
}

/// What the manifests do not say: which ranges are networks that the cluster is in, and which its pods have.
pub fn surroundings(plan: &Plan) -> Surroundings {
    let network = &plan.settings.network;
    let mut networks: Vec<_> =
        network.vnet.as_str().parse().ok().map(|net| (net, "virtual network".to_string())).into_iter().collect();
    networks.extend(
        network
            .peered
            .iter()
            .filter_map(|range| Some((range.as_str().parse().ok()?, format!("joined network {}", range.as_str())))),
    );
    Surroundings { networks, pods: network.pods.as_str().parse().ok() }
}

/// What every pod of every namespace may reach, each in the same way.
fn of_everybody(ways: &[Open]) -> BTreeSet<(End, String)> {
    let mut of: BTreeMap<&End, BTreeSet<(End, String)>> = BTreeMap::new();
    for way in ways.iter().filter(|way| matches!(way.from.kind, Kind::Workload | Kind::Stranger)) {
        of.entry(&way.from).or_default().insert((way.to.clone(), way.by()));
    }
    let mut all = of.into_values();
    let first = all.next().unwrap_or_default();
    all.fold(first, |common, next| common.intersection(&next).cloned().collect())
}

/// Boxes by namespace, and arrows between them.
fn diagram(ways: &[&Open]) -> Json {
    let ends: BTreeSet<&End> = ways.iter().flat_map(|way| [&way.from, &way.to]).collect();
    let id = |end: &End| ends.iter().position(|other| *other == end).map(|at| format!("n{at}")).unwrap_or_default();
    let mut groups: BTreeMap<&str, Vec<Json>> = BTreeMap::new();
    for end in &ends {
        let label = if end.kind == Kind::Workload { end.name.clone() } else { end.to_string() };
        groups.entry(&end.namespace).or_default().push(json!({ "id": id(end), "label": label }));
    }
    let groups: Vec<Json> = groups
        .into_iter()
        .enumerate()
        .map(|(at, (namespace, boxes))| json!({ "id": format!("g{at}"), "namespace": namespace, "boxes": boxes }))
        .collect();
    let arrow = |way: &&Open| {
        let requests = way.requests.iter().map(|(ports, _)| format!("{ports}, some requests"));
        let ports = (!way.ports.is_empty()).then(|| way.ports.to_string());
        let label: BTreeSet<String> = ports.into_iter().chain(requests).collect();
        let label = label.into_iter().collect::<Vec<_>>().join(", ");
        json!({ "from": id(&way.from), "to": id(&way.to), "label": label })
    };
    json!({ "groups": groups, "arrows": ways.iter().map(arrow).collect::<Vec<_>>() })
}
