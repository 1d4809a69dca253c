//! `aks-harden check`: tells CI whether the tree is what the profile file renders, and whether everything still holds.

use std::fmt::Write as _;

use serde_json::json;

use crate::cli::args::CheckArgs;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Part, Rendering};
use crate::cli::posture::posture;
use crate::cli::report::{self, BAD, GOOD, STRONG, Screen, WARN, styled};
use crate::cli::{changes, clock};
use crate::diff::{self, Action, Before, Direction, OnEdit, State, View, Wishes};
use crate::error::{Place, Result};
use crate::plan::environments::{self, Differences};
use crate::plan::{ControlState, Exception, expiry};

/// One thing that is not as it should be. A warning has the code of "done".
struct Finding {
    kind: &'static str,
    exit: Exit,
    what: String,
    place: Option<Place>,
    help: String,
}

pub(in crate::cli) fn run(args: &CheckArgs, screen: &mut Screen) -> Result<Exit> {
    let as_of = args.as_of.as_deref().map_or_else(|| Ok(clock::today()), expiry::day)?;
    let soon = expiry::days(args.expiring_within.as_deref().unwrap_or("0d"))?;
    let renderings = load::render(&args.source, &args.output)?;
    let days = (as_of, soon);
    let parts: Vec<Part> = renderings.iter().map(|rendering| one(rendering, days, screen)).collect();
    let exit = parts.iter().map(|part| part.exit).max().unwrap_or(Exit::Done);
    let mut plans = Vec::new();
    let mut catalog = None;
    for rendering in renderings {
        plans.push(rendering.plan);
        catalog = Some(rendering.catalog);
    }
    let differences = catalog.map(|catalog| environments::differences(&catalog, &plans)).unwrap_or_default();
    if screen.is_json() {
        let mut whole = load::whole(parts);
        if plans.iter().any(|plan| plan.environment.is_some()) {
            whole["as_of"] = as_of.to_string().into();
            whole["differences"] = json!(differences);
        }
        screen.json(&whole);
    } else if !differences.is_empty() {
        screen.print(&differ(&differences));
    }
    Ok(exit)
}

fn one(rendering: &Rendering, (as_of, soon): (jiff::civil::Date, jiff::Span), screen: &mut Screen) -> Part {
    let on_disk = &rendering.on_disk;
    let changeset = diff::compare(&on_disk.snapshot, &on_disk.lock, &rendering.tree);
    let before = Before { lock: on_disk.lock_text.as_deref(), pack: on_disk.pack_text.as_deref() };
    let mut wishes = Wishes { on_edit: &mut |_| OnEdit::Fail, restore: false };
    let decision = diff::decide(&changeset, &rendering.tree, rendering.lock(), before, &mut wishes);
    let view = View::new(&changeset, &decision, posture(rendering));
    let mut findings = differences(&view, rendering);
    findings.extend(weakened(&view));
    let named = |text: &str| rendering.tree.names(text);
    findings.extend(expiry::find(&rendering.catalog, &rendering.plan, named, as_of, soon).into_iter().map(|found| {
        let (exit, verb) = if found.expired { (Exit::Weakened, "ended") } else { (Exit::Done, "ends") };
        let what = format!("{} {verb} on {}", found.what, found.ends);
        Finding {
            kind: if found.expired { "expired" } else { "expiring" },
            exit,
            what,
            place: found.place,
            help: found.help,
        }
    }));
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.exit));
    let exit = findings.iter().map(|finding| finding.exit).max().unwrap_or(Exit::Done);
    let found = |finding: &Finding| {
        let place = finding.place.as_ref().map(report::place);
        json!({ "kind": finding.kind, "code": finding.exit.code(), "what": finding.what, "place": place, "help": finding.help })
    };
    let exceptions: Vec<&Exception> = rendering.plan.controls.values().flat_map(ControlState::exceptions).collect();
    let json = || {
        json!({
            "format_version": 1,
            "exit": exit.code(),
            "as_of": as_of.to_string(),
            "findings": findings.iter().map(found).collect::<Vec<_>>(),
            "exceptions": exceptions,
            "changes": view,
        })
    };
    let part = Part::new(rendering, exit, screen, json);
    if !screen.is_json() {
        screen.print(&text(&findings, &exceptions, &view, rendering));
    }
    part
}

