//! The command line: what is said, and the exit codes. Cases without a tree of their own are files in `tests/cli/`.

use std::fs;
use std::path::Path;

use crate::program::run;

#[test]
fn cases() {
    trycmd::TestCases::new().env("NO_COLOR", "1").case("tests/cli/*.trycmd").case("tests/cli/*.toml");
}

/// A folder with the quickstart's profile file, rendered.
fn rendered() -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/quickstart");
    for name in ["aks-harden.toml", "aks-harden.facts.toml"] {
        fs::copy(example.join(name), here.path().join(name)).expect("a copy");
    }
    assert_eq!(run(here.path(), &["render"]).code, 0);
    here
}

fn edit(folder: &Path, path: &str, change: impl FnOnce(String) -> String) {
    let path = folder.join(path);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    fs::write(&path, change(text)).expect("a write");
}

fn code(folder: &Path, arguments: &[&str]) -> i32 {
    run(folder, arguments).code
}

const AS_OF: [&str; 3] = ["check", "--as-of", "2026-11-26"];

#[test]
fn a_changed_profile_is_a_difference_until_it_is_rendered() {
    let here = rendered();
    edit(here.path(), "aks-harden.toml", |text| text.replace("westeurope", "northeurope"));
    assert_eq!(code(here.path(), &AS_OF), 1);
    assert_eq!(code(here.path(), &["diff"]), 0);
    assert_eq!(code(here.path(), &["diff", "--exit-code"]), 1);
    assert_eq!(code(here.path(), &["render", "--dry-run"]), 0);
    assert_eq!(code(here.path(), &["render", "--dry-run", "--exit-code"]), 1);
    assert_eq!(code(here.path(), &["render"]), 0);
    assert_eq!(code(here.path(), &AS_OF), 0);
    assert_eq!(code(here.path(), &["render", "--dry-run", "--exit-code"]), 0);
}

#[test]
fn a_diff_is_a_patch_and_names_controls() {
    let here = rendered();
    edit(here.path(), "aks-harden.toml", |text| text + "\n[storage]\nsku = \"Premium_LRS\"\n");
    let shown = run(here.path(), &["diff"]).out;
    assert!(shown.contains("--- a/kubernetes/storage.yaml\n+++ b/kubernetes/storage.yaml\n@@ "), "{shown}");
    assert!(shown.lines().any(|line| line.starts_with('+') && line.contains("Premium_LRS")), "{shown}");
    let stat = run(here.path(), &["diff", "--stat"]).out;
    assert!(stat.contains("kubernetes/storage.yaml") && !stat.contains("@@"), "{stat}");
    assert!(stat.contains("deny-disk-export"), "{stat}");
    let json: serde_json::Value =
        serde_json::from_str(&run(here.path(), &["diff", "--format", "json"]).out).expect("JSON");
    let files = json["changes"]["files"].as_array().expect("files");
    let storage = files.iter().find(|f| f["path"] == "kubernetes/storage.yaml").expect("the storage class");
    assert_eq!((&storage["state"], &storage["action"]), (&"changed".into(), &"write".into()));
    assert_eq!(storage["controls"]["touched"], serde_json::json!(["deny-disk-export"]));
    assert!(!json.to_string().contains("\\u001b"), "colours in JSON");
}

#[test]
fn a_hand_edit_is_kept_and_reported() {
    let here = rendered();
    edit(here.path(), "generated/README.md", |text| text + "mine\n");
    assert_eq!(code(here.path(), &["render"]), 0);
    assert!(fs::read_to_string(here.path().join("generated/README.md")).expect("a file").ends_with("mine\n"));
    assert_eq!(code(here.path(), &AS_OF), 3);
    let shown = run(here.path(), &["diff", "--hand-edits"]).out;
    assert!(shown.contains("\n+mine\n"), "{shown}");
}

#[test]
fn a_hand_edit_in_the_way_ends_with_3_and_each_way_out_works() {
    for (on_edit, expected) in [("fail", 3), ("merge", 0), ("keep", 0), ("overwrite", 0)] {
        let here = rendered();
        edit(here.path(), "generated/bicep/main.bicepparam", |text| text + "// mine\n");
        edit(here.path(), "aks-harden.toml", |text| text.replace("westeurope", "northeurope"));
        assert_eq!(code(here.path(), &["diff", "--exit-code"]), 3);
        let ran = run(here.path(), &["render", "--on-edit", on_edit]);
        assert_eq!(ran.code, expected, "{on_edit}: {}{}", ran.out, ran.err);
        let text = fs::read_to_string(here.path().join("generated/bicep/main.bicepparam")).expect("a file");
        assert_eq!(text.contains("// mine"), on_edit != "overwrite", "{on_edit}");
        assert_eq!(text.contains("location = 'northeurope'"), matches!(on_edit, "merge" | "overwrite"), "{on_edit}");
    }
}

