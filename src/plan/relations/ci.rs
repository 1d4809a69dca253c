//! Pipelines.

use super::super::settings::Settings;
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let ci = &settings.ci;
    if ci.plan_environment == ci.apply_environment {
        let name = ci.plan_environment.as_str();
        let problem = Problem::new(format!(
            "`ci.plan_environment` and `ci.apply_environment` are both {name}: whoever may look could change everything"
        ));
        say(problem.help("give the two different names"), &["ci.plan_environment", "ci.apply_environment"]);
    }
}
