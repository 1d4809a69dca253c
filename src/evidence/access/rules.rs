//! The rules of a Role: which verbs on which resources, in a form that people read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

/// What a right lets one do that reaches beyond looking and changing: what a reviewer asks for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Power {
    /// All verbs on all there is.
    Everything,
    /// A verb, a group or a resource is an asterisk.
    Asterisk,
    /// Gives rights to others, or acts as others.
    Grants,
    /// Reads Secrets.
    Secrets,
    /// Runs commands in pods, or talks to their ports.
    Enters,
    /// Makes pods, which may mount what their namespace holds and act as its service accounts.
    Pods,
}

impl Power {
    /// In a few words.
    pub fn words(self) -> &'static str {
        match self {
            Power::Everything => "everything",
            Power::Asterisk => "an asterisk",
            Power::Grants => "gives rights",
            Power::Secrets => "reads Secrets",
            Power::Enters => "enters pods",
            Power::Pods => "makes pods",
        }
    }
}

const LOOK: [&str; 3] = ["get", "list", "watch"];
const CHANGE: [&str; 4] = ["create", "update", "patch", "delete"];

/// What makes pods: the pods themselves, and all that has a template of one.
const MAKERS: [(&str, &str); 9] = [
    ("", "pods"),
    ("", "replicationcontrollers"),
    ("", "pods/ephemeralcontainers"),
    ("apps", "deployments"),
    ("apps", "replicasets"),
    ("apps", "statefulsets"),
    ("apps", "daemonsets"),
    ("batch", "jobs"),
    ("batch", "cronjobs"),
];

/// A rule of a Role or a ClusterRole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    groups: Vec<String>,
    resources: Vec<String>,
    names: Vec<String>,
    verbs: Vec<String>,
    urls: Vec<String>,
}

impl Rule {
    /// Reads a rule; what it has that is not known is an error, since it might grant something.
    pub(super) fn read(rule: &Json) -> Result<Rule, String> {
        let fields = ["apiGroups", "resources", "resourceNames", "verbs", "nonResourceURLs"];
        let map = rule.as_object().ok_or("a rule that is no map")?;
        if let Some(other) = map.keys().find(|key| !fields.contains(&key.as_str())) {
            return Err(format!("a rule with `{other}`, which this evaluator does not know"));
        }
        let texts = |field: &str| match map.get(field) {
            None | Some(Json::Null) => Ok(Vec::new()),
            Some(Json::Array(items)) => {
                let texts = items.iter().map(|item| item.as_str().map(str::to_string));
                texts.collect::<Option<Vec<_>>>().ok_or(format!("a rule whose `{field}` holds what is no text"))
            }
            Some(_) => Err(format!("a rule whose `{field}` is no list")),
        };
        Ok(Rule {
            groups: texts(fields[0])?,
            resources: texts(fields[1])?,
            names: texts(fields[2])?,
            verbs: texts(fields[3])?,
            urls: texts(fields[4])?,
        })
    }

    /// Whether this rule alone lets one do something to every object of a kind, as the API server would say.
    pub fn allows(&self, verb: &str, group: &str, resource: &str) -> bool {
        self.names.is_empty() && self.touches(verb, group, resource)
    }

    /// The same, where some objects by name are enough.
    fn touches(&self, verb: &str, group: &str, resource: &str) -> bool {
        let any = |list: &[String], one: &str| list.iter().any(|other| other == "*" || other == one);
        // `*/scale` is that subresource of everything.
        let below = resource.split_once('/').map(|(_, below)| format!("*/{below}"));
        any(&self.verbs, verb)
            && any(&self.groups, group)
            && (any(&self.resources, resource) || below.is_some_and(|below| self.resources.contains(&below)))
    }