#[test]
fn a_conflict_of_a_merge_ends_with_3_until_it_is_resolved() {
    let here = rendered();
    let param = "generated/bicep/main.bicepparam";
    edit(here.path(), param, |text| text.replace("location = 'westeurope'", "location = 'francecentral'"));
    edit(here.path(), "aks-harden.toml", |text| text.replace("westeurope", "northeurope"));
    for arguments in [&["render", "--on-edit", "merge"][..], &["render"], &AS_OF] {
        assert_eq!(code(here.path(), arguments), 3, "{arguments:?}");
    }
    let text = fs::read_to_string(here.path().join(param)).expect("a file");
    assert!(["'francecentral'", "'westeurope'", "'northeurope'"].iter().all(|place| text.contains(place)), "{text}");
    assert_eq!(code(here.path(), &["render", "--on-edit", "overwrite"]), 0);
    assert_eq!(code(here.path(), &AS_OF), 0);
}

#[test]
fn a_deleted_file_comes_back_only_when_asked_for() {
    let here = rendered();
    fs::remove_file(here.path().join("generated/RUNBOOK.md")).expect("a file");
    assert_eq!(code(here.path(), &["render"]), 0);
    assert!(!here.path().join("generated/RUNBOOK.md").exists());
    assert_eq!(code(here.path(), &AS_OF), 3);
    assert_eq!(code(here.path(), &["render", "--restore"]), 0);
    assert_eq!(code(here.path(), &AS_OF), 0);
}

#[test]
fn a_tampered_lock_ends_with_3_and_an_unknown_format_with_2() {
    for (from, to, expected) in [("\"README.md\"", "\"../README.md\"", 3), ("version = 1", "version = 9", 2)] {
        let here = rendered();
        edit(here.path(), "generated/aks-harden.lock", |text| text.replacen(from, to, 1));
        for command in ["render", "diff", "check"] {
            let ran = run(here.path(), &[command]);
            assert_eq!(ran.code, expected, "{command}: {}", ran.err);
            assert!(ran.err.contains("generated/aks-harden.lock"), "{}", ran.err);
        }
    }
}

#[test]
fn dropping_a_control_ends_with_4_and_the_worst_code_wins() {
    let here = rendered();
    edit(here.path(), "aks-harden.toml", |text| text.replace("\"restricted\"", "\"baseline\""));
    let ran = run(here.path(), &AS_OF);
    assert_eq!(ran.code, 4, "{}", ran.out);
    edit(here.path(), "generated/README.md", |text| text + "mine\n");
    let ran = run(here.path(), &["check", "--as-of", "2026-11-26", "--format", "json"]);
    assert_eq!(ran.code, 4);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let codes: std::collections::BTreeSet<i64> =
        json["findings"].as_array().expect("findings").iter().filter_map(|f| f["code"].as_i64()).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn an_exception_is_live_until_its_day() {
    let here = rendered();
    let exception = "local_accounts = true\n\n[[exception]]\ncontrol = \"no-local-accounts\"\nreason = \"old tools\"\nowner = \"platform\"\nexpires = 2026-12-31\n";
    edit(here.path(), "aks-harden.toml", |text| text + exception);
    assert_eq!(code(here.path(), &["render"]), 0);
    assert_eq!(code(here.path(), &AS_OF), 0);
    assert_eq!(code(here.path(), &["check", "--as-of", "2026-12-31"]), 0);
    assert_eq!(code(here.path(), &["check", "--as-of", "2027-01-01"]), 4);
    let warned = run(here.path(), &["check", "--as-of", "2026-12-15", "--expiring-within", "30d"]);
    assert_eq!(warned.code, 0);
    assert!(warned.out.contains("no-local-accounts"), "{}", warned.out);
    let ahead = |days: &str| run(here.path(), &["check", "--as-of", "2026-12-21", "--expiring-within", days]).out;
    assert!(ahead("10d").contains("exception to no-local-accounts"), "its last day is within");
    assert!(!ahead("9d").contains("exception to no-local-accounts"), "its last day is beyond");
    assert_eq!(code(here.path(), &["render", "--dry-run", "--exit-code"]), 0, "render does not know the day");
}

#[test]
fn what_is_printed_is_for_whoever_reads_it() {
    let here = rendered();
    edit(here.path(), "aks-harden.toml", |text| text.replace("westeurope", "northeurope"));
    assert!(!run(here.path(), &["diff"]).out.contains('\u{1b}'));
    assert!(run(here.path(), &["diff", "--color", "always"]).out.contains("\u{1b}["));
    let errors = run(here.path(), &["render", "nosuch.toml", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&errors.out).expect("JSON");
    assert_eq!((errors.code, &json["exit"], errors.err.as_str()), (2, &2.into(), ""));
    assert_eq!(json["errors"][0]["places"][0]["file"], "nosuch.toml");
}

#[test]
fn pages_and_completions_know_every_command() {
    let help = run(Path::new("/"), &["--help"]).out;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.contains(&"render") && commands.contains(&"help"), "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(Path::new("/"), &["completions", shell]);
        assert_eq!(script.code, 0);
        assert!(commands.iter().all(|command| script.out.contains(command)), "{shell}");
    }
    for command in commands {
        let page = run(Path::new("/"), &["man", command]);
        assert_eq!(page.code, 0, "{command}: {}", page.err);
        assert!(page.out.contains(".TH"), "{command}");
    }
}
