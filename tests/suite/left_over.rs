//! What a plan says that it makes in Azure is what its scripts leave, and nothing of that is called left over.

use aks_harden::catalog::Catalog;
use aks_harden::plan::names::Names;
use aks_harden::plan::view::{Thing, inventory};

use crate::examples::{self, Example};

/// The ids of what the scripts leave.
fn left_by_the_scripts(example: &Example) -> Vec<String> {
    example.listing("azcli.json").as_object().expect("resources by id").keys().cloned().collect()
}

/// What comes and goes with something else, and so is in no inventory.
fn comes_with_another(id: &str) -> bool {
    let kinds = ["/roleAssignments/", "/securityRules/", "/routes/", "/privateDnsZoneGroups/", "/A/", "/agentPools/"];
    let more = [
        "/ruleCollectionGroups/",
        "/maintenanceConfigurations/",
        "/secrets/",
        "/keys/",
        "/federatedIdentityCredentials/",
        "/extensions/",
    ];
    let interface = id.contains("/networkInterfaces/pe-") && id.contains(".nic.");
    interface || kinds.iter().chain(&more).any(|kind| id.contains(kind))
}

#[test]
fn what_the_scripts_leave_is_planned_and_nothing_of_it_is_left_over() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let mut seen = 0;
    for example in examples::all(&catalog) {
        let settings = &example.plan.settings;
        let names = Names::new(settings);
        let ids = names.ids(settings);
        let things = inventory(settings, &names, &ids);
        let planned = |id: &str| {
            things.iter().any(|thing| match thing {
                Thing::One { id: one, planned, .. } => *planned && one.eq_ignore_ascii_case(id),
                Thing::Family { planned, .. } => planned.iter().any(|one| one.eq_ignore_ascii_case(id)),
            })
        };
        let others = things.iter().filter_map(|thing| match thing {
            Thing::One { planned: true, .. } => None,
            Thing::One { id, .. } => Some((id.as_str(), true)),
            Thing::Family { start, .. } => Some((start.as_str(), false)),
        });
        let others: Vec<(&str, bool)> = others.collect();
        let roles = format!(
            "/subscriptions/{}/providers/Microsoft.Authorization/roleDefinitions/",
            settings.azure.subscription.as_str()
        );
        let groups = [&ids.groups.network, &ids.groups.cluster, &ids.groups.security, &ids.groups.egress];
        for id in left_by_the_scripts(&example) {
            // The first three groups are made by every plan.
            let ours = groups.iter().any(|group| id.starts_with(&format!("{group}/"))) || id == ids.groups.egress;
            if !(ours || id.starts_with(&roles)) || comes_with_another(&id) {
                continue;
            }
            seen += 1;
            assert!(planned(&id), "{}: no inventory knows {id}", example.name);
            let over = others.iter().any(|(one, whole)| match whole {
                true => one.eq_ignore_ascii_case(&id),
                false => id.starts_with(one) && !planned(&id),
            });
            assert!(!over, "{}: {id} is called left over", example.name);
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn the_scripts_are_told_what_the_inventory_says() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    for example in examples::all(&catalog) {
        let settings = &example.tree.get("azcli/settings.sh").expect("settings").text;
        let list = |name: &str| -> Vec<String> {
            let start = format!("\n{name}=(\n");
            let Some((_, rest)) = settings.split_once(&start) else { return Vec::new() };
            let (words, _) = rest.split_once("\n)").expect("an end");
            words.lines().filter_map(|line| line.trim().split('\'').nth(1)).map(String::from).collect()
        };
        let (over, planned) = (list("LEFT_OVER"), list("PLANNED_IDS"));
        assert!(over.len() > 15 && planned.len() > 5, "{}", example.name);
        for id in left_by_the_scripts(&example) {
            let called = over.iter().any(|one| match one.strip_suffix('*') {
                Some(start) => id.strip_prefix(start).is_some_and(|rest| !rest.contains('/')) && !planned.contains(&id),
                None => *one == id,
            });
            assert!(!called, "{}: {id} is called left over", example.name);
        }
    }
}
