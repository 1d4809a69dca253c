//! No setting is ignored: each one of each example, flipped to each other value, changes what people and machines act on,
//! or is refused by its name.

use std::collections::{BTreeMap, BTreeSet};

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::describe::settings;
use aks_harden::plan::facts::Facts;
use aks_harden::plan::layer::Origin;
use aks_harden::plan::settings::{KeyOwner, SecretPlace, TunnelKind};
use aks_harden::plan::{Input, Plan, resolve_in, view};
use aks_harden::render::{self, Renderer};
use aks_harden::report;

use crate::program::root;
use crate::values::{as_set, id_of, others};

/// Whether a setting is idle in a plan; its key comes with it.
type Idle = fn(&Plan, &str) -> bool;

/// Settings that matter under a condition only, the plans in which it is not met, and the condition.
const CONDITIONAL: &[(&str, Idle, &str)] = &[
    ("ci.plan_environment", |plan, _| no_pipelines(plan), "where pipelines deploy"),
    ("ci.apply_environment", |plan, _| no_pipelines(plan), "where pipelines deploy"),
    ("tunnel.replicas", |plan, _| no_tunnel(plan), "where the tunnel runs"),
    ("tunnel.secret", |plan, _| no_tunnel(plan), "where the tunnel runs"),
    ("tunnel.kind", |plan, _| no_tunnel(plan), "where the tunnel runs"),
    ("tunnel.secret_in", |plan, _| no_tunnel(plan), "where the tunnel runs"),
    (
        "workloads.*.tunnel_hosts",
        |plan, _| plan.settings.tunnel.kind == TunnelKind::Token,
        "where the tunnel's configuration is kept here; else the runbook names them",
    ),
    (
        "encryption.rotation_days",
        |plan, _| plan.settings.encryption.disks != KeyOwner::Customer,
        "where a key is one's own",
    ),
    (
        "network.peered",
        |plan, _| {
            let from_there = plan.settings.network.flows.iter().any(|flow| flow.as_str().contains("vnet ->"));
            !from_there && !plan.settings.ingress.gateway
        },
        "where a flow begins at the network, or a gateway answers it",
    ),
    ("workload_defaults.*", |plan, _| plan.settings.workloads.is_empty(), "where there are workloads"),
    ("workload_defaults.*", |plan, key| all_say_it("workloads", plan, key), "where a workload does not say it itself"),
    ("nodes.*", |plan, key| all_say_it("nodes.pools", plan, key), "where a pool does not say it itself"),
    ("storage.*", |plan, key| all_say_it("storage.classes", plan, key), "where a class does not say it itself"),
    (
        "registry.import",
        |plan, _| plan.settings.workloads.is_empty() && no_tunnel(plan),
        "where images come from other registries",
    ),
    ("key_vault.identity", |plan, _| nobody_reads_so(plan), "where something is mounted from the vault"),
];

fn no_pipelines(plan: &Plan) -> bool {
    plan.settings.ci.repository.as_str().is_empty()
}

fn no_tunnel(plan: &Plan) -> bool {
    !plan.settings.tunnel.enabled
}

/// Whether the user's own file gives each entry of a table what would come from the defaults.
fn all_say_it(entries: &str, plan: &Plan, key: &str) -> bool {
    let field = key.rsplit('.').next().unwrap_or_default();
    let mine = plan.values.keys().filter_map(|key| {
        let (entry, last) = key.strip_prefix(entries)?.strip_prefix('.')?.split_once('.')?;
        (last == field).then(|| format!("{entries}.{entry}.{field}"))
    });
    let mut mine = mine.peekable();
    mine.peek().is_some() && mine.all(|own| plan.layers.iter().any(|layer| layer.places.contains_key(&own)))
}

