//! Who reads the vault, as whom, and what.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::super::kind::VaultName;
use super::super::names::{Ids, arm_guid, identity_id};
use super::super::settings::{SecretPlace, Settings, TunnelKind, VaultIdentity};
use super::super::spaces;
use super::{CERTIFICATES, CLOUDFLARED, roles};

/// The Secret with the password of the service principal, in each namespace that needs it.
pub(in crate::plan) const SERVICE_PRINCIPAL: &str = "key-vault-service-principal";

/// What AKS calls the add-on in the name of its identity; its client id is a fact under this name.
pub(in crate::plan) const ADDON: &str = "azurekeyvaultsecretsprovider";

/// Somebody who mounts something from the vault: a workload, or the tunnel.
pub(super) struct Holder<'a> {
    pub(super) workload: &'a str,
    pub(super) namespace: Cow<'a, str>,
    pub(super) secrets: Vec<&'a str>,
    pub(super) certificates: Vec<&'a str>,
    /// Certificates of which it gets no key.
    pub(super) public: Vec<&'a str>,
    pub(super) keys: Vec<&'a str>,
    /// Which of them are copied into a Secret.
    pub(super) sync: Vec<&'a str>,
    /// The one file that it gets under another name than the object's.
    pub(super) alias: &'a str,
    /// Who reads for it.
    pub(super) reader: VaultIdentity,
}

pub(super) fn holders(settings: &Settings) -> Vec<Holder<'_>> {
    fn texts(list: &[VaultName]) -> Vec<&str> {
        list.iter().map(|name| name.as_str()).collect()
    }
    let mut holders: Vec<Holder<'_>> = settings
        .workloads
        .iter()
        .filter(|(_, w)| w.mounts())
        .map(|(name, w)| Holder {
            workload: name.as_str(),
            namespace: w.namespace.as_str().into(),
            secrets: texts(&w.secrets),
            certificates: texts(&w.certificates),
            public: texts(&w.public_certificates),
            keys: texts(&w.keys),
            sync: texts(&w.sync),
            alias: "",
            reader: w.vault_identity,
        })
        .collect();
    if settings.tunnel.enabled && settings.tunnel.secret_in == SecretPlace::Vault {
        holders.push(Holder {
            workload: CLOUDFLARED,
            namespace: spaces::tunnel(settings).into(),
            secrets: vec![settings.tunnel.secret.as_str()],
            certificates: Vec::new(),
            public: Vec::new(),
            keys: Vec::new(),
            sync: Vec::new(),
            alias: tunnel_file(settings.tunnel.kind),
            reader: settings.key_vault.identity,
        });
    }
    if settings.ingress.gateway {
        let certificates: Vec<&str> = settings.ingress.certificates.keys().map(|name| name.as_str()).collect();
        holders.push(Holder {
            workload: CERTIFICATES,
            namespace: spaces::certificates(settings).into(),
            secrets: Vec::new(),
            sync: certificates.clone(),
            certificates,
            public: Vec::new(),
            keys: Vec::new(),
            alias: "",
            reader: settings.key_vault.identity,
        });
    }
    holders.sort_by_key(|h| h.workload);
    holders
}

/// The file that cloudflared reads.
pub(super) fn tunnel_file(kind: TunnelKind) -> &'static str {
    match kind {
        TunnelKind::Token => "token",
        TunnelKind::Config => "credentials.json",
    }
}

