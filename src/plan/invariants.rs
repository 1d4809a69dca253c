//! Controls against settings: what each selected control demands has to hold, or an exception names it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::exceptions::Active;
use super::validate::Placed;
use super::{ControlState, Exception};
use crate::catalog::Catalog;
use crate::catalog::control::Control;
use crate::catalog::requirement::{self, Violation};
use crate::error::Problem;

/// The selected controls, the exceptions, and where they are to hold.
pub(super) struct Invariants<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) selected: &'a [String],
    pub(super) exceptions: &'a [Active],
    pub(super) environment: Option<&'a str>,
}

impl Invariants<'_> {
    /// The state of each selected control; what breaks one without an exception, and which exception is not needed, goes
    /// to `problems`.
    pub(super) fn check(
        &self,
        settings: &Json,
        placed: Placed<'_>,
        problems: &mut Vec<Problem>,
    ) -> BTreeMap<String, ControlState> {
        let controls = self.selected.iter().filter_map(|id| self.catalog.controls.get(id));
        controls.map(|control| (control.id.clone(), self.state(control, settings, placed, problems))).collect()
    }

    fn state(
        &self,
        control: &Control,
        settings: &Json,
        placed: Placed<'_>,
        problems: &mut Vec<Problem>,
    ) -> ControlState {
        let mut violations: Vec<Violation> =
            control.requires.iter().flat_map(|r| requirement::check(r, settings)).collect();
        let places: BTreeSet<String> = control.requires.iter().flat_map(|r| requirement::places(r, settings)).collect();
        let places: Vec<String> = places.into_iter().collect();
        let mut partly: Vec<Exception> = Vec::new();
        let mine = self.exceptions.iter().filter(|e| e.exception.control == control.id && e.holds_in(self.environment));
        for active in mine {
            // One for all environments may be needed in some of them; in the others the control holds.
            let only_here = active.environment.as_deref() == self.environment;
            let Some(at) = &active.exception.at else {
                if !violations.is_empty() {
                    return ControlState::Excepted(active.exception.clone());
                }
                problems.extend(only_here.then(|| active.idle()));
                continue;
            };
            let before = violations.len();
            violations.retain(|violation| violation.place.as_ref() != Some(at));
            if violations.len() < before {
                partly.push(active.exception.clone());
            } else if only_here {
                problems.push(if places.contains(at) { active.idle() } else { active.nowhere(at, &places) });
            }
        }
        problems.extend(violations.into_iter().map(|violation| self.broken(control, violation, placed)));
        if partly.is_empty() { ControlState::On } else { ControlState::Partly(partly) }
    }

    fn broken(&self, control: &Control, violation: Violation, placed: Placed<'_>) -> Problem {
        let found = violation.found.map_or_else(|| "not set".to_string(), |v| v.to_string());
        let id = &control.id;
        let what = format!("`{}` is {found}, but the control `{id}` says it {}", violation.setting, violation.demand);
        let place = placed(&violation.setting);
        // Nobody can edit a profile of ours: what it leaves open is for the profile file to say.
        let ours = place.as_ref().is_some_and(|place| place.file.starts_with("profiles/"));
        let mut problem = place.into_iter().fold(Problem::new(what), Problem::at);
        if ours {
            problem = problem.help(format!("set `{}` in the profile file", violation.setting));
        }
        let at = violation.place.map(|place| format!("\nat = \"{place}\"")).unwrap_or_default();
        let environment = self.environment.map(|name| format!("\nenvironment = \"{name}\"")).unwrap_or_default();
        // What makes it count may be what was meant to be said otherwise.
        let mine = control.requires.iter().filter(|requirement| requirement.setting == violation.setting);
        for condition in mine.filter_map(|requirement| requirement.applies_when.as_ref()) {
            problem = placed(&condition.setting).into_iter().fold(problem, Problem::at);
            problem = problem.help(format!("it counts because of `{}`", condition.setting));
        }
        problem.help(format!("{id}: {}", control.title)).help(format!(
            "if you must, write:\n[[exception]]\ncontrol = \"{id}\"{at}{environment}\nreason = \"...\"\nowner = \"...\"\nexpires = YYYY-MM-DD",
        ))
    }
}
