//! The ways out: one table refuses, and is what people are told; where there is no way out, every image comes from inside.

use aks_harden::catalog::Catalog;
use aks_harden::evidence::kubernetes;
use aks_harden::plan::describe::settings;
use aks_harden::plan::egress::{Fate, exclusions, name, of_plan, parse};
use aks_harden::plan::settings::Egress;
use aks_harden::plan::{Input, resolve};
use serde_json::Value;

use crate::examples;
use crate::program::{root, run};

fn ways() -> Vec<Egress> {
    let setting = settings().into_iter().find(|setting| setting.id == "network.egress").expect("the setting");
    setting.allowed.iter().map(|allowed| parse(&allowed.value).expect("a way out")).collect()
}

#[test]
fn every_way_out_says_what_it_rules_out() {
    let here = tempfile::tempdir().expect("a folder");
    let ran = run(here.path(), &["explain", "network.egress", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    for way in ways() {
        let told = said["ways_out"][name(way)].as_array().expect("a list").len();
        assert!(told >= 3 && told == exclusions(way).count(), "{}: {told}", name(way));
    }
}

#[test]
fn what_a_way_out_refuses_has_a_bad_profile() {
    let folder = root().join("tests/bad-profiles");
    let samples: String = std::fs::read_dir(folder)
        .expect("samples")
        .map(|entry| {
            String::from_utf8_lossy(&std::fs::read(entry.expect("an entry").path()).expect("a file")).into_owned()
        })
        .collect();
    for way in ways() {
        for refused in exclusions(way).filter(|e| e.fate == Fate::Refused) {
            let words = format!("` and `network.egress` = \"{}\"", name(way));
            let reason = refused.why.split([',', ';']).next().unwrap_or_default();
            let found = samples.lines().filter(|line| line.starts_with("# expect: "));
            let told =
                found.filter(|line| line.contains(&words) || reason.contains(line.trim_start_matches("# expect: ")));
            assert!(told.count() >= 2, "no sample asks for {} with {}", refused.what, name(way));
        }
    }
}

#[test]
fn the_runbook_says_what_the_table_says() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    for example in examples::all(&catalog) {
        let runbook = &example.tree.get("RUNBOOK.md").expect("a runbook").text;
        for exclusion in of_plan(&example.plan.settings) {
            // Stars and underscores are escaped there.
            let plain = |text: &str| text.replace('\\', "");
            assert!(plain(runbook).contains(exclusion.what), "{}: {}", example.name, exclusion.what);
            assert!(plain(runbook).contains(exclusion.why), "{}: {}", example.name, exclusion.why);
        }
    }
}

#[test]
fn without_a_way_to_registries_every_image_comes_from_inside() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let mut closed = 0;
    for example in examples::all(&catalog) {
        if !matches!(example.plan.settings.network.egress, Egress::Firewall | Egress::None) {
            continue;
        }
        for resource in kubernetes::read(&example.tree).unwrap_or_else(|e| panic!("{e}")) {
            let pod = &resource.body["spec"]["template"]["spec"];
            for container in pod["containers"].as_array().into_iter().chain(pod["initContainers"].as_array()).flatten()
            {
                let image = container["image"].as_str().expect("an image");
                let inside = image.split('/').next().is_some_and(|host| host.ends_with(".azurecr.io"));
                assert!(inside || image.starts_with("mcr.microsoft.com/"), "{}: {image}", example.name);
                assert!(image.contains("@sha256:"), "{}: {image}", example.name);
                closed += 1;
            }
        }
    }
    assert!(closed > 1, "no example is closed");
}

/// A public API server takes calls from listed ranges alone, and nodes call it too: by the load balancer's address, which AKS lets
/// in by itself, or by the gateway's, which the tree has to add.
#[test]
fn nodes_reach_a_public_api_server_by_the_address_that_they_leave_by() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text = include_str!("../../examples/public/aks-harden.toml");
    let added = |egress: &str| {
        let sets = vec![format!("network.egress={egress}")];
        let input = Input { file: "aks-harden.toml".into(), text: text.into(), sets, ..Input::default() };
        let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
        let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
        let has = |path: &str, words: &str| tree.get(path).expect("a file").text.contains(words);
        [
            has("azcli/50-cluster.sh", "az network public-ip show")
                || has("azcli/expectations.sh", "az network public-ip show"),
            has("bicep/main.bicep", "egress.outputs.address"),
            has("RUNBOOK.md", "from the address that its nodes leave by"),
        ]
    };
    assert_eq!(added("nat-gateway"), [true; 3]);
    assert_eq!(added("load-balancer"), [false; 3]);
}

/// A public API server takes calls from the nodes too, which come by the address of whatever they leave through.
#[test]
fn nodes_are_let_in_by_the_address_that_they_leave_by() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let file = root().join("examples/public/aks-harden.toml");
    let text = std::fs::read_to_string(file).expect("a profile file");
    for (way, bicep, az) in [
        ("firewall", "[firewallAddress.outputs.address]", "--name \"$FIREWALL_IP\")"),
        ("nat-gateway", "[egress.outputs.address]", "--name \"$PUBLIC_IP\")"),
    ] {
        let text = text.replace("egress = \"load-balancer\"", &format!("egress = \"{way}\""));
        let input = Input { file: "aks-harden.toml".into(), text, ..Input::default() };
        let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{way}: {e}"));
        let tree = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
        let has = |path: &str, text: &str| tree.get(path).is_some_and(|file| file.text.contains(text));
        assert!(has("bicep/main.bicep", bicep), "{way}: {bicep}");
        assert!(has("azcli/expectations.sh", az), "{way}: {az}");
    }
}
