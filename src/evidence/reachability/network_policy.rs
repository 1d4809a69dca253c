//! NetworkPolicy of Kubernetes: it only allows, and what it selects is closed but for that.

use ipnet::Ipv4Net;
use serde_json::Value as Json;

use super::model::{Action, PLAIN, Peer, Pods, Policy, Port, Rule, Way};
use super::ports::Protocol;
use super::read::{known, list};
use super::selector::{NAMESPACE, Selector};

pub(super) fn policies(namespace: &str, spec: &Json) -> Result<Vec<Policy>, String> {
    known(spec, &["podSelector", "policyTypes", "ingress", "egress"])?;
    let here =
        |selector: Selector| Pods { pods: selector.and(Selector::label(NAMESPACE, namespace)), namespaces: None };
    let selector = match spec.get("podSelector") {
        Some(written) => Selector::read(written, str::to_string)?,
        None => Selector::default(),
    };
    let types: Vec<&str> = list(spec, "policyTypes")?.iter().filter_map(Json::as_str).collect();
    // Without types it is about what comes in, and about what goes out where it has rules for that.
    let (incoming, outgoing) = if types.is_empty() {
        (true, !list(spec, "egress")?.is_empty())
    } else {
        (types.contains(&"Ingress"), types.contains(&"Egress"))
    };
    let mut found = Vec::new();
    for (way, on, section, side) in [(Way::In, incoming, "ingress", "from"), (Way::Out, outgoing, "egress", "to")] {
        if !on {
            continue;
        }
        let rules =
            list(spec, section)?.iter().map(|written| rule(written, side, namespace)).collect::<Result<_, _>>()?;
        found.push(Policy { selects: here(selector.clone()), way, rules, closes: true, order: PLAIN });
    }
    Ok(found)
}

fn rule(written: &Json, side: &str, namespace: &str) -> Result<Rule, String> {
    known(written, &[side, "ports"])?;
    // No list, and an empty one, are everybody; so it is with ports.
    let peers = list(written, side)?;
    let peers = if peers.is_empty() {
        vec![Peer::Anyone]
    } else {
        peers.iter().map(|written| peer(written, namespace)).collect::<Result<_, _>>()?
    };
    let ports = list(written, "ports")?.iter().map(port).collect::<Result<_, _>>()?;
    Ok(Rule { action: Action::Allow, peers, ports, requests: Vec::new() })
}

fn peer(written: &Json, namespace: &str) -> Result<Peer, String> {
    known(written, &["podSelector", "namespaceSelector", "ipBlock"])?;
    if let Some(block) = written.get("ipBlock") {
        known(block, &["cidr", "except"])?;
        if written.get("podSelector").is_some() || written.get("namespaceSelector").is_some() {
            return Err("a peer with an ipBlock and a selector".into());
        }
        let except = list(block, "except")?.iter().map(range).collect::<Result<_, _>>()?;
        return Ok(Peer::Range { net: range(block.get("cidr").unwrap_or(&Json::Null))?, except });
    }
    let pods = match written.get("podSelector") {
        Some(selector) => Selector::read(selector, str::to_string)?,
        None => Selector::default(),
    };
    match written.get("namespaceSelector") {
        Some(selector) => Ok(Peer::Pods(Pods { pods, namespaces: Some(Selector::read(selector, str::to_string)?) })),
        None if written.get("podSelector").is_some() => {
            Ok(Peer::Pods(Pods { pods: pods.and(Selector::label(NAMESPACE, namespace)), namespaces: None }))
        }
        None => Err("a peer that names nobody".into()),
    }
}

pub(super) fn range(written: &Json) -> Result<Ipv4Net, String> {
    let text = written.as_str().ok_or("a range has to be a text")?;
    text.parse::<Ipv4Net>().map(|net| net.trunc()).map_err(|_| format!("the range {text}, which is none of IPv4"))
}

fn port(written: &Json) -> Result<Port, String> {
    known(written, &["protocol", "port", "endPort"])?;
    let protocol = match written.get("protocol").and_then(Json::as_str) {
        None => Protocol::Tcp,
        Some(name) => Protocol::named(name).ok_or_else(|| format!("the protocol {name}"))?,
    };
    let number =
        |value: &Json| value.as_u64().and_then(|n| u16::try_from(n).ok()).ok_or_else(|| format!("the port {value}"));
    match written.get("port") {
        None => Ok(Port::Numbers(vec![protocol], (1, u16::MAX))),
        Some(Json::String(name)) => Ok(Port::Named(vec![protocol], name.clone())),
        Some(value) => {
            let from = number(value)?;
            let to = written.get("endPort").map_or(Ok(from), number)?;
            Ok(Port::Numbers(vec![protocol], (from, to)))
        }
    }
}
