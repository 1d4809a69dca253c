//! Facts: what only Azure knows after a deployment. Committed, reviewed, without secrets; an input like any other.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kind::{self, Guid};
use super::validate::did_you_mean;
use crate::error::{Place, Problem, Problems, Result, clipped};

/// The content of a facts file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The address of the cluster's OIDC issuer.
    pub oidc_issuer: Option<String>,
    /// The client id of each workload's identity, by the workload's name.
    #[serde(default)]
    pub client_ids: BTreeMap<String, Guid>,
}

impl Facts {
    /// Reads a facts file; its ids have to be real ones, its issuer an https address.
    pub fn parse(file: &str, text: &str) -> Result<Facts> {
        let layer = super::layer::Layer::parse(super::layer::Origin::File, file, text)?;
        const KEYS: [&str; 2] = ["oidc_issuer", "client_ids"];
        let mut problems = Vec::new();
        let at = |problem: Problem, key: &str| match layer.place(key) {
            Some(place) => problem.at(place.clone()),
            None => problem.at(Place::file(file)),
        };
        for (key, value) in &layer.table {
            let shown = clipped(&value.to_string());
            let (what, near) = match (key.as_str(), value) {
                ("oidc_issuer", toml::Value::String(_)) => continue,
                ("oidc_issuer", _) => (format!("`oidc_issuer` has to be text in quotes, not {shown}"), None),
                ("client_ids", toml::Value::Table(ids)) => {
                    for (name, id) in ids.iter().filter(|(_, id)| !id.is_str()) {
                        let shown = clipped(&id.to_string());
                        let what = format!("the client id of `{name}` has to be text in quotes, not {shown}");
                        let problem = Problem::new(what).help("azcli/facts.sh writes this file");
                        problems.push(at(problem, &format!("client_ids.{name}")));
                    }
                    continue;
                }
                ("client_ids", _) => (format!("`client_ids` has to be a table, not {shown}"), None),
                (other, _) => (format!("a facts file has no `{other}`"), did_you_mean(other, KEYS)),
            };
            let problem = at(Problem::new(what), key).help("azcli/facts.sh writes this file");
            problems
                .push(near.into_iter().fold(problem, |problem, near| problem.help(format!("did you mean `{near}`?"))));
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let facts: Facts = toml::from_str(text).map_err(|e| {
            let problem = Problem::new(format!("this is not a facts file: {}", e.message())).at(Place::file(file));
            Problems::from(problem.help("azcli/facts.sh writes it"))
        })?;
        for (name, id) in &facts.client_ids {
            if let Err(why) = kind::check("guid", id.as_str()) {
                problems.push(at(
                    Problem::new(format!("the client id of `{name}` is not valid: {why}")),
                    &format!("client_ids.{name}"),
                ));
            }
        }
        if let Some(issuer) = &facts.oidc_issuer {
            let sound = issuer.starts_with("https://")
                && issuer.len() < 300
                && issuer.chars().all(|c| c.is_ascii_graphic() && !"'\"`\\$".contains(c));
            if !sound {
                problems.push(at(Problem::new("`oidc_issuer` is not an https address"), "oidc_issuer"));
            }
        }
        Problems::check(problems).map(|()| facts)
    }
}
