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

/// A namespace that the tree makes for itself.
fn own(settings: &Settings, name: &str) -> String {
    format!("{}-{name}", settings.cluster.name.as_str())
}

fn end(settings: &Settings, name: &str) -> String {
    match name {
        "gateway" => format!("{}/internal", own(settings, "ingress-gateway")),
        "tunnel" => format!("{}/cloudflared", own(settings, "cloudflared")),
        "vnet" => "virtual network".into(),
        name => {
            let workload = settings.workloads.iter().find(|(other, _)| other.as_str() == name).expect("a workload").1;
            format!("{}/{name}", workload.namespace.as_str())
        }
    }
}

/// What has to be open, and nothing else: by the flows, and what every pod may.
fn declared(example: &Example) -> BTreeSet<String> {
    let settings = &example.plan.settings;
    let calico = settings.network.policy_engine == PolicyEngine::Calico;
    let mut pods: BTreeSet<String> = settings.workloads.keys().map(|name| end(settings, name.as_str())).collect();
    let mut spaces: Vec<String> = settings.kubernetes.namespaces.iter().map(|name| name.as_str().into()).collect();
    let mut found = BTreeSet::new();
    let tunnel = end(settings, "tunnel");
    if settings.tunnel.enabled {
        pods.insert(tunnel.clone());
        spaces.push(own(settings, "cloudflared"));
        for (net, hosts) in EDGE {
            found.extend(hosts.map(|host| format!("{tunnel} -> {net}.{host}/32: 7844/TCP, 7844/UDP")));
        }
        for text in &settings.tunnel.private {
            let (range, port) = text.as_str().rsplit_once(':').expect("a range and a port");
            found.insert(format!("{tunnel} -> {range}: {port}/TCP"));
        }
        // People who come in by the tunnel come to the API server.
        if settings.access.standing.contains(&Standing::Tunnel) {
            found.insert(format!("{tunnel} -> API server: 443/TCP"));
            found.insert(format!("{tunnel} -> {API_SERVER_SUBNET}: 443/TCP"));
        }
    }
    // All pods of the gateway's namespace are the gateway's.
    let (gateway, keeper) = (own(settings, "ingress-gateway"), own(settings, "ingress-certificates"));
    let gateways = [format!("{gateway}/internal"), format!("any other pod of {gateway}")];
    if settings.ingress.gateway {
        pods.extend([gateways[0].clone(), format!("{keeper}/ingress-certificates")]);
        spaces.extend([gateway, keeper]);
        let inside = settings.tunnel.private.iter().filter_map(|text| Some(text.as_str().rsplit_once(':')?.0));
        let subnet = settings.access.standing.contains(&Standing::Tunnel).then_some(API_SERVER_SUBNET);
        for (from, to) in std::iter::once("virtual network")
            .chain(inside)
            .chain(subnet)
            .flat_map(|f| gateways.iter().map(move |g| (f, g)))
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
                let to = if net.prefix_len() == 0 { "the internet".into() } else { net.to_string() };
                found.insert(format!("{source} -> {to}: {port}/TCP"));
            }
        }
    }
    // Whoever leaves through a gateway says so in place of flows: everything outside is open to it, whatever its flows say.
    for (name, workload) in &settings.workloads {
        if !workload.egress_gateway.as_str().is_empty() {
            found.insert(format!("{} -> the internet: every port, past every policy", end(settings, name.as_str())));
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

fn examples() -> Vec<Example> {
    all(&Catalog::load().unwrap_or_else(|e| panic!("{e}")))
}

#[test]
fn what_is_open_is_what_the_flows_say_in_every_example() {
    let mut flows = 0;
    for example in examples() {
        let ways = computed(&example, &example.tree);
        let (is, should) = (lines(&ways), declared(&example));
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
    // What AKS runs to make gateways would not pass the policies for pods.
    let example = examples().into_iter().find(|example| example.name == "partner").expect("the example");
    let limits = &example.tree.get("kubernetes/admission/limits.yaml").expect("a policy").text;
    assert!(limits.contains("\"aks-static-egress-gateway\""), "{limits}");
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

/// Every document of the tree that is a policy: its file, its place there, and its name.
fn policies(tree: &Tree) -> Vec<(String, usize, String)> {
    let manifests = tree.0.iter().filter(|(path, _)| path.as_str().starts_with("kubernetes/"));
    let of = |(path, artifact): (&aks_harden::tree::RelPath, &aks_harden::tree::Artifact)| {
        let documents = artifact.text.split("---\n").enumerate();
        let policy = |(at, document): (usize, &str)| {
            let field = |key: &str| document.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
            let name = format!("{}/{}", field("  namespace: "), field("  name: "));
            POLICIES.contains(&field("kind: ")).then(|| (path.to_string(), at, name))
        };
        documents.filter_map(policy).collect::<Vec<_>>()
    };
    manifests.flat_map(of).collect()
}

/// Policies that close what another one closes as well, and which: each counts as soon as the other is gone. The pods of a gateway are
/// made by its controller, so its policy takes all pods of their namespace.
const TWICE: [(&str, &str); 1] = [("archive-ingress-gateway/default-deny", "archive-ingress-gateway/gateway")];

#[test]
fn without_any_one_policy_something_else_is_open() {
    let (mut tried, mut twice) = (0, Vec::new());
    for example in examples() {
        let whole = computed(&example, &example.tree);
        let policies = policies(&example.tree);
        for (path, at, name) in &policies {
            tried += 1;
            let rest = without(&example.tree, path, *at);
            if whole != computed(&example, &rest) {
                continue;
            }
            let other = TWICE.iter().find(|(one, _)| one == name);
            let (_, other) =
                other.unwrap_or_else(|| panic!("{}: without {name} in {path} nothing changes", example.name));
            // From the last to the first, so that taking one out does not move the other.
            let (path, after, _) = policies.iter().find(|(_, _, n)| n == other).expect("the other policy");
            assert!(after > at, "{other} stands behind {name}");
            let only_this = computed(&example, &without(&example.tree, path, *after));
            let neither = computed(&example, &without(&without(&example.tree, path, *after), path, *at));
            assert_ne!(only_this, neither, "{}: {name} changes nothing without {other} either", example.name);
            twice.push(name.clone());
        }
    }
    assert!(tried > 90, "only {tried} policies");
    assert_eq!(twice, TWICE.map(|(one, _)| one), "what is closed twice");
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
    // What AKS runs for Calico and the gateway would not pass the policies for pods.
    for (path, file) in tree.0.iter().filter(|(path, _)| path.as_str().starts_with("kubernetes/admission/")) {
        let everywhere = file.text.lines().skip_while(|line| !line.contains("operator: NotIn")).nth(1);
        for own in ["calico-system", "tigera-operator", "aks-istio-system"] {
            assert!(everywhere.is_none_or(|values| values.contains(own)), "{path}: {everywhere:?} without {own}");
        }
    }
    let denials = &tree.get("kubernetes/cluster-network.yaml").expect("denials").text;
    for namespace in ["archive-cloudflared", "archive-ingress-gateway", "archive-ingress-certificates"] {
        assert!(denials.contains(&format!("'{namespace}'")), "{namespace} is not closed: {denials}");
    }
}
