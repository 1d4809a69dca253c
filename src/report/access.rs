//! Who may do what in a tree, for the runbook: computed from its files, whatever the plan meant. The plan only gives names to groups.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::error::Result;
use crate::evidence::access::{Assignment, Power, Right, Scope, Who, in_azure, rights};
use crate::plan::Plan;
use crate::tree::Tree;

/// What the template of the runbook sees.
pub fn context(plan: &Plan, tree: &Tree) -> Result<Json> {
    let found = rights(tree)?;
    let outside: Vec<Assignment> = in_azure(tree)?.into_iter().filter(|one| !one.is_inside()).collect();
    let pods = found.iter().any(|right| matches!(right.who, Who::ServiceAccount { .. }));
    Ok(json!({ "inside": inside(plan, &found), "outside": roles_outside(plan, &outside), "pods": pods }))
}

/// What the profile file calls a group.
fn name_of(plan: &Plan, group: &str) -> Option<String> {
    let (access, same) = (&plan.settings.access, |id: &str| id.eq_ignore_ascii_case(group));
    if same(access.admin_group.as_str()) {
        return Some("administrators".into());
    }
    if same(access.break_glass_group.as_str()) {
        return Some("emergencies".into());
    }
    let team = plan.settings.teams.iter().find(|(_, team)| same(team.group.as_str()));
    team.map(|(name, _)| format!("team {}", name.as_str()))
}

/// One row for what a holder may do by one object, in all namespaces in which that is so.
fn inside(plan: &Plan, rights: &[Right]) -> Json {
    let mut rows: BTreeMap<(&Who, String, &str, &str), Vec<&Right>> = BTreeMap::new();
    for right in rights {
        let key = (&right.who, right.may.to_string(), right.by.as_str(), right.file.as_str());
        rows.entry(key).or_default().push(right);
    }
    let rows = rows.into_iter().filter_map(|((_, may, ..), same)| row(plan, &may, &same));
    // Administrators first, then teams, then whatever has no name here.
    let mut rows: Vec<Json> = rows.collect();
    let all = |row: &Json| row["all"].as_bool().unwrap_or_default();
    rows.sort_by_key(|row| (row["name"].is_null(), !all(row), row["name"].to_string()));
    rows.into()
}

/// A row, of rights that differ in their scope only.
fn row(plan: &Plan, may: &str, same: &[&Right]) -> Option<Json> {
    let right = same.first()?;
    let (name, id) = match &right.who {
        Who::Group(id) => (name_of(plan, id), id.clone()),
        other => (None, other.to_string()),
    };
    let powers = right.powers().into_iter().filter(|power| *power != Power::Everything);
    Some(json!({
        "name": name,
        "id": id,
        "all": same.iter().any(|right| right.scope == Scope::Cluster),
        "scopes": same.iter().map(|right| right.scope.to_string()).collect::<Vec<_>>(),
        "may": may,
        "weighs": powers.map(Power::words).collect::<Vec<_>>(),
        "by": right.by,
        "file": right.file,
    }))
}

/// Roles in Azure that do not reach into the cluster, by holder.
fn roles_outside(plan: &Plan, assignments: &[Assignment]) -> Json {
    let mut rows: BTreeMap<(bool, &str), BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for one in assignments {
        let roles = rows.entry((one.group, &one.principal)).or_default();
        roles.entry(&one.role).or_default().push(short(&one.scope));
    }
    let row = |((group, principal), roles): ((bool, &str), BTreeMap<&str, Vec<String>>)| {
        let roles = roles.into_iter().map(|(role, scopes)| json!({ "role": role, "scopes": scopes }));
        json!({
            "name": group.then(|| name_of(plan, principal)).flatten(),
            "id": principal,
            "roles": roles.collect::<Vec<_>>(),
        })
    };
    rows.into_iter().map(row).collect()
}

/// A scope by its last part: a name says enough where the whole id is in the scripts.
fn short(scope: &str) -> String {
    let mut parts = scope.rsplit('/');
    parts.next().unwrap_or_default().to_string()
}
