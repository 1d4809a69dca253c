//! What the flows of a plan say, and what the rendered policies do: the same, in every example; and every policy counts.
//!
//! What is expected is made here from the profile file's own lines, by rules of its own, and compared with what the
//! evaluator reads out of the manifests.

use std::collections::BTreeSet;

use aks_harden::catalog::Catalog;
use aks_harden::evidence::reachability::{Kind, Open, matrix};
use aks_harden::plan::flow::{External, Flow, Target, external, parse};
use aks_harden::plan::settings::{PolicyEngine, Settings, Standing};
use aks_harden::plan::{Input, resolve};
use aks_harden::tree::Tree;
use ipnet::Ipv4Net;

use crate::examples::{Example, all};

fn computed(example: &Example, tree: &Tree) -> Vec<Open> {
    let known = aks_harden::report::reachability::surroundings(&example.plan);
    matrix(tree, &known).unwrap_or_else(|e| panic!("{}: {e}", example.name))
}

/// One port of one way, as text.
fn lines(ways: &[Open]) -> BTreeSet<String> {
    ways.iter().filter(|way| way.from.kind != Kind::Opened).map(ToString::to_string).collect()
}

/// Where cloudflared finds Cloudflare: region1 and region2.v2.argotunnel.com.
const EDGE: [(&str, [u8; 10]); 2] = [
    ("198.41.192", [7, 27, 37, 47, 57, 67, 77, 107, 167, 227]),
    ("198.41.200", [13, 23, 33, 43, 53, 63, 73, 113, 193, 233]),
];

/// The API server's subnet in the one example whose tunnel leads there, as the planner allots it.
const API_SERVER_SUBNET: &str = "10.40.255.176/28";

fn end(settings: &Settings, name: &str) -> String {
    match name {
        "gateway" => "ingress-gateway/internal".into(),
        "tunnel" => "cloudflared/cloudflared".into(),
        "vnet" => "virtual network".into(),
        name => {
            let workload = settings.workloads.iter().find(|(other, _)| other.as_str() == name).expect("a workload").1;
            format!("{}/{name}", workload.namespace.as_str())
        }
    }
}