/// Whether all who mount something say as whom.
fn nobody_reads_so(plan: &Plan) -> bool {
    let settings = &plan.settings;
    let tunnel = settings.tunnel.enabled && settings.tunnel.secret_in == SecretPlace::Vault;
    let says = |name: &str| {
        let own = format!("workloads.{name}.vault_identity");
        plan.layers.iter().any(|layer| layer.places.contains_key(&own))
    };
    !tunnel
        && !settings.ingress.gateway
        && settings.workloads.iter().all(|(name, w)| !w.mounts() || says(name.as_str()))
}

/// Settings that one of the two Azure paths has no use for, and why.
const ONE_PATH: &[(&str, &str)] = &[
    ("access.bootstrap", FLUX),
    ("access.gitops.url", FLUX),
    ("access.gitops.branch", FLUX),
    ("access.gitops.path", FLUX),
    ("registry.import", "images.sh copies images, whichever path deployed"),
    ("azure.tenant", "Bicep takes the tenant of the subscription that it is deployed to"),
    ("tunnel.secret", SECRETS),
    ("key_vault.service_principal_object", SECRETS),
    ("workloads.*.image", "images.sh copies images, whichever path deployed"),
    ("key_vault.service_principal", SECRETS),
    ("workloads.*.vault_identity", "who reads as the add-on or as a service principal has no identity of its own"),
    ("workloads.*.secrets", SECRETS),
    ("workloads.*.sync", SECRETS),
    ("workloads.*.certificates", SECRETS),
    ("workloads.*.public_certificates", SECRETS),
    ("workload_defaults.secrets", SECRETS),
    ("workload_defaults.certificates", SECRETS),
    ("workload_defaults.public_certificates", SECRETS),
    ("output.dir", "only the workflow names the folder"),
    (
        "ingress.certificates",
        "for which names a certificate has to hold is looked at by secrets.sh, whichever path deployed",
    ),
];
const FLUX: &str = "apply.sh makes what Flux is, whichever path deployed";
const SECRETS: &str = "secrets.sh makes a secret and the role at its scope, whichever path deployed";

const GITOPS: &str = "access={bootstrap=\"gitops\", gitops={url=\"https://git.contoso.net/shop/cluster.git\"}}";

/// Values that mean the same as the one that is there, and why.
const SAME: [(&str, &str, &str); 4] = [
    ("shop", "storage.kind=\"files\"", "its only class is the default one, which says then that it is one of disks"),
    ("hub", "images.admit=\"registries\"", "without workloads there is no image that could be named"),
    ("joined", "images.admit=\"registries\"", "without workloads there is no image that could be named"),
    ("quickstart", "images.admit=\"registries\"", "without workloads there is no image that could be named"),
];

