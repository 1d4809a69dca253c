//! Manifests to pods, namespaces and policies.

use std::collections::BTreeMap;

use ipnet::Ipv4Net;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value as Json;

use super::super::kubernetes::listed;
use super::super::resource::Resource;
use super::gateway::{self, Gateway};
use super::model::{Pod, Policy};
use super::ports::Protocol;
use super::selector::{Labels, NAMESPACE};
use super::{End, Kind, calico, cilium, network_policy};
use crate::error::{Place, Problem, Problems, Result};
use crate::tree::Tree;

/// All that reachability depends on.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) pods: Vec<Pod>,
    /// Every namespace with its labels.
    pub(super) namespaces: BTreeMap<String, Labels>,
    /// Those that the manifests make.
    pub(super) made: Vec<String>,
    pub(super) policies: Vec<Policy>,
    pub(super) sets: Vec<(Labels, Vec<Ipv4Net>)>,
    pub(super) gateways: Vec<Gateway>,
    /// Whether Cilium is the engine.
    pub(super) cilium: bool,
}

/// The kinds that matter; what a document is can be seen without parsing it.
const KINDS: [&str; 15] = [
    "Gateway",
    "Namespace",
    "Pod",
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "ReplicaSet",
    "Job",
    "CronJob",
    "NetworkPolicy",
    "CiliumNetworkPolicy",
    "CiliumClusterwideNetworkPolicy",
    "GlobalNetworkPolicy",
    "GlobalNetworkSet",
    "StaticGatewayConfiguration",
];

pub(super) fn read(tree: &Tree) -> Result<World> {
    let mut problems = Vec::new();
    let mut world = World::default();
    let paths = listed(tree, &mut problems);
    let parsed: Vec<_> = paths.par_iter().map(|path| Some(objects(&tree.get(path)?.text))).collect();
    for (path, objects) in paths.iter().zip(parsed) {
        let Some(objects) = objects else {
            problems.push(Problem::new("a kustomization lists this file, and it is not there").at(Place::file(path)));
            continue;
        };
        if let Err(why) = objects.and_then(|objects| world.objects(&objects)) {
            let problem = Problem::new(format!("who reaches whom cannot be told: {why}"));
            problems.push(problem.at(Place::file(path)));
        }
    }
    Problems::check(problems)?;
    world.settle();
    Ok(world)
}

pub(super) fn among(objects: &[Resource]) -> Result<World> {
    let mut world = World::default();
    let read = objects.iter().filter(|object| KINDS.contains(&object.kind.as_str())).map(|object| {
        let why = world.object(&object.body).err()?;
        Some(Problem::new(format!("who reaches whom cannot be told: {} has {why}", object.id)))
    });
    Problems::check(read.collect::<Vec<_>>().into_iter().flatten().collect())?;
    world.settle();
    Ok(world)
}

/// The elements of a list that may be left out.
pub(super) fn list<'a>(map: &'a Json, key: &str) -> std::result::Result<&'a [Json], String> {
    match map.get(key) {
        None | Some(Json::Null) => Ok(&[]),
        Some(Json::Array(items)) => Ok(items),
        Some(_) => Err(format!("`{key}`, which is no list")),
    }
}

/// Refuses what this evaluator does not know: passing over it could make a way look closed that is open.
pub(super) fn known(map: &Json, fields: &[&str]) -> std::result::Result<(), String> {
    match map {
        Json::Null => Ok(()),
        Json::Object(map) => match map.keys().find(|key| !fields.contains(&key.as_str())) {
            Some(other) => Err(format!("`{other}`, which this evaluator does not know")),
            None => Ok(()),
        },
        other => Err(format!("{other}, which is no map")),
    }
}

fn kind_of(document: &str) -> Option<&str> {
    document.lines().find_map(|line| line.strip_prefix("kind: ")).map(str::trim)
}

/// The objects of a file that are of a kind that matters.
fn objects(text: &str) -> std::result::Result<Vec<Json>, String> {
    // A flow mapping has no line of its own for the kind.
    let matters = |document: &&str| kind_of(document).is_none_or(|kind| KINDS.contains(&kind));
    let documents = text.split("\n---").filter(matters).flat_map(serde_yaml::Deserializer::from_str);
    documents.map(|object| Json::deserialize(object).map_err(|e| e.to_string())).collect()
}

impl World {
    fn objects(&mut self, objects: &[Json]) -> std::result::Result<(), String> {
        for object in objects {
            let name = object.pointer("/metadata/name").and_then(Json::as_str).unwrap_or_default();
            self.object(object).map_err(|why| format!("{name} has {why}"))?;
        }
        Ok(())
    }