/// Where the environments differ in what controls are about. That is no finding: they may.
fn differ(differences: &Differences) -> String {
    let mut text = format!("{}\n", styled(STRONG, "environments differ"));
    for (id, states) in &differences.controls {
        let states: Vec<String> = states.iter().map(|(name, state)| format!("{name} {state}")).collect();
        let _ = writeln!(text, "  {id}: {}", states.join("; "));
    }
    for (key, differing) in &differences.settings {
        let values: Vec<String> = differing.values.iter().map(|(name, value)| format!("{name} {value}")).collect();
        let _ = writeln!(text, "  {key}: {} ({})", values.join("; "), differing.controls.join(", "));
    }
    text
}

/// What a rendering would change, and what hands have changed.
fn differences(view: &View, rendering: &Rendering) -> Vec<Finding> {
    let mut findings = Vec::new();
    let place = |path: &str| Some(Place::file(rendering.folder.path().join(path).display().to_string()));
    for file in &view.files {
        let (exit, what, help) = match (file.state, file.action) {
            (_, Action::Conflict) => (Exit::HandEdits, file.why.as_str(), ""),
            (State::HandEdit, _) => (
                Exit::HandEdits,
                "edited by hand",
                "set it in the profile file, or delete the file and run `aks-harden render --restore`",
            ),
            (State::Deleted, _) => (Exit::HandEdits, "deleted by hand", "run `aks-harden render --restore`"),
            (State::New, _) => (Exit::Differences, "not rendered yet", "run `aks-harden render`"),
            (State::Gone | State::Forgotten, _) => (Exit::Differences, "no longer rendered", "run `aks-harden render`"),
            _ => (Exit::Differences, "rendered otherwise now", "run `aks-harden render`"),
        };
        let kind = if exit == Exit::HandEdits { "hand-edit" } else { "difference" };
        findings.push(Finding { kind, exit, what: what.into(), place: place(&file.path), help: help.into() });
    }
    if view.differs && findings.is_empty() {
        let what = "the lock or the pack beside it is not up to date".into();
        findings.push(Finding {
            kind: "difference",
            exit: Exit::Differences,
            what,
            place: place(diff::LOCK_NAME),
            help: "run `aks-harden render`".into(),
        });
    }
    findings
}

/// Controls that enforce less than in the tree on disk. One with an exception is weaker on purpose.
fn weakened(view: &View) -> Vec<Finding> {
    let weaker = view.posture.iter().flatten().filter(|p| p.direction != Direction::Stronger && !p.excepted);
    weaker
        .map(|posture| Finding {
            kind: "weakened",
            exit: Exit::Weakened,
            what: format!("the control `{}`: {}", posture.control, posture.what),
            place: None,
            help: "take the change back; to go without the control for a while, keep it and write an [[exception]]"
                .into(),
        })
        .collect()
}

fn text(findings: &[Finding], exceptions: &[&Exception], view: &View, rendering: &Rendering) -> String {
    let mut text = changes::summary(view, &rendering.folder.path().display().to_string(), false);
    for finding in findings {
        let (style, word) = match finding.exit {
            Exit::Done => (WARN, "warning"),
            Exit::Differences => (WARN, "differs"),
            Exit::HandEdits => (BAD, "by hand"),
            Exit::Weakened | Exit::Failed => (BAD.bold(), "weaker"),
        };
        let _ = write!(text, "  {style}{word:<8}{style:#} ");
        if let Some(place) = &finding.place {
            let _ = write!(text, "{place}: ");
        }
        let _ = writeln!(text, "{}", finding.what);
        if !finding.help.is_empty() {
            let _ = writeln!(text, "           {}", finding.help);
        }
    }
    if findings.is_empty() {
        let _ = writeln!(text, "  {}", styled(GOOD, "clean"));
    }
    for exception in exceptions {
        let _ = writeln!(text, "  {} {exception}", styled(STRONG, &exception.control));
    }
    text
}
