//! The program itself, run as a user runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// How a run of the program ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// Everything that it printed.
    pub(crate) fn said(&self) -> String {
        format!("code {}\n{}{}", self.code, self.out, self.err)
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Runs the program in a folder, without a terminal and without anything of the caller's environment.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_aks-harden"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .expect("the program");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Ended { code: output.status.code().expect("a code"), out: text(output.stdout), err: text(output.stderr) }
}

fn json(arguments: &[&str]) -> Value {
    let ended = run(&root(), arguments);
    assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.said());
    serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("{arguments:?}: {e}\n{}", ended.out))
}

fn ids(list: &Value) -> Vec<String> {
    let one = |object: &Value| object["id"].as_str().unwrap_or_else(|| panic!("no id: {object}")).to_string();
    list.as_array().expect("an array").iter().map(one).collect()
}

#[test]
fn lists_are_arrays_of_objects_with_an_id_and_all_of_it_can_be_explained() {
    for what in ["profiles", "controls", "settings", "files"] {
        let found = ids(&json(&["list", what, "--format", "json"]));
        assert!(found.len() > 2, "{what}: {found:?}");
        let text = run(&root(), &["list", what]);
        assert_eq!(text.out.lines().count(), found.len() + 1, "one line each, and the head");
        let explained: &[String] = match what {
            "files" => &[],
            "settings" => &found[..12],
            _ => &found,
        };
        for id in explained {
            assert_eq!(json(&["explain", id, "--format", "json"])["id"], id.as_str());
            let text = run(&root(), &["explain", id]);
            assert!(text.code == 0 && text.out.starts_with(id.as_str()), "{}", text.said());
        }
    }
}

#[test]
fn explain_knows_what_is_not_there_yet_and_says_what_was_meant() {
    let planned = run(&root(), &["explain", "img-07"]);
    assert!(planned.code == 0 && planned.out.contains("not there yet"), "{}", planned.said());
    for (typed, meant) in [
        ("private-clustr", "`private-cluster`"),
        ("clustr.name", "`cluster.name`"),
        ("teir", "`cluster.tier`"),
        ("restrictd", "`restricted`"),
        ("network.subnets", "network.subnets.private_endpoints"),
    ] {
        let ended = run(&root(), &["explain", typed]);
        assert!(ended.code == 2 && ended.err.contains(meant), "{typed}: {}", ended.said());
    }
}

#[test]
fn with_a_profile_file_explain_says_what_holds_there() {
    let file = "examples/shop/aks-harden.toml";
    let setting = json(&["explain", "workloads.frontend.port", file, "--format", "json"]);
    assert_eq!(setting["id"], "workloads.*.port");
    assert_eq!(setting["here"][0]["value"], 8080);
    assert_eq!(setting["here"][0]["place"]["file"], file);
    let files = setting["files"].as_array().expect("files");
    assert!(files.contains(&"kubernetes/workloads/frontend.yaml".into()), "{files:?}");
    let control = json(&["explain", "block-imds", file, "--format", "json"]);
    assert_eq!(control["here"]["state"], "on");
    let line = control["here"]["lines"][0].as_str().expect("a line");
    assert!(line.starts_with("kubernetes/cluster-network.yaml:"), "{line}");
    let baseline = "examples/baseline/aks-harden.toml";
    assert_eq!(json(&["explain", "block-imds", baseline, "--format", "json"])["here"]["state"], "off");
}

