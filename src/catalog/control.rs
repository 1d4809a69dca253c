//! One hardening rule: why, what it demands of the settings, and what shows it in the output.

use std::fmt;

use serde::Deserialize;

use super::evidence::Evidence;
use super::requirement::Requirement;
use crate::error::{Place, Problem};

/// Where in the defence a control stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Authentication and authorization at the API server, and who may change the cluster.
    ApiServer,
    /// What comes in and what goes out.
    Traffic,
    /// Container images and the registry.
    Images,
    /// Secrets, keys, and the identities that read them.
    Secrets,
    /// Who may talk to whom inside, and what resources can be reached.
    NetworkIsolation,
    /// Pods, their capabilities, and the nodes under them.
    Pods,
}

impl Layer {
    /// All of them, from the outside in.
    pub const ALL: [Layer; 6] =
        [Layer::ApiServer, Layer::Traffic, Layer::Images, Layer::Secrets, Layer::NetworkIsolation, Layer::Pods];

    /// The name of its folder.
    pub fn slug(self) -> &'static str {
        match self {
            Layer::ApiServer => "api-server",
            Layer::Traffic => "traffic",
            Layer::Images => "images",
            Layer::Secrets => "secrets",
            Layer::NetworkIsolation => "network-isolation",
            Layer::Pods => "pods",
        }
    }

    /// A heading.
    pub fn title(self) -> &'static str {
        match self {
            Layer::ApiServer => "API server: authentication and authorization",
            Layer::Traffic => "Ingress and egress traffic",
            Layer::Images => "Container images",
            Layer::Secrets => "Secrets and identities",
            Layer::NetworkIsolation => "Network isolation of pods and resources",
            Layer::Pods => "Pods, their capabilities and their nodes",
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// Who answers for a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Owner {
    /// The teams that write the workloads.
    Development,
    /// The team that runs the cluster.
    Operations,
    /// The team that sets the rules.
    Security,
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Owner::Development => "development",
            Owner::Operations => "operations",
            Owner::Security => "security",
        })
    }
}

/// What it takes to turn a control on or off on a cluster that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Change {
    /// An update that takes effect at once.
    #[serde(rename = "in place")]
    InPlace,
    /// An update, and new images on all nodes.
    #[serde(rename = "re-image")]
    ReImage,
    /// A new node pool, and the old one deleted.
    #[serde(rename = "new pool")]
    NewPool,
    /// A new cluster.
    #[serde(rename = "new cluster")]
    NewCluster,
    /// Can be turned on, never off again.
    #[serde(rename = "one way")]
    OneWay,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Change::InPlace => "in place",
            Change::ReImage => "re-image",
            Change::NewPool => "new pool",
            Change::NewCluster => "new cluster",
            Change::OneWay => "one way",
        })
    }
}

/// A catalogue that others keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Source {
    /// The CIS benchmark for AKS, 1.8.
    #[serde(rename = "CIS AKS")]
    CisAks,
    /// The Microsoft cloud security benchmark, version 1.
    #[serde(rename = "MCSB")]
    Mcsb,
    /// The Microsoft cloud security benchmark, version 2 (preview).
    #[serde(rename = "MCSBv2")]
    McsbV2,
    /// A built-in policy definition or initiative.
    #[serde(rename = "Azure Policy")]
    AzurePolicy,
    /// A checkov check.
    #[serde(rename = "checkov")]
    Checkov,
    /// A PSRule for Azure rule.
    #[serde(rename = "PSRule")]
    PsRule,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Source::CisAks => "CIS AKS",
            Source::Mcsb => "MCSB",
            Source::McsbV2 => "MCSBv2",
            Source::AzurePolicy => "Azure Policy",
            Source::Checkov => "checkov",
            Source::PsRule => "PSRule",
        })
    }
}

/// What others call the same rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Whose catalogue.
    pub source: Source,
    /// The id in it.
    pub id: String,
    /// Its name there, where the id alone says nothing.
    pub title: Option<String>,
}

/// One hardening rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// The file stem: the same word in settings, comments, reports and tests.
    pub id: String,
    /// The folder.
    pub layer: Layer,
    /// A few words.
    pub title: String,
    /// Who answers for it.
    pub owner: Owner,
    /// Why it is there, in a few sentences.
    pub rationale: String,
    /// The attack or accident that it stops.
    pub attack: String,
    /// What stops working, and what one must do instead.
    pub breaks: String,
    /// What is billed, or `nothing`.
    pub costs: String,
    /// The Azure rights that turning it on takes beyond Contributor on the groups of the tree, or `none`.
    pub rights: String,
    /// What it takes to change it on a cluster that runs.
    pub change: Change,
    /// What that depends on; empty where it is always so.
    pub change_note: String,
    /// Whether no setting can turn it off: every tree has it.
    pub fixed: bool,
    /// What others call the same rule.
    pub references: Vec<Reference>,
    /// What it demands of the settings.
    pub requires: Vec<Requirement>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: String,
    owner: Owner,
    rationale: String,
    attack: String,
    breaks: String,
    costs: String,
    rights: String,
    change: Change,
    #[serde(default)]
    change_note: String,
    #[serde(default)]
    fixed: bool,
    #[serde(default)]
    references: Vec<Reference>,
    #[serde(default)]
    requires: Vec<Requirement>,
    evidence: Vec<Evidence>,
}