impl<'a> Holder<'a> {
    /// The name under which the client id is a fact that its mount needs.
    pub(super) fn client(&self) -> Option<&'a str> {
        match self.reader {
            VaultIdentity::Workload => Some(self.workload),
            VaultIdentity::Addon => Some(ADDON),
            VaultIdentity::ServicePrincipal => None,
        }
    }

    /// The name of its identity, where it has one.
    pub(super) fn identity_name(&self, settings: &Settings) -> String {
        format!("id-{}-{}", settings.cluster.name.as_str(), self.workload)
    }

    /// Who reads for it, by name, and the id that the names of its role assignments are made of.
    fn principal(&self, settings: &Settings, ids: &Ids) -> (String, String) {
        match self.reader {
            VaultIdentity::Workload => {
                let name = self.identity_name(settings);
                (name.clone(), identity_id(&ids.groups.cluster, &name))
            }
            VaultIdentity::Addon => {
                (addon_identity(settings), identity_id(&ids.groups.nodes, &addon_identity(settings)))
            }
            VaultIdentity::ServicePrincipal => {
                let id = settings.key_vault.service_principal_object.as_str().to_string();
                (id.clone(), id)
            }
        }
    }

    /// What templates see of who reads for it.
    pub(super) fn mount(&self, settings: &Settings) -> Json {
        json!({
            "workload": self.workload,
            "namespace": self.namespace,
            "reader": self.reader,
            "service_principal": if self.reader == VaultIdentity::ServicePrincipal { SERVICE_PRINCIPAL } else { "" },
            "objects": self.objects(),
            "ids": self.all().into_iter().map(|(name, kind)| format!("{kind}/{name}")).collect::<Vec<_>>(),
            "synced": self.synced(),
            "client": self.client(),
            "cluster": settings.cluster.name,
        })
    }

    fn all(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> =
            self.secrets.iter().chain(&self.certificates).map(|name| (*name, "secret")).collect();
        all.extend(self.public.iter().map(|name| (*name, "cert")));
        all.extend(self.keys.iter().map(|name| (*name, "key")));
        all.sort_unstable();
        all
    }

    /// The `objects` of a SecretProviderClass: a YAML list of YAML texts, as the driver wants it. Vault names need no quotes.
    fn objects(&self) -> String {
        let mut text = "array:\n".to_string();
        for (name, kind) in self.all() {
            let alias = if self.alias.is_empty() { "  ".into() } else { format!("  objectAlias: {}\n  ", self.alias) };
            let name = yaml_name(name);
            text.push_str(&format!("- |\n  objectName: {name}\n{alias}objectType: {kind}\n"));
        }
        text
    }

    /// The Secrets that the driver keeps beside the files.
    fn synced(&self) -> Vec<Json> {
        let one = |name: &&str| {
            let certificate = self.certificates.contains(name);
            json!({
                "secret": match self.workload {
                    // The gateway knows its certificates by their own names.
                    CERTIFICATES => (*name).to_string(),
                    workload => format!("{workload}-{}", name.to_ascii_lowercase()),
                },
                "type": if certificate { "kubernetes.io/tls" } else { "Opaque" },
                "object": name,
                "keys": if certificate { vec!["tls.key", "tls.crt"] } else { vec![*name] },
            })
        };
        self.sync.iter().map(one).collect()
    }
}

/// The identities of those who have one, each with the service accounts that act as it.
pub(super) fn identities(settings: &Settings, holders: &[Holder<'_>]) -> Vec<Json> {
    let one = |holder: &Holder<'_>| {
        json!({
            "workload": holder.workload,
            "identity": holder.identity_name(settings),
            "credentials": [{
                "name": format!("fc-{}", holder.workload),
                "subject": format!("system:serviceaccount:{}:{}", holder.namespace, holder.workload),
            }],
            "keys": holder.keys,
            "secrets": holder.secrets.iter().chain(&holder.certificates).collect::<Vec<_>>(),
        })
    };
    holders.iter().filter(|h| h.reader == VaultIdentity::Workload).map(one).collect()
}

/// The identity that the add-on makes beside the nodes, under this name.
pub(super) fn addon_identity(settings: &Settings) -> String {
    format!("{ADDON}-{}", settings.cluster.name.as_str())
}