/// What has to be set together with a flip of the shop, where alone it is refused in each example.
const TOGETHER: &[(&str, &str)] = &[
    ("nodes.pools.user.fips=true", "nodes.pools.user.trusted_launch=false"),
    ("kubernetes.sandboxed_namespaces=[\"another\"]", "kubernetes.namespaces=[\"shop\", \"another\"]"),
    ("kubernetes.sandboxed_namespaces=[\"another\"]", "nodes.pools.sandbox.mode=\"sandboxed\""),
    ("kubernetes.sandboxed_namespaces=[\"another\"]", "nodes.pools.sandbox.trusted_launch=false"),
    ("kubernetes.sandboxed_namespaces=[\"another\"]", "nodes.pools.sandbox.taints=[\"sandbox=kata:NoSchedule\"]"),
    ("workloads.frontend.sync=[\"Another-1\"]", "workloads.frontend.secrets=[\"frontend-session-key\", \"Another-1\"]"),
    ("nodes.fips=true", "nodes.trusted_launch=false"),
    ("nodes.pools.user.mode=\"system\"", "nodes.pools.apps.mode=\"user\""),
    ("nodes.pools.user.mode=\"system\"", "nodes.pools.user.taints=[\"CriticalAddonsOnly=true:NoSchedule\"]"),
    ("nodes.pools.user.mode=\"gateway\"", "nodes.pools.apps.mode=\"user\""),
    ("nodes.pools.user.mode=\"gateway\"", "nodes.pools.user.autoscaling=false"),
    ("nodes.pools.user.mode=\"gateway\"", "nodes.pools.user.min=2"),
    ("nodes.pools.user.mode=\"gateway\"", "nodes.pools.user.max=2"),
    ("nodes.pools.user.mode=\"gateway\"", "network.egress=\"load-balancer\""),
    ("nodes.pools.user.mode=\"gateway\"", "workloads.user.egress_gateway=\"user\""),
    ("nodes.pools.user.autoscaling=false", "nodes.pools.user.min=3"),
    ("nodes.pools.user.autoscaling=false", "nodes.pools.user.max=3"),
    ("nodes.autoscaling=false", "nodes.pools.system.min=3"),
    ("nodes.autoscaling=false", "nodes.pools.system.max=3"),
    ("nodes.autoscaling=false", "nodes.pools.user.min=3"),
    ("nodes.autoscaling=false", "nodes.pools.user.max=3"),
    ("nodes.gateway_prefix=28", "nodes.pools.system.gateway_prefix=30"),
    ("nodes.gateway_prefix=28", "nodes.pools.user.gateway_prefix=30"),
    ("nodes.gateway_prefix=28", "nodes.pools.partner.mode=\"gateway\""),
    ("nodes.gateway_prefix=28", "nodes.pools.partner.autoscaling=false"),
    ("nodes.gateway_prefix=28", "nodes.pools.partner.min=2"),
    ("nodes.gateway_prefix=28", "nodes.pools.partner.max=2"),
    ("nodes.gateway_prefix=28", "network.egress=\"load-balancer\""),
    ("nodes.gateway_prefix=28", "workloads.user.egress_gateway=\"partner\""),
    ("workloads.user.egress_gateway=\"another\"", "nodes.pools.another.mode=\"gateway\""),
    ("workloads.user.egress_gateway=\"another\"", "nodes.pools.another.autoscaling=false"),
    ("workloads.user.egress_gateway=\"another\"", "nodes.pools.another.min=2"),
    ("workloads.user.egress_gateway=\"another\"", "nodes.pools.another.max=2"),
    ("workloads.user.egress_gateway=\"another\"", "network.egress=\"load-balancer\""),
    ("teams.support.namespaces=[\"shop\", \"another\"]", "kubernetes.namespaces=[\"shop\", \"another\"]"),
    ("images.admit=\"any\"", "images.registries=[]"),
    (
        "workloads.redis.image=\"registry.k8s.io/pause:3.10@sha256:ee6521f290b2168b6e0935a181d4cff9be1ac3f505666ef0e3c98fae8199917a\"",
        "images.registries=[\"registry.k8s.io\"]",
    ),
    ("access.gitops.url=\"https://git.contoso.net/shop/cluster.git\"", "access.bootstrap=\"gitops\""),
    ("access.gitops.branch=\"another\"", GITOPS),
    ("access.gitops.path=\"another/folder\"", GITOPS),
    ("registry.public_access=true", "registry.export=true"),
    ("key_vault.identity=\"addon\"", "workloads.message.keys=[]"),
    ("key_vault.identity=\"service-principal\"", "workloads.message.keys=[]"),
    (
        "key_vault.identity=\"service-principal\"",
        "key_vault.service_principal=\"2f3c6d0a-3b1f-5a4e-8f0e-5d1c2b3a4f5e\"",
    ),
    (
        "key_vault.identity=\"service-principal\"",
        "key_vault.service_principal_object=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\"",
    ),
    (
        "key_vault.service_principal=\"5c7a2b1d-3e4f-4a6b-8c9d-0e1f2a3b4c5d\"",
        "workloads.user.vault_identity=\"service-principal\"",
    ),
    (
        "key_vault.service_principal=\"5c7a2b1d-3e4f-4a6b-8c9d-0e1f2a3b4c5d\"",
        "key_vault.service_principal_object=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\"",
    ),
    (
        "key_vault.service_principal_object=\"5c7a2b1d-3e4f-4a6b-8c9d-0e1f2a3b4c5d\"",
        "workloads.user.vault_identity=\"service-principal\"",
    ),
    (
        "key_vault.service_principal_object=\"5c7a2b1d-3e4f-4a6b-8c9d-0e1f2a3b4c5d\"",
        "key_vault.service_principal=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\"",
    ),
    ("tunnel.kind=\"config\"", "tunnel.id=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\""),
    ("tunnel.kind=\"config\"", "workloads.frontend.tunnel_hosts=[\"shop.contoso.com\"]"),
    ("storage.kind=\"files\"", "storage.classes.disk-private.kind=\"disk\""),
    ("storage.classes.disk-private.kind=\"files\"", "storage.classes.disk-private.default=false"),
    ("storage.classes.disk-private.kind=\"files\"", "storage.classes.disk-private.sku=\"Premium_ZRS\""),
    ("storage.classes.disk-private.kind=\"files\"", "storage.classes.more.default=true"),
    ("storage.classes.disk-private.kind=\"files\"", "workloads.user.volumes=[\"data: disk-private 100Gi /data\"]"),
    ("storage.classes.disk-private.default=false", "storage.classes.more.default=true"),
    ("ingress.gateway=true", "network.flows=[\"tunnel -> frontend\", \"vnet -> frontend\", \"gateway -> user\"]"),
    ("ingress.gateway=true", "ingress.certificates.shop-tls=[\"*.contoso.com\"]"),
    ("ingress.gateway=true", "workloads.user.gateway_hosts=[\"user.contoso.com\"]"),
    ("tunnel.enabled=false", "network.flows=[\"vnet -> frontend\"]"),
    ("network.acns=\"FQDN\"", BY_NAME),
    ("workloads.user.namespace=\"another\"", "kubernetes.namespaces=[\"shop\", \"another\"]"),
];

