//! The evaluator of reachability, by policies that were written by hand and whose meaning is known.

#![allow(clippy::cloned_ref_to_slice_refs, reason = "lists of one policy read like lists of two")]

use aks_harden::evidence::reachability::{Kind, Surroundings, matrix};
use aks_harden::tree::{Artifact, RelPath, Tree};

/// Three pods in two namespaces: `web` (8080 as `http`, 9090 as `metrics`) and `db` (5432) in `shop`, `job` in `batch`.
const PODS: &str = "
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: a}}
---
apiVersion: v1
kind: Namespace
metadata: {name: batch, labels: {team: b}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web, tier: front}}
    spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}, {name: metrics, containerPort: 9090}]}]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: c, ports: [{name: http, containerPort: 5432}]}]}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: job, namespace: batch}
spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: job}}, spec: {containers: [{name: c}]}}}}}
";

pub(crate) fn tree(text: &str) -> Tree {
    let files = [("kubernetes/kustomization.yaml", "resources: [all.yaml]\n"), ("kubernetes/all.yaml", text)];
    let file = |(path, text): (&str, &str)| {
        (RelPath::new(path).expect("a path"), Artifact { text: text.to_string(), executable: false })
    };
    Tree(files.map(file).into_iter().collect())
}

/// A policy of `shop`, by the rest of its document.
fn policy(kind: &str, name: &str, spec: &str) -> String {
    let api = match kind {
        "NetworkPolicy" => "networking.k8s.io/v1",
        "GlobalNetworkPolicy" | "GlobalNetworkSet" => "crd.projectcalico.org/v1",
        _ => "cilium.io/v2",
    };
    let namespace = if kind.starts_with("Global") || kind.contains("Clusterwide") { "" } else { ", namespace: shop" };
    format!("---\napiVersion: {api}\nkind: {kind}\nmetadata: {{name: {name}{namespace}}}\nspec: {spec}\n")
}

fn network(spec: &str) -> String {
    policy("NetworkPolicy", "p", spec)
}

const DENY: &str = "{podSelector: {}, policyTypes: [Ingress, Egress]}";

fn deny() -> String {
    policy("NetworkPolicy", "deny", DENY)
}

/// By which ports one workload, or somebody else, reaches another; empty where it does not.
fn by(policies: &[String], from: &str, to: &str) -> String {
    let found = matrix(&tree(&format!("{PODS}{}", policies.concat())), &Surroundings::default());
    let found = found.unwrap_or_else(|e| panic!("{e}"));
    let open = found.iter().find(|open| open.from.to_string() == from && open.to.to_string() == to);
    open.map(aks_harden::evidence::reachability::Open::by).unwrap_or_default()
}

fn refused(policy: &str) -> String {
    let found = matrix(&tree(&format!("{PODS}{policy}")), &Surroundings::default());
    found.map_or_else(|e| e.to_string(), |found| panic!("{} ways", found.len()))
}

const WEB: &str = "shop/web";
const DB: &str = "shop/db";
const JOB: &str = "batch/job";
const NET: &str = "the internet";

#[test]
fn without_policies_everything_is_open() {
    assert_eq!(by(&[], WEB, DB), "every port");
    assert_eq!(by(&[], JOB, "metadata service"), "every port");
    assert_eq!(by(&[], JOB, "SSH of nodes"), "22/TCP");
    assert_eq!(by(&[], NET, WEB), "every port");
    assert_eq!(by(&[], "nodes", WEB), "every port");
    assert_eq!(by(&[], "any other pod of batch", DB), "every port");
}

#[test]
fn an_empty_selector_is_every_pod_of_the_namespace_and_of_no_other() {
    let deny = [deny()];
    for (from, to) in
        [(WEB, DB), (WEB, NET), (NET, WEB), (JOB, WEB), (WEB, JOB), ("any other pod of shop", DB), (WEB, WEB)]
    {
        assert_eq!(by(&deny, from, to), "", "{from} -> {to}");
    }
    assert_eq!(by(&deny, JOB, NET), "every port");
    assert_eq!(by(&deny, NET, JOB), "every port");
}

