//! `aks-harden completions`: prints a completion script for a shell.

use clap::CommandFactory as _;

use crate::cli::args::{Args, CompletionsArgs};
use crate::cli::exit::Exit;
use crate::cli::report::Screen;
use crate::error::Result;

pub(in crate::cli) fn run(args: &CompletionsArgs, screen: &mut Screen) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "aks-harden", &mut script);
    screen.print(&String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
