//! Environments: one profile file, the same controls, a tree for each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::environments::{differences, names, resolve};
use aks_harden::plan::layer::Origin;
use aks_harden::plan::{ControlState, Input, Plan, profile_schema};
use serde_json::Value;

use crate::program::{Ended, run};

const TWO: &str = r#"extends = "restricted"

[azure]
subscription = "a11b702f-32ad-5b83-ae8a-31ba2d77b7ec"
tenant = "6e3ff2bb-0308-57b9-86e4-508ca4f07082"

[cluster]
location = "westeurope"

[access]
admin_group = "599676d5-a2a9-5f6b-951a-3c1421c908ec"

[environments.dev]
cluster.name = "shop-dev"
nodes.pools.user = { min = 3, max = 4, zones = ["1"] }

[environments.prod]
azure.subscription = "b11b702f-32ad-5b83-ae8a-31ba2d77b7ec"
cluster.name = "shop"
network.vnet = "10.41.0.0/16"
"#;

fn exception(environment: &str) -> String {
    format!(
        "\n[[exception]]\ncontrol = \"zones-and-autoscaling\"\nreason = \"one zone is cheap\"\nowner = \"ops\"\n\
         expires = 2027-06-30\n{environment}\n"
    )
}

fn for_dev() -> String {
    TWO.to_string() + &exception("environment = \"dev\"")
}

fn plans(text: &str, wanted: &[&str], sets: &[&str]) -> Result<Vec<Plan>, Problems> {
    let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let input = Input { file: "aks-harden.toml".into(), text: text.into(), sets: words(sets), ..Input::default() };
    resolve(&Catalog::load().unwrap(), &input, &words(wanted), &BTreeMap::new())
}

fn refusal(text: &str, wanted: &[&str], sets: &[&str]) -> String {
    plans(text, wanted, sets).expect_err("this has to be refused").to_string()
}

fn of(plans: &[Plan]) -> Vec<&str> {
    plans.iter().map(|plan| plan.environment.as_deref().unwrap_or("none")).collect()
}

#[test]
fn each_stands_above_the_file_and_below_set() {
    let both = plans(&for_dev(), &[], &[]).unwrap();
    assert_eq!(of(&both), ["dev", "prod"]);
    let value = |plan: &Plan, key: &str| plan.values[key].clone();
    let (dev, prod) = (&both[0], &both[1]);
    assert_eq!(value(dev, "cluster.name").origin, Origin::Environment("dev".into()));
    let place = value(dev, "cluster.name").place.unwrap();
    assert_eq!((place.line, place.text.as_str()), (14, "cluster.name = \"shop-dev\""));
    assert_eq!(value(dev, "nodes.pools.user.max").place.unwrap().line, 15);
    assert_eq!(value(dev, "azure.subscription").origin, Origin::File);
    assert_eq!(value(prod, "azure.subscription").place.unwrap().line, 18);
    assert_eq!(value(dev, "nodes.pools.user.size").origin, Origin::Profile("base".into()), "tables merge");
    let set = plans(&for_dev(), &["prod"], &["nodes.pools.user.max=20", "cluster.name=shop-two"]).unwrap();
    assert_eq!(of(&set), ["prod"]);
    assert_eq!(value(&set[0], "nodes.pools.user.max").origin, Origin::Set);
    assert_eq!((dev.output_dir(), prod.output_dir()), ("generated/dev".into(), "generated/prod".into()));
}

#[test]
fn what_is_asked_for_has_to_be_there() {
    assert_eq!(names("f", TWO).unwrap(), ["dev", "prod"]);
    let unknown = refusal(&for_dev(), &["pord"], &[]);
    assert!(unknown.contains("no environment `pord`") && unknown.contains("did you mean `prod`?"), "{unknown}");
    let none = TWO.split("[environments").next().unwrap().to_string() + "[environments]\n";
    assert!(refusal(&none, &[], &[]).contains("a table for each environment"));
    let plain = include_str!("../../examples/quickstart/aks-harden.toml");
    assert_eq!(of(&plans(plain, &[], &[]).unwrap()), ["none"]);
    assert!(refusal(plain, &["dev"], &[]).contains("the profile file has none"));
    let set = refusal(&for_dev(), &[], &["environments.dev.cluster.name=x"]);
    assert!(set.contains("`environments` is no setting"), "{set}");
}

