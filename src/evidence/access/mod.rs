//! Who may do what, computed from rendered files alone.
//!
//! Inside the cluster that is what Roles, ClusterRoles and their bindings say, read as the API server reads them; and where the cluster
//! asks Azure, the role assignments at its scope and at that of its namespaces, which the az scripts make from a list of their
//! own. What files were made from is for others to compare. What is not known in one of them is an error, never passed over.

mod azure;
mod kubernetes;
mod rules;
mod words;

use std::collections::BTreeSet;
use std::fmt;

pub use azure::{Assignment, in_azure};
pub use rules::{Power, Rule};

use super::resource::Resource;
use crate::error::Result;
use crate::tree::Tree;

/// Whoever holds a right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A group of Entra ID, by its object id, or one of Kubernetes' own, by name.
    Group(String),
    /// A person, or whatever signs in with that name.
    User(String),
    /// The pods of a service account.
    ServiceAccount {
        /// Its namespace.
        namespace: String,
        /// Its name.
        name: String,
    },
    /// Whoever may fetch the static admin account of the cluster.
    StaticAccount,
    /// Whoever may push to what Flux applies.
    Pushers {
        /// The repository.
        url: String,
        /// The branch.
        branch: String,
    },
}

impl Who {
    /// How evidence calls it.
    pub(super) fn slug(&self) -> &'static str {
        match self {
            Who::Group(_) => "group",
            Who::User(_) => "user",
            Who::ServiceAccount { .. } => "service-account",
            Who::StaticAccount => "static-account",
            Who::Pushers { .. } => "pushers",
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Who::Group(name) => write!(f, "group {name}"),
            Who::User(name) => write!(f, "user {name}"),
            Who::ServiceAccount { namespace, name } => write!(f, "service account {namespace}/{name}"),
            Who::StaticAccount => f.write_str("whoever may fetch the static admin account"),
            Who::Pushers { url, branch } => write!(f, "whoever may push to {branch} of {url}"),
        }
    }
}

/// How far a right reaches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// All namespaces, and what is in none.
    Cluster,
    /// One namespace.
    Namespace(String),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Cluster => f.write_str("the whole cluster"),
            Scope::Namespace(name) => f.write_str(name),
        }
    }
}

/// What a right lets one do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum May {
    /// Whatever there is to do.
    Everything,
    /// What rules of the manifests list.
    Rules(Vec<Rule>),
    /// What a role that is no file's says: one that Kubernetes or Azure brings, and what the manifests add to it.
    BuiltIn {
        /// Its name.
        name: String,
        /// What it lets one do beyond looking and changing.
        powers: BTreeSet<Power>,
        /// What ClusterRoles of the manifests add to it.
        more: Vec<Rule>,
    },
    /// Whatever is put into the files that are applied.
    Apply,
    /// What a role says that is in no file and that nobody here knows.
    Unknown(String),
}

impl fmt::Display for May {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            May::Everything => f.write_str("everything"),
            May::Rules(rules) => f.write_str(&rules::text(rules)),
            May::BuiltIn { name, more, .. } if more.is_empty() => write!(f, "the role {name}"),
            May::BuiltIn { name, more, .. } => write!(f, "the role {name}; {}", rules::text(more)),
            May::Apply => f.write_str("whatever Flux applies from there"),
            May::Unknown(name) => write!(f, "what {name} says, which is in no file here"),
        }
    }
}

/// One right: who, how far, what, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Right {
    /// Who holds it.
    pub who: Who,
    /// How far it reaches.
    pub scope: Scope,
    /// What it lets one do.
    pub may: May,
    /// The object or the list that gives it.
    pub by: String,
    /// The file in which that stands.
    pub file: String,
}

impl fmt::Display for Right {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}: {} ({}, {})", self.who, self.scope, self.may, self.by, self.file)
    }
}

impl Right {
    /// What it lets one do beyond looking and changing.
    pub fn powers(&self) -> BTreeSet<Power> {
        match &self.may {
            May::Everything | May::Apply | May::Unknown(_) => BTreeSet::from([Power::Everything]),
            May::Rules(rules) => rules::powers(rules),
            May::BuiltIn { powers, more, .. } => powers.iter().copied().chain(rules::powers(more)).collect(),
        }
    }

    /// Whether it is wider than anybody but an administrator should have: everything, an asterisk, or what nobody can tell.
    pub fn is_wide(&self) -> bool {
        let powers = self.powers();
        powers.contains(&Power::Everything) || powers.contains(&Power::Asterisk)
    }

    /// Whether it lets one do this to every object of a kind; nothing where the role is in no file.
    pub fn allows(&self, verb: &str, group: &str, resource: &str) -> Option<bool> {
        match &self.may {
            May::Everything => Some(true),
            May::Rules(rules) => Some(rules.iter().any(|rule| rule.allows(verb, group, resource))),
            May::BuiltIn { .. } | May::Apply | May::Unknown(_) => None,
        }
    }
}

/// Every right that Roles and bindings among these objects give, in order; or what is not known of one.
pub(super) fn among(objects: &[Resource]) -> std::result::Result<Vec<Right>, String> {
    let mut found = kubernetes::among(objects)?;
    found.sort();
    found.dedup();
    Ok(found)
}

/// Every right inside the cluster, in order.
///
/// # Errors
/// What cannot be read, or is not known to this evaluator, with its file.
pub fn rights(tree: &Tree) -> Result<Vec<Right>> {
    let mut found = kubernetes::rights(tree)?;
    found.extend(azure::rights(tree)?);
    found.sort();
    found.dedup();
    Ok(found)
}
