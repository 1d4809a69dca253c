//! Who may do what: Roles whose meaning is known, and the examples, where it has to be what the profile files say.

use std::collections::BTreeSet;

use aks_harden::catalog::Catalog;
use aks_harden::evidence::access::{Power, Right, Scope, Who, rights};
use aks_harden::evidence::evaluate;
use aks_harden::generate;
use aks_harden::plan::settings::{Settings, TeamRole, TeamVia};
use aks_harden::plan::{Input, resolve};
use aks_harden::tree::{Artifact, RelPath, Tree};

use crate::examples::all;
use crate::reachability::tree;

fn role(kind: &str, name: &str, rules: &str) -> String {
    let namespace = if kind == "Role" { ", namespace: shop" } else { "" };
    format!(
        "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{name: {name}{namespace}}}\nrules: {rules}\n"
    )
}

fn binding(kind: &str, to: (&str, &str), subject: &str) -> String {
    let namespace = if kind == "RoleBinding" { ", namespace: shop" } else { "" };
    let (role_kind, role) = to;
    format!(
        "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{name: bound{namespace}}}\nsubjects: [{subject}]\nroleRef: {{apiGroup: rbac.authorization.k8s.io, kind: {role_kind}, name: {role}}}\n"
    )
}

const GROUP: &str = "{kind: Group, apiGroup: rbac.authorization.k8s.io, name: g}";

