//! How long a run takes, against what the system itself needs for the same files. Machines differ, ratios hardly do.
//!
//! Rendering one cluster, process start included, against `cp -r` of its tree; a run that finds nothing to do against
//! `diff -r` of two such trees. Runs alternate, and the median counts, so that other work on the machine hits both.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::disallowed_methods, reason = "a bench runs and prints")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 41;

fn timed(program: &str, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let taken = start.elapsed();
    assert!(status.expect("the program starts").success(), "{program} {arguments:?}");
    taken
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn compare(what: &str, mut ours: impl FnMut() -> Duration, mut theirs: impl FnMut() -> Duration) {
    let (mut mine, mut other) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        mine.push(ours());
        other.push(theirs());
    }
    let (mine, other) = (median(mine), median(other));
    println!("{what}: {mine:.2?} against {other:.2?}, ratio {:.2}", mine.as_secs_f64() / other.as_secs_f64());
}

fn main() {
    let program = env!("CARGO_BIN_EXE_aks-harden");
    for example in ["quickstart", "shop"] {
        let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}/aks-harden.toml"));
        let profile = profile.to_str().expect("a path that is text");
        let here = tempfile::tempdir().expect("a folder");
        let path = |name: &str| here.path().join(name).to_str().expect("a path that is text").to_string();
        let (tree, same, fresh) = (path("tree"), path("same"), path("fresh"));
        timed(program, &["render", profile, "--out", &tree]);
        timed("cp", &["-r", &tree, &same]);
        let remove = |folder: &str| fs::remove_dir_all(folder).unwrap_or_default();
        compare(
            &format!("{example}: render, against cp -r"),
            || (remove(&fresh), timed(program, &["render", profile, "--out", &fresh])).1,
            || (remove(&fresh), timed("cp", &["-r", &tree, &fresh])).1,
        );
        compare(
            &format!("{example}: nothing to do, against diff -r"),
            || timed(program, &["render", profile, "--out", &tree]),
            || timed("diff", &["-r", &tree, &same]),
        );
    }
}
