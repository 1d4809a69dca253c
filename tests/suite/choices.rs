//! Every value of every setting with a closed list is rendered, where a control forbids it by way of an exception.

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::describe::settings;
use aks_harden::plan::{ControlState, Input, Plan, resolve};

use crate::program::root;

/// What a value needs beside it.
const TOGETHER: [(&str, &str); 3] = [
    ("network.egress=\"user-defined-routing\"", "network.next_hop=\"10.200.0.4\""),
    (
        "network.acns=\"FQDN\"",
        "network.flows=[\"tunnel -> frontend\", \"vnet -> frontend\", \"user -> fqdn:login.microsoftonline.com:443\"]",
    ),
    (
        "network.acns=\"L7\"",
        "network.flows=[\"tunnel -> frontend\", \"vnet -> frontend\", \"frontend -> user: GET /*\"]",
    ),
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
    for setting in settings().iter().filter(|setting| !setting.allowed.is_empty()) {
        for allowed in &setting.allowed {
            let value = format!("\"{}\"", allowed.value);
            let value = if setting.kind.starts_with("list") { format!("[{value}]") } else { value };
            let mut sets = vec![format!("{}={value}", setting.id)];
            let more = TOGETHER.iter().filter(|(value, _)| *value == sets[0]).map(|(_, more)| (*more).to_string());
            sets.extend(more.collect::<Vec<_>>());
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
