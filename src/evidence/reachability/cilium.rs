//! CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy: they allow and deny, and a denial comes before every allowance.

use serde_json::Value as Json;

use super::model::{Action, Peer, Pods, Policy, Port, Rule, Way};
use super::network_policy::range;
use super::ports::Protocol;
use super::read::{known, list};
use super::selector::{NAMESPACE, Selector};

const FIELDS: [&str; 7] =
    ["endpointSelector", "ingress", "ingressDeny", "egress", "egressDeny", "enableDefaultDeny", "description"];

/// What a policy of a namespace says, or one of the whole cluster where there is no namespace.
pub(super) fn policies(namespace: Option<&str>, spec: &Json) -> Result<Vec<Policy>, String> {
    known(spec, &FIELDS)?;
    let selector = spec.get("endpointSelector").ok_or("a policy without endpointSelector")?;
    let selects = pods(selector, namespace)?;
    let mut found = Vec::new();
    for (way, section, side) in [(Way::In, "ingress", "from"), (Way::Out, "egress", "to")] {
        for (section, action, order) in
            [(section.to_string(), Action::Allow, 0.0), (format!("{section}Deny"), Action::Deny, -1.0)]
        {
            if spec.get(&section).is_none() {
                continue;
            }
            let mut rules = Vec::new();
            for written in list(spec, &section)? {
                rules.extend(rules_of(written, side, namespace, action)?);
            }
            let way_name = if way == Way::In { "ingress" } else { "egress" };
            let default = spec.get("enableDefaultDeny").and_then(|deny| deny.get(way_name)).and_then(Json::as_bool);
            let closes = default.unwrap_or(true);
            found.push(Policy { selects: selects.clone(), way, rules, closes, order });
        }
    }
    Ok(found)
}

/// Where a label comes from stands before it, and the namespace is a label too.
fn key(written: &str) -> String {
    let bare = written.strip_prefix("k8s:").or_else(|| written.strip_prefix("any:")).unwrap_or(written);
    if bare == "io.kubernetes.pod.namespace" { NAMESPACE.into() } else { bare.into() }
}

fn pods(written: &Json, namespace: Option<&str>) -> Result<Pods, String> {
    let selector = Selector::read(written, key)?;
    if selector.is_about_any(|label| label.starts_with("io.cilium.")) {
        return Err("a selector by labels of a namespace".into());
    }
    let selector = match namespace.filter(|_| !selector.is_about(NAMESPACE)) {
        Some(namespace) => selector.and(Selector::label(NAMESPACE, namespace)),
        None => selector,
    };
    Ok(Pods { pods: selector, namespaces: None })
}

/// One rule for each list of ports.
fn rules_of(written: &Json, side: &str, namespace: Option<&str>, action: Action) -> Result<Vec<Rule>, String> {
    let field = |name: &str| format!("{side}{name}");
    let fields = ["Endpoints", "CIDR", "CIDRSet", "Entities", "FQDNs"].map(field);
    let mut allowed: Vec<&str> = fields.iter().map(String::as_str).collect();
    allowed.push("toPorts");
    known(written, &allowed)?;
    let mut peers = Vec::new();
    for one in list(written, &fields[0])? {
        peers.push(Peer::Pods(pods(one, namespace)?));
    }
    for one in list(written, &fields[1])? {
        peers.push(Peer::Range { net: range(one)?, except: Vec::new() });
    }
    for one in list(written, &fields[2])? {
        known(one, &["cidr", "except"])?;
        let except = list(one, "except")?.iter().map(range).collect::<Result<_, _>>()?;
        peers.push(Peer::Range { net: range(one.get("cidr").unwrap_or(&Json::Null))?, except });
    }
    for one in list(written, &fields[3])? {
        peers.push(match one.as_str().unwrap_or_default() {
            "host" | "remote-node" => Peer::Nodes,
            "kube-apiserver" => Peer::ApiServer,
            "cluster" => Peer::Cluster,
            "world" => Peer::World,
            "all" => Peer::Anyone,
            other => return Err(format!("the entity `{other}`")),
        });
    }
    for one in list(written, &fields[4])? {
        known(one, &["matchName", "matchPattern"])?;
        let name = ["matchName", "matchPattern"].iter().find_map(|key| one.get(*key)?.as_str());
        peers.push(Peer::Name(name.ok_or("a name outside that is none")?.to_string()));
    }
    let ports = list(written, "toPorts")?;
    // A rule without peers and ports allows nothing; with ports alone it is about everybody; an empty list is nobody.
    let names_peers = fields.iter().any(|field| written.get(field).is_some());
    if !names_peers {
        if ports.is_empty() {
            return Ok(Vec::new());
        }
        peers.push(Peer::Anyone);
    }
    if ports.is_empty() {
        return Ok(vec![Rule { action, peers, ports: Vec::new(), requests: Vec::new() }]);
    }
    ports.iter().map(|written| with_ports(written, &peers, action)).collect()
}

fn with_ports(written: &Json, peers: &[Peer], action: Action) -> Result<Rule, String> {
    known(written, &["ports", "rules"])?;
    let ports = list(written, "ports")?.iter().map(port).collect::<Result<_, _>>()?;
    let mut requests = Vec::new();
    if let Some(rules) = written.get("rules") {
        known(rules, &["http", "dns"])?;
        for http in list(rules, "http")? {
            known(http, &["method", "path"])?;
            let text = |key: &str| http.get(key).and_then(Json::as_str).unwrap_or(".*").to_string();
            requests.push(format!("{} {}", text("method"), text("path")));
        }
        for dns in list(rules, "dns")? {
            known(dns, &["matchName", "matchPattern"])?;
            let name = ["matchName", "matchPattern"].iter().find_map(|key| dns.get(*key)?.as_str()).unwrap_or_default();
            if name != "*" {
                requests.push(format!("lookups of {name}"));
            }
        }
    }
    Ok(Rule { action, peers: peers.to_vec(), ports, requests })
}

fn port(written: &Json) -> Result<Port, String> {
    known(written, &["port", "endPort", "protocol"])?;
    let protocols = match written.get("protocol").and_then(Json::as_str) {
        None | Some("ANY") => Protocol::ALL.to_vec(),
        Some(name) => vec![Protocol::named(name).ok_or_else(|| format!("the protocol {name}"))?],
    };
    let text = written.get("port").and_then(Json::as_str).ok_or("a port has to be a text")?;
    let Ok(from) = text.parse::<u16>() else {
        return Ok(Port::Named(protocols, text.into()));
    };
    let to = written.get("endPort").and_then(Json::as_u64).and_then(|n| u16::try_from(n).ok()).unwrap_or(from);
    Ok(Port::Numbers(protocols, if from == 0 { (1, u16::MAX) } else { (from, to) }))
}
