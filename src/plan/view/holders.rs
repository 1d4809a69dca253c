//! Who has an identity in Azure, and what it reads in the vault.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::super::kind::VaultName;
use super::super::names::{Ids, arm_guid, identity_id};
use super::super::settings::Settings;
use super::{CLOUDFLARED, roles};

/// Somebody who has an Azure identity: a workload with something in the vault, or the tunnel.
pub(super) struct Holder<'a> {
    pub(super) workload: &'a str,
    pub(super) namespace: &'a str,
    pub(super) secrets: Vec<&'a str>,
    pub(super) certificates: Vec<&'a str>,
    pub(super) keys: Vec<&'a str>,
}

pub(super) fn holders(settings: &Settings) -> Vec<Holder<'_>> {
    fn texts(list: &[VaultName]) -> Vec<&str> {
        list.iter().map(|name| name.as_str()).collect()
    }
    let mut holders: Vec<Holder<'_>> = settings
        .workloads
        .iter()
        .map(|(name, w)| Holder {
            workload: name.as_str(),
            namespace: w.namespace.as_str(),
            secrets: texts(&w.secrets),
            certificates: texts(&w.certificates),
            keys: texts(&w.keys),
        })
        .filter(|h| !(h.secrets.is_empty() && h.certificates.is_empty() && h.keys.is_empty()))
        .collect();
    if settings.tunnel.enabled {
        holders.push(Holder {
            workload: CLOUDFLARED,
            namespace: CLOUDFLARED,
            secrets: vec![settings.tunnel.secret.as_str()],
            certificates: Vec::new(),
            keys: Vec::new(),
        });
    }
    holders.sort_by_key(|h| h.workload);
    holders
}

pub(super) fn identity_name(settings: &Settings, holder: &Holder<'_>) -> String {
    format!("id-{}-{}", settings.cluster.name.as_str(), holder.workload)
}

pub(super) fn identity(settings: &Settings, holder: &Holder<'_>) -> Json {
    let secrets: BTreeSet<&str> = holder.secrets.iter().chain(&holder.certificates).copied().collect();
    json!({
        "workload": holder.workload,
        "namespace": holder.namespace,
        "service_account": holder.workload,
        "identity": identity_name(settings, holder),
        "credential": format!("fc-{}", holder.workload),
        "subject": format!("system:serviceaccount:{}:{}", holder.namespace, holder.workload),
        "secrets": secrets,
        "keys": holder.keys,
    })
}

pub(super) fn vault_secrets(settings: &Settings, ids: &Ids, holders: &[Holder<'_>]) -> Json {
    let mut secrets: BTreeMap<&str, (&str, Vec<Json>)> = BTreeMap::new();
    for holder in holders {
        let kinds = [("secret", &holder.secrets), ("certificate", &holder.certificates)];
        for (kind, name) in kinds.iter().flat_map(|(kind, list)| list.iter().map(move |name| (*kind, *name))) {
            let identity = identity_name(settings, holder);
            let scope = format!("{}/secrets/{name}", ids.vault);
            let id = identity_id(&ids.groups.cluster, &identity);
            let assignment = arm_guid(&[&scope, &id, roles::SECRETS_USER.1]);
            let reader = json!({
                "identity": identity,
                "workload": holder.workload,
                "scope": scope,
                "role": roles::SECRETS_USER.0,
                "role_id": roles::SECRETS_USER.1,
                "role_assignment": assignment,
            });
            secrets.entry(name).or_insert((kind, Vec::new())).1.push(reader);
        }
    }
    secrets
        .into_iter()
        .map(|(name, (kind, readers))| json!({ "name": name, "kind": kind, "identities": readers }))
        .collect()
}

/// The `objects` of a SecretProviderClass: a YAML list of YAML texts, as the driver wants it. Vault names need no quotes.
pub(super) fn objects(holders: &[Holder<'_>], workload: &str) -> String {
    let Some(holder) = holders.iter().find(|h| h.workload == workload) else {
        return String::new();
    };
    let mut all: Vec<(&str, &str)> =
        holder.secrets.iter().chain(&holder.certificates).map(|name| (*name, "secret")).collect();
    all.extend(holder.keys.iter().map(|name| (*name, "key")));
    all.sort_unstable();
    let mut text = "array:\n".to_string();
    for (name, kind) in all {
        let alias = if workload == CLOUDFLARED { "  objectAlias: token\n  " } else { "  " };
        text.push_str(&format!("- |\n  objectName: {name}\n{alias}objectType: {kind}\n"));
    }
    text
}
