//! `aks-harden man`: prints a manual page.

use clap::CommandFactory as _;

use crate::cli::args::{Args, ManArgs};
use crate::cli::exit::Exit;
use crate::cli::report::Screen;
use crate::error::{Problem, Result};

pub(in crate::cli) fn run(args: &ManArgs, screen: &mut Screen) -> Result<Exit> {
    let mut root = Args::command();
    root.build();
    let command = match &args.command {
        None => root,
        Some(name) => {
            let known: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
            let help = format!("the commands are: {}", known.join(", "));
            root.find_subcommand(name)
                .cloned()
                .ok_or_else(|| Problem::new(format!("there is no command `{name}`")).help(help))?
        }
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(|error| Problem::new(format!("the page cannot be made: {error}")))?;
    screen.print(&String::from_utf8_lossy(&page));
    Ok(Exit::Done)
}