fn computed(text: &str) -> Vec<Right> {
    rights(&tree(text)).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

fn one(text: &str) -> Right {
    let found = computed(text);
    let [right] = &found[..] else { panic!("{found:?}") };
    right.clone()
}

/// What a group may in one namespace by a Role with these rules.
fn by_rules(rules: &str) -> Right {
    one(&(role("Role", "r", rules) + &binding("RoleBinding", ("Role", "r"), GROUP)))
}

#[test]
fn rules_are_read_as_the_api_server_reads_them() {
    let right = by_rules(
        "[{apiGroups: ['', apps], resources: [pods, deployments], verbs: [get, list, watch]}, {apiGroups: [apps], resources: [deployments], verbs: [patch]}, {apiGroups: [''], resources: [configmaps], resourceNames: [one], verbs: [get]}]",
    );
    assert_eq!(
        right.to_string(),
        "group g in shop: read deployments, pods, pods.apps; get configmaps (only one); read, patch deployments.apps (RoleBinding bound, kubernetes/all.yaml)"
    );
    let allows = |verb: &str, group: &str, resource: &str| right.allows(verb, group, resource).expect("rules");
    assert!(allows("watch", "", "pods") && allows("patch", "apps", "deployments"));
    assert!(!allows("patch", "", "pods") && !allows("delete", "apps", "deployments"));
    // A subresource is a resource of its own, and a name does not stand for all objects.
    assert!(!allows("get", "", "pods/log") && !allows("get", "", "configmaps"));
    assert_eq!(right.powers(), BTreeSet::from([Power::Pods]));
    assert!(!right.is_wide());
}

#[test]
fn what_a_right_means_is_told() {
    let of = |rules: &str| by_rules(rules).powers().into_iter().collect::<Vec<_>>();
    let rule = |group: &str, resources: &str, verbs: &str| {
        of(&format!("[{{apiGroups: ['{group}'], resources: [{resources}], verbs: [{verbs}]}}]"))
    };
    assert_eq!(rule("", "pods, pods/log, services", "get, list, watch"), []);
    assert_eq!(rule("", "secrets", "list"), [Power::Secrets]);
    assert_eq!(rule("", "secrets", "create"), []);
    assert_eq!(rule("", "pods/exec", "create"), [Power::Enters]);
    assert_eq!(rule("", "pods", "delete"), []);
    for (group, kind) in [("", "pods"), ("", "pods/ephemeralcontainers"), ("apps", "daemonsets"), ("batch", "cronjobs")]
    {
        assert_eq!(rule(group, kind, "patch"), [Power::Pods], "{kind}");
    }
    assert_eq!(rule("rbac.authorization.k8s.io", "rolebindings", "create"), [Power::Grants]);
    assert_eq!(rule("rbac.authorization.k8s.io", "roles", "escalate"), [Power::Grants]);
    assert_eq!(rule("", "serviceaccounts", "impersonate"), [Power::Grants]);
    assert_eq!(rule("", "serviceaccounts/token", "create"), [Power::Grants]);
    // One of them by name is enough for a power.
    let named = "[{apiGroups: [''], resources: [secrets], resourceNames: [key], verbs: [get]}]";
    assert_eq!(of(named), [Power::Secrets]);
}

#[test]
fn an_asterisk_is_found_wherever_it_stands() {
    for rule in [
        "{apiGroups: [''], resources: [pods], verbs: ['*']}",
        "{apiGroups: [''], resources: ['*'], verbs: [get]}",
        "{apiGroups: ['*'], resources: [pods], verbs: [get]}",
        "{apiGroups: [''], resources: ['*/exec'], verbs: [create]}",
        "{nonResourceURLs: ['*'], verbs: [get]}",
    ] {
        assert!(by_rules(&format!("[{rule}]")).is_wide(), "{rule}");
    }
    let all = by_rules("[{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]");
    assert_eq!(all.powers().len(), 6, "{:?}", all.powers());
    assert_eq!(all.may.to_string(), "every verb on everything");
    assert_eq!(by_rules("[{apiGroups: [''], resources: ['*/exec'], verbs: [create]}]").powers().len(), 2);
}

#[test]
fn bindings_say_who_and_where() {
    let rules = "[{apiGroups: [''], resources: [pods], verbs: [get]}]";
    let cluster = role("ClusterRole", "r", rules);
    let everywhere = one(&(cluster.clone() + &binding("ClusterRoleBinding", ("ClusterRole", "r"), GROUP)));
    assert_eq!((everywhere.scope, everywhere.may.to_string()), (Scope::Cluster, "get pods".into()));
    // A ClusterRole that is bound in a namespace counts there, and a Role of the same name is another one.
    let here = one(&(cluster.clone() + &binding("RoleBinding", ("ClusterRole", "r"), GROUP)));
    assert_eq!(here.scope, Scope::Namespace("shop".into()));
    let missing = one(&(cluster + &binding("RoleBinding", ("Role", "r"), GROUP)));
    assert!(missing.is_wide() && missing.may.to_string().contains("Role r"), "{missing}");
    // A service account by either of its names; and a Role that nobody is bound to gives nothing.
    let accounts = "{kind: ServiceAccount, name: a, namespace: x}, {kind: User, apiGroup: rbac.authorization.k8s.io, name: 'system:serviceaccount:x:a'}";
    let account = one(&(role("Role", "r", rules) + &binding("RoleBinding", ("Role", "r"), accounts)));
    assert_eq!(account.who, Who::ServiceAccount { namespace: "x".into(), name: "a".into() });
    assert!(computed(&role("Role", "r", rules)).is_empty());
    assert!(computed(&binding("RoleBinding", ("Role", "r"), "")).is_empty());
}

#[test]
fn roles_that_kubernetes_brings_are_known_by_name() {
    let bound = |name: &str| binding("ClusterRoleBinding", ("ClusterRole", name), GROUP);
    let of = |name: &str| one(&bound(name));
    assert!(of("cluster-admin").is_wide());
    assert_eq!(of("cluster-admin").may.to_string(), "everything");
    assert_eq!((of("view").powers().len(), of("view").may.to_string()), (0, "the role view".into()));
    assert!(of("edit").powers().contains(&Power::Secrets) && of("admin").powers().contains(&Power::Grants));
    assert!(of("somebody-elses").is_wide());
    // What a ClusterRole adds to view, edit and admin have as well; the other way round they do not.
    let more = |to: &str| {
        let text = role("ClusterRole", "more", "[{apiGroups: [''], resources: [secrets], verbs: [get]}]");
        let label = format!("{{name: more, labels: {{rbac.authorization.k8s.io/aggregate-to-{to}: 'true'}}}}");
        text.replace("{name: more}", &label)
    };
    let with = |to: &str, name: &str| one(&(more(to) + &bound(name)));
    assert_eq!(with("view", "view").may.to_string(), "the role view; get secrets");
    assert!(with("view", "view").powers().contains(&Power::Secrets));
    assert!(with("view", "admin").may.to_string().contains("secrets"));
    assert!(!with("admin", "view").may.to_string().contains("secrets"));
}

#[test]
fn what_is_not_known_is_said_and_never_passed_over() {
    let refused = |text: &str| rights(&tree(text)).map_or_else(|e| e.to_string(), |found| panic!("{found:?}"));
    let unknown = role("Role", "r", "[{apiGroups: [''], resources: [pods], verbs: [get], unless: x}]");
    assert!(refused(&unknown).contains("unless") && refused(&unknown).contains("kubernetes/all.yaml"));
    let sum = role("ClusterRole", "r", "[]") + "aggregationRule: {clusterRoleSelectors: []}\n";
    assert!(refused(&sum).contains("aggregationRule"));
    let nobody = binding("RoleBinding", ("Role", "r"), "{kind: Robot, name: x}");
    assert!(refused(&nobody).contains("Robot"));
    let mut broken = tree("");
    let settings = "AZURE_RBAC=true\nROLES=(\n  'a' 'b'\n)\n";
    let path = RelPath::new("azcli/settings.sh").expect("a path");
    broken.0.insert(path, Artifact { text: settings.into(), executable: false });
    assert!(rights(&broken).map_or_else(|e| e.to_string(), |_| String::new()).contains("ends within"));
}

/// What the profile file says, by rules of its own: group, where, and what by what.
fn declared(settings: &Settings) -> BTreeSet<String> {
    let access = &settings.access;
    let azure = "role assignment in Azure, azcli/settings.sh";
    let cluster = settings.cluster.name.as_str();
    let mut found = BTreeSet::new();
    let by = if access.azure_rbac { azure.to_string() } else { "the cluster's own list, azcli/settings.sh".into() };
    found.insert(format!("group {} in the whole cluster: everything ({by})", access.admin_group.as_str()));
    if !access.break_glass_group.as_str().is_empty() {
        let own = format!("ClusterRoleBinding {cluster}-break-glass, kubernetes/access.yaml");
        let by = if access.azure_rbac { azure } else { &own };
        found.insert(format!("group {} in the whole cluster: everything ({by})", access.break_glass_group.as_str()));
    }
    if access.local_accounts {
        found.insert("whoever may fetch the static admin account in the whole cluster: everything (static admin account, azcli/settings.sh)".into());
    }
    if !access.gitops.url.as_str().is_empty() {
        let (url, branch) = (access.gitops.url.as_str(), access.gitops.branch.as_str());
        found.insert(format!("whoever may push to {branch} of {url} in the whole cluster: whatever Flux applies from there (Flux, azcli/settings.sh)"));
    }
    for (name, team) in &settings.teams {
        for namespace in &team.namespaces {
            let who = format!("group {} in {}", team.group.as_str(), namespace.as_str());
            found.insert(match team.via {
                TeamVia::Azure => {
                    let role = match team.role {
                        TeamRole::Reader => "Reader",
                        TeamRole::Writer => "Writer",
                        TeamRole::Admin => "Admin",
                    };
                    format!("{who}: the role Azure Kubernetes Service RBAC {role} ({azure})")
                }
                TeamVia::Kubernetes => {
                    let may = match team.role {
                        TeamRole::Reader => READS,
                        TeamRole::Writer => WRITES,
                        TeamRole::Admin => "",
                    };
                    format!("{who}: {may} (RoleBinding team-{}, kubernetes/access.yaml)", name.as_str())
                }
            });
        }
    }
    found
}

const READS: &str = "read configmaps, cronjobs.batch, daemonsets.apps, deployments.apps, endpoints, endpointslices.discovery.k8s.io, events, events.events.k8s.io, horizontalpodautoscalers.autoscaling, jobs.batch, limitranges, networkpolicies.networking.k8s.io, persistentvolumeclaims, poddisruptionbudgets.policy, pods, pods/log, replicasets.apps, replicationcontrollers, resourcequotas, rolebindings.rbac.authorization.k8s.io, roles.rbac.authorization.k8s.io, serviceaccounts, services, statefulsets.apps";

const WRITES: &str = "read daemonsets.apps, endpoints, endpointslices.discovery.k8s.io, events, events.events.k8s.io, limitranges, networkpolicies.networking.k8s.io, poddisruptionbudgets.policy, pods/log, replicasets.apps, replicationcontrollers, resourcequotas, rolebindings.rbac.authorization.k8s.io, roles.rbac.authorization.k8s.io, serviceaccounts; create pods/eviction; get, update, patch deployments.apps/scale, statefulsets.apps/scale; read, change configmaps, cronjobs.batch, deployments.apps, horizontalpodautoscalers.autoscaling, jobs.batch, persistentvolumeclaims, services, statefulsets.apps; read, delete pods";

fn lines(tree: &Tree) -> BTreeSet<String> {
    rights(tree).unwrap_or_else(|e| panic!("{e}")).iter().map(ToString::to_string).collect()
}

#[test]
fn what_people_may_is_what_the_profile_says_in_every_example() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let mut teams = 0;
    for example in all(&catalog) {
        assert_eq!(lines(&example.tree), declared(&example.plan.settings), "{}", example.name);
        teams += example.plan.settings.teams.len();
    }
    assert!(teams > 2, "only {teams} teams");
}

