//! Reads the objects of a rendered `kubernetes/` folder.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{self, Right, Scope};
use super::reachability::{self, End, Kind, Open};
use super::resource::{Resource, object_id};
use crate::error::{Place, Problem, Problems, Result};
use crate::tree::Tree;

/// The objects that the kustomizations of a tree list as resources. Patches are no objects. Beside each workload
/// stands its pod template as a `PodTemplate`, so that one evidence is about all pods, whatever makes them; and each way that
/// the network policies leave open is an `OpenWay`, so that one evidence is about what they do, whatever engine they are for. What
/// Roles and bindings let somebody do is a `Right` for each binding and subject.
pub fn read(tree: &Tree) -> Result<Vec<Resource>> {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for path in listed(tree, &mut problems) {
        let Some(artifact) = tree.get(&path) else {
            problems.push(Problem::new("a kustomization lists this file, and it is not there").at(Place::file(&path)));
            continue;
        };
        match objects(&artifact.text) {
            Ok(objects) => found.extend(objects),
            Err(why) => problems.push(Problem::new(why).at(Place::file(&path))),
        }
    }
    Problems::check(problems)?;
    let pods: Vec<Resource> = found.iter().filter_map(pod_template).collect();
    found.extend(pods);
    let open = match reachability::among(&found) {
        Ok(open) => open.iter().map(open_way).collect(),
        Err(why) => untold(&why.to_string()),
    };
    let rights = match access::among(&found) {
        Ok(rights) => rights.iter().map(right).collect(),
        Err(why) => vec![right_object(&why, "", json!({ "who": { "kind": "somebody" }, "wide": true, "by": why }))],
    };
    found.extend(open);
    found.extend(rights);
    Ok(found)
}

/// The files that the kustomizations list as resources; a folder stands for a kustomization of its own.
pub(super) fn listed(tree: &Tree, problems: &mut Vec<Problem>) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for (path, artifact) in &tree.0 {
        let path = path.as_str();
        let Some(folder) = path.strip_suffix("kustomization.yaml").filter(|folder| folder.starts_with("kubernetes/"))
        else {
            continue;
        };
        match serde_yaml::from_str::<Value>(&artifact.text) {
            Ok(kustomization) => {
                let resources = kustomization.get("resources").and_then(Value::as_array).into_iter().flatten();
                files.extend(
                    resources
                        .filter_map(Value::as_str)
                        .filter(|name| name.ends_with(".yaml"))
                        .map(|name| join(folder, name)),
                );
            }
            Err(e) => problems.push(Problem::new(e.to_string()).at(Place::file(path))),
        }
    }
    files
}