    fn object(&mut self, object: &Json) -> std::result::Result<(), String> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Json::as_str);
        let (Some(kind), Some(name)) = (text("/kind"), text("/metadata/name")) else {
            return Ok(());
        };
        let api = text("/apiVersion").unwrap_or_default();
        let namespace = text("/metadata/namespace").unwrap_or("default");
        let spec = object.get("spec").unwrap_or(&Json::Null);
        self.cilium |= api.starts_with("cilium.io/");
        let labels = || labels(object.pointer("/metadata/labels"));
        match kind {
            "Namespace" => {
                self.made.push(name.to_string());
                self.namespaces.entry(name.to_string()).or_default().extend(labels());
            }
            "NetworkPolicy" if api.starts_with("networking.k8s.io/") => {
                self.policies.extend(network_policy::policies(namespace, spec)?);
            }
            "NetworkPolicy" => return Err(format!("the API {api}, which this evaluator does not know")),
            "CiliumNetworkPolicy" => {
                self.policies.extend(cilium::policies(Some(namespace), spec)?);
            }
            "CiliumClusterwideNetworkPolicy" => {
                self.policies.extend(cilium::policies(None, spec)?);
            }
            // Whoever implements it makes its pods in its namespace, with this label (Gateway API, "Gateway Infrastructure").
            "Gateway" if api.starts_with("gateway.networking.k8s.io/") => {
                let end = End { kind: Kind::Workload, namespace: namespace.into(), name: name.into() };
                let mut pod = Pod::new(end, namespace);
                pod.labels.insert("gateway.networking.k8s.io/gateway-name".into(), name.into());
                self.pods.push(pod);
            }
            "StaticGatewayConfiguration" => self.gateways.push(Gateway::read(namespace, name, spec)?),
            "GlobalNetworkPolicy" => self.policies.extend(calico::policies(spec)?),
            "GlobalNetworkSet" => {
                let nets =
                    list(spec, "nets")?.iter().map(network_policy::range).collect::<std::result::Result<_, _>>()?;
                self.sets.push((labels(), nets));
            }
            _ => {
                let template = match kind {
                    "Pod" => Some(object),
                    "CronJob" => object.pointer("/spec/jobTemplate/spec/template"),
                    _ => object.pointer("/spec/template"),
                };
                if let Some(template) = template.filter(|_| KINDS.contains(&kind)) {
                    let end = End { kind: Kind::Workload, namespace: namespace.into(), name: name.into() };
                    self.pods.push(pod(end, template));
                }
            }
        }
        Ok(())
    }

    /// What is there without a manifest: the namespaces' own label, the cluster's DNS, the two pods of each namespace.
    fn settle(&mut self) {
        let mut dns = Pod::new(End::outside(Kind::Dns, "cluster DNS"), "kube-system");
        dns.labels.insert("k8s-app".into(), "kube-dns".into());
        dns.named_ports.insert(("dns".into(), Protocol::Udp), 53);
        dns.named_ports.insert(("dns-tcp".into(), Protocol::Tcp), 53);
        self.pods.push(dns);
        let with_pods = self.pods.iter().filter_map(|pod| pod.labels.get(NAMESPACE).cloned()).collect::<Vec<_>>();
        for namespace in with_pods {
            self.namespaces.entry(namespace).or_default();
        }
        for (name, labels) in &mut self.namespaces {
            labels.insert("kubernetes.io/metadata.name".into(), name.clone());
        }
        self.made.sort();
        self.made.dedup();
        for namespace in self.made.clone() {
            for kind in [Kind::Stranger, Kind::Opened] {
                let end = End { kind, namespace: namespace.clone(), name: kind.slug().into() };
                self.pods.push(Pod::new(end, &namespace));
            }
        }
    }
}

fn labels(written: Option<&Json>) -> Labels {
    let map = written.and_then(Json::as_object).into_iter().flatten();
    map.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_string()))).collect()
}

impl Pod {
    fn new(end: End, namespace: &str) -> Pod {
        let labels = Labels::from([(NAMESPACE.to_string(), namespace.to_string())]);
        Pod { end, labels, named_ports: BTreeMap::new(), host_network: false, gateway: None }
    }
}

fn pod(end: End, template: &Json) -> Pod {
    let namespace = end.namespace.clone();
    let mut pod = Pod::new(end, &namespace);
    pod.labels.extend(labels(template.pointer("/metadata/labels")));
    pod.host_network = template.pointer("/spec/hostNetwork").and_then(Json::as_bool).unwrap_or(false);
    pod.gateway = gateway::named(template);
    let containers = ["/spec/containers", "/spec/initContainers"].into_iter();
    let containers = containers.filter_map(|pointer| template.pointer(pointer)?.as_array()).flatten();
    for port in containers.filter_map(|container| container.get("ports")?.as_array()).flatten() {
        let protocol = port.get("protocol").and_then(Json::as_str).and_then(Protocol::named).unwrap_or(Protocol::Tcp);
        let number = port.get("containerPort").and_then(Json::as_u64).and_then(|number| u16::try_from(number).ok());
        if let (Some(name), Some(number)) = (port.get("name").and_then(Json::as_str), number) {
            pod.named_ports.insert((name.to_string(), protocol), number);
        }
    }
    pod
}