#[test]
fn a_control_holds_in_each_unless_it_is_excepted_there() {
    let broken = refusal(TWO, &[], &[]);
    assert!(broken.contains("environment dev: `nodes.pools.user.zones`") && broken.contains("toml:15"), "{broken}");
    assert!(!broken.contains("environment prod"), "{broken}");
    for text in [for_dev(), TWO.to_string() + &exception("")] {
        let both = plans(&text, &[], &[]).unwrap();
        let state = |plan: &Plan| plan.controls["zones-and-autoscaling"].clone();
        assert!(matches!(state(&both[0]), ControlState::Excepted(_)));
        assert_eq!(state(&both[1]), ControlState::On, "where no setting breaks it, the control holds");
    }
    let both = for_dev() + &exception("");
    assert!(refusal(&both, &[], &[]).contains("two exceptions to `zones-and-autoscaling`"));
    let scoped = TWO.to_string() + &exception("environment = \"prod\"");
    let said = refusal(&scoped, &[], &[]);
    assert!(said.contains("environment prod: the exception") && said.contains("environment dev: `nodes"), "{said}");
    let idle = TWO.replace(", zones = [\"1\"]", "") + &exception("");
    let said = refusal(&idle, &[], &[]);
    assert!(said.contains("has no effect") && said.matches("error: ").count() == 1, "{said}");
    let elsewhere = TWO.to_string() + &exception("environment = \"test\"");
    assert!(refusal(&elsewhere, &[], &[]).contains("no environment `test`"));
}

#[test]
fn problems_of_all_are_said_once_and_those_of_one_name_it() {
    let all = for_dev().replace("westeurope", "West Europe");
    let said = refusal(&all, &[], &[]);
    assert!(said.matches("error: ").count() == 1 && !said.contains("environment"), "{said}");
    let one = for_dev().replace("cluster.name = \"shop\"", "");
    let said = refusal(&one, &["dev"], &[]);
    assert!(said.contains("environment prod: `cluster.name` is not set"), "a file is valid or it is not: {said}");
    let head = for_dev().replace("[environments.prod]", "[environments.prod]\ncontrols = []");
    assert!(refusal(&head, &[], &[]).contains("holds settings only"));
    for name in ["Dev", "a--b"] {
        let said = refusal(&TWO.replace("environments.dev", &format!("environments.{name}")), &[], &[]);
        assert!(said.contains(&format!("`{name}` is not a valid name")), "{said}");
    }
}

#[test]
fn two_of_them_are_two_clusters() {
    let same_name = for_dev().replace("\"shop-dev\"", "\"shop\"");
    assert!(plans(&same_name, &[], &[]).is_ok(), "the subscriptions differ");
    let same = same_name.replace("b11b702f", "A11B702F");
    let said = refusal(&same, &[], &[]);
    assert!(said.contains("environments dev, prod: both have the cluster `shop`"), "{said}");
    assert!(said.contains("toml:14") && said.contains("toml:19"), "both places: {said}");
}

