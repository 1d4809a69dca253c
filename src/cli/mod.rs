//! The edge: parses the command line, runs one command, prints what came of it, and turns it into an exit code.

mod allotment;
mod args;
mod ask;
mod changes;
mod clock;
mod cmd;
mod exit;
mod load;
mod posture;
mod report;
mod text;
mod ways_out;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command, Format};
use exit::Exit;
use report::Screen;

use crate::error::Problem;

/// Runs the program with these arguments, its own name included.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    report::explain_panics();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let args = match Args::try_parse_from(&arguments) {
        Ok(args) => args,
        Err(error) => {
            // What was not understood may be meant for a machine all the same.
            let json = arguments.windows(2).any(|pair| pair[0] == "--format" && pair[1] == "json")
                || arguments.iter().any(|argument| argument == "--format=json");
            if json && error.exit_code() != 0 {
                let text = error.to_string();
                let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                let what = lines.next().unwrap_or_default().trim_start_matches("error: ");
                let problem = lines.fold(Problem::new(what), |problem, line| problem.help(line));
                Screen::new(Format::Json).problems(&problem.into());
                return Exit::Failed.into();
            }
            // Help and version come as errors too, with the code 0.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    args.color.write_global();
    let mut screen = Screen::new(args.format());
    let result = match &args.command {
        Command::Init(args) => cmd::init::run(args, &mut screen),
        Command::Plan(args) => cmd::plan::run(args, &mut screen),
        Command::Render(args) => cmd::render::run(args, &mut screen),
        Command::Diff(args) => cmd::diff::run(args, &mut screen),
        Command::Check(args) => cmd::check::run(args, &mut screen),
        Command::List(args) => cmd::list::run(args, &mut screen),
        Command::Explain(args) => cmd::explain::run(args, &mut screen),
        Command::Schema(args) => cmd::schema::run(args, &mut screen),
        Command::Completions(args) => cmd::completions::run(args, &mut screen),
        Command::Man(args) => cmd::man::run(args, &mut screen),
    };
    let exit = result.unwrap_or_else(|problems| {
        screen.problems(&problems);
        Exit::of(&problems)
    });
    exit.into()
}