#[test]
fn types_that_are_not_named_follow_from_the_rules() {
    // About what comes in alone, since it has no rule for what goes out.
    let only = [network(
        "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: db}}}]}]}",
    )];
    assert_eq!(by(&only, DB, WEB), "every port");
    assert_eq!(by(&only, JOB, WEB), "");
    assert_eq!(by(&only, WEB, JOB), "every port");
    // With such a rule, about both; and with no rule for what comes in, nothing does.
    let both = [network(
        "{podSelector: {matchLabels: {app: web}}, egress: [{to: [{podSelector: {matchLabels: {app: db}}}]}]}",
    )];
    assert_eq!(by(&both, WEB, DB), "every port");
    assert_eq!(by(&both, WEB, JOB), "");
    assert_eq!(by(&both, DB, WEB), "");
    // Without any rule it closes what comes in, and nothing else.
    let none = [network("{podSelector: {matchLabels: {app: web}}}")];
    assert_eq!(by(&none, DB, WEB), "");
    assert_eq!(by(&none, WEB, DB), "every port");
    // Rules of a type that is not named count for nothing.
    let unnamed =
        [network("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], ingress: [{}], egress: []}")];
    assert_eq!(by(&unnamed, DB, WEB), "every port");
    assert_eq!(by(&unnamed, WEB, DB), "");
}

#[test]
fn no_list_and_an_empty_list_are_everybody() {
    for rule in ["{}", "{from: []}", "{ports: []}"] {
        let open = [
            deny(),
            network(&format!(
                "{{podSelector: {{matchLabels: {{app: web}}}}, policyTypes: [Ingress], ingress: [{rule}]}}"
            )),
        ];
        assert_eq!(by(&open, JOB, WEB), "every port", "{rule}");
        assert_eq!(by(&open, NET, WEB), "every port", "{rule}");
        assert_eq!(by(&open, "nodes", WEB), "every port", "{rule}");
        assert_eq!(by(&open, JOB, DB), "", "{rule}");
    }
    for rules in ["", ", ingress: []"] {
        let closed =
            [network(&format!("{{podSelector: {{matchLabels: {{app: web}}}}, policyTypes: [Ingress]{rules}}}"))];
        assert_eq!(by(&closed, JOB, WEB), "", "{rules}");
    }
}

#[test]
fn both_ends_have_to_allow() {
    let out = policy(
        "NetworkPolicy",
        "out",
        "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: db}}}], ports: [{port: 5432}]}]}",
    );
    let into = policy(
        "NetworkPolicy",
        "in",
        "{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}, {port: 9999}]}]}",
    );
    assert_eq!(by(&[deny(), out.clone()], WEB, DB), "");
    assert_eq!(by(&[deny(), into.clone()], WEB, DB), "");
    assert_eq!(by(&[deny(), out.clone(), into.clone()], WEB, DB), "5432/TCP");
    assert_eq!(by(&[deny(), out, into], DB, WEB), "");
}

