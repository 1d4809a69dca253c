//! `aks-harden init`: a few questions, and a first profile file.

use std::io::IsTerminal as _;
use std::path::Path;

use dialoguer::{Confirm, Input, Select};

use crate::catalog::Catalog;
use crate::cli::args::InitArgs;
use crate::cli::exit::Exit;
use crate::cli::report::{GOOD, STRONG, Screen, WARN, styled};
use crate::cli::text;
use crate::disk;
use crate::error::{Place, Problem, Problems, Result};
use crate::plan::describe::{self, Setting};
use crate::plan::draft::Draft;
use crate::plan::layer::{Layer, merge};
use crate::plan::needs::{Needs, recommend};
use crate::plan::validate::{INPUTS, did_you_mean};
use crate::plan::{self, kind};

/// What a cluster gets where nobody says otherwise.
const DEFAULT: &str = "restricted";
/// Defaults alone are no profile.
const BASE: &str = "base";

pub(in crate::cli) fn run(args: &InitArgs, screen: &mut Screen) -> Result<Exit> {
    let catalog = Catalog::load()?;
    let path = &args.profile_file;
    if !matches!(disk::read_optional_text(path), Ok(None)) {
        let problem = Problem::new("there is something already, and init never overwrites");
        let problem = problem.at(Place::file(path.display().to_string()));
        return Err(problem.help("give another name: aks-harden init NAME.toml").into());
    }
    let settings = given(&args.sets)?;
    let profile = args.profile.as_ref().map(|name| known(&catalog, name)).transpose()?;
    let mut draft = Draft { profile: profile.unwrap_or(DEFAULT).into(), reasons: Vec::new(), settings };
    if !args.yes {
        if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
            return Err(nobody_to_ask(&draft));
        }
        ask(&catalog, profile, &mut draft, screen)?;
    }
    check(&catalog, path, &draft)?;
    if !args.yes && !is_wanted(path, &draft, screen)? {
        screen.note("nothing was written");
        return Ok(Exit::Failed);
    }
    disk::write_new(path, &draft.text())?;
    let name = path.display().to_string();
    let shown = if name == "aks-harden.toml" { String::new() } else { format!(" {name}") };
    screen.print(&format!(
        "{} {name}\n\nnext:\n  aks-harden plan{shown}      every value, and where it comes from\n  aks-harden render{shown}    writes the tree beside it\n",
        styled(GOOD, "wrote"),
    ));
    Ok(Exit::Done)
}

/// What `--set` says, as one table.
fn given(sets: &[String]) -> Result<toml::Table> {
    let mut problems = Vec::new();
    let mut layers = Vec::new();
    for assignment in sets {
        match Layer::from_set(assignment) {
            Ok(layer) if layer.table.contains_key("extends") => {
                problems.push(Problem::new(format!("--set {assignment}: that is --profile NAME")));
            }
            Ok(layer) => layers.push(layer),
            Err(found) => problems.extend(found.0),
        }
    }
    Problems::check(problems).map(|()| merge(&layers).0)
}

fn known<'a>(catalog: &'a Catalog, name: &str) -> Result<&'a str> {
    let mut names = catalog.profiles.keys().map(String::as_str).filter(|name| *name != BASE);
    if let Some(found) = names.clone().find(|known| *known == name) {
        return Ok(found);
    }
    let problem = Problem::new(format!("there is no profile `{name}` to extend"));
    Err(match did_you_mean(name, names.clone()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(format!("take one of: {}", names.by_ref().collect::<Vec<_>>().join(", "))),
    }
    .into())
}

fn value<'a>(settings: &'a toml::Table, key: &str) -> Option<&'a toml::Value> {
    let (table, field) = key.split_once('.')?;
    settings.get(table)?.get(field)
}

fn set(settings: &mut toml::Table, key: &str, value: toml::Value) {
    let Some((table, field)) = key.split_once('.') else { return };
    let table = settings.entry(table).or_insert_with(|| toml::Value::Table(toml::Table::new()));
    if let Some(table) = table.as_table_mut() {
        table.insert(field.into(), value);
    }
}

fn nobody_to_ask(draft: &Draft) -> Problems {
    let problem = Problem::new("there is no terminal to ask questions at");
    let missing = INPUTS.iter().filter(|(key, _)| value(&draft.settings, key).is_none());
    let lines = missing.map(|(key, ask)| format!("--set {key}=...   {ask}"));
    lines.fold(problem.help("give --yes, and with it:"), Problem::help).into()
}

/// Resolves what would be written, so that nothing is written that does not resolve.
fn check(catalog: &Catalog, path: &Path, draft: &Draft) -> Result<()> {
    let input = plan::Input { file: path.display().to_string(), text: draft.text(), ..plan::Input::default() };
    plan::resolve(catalog, &input).map(drop).map_err(|mut problems| {
        for problem in &mut problems.0 {
            // The file is not there, so its lines say nothing.
            problem.places.clear();
            if let Some((key, _)) = INPUTS.iter().find(|(key, _)| problem.what.starts_with(&format!("`{key}`"))) {
                problem.help.push(format!("--set {key}=..."));
            }
        }
        problems
    })
}

