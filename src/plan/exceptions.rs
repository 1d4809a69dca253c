//! Controls that are switched off on purpose: the `[[exception]]` tables of a profile file.

use serde::Deserialize;

use super::Exception;
use super::layer::Layer;
use super::validate::did_you_mean;
use crate::catalog::Catalog;
use crate::error::{Place, Problem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawException {
    control: String,
    reason: String,
    owner: String,
    expires: toml::value::Datetime,
    environment: Option<String>,
}

/// An exception, where it stands, and where it holds.
pub(super) struct Active {
    pub(super) exception: Exception,
    pub(super) place: Option<Place>,
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
        let id = &self.exception.control;
        let problem = Problem::new(format!("the exception to `{id}` has no effect: no setting breaks the control"));
        let problem = self.place.iter().cloned().fold(problem, Problem::at);
        problem.help("take the exception out, or change the setting that it is about")
    }
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
        let mut fail =
            |problem: Problem| problems.push(file.place(&key).cloned().into_iter().fold(problem, Problem::at));
        let raw: RawException = match value.clone().try_into() {
            Ok(raw) => raw,
            Err(error) => {
                let problem = Problem::new(format!("this exception is not complete: {}", error.to_string().trim()));
                fail(problem.help("an exception has control, reason, owner and expires = YYYY-MM-DD"));
                continue;
            }
        };
        let Some(date) = raw.expires.date.filter(|_| raw.expires.time.is_none()) else {
            fail(
                Problem::new(format!("`expires` is {}, not a day", raw.expires))
                    .help("write expires = YYYY-MM-DD, without quotes"),
            );
            continue;
        };
        for (name, text) in [("reason", &raw.reason), ("owner", &raw.owner)] {
            if let Err(why) = super::kind::check("text", text) {
                fail(Problem::new(format!("`{name}` of the exception to `{}` is not valid: {why}", raw.control)));
            }
            if text.trim().is_empty() {
                fail(Problem::new(format!("the exception to `{}` has no {name}", raw.control)));
            }
        }
        if !catalog.controls.contains_key(&raw.control) {
            fail(unknown_control(catalog, &raw.control));
        } else if !selected.contains(&raw.control) {
            let problem = Problem::new(format!("there is an exception to `{}`, which nothing selects", raw.control));
            fail(problem.help("take it out"));
        } else if let Some(name) = raw.environment.as_ref().filter(|name| !environments.contains(name)) {
            fail(super::environments::unknown(name, environments));
        } else if exceptions.iter().any(|e| meets(e, &raw)) {
            fail(Problem::new(format!("there are two exceptions to `{}`", raw.control)));
        } else {
            let expires = date.to_string();
            let place = file.place(&format!("{key}.control")).cloned();
            let exception = Exception { control: raw.control, reason: raw.reason, owner: raw.owner, expires };
            exceptions.push(Active { exception, place, environment: raw.environment });
        }
    }
    exceptions
}

/// Whether both are about the same control in the same environment.
fn meets(one: &Active, other: &RawException) -> bool {
    one.exception.control == other.control
        && (one.environment.is_none() || other.environment.is_none() || one.environment == other.environment)
}

pub(super) fn unknown_control(catalog: &Catalog, id: &str) -> Problem {
    let problem = Problem::new(format!("there is no control `{id}`"));
    match did_you_mean(id, catalog.controls.keys().map(String::as_str)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("`aks-harden list controls` prints them"),
    }
}