/// The flows of the shop, and one to a name outside.
const BY_NAME: &str = "network.flows=[\"tunnel -> frontend\", \"vnet -> frontend\", \"frontend -> message, user\", \"message -> redis\", \"user -> fqdn:login.microsoftonline.com:443\"]";

/// The profiles with their settings, but without any control, so that only what settings demand of each other is in the way.
fn without_controls() -> Catalog {
    let mut catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    catalog.profiles.values_mut().for_each(|profile| profile.head.controls.clear());
    catalog
}

struct Example {
    name: &'static str,
    text: String,
    facts: Facts,
}

const NAMES: &[&str] = &[
    "baseline",
    "calico",
    "firewall",
    "fqdn",
    "gateway",
    "hub",
    "isolated",
    "joined",
    "partner",
    "public",
    "quickstart",
    "regulated",
    "sandboxed",
    "shared-reader",
    "shop",
    "stages",
    "stages, dev",
    "stages, staging",
];

/// One environment stands for its file, with all its values; of the others those are flipped that they set themselves.
fn environment(name: &'static str) -> Option<&'static str> {
    match name {
        "stages" => Some("prod"),
        name => name.split_once(", ").map(|(_, environment)| environment),
    }
}

fn example(name: &'static str) -> Example {
    let environment = environment(name);
    let folder = name.split(", ").next().unwrap_or(name);
    let read = |file: &str| {
        let folder = if name == "joined" { "tests/joined/spoke".into() } else { format!("examples/{folder}") };
        let path = root().join(folder).join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let facts = Facts::parse(
        "aks-harden.facts.toml",
        &read(&environment.map_or("aks-harden.facts.toml".into(), |of| format!("aks-harden.{of}.facts.toml"))),
    )
    .unwrap_or_else(|e| panic!("{e}"));
    Example { name, text: read("aks-harden.toml"), facts }
}

impl Example {
    fn plan(&self, catalog: &Catalog, sets: Vec<String>) -> Result<Plan, Problems> {
        let (mut text, facts) = (self.text.clone(), self.facts.clone());
        // Without controls there is nothing to except.
        if catalog.profiles["baseline"].head.controls.is_empty() {
            let mut parts = text.split("\n[[exception]]\n");
            let head = parts.next().unwrap_or_default().to_string();
            let rest = parts.filter_map(|part| part.split_once("\n[")).map(|(_, rest)| format!("\n[{rest}"));
            text = std::iter::once(head).chain(rest).collect();
            if let Some(own) = text.lines().find(|line| line.starts_with("controls = [")).map(String::from) {
                text = text.replace(&own, "");
            }
        }
        resolve_in(catalog, &Input { file: "aks-harden.toml".into(), text, sets, facts }, environment(self.name))
    }
}

/// What is acted on, by path: the papers repeat values, so they prove nothing.
fn acted_on(catalog: &Catalog, renderer: &Renderer<'_>, plan: &Plan) -> BTreeMap<String, String> {
    let context = view::context(plan, &catalog.version_values("images"), &catalog.version_values("actions"));
    let tree = renderer.render(&render::values(&context), |path| !path.ends_with(".md"));
    let tree = tree.unwrap_or_else(|e| panic!("{e}"));
    tree.0.into_iter().map(|(path, artifact)| (path.to_string(), artifact.text)).collect()
}

/// Whether a line of a table is about a setting: `workload_defaults.*` is about all of them.
fn covers(of: &str, id: &str) -> bool {
    of == id || of.strip_suffix(".*").is_some_and(|table| id.rsplit_once('.').is_some_and(|(above, _)| above == table))
}

fn changed(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> BTreeSet<String> {
    let paths = before.keys().chain(after.keys());
    paths.filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

/// What came of the flips of one example.
#[derive(Default)]
struct Outcome {
    tried: usize,
    kept: usize,
    refused: usize,
    wrong: Vec<String>,
    rendered: BTreeSet<String>,
}

fn flip(name: &'static str) -> Outcome {
    let example = example(name);
    let (catalog, strict) = (without_controls(), Catalog::load().unwrap_or_else(|e| panic!("{e}")));
    let plan = example.plan(&catalog, Vec::new()).unwrap_or_else(|e| panic!("{name}: {e}"));
    let renderer = Renderer::new(&catalog.templates, &report::marks(&plan)).unwrap_or_else(|e| panic!("{e}"));
    let before = acted_on(&catalog, &renderer, &plan);
    let mut outcome = Outcome::default();
    let flipped_here = |origin: &Origin| !name.contains(", ") || matches!(origin, Origin::Environment(_));
    for (key, now) in plan.values.iter().filter(|(_, now)| flipped_here(&now.origin)) {
        let id = id_of(key);
        for value in others(key, &now.value) {
            outcome.tried += 1;
            let set = format!("{}={value}", as_set(key));
            let mut say = |what: String| outcome.wrong.push(format!("{}: {set}: {what}", example.name));
            let more =
                TOGETHER.iter().filter(|(flip, _)| *flip == set && name == "shop").map(|(_, more)| (*more).to_string());
            let sets: Vec<String> = [set.clone()].into_iter().chain(more).collect();
            let named = |problems: &Problems| {
                let said = problems.to_string();
                said.contains(&id)
                    || sets.iter().any(|set| set.split_once('=').is_some_and(|(key, _)| said.contains(key)))
            };
            // With its controls, the example takes the value as well, or a control says by name that it does not.
            match example.plan(&strict, sets.clone()) {
                Ok(_) => outcome.kept += 1,
                Err(problems) if named(&problems) => outcome.refused += 1,
                // An exception to a control that nothing breaks any more is refused by the name of the control.
                Err(problems) if problems.to_string().contains("has no effect: no setting breaks the control") => {
                    outcome.refused += 1;
                }
                Err(problems) => say(format!("is refused without being named: {problems}")),
            }
            let flipped = match example.plan(&catalog, sets.clone()) {
                Ok(plan) => plan,
                Err(problems) if named(&problems) => continue,
                Err(problems) => {
                    say(format!("is refused without being named: {problems}"));
                    continue;
                }
            };
            let differs = changed(&before, &acted_on(&catalog, &renderer, &flipped));
            let same = SAME.iter().any(|(example, flip, _)| *example == name && *flip == set);
            let idle = same || CONDITIONAL.iter().any(|(of, idle, _)| covers(of, &id) && idle(&plan, key));
            match (differs.is_empty(), idle) {
                (true, false) => say("changes nothing".into()),
                (false, true) => say(format!("is not idle here: {differs:?}")),
                _ => {}
            }
            let hears = |path: &str| differs.iter().any(|file| file.starts_with(path));
            if hears("azcli/") != hears("bicep/") && !ONE_PATH.iter().any(|(of, _)| *of == id) {
                say(format!("only one Azure path hears of it: {differs:?}"));
            }
            outcome.rendered.insert(id.clone());
        }
    }
    outcome
}

#[test]
fn every_setting_of_every_example_counts_in_every_value() {
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let running: Vec<_> = NAMES.iter().map(|name| scope.spawn(|| flip(name))).collect();
        running.into_iter().map(|thread| thread.join().expect("an outcome")).collect()
    });
    let tried: usize = outcomes.iter().map(|outcome| outcome.tried).sum();
    let wrong: Vec<&String> = outcomes.iter().flat_map(|outcome| &outcome.wrong).collect();
    eprintln!("{tried} values tried");
    assert!(
        wrong.is_empty(),
        "{} of {tried}\n{}",
        wrong.len(),
        wrong.iter().map(|w| w.as_str()).collect::<Vec<_>>().join("\n")
    );
    let with_controls = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>();
    let (kept, refused) = (with_controls(|o| o.kept), with_controls(|o| o.refused));
    assert!(kept > 300 && refused > 100 && kept + refused == tried, "{kept} kept, {refused} refused of {tried}");
    assert!(tried > 700, "only {tried} values were tried");
    // A setting that is refused in each of its values would prove nothing.
    let rendered = |id: &String| outcomes.iter().any(|outcome| outcome.rendered.contains(id));
    let never: Vec<String> = settings().into_iter().map(|setting| setting.id).filter(|id| !rendered(id)).collect();
    assert!(never.is_empty(), "never rendered with another value: {never:?}");
}

/// Settings that a few others switch off: what is left without effect is refused, or in this table.
#[test]
fn no_setting_is_ignored_where_another_one_is_switched() {
    let switches =
        ["registry.enabled=false", "network.egress=\"load-balancer\"", "network.egress=\"none\"", "ci.github=false"];
    let idle = [("ci.github=false", "output.dir", "it says where the tree goes")];
    let (catalog, example) = (without_controls(), example("quickstart"));
    let mut ignored = Vec::new();
    for switch in switches {
        let plan = example.plan(&catalog, vec![switch.into()]).unwrap_or_else(|e| panic!("{switch}: {e}"));
        let renderer = Renderer::new(&catalog.templates, &report::marks(&plan)).unwrap_or_else(|e| panic!("{e}"));
        let before = acted_on(&catalog, &renderer, &plan);
        for (key, now) in &plan.values {
            let known = idle.iter().any(|(of, setting, _)| *of == switch && setting == key);
            if known || CONDITIONAL.iter().any(|(of, idle, _)| covers(of, key) && idle(&plan, key)) {
                continue;
            }
            let other = others(key, &now.value).into_iter().next().expect("another value");
            let sets = vec![switch.into(), format!("{key}={other}")];
            if let Ok(flipped) = example.plan(&catalog, sets)
                && changed(&before, &acted_on(&catalog, &renderer, &flipped)).is_empty()
            {
                ignored.push(format!("{switch}: {key}={other} changes nothing"));
            }
        }
    }
    assert!(ignored.is_empty(), "{}", ignored.join("\n"));
}