/// The shop, whose cluster asks Azure for nothing, with teams whose rights all stand in the tree.
fn without_azure() -> (Settings, Tree) {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text = include_str!("../../examples/shop/aks-harden.toml").replace("via = \"azure\"", "via = \"kubernetes\"")
        + "\n[[exception]]\ncontrol = \"azure-rbac\"\nreason = \"r\"\nowner = \"o\"\nexpires = 2027-01-31\n";
    let sets = vec!["access.azure_rbac=false".to_string()];
    let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
    let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    let tree = generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
    (plan.settings, tree)
}

#[test]
fn rights_that_kubernetes_gives_are_what_the_profile_says_too() {
    let (settings, tree) = without_azure();
    // What an admin of a namespace may is told by its powers; its rules are more than one would write down twice.
    let (admins, others): (Vec<Right>, Vec<Right>) =
        rights(&tree).unwrap_or_else(|e| panic!("{e}")).into_iter().partition(|right| {
            settings
                .teams
                .values()
                .any(|team| team.role == TeamRole::Admin && right.who == Who::Group(team.group.as_str().into()))
        });
    let is: BTreeSet<String> = others.iter().map(ToString::to_string).collect();
    let should: BTreeSet<String> = declared(&settings).into_iter().filter(|line| !line.contains(":  (")).collect();
    assert_eq!(is, should);
    let [admin] = &admins[..] else { panic!("{admins:?}") };
    assert_eq!(admin.powers(), BTreeSet::from([Power::Secrets, Power::Enters, Power::Pods]));
    assert_eq!(admin.scope, Scope::Namespace("shop".into()));
}

