//! `aks-harden explain`: one control, setting or profile, and what stands behind it.

mod control;
mod profile;
mod setting;

use crate::catalog::Catalog;
use crate::cli::args::{ExplainArgs, Source};
use crate::cli::exit::Exit;
use crate::cli::load;
use crate::cli::report::{STRONG, Screen, styled};
use crate::cli::text;
use crate::error::{Problem, Result};
use crate::plan::describe::{self, Setting};
use crate::plan::validate::did_you_mean;
use crate::plan::{self, Plan};

pub(in crate::cli) fn run(args: &ExplainArgs, screen: &mut Screen) -> Result<Exit> {
    let catalog = Catalog::load()?;
    let plan = match &args.profile_file {
        Some(file) => {
            let environments = args.environment.iter().cloned().collect();
            let source = Source { profile_file: file.clone(), sets: args.sets.clone(), environments };
            let input = load::input(&source, args.environment.as_deref())?;
            Some(plan::resolve_in(&catalog, &input, args.environment.as_deref())?)
        }
        None => None,
    };
    let (name, plan) = (args.name.as_str(), plan.as_ref());
    let settings = describe::settings();
    let setting = settings.iter().find(|s| s.id == name || describe::matches(&s.id, name));
    let (json, text) = if let Some(control) = catalog.controls.get(name) {
        control::explain(&catalog, control, plan)?
    } else if let Some(setting) = setting {
        setting::explain(&catalog, setting, name, plan)?
    } else if let Some((profile, planned)) = profile::planned(&catalog, name) {
        profile::explain_planned(profile, planned)
    } else if let Some(profile) = catalog.profiles.get(name) {
        profile::explain(&catalog, profile)
    } else {
        return Err(nothing(&catalog, &settings, name).into());
    };
    if screen.is_json() {
        screen.json(&json)
    } else {
        screen.print(&text)
    }
    Ok(Exit::Done)
}

fn nothing(catalog: &Catalog, settings: &[Setting], name: &str) -> Problem {
    let problem = Problem::new(format!("there is no control, setting or profile `{name}`"));
    let below: Vec<&str> =
        settings.iter().map(|s| s.id.as_str()).filter(|id| id.starts_with(&format!("{name}."))).collect();
    if !below.is_empty() {
        return problem.help(format!("it is a table: {}", below.join(", ")));
    }
    let ids: Vec<&str> = settings.iter().map(|s| s.id.as_str()).collect();
    let last = |id: &str| id.rsplit('.').next().unwrap_or_default().to_string();
    let whole = catalog.controls.keys().chain(catalog.profiles.keys()).map(String::as_str).chain(ids.iter().copied());
    let lasts: Vec<String> = ids.iter().map(|id| last(id)).collect();
    let by_last = || {
        let near = did_you_mean(name, lasts.iter().map(String::as_str))?;
        ids.iter().find(|id| last(id) == near).copied()
    };
    let near = ids.iter().find(|id| last(id) == name).copied().or_else(|| did_you_mean(name, whole)).or_else(by_last);
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`aks-harden list controls` and `aks-harden list settings` print what there is"),
    }
}

fn section(title: &str, body: &str) -> String {
    format!("{}\n{}\n", styled(STRONG, title), text::paragraph(body, 2))
}

fn list(title: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: String = items.iter().map(|item| format!("  {item}\n")).collect();
    format!("{}\n{items}\n", styled(STRONG, title))
}

/// The profile file, and its environment.
fn within(plan: &Plan) -> String {
    let environment = plan.environment.as_ref().map(|name| format!(", environment {name}"));
    format!("in {}{}", plan.profile_file, environment.unwrap_or_default())
}
