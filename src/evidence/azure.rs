//! Reads the two Azure listings: what the az scripts leave behind, and what the Bicep describes.
//!
//! Both become the same kind of list: children that stand inside their parent get an id of their own, what only the
//! service made is left out, what the service puts where nothing is said is filled in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::defaults::defaults;
use super::resource::Resource;
use crate::error::{Problem, Problems, Result};

/// Children that may stand inside their parent: parent type, property, child type.
const INLINE: [(&str, &str, &str); 4] = [
    ("Microsoft.Network/virtualNetworks", "subnets", "Microsoft.Network/virtualNetworks/subnets"),
    (
        "Microsoft.Network/networkSecurityGroups",
        "securityRules",
        "Microsoft.Network/networkSecurityGroups/securityRules",
    ),
    ("Microsoft.Network/routeTables", "routes", "Microsoft.Network/routeTables/routes"),
    (
        "Microsoft.ContainerService/managedClusters",
        "agentPoolProfiles",
        "Microsoft.ContainerService/managedClusters/agentPools",
    ),
];

/// Reads what the az scripts leave: a map from resource id to the body that a GET shows.
pub fn az(listing: &Value) -> Result<Vec<Resource>> {
    let bodies = listing.as_object().ok_or_else(|| Problem::new("the az listing is not a map from id to body"))?;
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for (id, body) in bodies {
        match body.get("type").and_then(Value::as_str) {
            Some(kind) => found.push(Resource::azure(kind, id, body.clone())),
            None => problems.push(Problem::new(format!("{id} has no `type`"))),
        }
    }
    Problems::check(problems)?;
    let node_groups = node_groups(&found);
    found.retain(|resource| !of_the_service(resource, &node_groups) && !of_a_secret(resource));
    Ok(normalise(found))
}

/// Reads what the Bicep describes. What only a deployment knows is looked up in what the az scripts left.
pub fn bicep(listing: &Value, az: &Value) -> Result<Vec<Resource>> {
    let entries = listing.get("resources").and_then(Value::as_array);
    let entries = entries.ok_or_else(|| Problem::new("the Bicep listing has no list `resources`"))?;
    let known: BTreeMap<String, &Value> =
        az.as_object().into_iter().flatten().map(|(id, body)| (id.to_lowercase(), body)).collect();
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for entry in entries {
        let text = |key: &str| entry.get(key).and_then(Value::as_str);
        let (existing, condition) = (entry.get("existing"), entry.get("condition"));
        if existing == Some(&Value::Bool(true)) || condition == Some(&Value::Bool(false)) {
            continue;
        }
        match (text("type"), text("id"), entry.get("body")) {
            (Some(kind), Some(id), Some(body)) => {
                let mut body = body.clone();
                look_up(&mut body, &known);
                found.push(Resource::azure(kind, id, body));
            }
            _ => problems.push(Problem::new(format!(
                "{} `{}` has no known id",
                text("type").unwrap_or("a resource"),
                text("symbol").unwrap_or("?")
            ))),
        }
    }
    Problems::check(problems)?;
    Ok(normalise(found))
}

/// Replaces `{"$expr", "$id", "$path"}` by the value at that path of that resource. What cannot be looked up stays, and
/// no evidence holds on it.
fn look_up(value: &mut Value, known: &BTreeMap<String, &Value>) {
    let target = match (value.get("$id").and_then(Value::as_str), value.get("$path").and_then(Value::as_str)) {
        (Some(id), Some(path)) => {
            known.get(&id.to_lowercase()).and_then(|body| path.split('.').try_fold(*body, |value, key| value.get(key)))
        }
        _ => None,
    };
    if let Some(target) = target {
        *value = target.clone();
        return;
    }
    match value {
        Value::Object(map) => map.values_mut().for_each(|value| look_up(value, known)),
        Value::Array(list) => list.iter_mut().for_each(|value| look_up(value, known)),
        _ => {}
    }
}

fn normalise(resources: Vec<Resource>) -> Vec<Resource> {
    let ids: BTreeSet<String> = resources.iter().map(|resource| resource.id.to_lowercase()).collect();
    let mut found = Vec::new();
    for mut resource in resources {
        let children = children(&mut resource);
        found.extend(children.into_iter().filter(|child| !ids.contains(&child.id.to_lowercase())));
        found.push(resource);
    }
    for resource in &mut found {
        for default in defaults() {
            if resource.is(default.kind) {
                fill(&mut resource.body, default.pointer, &default.value);
            }
        }
    }
    found.sort_by_key(|resource| resource.id.to_lowercase());
    found
}

/// Takes the children out of a resource.
fn children(parent: &mut Resource) -> Vec<Resource> {
    let mut found = Vec::new();
    for (kind, property, child_kind) in INLINE {
        if !parent.is(kind) {
            continue;
        }
        let taken =
            parent.body.get_mut("properties").and_then(Value::as_object_mut).and_then(|map| map.shift_remove(property));
        for child in taken.iter().filter_map(Value::as_array).flatten() {
            let Some(name) = child.get("name").and_then(Value::as_str) else { continue };
            // An agent pool inside its cluster has no `properties` level: the whole object is what it would hold.
            let properties = child.get("properties").unwrap_or(child).clone();
            let segment = child_kind.rsplit('/').next().unwrap_or_default();
            let body = Value::Object(Map::from_iter([("properties".to_string(), properties)]));
            found.push(Resource::azure(child_kind, &format!("{}/{segment}/{name}", parent.id), body));
        }
    }
    found
}

