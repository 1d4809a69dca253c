//! From a build to the profile file: one line changes, and nothing else.

use std::fs;
use std::process::Command;

use crate::program::root;

const NEW: &str =
    "registry.example.test/shop/user:2@sha256:6e2eef87d0dc77e070a7549bc5fdfa290c0fefe3359eb33c2ad1eda692fe66a4";

fn pin(file: &std::path::Path, workload: &str, image: &str) -> Option<i32> {
    let script = root().join("examples/shop/generated/images/pin.sh");
    let ran = Command::new("bash").arg(script).arg(file).args([workload, image]).output().expect("bash");
    ran.status.code()
}

#[test]
fn a_digest_goes_into_its_line_and_nowhere_else() {
    let here = tempfile::tempdir().expect("a folder");
    let file = here.path().join("aks-harden.toml");
    let before = fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    fs::write(&file, &before).expect("a write");
    assert_eq!(pin(&file, "user", NEW), Some(0));
    let after = fs::read_to_string(&file).expect("the file");
    let changed: Vec<(&str, &str)> = before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(before.lines().count(), after.lines().count());
    assert!(changed.len() == 1 && changed[0].1 == format!("image = \"{NEW}\""), "{changed:?}");
    let workloads: toml::Table = after.parse().expect("TOML");
    assert_eq!(workloads["workloads"]["user"]["image"].as_str(), Some(NEW));
    for (workload, image, code) in
        [("nobody", NEW, 1), ("user", "registry.example.test/user:2", 2), ("user\\]", NEW, 2), ("users", NEW, 1)]
    {
        assert_eq!(pin(&file, workload, image), Some(code), "{workload} {image}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), after, "{workload} {image}");
    }
    assert_eq!(fs::read_dir(here.path()).expect("a folder").count(), 1, "something was left behind");
}