#[test]
fn only_administrators_may_everything_and_whoever_else_does_is_found() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let strangers = |settings: &Settings, tree: &Tree| {
        let access = &settings.access;
        let known = [access.admin_group.as_str(), access.break_glass_group.as_str()];
        let wide = rights(tree).unwrap_or_else(|e| panic!("{e}")).into_iter().filter(Right::is_wide);
        let mut wide =
            wide.filter(|right| !matches!(right.who, Who::StaticAccount | Who::Pushers { .. })).collect::<Vec<_>>();
        wide.retain(|right| !matches!(&right.who, Who::Group(id) if known.contains(&id.as_str())));
        wide
    };
    for example in all(&catalog) {
        let found = strangers(&example.plan.settings, &example.tree);
        assert!(found.is_empty(), "{}: {found:?}", example.name);
    }
    let (settings, tree) = without_azure();
    assert!(strangers(&settings, &tree).is_empty());
    let changed = |from: &str, to: &str| {
        let mut tree = Tree(tree.0.clone());
        let (_, file) = tree.0.iter_mut().find(|(path, _)| path.as_str() == "kubernetes/access.yaml").expect("it");
        assert!(file.text.contains(from), "no {from}");
        file.text = file.text.replacen(from, to, 1);
        strangers(&settings, &tree).len()
    };
    assert_eq!(changed("verbs: [get, list, watch]", "verbs: ['*']"), 1);
    assert_eq!(changed(settings.access.break_glass_group.as_str(), "somebody"), 1);
    assert_eq!(changed("resources: [pods/eviction]", "resources: ['*']"), 1);
}

