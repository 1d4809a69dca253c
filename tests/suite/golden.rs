//! Every example renders exactly to its `generated/`, our own records included. `AKS_HARDEN_BLESS=1` renders anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{root, run};

fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).expect("examples").map(|e| e.expect("an entry").path()).collect();
    found.retain(|path| path.join("aks-harden.toml").exists());
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Every file below a folder: its content, and whether it may be run.
fn files(root: &Path) -> BTreeMap<String, (Vec<u8>, bool)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).expect("a path below").display().to_string();
            found.insert(name, (fs::read(&path).expect("a file"), executable(&path)));
        }
    }
    found
}

#[cfg(unix)]
fn executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).expect("a file").permissions().mode() & 0o100 != 0
}

#[cfg(not(unix))]
fn executable(_: &Path) -> bool {
    false
}

#[test]
fn examples_render_to_their_golden_trees() {
    let bless = std::env::var_os("AKS_HARDEN_BLESS").is_some();
    for example in examples() {
        if bless {
            let ran = run(&example, &["render", "--on-edit", "overwrite", "--restore"]);
            assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        }
        let fresh = tempfile::tempdir().expect("a folder");
        let out = fresh.path().join("out").display().to_string();
        let ran = run(&example, &["render", "--out", &out]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let (golden, new) = (files(&example.join("generated")), files(Path::new(&out)));
        let name = example.file_name().expect("a name").display();
        if golden != new {
            let other: Vec<&String> =
                golden.keys().chain(new.keys()).filter(|p| golden.get(*p) != new.get(*p)).collect();
            let shown = run(&example, &["diff"]).out;
            panic!("{name}: {other:?}\n{shown}\nif that is meant: AKS_HARDEN_BLESS=1 cargo test --test suite golden");
        }
    }
}

#[test]
fn a_golden_tree_is_clean() {
    for example in examples() {
        let ran = run(&example, &["check", "--as-of", "2026-11-26"]);
        assert_eq!(ran.code, 0, "{}: {}{}", example.display(), ran.out, ran.err);
    }
}

/// The folder that it runs in, the folder that it writes to and the variables around it are not in any output.
#[test]
fn the_same_bytes_everywhere() {
    let example = &root().join("examples/quickstart");
    let elsewhere = tempfile::tempdir().expect("a folder");
    for name in ["aks-harden.toml", "aks-harden.facts.toml"] {
        fs::copy(example.join(name), elsewhere.path().join(name)).expect("a copy");
    }
    let profile = elsewhere.path().join("aks-harden.toml").display().to_string();
    assert_eq!(run(Path::new("/"), &["render", &profile]).code, 0);
    assert_eq!(files(&elsewhere.path().join("generated")), files(&example.join("generated")));
}