#[test]
fn their_networks_can_be_joined() {
    let said = refusal(&for_dev(), &[], &["network.vnet=10.1.0.0/16"]);
    assert!(said.contains("name one with --environment") && !said.contains("write network.vnet"), "{said}");
    let within = for_dev().replace("\"10.41.0.0/16\"", "\"10.40.128.0/17\"");
    let said = refusal(&within, &[], &[]);
    assert!(
        said.contains("environments dev, prod: `network.vnet` is 10.40.0.0/16 in one and 10.40.128.0/17"),
        "{said}"
    );
    assert!(said.contains("toml:20") && said.contains("base.toml"), "both places: {said}");
    let third = "\n[environments.test]\ncluster.name = \"shop-test\"\n";
    let said = refusal(&(within + third), &[], &[]);
    let offers: Vec<&str> = said.split("write network.vnet = \"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert_eq!(offers.len(), 2, "each has its own: {said}");
    let ranges: Vec<ipnet::Ipv4Net> = offers.iter().map(|offer| offer.parse().unwrap()).collect();
    assert!(!ranges[0].contains(&ranges[1]) && !ranges[1].contains(&ranges[0]), "{said}");
    let taken = "10.40.0.0/16".parse::<ipnet::Ipv4Net>().unwrap();
    assert!(ranges.iter().all(|range| !taken.contains(range) && !range.contains(&taken)), "{said}");
}

#[test]
fn differences_are_those_that_controls_are_about() {
    let catalog = Catalog::load().unwrap();
    let found = differences(&catalog, &plans(&for_dev(), &[], &[]).unwrap());
    assert_eq!(found.controls.keys().collect::<Vec<_>>(), ["zones-and-autoscaling"]);
    assert_eq!(found.controls["zones-and-autoscaling"]["prod"], "on");
    assert!(found.controls["zones-and-autoscaling"]["dev"].starts_with("excepted until 2027-06-30 by ops"));
    assert!(found.settings["nodes.pools.user.zones"].controls.contains(&"zones-and-autoscaling".to_string()));
    assert!(!found.settings.contains_key("cluster.name"), "no control is about the name");
    assert!(differences(&catalog, &plans(&for_dev(), &["dev"], &[]).unwrap()).is_empty());
}

/// Editors offer in an environment what they offer at the top, but for the keys that are no settings.
#[test]
fn the_schema_knows_them() {
    let schema = profile_schema::profile_file(&Catalog::load().unwrap());
    let environment = &schema["properties"]["environments"]["additionalProperties"];
    assert_eq!(environment["properties"]["cluster"], schema["properties"]["cluster"]);
    assert_eq!(environment["additionalProperties"], Value::Bool(false));
    assert!(environment["properties"]["extends"].is_null() && environment["required"].is_null());
    assert!(schema["properties"]["exception"]["items"]["properties"]["environment"].is_object());
}

fn folder(text: &str) -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    fs::write(here.path().join("shop.toml"), text).expect("a profile file");
    here
}