#[test]
fn plan_shows_every_value_and_where_it_was_set() {
    let plan =
        json(&["plan", "examples/quickstart/aks-harden.toml", "--set", "nodes.pools.user.max=7", "--format", "json"]);
    assert_eq!(plan["chain"], serde_json::json!(["base", "baseline", "restricted"]));
    let settings = ids(&plan["settings"]);
    let find = |id: &str| &plan["settings"][settings.iter().position(|found| found == id).expect(id)];
    assert_eq!(
        (&find("nodes.pools.user.max")["value"], &find("nodes.pools.user.max")["origin"]),
        (&7.into(), &"--set".into())
    );
    assert_eq!(find("nodes.pools.user.min")["origin"], "default");
    assert_eq!(find("nodes.pools.user.subnet")["origin"], "allotted from network.vnet");
    assert_eq!(find("network.block_imds")["origin"], "profile restricted");
    assert_eq!(find("cluster.name")["place"]["line"], 9);
    assert!(ids(&plan["controls"]).contains(&"private-cluster".to_string()));
    let known = ids(&json(&["list", "settings", "--format", "json"]));
    for id in known.iter().filter(|id| !id.contains('*') && *id != "cluster.tags") {
        assert!(settings.contains(id), "{id} is not in the plan");
    }
}

const INPUTS: [&str; 5] = [
    "cluster.name=shop",
    "cluster.location=westeurope",
    "azure.subscription=a11b702f-32ad-5b83-ae8a-31ba2d77b7ec",
    "azure.tenant=6e3ff2bb-0308-57b9-86e4-508ca4f07082",
    "access.admin_group=599676d5-a2a9-5f6b-951a-3c1421c908ec",
];

fn init<'a>(more: &[&'a str], inputs: &[&'a str]) -> Vec<&'a str> {
    let sets = inputs.iter().flat_map(|input| ["--set", *input]);
    ["init", "--yes"].into_iter().chain(more.iter().copied()).chain(sets).collect()
}

#[test]
fn init_writes_a_file_that_renders_and_never_writes_over_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let ended = run(folder.path(), &init(&["--profile", "baseline"], &INPUTS));
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert!(ended.out.contains("aks-harden plan") && ended.out.contains("aks-harden render"), "{}", ended.said());
    let written = std::fs::read_to_string(folder.path().join("aks-harden.toml")).expect("the file");
    assert!(written.contains("extends = \"baseline\"") && written.contains("# The Azure region."), "{written}");
    assert_eq!(run(folder.path(), &["render"]).code, 0);
    assert_eq!(run(folder.path(), &["check", "--as-of", "2026-11-26"]).code, 0);

    let again = run(folder.path(), &init(&[], &INPUTS));
    assert!(again.code == 2 && again.err.contains("never overwrites"), "{}", again.said());
    assert_eq!(std::fs::read_to_string(folder.path().join("aks-harden.toml")).expect("the file"), written);
}

#[test]
fn init_names_all_that_is_missing_or_wrong_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, said) in [
        (vec!["init"], vec!["no terminal", "--yes", "--set azure.tenant=", "--set access.admin_group="]),
        (init(&[], &INPUTS[..1]), vec!["azure.subscription", "azure.tenant", "cluster.location", "access.admin_group"]),
        (init(&[], &["cluster.name=Shop_1", "azure.tenant=me"]), vec!["Shop_1", "GUID", "cluster.location"]),
        (init(&["--profile", "restrictd"], &INPUTS), vec!["did you mean `restricted`"]),
        (init(&["--set", "extends=baseline"], &INPUTS), vec!["--profile NAME"]),
        (init(&["--set", "nodes.pools.user.maxx=3"], &INPUTS), vec!["did you mean `nodes.pools.user.max`"]),
        (init(&["--set", "access.run_command=true"], &INPUTS), vec!["no-run-command"]),
    ] {
        let ended = run(folder.path(), &arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.said());
        for said in said {
            assert!(ended.err.contains(said), "{arguments:?} does not say {said}: {}", ended.said());
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn the_schema_holds_every_setting_with_its_default() {
    let schema = json(&["schema"]);
    let at = |path: &str| schema.pointer(path).unwrap_or_else(|| panic!("no {path}"));
    assert_eq!(at("/properties/cluster/properties/tier/default"), "standard");
    assert_eq!(at("/properties/nodes/properties/pools/additionalProperties/properties/max/default"), 10);
    assert_eq!(at("/properties/workloads/additionalProperties/properties/replicas/default"), 2);
    assert!(!schema.to_string().contains("\"required\":[\"subscription\""), "a profile file may leave everything out");
    assert_eq!(json(&["schema", "facts"])["properties"]["oidc_issuer"]["type"][0], "string");
}

#[test]
fn the_first_command_of_the_readme_writes_a_tree() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let commands: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("$ ")).take(2).collect();
    assert_eq!(commands[1], "cargo test");
    let arguments = commands[0].strip_prefix("cargo run --release -- ").expect("the first command renders");
    let (arguments, out) = arguments.split_once("--out ").expect("it says where to");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join(out).display().to_string();
    let arguments: Vec<&str> = arguments.split_whitespace().chain(["--out", &out]).collect();
    let ended = run(&root(), &arguments);
    assert_eq!(ended.code, 0, "{}", ended.said());
    for file in ["README.md", "RUNBOOK.md", "azcli/deploy.sh", "bicep/main.bicepparam", "kubernetes/apply.sh"] {
        assert!(Path::new(&out).join(file).is_file(), "{file}");
    }
}