pub(super) fn vault_secrets(settings: &Settings, ids: &Ids, holders: &[Holder<'_>]) -> Json {
    let mut secrets: BTreeMap<&str, (&str, Vec<Json>)> = BTreeMap::new();
    for holder in holders {
        let kinds = [("secret", &holder.secrets), ("certificate", &holder.certificates)];
        for (kind, name) in kinds.iter().flat_map(|(kind, list)| list.iter().map(move |name| (*kind, *name))) {
            let (principal, id) = holder.principal(settings, ids);
            let scope = format!("{}/secrets/{name}", ids.vault);
            let reader = json!({
                "identity": principal,
                "scope": scope,
                "role": roles::SECRETS_USER.0,
                "role_id": roles::SECRETS_USER.1,
                "role_assignment": arm_guid(&[&scope, &id, roles::SECRETS_USER.1]),
            });
            let readers = &mut secrets.entry(name).or_insert((kind, Vec::new())).1;
            // Workloads that share an identity share its right.
            match readers.iter_mut().find(|other| other["role_assignment"] == reader["role_assignment"]) {
                Some(other) => {
                    if let Some(workloads) = other["workloads"].as_array_mut() {
                        workloads.push(holder.workload.into());
                    }
                }
                None => {
                    let mut reader = reader;
                    reader["workloads"] = json!([holder.workload]);
                    readers.push(reader);
                }
            }
        }
    }
    secrets
        .into_iter()
        .map(|(name, (kind, readers))| json!({ "name": name, "kind": kind, "readers": readers }))
        .collect()
}

/// Certificates that are made in the vault itself, each with those who read it without its key.
pub(super) fn vault_certificates(settings: &Settings, ids: &Ids, holders: &[Holder<'_>]) -> Json {
    let mut found: BTreeMap<&str, BTreeMap<String, Json>> = BTreeMap::new();
    for holder in holders {
        let (principal, id) = holder.principal(settings, ids);
        for name in &holder.public {
            let scope = format!("{}/certificates/{name}", ids.vault);
            let assignment = arm_guid(&[&scope, &id, roles::CERTIFICATE_USER.1]);
            let reader = json!({ "identity": principal, "role_assignment": assignment, "workloads": [] });
            let reader = found.entry(name).or_default().entry(assignment.clone()).or_insert(reader);
            if let Some(workloads) = reader["workloads"].as_array_mut() {
                workloads.push(holder.workload.into());
            }
        }
    }
    let one = |(name, readers): (&str, BTreeMap<String, Json>)| {
        json!({
            "name": name,
            "workloads": readers.values().flat_map(|r| r["workloads"].as_array().cloned().unwrap_or_default()).collect::<Vec<_>>(),
            "readers": readers.into_values().collect::<Vec<_>>(),
        })
    };
    found.into_iter().map(one).collect()
}

/// A name of the vault in YAML: letters, digits and hyphens need quotes only where they are a number or a word of YAML's own.
fn yaml_name(name: &str) -> String {
    let words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    let plain =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && !words.iter().any(|w| w.eq_ignore_ascii_case(name));
    if plain { name.to_string() } else { format!("\"{name}\"") }
}

/// Secrets that are kept in the cluster and come in by `azcli/secrets.sh` as those of the vault do.
pub(super) fn cluster_secrets(settings: &Settings, holders: &[Holder<'_>]) -> Json {
    let mut list = Vec::new();
    if settings.tunnel.enabled && settings.tunnel.secret_in == SecretPlace::Cluster {
        list.push(json!({
            "name": settings.tunnel.secret.as_str().to_ascii_lowercase(),
            "namespace": spaces::tunnel(settings),
            "key": tunnel_file(settings.tunnel.kind),
            "client": "",
        }));
    }
    let namespaces: BTreeSet<&str> =
        holders.iter().filter(|h| h.reader == VaultIdentity::ServicePrincipal).map(|h| h.namespace.as_ref()).collect();
    list.extend(namespaces.into_iter().map(|namespace| {
        json!({
            "name": SERVICE_PRINCIPAL,
            "namespace": namespace,
            "key": "clientsecret",
            "client": settings.key_vault.service_principal,
        })
    }));
    list.into()
}