    fn powers(&self) -> BTreeSet<Power> {
        let stars = |list: &[String]| list.iter().any(|one| one.contains('*'));
        let touches =
            |verbs: &[&str], group: &str, resource: &str| verbs.iter().any(|verb| self.touches(verb, group, resource));
        let whole = |list: &[String]| list.iter().any(|one| one == "*");
        let rbac = "rbac.authorization.k8s.io";
        let mut found = BTreeSet::new();
        if self.names.is_empty() && whole(&self.verbs) && whole(&self.groups) && whole(&self.resources) {
            found.insert(Power::Everything);
        }
        if stars(&self.verbs) || stars(&self.groups) || stars(&self.resources) || whole(&self.urls) {
            found.insert(Power::Asterisk);
        }
        let acts = self.verbs.iter().any(|verb| matches!(verb.as_str(), "escalate" | "bind" | "impersonate"));
        let binds = ["roles", "rolebindings", "clusterroles", "clusterrolebindings"]
            .iter()
            .any(|kind| touches(&CHANGE[..3], rbac, kind));
        if acts || binds || touches(&["create"], "", "serviceaccounts/token") {
            found.insert(Power::Grants);
        }
        if touches(&LOOK, "", "secrets") {
            found.insert(Power::Secrets);
        }
        let doors = ["pods/exec", "pods/attach", "pods/portforward", "pods/proxy"];
        if doors.iter().any(|door| touches(&["create", "get"], "", door)) {
            found.insert(Power::Enters);
        }
        if MAKERS.iter().any(|(group, kind)| touches(&CHANGE[..3], group, kind)) {
            found.insert(Power::Pods);
        }
        found
    }
}

/// What rules let one do beyond looking and changing.
pub(super) fn powers(rules: &[Rule]) -> BTreeSet<Power> {
    rules.iter().flat_map(Rule::powers).collect()
}

/// Verbs as they are said: what stands for looking and for changing is one word each.
fn said(verbs: &BTreeSet<&str>) -> String {
    if verbs.contains("*") {
        return "every verb on".into();
    }
    let mut words = Vec::new();
    let mut rest = verbs.clone();
    for (all, word) in [(&LOOK[..], "read"), (&CHANGE[..], "change")] {
        if all.iter().all(|verb| verbs.contains(verb)) {
            words.push(word);
            rest.retain(|verb| !all.contains(verb));
        }
    }
    // In the order in which they are known, and then by letter.
    let known = LOOK.iter().chain(&CHANGE).filter(|verb| rest.contains(*verb)).copied();
    let known: Vec<&str> = known.collect();
    rest.retain(|verb| !known.contains(verb));
    words.into_iter().chain(known).chain(rest).collect::<Vec<_>>().join(", ")
}

/// Rules as people read them: by verbs, each with its resources, in kubectl's words (`deployments.apps`).
pub(super) fn text(rules: &[Rule]) -> String {
    let mut of: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for rule in rules {
        let only = if rule.names.is_empty() { String::new() } else { format!(" (only {})", rule.names.join(", ")) };
        for group in &rule.groups {
            for resource in &rule.resources {
                let name = match (group.as_str(), resource.as_str()) {
                    ("", resource) => resource.to_string(),
                    ("*", "*") => "everything".to_string(),
                    (group, resource) => match resource.split_once('/') {
                        Some((kind, below)) => format!("{kind}.{group}/{below}"),
                        None => format!("{resource}.{group}"),
                    },
                };
                of.entry(format!("{name}{only}")).or_default().extend(rule.verbs.iter().map(String::as_str));
            }
        }
        for url in &rule.urls {
            of.entry(format!("the path {url}")).or_default().extend(rule.verbs.iter().map(String::as_str));
        }
    }
    let mut by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (resource, verbs) in &of {
        by.entry(said(verbs)).or_default().push(resource.clone());
    }
    let mut parts: Vec<(String, Vec<String>)> = by.into_iter().collect();
    // What most may be done to comes last, looking first.
    parts.sort_by_key(|(verbs, _)| (verbs != "read", verbs.clone()));
    let part = |(verbs, resources): (String, Vec<String>)| format!("{verbs} {}", resources.join(", "));
    let parts: Vec<String> = parts.into_iter().map(part).collect();
    if parts.is_empty() { "nothing".into() } else { parts.join("; ") }
}
