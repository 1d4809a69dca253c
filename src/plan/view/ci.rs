//! Pipelines: who they are in Azure, and how far their rights go.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::super::names::{Ids, Names, arm_guid};
use super::super::settings::Settings;
use super::roles::{self, Role};
use super::{egress, storage};

const CONTRIBUTOR: Role = ("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c");
const POLICY_CONTRIBUTOR: Role = ("Resource Policy Contributor", "36243c78-bf99-498c-9df9-86d9f8d28608");
const ROLE_ADMINISTRATOR: Role = ("Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168");

/// What the steps ask the subscription for while they only look.
const LOOKS: [&str; 8] = [
    "Microsoft.Authorization/roleAssignments/read",
    "Microsoft.Authorization/roleDefinitions/read",
    "Microsoft.ContainerService/locations/kubernetesVersions/read",
    "Microsoft.KeyVault/locations/deletedVaults/read",
    "Microsoft.Resources/deployments/read",
    "Microsoft.Resources/deployments/validate/action",
    "Microsoft.Resources/deployments/whatIf/action",
    "Microsoft.Resources/subscriptions/read",
];

/// What the preflight and the steps ask of the subscription beyond that.
const CHANGES: [&str; 9] = [
    "Microsoft.Authorization/permissions/read",
    "Microsoft.Compute/locations/usages/read",
    "Microsoft.Compute/skus/read",
    "Microsoft.ContainerRegistry/checkNameAvailability/read",
    "Microsoft.Features/providers/features/read",
    "Microsoft.KeyVault/checkNameAvailability/read",
    "Microsoft.Network/locations/usages/read",
    "Microsoft.Resources/deployments/write",
    "Microsoft.Resources/providers/read",
];

/// What templates see of pipelines. `given` are the roles that the tree gives, as `role_assignments` has them.
pub(super) fn ci(settings: &Settings, names: &Names, ids: &Ids, given: &Json) -> Json {
    let repository = settings.ci.repository.as_str();
    let subscription = format!("/subscriptions/{}", settings.azure.subscription.as_str());
    let cluster = settings.cluster.name.as_str();
    let identities = &names.identities;
    let mut groups = vec![&ids.groups.network, &ids.groups.cluster, &ids.groups.security];
    if egress::group(settings) {
        groups.push(&ids.groups.egress);
    }
    if storage::snapshots(settings) {
        groups.push(&ids.groups.snapshots);
    }
    let defender = |actions: &mut Vec<&str>, action| {
        if settings.security.defender {
            actions.push(action);
        }
    };
    let mut looks = LOOKS.to_vec();
    defender(&mut looks, "Microsoft.Security/pricings/read");
    let mut changes = [looks.as_slice(), &CHANGES].concat();
    defender(&mut changes, "Microsoft.Security/pricings/write");
    looks.sort_unstable();
    changes.sort_unstable();
    let definition = |what: &str, actions: &[&str]| {
        json!({
            "id": arm_guid(&[&subscription, cluster, what]),
            "name": format!("aks-harden {cluster} {what}"),
            "actions": actions,
        })
    };
    let (plan, apply) = (definition("plan", &looks), definition("apply", &changes));
    let mut roles = Vec::new();
    let mut give = |identity: &str, id: &str, scope: &str, (title, role): (&str, &str)| {
        roles.push(json!({
            "name": arm_guid(&[scope, id, role]),
            "role": title,
            "role_id": role,
            "identity": identity,
            "scope": scope,
        }));
    };
    for scope in groups {
        give(&identities.ci_plan, &ids.identities.ci_plan, scope, roles::READER);
        for role in [CONTRIBUTOR, POLICY_CONTRIBUTOR, ROLE_ADMINISTRATOR] {
            give(&identities.ci_apply, &ids.identities.ci_apply, scope, role);
        }
    }
    for (identity, id, own) in [
        (&identities.ci_plan, &ids.identities.ci_plan, &plan),
        (&identities.ci_apply, &ids.identities.ci_apply, &apply),
    ] {
        let text = |key: &str| own[key].as_str().unwrap_or_default();
        give(identity, id, &subscription, (text("name"), text("id")));
    }
    let subject = |environment: &str| format!("repo:{repository}:environment:{environment}");
    json!({
        "any": !repository.is_empty(),
        "issuer": "https://token.actions.githubusercontent.com",
        "plan": { "credential": "fc-github", "subject": subject(settings.ci.plan_environment.as_str()), "role": plan },
        "apply": { "credential": "fc-github", "subject": subject(settings.ci.apply_environment.as_str()), "role": apply },
        "roles": roles,
        "role_administrator": ROLE_ADMINISTRATOR.1,
        "condition": condition(given),
    })
}