#[test]
fn without_any_one_binding_or_assignment_the_report_is_another_one() {
    let (_, tree) = without_azure();
    let before = lines(&tree);
    let path = "kubernetes/access.yaml";
    let text = tree.get(path).expect("it").text.clone();
    let mut tried = 0;
    for (at, document) in text.split("---\n").enumerate() {
        let rest: Vec<&str> =
            text.split("---\n").enumerate().filter(|(index, _)| *index != at).map(|(_, d)| d).collect();
        let mut without = Tree(tree.0.clone());
        let (_, file) = without.0.iter_mut().find(|(other, _)| other.as_str() == path).expect("it");
        file.text = rest.join("---\n");
        assert_ne!(lines(&without), before, "without this nothing changes:\n{document}");
        tried += 1;
    }
    assert!(tried > 6, "only {tried} objects");
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let shop = all(&catalog).into_iter().find(|example| example.name == "shop").expect("the shop");
    let before = lines(&shop.tree);
    for role in ["RBAC Cluster Admin", "RBAC Admin", "RBAC Reader"] {
        let mut without = Tree(shop.tree.0.clone());
        let (_, file) = without.0.iter_mut().find(|(other, _)| other.as_str() == "azcli/settings.sh").expect("it");
        let text: Vec<&str> = file.text.lines().collect();
        let at =
            text.iter().position(|line| line.ends_with(&format!("'Azure Kubernetes Service {role}'"))).expect("it");
        file.text = [&text[..at - 1], &text[at + 3..]].concat().join("\n") + "\n";
        assert_eq!(before.difference(&lines(&without)).count(), 1, "{role}");
    }
}

/// A binding by any name to a role of any name is found by the controls, too.
#[test]
fn controls_look_at_what_a_binding_gives_and_not_at_what_it_is_called() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let holds = |id: &str, text: &str| {
        let objects = aks_harden::evidence::kubernetes::read(&tree(text)).unwrap_or_else(|e| panic!("{e}"));
        let of_rights = catalog.controls[id].evidence.iter().filter(|evidence| evidence.of == "Right");
        let verdicts: Vec<bool> = of_rights.map(|evidence| evaluate(evidence, &objects).holds()).collect();
        assert_eq!(verdicts.len(), 1, "{id}");
        verdicts[0]
    };
    let all = role("ClusterRole", "helpful", "[{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]");
    let look = role("ClusterRole", "helpful", "[{apiGroups: [''], resources: [pods], verbs: [get]}]");
    let bound = |role: &str, subject: &str| {
        role.to_string() + &binding("ClusterRoleBinding", ("ClusterRole", "helpful"), subject)
    };
    let account = "{kind: ServiceAccount, name: a, namespace: x}";
    assert!(!holds("roles-per-namespace", &bound(&all, GROUP)) && holds("roles-per-namespace", &bound(&look, GROUP)));
    assert!(!holds("roles-per-namespace", &bound("", GROUP)), "a role that is in no file");
    assert!(holds("roles-per-namespace", &bound(&all, GROUP).replace("name: bound", "name: shop-break-glass")));
    assert!(!holds("no-wide-grants", &bound(&all, account)) && holds("no-wide-grants", &bound(&look, account)));
    let secrets = look.replace("pods", "secrets");
    assert!(!holds("no-wide-grants", &bound(&secrets, account)) && holds("no-wide-grants", &bound(&secrets, GROUP)));
    // What is not understood counts as wide.
    let odd = look + "aggregationRule: {}\n";
    assert!(!holds("roles-per-namespace", &odd));
}
