//! Calico's GlobalNetworkPolicy and GlobalNetworkSet: policies in an order, of which the first rule that fits decides.

use serde_json::Value as Json;

use super::model::{Action, Peer, Pods, Policy, Port, Rule, Way};
use super::network_policy::range;
use super::ports::{Protocol, Span};
use super::read::{known, list};
use super::selector::{Labels, NAMESPACE, Selector};

/// The label by which a set says that it holds the addresses of the nodes.
pub(super) fn is_nodes(labels: &Labels) -> bool {
    labels.get("app.kubernetes.io/component").is_some_and(|component| component == "nodes")
}

pub(super) fn policies(spec: &Json) -> Result<Vec<Policy>, String> {
    known(spec, &["order", "selector", "namespaceSelector", "types", "ingress", "egress"])?;
    let order = spec.get("order").and_then(Json::as_f64).unwrap_or(f64::INFINITY);
    let selects = selection(spec)?;
    let mut found = Vec::new();
    for written in list(spec, "types")? {
        let (way, section, near, far) = match written.as_str() {
            Some("Ingress") => (Way::In, "ingress", "destination", "source"),
            Some("Egress") => (Way::Out, "egress", "source", "destination"),
            _ => return Err(format!("the type {written}")),
        };
        let rules = list(spec, section)?.iter().map(|rule| rule_of(rule, near, far)).collect::<Result<_, _>>()?;
        found.push(Policy { selects: selects.clone(), way, rules, closes: true, order });
    }
    if found.is_empty() { Err("a policy without types".into()) } else { Ok(found) }
}

fn selection(written: &Json) -> Result<Pods, String> {
    let text = |key: &str| written.get(key).and_then(Json::as_str);
    let key = |label: &str| if label == "projectcalico.org/namespace" { NAMESPACE.into() } else { label.to_string() };
    let name = |label: &str| match label {
        "projectcalico.org/name" => "kubernetes.io/metadata.name".into(),
        other => other.to_string(),
    };
    Ok(Pods {
        pods: Selector::calico(text("selector").unwrap_or_default(), key)?,
        namespaces: text("namespaceSelector").map(|text| Selector::calico(text, name)).transpose()?,
    })
}

fn rule_of(written: &Json, near: &str, far: &str) -> Result<Rule, String> {
    known(written, &["action", "protocol", near, far])?;
    let action = match written.get("action").and_then(Json::as_str) {
        // What is passed on comes to the profile of the namespace, which allows.
        Some("Allow" | "Pass") => Action::Allow,
        Some("Deny") => Action::Deny,
        other => return Err(format!("the action {other:?}")),
    };
    let protocols = match written.get("protocol").and_then(Json::as_str) {
        None => Protocol::ALL.to_vec(),
        Some(name) => vec![Protocol::named(name).ok_or_else(|| format!("the protocol {name}"))?],
    };
    let empty = Json::Object(serde_json::Map::new());
    let (near, far) = (written.get(near).unwrap_or(&empty), written.get(far).unwrap_or(&empty));
    known(near, &["ports"])?;
    known(far, &["nets", "selector", "namespaceSelector", "ports"])?;
    let mut peers = Vec::new();
    for net in list(far, "nets")? {
        peers.push(Peer::Range { net: range(net)?, except: Vec::new() });
    }
    if far.get("selector").is_some() || far.get("namespaceSelector").is_some() {
        if !peers.is_empty() {
            return Err("a rule with ranges and selectors at one end".into());
        }
        peers.push(Peer::Sets(selection(far)?));
    }
    if peers.is_empty() {
        peers.push(Peer::Anyone);
    }
    // Ports are those of whoever answers.
    let written = [near, far].into_iter().map(|end| list(end, "ports")).collect::<Result<Vec<_>, _>>()?;
    let mut ports: Vec<Port> =
        written.into_iter().flatten().map(|port| port_of(port, &protocols)).collect::<Result<_, _>>()?;
    if ports.is_empty() {
        ports.push(Port::Numbers(protocols, (1, u16::MAX)));
    }
    Ok(Rule { action, peers, ports, requests: Vec::new() })
}

fn port_of(written: &Json, protocols: &[Protocol]) -> Result<Port, String> {
    let numbers = |span: Span| Ok(Port::Numbers(protocols.to_vec(), span));
    if let Some(number) = written.as_u64().and_then(|number| u16::try_from(number).ok()) {
        return numbers((number, number));
    }
    let text = written.as_str().ok_or_else(|| format!("the port {written}"))?;
    match text.split_once(':').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?))) {
        Some(span) => numbers(span),
        None => Ok(Port::Named(protocols.to_vec(), text.into())),
    }
}
