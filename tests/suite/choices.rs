//! Every value of every setting with a closed list is rendered, where a control forbids it by way of an exception.

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::describe::settings;
use aks_harden::plan::{ControlState, Input, Plan, resolve};

use crate::program::root;

/// What a value needs beside it.
const TOGETHER: &[(&str, &[&str])] = &[
    ("storage.kind=\"files\"", &["storage.classes.disk-private.kind=\"disk\""]),
    ("storage.sku=\"Standard_LRS\"", &["storage.classes.disk-private.sku=\"Premium_LRS\""]),
    ("storage.sku=\"Standard_ZRS\"", &["storage.classes.disk-private.sku=\"Premium_LRS\""]),
    ("storage.classes.disk-private.kind=\"files\"", FILES),
    ("storage.classes.disk-private.sku=\"Standard_LRS\"", STANDARD_FILES),
    ("storage.classes.disk-private.sku=\"Standard_ZRS\"", STANDARD_FILES),
    ("network.egress=\"user-defined-routing\"", &["network.next_hop=\"10.200.0.4\""]),
    (
        "network.acns=\"FQDN\"",
        &[
            "network.flows=[\"tunnel -> frontend\", \"vnet -> frontend\", \"user -> fqdn:login.microsoftonline.com:443\"]",
        ],
    ),
    (
        "network.acns=\"L7\"",
        &["network.flows=[\"tunnel -> frontend\", \"vnet -> frontend\", \"frontend -> user: GET /*\"]"],
    ),
    ("nodes.pools.user.mode=\"none\"", &["nodes.pools.apps.mode=\"user\""]),
    ("nodes.pools.user.mode=\"system\"", &["nodes.pools.apps.mode=\"user\""]),
    (
        "nodes.pools.user.mode=\"sandboxed\"",
        &[
            "nodes.pools.apps.mode=\"user\"",
            "nodes.pools.user.trusted_launch=false",
            "nodes.pools.user.taints=[\"sandbox=kata:NoSchedule\"]",
        ],
    ),
    (
        "nodes.pools.user.mode=\"gateway\"",
        &[
            "nodes.pools.apps.mode=\"user\"",
            "nodes.pools.user.autoscaling=false",
            "nodes.pools.user.min=2",
            "nodes.pools.user.max=2",
            "network.egress=\"load-balancer\"",
            "workloads.user.egress_gateway=\"user\"",
        ],
    ),
    ("access.api=\"public\"", &["access.dns_zone=\"system\""]),
    ("access.bootstrap=\"gitops\"", &["access.gitops.url=\"https://git.contoso.net/shop/cluster.git\""]),
    (
        "access.dns_rights=\"elsewhere\"",
        &[
            "access.dns_zone=\"/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg-names/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io\"",
        ],
    ),
    ("access.standing=[\"bastion\"]", &["access.bastion.jump_host=true"]),
    (
        "access.standing=[\"peering\"]",
        &[
            "network.peerings={hub={network=\"/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub\", ranges=[\"10.0.0.0/20\"], rights=\"elsewhere\", gateway=false, forwarded=false}}",
        ],
    ),
    ("access.bastion.sku=\"Premium\"", &["access.standing=[\"bastion\"]", "access.bastion.jump_host=true"]),
    ("images.admit=\"any\"", &["images.registries=[]"]),
    ("key_vault.identity=\"addon\"", &["workloads.message.keys=[]"]),
    (
        "key_vault.identity=\"service-principal\"",
        &[
            "workloads.message.keys=[]",
            "key_vault.service_principal=\"2f3c6d0a-3b1f-5a4e-8f0e-5d1c2b3a4f5e\"",
            "key_vault.service_principal_object=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\"",
        ],
    ),
    (
        "workloads.frontend.vault_identity=\"service-principal\"",
        &[
            "key_vault.service_principal=\"2f3c6d0a-3b1f-5a4e-8f0e-5d1c2b3a4f5e\"",
            "key_vault.service_principal_object=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\"",
        ],
    ),
    (
        "tunnel.kind=\"config\"",
        &[
            "tunnel.id=\"7c9e6679-7425-50de-944b-e07fc1f90ae7\"",
            "workloads.frontend.tunnel_hosts=[\"shop.contoso.com\"]",
        ],
    ),
];

