//! Exceptions to one place of a control: they show where they act, and every other place stays demanded.

use std::collections::BTreeSet;
use std::fs;

use aks_harden::catalog::Catalog;
use aks_harden::catalog::evidence::World;
use aks_harden::error::Problems;
use aks_harden::evidence::{holds, holds_but, kubernetes};
use aks_harden::plan::{ControlState, Input, Plan, resolve};

use crate::program::{root, run};
use crate::values::others;

fn catalog() -> Catalog {
    Catalog::load().unwrap_or_else(|e| panic!("{e}"))
}

fn shop() -> String {
    fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop")
}

/// The shop, with a redis that has the user id of its own image.
fn with_redis() -> String {
    let text = shop().replace("[workloads.redis]\n", "[workloads.redis]\nuser = 999\n");
    assert!(text.contains("user = 999"));
    text
}

fn exception(control: &str, at: &str) -> String {
    format!(
        "\n[[exception]]\ncontrol = \"{control}\"\n{at}\nreason = \"its files are of 999\"\nowner = \"shop-team\"\nexpires = 2027-06-30\n"
    )
}

fn plan(text: &str, sets: &[String]) -> Result<Plan, Problems> {
    let input = Input { file: "aks-harden.toml".into(), text: text.into(), sets: sets.into(), ..Input::default() };
    resolve(&catalog(), &input)
}

fn refusal(text: &str) -> String {
    plan(text, &[]).expect_err("this has to be refused").to_string()
}

#[test]
fn it_is_about_its_place_alone() {
    let bare = refusal(&with_redis());
    assert!(bare.contains("at = \"workloads.redis\"\n"), "what to write names the place: {bare}");
    let text = with_redis() + &exception("non-root", "at = \"workloads.redis\"");
    let made = plan(&text, &[]).unwrap_or_else(|e| panic!("{e}"));
    assert!(matches!(&made.controls["non-root"], ControlState::Partly(of) if of.len() == 1));
    let two = text.replace("[workloads.user]\n", "[workloads.user]\nuser = 998\n");
    let said = refusal(&two);
    assert!(said.contains("`workloads.user.user` is 998") && !said.contains("`workloads.redis.user`"), "{said}");
    let both = two.clone() + &exception("non-root", "at = \"workloads.user\"");
    let made = plan(&both, &[]).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(made.controls["non-root"].exceptions().len(), 2);
    let elsewhere = refusal(&text.replace("[access]\n", "[access]\nlocal_accounts = true\n"));
    assert!(elsewhere.contains("no-local-accounts"), "{elsewhere}");
}

#[test]
fn one_that_is_not_needed_or_names_no_place_is_refused() {
    for (at, words) in [
        ("at = \"workloads.reddis\"", "did you mean \"workloads.redis\"?"),
        ("at = \"nodes.pools.user\"", "its places are: workloads.frontend, workloads.message"),
        ("at = \"workloads.message\"", "has no effect: no setting breaks the control there"),
        ("at = \"\"", "the control `non-root` is not about ``"),
        ("at = 7", "`at` of an exception has to be text in quotes, not 7"),
    ] {
        let said = refusal(&(with_redis() + &exception("non-root", at)));
        assert!(said.contains(words), "{at}: {said}");
        // One that cannot be read may have been to this place: its control is not called broken beside it.
        let broken = said.contains("`workloads.redis.user` is 999");
        assert_eq!(broken, !at.ends_with('7'), "{at} is to another place: {said}");
    }
    let whole = shop().replace("[access]\n", "[access]\nlocal_accounts = true\n");
    let said = refusal(&(whole + &exception("no-local-accounts", "at = \"access\"")));
    assert!(said.contains("leave `at` out"), "{said}");
    let twice = with_redis() + &exception("non-root", "at = \"workloads.redis\"").repeat(2);
    assert!(refusal(&twice).contains("two exceptions to `non-root` at `workloads.redis`"));
    let all_and_one = with_redis() + &exception("non-root", "") + &exception("non-root", "at = \"workloads.redis\"");
    assert!(refusal(&all_and_one).contains("two exceptions to `non-root`"));
    let forged = exception("non-root", "at = \"workloads.redis\"").replace("its files", "x # control: seccomp");
    assert!(refusal(&(with_redis() + &forged)).contains("holds `control: `"));
}