/// Puts a default where nothing is said; `null`, `[]` and `{}` say nothing.
fn fill(body: &mut Value, pointer: &str, default: &Value) {
    let silent = |value: &Value| match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    let mut at = body;
    for key in pointer.split('/').skip(1) {
        if silent(at) {
            *at = Value::Object(Map::new());
        }
        let Some(map) = at.as_object_mut() else { return };
        at = map.entry(key).or_insert(Value::Null);
    }
    if silent(at) {
        *at = default.clone();
    }
}

/// The groups that the service made for the nodes, as beginnings of ids.
fn node_groups(resources: &[Resource]) -> Vec<String> {
    let clusters = resources.iter().filter(|resource| resource.is("Microsoft.ContainerService/managedClusters"));
    let group = |cluster: &Resource| {
        let name = cluster.body.pointer("/properties/nodeResourceGroup")?.as_str()?;
        let subscription = cluster.id.split("/resourceGroups/").next()?;
        Some(format!("{subscription}/resourceGroups/{name}").to_lowercase())
    };
    clusters.filter_map(group).collect()
}

/// Whether the service made it by itself: the nodes' group and all in it, what is managed by another, network interfaces of
/// private endpoints.
fn of_the_service(resource: &Resource, node_groups: &[String]) -> bool {
    let id = resource.id.to_lowercase();
    let in_group = |group: &String| id.strip_prefix(group).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    resource.body.get("managedBy").is_some_and(|by| !by.is_null())
        || (resource.is("Microsoft.Network/networkInterfaces") && id.contains(".nic."))
        || node_groups.iter().any(in_group)
}

/// Whether it is a secret's value or a right on one: neither path deploys those, they come in through secrets.sh.
fn of_a_secret(resource: &Resource) -> bool {
    let id = resource.id.to_lowercase();
    id.contains("/providers/microsoft.keyvault/vaults/") && (id.contains("/secrets/") || id.contains("/certificates/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const GROUP: &str = "/subscriptions/s/resourceGroups/rg";

    fn id(rest: &str) -> String {
        format!("{GROUP}/providers/{rest}")
    }

    fn ids(found: &[Resource]) -> Vec<&str> {
        found.iter().filter_map(|resource| resource.id.strip_prefix(GROUP)).collect()
    }

    fn read(found: Result<Vec<Resource>>) -> Vec<Resource> {
        found.unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn children_get_an_id_of_their_own_on_both_sides() {
        let cluster = json!({ "properties": { "nodeResourceGroup": "nodes", "agentPoolProfiles": [
            { "name": "system", "mode": "System", "enableNodePublicIP": null }] } });
        let kind = "Microsoft.ContainerService/managedClusters";
        let mut listed = cluster.clone();
        listed["type"] = json!(kind);
        let az = read(az(&json!({ id("Microsoft.ContainerService/managedClusters/c"): listed })));
        let entry = json!({ "type": kind, "id": id("Microsoft.ContainerService/managedClusters/c"), "body": cluster });
        let bicep = read(bicep(&json!({ "resources": [entry] }), &json!({})));
        assert_eq!(ids(&az), ids(&bicep));
        assert!(ids(&az).contains(&"/providers/Microsoft.ContainerService/managedClusters/c/agentPools/system"));
        assert_eq!(az[1].body["properties"]["enableNodePublicIP"], json!(false));
        assert!(az[0].body["properties"].get("agentPoolProfiles").is_none());
    }

    #[test]
    fn what_the_service_makes_is_left_out() {
        let nodes = "/subscriptions/s/resourceGroups/NODES";
        let found = read(az(&json!({
            id("Microsoft.ContainerService/managedClusters/c"):
                { "type": "Microsoft.ContainerService/managedClusters", "properties": { "nodeResourceGroup": "nodes" } },
            nodes: { "type": "Microsoft.Resources/resourceGroups" },
            (format!("{nodes}/providers/Microsoft.Network/loadBalancers/l")): { "type": "Microsoft.Network/loadBalancers" },
            id("Microsoft.Network/networkInterfaces/e.nic.1"): { "type": "Microsoft.Network/networkInterfaces" },
            id("Microsoft.KeyVault/vaults/v/secrets/s"): { "type": "Microsoft.KeyVault/vaults/secrets" },
            id("Microsoft.Network/privateDnsZones/z/A/a"):
                { "type": "Microsoft.Network/privateDnsZones/A", "managedBy": "endpoint" },
        })));
        assert_eq!(ids(&found), ["/providers/Microsoft.ContainerService/managedClusters/c"]);
    }

    #[test]
    fn a_value_of_the_deployment_is_looked_up() {
        let identity = id("Microsoft.ManagedIdentity/userAssignedIdentities/i");
        let state = json!({ identity.clone(): { "type": "t", "properties": { "principalId": "p" } } });
        let expression = json!({ "$expr": "i.properties.principalId", "$id": identity.to_uppercase(), "$path": "properties.principalId" });
        let unknown = json!({ "$expr": "utcNow()" });
        let entry = json!({ "type": "x", "id": id("x/y/z"), "existing": false, "condition": true,
            "body": { "properties": { "known": expression, "unknown": unknown } } });
        let skipped = json!({ "type": "x", "id": id("x/y/w"), "existing": true, "body": {} });
        let found = read(bicep(&json!({ "resources": [entry, skipped] }), &state));
        assert_eq!(ids(&found), ["/providers/x/y/z"]);
        assert_eq!(found[0].body["properties"], json!({ "known": "p", "unknown": unknown }));
        let nameless = json!({ "type": "x", "symbol": "s", "body": {} });
        assert!(bicep(&json!({ "resources": [nameless] }), &state).is_err());
    }
}
