//! Bad input: one clear refusal with a place, the code 2, and nothing written. A bad profile file is a file with a telling
//! name; its `# expect:` lines are words that the refusal has to hold.

use std::fs;
use std::path::Path;

use aks_harden::catalog::Catalog;
use aks_harden::plan::{Input, resolve};

use crate::program::{root, run};

#[test]
fn every_bad_profile_is_refused_in_its_own_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-profiles");
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("samples") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").display().to_string();
        let here = tempfile::tempdir().expect("a folder");
        fs::copy(&path, here.path().join(&name)).expect("a copy");
        let ran = run(here.path(), &["render", &name, "--out", "out"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}: {}", ran.err);
        assert!(ran.err.starts_with("error: ") && ran.err.contains("\n  --> "), "{name}: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "{name}: {}", ran.err);
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a sample")).into_owned();
        for expected in text.lines().filter_map(|line| line.strip_prefix("# expect: ")) {
            assert!(ran.err.contains(expected), "{name}: no `{expected}` in:\n{}", ran.err);
        }
        assert_eq!(fs::read_dir(here.path()).expect("a folder").count(), 1, "{name}: something was written");
        count += 1;
    }
    assert!(count > 40, "only {count} samples");
}

/// An output folder that cannot be one. The quickstart is sound, so what is refused is the folder.
#[cfg(unix)]
#[test]
fn output_folders_that_cannot_be_used() {
    use std::os::unix::fs::symlink;
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/quickstart/aks-harden.toml");
    let example = example.display().to_string();
    let here = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::write(here.path().join("file"), "theirs\n").expect("a write");
    fs::create_dir(here.path().join("linked")).expect("a folder");
    symlink(elsewhere.path(), here.path().join("linked/azcli")).expect("a link");
    symlink("nowhere", here.path().join("dangling")).expect("a link");
    // A folder of the kernel's: nobody may write there, not even the superuser.
    for (out, expected) in [
        ("file", "is a file"),
        ("file/below", "cannot be used"),
        ("linked", "leads out of the output folder"),
        ("dangling", "cannot be used"),
        ("/proc/aks-harden", "cannot be written"),
    ] {
        if out.starts_with("/proc") && !cfg!(target_os = "linux") {
            continue;
        }
        let ran = run(here.path(), &["render", &example, "--out", out]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{out}: {}", ran.err);
        assert_eq!(ran.err.matches("error: ").count(), 1, "{out}: {}", ran.err);
        assert!(ran.err.contains(expected), "{out}: {}", ran.err);
    }
    assert_eq!(fs::read_to_string(here.path().join("file")).expect("a file"), "theirs\n");
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
    assert_eq!(fs::read_dir(here.path().join("linked")).expect("a folder").count(), 1);
}

/// An element of a list stands where its list was written last, not where another one has an element at the same place.
#[test]
fn an_element_of_a_list_is_shown_where_its_list_is() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text = std::fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    let sets = vec!["network.flows=[\"redis -> nobody\"]".to_string()];
    let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
    let said = resolve(&catalog, &input).expect_err("nobody is called so").to_string();
    assert!(said.contains("--> --set\n   |  network.flows=[\"redis -> nobody\"]"), "{said}");
    assert!(!said.contains("flows = ["), "{said}");
}

/// A slip in a table of defaults is one slip, however many entries inherit it.
#[test]
fn a_slip_in_the_defaults_is_said_once() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text = std::fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    for set in ["nodes.soak_minuts=3", "nodes.soak_minutes=99", "workload_defaults.replicas=\"two\""] {
        let (text, sets) = (text.clone(), vec![set.to_string()]);
        let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
        let problems = resolve(&catalog, &input).expect_err("a slip");
        assert_eq!(problems.0.len(), 1, "{problems}");
    }
}