#[test]
fn two_selectors_in_one_peer_are_both_meant_in_two_peers_either() {
    let from = |peers: &str| {
        [network(&format!(
            "{{podSelector: {{matchLabels: {{app: db}}}}, policyTypes: [Ingress], ingress: [{{from: {peers}}}]}}"
        ))]
    };
    let one = from("[{namespaceSelector: {matchLabels: {team: b}}, podSelector: {matchLabels: {app: job}}}]");
    assert_eq!((by(&one, JOB, DB), by(&one, WEB, DB)), ("every port".into(), String::new()));
    assert_eq!(by(&one, "any other pod of batch", DB), "");
    let two = from("[{namespaceSelector: {matchLabels: {team: b}}}, {podSelector: {matchLabels: {app: web}}}]");
    assert_eq!((by(&two, JOB, DB), by(&two, WEB, DB)), ("every port".into(), "every port".into()));
    assert_eq!(by(&two, "any other pod of batch", DB), "every port");
    assert_eq!(by(&two, "any other pod of shop", DB), "");
    // A pod selector alone looks into the policy's own namespace; a namespace selector that is empty into all.
    let here = from("[{podSelector: {matchLabels: {app: job}}}]");
    assert_eq!(by(&here, JOB, DB), "");
    let all = from("[{namespaceSelector: {}, podSelector: {matchLabels: {app: job}}}]");
    assert_eq!(by(&all, JOB, DB), "every port");
    let everyone = from("[{namespaceSelector: {}}]");
    assert_eq!((by(&everyone, WEB, DB), by(&everyone, NET, DB)), ("every port".into(), String::new()));
    // A namespace can be told by its name, which the API server makes a label of.
    let named = from("[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: batch}}}]");
    assert_eq!((by(&named, JOB, DB), by(&named, WEB, DB)), ("every port".into(), String::new()));
}

#[test]
fn expressions_have_four_operators() {
    let from = |expression: &str| {
        by(
            &[network(&format!(
                "{{podSelector: {{matchLabels: {{app: db}}}}, policyTypes: [Ingress], ingress: [{{from: [{{podSelector: {{matchExpressions: [{expression}]}}}}]}}]}}"
            ))],
            WEB,
            DB,
        )
    };
    assert_eq!(from("{key: tier, operator: In, values: [front, back]}"), "every port");
    assert_eq!(from("{key: tier, operator: In, values: [back]}"), "");
    assert_eq!(from("{key: tier, operator: NotIn, values: [back]}"), "every port");
    assert_eq!(from("{key: zone, operator: NotIn, values: [x]}"), "every port");
    assert_eq!(from("{key: tier, operator: Exists}"), "every port");
    assert_eq!(from("{key: zone, operator: Exists}"), "");
    assert_eq!(from("{key: zone, operator: DoesNotExist}"), "every port");
    assert_eq!(from("{key: tier, operator: DoesNotExist}"), "");
}

#[test]
fn ports_by_number_name_range_and_protocol() {
    let into = |ports: &str| {
        let into = network(&format!("{{podSelector: {{}}, policyTypes: [Ingress], ingress: [{{ports: {ports}}}]}}"));
        (by(&[into.clone()], JOB, WEB), by(&[into], JOB, DB))
    };
    let same = |text: &str| (text.to_string(), text.to_string());
    assert_eq!(into("[{port: 80}]"), same("80/TCP"));
    assert_eq!(into("[{port: 53, protocol: UDP}]"), same("53/UDP"));
    assert_eq!(into("[{protocol: SCTP}]"), same("every port of SCTP"));
    assert_eq!(into("[{port: 8000, endPort: 8100}]"), same("8000-8100/TCP"));
    // A name is looked up in the pod that listens, and where it is no port of that protocol, nothing is open.
    assert_eq!(into("[{port: http}]"), ("8080/TCP".into(), "5432/TCP".into()));
    assert_eq!(into("[{port: metrics}]"), ("9090/TCP".into(), String::new()));
    assert_eq!(into("[{port: http, protocol: UDP}]"), same(""));
    let out =
        [network("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: http}]}]}")];
    assert_eq!(
        (by(&out, WEB, DB), by(&out, WEB, JOB), by(&out, WEB, NET)),
        ("5432/TCP".into(), String::new(), String::new())
    );
}

