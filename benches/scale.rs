//! Whether many workloads cost more than they give more to write: time and output of 200 against those of one.
#![allow(
    clippy::print_stdout,
    clippy::panic,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench runs and prints"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use aks_harden::catalog::Catalog;
use aks_harden::plan::{Input, resolve};

/// The quickstart with so many workloads: a chain in which each calls the next, each with a secret, in namespaces of twenty.
fn profile(workloads: usize) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/quickstart/aks-harden.toml");
    let mut text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let namespaces: Vec<String> = (0..workloads.div_ceil(20)).map(|n| format!("\"apps-{n}\"")).collect();
    let flows: Vec<String> = (1..workloads).map(|n| format!("\"work-{} -> work-{n}\"", n - 1)).collect();
    write!(
        text,
        "\n[kubernetes]\nnamespaces = [{}]\n\n[network]\nflows = [{}]\n\n[quota]\ncpu = \"100\"\nmemory = \"100Gi\"\npods = 100\n",
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
fn cost(catalog: &Catalog, workloads: usize, runs: usize) -> (Duration, usize) {
    let text = profile(workloads);
    let mut best = Duration::MAX;
    let mut bytes = 0;
    for _ in 0..runs {
        let input = Input { file: "aks-harden.toml".into(), text: text.clone(), ..Input::default() };
        let start = Instant::now();
        let plan = resolve(catalog, &input).unwrap_or_else(|e| panic!("{e}"));
        let tree = aks_harden::generate(catalog, &plan).unwrap_or_else(|e| panic!("{e}"));
        best = best.min(start.elapsed());
        bytes = tree.0.values().map(|artifact| artifact.text.len()).sum();
    }
    (best, bytes)
}

fn main() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let ((one, little), (many, much)) = (cost(&catalog, 1, 9), cost(&catalog, 200, 5));
    let (time, output) = (many.as_secs_f64() / one.as_secs_f64(), much as f64 / little as f64);
    println!(
        "1 workload: {one:.2?}, {little} bytes; 200: {many:.2?}, {much} bytes; time x {time:.1}, output x {output:.1}"
    );
}
