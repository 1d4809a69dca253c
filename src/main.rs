//! The `aks-harden` program.

use std::process::ExitCode;

#[allow(clippy::disallowed_methods, reason = "the command line begins here")]
fn main() -> ExitCode {
    aks_harden::cli::run(std::env::args_os())
}