/// What has to be open, and nothing else: by the flows, and what every pod may.
fn declared(example: &Example, ways: &[Open]) -> BTreeSet<String> {
    let settings = &example.plan.settings;
    let calico = settings.network.policy_engine == PolicyEngine::Calico;
    let mut pods: BTreeSet<String> = settings.workloads.keys().map(|name| end(settings, name.as_str())).collect();
    let mut spaces: Vec<&str> = settings.kubernetes.namespaces.iter().map(|name| name.as_str()).collect();
    let mut found = BTreeSet::new();
    if settings.tunnel.enabled {
        pods.insert("cloudflared/cloudflared".into());
        spaces.push("cloudflared");
        for (net, hosts) in EDGE {
            found.extend(hosts.map(|host| format!("cloudflared/cloudflared -> {net}.{host}/32: 7844/TCP, 7844/UDP")));
        }
        for text in &settings.tunnel.private {
            let (range, port) = text.as_str().rsplit_once(':').expect("a range and a port");
            found.insert(format!("cloudflared/cloudflared -> {range}: {port}/TCP"));
        }
        // People who come in by the tunnel come to the API server.
        if settings.access.standing.contains(&Standing::Tunnel) {
            found.insert("cloudflared/cloudflared -> API server: 443/TCP".into());
            let subnet = ways.iter().find(|way| way.from.name == "cloudflared" && way.to.name == API_SERVER_SUBNET);
            found.extend(subnet.map(ToString::to_string));
        }
    }
    // All pods of the gateway's namespace are the gateway's.
    let gateways = ["ingress-gateway/internal", "any other pod of ingress-gateway"];
    if settings.ingress.gateway {
        pods.extend(["ingress-gateway/internal".into(), "ingress-certificates/ingress-certificates".into()]);
        spaces.extend(["ingress-gateway", "ingress-certificates"]);
        let inside = settings.tunnel.private.iter().filter_map(|text| Some(text.as_str().rsplit_once(':')?.0));
        let subnet = settings.access.standing.contains(&Standing::Tunnel).then_some(API_SERVER_SUBNET);
        for (from, to) in
            std::iter::once("virtual network").chain(inside).chain(subnet).flat_map(|f| gateways.map(|g| (f, g)))
        {
            found.insert(format!("{from} -> {to}: 443/TCP"));
        }
    }
    pods.extend(spaces.iter().map(|space| format!("any other pod of {space}")));
    for pod in pods {
        for dns in ["cluster DNS", "LocalDNS"] {
            found.insert(format!("{pod} -> {dns}: 53/TCP, 53/UDP"));
        }
        if !calico {
            found.insert(format!("{pod} -> nodes: 53/TCP, 53/UDP"));
        }
    }
    let mut requests: Vec<(String, u16, String)> = Vec::new();
    let mut ports: Vec<(String, u16)> = Vec::new();
    let flows = settings.network.flows.iter().flat_map(|text| parse(text.as_str()).expect("a flow"));
    for Flow { from, to } in flows {
        let source = end(settings, &from);
        match to {
            Target::Workload { name, port, http } => {
                let main = settings.workloads.iter().find(|(other, _)| other.as_str() == name).expect("one").1.port;
                let way = format!("{source} -> {}", end(settings, &name));
                if from == "gateway" {
                    ports.push((format!("{} -> {}", gateways[1], end(settings, &name)), port.unwrap_or(main)));
                }
                match http {
                    None => ports.push((way, port.unwrap_or(main))),
                    Some(http) => {
                        requests.push((way, port.unwrap_or(main), format!("{} {}", http.method, http.pattern())))
                    }
                }
                if from == "vnet" {
                    for range in &settings.network.peered {
                        ports.push((format!("joined network {} -> {}", range.as_str(), end(settings, &name)), main));
                    }
                }
                // Azure's subnets of the nodes lie in the virtual network, and Calico takes addresses as they are.
                if from == "vnet" && calico {
                    ports.push((format!("nodes -> {}", end(settings, &name)), main));
                }
            }
            Target::Name { host, port } => drop(found.insert(format!("{source} -> {host}: {port}/TCP"))),
            Target::Range { net, port, .. } => {
                for inside in ways_inside(ways, net) {
                    found.insert(format!("{source} -> {inside}: {port}/TCP"));
                }
            }
        }
    }
    // Whoever leaves through a gateway says so in place of flows: everything outside is open to it, whatever its flows say.
    for (name, workload) in &settings.workloads {
        if workload.egress_gateway.as_str().is_empty() {
            continue;
        }
        for outside in ways_inside(ways, "0.0.0.0/0".parse().expect("everything")) {
            found.insert(format!("{} -> {outside}: every port, past every policy", end(settings, name.as_str())));
        }
    }
    ports.sort();
    for (way, port) in &ports {
        let same: Vec<String> =
            ports.iter().filter(|(other, _)| other == way).map(|(_, p)| format!("{p}/TCP")).collect();
        assert_eq!(same.len(), 1, "{way}: two ports, teach this test to join them: {port}");
        found.insert(format!("{way}: {}", same.join(", ")));
    }
    requests.sort_by(|one, other| (&one.0, &one.2).cmp(&(&other.0, &other.2)));
    for (way, _, _) in &requests {
        let same: Vec<String> = requests
            .iter()
            .filter(|(other, ..)| other == way)
            .map(|(_, port, what)| format!("{port}/TCP {what}"))
            .collect();
        found.insert(format!("{way}: {}", same.join(", ")));
    }
    found
}

