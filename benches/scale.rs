//! Whether many workloads cost more than they give more to write: time and output of 200, and of 200 with 1000 flows, against those
//! of one, as a command that writes a fresh folder, and inside the program, where there is no start and no disk to share the time
//! with; and what it takes to compute from the manifests who reaches whom.
#![allow(
    clippy::print_stdout,
    clippy::panic,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench runs and prints"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aks_harden::catalog::Catalog;
use aks_harden::evidence::reachability::{self, Surroundings};
use aks_harden::plan::{Input, resolve};

/// The quickstart with so many workloads, each with a secret, in namespaces of twenty; each calls so many of the next ones.
fn profile(workloads: usize, each: usize) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/quickstart/aks-harden.toml");
    let mut text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let namespaces: Vec<String> = (0..workloads.div_ceil(20)).map(|n| format!("\"apps-{n}\"")).collect();
    let to = |n: usize| (1..=each).map(move |step| (n, (n + step) % workloads)).filter(|(from, to)| from != to);
    let flows: Vec<String> =
        (0..workloads).flat_map(to).map(|(from, to)| format!("\"work-{from} -> work-{to}\"")).collect();
    write!(
        text,
        "\n[images]\nregistries = [\"registry.k8s.io\"]\n\n[kubernetes]\nnamespaces = [{}]\n\n[network]\nflows = [{}]\n\n[quota]\ncpu = \"100\"\nmemory = \"100Gi\"\npods = 100\n",
        namespaces.join(", "),
        flows.join(", ")
    )
    .expect("text");
    for n in 0..workloads {
        write!(
            text,
            "\n[workloads.work-{n}]\nnamespace = \"apps-{}\"\nimage = \"registry.k8s.io/pause:3.10@sha256:ee6521f290b2168b6e0935a181d4cff9be1ac3f505666ef0e3c98fae8199917a\"\nport = {}\nsecrets = [\"secret-{n}\"]\n",
            n / 20,
            8000 + n
        )
        .expect("text");
    }
    text
}

/// The best time of a few, which is the one that the machine disturbed least, and how much was written.
fn cost(catalog: &Catalog, workloads: usize, each: usize, runs: usize) -> (Duration, usize, Duration, usize) {
    let text = profile(workloads, each);
    let (mut best, mut matrix, mut ways) = (Duration::MAX, Duration::MAX, 0);
    let mut bytes = 0;
    for _ in 0..runs {
        let input = Input { file: "aks-harden.toml".into(), text: text.clone(), ..Input::default() };
        let start = Instant::now();
        let plan = resolve(catalog, &input).unwrap_or_else(|e| panic!("{e}"));
        let tree = aks_harden::generate(catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
        best = best.min(start.elapsed());
        bytes = tree.0.values().map(|artifact| artifact.text.len()).sum();
        let start = Instant::now();
        let found = reachability::matrix(&tree, &Surroundings::default()).unwrap_or_else(|e| panic!("{e}"));
        matrix = matrix.min(start.elapsed());
        ways = found.len();
    }
    (best, bytes, matrix, ways)
}

/// The best time of the command, and how many bytes it writes.
fn command(workloads: usize, each: usize, runs: usize) -> (Duration, u64) {
    let here = tempfile::tempdir().expect("a folder");
    let file = here.path().join("aks-harden.toml");
    std::fs::write(&file, profile(workloads, each)).expect("a file");
    let (mut best, mut bytes) = (Duration::MAX, 0);
    for run in 0..runs {
        let out = here.path().join(run.to_string());
        let mut render = Command::new(env!("CARGO_BIN_EXE_aks-harden"));
        render.arg("render").arg(&file).arg("--out").arg(&out).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        assert!(render.status().expect("the program starts").success());
        best = best.min(start.elapsed());
        bytes = size(&out);
    }
    (best, bytes)
}

fn size(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let one = |entry: std::fs::DirEntry| {
        let about = entry.metadata().expect("an entry");
        if about.is_dir() { size(&entry.path()) } else { about.len() }
    };
    entries.map(one).sum()
}

fn main() {
    let (one, little) = command(1, 0, 15);
    println!("the command, 1 workload: {one:.2?}, {little} bytes");
    for each in [1, 5] {
        let (many, much) = command(200, each, 9);
        let (time, output) = (many.as_secs_f64() / one.as_secs_f64(), much as f64 / little as f64);
        println!(
            "the command, 200 workloads, {} flows: {many:.2?}, {much} bytes; time x {time:.1}, output x {output:.1}",
            200 * each
        );
    }
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let (one, little, ..) = cost(&catalog, 1, 0, 9);
    println!("1 workload: {one:.2?}, {little} bytes");
    for (workloads, each) in [(200, 1), (200, 5)] {
        let (many, much, matrix, ways) = cost(&catalog, workloads, each, 5);
        let (time, output) = (many.as_secs_f64() / one.as_secs_f64(), much as f64 / little as f64);
        println!(
            "{workloads} workloads, {} flows: {many:.2?}, {much} bytes; time x {time:.1}, output x {output:.1}; {ways} ways computed in {matrix:.2?}",
            workloads * each
        );
    }
}
