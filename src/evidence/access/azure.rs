//! Role assignments in Azure, as the scripts list them.

use std::collections::BTreeSet;

use super::words::words;
use super::{May, Power, Right, Scope, Who};
use crate::error::{Place, Problem, Result};
use crate::tree::Tree;

/// Where the scripts have their values.
const FILE: &str = "azcli/settings.sh";

/// The lists of role assignments, six words each: name, id and title of the role, principal, its type, scope.
const LISTS: [&str; 2] = ["ROLES", "CI_ROLES"];

/// Azure's roles for objects inside a cluster (built-in roles of Azure, containers), with what each holds beyond looking and
/// changing.
const INSIDE: [(&str, &[Power]); 4] = [
    ("7f6c6a51-bcf8-42ba-9220-52d62157d7db", &[]),
    ("a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb", &[Power::Secrets, Power::Pods]),
    ("3498e952-d568-435e-9b2c-8d77e338d7f7", &[Power::Grants, Power::Secrets, Power::Pods]),
    (EVERYTHING, &[Power::Everything]),
];
const EVERYTHING: &str = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

/// A role in Azure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assignment {
    /// Whether it is a group's, and not an identity's.
    pub group: bool,
    /// The object id of the group, or the name of the identity.
    pub principal: String,
    /// The title of the role.
    pub role: String,
    /// The id of the role.
    pub role_id: String,
    /// Where it holds: the id of a resource, of a group or of a subscription.
    pub scope: String,
    /// The list in which it stands.
    pub list: &'static str,
}

impl Assignment {
    /// Whether it is about objects inside a cluster, which the cluster asks Azure about.
    pub fn is_inside(&self) -> bool {
        INSIDE.iter().any(|(id, _)| *id == self.role_id)
    }
}

/// Every role that the scripts assign, in order.
///
/// # Errors
/// A list that is not made of assignments.
pub fn in_azure(tree: &Tree) -> Result<Vec<Assignment>> {
    let Some(file) = tree.get(FILE) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for list in LISTS {
        let words = words(&file.text, list).unwrap_or_default();
        let parts = words.chunks(6);
        for part in parts {
            let [_, role_id, role, principal, kind, scope] = part else {
                let problem = Problem::new(format!("who may do what cannot be told: {list} ends within an assignment"));
                return Err(problem.at(Place::file(FILE)).into());
            };
            found.push(Assignment {
                group: kind == "Group",
                principal: principal.clone(),
                role: role.clone(),
                role_id: role_id.clone(),
                scope: scope.clone(),
                list,
            });
        }
    }
    found.sort();
    Ok(found)
}

/// Rights inside the cluster that stand outside of it.
pub(super) fn rights(tree: &Tree) -> Result<Vec<Right>> {
    let Some(file) = tree.get(FILE) else { return Ok(Vec::new()) };
    let value = |name: &str| words(&file.text, name).and_then(|words| words.into_iter().next()).unwrap_or_default();
    let right =
        |who: Who, scope: Scope, may: May, by: &str| Right { who, scope, may, by: by.into(), file: FILE.into() };
    let mut found = Vec::new();
    if value("AZURE_RBAC") == "true" {
        let cluster = value("ID_CLUSTER");
        for one in in_azure(tree)?.into_iter().filter(Assignment::is_inside) {
            let Some(scope) = scope_of(&one.scope, &cluster) else { continue };
            let powers = INSIDE.iter().find(|(id, _)| *id == one.role_id).map_or(&[][..], |(_, powers)| powers);
            let may = if one.role_id == EVERYTHING {
                May::Everything
            } else {
                May::BuiltIn { name: one.role, powers: BTreeSet::from_iter(powers.iter().copied()), more: Vec::new() }
            };
            let who = if one.group { Who::Group(one.principal) } else { Who::User(one.principal) };
            found.push(right(who, scope, may, "role assignment in Azure"));
        }
    } else {
        // The cluster then has a list of administrators of its own; where it asks Azure, the scripts leave that empty.
        let group = value("ADMIN_GROUP");
        if !group.is_empty() {
            found.push(right(Who::Group(group), Scope::Cluster, May::Everything, "the cluster's own list"));
        }
    }
    if value("LOCAL_ACCOUNTS") == "true" {
        found.push(right(Who::StaticAccount, Scope::Cluster, May::Everything, "static admin account"));
    }
    if !value("FLUX_URL").is_empty() {
        let who = Who::Pushers { url: value("FLUX_URL"), branch: value("FLUX_BRANCH") };
        found.push(right(who, Scope::Cluster, May::Apply, "Flux"));
    }
    Ok(found)
}

/// How far a scope reaches into the cluster: one above it holds in all of it.
fn scope_of(scope: &str, cluster: &str) -> Option<Scope> {
    let (scope, cluster) = (scope.to_lowercase(), cluster.to_lowercase());
    let below = |whole: &str, part: &str| {
        whole.strip_prefix(part).filter(|rest| rest.is_empty() || rest.starts_with('/')).map(str::to_string)
    };
    match below(&scope, &cluster) {
        Some(rest) if rest.is_empty() => Some(Scope::Cluster),
        Some(rest) => rest.strip_prefix("/namespaces/").map(|name| Scope::Namespace(name.into())),
        None => below(&cluster, &scope).map(|_| Scope::Cluster),
    }
}