#[test]
fn what_is_not_understood_is_json_where_json_was_asked_for() {
    for format in [&["--format", "json"][..], &["--format=json"]] {
        let ran = run(&root(), &[&["plan", "--bogus"], format].concat());
        let said: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}", ran.said()));
        assert!(ran.code == 2 && said["exit"] == 2, "{}", ran.said());
        assert!(said["errors"][0]["what"].as_str().is_some_and(|what| what.contains("--bogus")), "{said}");
    }
}

#[test]
fn facts_of_nobody_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(root().join("examples/shop/aks-harden.toml"), folder.path().join("aks-harden.toml"))
        .expect("the shop");
    let facts = "[client_ids]\nnobody = \"9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61\"\n";
    std::fs::write(folder.path().join("aks-harden.facts.toml"), facts).expect("facts");
    let planned = run(folder.path(), &["plan"]);
    assert!(planned.code == 0 && planned.out.contains("of nobody: client ids of nobody"), "{}", planned.said());
    let rendered = run(folder.path(), &["render"]);
    assert!(rendered.err.contains("has client ids of nobody"), "{}", rendered.said());
}

#[test]
fn a_faulty_facts_file_hides_nothing_in_the_profile_file() {
    let here = tempfile::tempdir().expect("a folder");
    let profile = include_str!("../../examples/quickstart/aks-harden.toml").replace("westeurope", "West Europe");
    std::fs::write(here.path().join("aks-harden.toml"), profile).expect("a file");
    std::fs::write(here.path().join("aks-harden.facts.toml"), "x = 1\n").expect("a file");
    let ended = run(here.path(), &["render"]);
    assert!(
        ended.code == 2 && ended.err.contains("`cluster.location`") && ended.err.contains("has no `x`"),
        "{}",
        ended.err
    );
}

#[test]
fn an_environment_that_has_no_name_opens_no_file() {
    let here = tempfile::tempdir().expect("a folder");
    let plain = include_str!("../../examples/quickstart/aks-harden.toml");
    std::fs::write(here.path().join("leak.facts.toml"), "bogus_secret = \"hunter2\"\n").expect("a file");
    std::fs::create_dir(here.path().join("aks-harden.a")).expect("a folder");
    for name in ["a\\u0000b", "a/../../leak", &"n".repeat(260)] {
        let profile = format!("{plain}\n[environments.\"{name}\"]\ncluster.name = \"x\"\n");
        std::fs::write(here.path().join("aks-harden.toml"), profile).expect("a file");
        let ended = run(here.path(), &["render"]);
        let named = ended.err.contains("is not a valid name for an environment") && ended.err.contains("toml:16");
        assert!(ended.code == 2 && named && !ended.err.contains("hunter2"), "{}", ended.err);
    }
}