fn read(here: &Path, path: &str) -> String {
    fs::read_to_string(here.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn json(ended: &Ended) -> Value {
    serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("{e}: {}", ended.said()))
}

const CHECK: [&str; 4] = ["check", "shop.toml", "--as-of", "2026-11-26"];

#[test]
fn a_tree_each_and_the_worst_code_wins() {
    let here = folder(&for_dev());
    let one = run(here.path(), &["render", "shop.toml", "--environment", "dev"]);
    assert_eq!(one.code, 0, "{}", one.said());
    assert!(here.path().join("generated/dev/azcli/deploy.sh").exists());
    assert!(!here.path().join("generated/prod").exists());
    let half = run(here.path(), &CHECK);
    assert_eq!(half.code, 1, "{}", half.said());
    assert!(half.out.contains("generated/dev") && half.out.contains("generated/prod"), "{}", half.out);
    assert_eq!(run(here.path(), &[&CHECK[..], &["-e", "dev"]].concat()).code, 0);
    assert_eq!(run(here.path(), &["render", "shop.toml"]).code, 0);
    let clean = run(here.path(), &CHECK);
    assert_eq!(clean.code, 0, "{}", clean.said());
    assert!(clean.out.contains("zones-and-autoscaling: dev excepted until"), "{}", clean.out);
    let edited = here.path().join("generated/prod/README.md");
    fs::write(&edited, "mine\n").expect("a write");
    let ended = run(here.path(), &[&CHECK[..], &["--format", "json"]].concat());
    let found = json(&ended);
    assert_eq!((ended.code, &found["exit"]), (3, &Value::from(3)));
    let codes: Vec<_> =
        found["environments"].as_array().unwrap().iter().map(|e| (&e["environment"], &e["exit"])).collect();
    assert_eq!(codes, [(&"dev".into(), &Value::from(0)), (&"prod".into(), &Value::from(3))]);
    assert_eq!(found["differences"]["controls"]["zones-and-autoscaling"]["prod"], "on");
    let late = run(here.path(), &["check", "shop.toml", "--as-of", "2027-07-01", "-e", "dev"]);
    assert_eq!(late.code, 4, "{}", late.said());
    let diff = run(here.path(), &["diff", "shop.toml", "--format", "json", "--set", "nodes.pools.user.max=9"]);
    assert_eq!(json(&diff)["environments"].as_array().map(Vec::len), Some(2));
    let out = run(here.path(), &["render", "shop.toml", "-e", "prod", "--out", "other"]);
    assert_eq!(out.code, 0, "{}", out.said());
    assert!(here.path().join("other/prod/aks-harden.lock").exists());
}

#[test]
fn a_tree_says_how_it_is_rendered_again() {
    let secret = "\n[images]\nregistries = [\"registry.k8s.io\"]\n\n[workloads.web]\nnamespace = \"apps\"\nimage = \"registry.k8s.io/e2e-test-images/agnhost:2.53@sha256:\
                  99c6b4bb4a1e1df3f0b3752168c89358794d02258ebebc26bf21c29399011a85\"\nport = 8080\nhealth = \"/ok\"\n\
                  secrets = [\"token\"]\n";
    let here = folder(&(for_dev() + secret));
    let ended = run(here.path(), &["render", "shop.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert!(ended.err.contains("not known yet in dev: web"), "{}", ended.err);
    let again = "run: aks-harden render shop.toml --environment dev\n";
    assert!(read(here.path(), "generated/dev/azcli/deploy.sh").contains(again));
    assert!(read(here.path(), "generated/dev/README.md").contains("aks-harden render shop.toml -e dev"));
    let runbook = read(here.path(), "generated/dev/RUNBOOK.md");
    assert!(runbook.contains("PATH/shop.dev.facts.toml"));
    assert!(runbook.contains("`aks-harden render shop.toml --environment dev`"));
    let apply = read(here.path(), "generated/prod/kubernetes/apply.sh");
    assert!(apply.contains("ENVIRONMENT='prod'") && apply.contains("FACTS_FILE='shop.prod.facts.toml'"), "{apply}");
    assert!(apply.contains("aks-harden render $PROFILE_FILE --environment $ENVIRONMENT   (with --out"));
    let workflow = read(here.path(), "generated/dev/ci/github/aks-harden.yml");
    let parsed: Value = serde_yaml::from_str(&workflow).expect("YAML");
    assert_eq!(parsed["env"]["TREE"], "generated/dev");
    assert_eq!(parsed["name"], "aks-harden dev");
    assert!(workflow.contains("group: aks-harden-dev-${{ github.ref }}"));
    assert_eq!(workflow.matches("--environment \"$ENVIRONMENT\"").count(), 3);
    let facts = "oidc_issuer = \"https://issuer\"\n[client_ids]\nweb = \"9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61\"\n";
    fs::write(here.path().join("shop.dev.facts.toml"), facts).expect("facts");
    let ended = run(here.path(), &["render", "shop.toml"]);
    assert!(!ended.err.contains("in dev") && ended.err.contains("in prod"), "{}", ended.err);
    assert!(here.path().join("generated/dev/kubernetes/facts").exists());
    assert!(!here.path().join("generated/prod/kubernetes/facts").exists());
}

#[test]
fn plan_shows_all_and_explain_takes_one() {
    let here = folder(&for_dev());
    let plan = run(here.path(), &["plan", "shop.toml"]);
    assert!(plan.out.contains("environment dev,") && plan.out.contains("environment prod,"), "{}", plan.out);
    assert!(plan.out.contains("shop.toml:14 (environment dev)"), "{}", plan.out);
    let one = json(&run(here.path(), &["plan", "shop.toml", "-e", "prod", "--format", "json"]));
    assert_eq!(one["environments"][0]["environment"], "prod");
    let explain =
        |more: &[&str]| run(here.path(), &[&["explain", "nodes.pools.user.zones", "shop.toml"], more].concat());
    assert!(explain(&["-e", "dev"]).out.contains("in shop.toml, environment dev"));
    let none = explain(&[]);
    assert!(none.code == 2 && none.err.contains("name one with --environment: dev, prod"), "{}", none.said());
    assert_eq!(none.err.matches("error: ").count(), 1, "what only an environment sets is not missing: {}", none.err);
}
