//! Who is told of what: of the use of the group for emergencies, and of what weakens the cluster.

use serde_json::{Value as Json, json};

use super::super::names::{Ids, Names};
use super::super::settings::{Audit, Settings};
use super::{egress, storage};

/// What a thief of the cluster does first: operations in Azure that take away what protects it, or who would notice.
const WEAKENING: [&str; 11] = [
    "Microsoft.Authorization/locks/delete",
    "Microsoft.Authorization/policyAssignments/delete",
    "Microsoft.Authorization/roleAssignments/write",
    "Microsoft.ContainerService/managedClusters/delete",
    "Microsoft.ContainerService/managedClusters/write",
    "Microsoft.Insights/actionGroups/delete",
    "Microsoft.Insights/activityLogAlerts/delete",
    "Microsoft.Insights/diagnosticSettings/delete",
    "Microsoft.Insights/scheduledQueryRules/delete",
    "Microsoft.KeyVault/vaults/delete",
    "Microsoft.Network/networkSecurityGroups/delete",
];

/// Whether anybody is told of anything.
pub(super) fn any(settings: &Settings) -> bool {
    !settings.logs.alert_emails.is_empty()
}

/// Whether the use of the group for emergencies is told.
pub(super) fn of_break_glass(settings: &Settings) -> bool {
    any(settings) && !settings.access.break_glass_group.as_str().is_empty()
}

pub(super) fn alerts(settings: &Settings, names: &Names, ids: &Ids) -> Json {
    let table = match settings.logs.audit {
        Audit::Admin => "AKSAuditAdmin",
        Audit::All => "AKSAudit",
    };
    let group = |kind: &str, name: &str| format!("{}/providers/Microsoft.Insights/{kind}/{name}", ids.groups.security);
    let groups = [&ids.groups.network, &ids.groups.cluster, &ids.groups.security];
    let egress = Some(&ids.groups.egress).filter(|_| egress::group(settings));
    let snapshots = Some(&ids.groups.snapshots).filter(|_| storage::snapshots(settings));
    json!({
        "any": any(settings),
        "break_glass": of_break_glass(settings),
        // Azure takes twelve characters.
        "sender": settings.cluster.name.as_str().chars().take(12).collect::<String>().trim_end_matches('-'),
        "emails": settings.logs.alert_emails,
        "group_id": group("actionGroups", &names.alerts.group),
        "break_glass_id": group("scheduledQueryRules", &names.alerts.break_glass),
        "weakening_id": group("activityLogAlerts", &names.alerts.weakening),
        // A template gives it the id of the group, as a literal of the query language.
        "query": format!(
            "{table} | where tostring(User.groups) has {{}} | project TimeGenerated, Who = tostring(User.username), Verb, RequestUri"
        ),
        "operations": WEAKENING,
        "scopes": groups.into_iter().chain(egress).chain(snapshots).collect::<Vec<_>>(),
    })
}