impl Control {
    /// Reads `<layer>/<id>.toml`.
    pub fn parse(file: &str, text: &str) -> Result<Control, Problem> {
        let shown = format!("controls/{file}");
        let refuse = |what: String| Problem::new(what).at(Place::file(shown.clone()));
        let written: Written = toml::from_str(text).map_err(|e| {
            let start = e.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.get(..start).map_or(0, |before| before.matches('\n').count());
            let shown = Place {
                file: shown.clone(),
                line: line + 1,
                text: text.lines().nth(line).unwrap_or("").to_string(),
                ..Place::default()
            };
            Problem::new(e.message().to_string()).at(shown)
        })?;
        let (folder, id) = file
            .strip_suffix(".toml")
            .and_then(|path| path.split_once('/'))
            .ok_or_else(|| refuse("a control stands in `<layer>/<id>.toml`".into()))?;
        let layer = Layer::ALL.into_iter().find(|layer| layer.slug() == folder).ok_or_else(|| {
            let known = Layer::ALL.map(Layer::slug).join(", ");
            refuse(format!("there is no layer `{folder}`")).help(format!("the layers are {known}"))
        })?;
        let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(slug) {
            return Err(refuse(format!("`{id}` is no id: lower-case words with `-` between them")));
        }
        for (key, value) in [
            ("title", &written.title),
            ("rationale", &written.rationale),
            ("attack", &written.attack),
            ("breaks", &written.breaks),
            ("costs", &written.costs),
            ("rights", &written.rights),
        ] {
            if value.trim().is_empty() {
                return Err(refuse(format!("`{key}` is empty")));
            }
        }
        if written.evidence.is_empty() {
            return Err(refuse("a control without evidence cannot be shown to hold".into()));
        }
        if written.fixed != written.requires.is_empty() {
            return Err(refuse(
                "a control either demands something of a setting (`requires`) or says `fixed = true`".into(),
            ));
        }
        Ok(Control {
            id: id.to_string(),
            layer,
            title: written.title,
            owner: written.owner,
            rationale: written.rationale,
            attack: written.attack,
            breaks: written.breaks,
            costs: written.costs,
            rights: written.rights,
            change: written.change,
            change_note: written.change_note,
            fixed: written.fixed,
            references: written.references,
            requires: written.requires,
            evidence: written.evidence,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"title = "Local accounts off"
owner = "security"
rationale = "r"
attack = "a"
breaks = "b"
costs = "nothing"
rights = "none"
change = "in place"
references = [{ source = "checkov", id = "CKV_AZURE_141" }]
requires = [{ setting = "access.local_accounts", equals = false }]

[[evidence]]
of = "Microsoft.ContainerService/managedClusters"
path = "properties.disableLocalAccounts"
equals = true
"#;

    fn refusal(file: &str, text: &str) -> String {
        Control::parse(file, text).map_or_else(|problem| problem.to_string(), |control| panic!("{control:?}"))
    }

    #[test]
    fn the_path_gives_layer_and_id() {
        let control = Control::parse("api-server/no-local-accounts.toml", GOOD).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((control.layer, control.id.as_str()), (Layer::ApiServer, "no-local-accounts"));
        assert_eq!(control.requires.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let unknown = refusal("pods/x.toml", &GOOD.replace("change =", "chance ="));
        assert!(unknown.contains("chance") && unknown.contains("controls/pods/x.toml:8"), "{unknown}");
        let evidence = refusal("pods/x.toml", &GOOD.replace("equals = true", "equalz = true"));
        assert!(evidence.contains("equalz") && evidence.contains("controls/pods/x.toml:12"), "{evidence}");
        assert!(refusal("nowhere/x.toml", GOOD).contains("the layers are"));
        assert!(refusal("pods/X.toml", GOOD).contains("no id"));
        assert!(refusal("pods/x.toml", &GOOD.replace("\"r\"", "\"\"")).contains("`rationale` is empty"));
        assert!(refusal("pods/x.toml", &GOOD.replace("requires", "fixed = true\nrequires")).contains("fixed = true"));
    }
}
