//! Teams: whose group, in which namespaces, and whether what they are given is asked for at all.

use super::super::settings::{Settings, TeamVia};
use super::super::validate::did_you_mean;
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let access = &settings.access;
    let emergency = access.break_glass_group.as_str();
    if emergency.eq_ignore_ascii_case(access.admin_group.as_str()) {
        let problem = Problem::new("`access.break_glass_group` is the group of the administrators");
        say(
            problem.help("the group for emergencies is apart, so that its use can be told from daily work"),
            &["access.break_glass_group", "access.admin_group"],
        );
    }
    let namespaces: Vec<&str> = settings.kubernetes.namespaces.iter().map(|n| n.as_str()).collect();
    let mut given: Vec<(String, &str, String)> = Vec::new();
    for (name, team) in &settings.teams {
        let key = format!("teams.{}", name.as_str());
        let group = team.group.as_str().to_ascii_lowercase();
        for (other, what) in
            [("access.admin_group", access.admin_group.as_str()), ("access.break_glass_group", emergency)]
        {
            if group.eq_ignore_ascii_case(what) {
                let problem = Problem::new(format!("`{key}.group` is also `{other}`, which may do everything already"));
                say(
                    problem.help("take the team out, or give it a group of its own"),
                    &[&format!("{key}.group"), other],
                );
            }
        }
        if team.via == TeamVia::Azure && !access.azure_rbac {
            let problem = Problem::new(format!(
                "`{key}.via` is azure, but `access.azure_rbac` is false: the cluster would not ask Azure"
            ));
            say(
                problem.help("set via = \"kubernetes\", or access.azure_rbac = true"),
                &[&format!("{key}.via"), "access.azure_rbac"],
            );
        }
        if team.namespaces.is_empty() {
            let problem = Problem::new(format!("`{key}.namespaces` is empty, so the team may do nothing"));
            say(problem.help("name a namespace, or take the team out"), &[&format!("{key}.namespaces")]);
        }
        for (index, namespace) in team.namespaces.iter().enumerate() {
            let (namespace, place) = (namespace.as_str(), format!("{key}.namespaces.{index}"));
            if !namespaces.contains(&namespace) {
                let problem = Problem::new(format!(
                    "`{key}.namespaces` has {namespace}, which is not in `kubernetes.namespaces`"
                ));
                let help = match did_you_mean(namespace, namespaces.iter().copied()) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => format!("the namespaces are: {}", namespaces.join(", ")),
                };
                say(problem.help(help), &[&place, "kubernetes.namespaces"]);
            }
            if let Some((_, _, other)) = given.iter().find(|(g, n, _)| *g == group && *n == namespace) {
                let problem = Problem::new(format!(
                    "`{key}` and `{other}` give the same group two roles in the namespace {namespace}"
                ));
                say(problem.help("the stronger of them holds: keep that one"), &[&place, other]);
            }
            given.push((group.clone(), namespace, key.clone()));
        }
    }
}