/// Which roles a pipeline may give and take back: those that the tree gives, to whom the tree gives them. An identity may get
/// what identities get; a group what it has in the plan. In the language of Azure's conditions.
fn condition(given: &Json) -> String {
    // secrets.sh gives this one, together with the secret.
    let mut to_identities = BTreeSet::from([roles::SECRETS_USER.1]);
    let mut to_group: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in given.as_array().into_iter().flatten() {
        let Some(role) = one["role_id"].as_str() else { continue };
        match one["principal"]["object_id"].as_str() {
            Some(group) => to_group.entry(group).or_default().insert(role),
            None => to_identities.insert(role),
        };
    }
    let list = |ids: &BTreeSet<&str>| ids.iter().copied().collect::<Vec<_>>().join(", ");
    let side = |action: &str, of: &str| {
        let attribute = |name: &str| format!("@{of}[Microsoft.Authorization/roleAssignments:{name}]");
        let role = attribute("RoleDefinitionId");
        let mut allowed = vec![format!(
            "({role} ForAnyOfAnyValues:GuidEquals {{{}}} AND \
             {} ForAnyOfAnyValues:StringEqualsIgnoreCase {{'ServicePrincipal'}})",
            list(&to_identities),
            attribute("PrincipalType")
        )];
        allowed.extend(to_group.iter().map(|(group, roles)| {
            format!(
                "({role} ForAnyOfAnyValues:GuidEquals {{{}}} AND {} ForAnyOfAnyValues:GuidEquals {{{group}}})",
                list(roles),
                attribute("PrincipalId")
            )
        }));
        format!(
            "((!(ActionMatches{{'Microsoft.Authorization/roleAssignments/{action}'}})) OR ({}))",
            allowed.join(" OR ")
        )
    };
    format!("({} AND {})", side("write", "Request"), side("delete", "Resource"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipeline_gives_what_the_tree_gives_and_to_nobody_else() {
        let given = json!([
            { "role_id": "r2", "principal": { "kind": "identity" } },
            { "role_id": "r1", "principal": { "kind": "identity" } },
            { "role_id": "admin", "principal": { "kind": "group", "object_id": "g" } },
            { "role_id": "reader", "principal": { "kind": "group", "object_id": "team" } },
        ]);
        let said = condition(&given);
        let secrets = roles::SECRETS_USER.1;
        assert!(
            said.contains(&format!("RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{secrets}, r1, r2}}")),
            "{said}"
        );
        assert!(
            said.contains("GuidEquals {admin} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId]"),
            "{said}"
        );
        assert!(said.contains(
            "@Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {g}"
        ));
        assert!(!said.contains("{admin, reader}"), "a team could be made administrators: {said}");
        let depth = said.chars().fold(0_i32, |depth, c| depth + i32::from(c == '(') - i32::from(c == ')'));
        assert_eq!(depth, 0, "{said}");
        for own in [CONTRIBUTOR.1, ROLE_ADMINISTRATOR.1] {
            assert!(!said.contains(own), "it could give itself more: {said}");
        }
    }
}