#[test]
fn a_block_without_its_exceptions() {
    let out = |peers: &str, to: &str| {
        by(
            &[
                deny(),
                network(&format!(
                    "{{podSelector: {{matchLabels: {{app: web}}}}, policyTypes: [Egress], egress: [{{to: {peers}, ports: [{{port: 443}}]}}]}}"
                )),
            ],
            WEB,
            to,
        )
    };
    let all = "[{ipBlock: {cidr: 0.0.0.0/0}}]";
    for to in [NET, "metadata service", "wire server", "10.0.0.0/8", "LocalDNS"] {
        assert_eq!(out(all, to), "443/TCP", "{to}");
    }
    let but = "[{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32, 168.63.129.16/32, 10.0.0.0/8]}}]";
    assert_eq!(out(but, NET), "443/TCP");
    for to in ["metadata service", "wire server", "10.0.0.0/8"] {
        assert_eq!(out(but, to), "", "{to}");
    }
    // What one peer leaves out, another brings back.
    let back = "[{ipBlock: {cidr: 0.0.0.0/0, except: [198.51.100.0/24]}}, {ipBlock: {cidr: 198.51.100.128/25}}]";
    assert_eq!(out(back, "198.51.100.0/24"), "");
    assert_eq!(out(back, "198.51.100.128/25"), "443/TCP");
    // A range opens what it holds, and not what holds it; a pod has no address that a manifest could know.
    let narrow = "[{ipBlock: {cidr: 10.1.0.0/16}}, {ipBlock: {cidr: 10.1.2.0/24}}]";
    assert_eq!((out(narrow, "10.1.0.0/16"), out(narrow, "10.1.2.0/24")), ("443/TCP".into(), "443/TCP".into()));
    assert_eq!(
        (out(narrow, "10.0.0.0/8"), out(narrow, NET), out(narrow, DB)),
        (String::new(), String::new(), String::new())
    );
    let into = [network(
        "{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 10.1.0.0/16}}]}]}",
    )];
    assert_eq!(
        (by(&into, "10.1.0.0/16", WEB), by(&into, NET, WEB), by(&into, DB, WEB)),
        ("every port".into(), String::new(), String::new())
    );
}

#[test]
fn a_block_may_hold_pods_where_their_range_is_known_and_cilium_is_not_the_engine() {
    let block = network(
        "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}",
    );
    let known = Surroundings { pods: Some("10.244.0.0/16".parse().expect("a range")), ..Surroundings::default() };
    let reaches = |more: &str| {
        let found = matrix(&tree(&format!("{PODS}{block}{more}")), &known).unwrap_or_else(|e| panic!("{e}"));
        found.iter().any(|open| open.from.to_string() == WEB && open.to.to_string() == DB)
    };
    assert!(reaches(""));
    assert!(!reaches(&policy(
        "CiliumNetworkPolicy",
        "c",
        "{endpointSelector: {matchLabels: {app: nobody}}, ingress: []}"
    )));
}

#[test]
fn pods_in_the_network_of_the_host_are_not_governed() {
    let text = format!(
        "{PODS}{}---\napiVersion: v1\nkind: Pod\nmetadata: {{name: agent, namespace: shop, labels: {{app: web}}}}\nspec: {{hostNetwork: true, containers: []}}\n",
        deny()
    );
    let found = matrix(&tree(&text), &Surroundings::default()).unwrap_or_else(|e| panic!("{e}"));
    assert!(found.iter().any(|open| open.from.name == "agent" && open.to.kind == Kind::Metadata));
}