#[test]
fn evidence_of_every_other_place_is_demanded() {
    let catalog = catalog();
    let text = with_redis() + &exception("non-root", "at = \"workloads.redis\"");
    let made = plan(&text, &[]).unwrap_or_else(|e| panic!("{e}"));
    let tree = aks_harden::generate(&catalog, &made).unwrap_or_else(|e| panic!("{e}"));
    let resources = kubernetes::read(&tree).unwrap_or_else(|e| panic!("{e}"));
    let control = &catalog.controls["non-root"];
    assert!(!holds(control, World::Kubernetes, &resources), "redis does break it");
    assert!(holds_but(control, World::Kubernetes, &resources, &["workloads.redis"]));
    for resource in resources.iter().filter(|r| r.kind == "PodTemplate" && r.name != "Deployment redis") {
        let mut weaker = resources.clone();
        let pod = weaker.iter_mut().find(|other| other.id == resource.id).expect("the same pod");
        pod.body["template"]["spec"]["securityContext"]["runAsUser"] = 0.into();
        assert!(!holds_but(control, World::Kubernetes, &weaker, &["workloads.redis"]), "{} may be root", resource.id);
    }
}

#[test]
fn it_shows_in_the_report_in_check_and_where_it_acts() {
    let here = tempfile::tempdir().expect("a folder");
    let at = |text: &str| fs::write(here.path().join("aks-harden.toml"), text).expect("a profile file");
    at(&shop());
    assert_eq!(run(here.path(), &["render"]).code, 0);
    at(&(with_redis() + &exception("non-root", "at = \"workloads.redis\"")));
    let as_of = |day: &str| run(here.path(), &["check", "--as-of", day, "--expiring-within", "30d"]);
    let before = as_of("2026-11-26");
    assert_eq!(before.code, 1, "an excepted weakening is a difference, no loss: {}", before.said());
    let changed = run(here.path(), &["diff", "--stat"]);
    assert!(changed.out.contains("non-root") && changed.out.contains("workloads.redis"), "{}", changed.out);
    assert_eq!(run(here.path(), &["render"]).code, 0);
    let read = |path: &str| fs::read_to_string(here.path().join("generated").join(path)).expect("a file");
    let subject = "exception: non-root at workloads.redis until 2027-06-30: its files are of 999 (shop-team)";
    assert!(read("kubernetes/workloads/redis.yaml").contains(&format!("runAsUser: 999 # {subject}")));
    for other in ["workloads/frontend.yaml", "workloads/user.yaml", "cloudflared.yaml"] {
        let text = read(&format!("kubernetes/{other}"));
        assert!(text.contains("# control: non-root") && !text.contains("exception: "), "{other}");
    }
    let report = read("CONTROLS.md");
    assert!(
        report.contains("| [non-root](#non-root) | `workloads.redis` | 2027-06-30 | shop-team | its files"),
        "{report}"
    );
    assert!(report.contains("| [non-root](#non-root) | partly |") && report.contains("redis.yaml#L"));
    let live = as_of("2026-11-26");
    let said = "non-root excepted at workloads.redis until 2027-06-30 by shop-team: its files are of 999";
    assert!(live.code == 0 && live.out.contains(said), "{}", live.said());
    assert!(as_of("2027-06-15").out.contains("exception to non-root at workloads.redis"));
    assert_eq!((as_of("2027-06-30").code, as_of("2027-07-01").code), (0, 4));
    let json = run(here.path(), &["check", "--as-of", "2026-11-26", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["exceptions"][0]["at"], "workloads.redis");
    let explained = run(here.path(), &["explain", "non-root", "aks-harden.toml"]);
    assert!(explained.out.contains("restricted, but excepted at workloads.redis until"), "{}", explained.out);
    at(&shop());
    let back = run(here.path(), &["diff", "--stat"]).out;
    assert!(back.contains("no longer excepted at workloads.redis"), "{back}");
}

/// Whatever place a control is about: an exception to it is written into the tree, and the other places are not.
#[test]
fn every_place_of_every_control_can_be_excepted_and_says_so() {
    let catalog = catalog();
    let example = plan(&shop(), &[]).unwrap_or_else(|e| panic!("{e}"));
    let mut tried = Vec::new();
    for control in catalog.controls.values() {
        for requirement in control.requires.iter().filter(|r| r.setting.contains(".*.")) {
            for (key, now) in &example.values {
                if !aks_harden::plan::describe::matches(&requirement.setting, key) {
                    continue;
                }
                let at = key.rsplit_once('.').expect("a dotted key").0;
                let breaks = |value: &toml::Value| {
                    !requirement.operator.holds(Some(&serde_json::to_value(value).expect("JSON")))
                };
                let text = shop() + &exception(&control.id, &format!("at = \"{at}\""));
                // A value may break a rule between settings as well; then the next one shows it.
                let one = now.value.as_array().and_then(|items| Some(toml::Value::Array(vec![items.first()?.clone()])));
                let mut broken = one.into_iter().chain(others(key, &now.value)).filter(breaks);
                let Some(made) = broken.find_map(|value| plan(&text, &[format!("{key}={value}")]).ok()) else {
                    continue;
                };
                let tree = aks_harden::generate(&catalog, &made).unwrap_or_else(|e| panic!("{e}"));
                let comment = format!("exception: {} at {at} until 2027-06-30", control.id);
                let says =
                    |path: &str| tree.0.iter().any(|(p, a)| p.as_str().starts_with(path) && a.text.contains(&comment));
                let azure = at.starts_with("nodes.");
                let shown = if azure { says("azcli/") && says("bicep/") } else { says("kubernetes/") };
                assert!(shown, "{comment} stands nowhere");
                tried.push((control.id.clone(), at.to_string()));
            }
        }
    }
    for control in ["non-root", "zones-and-autoscaling", "isolated-system-pool"] {
        assert!(tried.iter().any(|(id, _)| id == control), "{control} was not tried: {tried:?}");
    }
}

/// Whatever a control is about: an exception to all of it stands in each target that shows the control.
#[test]
fn every_exception_is_said_in_the_targets_that_it_is_about() {
    let catalog = catalog();
    let example = plan(&shop(), &[]).unwrap_or_else(|e| panic!("{e}"));
    let mut tried = BTreeSet::new();
    for control in catalog.controls.values().filter(|control| example.controls.contains_key(&control.id)) {
        for requirement in &control.requires {
            let keys =
                example.values.iter().filter(|(key, _)| aks_harden::plan::describe::matches(&requirement.setting, key));
            let breaks =
                |value: &toml::Value| !requirement.operator.holds(Some(&serde_json::to_value(value).expect("JSON")));
            let text = shop() + &exception(&control.id, "");
            let made = keys.filter_map(|(key, now)| {
                let mut broken = others(key, &now.value).into_iter().filter(breaks);
                broken.find_map(|value| plan(&text, &[format!("{key}={value}")]).ok())
            });
            let Some(made) = made.into_iter().next() else { continue };
            let tree = aks_harden::generate(&catalog, &made).unwrap_or_else(|e| panic!("{e}"));
            let comment = format!("exception: {} until 2027-06-30", control.id);
            let says =
                |path: &str| tree.0.iter().any(|(p, a)| p.as_str().starts_with(path) && a.text.contains(&comment));
            for evidence in &control.evidence {
                match evidence.world() {
                    World::Azure => assert!(says("azcli/") && says("bicep/"), "{comment} stands nowhere in Azure"),
                    World::Kubernetes => assert!(says("kubernetes/"), "{comment} stands nowhere in the manifests"),
                }
            }
            tried.insert(control.id.clone());
        }
    }
    for control in ["registry-audit-logs", "no-node-ports", "block-imds", "vnet-integration"] {
        assert!(tried.contains(control), "{control} was not tried: {tried:?}");
    }
    assert!(tried.len() > 30, "only {} were tried: {tried:?}", tried.len());
}

/// What does not fit the schema has another value in the settings that are looked at than the file says.
#[test]
fn nothing_is_said_of_a_value_that_is_not_there() {
    let select = |text: String| text.replace("controls = [", "controls = [\"etcd-own-key\", ");
    for (text, slip) in [
        (select(shop()) + "\n[encryption]\netcd = \"Custmer\"\n", "Custmer"),
        (shop().replace("alert_emails = [", "alert_emails = 9 #"), "alert_emails"),
    ] {
        let said = refusal(&text);
        assert!(said.contains(slip) && !said.contains("but the control"), "{said}");
    }
}
