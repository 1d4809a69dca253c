//! The command line. Doc comments are the help texts; there is no logic here.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::diff::OnEdit;

/// Renders everything that a hardened private AKS cluster needs from a short TOML profile file, and keeps that tree alive.
#[derive(Debug, Parser)]
#[command(name = "aks-harden", version, after_help = CODES, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(super) color: Color,
}

const CODES: &str = "\
Exit codes, in every command; the worst reason wins:
  0  done
  1  differences (check, diff --exit-code, render --dry-run --exit-code)
  2  could not do it: usage, an invalid profile file, the file system
  3  hand edits in the way, an unresolved conflict, or a lock that was tampered with
  4  check only: a control is weakened without a live exception";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Ask a few questions and write a profile file
    Init(InitArgs),
    /// Show the whole decision: every value and where it came from
    Plan(PlanArgs),
    /// Write the tree, or bring it up to date
    Render(RenderArgs),
    /// Show what a rendering would change
    Diff(DiffArgs),
    /// Tell CI whether the tree is what the profile file renders, and whether everything still holds
    Check(CheckArgs),
    /// Print what there is
    List(ListArgs),
    /// Explain a control, a setting or a profile
    Explain(ExplainArgs),
    /// Print a JSON Schema, for editors and for other tools
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print a manual page
    Man(ManArgs),
}

/// The profile file and what is set beside it.
#[derive(Debug, ClapArgs)]
pub(super) struct Source {
    /// The profile file; its facts are read from the file beside it, such as aks-harden.facts.toml
    #[arg(default_value = "aks-harden.toml", value_name = "PROFILE FILE")]
    pub(super) profile_file: PathBuf,
    /// Set one value above the profile file, such as cluster.location=westeurope
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(super) sets: Vec<String>,
    /// One environment of the profile file; may be given several times [default: all of them]
    #[arg(long = "environment", short, value_name = "NAME")]
    pub(super) environments: Vec<String>,
}

/// The output folder.
#[derive(Debug, ClapArgs)]
pub(super) struct Output {
    /// The output folder; each environment has a folder of its own in it [default: `[output] dir` of the profile file,
    /// beside it]
    #[arg(long, short, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct InitArgs {
    /// The profile file to write; one that is there already is never touched
    #[arg(default_value = "aks-harden.toml", value_name = "PROFILE FILE")]
    pub(super) profile_file: PathBuf,
    /// Ask nothing; what is missing is an error that names all of it
    #[arg(long, short)]
    pub(super) yes: bool,
    /// The profile to extend [default: the one that the answers lead to; with --yes: restricted]
    #[arg(long, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Answer a question beforehand, or set any other value, such as cluster.location=westeurope
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(super) sets: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct PlanArgs {
    #[command(flatten)]
    pub(super) source: Source,
    /// How to say it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ListArgs {
    /// Of what
    #[arg(value_enum)]
    pub(super) what: What,
    /// How to say it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// Profiles to extend
    Profiles,
    /// Hardening controls
    Controls,
    /// Settings of a profile file
    Settings,
    /// Files that are rendered
    Files,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExplainArgs {
    /// A control (private-cluster), a setting (cluster.location), a profile (restricted)
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    /// A profile file: what holds there is shown too
    #[arg(value_name = "PROFILE FILE")]
    pub(super) profile_file: Option<PathBuf>,
    /// Set one value above the profile file
    #[arg(long = "set", value_name = "KEY=VALUE", requires = "profile_file")]
    pub(super) sets: Vec<String>,
    /// The environment of the profile file, where it has any
    #[arg(long, short, value_name = "NAME", requires = "profile_file")]
    pub(super) environment: Option<String>,
    /// How to say it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct SchemaArgs {
    /// Of which file
    #[arg(value_enum, default_value = "profile")]
    pub(super) of: SchemaOf,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// The profile file
    Profile,
    /// The facts file
    Facts,
}

#[derive(Debug, ClapArgs)]
pub(super) struct RenderArgs {
    #[command(flatten)]
    pub(super) source: Source,
    #[command(flatten)]
    pub(super) output: Output,
    /// What to do with a file that was edited by hand and is rendered otherwise now [default: ask at a terminal, else
    /// fail]
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(super) on_edit: Option<OnEditArg>,
    /// Bring back files that were deleted by hand
    #[arg(long)]
    pub(super) restore: bool,
    /// Write nothing; say what would be done
    #[arg(long)]
    pub(super) dry_run: bool,
    /// End with 1 if anything would be done
    #[arg(long, requires = "dry_run")]
    pub(super) exit_code: bool,
    /// How to say it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DiffArgs {
    #[command(flatten)]
    pub(super) source: Source,
    #[command(flatten)]
    pub(super) output: Output,
    /// End with 1 if there is a difference, with 3 if hand edits are in its way
    #[arg(long)]
    pub(super) exit_code: bool,
    /// Only the summary, without the lines
    #[arg(long)]
    pub(super) stat: bool,
    /// Show what was edited by hand since the last rendering, in place of what a rendering would change
    #[arg(long)]
    pub(super) hand_edits: bool,
    /// How to say it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) source: Source,
    #[command(flatten)]
    pub(super) output: Output,
    /// The day on which exceptions and versions have to be live [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<String>,
    /// Warn of what expires within this many days, such as 30d
    #[arg(long, value_name = "DAYS")]
    pub(super) expiring_within: Option<String>,
    /// How to say it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ManArgs {
    /// The command that the page is about [default: all of aks-harden]
    pub(super) command: Option<String>,
}

/// How a command says what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// At a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes it the choice of the whole program.
    pub(super) fn write_global(self) {
        let choice = match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

/// What to do with a hand edit that is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OnEditArg {
    /// Stop before anything is written, with code 3
    Fail,
    /// Merge the edit with the rendering; what cannot be merged gets conflict markers and code 3
    Merge,
    /// Leave the file as it is
    Keep,
    /// Replace the file by the rendering
    Overwrite,
}

impl From<OnEditArg> for OnEdit {
    fn from(arg: OnEditArg) -> OnEdit {
        match arg {
            OnEditArg::Fail => OnEdit::Fail,
            OnEditArg::Merge => OnEdit::Merge,
            OnEditArg::Keep => OnEdit::Keep,
            OnEditArg::Overwrite => OnEdit::Overwrite,
        }
    }
}

impl Args {
    /// How the command was asked to say things; errors follow it.
    pub(super) fn format(&self) -> Format {
        match &self.command {
            Command::Render(args) => args.format,
            Command::Diff(args) => args.format,
            Command::Check(args) => args.format,
            Command::Plan(args) => args.format,
            Command::List(args) => args.format,
            Command::Explain(args) => args.format,
            Command::Init(_) | Command::Schema(_) | Command::Completions(_) | Command::Man(_) => Format::Text,
        }
    }
}
