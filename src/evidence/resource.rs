//! One resource, in the shape that Azure or Kubernetes itself has.

use serde_json::Value;

/// The type of node pools.
const POOL: &str = "Microsoft.ContainerService/managedClusters/agentPools";

/// The label with the name of a workload.
const NAME: &str = "app.kubernetes.io/name";

/// An Azure resource or a Kubernetes object.
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    /// The Azure resource type, or the Kubernetes kind.
    pub kind: String,
    /// The Azure resource id, or `Kind/namespace/name` (without namespace: `Kind/name`).
    pub id: String,
    /// The last part of the id.
    pub name: String,
    /// The Kubernetes namespace; empty where there is none.
    pub namespace: String,
    /// The body as a GET shows it: `properties`, `sku`, … or `metadata`, `spec`, ….
    pub body: Value,
}

impl Resource {
    /// An Azure resource; its name is the last part of its id. Its body shows both, as a GET does.
    pub fn azure(kind: &str, id: &str, mut body: Value) -> Self {
        let name = id.rsplit('/').next().unwrap_or_default().to_string();
        if let Some(body) = body.as_object_mut() {
            body.insert("id".into(), id.into());
            body.insert("name".into(), name.clone().into());
        }
        Resource { kind: kind.to_string(), id: id.to_string(), name, namespace: String::new(), body }
    }

    /// A Kubernetes object, or `None` for what is not one.
    pub fn kubernetes(body: Value) -> Option<Self> {
        let kind = body.get("kind")?.as_str()?.to_string();
        let text = |key: &str| body.get("metadata").and_then(|data| data.get(key)).and_then(Value::as_str);
        let name = text("name")?.to_string();
        let namespace = text("namespace").unwrap_or_default().to_string();
        Some(Resource { id: object_id(&kind, &namespace, &name), kind, name, namespace, body })
    }

    /// Whether this is a resource of that type or kind. Azure's types have no case.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.eq_ignore_ascii_case(kind)
    }

    /// Whether this belongs to another: the objects of a namespace, what selects the pods of a workload, or what is at
    /// the scope of an Azure resource.
    pub(super) fn belongs_to(&self, owner: &Resource) -> bool {
        if owner.id.starts_with('/') {
            let (id, owner) = (self.id.to_lowercase(), owner.id.to_lowercase());
            id.strip_prefix(&owner).is_some_and(|rest| rest.starts_with('/'))
        } else if owner.kind == "Namespace" {
            self.namespace == owner.name
        } else {
            self.namespace == owner.namespace && self.selects_pods_of(owner)
        }
    }

    /// Whether this is what a place in the settings becomes: a node pool for `nodes.pools.NAME`, what bears the name of a workload
    /// for `workloads.NAME`, a namespace and all in it for any other table of names.
    pub(super) fn stands_at(&self, place: &str) -> bool {
        let Some((table, name)) = place.rsplit_once('.') else { return false };
        match table.split('.').next() {
            Some("nodes") => self.is(POOL) && self.name == name,
            Some("workloads") => {
                let labels = self.body.pointer("/metadata/labels").and_then(Value::as_object);
                labels.and_then(|labels| labels.get(NAME)).and_then(Value::as_str) == Some(name)
            }
            _ => self.namespace == name || (self.kind == "Namespace" && self.name == name),
        }
    }

    fn selects_pods_of(&self, workload: &Resource) -> bool {
        let places = ["/spec/selector/matchLabels", "/spec/podSelector/matchLabels", "/spec/selector"];
        let labels = places.iter().find_map(|place| self.body.pointer(place)).and_then(Value::as_object);
        let pod = workload.body.pointer("/spec/template/metadata/labels");
        labels.is_some_and(|labels| labels.iter().all(|(key, value)| pod.and_then(|pod| pod.get(key)) == Some(value)))
    }
}

/// How a Kubernetes object is named in reports.
pub(super) fn object_id(kind: &str, namespace: &str, name: &str) -> String {
    if namespace.is_empty() { format!("{kind}/{name}") } else { format!("{kind}/{namespace}/{name}") }
}