#[test]
fn no_policy_holds_for_what_goes_through_an_egress_gateway() {
    let gateway = |namespace: &str, spec: &str| {
        format!(
            "---\napiVersion: egressgateway.kubernetes.azure.com/v1alpha1\nkind: StaticGatewayConfiguration\nmetadata: {{name: partner, namespace: {namespace}}}\nspec: {spec}\n"
        )
    };
    let pod = |more: &str| {
        format!(
            "---\napiVersion: v1\nkind: Pod\nmetadata: {{name: caller, namespace: shop, labels: {{app: caller}}, annotations: {{kubernetes.azure.com/static-gateway-configuration: partner}}}}\nspec: {{containers: []{more}}}\n"
        )
    };
    const CALLER: &str = "shop/caller";
    let kept = "{gatewayNodepoolName: partner, excludeCidrs: [10.0.0.0/8, 169.254.0.0/16, 198.51.100.0/25]}";
    let with = |gateway: String| [deny(), gateway, pod("")];
    let own = with(gateway("shop", kept));
    assert_eq!(by(&own, CALLER, NET), "every port, past every policy");
    assert_eq!(by(&own, CALLER, "172.16.0.0/12"), "every port, past every policy");
    for closed in ["10.0.0.0/8", "metadata service", "LocalDNS", "198.51.100.0/25", DB, "nodes", "API server"] {
        assert_eq!(by(&own, CALLER, closed), "", "{closed}");
    }
    // What others send, and what comes in, is as it was.
    assert_eq!((by(&own, WEB, NET), by(&own, NET, CALLER)), (String::new(), String::new()));
    // A denial does not reach there either.
    let cilium = policy(
        "CiliumClusterwideNetworkPolicy",
        "d",
        "{endpointSelector: {}, egressDeny: [{toCIDR: [0.0.0.0/0]}], enableDefaultDeny: {egress: false, ingress: false}}",
    );
    assert_eq!(by(&[deny(), cilium, gateway("shop", kept), pod("")], CALLER, NET), "every port, past every policy");
    // Without exclusions the metadata service is reached, and so it counts where nobody can see the configuration.
    let bare = with(gateway("shop", "{gatewayNodepoolName: partner, provisionPublicIps: true}"));
    assert_eq!(by(&bare, CALLER, "metadata service"), "every port, past every policy");
    let elsewhere = with(gateway("batch", kept));
    assert_eq!(by(&elsewhere, CALLER, "metadata service"), "every port, past every policy");
    // Pods in the host's network cannot name one.
    let host = [gateway("shop", kept), pod(", hostNetwork: true")];
    assert_eq!(by(&host, CALLER, NET), "every port");
    let said = refused(&gateway("shop", "{gatewayNodepoolName: partner, defaultRoute: azureNetworking}"));
    assert!(said.contains("`defaultRoute`"), "{said}");
}