/// The ends outside that lie in a range: those by the range itself, and the internet for the range of everything.
fn ways_inside(ways: &[Open], net: Ipv4Net) -> BTreeSet<String> {
    let private =
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(|p| p.parse::<Ipv4Net>().expect("one"));
    let outside = |way: &&Open| matches!(way.to.kind, Kind::Range | Kind::Internet);
    let ends = ways.iter().filter(outside).filter(|way| match way.to.kind {
        Kind::Internet => net.prefix_len() == 0,
        _ => way.to.name.parse::<Ipv4Net>().is_ok_and(|to| {
            let closed = private.iter().any(|p| p.contains(&to) && !p.contains(&net));
            net.contains(&to) && !closed && !"169.254.0.0/16".parse::<Ipv4Net>().expect("one").contains(&to)
        }),
    });
    ends.map(|way| way.to.to_string()).collect()
}

fn examples() -> Vec<Example> {
    all(&Catalog::load().unwrap_or_else(|e| panic!("{e}")))
}

#[test]
fn what_is_open_is_what_the_flows_say_in_every_example() {
    let mut flows = 0;
    for example in examples() {
        let ways = computed(&example, &example.tree);
        let (is, should) = (lines(&ways), declared(&example, &ways));
        let more: Vec<&String> = is.difference(&should).collect();
        let less: Vec<&String> = should.difference(&is).collect();
        assert!(more.is_empty() && less.is_empty(), "{}: open {more:#?}, closed {less:#?}", example.name);
        flows += example.plan.settings.network.flows.len();
    }
    assert!(flows > 14, "only {flows} flows");
}

/// A flow more or less changes nothing of what leaves through a gateway; what the gateway's configuration excludes does.
#[test]
fn what_leaves_through_a_gateway_is_open_whatever_flows_say() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text =
        std::fs::read_to_string(crate::program::root().join("examples/partner/aks-harden.toml")).expect("the example");
    let open = |flows: &str| {
        let sets = vec![format!("network.flows={flows}")];
        let input = Input { file: "aks-harden.toml".into(), text: text.clone(), sets, ..Input::default() };
        let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
        let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
        let ways = matrix(&tree, &aks_harden::report::reachability::surroundings(&plan));
        let ways = ways.unwrap_or_else(|e| panic!("{e}"));
        let by_gateway: Vec<Open> = ways.iter().filter(|way| way.by_gateway).cloned().collect();
        let runbook = tree.get("RUNBOOK.md").expect("a runbook").text.clone();
        (lines(&by_gateway), lines(&ways), runbook)
    };
    let (past, none, runbook) = open("[]");
    let everything = "clearing/clearing -> the internet: every port, past every policy";
    assert_eq!(past.iter().map(String::as_str).collect::<Vec<_>>(), [everything]);
    assert!(!none.iter().any(|way| way.starts_with("clearing/clearing -> ") && way.contains("10.0.0.0/8")), "{none:?}");
    assert!(runbook.contains("| clearing/clearing | the internet | `every port, past every policy` |"), "{runbook}");
    assert!(runbook.contains("whatever its flows say"), "{runbook}");
    let (still, more, _) = open("[\"clearing -> booking\", \"clearing -> cidr:10.200.10.0/24:5432\"]");
    assert_eq!(still, past);
    // Private networks do not go that way: there a flow is what opens them.
    assert!(more.contains("clearing/clearing -> 10.200.10.0/24: 5432/TCP"), "{more:?}");
    assert!(!none.iter().any(|way| way.contains("10.200.10.0/24")));
}

#[test]
fn no_pod_reaches_the_metadata_service_or_a_node_whatever_its_namespace_allows() {
    for example in examples().iter().filter(|example| example.plan.settings.network.block_imds) {
        let ways = computed(example, &example.tree);
        assert!(ways.iter().any(|way| way.from.kind == Kind::Opened && way.to.kind == Kind::Internet));
        for never in [Kind::Metadata, Kind::NodeSsh, Kind::Kubelet] {
            assert!(!ways.iter().any(|way| way.to.kind == never), "{}: {never:?}", example.name);
        }
    }
}

const POLICIES: [&str; 4] =
    ["NetworkPolicy", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy", "GlobalNetworkPolicy"];

/// The tree without one of the documents of one file.
fn without(tree: &Tree, path: &str, at: usize) -> Tree {
    let mut tree = Tree(tree.0.clone());
    let (_, artifact) = tree.0.iter_mut().find(|(other, _)| other.as_str() == path).expect("the same file");
    let documents: Vec<&str> = artifact.text.split("---\n").collect();
    let rest: Vec<&str> = documents.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, d)| *d).collect();
    artifact.text = rest.join("---\n");
    tree
}

