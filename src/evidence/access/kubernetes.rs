//! Roles and bindings of the manifests.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value as Json;

use super::super::kubernetes::listed;
use super::super::resource::Resource;
use super::{May, Power, Right, Rule, Scope, Who};
use crate::error::{Place, Problem, Problems, Result};
use crate::tree::Tree;

/// The roles that Kubernetes brings for people, each with what it holds beyond looking and changing; the first two only look, or
/// only look and change. Each takes over what ClusterRoles give to it and to those before it (Kubernetes, user-facing roles).
const BUILT_IN: [(&str, &[Power]); 3] = [
    ("view", &[]),
    ("edit", &[Power::Grants, Power::Secrets, Power::Enters, Power::Pods]),
    ("admin", &[Power::Grants, Power::Secrets, Power::Enters, Power::Pods]),
];

const ADMIN: &str = "cluster-admin";
const GROUP: &str = "rbac.authorization.k8s.io";
const KINDS: [&str; 4] = ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"];

#[derive(Default)]
struct World {
    /// By namespace, empty for ClusterRoles, and name.
    roles: BTreeMap<(String, String), Vec<Rule>>,
    /// What ClusterRoles add to a role that Kubernetes brings.
    more: BTreeMap<&'static str, Vec<Rule>>,
    /// Bindings with their files.
    bindings: Vec<(String, Json)>,
}

pub(super) fn rights(tree: &Tree) -> Result<Vec<Right>> {
    let mut problems = Vec::new();
    let mut world = World::default();
    let untold =
        |path: &str, why: &str| Problem::new(format!("who may do what cannot be told: {why}")).at(Place::file(path));
    for path in listed(tree, &mut problems) {
        let Some(artifact) = tree.get(&path) else {
            problems.push(Problem::new("a kustomization lists this file, and it is not there").at(Place::file(&path)));
            continue;
        };
        // Most files hold none, and can be seen to without being parsed.
        if KINDS.iter().any(|kind| artifact.text.contains(kind))
            && let Err(why) = world.file(&path, &artifact.text)
        {
            problems.push(untold(&path, &why));
        }
    }
    let mut found = Vec::new();
    for (path, binding) in &world.bindings {
        match world.granted(path, binding) {
            Ok(rights) => found.extend(rights),
            Err(why) => problems.push(untold(path, &why)),
        }
    }
    Problems::check(problems)?;
    Ok(found)
}

pub(super) fn among(objects: &[Resource]) -> std::result::Result<Vec<Right>, String> {
    let mut world = World::default();
    for object in objects.iter().filter(|object| KINDS.contains(&object.kind.as_str())) {
        world.object("", object.body.clone()).map_err(|why| format!("{}: {why}", object.id))?;
    }
    let mut found = Vec::new();
    for (path, binding) in &world.bindings {
        found.extend(world.granted(path, binding)?);
    }
    Ok(found)
}

fn text<'a>(object: &'a Json, pointer: &str) -> &'a str {
    object.pointer(pointer).and_then(Json::as_str).unwrap_or_default()
}

fn list<'a>(object: &'a Json, field: &str) -> std::result::Result<&'a [Json], String> {
    match object.get(field) {
        None | Some(Json::Null) => Ok(&[]),
        Some(Json::Array(items)) => Ok(items),
        Some(_) => Err(format!("`{field}` is no list")),
    }
}

impl World {
    fn file(&mut self, path: &str, content: &str) -> std::result::Result<(), String> {
        for document in serde_yaml::Deserializer::from_str(content) {
            let object = Json::deserialize(document).map_err(|e| e.to_string())?;
            let objects = match text(&object, "/kind") {
                "List" => list(&object, "items")?.to_vec(),
                _ => vec![object],
            };
            for object in objects.into_iter().filter(|object| text(object, "/apiVersion").starts_with(GROUP)) {
                let name = text(&object, "/metadata/name").to_string();
                self.object(path, object).map_err(|why| format!("{name}: {why}"))?;
            }
        }
        Ok(())
    }

