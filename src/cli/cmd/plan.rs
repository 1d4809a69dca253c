//! `aks-harden plan`: the whole decision, with where each value came from.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::cli::args::PlanArgs;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Part, Resolved};
use crate::cli::report::{self, GOOD, STRONG, Screen, WARN, styled};
use crate::cli::{allotment, text, ways_out};
use crate::error::Result;
use crate::plan::layer::Origin;
use crate::plan::view::{facts_of_nobody, facts_still_missing};
use crate::plan::{ControlState, Plan, network};

pub(in crate::cli) fn run(args: &PlanArgs, screen: &mut Screen) -> Result<Exit> {
    let Resolved { catalog, plans } = load::resolve(&args.source)?;
    if screen.is_json() {
        let part = |plan: &Plan| Part { environment: plan.environment.clone(), exit: Exit::Done, json: whole(plan) };
        screen.json(&load::whole(plans.iter().map(part).collect()));
        return Ok(Exit::Done);
    }
    for (index, plan) in plans.iter().enumerate() {
        let planned =
            plan.chain.iter().filter_map(|name| catalog.profiles.get(name)).flat_map(|p| &p.head.planned).count();
        let before = if index > 0 { "\n" } else { "" };
        screen.print(&(before.to_string() + &page(plan, planned)));
    }
    Ok(Exit::Done)
}

/// Where a value came from, in a few words.
pub(in crate::cli) fn origin(value: &crate::plan::Resolved) -> String {
    match (&value.origin, &value.place) {
        (Origin::File | Origin::Needs, Some(place)) if place.line > 0 => place.to_string(),
        (Origin::Environment(_), Some(place)) if place.line > 0 => format!("{place} ({})", value.origin),
        (origin, _) => origin.to_string(),
    }
}

fn whole(plan: &Plan) -> Json {
    let settings: Vec<Json> = plan
        .values
        .iter()
        .map(|(key, value)| {
            json!({
                "id": key,
                "value": value.value,
                "origin": value.origin.to_string(),
                "place": value.place.as_ref().map(report::place),
            })
        })
        .collect();
    let controls: Vec<Json> = plan
        .controls
        .iter()
        .map(|(id, state)| json!({ "id": id, "state": state.word(), "exceptions": state.exceptions() }))
        .collect();
    json!({
        "format_version": 1,
        "profile_file": plan.profile_file,
        "chain": plan.chain,
        "recommendation": plan.recommendation,
        "settings": settings,
        "controls": controls,
        "network": network::table::table(&plan.settings),
        "way_out": ways_out::json_of_plan(plan),
        "missing_facts": facts_still_missing(plan),
        "facts_of_nobody": facts_of_nobody(plan),
    })
}

fn page(plan: &Plan, planned: usize) -> String {
    let mut out = String::new();
    if let Some(name) = &plan.environment {
        let _ = writeln!(out, "{} {name}, with its tree in {}", styled(STRONG, "environment"), plan.output_dir());
    }
    let chain: Vec<&str> = plan.chain.iter().rev().map(String::as_str).collect();
    let (first, below) = chain.split_first().map_or(("", &[][..]), |(first, below)| (*first, below));
    let _ = writeln!(out, "{} {first}, which extends {}", styled(STRONG, "profile"), below.join(", which extends "));
    for reason in plan.recommendation.iter().flat_map(|r| &r.reasons) {
        let _ = writeln!(out, "  because of [needs]: {reason}");
    }
    let rows: Vec<Vec<String>> =
        plan.values.iter().map(|(key, value)| vec![format!("  {key}"), short(&value.value), origin(value)]).collect();
    let _ = writeln!(out, "\n{} ({})", styled(STRONG, "settings"), rows.len());
    out += &text::columns(&rows, usize::MAX);
    let count = |word: &str| plan.controls.values().filter(|state| state.word() == word).count();
    let mut counts = format!("{} on, {} excepted", count("on"), count("excepted"));
    if count("partly") > 0 {
        let _ = write!(counts, ", {} excepted at some place", count("partly"));
    }
    let _ = writeln!(out, "\n{} {counts}", styled(STRONG, "controls"));
    let ids: Vec<&str> =
        plan.controls.iter().filter(|(_, state)| **state == ControlState::On).map(|(id, _)| id.as_str()).collect();
    out += &text::paragraph(&ids.join(", "), 2);
    for e in plan.controls.values().flat_map(ControlState::exceptions) {
        let _ = writeln!(out, "  {} {e}", styled(WARN, &e.control));
    }
    if planned > 0 {
        let _ =
            writeln!(out, "  {planned} more are asked for by this tier and not there yet: aks-harden explain {first}");
    }
    out += &allotment::of_plan(plan);
    out += &ways_out::of_plan(plan);
    let missing = facts_still_missing(plan);
    let facts = if missing.is_empty() {
        styled(GOOD, "none is missing")
    } else {
        format!(
            "{} the client ids of {}; azcli/facts.sh writes them after the deployment",
            styled(WARN, "missing:"),
            missing.join(", ")
        )
    };
    let _ = writeln!(out, "\n{} {facts}", styled(STRONG, "facts"));
    let of_nobody = facts_of_nobody(plan);
    if !of_nobody.is_empty() {
        let _ = writeln!(
            out,
            "  {} client ids of {}: nothing here goes by these names",
            styled(WARN, "of nobody:"),
            of_nobody.join(", ")
        );
    }
    out
}

/// How much of a value is shown; `--format json` gives it whole.
const LONGEST: usize = 60;

fn short(value: &toml::Value) -> String {
    let text = value.to_string().replace('\n', " ");
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST - 3).chain("...".chars()).collect() }
}