#[test]
fn without_any_one_policy_something_else_is_open() {
    let mut tried = 0;
    for example in examples() {
        let before = computed(&example, &example.tree);
        for (path, artifact) in example.tree.0.iter().filter(|(path, _)| path.as_str().starts_with("kubernetes/")) {
            for (at, document) in artifact.text.split("---\n").enumerate() {
                let kind = document.lines().find_map(|line| line.strip_prefix("kind: ")).unwrap_or_default();
                if !POLICIES.contains(&kind) {
                    continue;
                }
                let without_this = without(&example.tree, path.as_str(), at);
                let after = computed(&example, &without_this);
                // The gateway's own policy closes its namespace as well: without both more is open than without either.
                if before == after && document.contains("  name: default-deny\n  namespace: ingress-gateway\n") {
                    let documents = artifact.text.split("---\n");
                    let gateway = "  name: gateway\n  namespace: ingress-gateway\n";
                    let own = documents.clone().position(|d| d.contains("kind: NetworkPolicy") && d.contains(gateway));
                    let own = own.expect("the policy of the gateway");
                    assert!(own > at, "it stands behind");
                    let neither = computed(&example, &without(&without_this, path.as_str(), own - 1));
                    let only_own = computed(&example, &without(&example.tree, path.as_str(), own));
                    assert!(neither != only_own && neither != after, "{}: {document}", example.name);
                    continue;
                }
                assert_ne!(before, after, "{} {path}: without this nothing changes:\n{document}", example.name);
                tried += 1;
            }
        }
    }
    assert!(tried > 30, "only {tried} policies");
}

#[test]
fn what_the_way_out_has_to_let_through() {
    let found: Vec<(String, Vec<External>)> =
        examples().into_iter().map(|e| (e.name, external(&e.plan.settings).into_iter().collect())).collect();
    let of = |name: &str| found.iter().find(|(other, _)| other == name).expect("an example").1.clone();
    assert!(of("shop").is_empty());
    let [
        External::Name { host: first, port: 443 },
        External::Name { host: second, .. },
        External::Range { net, port: 5432, .. },
    ] = &of("fqdn")[..]
    else {
        panic!("{:?}", of("fqdn"));
    };
    assert_eq!((first.as_str(), second.as_str()), ("*.blob.core.windows.net", "login.microsoftonline.com"));
    assert_eq!(net.to_string(), "10.200.10.0/24");
    let [External::Range { except, .. }] = &of("calico")[..] else { panic!("{:?}", of("calico")) };
    let except: Vec<String> = except.iter().map(ToString::to_string).collect();
    assert_eq!(
        except,
        ["10.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"]
    );
}

/// With Calico there is no kind of Cilium's, whatever else is switched on, and its denials are about every namespace of the tree.
#[test]
fn calico_gets_what_calico_knows() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text =
        std::fs::read_to_string(crate::program::root().join("examples/gateway/aks-harden.toml")).expect("a file");
    let sets = ["network.policy_engine=calico", "access.standing=[\"tunnel\"]"].map(String::from).to_vec();
    let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
    let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    assert!(plan.settings.tunnel.enabled && plan.settings.ingress.gateway, "the example has both");
    let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
    let manifests =
        tree.0.iter().filter(|(path, _)| path.as_str().starts_with("kubernetes/") && path.as_str().ends_with(".yaml"));
    let foreign: Vec<String> = manifests
        .filter(|(_, file)| file.text.contains("\napiVersion: cilium.io"))
        .map(|(path, _)| path.to_string())
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let denials = &tree.get("kubernetes/cluster-network.yaml").expect("denials").text;
    for namespace in ["cloudflared", "ingress-gateway", "ingress-certificates"] {
        assert!(denials.contains(&format!("'{namespace}'")), "{namespace} is not closed: {denials}");
    }
}
