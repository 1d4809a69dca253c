//! Controls that are switched off on purpose: the `[[exception]]` tables of a profile file.

use serde::Deserialize;

use super::Exception;
use super::instead;
use super::layer::Layer;
use super::validate::did_you_mean;
use crate::catalog::Catalog;
use crate::error::{Problem, clipped};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawException {
    control: String,
    reason: String,
    owner: String,
    expires: toml::value::Datetime,
    at: Option<String>,
    environment: Option<String>,
}

/// An exception, and where it holds.
pub(super) struct Active {
    pub(super) exception: Exception,
    /// The one environment that it is for; it holds in all of them where it names none.
    pub(super) environment: Option<String>,
}

impl Active {
    /// Whether it holds in an environment; without environments, it does.
    pub(super) fn holds_in(&self, environment: Option<&str>) -> bool {
        self.environment.is_none() || self.environment.as_deref() == environment
    }

    /// What is wrong with it where no setting breaks its control.
    pub(super) fn idle(&self) -> Problem {
        let (subject, there) = (named(&self.exception), if self.exception.at.is_some() { " there" } else { "" });
        let problem =
            Problem::new(format!("the exception to {subject} has no effect: no setting breaks the control{there}"));
        self.at(problem).help("take the exception out, or change the setting that it is about")
    }

    /// What is wrong with it where its control is not about the place that it names.
    pub(super) fn nowhere(&self, place: &str, places: &[String]) -> Problem {
        let id = &self.exception.control;
        let problem = self.at(Problem::new(format!("the control `{id}` is not about `{place}`")));
        if places.is_empty() {
            return problem.help("it has no places of its own: leave `at` out, and the exception is to all of it");
        }
        let problem = match did_you_mean(place, places.iter().map(String::as_str)) {
            Some(near) => problem.help(format!("did you mean \"{near}\"?")),
            None => problem,
        };
        problem.help(format!("its places are: {}", places.join(", ")))
    }

    fn at(&self, problem: Problem) -> Problem {
        self.exception.place.iter().cloned().fold(problem, Problem::at)
    }
}

/// The control in backticks, and the place.
fn named(exception: &Exception) -> String {
    let at = exception.at.as_ref().map(|place| format!(" at `{place}`")).unwrap_or_default();
    format!("`{}`{at}", exception.control)
}

/// The keys of an exception; the first four have to be there.
const KEYS: [&str; 6] = ["control", "reason", "owner", "expires", "at", "environment"];

/// What keeps a table from being an exception, each with the key that it is about.
fn shape(value: &toml::Value) -> Vec<(String, Problem)> {
    const FORM: &str = "an exception has control, reason, owner and expires = YYYY-MM-DD; with `at`, it is to one place of the control";
    let Some(table) = value.as_table() else {
        return vec![(String::new(), Problem::new("an exception has to be a table").help(FORM))];
    };
    let mut wrong = Vec::new();
    for (key, value) in table {
        let shown = clipped(&value.to_string());
        let day = value.as_datetime().is_some_and(|day| day.date.is_some() && day.time.is_none());
        let problem = match key.as_str() {
            "expires" if day => continue,
            "expires" => Problem::new(format!("`expires` of an exception is {shown}, not a day"))
                .help("write expires = YYYY-MM-DD, without quotes"),
            known if KEYS.contains(&known) && value.is_str() => continue,
            known if KEYS.contains(&known) => {
                Problem::new(format!("`{known}` of an exception has to be text in quotes, not {shown}"))
                    .help(instead::of_text(value))
            }
            other => {
                let problem = Problem::new(format!("an exception has no `{other}`"));
                match did_you_mean(other, KEYS) {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem.help(FORM),
                }
            }
        };
        wrong.push((key.clone(), problem));
    }
    let missing: Vec<&str> = KEYS[..4].iter().copied().filter(|key| !table.contains_key(*key)).collect();
    if !missing.is_empty() {
        let problem = Problem::new(format!("this exception is not complete: it has no {}", missing.join(", ")));
        wrong.push((String::new(), problem.help(FORM)));
    }
    wrong
}