#[test]
fn policies_of_cilium_add_up_with_those_of_kubernetes_and_deny_first() {
    let cilium = |spec: &str| policy("CiliumNetworkPolicy", "c", spec);
    let out = |rule: &str| cilium(&format!("{{endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{rule}]}}"));
    let db = out("{toEndpoints: [{matchLabels: {app: db}}], toPorts: [{ports: [{port: '5432', protocol: TCP}]}]}");
    assert_eq!(by(&[db.clone()], WEB, DB), "5432/TCP");
    assert_eq!(by(&[db.clone()], WEB, JOB), "");
    assert_eq!(by(&[db], DB, WEB), "every port");
    // Selectors look into the policy's namespace unless they name one.
    assert_eq!(by(&[out("{toEndpoints: [{matchLabels: {app: job}}]}")], WEB, JOB), "");
    assert_eq!(
        by(&[out("{toEndpoints: [{matchLabels: {app: job, 'k8s:io.kubernetes.pod.namespace': batch}}]}")], WEB, JOB),
        "every port"
    );
    // An empty rule allows nothing, an empty list nobody, ports alone everybody.
    for rule in ["{}", "{toEndpoints: []}"] {
        assert_eq!((by(&[out(rule)], WEB, DB), by(&[out(rule)], WEB, NET)), (String::new(), String::new()), "{rule}");
    }
    let ports = out("{toPorts: [{ports: [{port: '443', protocol: ANY}]}]}");
    assert_eq!(by(&[ports], WEB, NET), "443/TCP, 443/UDP, 443/SCTP");
    // Entities.
    assert_eq!(by(&[out("{toEntities: [host]}")], WEB, "kubelet of nodes"), "10250/TCP, 10255/TCP");
    assert_eq!(by(&[out("{toEntities: [host]}")], WEB, "LocalDNS"), "every port");
    assert_eq!(by(&[out("{toEntities: [world]}")], WEB, NET), "every port");
    let api = "{toEntities: [kube-apiserver], toPorts: [{ports: [{port: '443', protocol: TCP}]}]}";
    assert_eq!((by(&[out(api)], WEB, "API server"), by(&[out(api)], WEB, NET)), ("443/TCP".into(), String::new()));
    assert_eq!(by(&[out("{toEntities: [world]}")], WEB, DB), "");
    assert_eq!(by(&[out("{toEntities: [cluster]}")], WEB, DB), "every port");
    // A range never finds the node.
    assert_eq!(by(&[out("{toCIDR: [0.0.0.0/0]}")], WEB, "LocalDNS"), "");
    assert_eq!(by(&[out("{toCIDR: [0.0.0.0/0]}")], WEB, "nodes"), "");
    assert_eq!(by(&[out("{toCIDRSet: [{cidr: 10.0.0.0/8, except: [10.9.0.0/16]}]}")], WEB, "10.9.0.0/16"), "");
    // Names.
    let names = out(
        "{toFQDNs: [{matchName: login.microsoftonline.com}, {matchPattern: '*.core.windows.net'}], toPorts: [{ports: [{port: '443', protocol: TCP}]}]}",
    );
    assert_eq!(by(&[names.clone()], WEB, "login.microsoftonline.com"), "443/TCP");
    assert_eq!(by(&[names], WEB, "*.core.windows.net"), "443/TCP");
    // A denial wins, whoever allows; it closes the rest too, unless it says otherwise.
    let deny = |more: &str| {
        policy(
            "CiliumClusterwideNetworkPolicy",
            "d",
            &format!("{{endpointSelector: {{}}, egressDeny: [{{toCIDR: [169.254.169.254/32]}}]{more}}}"),
        )
    };
    let narrow = deny(", enableDefaultDeny: {egress: false, ingress: false}");
    assert_eq!(by(&[narrow.clone()], WEB, "metadata service"), "");
    assert_eq!(by(&[narrow.clone()], WEB, NET), "every port");
    assert_eq!(by(&[narrow.clone(), out("{toCIDR: [0.0.0.0/0]}")], WEB, "metadata service"), "");
    assert_eq!(by(&[narrow], "an opened pod of shop", "metadata service"), "");
    assert_eq!(by(&[deny("")], WEB, NET), "");
}

#[test]
fn requests_count_where_nothing_opens_the_whole_port() {
    let http = policy(
        "CiliumNetworkPolicy",
        "h",
        "{endpointSelector: {matchLabels: {app: web}}, ingress: [{fromEndpoints: [{matchLabels: {app: db}}], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{method: GET, path: /a}]}}]}]}",
    );
    assert_eq!(by(&[http.clone()], DB, WEB), "8080/TCP GET /a");
    assert_eq!(by(&[http.clone()], JOB, WEB), "");
    let out = network(
        "{podSelector: {matchLabels: {app: db}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}], ports: [{port: 9999}]}]}",
    );
    assert_eq!(by(&[http.clone(), out], DB, WEB), "");
    let whole = network(
        "{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}], ports: [{port: 8080}]}]}",
    );
    assert_eq!(by(&[http, whole], DB, WEB), "8080/TCP");
}