/// Asks what is not given yet.
fn ask(catalog: &Catalog, profile: Option<&str>, draft: &mut Draft, screen: &mut Screen) -> Result<()> {
    screen
        .note("A few questions lead to a short profile file. Ctrl-C stops at any point, and nothing is written then.");
    if profile.is_none() {
        ask_profile(catalog, draft, screen)?;
    }
    let all = describe::settings();
    for (key, how) in INPUTS_IN_ORDER.iter().filter_map(|key| INPUTS.iter().find(|(input, _)| input == key)) {
        if value(&draft.settings, key).is_some() {
            continue;
        }
        let Some(setting) = all.iter().find(|setting| setting.id == *key) else { continue };
        let answer = ask_input(setting, how, screen)?;
        set(&mut draft.settings, key, answer.into());
    }
    Ok(())
}

/// Shows what would be written, and asks.
fn is_wanted(path: &Path, draft: &Draft, screen: &mut Screen) -> Result<bool> {
    screen.note(&format!("\n{}\n\n{}", styled(STRONG, &path.display().to_string()), draft.text()));
    Confirm::new().with_prompt("Write it?").default(true).interact().map_err(stopped)
}

/// The cluster first, then what has to be looked up.
const INPUTS_IN_ORDER: [&str; 5] =
    ["cluster.name", "cluster.location", "azure.subscription", "azure.tenant", "access.admin_group"];

fn stopped(error: dialoguer::Error) -> Problems {
    Problem::new(format!("the questions were not answered: {error}")).help("nothing was written").into()
}

fn ask_profile(catalog: &Catalog, draft: &mut Draft, screen: &mut Screen) -> Result<()> {
    screen.note(&format!("\n{}", styled(STRONG, "What is the cluster for?")));
    let yes = |question: &str| Confirm::new().with_prompt(question).default(false).interact().map_err(stopped);
    let needs = Needs {
        untrusted_code: yes("Does code of people whom you do not trust run in it?")?,
        regulated_data: yes("Does its data fall under a regulation that asks for keys of your own?")?,
        no_internet_egress: yes("May nothing in it reach the internet?")?,
        outside_users: yes("Do people outside your network use what runs in it?")?,
        trial: yes("Is it a trial, in which nothing of worth will run?")?,
    };
    let recommendation = recommend(&needs);
    for reason in &recommendation.reasons {
        screen.note(text::paragraph(&format!("- {reason}"), 2).trim_end());
    }
    let names: Vec<&String> = catalog.profiles.keys().filter(|name| *name != BASE).collect();
    let mut best = recommendation.profile;
    draft.reasons = recommendation.reasons.iter().map(ToString::to_string).collect();
    if !names.iter().any(|name| *name == best) {
        let said = format!("the profile {best} is not there yet; {DEFAULT} is the nearest that is");
        screen.note(&format!("  {} {said}", styled(WARN, "but")));
        draft.reasons.push(said);
        best = DEFAULT;
    }
    screen.note("");
    for profile in names.iter().filter_map(|name| catalog.profiles.get(*name)) {
        screen.note(text::paragraph(&format!("{}: {}", profile.name, profile.head.description), 2).trim_end());
    }
    let at = names.iter().position(|name| *name == best).unwrap_or(0);
    let select = Select::new().with_prompt("Profile").items(&names).default(at);
    let chosen = select.interact().map_err(stopped)?;
    if let Some(name) = names.get(chosen) {
        if *name != best {
            draft.reasons = vec![format!("chosen, although {best} was recommended")];
        }
        draft.profile = (*name).clone();
    }
    if recommendation.tunnel {
        // A tunnel that leads nowhere is refused, and there is no workload yet.
        draft
            .reasons
            .push("with the first workload, set tunnel.enabled, and in network.flows \"tunnel -> NAME\"".into());
    }
    Ok(())
}

fn ask_input(setting: &Setting, how: &str, screen: &mut Screen) -> Result<String> {
    screen.note(&format!("\n{} {}", styled(STRONG, &setting.id), setting.description));
    if let Some((_, command)) = how.split_once(": ") {
        screen.note(&format!("  this prints it: {command}"));
    }
    let format = setting.kind.clone();
    let check = move |answer: &String| kind::check(&format, answer.trim());
    let mut input = Input::<String>::new().with_prompt(setting.id.as_str()).validate_with(check);
    if let Some(default) = default(&setting.id).filter(|default| kind::check(&setting.kind, default).is_ok()) {
        input = input.default(default);
    }
    input.interact_text().map(|answer| answer.trim().to_string()).map_err(stopped)
}

/// A likely answer: the folder's name for the cluster's, a large region.
#[allow(clippy::disallowed_methods, reason = "the name of the folder is only a suggestion at a prompt")]
fn default(key: &str) -> Option<String> {
    match key {
        "cluster.name" => Some(std::env::current_dir().ok()?.file_name()?.to_str()?.to_string()),
        "cluster.location" => Some("westeurope".into()),
        _ => None,
    }
}