/// Every sound exception of the file, for whichever environment; what is wrong with the others goes to `problems`.
pub(super) fn exceptions(
    catalog: &Catalog,
    file: &Layer,
    selected: &[String],
    environments: &[String],
    problems: &mut Vec<Problem>,
) -> Vec<Active> {
    let mut exceptions: Vec<Active> = Vec::new();
    let Some(value) = file.table.get("exception") else {
        return exceptions;
    };
    let Some(list) = value.as_array() else {
        let problem = Problem::new("`exception` has to be a list of tables").help("write [[exception]] above its keys");
        problems.push(file.place("exception").cloned().into_iter().fold(problem, Problem::at));
        return exceptions;
    };
    for (index, value) in list.iter().enumerate() {
        let key = format!("exception.{index}");
        let wrong = shape(value);
        let raw = if wrong.is_empty() { value.clone().try_into::<RawException>().ok() } else { None };
        let Some(raw) = raw else {
            problems.extend(wrong.into_iter().map(|(part, problem)| {
                let place = file.place(&if part.is_empty() { key.clone() } else { format!("{key}.{part}") }).cloned();
                place.into_iter().fold(problem, Problem::at)
            }));
            continue;
        };
        for (name, text) in [("reason", &raw.reason), ("owner", &raw.owner)] {
            let of = format!("`{name}` of the exception to `{}`", raw.control);
            let begins = ["control: ", "exception: "].into_iter().find(|word| text.contains(word));
            let problem = match (super::kind::check("text", text), begins) {
                (Err(why), _) => Problem::new(format!("{of} is not valid: {why}")),
                (_, Some(word)) => Problem::new(format!("{of} holds `{word}`"))
                    .help("it stands in comments, where that word begins another one: say it in other words"),
                _ if text.trim().is_empty() => Problem::new(format!("{of} is empty")),
                _ if text.trim() != text => Problem::new(format!("{of} begins or ends with a blank")),
                _ => continue,
            };
            problems.push(file.place(&format!("{key}.{name}")).cloned().into_iter().fold(problem, Problem::at));
        }
        let mut fail = |problem: Problem| {
            let place = file.place(&format!("{key}.control")).cloned();
            problems.push(place.into_iter().fold(problem, Problem::at));
        };
        if !catalog.controls.contains_key(&raw.control) {
            fail(unknown_control(catalog, &raw.control));
        } else if !selected.contains(&raw.control) {
            let problem = Problem::new(format!("there is an exception to `{}`, which nothing selects", raw.control));
            fail(problem.help("take it out"));
        } else if let Some(name) = raw.environment.as_ref().filter(|name| !environments.contains(name)) {
            fail(super::environments::unknown(name, environments));
        } else if let Some(other) = exceptions.iter().find(|e| meets(e, &raw)) {
            let at = raw.at.as_ref().map(|place| format!(" at `{place}`")).unwrap_or_default();
            let problem = Problem::new(format!("there are two exceptions to `{}`{at}", raw.control));
            fail(other.at(problem).help("keep one of them"));
        } else {
            let expires = raw.expires.date.map(|date| date.to_string()).unwrap_or_default();
            let about = if raw.at.is_some() { "at" } else { "control" };
            let place = file.place(&format!("{key}.{about}")).cloned();
            let RawException { control, at, reason, owner, environment, .. } = raw;
            exceptions
                .push(Active { exception: Exception { control, at, reason, owner, expires, place }, environment });
        }
    }
    exceptions
}

/// Whether both are about the same place of the same control in the same environment.
fn meets(one: &Active, other: &RawException) -> bool {
    one.exception.control == other.control
        && (one.exception.at.is_none() || other.at.is_none() || one.exception.at == other.at)
        && (one.environment.is_none() || other.environment.is_none() || one.environment == other.environment)
}

pub(super) fn unknown_control(catalog: &Catalog, id: &str) -> Problem {
    let problem = Problem::new(format!("there is no control `{id}`"));
    match did_you_mean(id, catalog.controls.keys().map(String::as_str)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`aks-harden list controls` prints them"),
    }
}