fn join(folder: &str, name: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Every object of one YAML text; empty documents are left out.
fn objects(text: &str) -> std::result::Result<Vec<Resource>, String> {
    let mut found = Vec::new();
    for document in serde_yaml::Deserializer::from_str(text) {
        let value = Value::deserialize(document).map_err(|e| e.to_string())?;
        if !value.is_null() {
            found.push(Resource::kubernetes(value).ok_or("an object without kind or name")?);
        }
    }
    Ok(found)
}

/// The pods that a workload makes, as a `PodTemplate`.
fn pod_template(workload: &Resource) -> Option<Resource> {
    let pointer = match workload.kind.as_str() {
        "Deployment" | "StatefulSet" | "DaemonSet" | "ReplicaSet" | "Job" => "/spec/template",
        "CronJob" => "/spec/jobTemplate/spec/template",
        "Pod" => "",
        _ => return None,
    };
    let template = workload.body.pointer(pointer)?;
    let kind = "PodTemplate".to_string();
    let name = format!("{} {}", workload.kind, workload.name);
    Some(Resource {
        id: object_id(&kind, &workload.namespace, &name),
        body: json!({ "metadata": workload.body.get("metadata"), "template": template }),
        namespace: workload.namespace.clone(),
        kind,
        name,
    })
}

/// What nobody can tell counts as open, or a policy that is not understood would look like one that closes all.
fn untold(why: &str) -> Vec<Resource> {
    let pods = [Kind::Workload, Kind::Stranger, Kind::Opened];
    let others = [Kind::Internet, Kind::Metadata, Kind::NodeSsh, Kind::Kubelet];
    let pairs = pods.into_iter().chain([Kind::Internet]).flat_map(|from| {
        pods.into_iter()
            .chain(others)
            .map(move |to| json!({ "from": { "kind": from.slug() }, "to": { "kind": to.slug() } }))
    });
    let name = why.lines().next().unwrap_or_default().to_string();
    let resource = |(index, body): (usize, Value)| Resource {
        kind: "OpenWay".into(),
        id: object_id("OpenWay", &index.to_string(), &name),
        name: name.clone(),
        namespace: String::new(),
        body,
    };
    pairs.enumerate().map(resource).collect()
}

/// A right, as an object. One that nobody can tell counts as wide.
fn right(right: &Right) -> Resource {
    let namespace = match &right.scope {
        Scope::Namespace(name) => name.as_str(),
        Scope::Cluster => "",
    };
    let body = json!({
        "who": { "kind": right.who.slug(), "name": right.who.to_string() },
        "wide": right.is_wide(),
        "powers": right.powers().into_iter().map(access::Power::words).collect::<Vec<_>>(),
        "by": right.by,
    });
    right_object(&format!("{} by {}", right.who, right.by), namespace, body)
}

fn right_object(name: &str, namespace: &str, body: Value) -> Resource {
    let kind = "Right".to_string();
    let name = name.to_string();
    Resource { id: object_id(&kind, namespace, &name), kind, name, namespace: namespace.into(), body }
}

/// A way that is open, as an object.
fn open_way(open: &Open) -> Resource {
    let end = |end: &End| json!({ "kind": end.kind.slug(), "namespace": end.namespace, "name": end.name });
    let kind = "OpenWay".to_string();
    let name = format!("{} -> {}", open.from, open.to);
    Resource {
        id: object_id(&kind, &open.from.namespace, &name),
        body: json!({ "from": end(&open.from), "to": end(&open.to), "by": open.by() }),
        namespace: open.from.namespace.clone(),
        kind,
        name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Artifact, RelPath};

    fn tree(files: &[(&str, &str)]) -> Tree {
        let file = |(path, text): &(&str, &str)| {
            let path = RelPath::new(*path).unwrap_or_else(|| panic!("{path}"));
            (path, Artifact { text: (*text).to_string(), executable: false })
        };
        Tree(files.iter().map(file).collect())
    }

    const JOB: &str = "kind: CronJob\nmetadata: {name: j, namespace: n}\nspec: {jobTemplate: {spec: {template: {spec: {hostUsers: false}}}}}\n";

    #[test]
    fn only_what_a_kustomization_lists_is_read() {
        let found = read(&tree(&[
            ("kubernetes/kustomization.yaml", "resources: [a.yaml, sub]\npatches: [{path: p.yaml}]\n"),
            ("kubernetes/a.yaml", "---\nkind: Namespace\nmetadata: {name: n}\n---\n"),
            ("kubernetes/p.yaml", "kind: Namespace\nmetadata: {name: patched}\n"),
            ("kubernetes/sub/kustomization.yaml", "resources: [../b.yaml]\n"),
            ("kubernetes/b.yaml", JOB),
        ]));
        let found = found.unwrap_or_else(|e| panic!("{e}"));
        let ids: Vec<&str> = found.iter().filter(|r| r.kind != "OpenWay").map(|r| r.id.as_str()).collect();
        assert_eq!(ids, ["Namespace/n", "CronJob/n/j", "PodTemplate/n/CronJob j"]);
        let way = "OpenWay/n/n/j -> metadata service";
        assert!(found.iter().any(|resource| resource.id == way && resource.body["to"]["kind"] == "metadata-service"));
    }

    #[test]
    fn what_nobody_can_tell_counts_as_open() {
        let policy = "kind: CiliumNetworkPolicy\napiVersion: cilium.io/v2\nmetadata: {name: p, namespace: n}\nspec: {endpointSelector: {}, egress: [{toServices: []}]}\n";
        let files = [("kubernetes/kustomization.yaml", "resources: [a.yaml]\n"), ("kubernetes/a.yaml", policy)];
        let found = read(&tree(&files)).unwrap_or_else(|e| panic!("{e}"));
        let to = |kind: &str| found.iter().any(|r| r.kind == "OpenWay" && r.body["to"]["kind"] == kind);
        assert!(to("metadata-service") && to("kubelet") && to("internet"));
        assert!(found.iter().any(|r| r.name.contains("toServices")));
    }

    #[test]
    fn what_is_missing_or_broken_is_said() {
        let error =
            |files: &[(&str, &str)]| read(&tree(files)).map_or_else(|e| e.to_string(), |found| format!("{found:?}"));
        let listed = ("kubernetes/kustomization.yaml", "resources: [a.yaml]\n");
        assert!(error(&[listed]).contains("kubernetes/a.yaml"));
        assert!(error(&[listed, ("kubernetes/a.yaml", "kind: [")]).contains("kubernetes/a.yaml"));
        assert!(error(&[listed, ("kubernetes/a.yaml", "a: 1")]).contains("without kind"));
    }
}
