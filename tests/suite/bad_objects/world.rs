//! What the bad objects have to know of a tree, from its rendered objects alone.

use std::collections::{BTreeMap, BTreeSet};

use aks_harden::evidence::{Resource, kubernetes};
use aks_harden::tree::Tree;
use serde::Serialize;
use serde_json::Value;

/// The image of a workload that nobody has named; it comes from nowhere that is approved.
const STRANGER: &str =
    "docker.io/library/busybox:1.38.0-musl@sha256:ea2b9914a16a4ac1981994af97b318f7c7d4db76b580c56177f08bf76f4a0be8";

/// An image for where any will do, and what is behind the registry of one.
const ANY: [&str; 2] = [
    "registry.k8s.io/e2e-test-images/",
    "agnhost:2.53@sha256:99c6b4bb4a1e1df3f0b3752168c89358794d02258ebebc26bf21c29399011a85",
];

#[derive(Serialize)]
pub(super) struct World {
    /// The label that all objects of the tree bear.
    pub(super) cluster: String,
    /// Admission policies: the name without the cluster's, and with it.
    pub(super) policies: BTreeMap<String, String>,
    /// The namespaces, the one with most workloads first.
    pub(super) spaces: Vec<Space>,
    stranger: &'static str,
    /// Namespaces besides Kubernetes' own that the policies for everywhere leave out.
    platform: BTreeSet<String>,
    /// A namespace that no file of the tree names.
    elsewhere: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
pub(super) struct Space {
    pub(super) name: String,
    pub(super) level: String,
    pub(super) version: String,
    /// The policies that look at it, without the cluster's name.
    guards: BTreeSet<String>,
    /// The policies that name it, in full.
    pub(super) chosen_by: BTreeSet<String>,
    /// One that may run here, one that may run next door only, and one whose registry only looks like it.
    image: String,
    image_of_another: Option<String>,
    imitation: String,
    sandboxed: bool,
    workload: Option<Workload>,
    /// A gateway for what leaves, and the workload that leaves there.
    gateway: Option<Gateway>,
    /// The most that a pod may use.
    most_cpu: String,
    above: Above,
    /// Whether every load balancer that the quota allows is there.
    balancers_full: bool,
}

#[derive(Serialize)]
struct Workload {
    kind: String,
    name: String,
    container: String,
}

#[derive(Serialize)]
struct Gateway {
    name: String,
    workload: String,
}

impl Gateway {
    fn of(objects: &[Resource], space: &str) -> Option<Gateway> {
        let by = "/spec/template/metadata/annotations/kubernetes.azure.com~1static-gateway-configuration";
        let mut own = objects.iter().filter(|object| object.namespace == space);
        let user = own.find(|object| !text(object, by).is_empty())?;
        Some(Gateway { name: text(user, by), workload: user.name.clone() })
    }
}

/// Just too much.
#[derive(Serialize)]
struct Above {
    cpu: String,
    memory: String,
    storage: String,
    copies: u64,
}

fn text(of: &Resource, pointer: &str) -> String {
    match of.body.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn number(text: &str) -> u64 {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

/// One more, in the same unit.
fn more(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    format!("{}{}", number(text) + 1, &text[digits..])
}

/// The images of the pods of one namespace, first come first.
fn images(objects: &[Resource], space: &str) -> Vec<String> {
    let pods = objects.iter().filter(|object| object.kind == "PodTemplate" && object.namespace == space);
    let containers = |pod: &Resource| {
        let list = pod.body.pointer("/template/spec/containers").and_then(Value::as_array).cloned();
        list.unwrap_or_default().iter().filter_map(|one| Some(one.get("image")?.as_str()?.to_string())).collect()
    };
    pods.flat_map(|pod: &Resource| -> Vec<String> { containers(pod) }).collect()
}

/// The registries that a policy approves: the literals of the list in its expression.
fn registry(objects: &[Resource], policy: &str) -> String {
    let policy = objects.iter().find(|object| object.kind == "ValidatingAdmissionPolicy" && object.name == policy);
    let variables = policy.and_then(|p| p.body.pointer("/spec/variables")?.as_array()).expect("variables");
    let list = variables.iter().find(|variable| variable["name"] == "registries").expect("registries");
    let list = list["expression"].as_str().expect("an expression");
    list.split('\'').nth(1).expect("a registry").to_string()
}

/// Whether a binding takes in a namespace, and whether it names it.
fn takes(binding: &Resource, space: &str) -> (bool, bool) {
    let selector = binding.body.pointer("/spec/matchResources/namespaceSelector").expect("a selector of namespaces");
    if let Some(labels) = selector.get("matchLabels") {
        let named = labels["kubernetes.io/metadata.name"] == space;
        return (named, named);
    }
    let [one] = &selector["matchExpressions"].as_array().expect("expressions")[..] else { panic!("{selector}") };
    assert_eq!(one["key"], "kubernetes.io/metadata.name");
    let there = one["values"].as_array().expect("values").iter().any(|value| value == space);
    match one["operator"].as_str() {
        Some("In") => (there, there),
        Some("NotIn") => (!there, false),
        other => panic!("{other:?}"),
    }
}

/// The namespaces that a binding leaves out, but for those that every cluster has.
fn left_out(binding: &Resource) -> Vec<String> {
    let selector = binding.body.pointer("/spec/matchResources/namespaceSelector/matchExpressions/0");
    let values = selector.filter(|one| one["operator"] == "NotIn").and_then(|one| one["values"].as_array());
    let names = values.into_iter().flatten().filter_map(|value| value.as_str().map(String::from));
    names.filter(|name| !name.starts_with("kube-")).collect()
}

impl World {
    pub(super) fn of(tree: &Tree) -> World {
        let objects = kubernetes::read(tree).unwrap_or_else(|e| panic!("{e}"));
        let of = |kind: &'static str| objects.iter().filter(move |object| object.kind == kind);
        let first = of("Namespace").next().expect("a namespace");
        let cluster = text(first, "/metadata/labels/app.kubernetes.io~1part-of");
        let short = |name: &str| {
            name.strip_prefix(&format!("{cluster}-")).unwrap_or_else(|| panic!("{name} of {cluster}")).to_string()
        };
        let policies = of("ValidatingAdmissionPolicy").map(|one| (short(&one.name), one.name.clone())).collect();
        let mut spaces: Vec<Space> = of("Namespace").map(|one| Space::of(&objects, one, &short)).collect();
        // The rest of the trials is made where most of the tree runs, and any pod can be a good one.
        spaces.sort_by_key(|space| (space.sandboxed, std::cmp::Reverse(images(&objects, &space.name).len())));
        let elsewhere = BTreeMap::from([("name", "no-quota".to_string()), ("image", ANY.concat())]);
        let platform = of("ValidatingAdmissionPolicyBinding").flat_map(left_out).collect();
        World { cluster, policies, spaces, stranger: STRANGER, platform, elsewhere }
    }
}

impl World {
    /// What stands guard here, by kind.
    pub(super) fn guards(&self) -> BTreeSet<String> {
        let levels = self.spaces.iter().map(|space| space.level.clone());
        self.policies.keys().cloned().chain(levels).collect()
    }
}

impl Space {
    fn of(objects: &[Resource], namespace: &Resource, short: &impl Fn(&str) -> String) -> Space {
        let name = namespace.name.clone();
        let inside = |kind: &str| {
            let found = objects.iter().find(|object| object.kind == kind && object.namespace == name);
            found.unwrap_or_else(|| panic!("no {kind} in {name}"))
        };
        let label = |word: &str| text(namespace, &format!("/metadata/labels/pod-security.kubernetes.io~1{word}"));
        let (mut guards, mut chosen_by) = (BTreeSet::new(), BTreeSet::new());
        for binding in objects.iter().filter(|object| object.kind == "ValidatingAdmissionPolicyBinding") {
            let policy = text(binding, "/spec/policyName");
            let (looks, names) = takes(binding, &name);
            if names {
                chosen_by.insert(policy.clone());
            }
            if looks {
                guards.insert(short(&policy));
            }
        }
        let own = images(objects, &name);
        let image = if guards.contains("image-sources") {
            let policy = chosen_by.iter().find(|policy| policy.ends_with("-image-sources")).expect("a policy");
            registry(objects, policy) + ANY[1]
        } else {
            own.first().cloned().unwrap_or_else(|| ANY.concat())
        };
        let mut others = objects.iter().filter(|object| object.kind == "Namespace" && object.name != name);
        let next_door = others.find_map(|other| images(objects, &other.name).into_iter().find(|i| !own.contains(i)));
        let workload = objects.iter().find(|one| {
            ["Deployment", "StatefulSet", "DaemonSet"].contains(&one.kind.as_str()) && one.namespace == name
        });
        let (quota, limits) = (inside("ResourceQuota"), inside("LimitRange"));
        let most = |index: usize, what: &str| text(limits, &format!("/spec/limits/{index}/max/{what}"));
        let balancers = objects
            .iter()
            .filter(|one| one.kind == "Service" && one.namespace == name && text(one, "/spec/type") == "LoadBalancer");
        Space {
            level: label("enforce"),
            version: label("enforce-version"),
            image_of_another: next_door.filter(|_| guards.contains("named-images")),
            imitation: image.replacen('/', ".attacker.test/", 1),
            sandboxed: guards.contains("sandboxes"),
            workload: workload.map(|one| Workload {
                kind: one.kind.clone(),
                name: one.name.clone(),
                container: text(one, "/spec/template/spec/containers/0/name"),
            }),
            gateway: Gateway::of(objects, &name),
            most_cpu: most(0, "cpu"),
            above: Above {
                cpu: more(&most(0, "cpu")),
                memory: more(&most(0, "memory")),
                storage: more(&most(1, "storage")),
                copies: number(&text(quota, "/spec/hard/limits.cpu")) / number(&most(0, "cpu")) + 1,
            },
            balancers_full: balancers.count() as u64 >= number(&text(quota, "/spec/hard/services.loadbalancers")),
            name,
            guards,
            chosen_by,
            image,
        }
    }
}
