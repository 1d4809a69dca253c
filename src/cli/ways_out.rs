//! What ways out rule out, on paper: for `plan` and `explain`.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::cli::report::{STRONG, WARN, styled};
use crate::cli::text;
use crate::plan::Plan;
use crate::plan::describe::Setting;
use crate::plan::egress::{self, Exclusion, Fate};

/// The setting that chooses one.
const SETTING: &str = "network.egress";

fn rows<'a>(exclusions: impl Iterator<Item = &'a Exclusion>) -> Vec<Vec<String>> {
    let fate = |exclusion: &Exclusion| match exclusion.fate {
        Fate::Refused => "refused",
        Fate::NotPossible => "not possible",
        Fate::CutOff => "cut off",
    };
    let row = |e: &Exclusion| vec![format!("  {}", fate(e)), format!("{}: {}", e.what, e.why)];
    exclusions.map(row).collect()
}

/// What the way out of a plan means for it.
pub(in crate::cli) fn of_plan(plan: &Plan) -> String {
    let name = egress::name(plan.settings.network.egress);
    let found = egress::of_plan(&plan.settings);
    let cut = found.iter().filter(|e| e.fate == Fate::CutOff).count();
    let cut = if cut > 0 { format!(", {}", styled(WARN, &format!("{cut} cut off"))) } else { String::new() };
    let head = format!("\n{} {name}: {} do not go together with it{cut}\n", styled(STRONG, "way out"), found.len());
    head + &text::columns(&rows(found.into_iter()), text::width())
}

/// The same for machines.
pub(in crate::cli) fn json_of_plan(plan: &Plan) -> Json {
    json!({ "id": egress::name(plan.settings.network.egress), "exclusions": egress::of_plan(&plan.settings) })
}

/// What each way out rules out, where this is the setting that chooses one; else nothing.
pub(in crate::cli) fn of_setting(setting: &Setting) -> String {
    let mut out = String::new();
    for allowed in setting.allowed.iter().filter(|_| setting.id == SETTING) {
        let Some(way) = egress::parse(&allowed.value) else { continue };
        let _ = writeln!(out, "{} {}", styled(STRONG, "does not go together with"), styled(STRONG, &allowed.value));
        let _ = writeln!(out, "{}", text::columns(&rows(egress::exclusions(way)), text::width()));
    }
    out
}

/// The same for machines.
pub(in crate::cli) fn json_of_setting(setting: &Setting) -> Json {
    let ways = setting.allowed.iter().filter(|_| setting.id == SETTING);
    ways.filter_map(|allowed| {
        let exclusions: Vec<_> = egress::exclusions(egress::parse(&allowed.value)?).collect();
        Some((allowed.value.clone(), json!(exclusions)))
    })
    .collect::<serde_json::Map<_, _>>()
    .into()
}
