//! The `aks-harden` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    aks_harden::cli::run(std::env::args_os())
}