#[test]
fn the_first_rule_of_calico_that_fits_decides_and_kubernetes_comes_in_between() {
    let global = |name: &str, order: u32, rules: &str| {
        policy(
            "GlobalNetworkPolicy",
            name,
            &format!(
                "{{order: {order}, selector: \"projectcalico.org/namespace in {{'shop'}}\", types: [Egress], egress: {rules}}}"
            ),
        )
    };
    let all = network("{podSelector: {}, policyTypes: [Egress], egress: [{}]}");
    let deny = "[{action: Deny, destination: {nets: [169.254.169.254/32]}}]";
    assert_eq!(by(&[global("d", 10, deny), all.clone()], WEB, "metadata service"), "");
    assert_eq!(by(&[global("d", 10, deny), all.clone()], WEB, NET), "every port");
    assert_eq!(by(&[global("d", 10, deny)], "an opened pod of shop", "metadata service"), "");
    assert_eq!(by(&[global("d", 10, deny)], JOB, "metadata service"), "every port");
    // Behind the policies of Kubernetes it comes too late.
    assert_eq!(by(&[global("d", 2000, deny), all.clone()], WEB, "metadata service"), "every port");
    assert_eq!(by(&[global("d", 2000, deny)], "an opened pod of shop", "metadata service"), "every port");
    // By itself a denial closes all that nothing allows.
    assert_eq!(by(&[global("d", 10, deny)], WEB, NET), "");
    // In one policy the order of the rules counts.
    let first = "[{action: Allow, destination: {nets: [169.254.169.254/32]}}, {action: Deny}]";
    assert_eq!(by(&[global("d", 10, first), all.clone()], WEB, "metadata service"), "every port");
    assert_eq!(by(&[global("d", 10, first), all], WEB, NET), "");
}

#[test]
fn the_nodes_are_what_a_set_of_calico_says() {
    let set = "---\napiVersion: crd.projectcalico.org/v1\nkind: GlobalNetworkSet\nmetadata: {name: n, labels: {app.kubernetes.io/component: nodes}}\nspec: {nets: [10.40.1.0/26]}\n".to_string();
    let deny = policy(
        "GlobalNetworkPolicy",
        "d",
        "{order: 10, selector: all(), types: [Egress], egress: [{action: Deny, protocol: TCP, destination: {selector: \"app.kubernetes.io/component == 'nodes'\", ports: [22, 10250]}}, {action: Allow}]}",
    );
    assert_eq!(by(&[set.clone()], WEB, "SSH of nodes"), "22/TCP");
    assert_eq!(by(&[set.clone(), deny.clone()], WEB, "SSH of nodes"), "");
    assert_eq!(by(&[set.clone(), deny.clone()], WEB, "kubelet of nodes"), "10255/TCP");
    assert_eq!(by(&[set.clone(), deny], WEB, NET), "every port");
    let vnet = network(
        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.40.0.0/16}}], ports: [{port: 22}]}]}",
    );
    assert_eq!(by(&[set, vnet], WEB, "SSH of nodes"), "22/TCP");
}

#[test]
fn what_is_not_known_is_an_error_and_never_passed_over() {
    for (text, why) in [
        (network("{podSelector: {}, priority: 1}"), "`priority`"),
        (network("{podSelector: {}, ingress: [{sources: []}]}"), "`sources`"),
        (network("{podSelector: {}, ingress: [{from: [{}]}]}"), "names nobody"),
        (network("{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: '::/0'}}]}]}"), "::/0"),
        (policy("CiliumNetworkPolicy", "c", "{endpointSelector: {}, egress: [{toServices: []}]}"), "`toServices`"),
        (policy("CiliumNetworkPolicy", "c", "{endpointSelector: {}, egress: [{toEntities: [ingress]}]}"), "`ingress`"),
        (policy("CiliumNetworkPolicy", "c", "{nodeSelector: {}}"), "`nodeSelector`"),
        (policy("GlobalNetworkPolicy", "g", "{selector: 'a || b', types: [Egress]}"), "selector"),
        (policy("GlobalNetworkPolicy", "g", "{types: [Egress], preDNAT: true}"), "`preDNAT`"),
        (policy("GlobalNetworkPolicy", "g", "{order: 1}"), "without types"),
        (
            "---\napiVersion: crd.projectcalico.org/v1\nkind: NetworkPolicy\nmetadata: {name: x}\nspec: {}\n".into(),
            "API",
        ),
    ] {
        let said = refused(&text);
        assert!(said.contains(why) && said.contains("kubernetes/all.yaml"), "{text}: {said}");
    }
}