    fn object(&mut self, path: &str, object: Json) -> std::result::Result<(), String> {
        let kind = text(&object, "/kind").to_string();
        match kind.as_str() {
            "Role" | "ClusterRole" => {
                if object.get("aggregationRule").is_some() {
                    return Err("`aggregationRule`, which this evaluator does not know".into());
                }
                let rules =
                    list(&object, "rules")?.iter().map(Rule::read).collect::<std::result::Result<Vec<_>, _>>()?;
                let namespace = if kind == "Role" { text(&object, "/metadata/namespace") } else { "" };
                if kind == "ClusterRole" {
                    for (at, (name, _)) in BUILT_IN.iter().enumerate() {
                        let labels = object.pointer("/metadata/labels");
                        let label = format!("{GROUP}/aggregate-to-{name}");
                        if labels.and_then(|labels| labels.get(&label)).and_then(Json::as_str) == Some("true") {
                            for (above, _) in &BUILT_IN[at..] {
                                self.more.entry(above).or_default().extend(rules.iter().cloned());
                            }
                        }
                    }
                }
                self.roles.insert((namespace.into(), text(&object, "/metadata/name").into()), rules);
            }
            "RoleBinding" | "ClusterRoleBinding" => self.bindings.push((path.into(), object)),
            other => return Err(format!("a {other}, which this evaluator does not know")),
        }
        Ok(())
    }

    /// What a binding gives to each of its subjects.
    fn granted(&self, path: &str, binding: &Json) -> std::result::Result<Vec<Right>, String> {
        let (kind, name) = (text(binding, "/kind"), text(binding, "/metadata/name"));
        let namespace = text(binding, "/metadata/namespace");
        let scope = if kind == "RoleBinding" { Scope::Namespace(namespace.to_string()) } else { Scope::Cluster };
        let may = self.may(text(binding, "/roleRef/kind"), text(binding, "/roleRef/name"), namespace)?;
        let mut found = Vec::new();
        for subject in list(binding, "subjects")? {
            let who = match text(subject, "/kind") {
                "Group" => Who::Group(text(subject, "/name").into()),
                // What a service account signs in as can be named as a user, too.
                "User" => match text(subject, "/name")
                    .strip_prefix("system:serviceaccount:")
                    .and_then(|n| n.split_once(':'))
                {
                    Some((namespace, name)) => Who::ServiceAccount { namespace: namespace.into(), name: name.into() },
                    None => Who::User(text(subject, "/name").into()),
                },
                "ServiceAccount" => Who::ServiceAccount {
                    namespace: text(subject, "/namespace").into(),
                    name: text(subject, "/name").into(),
                },
                other => {
                    return Err(format!("{name}: a subject of kind `{other}`, which this evaluator does not know"));
                }
            };
            found.push(Right {
                who,
                scope: scope.clone(),
                may: may.clone(),
                by: format!("{kind} {name}"),
                file: path.into(),
            });
        }
        Ok(found)
    }

    fn may(&self, kind: &str, name: &str, namespace: &str) -> std::result::Result<May, String> {
        let of = if kind == "Role" { namespace } else { "" };
        if let Some(rules) = self.roles.get(&(of.to_string(), name.to_string())) {
            return Ok(May::Rules(rules.clone()));
        }
        match kind {
            "ClusterRole" if name == ADMIN => Ok(May::Everything),
            "ClusterRole" => Ok(match BUILT_IN.iter().find(|(built_in, _)| *built_in == name) {
                Some((name, powers)) => May::BuiltIn {
                    name: (*name).to_string(),
                    powers: BTreeSet::from_iter(powers.iter().copied()),
                    more: self.more.get(name).cloned().unwrap_or_default(),
                },
                None => May::Unknown(format!("ClusterRole {name}")),
            }),
            "Role" => Ok(May::Unknown(format!("Role {name}"))),
            other => Err(format!("a role of kind `{other}`, which this evaluator does not know")),
        }
    }
}