/// The one class becomes one of files: another is the default, and somebody mounts it.
const FILES: &[&str] = &[
    "storage.classes.disk-private.sku=\"Premium_ZRS\"",
    "storage.classes.disk-private.default=false",
    "storage.classes.more.default=true",
    "workloads.user.volumes=[\"data: disk-private 100Gi /data\"]",
];
const STANDARD_FILES: &[&str] = &[
    "storage.classes.disk-private.kind=\"files\"",
    "storage.classes.disk-private.default=false",
    "storage.classes.more.default=true",
    "workloads.user.volumes=[\"data: disk-private 100Gi /data\"]",
];

/// Values that a shop with a tunnel, with secrets and with images from elsewhere cannot have.
const QUIET: [&str; 2] = ["network.egress=\"none\"", "network.egress=\"firewall\""];

fn plan(catalog: &Catalog, text: &str, sets: &[String]) -> Result<Plan, Problems> {
    resolve(
        catalog,
        &Input { file: "aks-harden.toml".into(), text: text.into(), sets: sets.into(), ..Input::default() },
    )
}

/// The controls that a refusal names.
fn controls_of(problems: &Problems) -> Vec<String> {
    let id = |problem: &aks_harden::error::Problem| {
        let (_, rest) = problem.what.split_once("but the control `")?;
        rest.split_once('`').map(|(id, _)| id.to_string())
    };
    let mut ids: Vec<String> = problems.0.iter().filter_map(id).collect();
    ids.dedup();
    ids
}

#[test]
fn every_value_of_every_list_is_rendered() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let read = |name: &str| {
        std::fs::read_to_string(root().join(format!("examples/{name}/aks-harden.toml"))).expect("an example")
    };
    let (shop, quickstart, firewall) = (read("shop"), read("quickstart"), read("firewall"));
    let (mut rendered, mut excepted) = (0, 0);
    // Peerings are all of the user's own: the one above has the one value, the hub of the examples the other.
    let of_all = |id: &str| !id.starts_with("network.peerings.*");
    for setting in settings().iter().filter(|setting| !setting.allowed.is_empty() && of_all(&setting.id)) {
        for allowed in &setting.allowed {
            let value = format!("\"{}\"", allowed.value);
            let value = if setting.kind.starts_with("list") { format!("[{value}]") } else { value };
            let mut id = setting.id.replace("nodes.pools.*", "nodes.pools.user");
            for (any, one) in [("workloads.*", "workloads.frontend"), ("teams.*", "teams.developers")] {
                id = id.replace(any, one);
            }
            let mut sets = vec![format!("{}={value}", id.replace("storage.classes.*", "storage.classes.disk-private"))];
            let more = TOGETHER.iter().filter(|(set, _)| *set == sets[0]).flat_map(|(_, more)| more.iter());
            let more: Vec<String> = more.map(|set| (*set).to_string()).collect();
            sets.extend(more);
            let text = match &sets[0] {
                set if QUIET.contains(&set.as_str()) => &quickstart,
                set if set.starts_with("network.firewall.") => &firewall,
                _ => &shop,
            };
            let found = plan(&catalog, text, &sets).or_else(|problems| {
                let ids = controls_of(&problems);
                assert!(!ids.is_empty(), "{sets:?} is refused, and not by a control: {problems}");
                let exception = |id: &String| {
                    format!("\n[[exception]]\ncontrol = \"{id}\"\nreason = \"a test\"\nowner = \"tests\"\nexpires = 2027-06-30\n")
                };
                plan(&catalog, &(text.clone() + &ids.iter().map(exception).collect::<String>()), &sets)
            });
            let plan = found.unwrap_or_else(|e| panic!("{sets:?}: {e}"));
            let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{sets:?}: {e}"));
            assert!(tree.0.len() > 40, "{sets:?}: {} files", tree.0.len());
            let off = plan.controls.values().filter(|state| matches!(state, ControlState::Excepted(_))).count();
            if off > 0 {
                let said = &tree.get("CONTROLS.md").expect("the report").text;
                assert!(said.contains("a test"), "{sets:?}: the report keeps an exception to itself");
            }
            excepted += usize::from(off > 0);
            rendered += 1;
        }
    }
    assert!(rendered > 40 && excepted > 5, "{rendered} values, {excepted} with an exception");
}
