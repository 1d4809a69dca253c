//! Who reads the vault, and what is kept in the cluster instead.

use super::super::settings::{SecretPlace, Settings, VaultAccess, VaultIdentity};
use super::super::view::{ADDON, SERVICE_PRINCIPAL, files_client};
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    service_principal(settings, say);
    for (name, workload) in &settings.workloads {
        let name = name.as_str();
        let key = format!("workloads.{name}");
        let reader = format!("{key}.vault_identity");
        if !workload.keys.is_empty() && workload.vault_identity != VaultIdentity::Workload {
            let problem = Problem::new(format!(
                "`{key}.keys` needs an identity of its own: a key is used by the workload itself"
            ));
            say(problem.help("write vault_identity = \"workload\" for it"), &[&format!("{key}.keys"), &reader]);
        }
        if !workload.mounts() && workload.vault_identity != settings.key_vault.identity {
            let problem = Problem::new(format!(
                "`{reader}` has no effect: without `workloads.{name}.secrets`, certificates or keys it mounts nothing from the vault"
            ));
            say(problem.help("take it out"), &[&reader]);
        }
        if !workload.public_certificates.is_empty() && settings.key_vault.access == VaultAccess::AccessPolicies {
            let (list, access) = (format!("{key}.public_certificates"), "key_vault.access");
            let problem = Problem::new(format!("`{list}` and `{access}` \"access-policies\" do not go together"));
            let help = "an access policy opens all certificates of the vault: write access = \"rbac\", or name the certificate's secret in `certificates`";
            say(problem.help(help), &[&list, access]);
        }
        for copy in &workload.sync {
            if !workload.secrets.contains(copy) && !workload.certificates.contains(copy) {
                let problem = Problem::new(format!(
                    "`{key}.sync` has {}, which is in neither `{key}.secrets` nor `{key}.certificates`",
                    copy.as_str()
                ));
                let help = "only what is mounted can be copied into a Secret, and never a key";
                say(problem.help(help), &[&format!("{key}.sync"), &format!("{key}.secrets")]);
            }
        }
    }
    in_cluster(settings, say);
}

/// Who is a service principal, is known by both of its ids; and its ids are for nothing else.
fn service_principal(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let vault = &settings.key_vault;
    let mut users: Vec<String> = settings
        .workloads
        .iter()
        .filter(|(_, w)| w.vault_identity == VaultIdentity::ServicePrincipal && w.mounts())
        .map(|(name, _)| format!("workloads.{}.vault_identity", name.as_str()))
        .collect();
    let tunnel = settings.tunnel.enabled && settings.tunnel.secret_in == SecretPlace::Vault;
    if tunnel && vault.identity == VaultIdentity::ServicePrincipal {
        users.push("key_vault.identity".into());
    }
    let ids = [
        (
            "key_vault.service_principal",
            &vault.service_principal,
            "az ad sp list --display-name NAME --query '[].appId'",
        ),
        (
            "key_vault.service_principal_object",
            &vault.service_principal_object,
            "az ad sp list --display-name NAME --query '[].id'",
        ),
    ];
    for (key, id, ask) in ids {
        match (users.first(), id.as_str().is_empty()) {
            (Some(user), true) => {
                let problem =
                    Problem::new(format!("`{user}` is service-principal, but `{key}` does not say which one"));
                say(problem.help(format!("set it: {ask}")), &[user, key]);
            }
            (None, false) => {
                let problem = Problem::new(format!(
                    "`{key}` has no effect: neither `key_vault.identity` nor any `workloads.*.vault_identity` is \"service-principal\""
                ));
                say(problem.help("take it out, or write identity = \"service-principal\""), &[key]);
            }
            _ => {}
        }
    }
}

/// Names of Secrets in the cluster, which have no upper case, and of secrets in the vault are one list for `secrets.sh`.
fn in_cluster(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let tunnel = &settings.tunnel;
    for (name, workload) in &settings.workloads {
        let key = format!("workloads.{}", name.as_str());
        let classes = settings.storage.classes.keys().map(|class| files_client(class.as_str()));
        if [ADDON, SERVICE_PRINCIPAL].contains(&name.as_str())
            || classes.into_iter().any(|taken| taken == name.as_str())
        {
            say(Problem::new(format!("a workload cannot be called `{}`", name.as_str())), &[&key]);
        }
        let all = [("secrets", &workload.secrets), ("certificates", &workload.certificates)];
        for (list, secret) in all.into_iter().flat_map(|(list, secrets)| secrets.iter().map(move |s| (list, s))) {
            if secret.as_str().eq_ignore_ascii_case(SERVICE_PRINCIPAL) {
                let problem = Problem::new(format!("`{key}.{list}` cannot have {}", secret.as_str()));
                say(
                    problem.help("the password of the service principal goes by this name"),
                    &[&format!("{key}.{list}")],
                );
            }
        }
    }
    if tunnel.enabled
        && tunnel.secret_in == SecretPlace::Cluster
        && tunnel.secret.as_str().chars().any(char::is_uppercase)
    {
        let problem =
            Problem::new(format!("`tunnel.secret` {} is no name for a Secret in the cluster", tunnel.secret.as_str()));
        say(problem.help("lower-case letters, digits and hyphens"), &["tunnel.secret", "tunnel.secret_in"]);
    }
}
