//! Every value of every setting with a closed list is rendered, where a control forbids it by way of an exception.

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::describe::settings;
use aks_harden::plan::{ControlState, Input, Plan, resolve};

use crate::program::root;

/// What a value needs beside it.
const TOGETHER: [(&str, &[&str]); 12] = [
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
];

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
    let shop = std::fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    let (mut rendered, mut excepted) = (0, 0);
    // Peerings are all of the user's own: the one above has the one value, the hub of the examples the other.
    let of_all = |id: &str| !id.starts_with("network.peerings.*");
    for setting in settings().iter().filter(|setting| !setting.allowed.is_empty() && of_all(&setting.id)) {
        for allowed in &setting.allowed {
            let value = format!("\"{}\"", allowed.value);
            let value = if setting.kind.starts_with("list") { format!("[{value}]") } else { value };
            let key = setting.id.replace("nodes.pools.*", "nodes.pools.user").replace("teams.*", "teams.developers");
            let mut sets = vec![format!("{key}={value}")];
            let more = TOGETHER.iter().filter(|(set, _)| *set == sets[0]).flat_map(|(_, more)| more.iter());
            let more: Vec<String> = more.map(|set| (*set).to_string()).collect();
            sets.extend(more);
            let found = plan(&catalog, &shop, &sets).or_else(|problems| {
                let ids = controls_of(&problems);
                assert!(!ids.is_empty(), "{sets:?} is refused, and not by a control: {problems}");
                let exception = |id: &String| {
                    format!("\n[[exception]]\ncontrol = \"{id}\"\nreason = \"a test\"\nowner = \"tests\"\nexpires = 2027-06-30\n")
                };
                plan(&catalog, &(shop.clone() + &ids.iter().map(exception).collect::<String>()), &sets)
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
