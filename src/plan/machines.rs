//! Rules about node pools and their machines.

use super::settings::Settings;
use crate::error::Problem;

/// Numbers of nodes, and zones.
pub(super) fn pools(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let pools = [
        ("system", settings.nodes.system.min, settings.nodes.system.max, settings.nodes.system.zones.is_empty()),
        ("user", settings.nodes.user.min, settings.nodes.user.max, settings.nodes.user.zones.is_empty()),
    ];
    for (name, min, max, no_zones) in pools {
        let (min_key, max_key, zones_key) =
            (format!("nodes.{name}.min"), format!("nodes.{name}.max"), format!("nodes.{name}.zones"));
        if min > max {
            let problem = Problem::new(format!("`{min_key}` = {min} is more than `{max_key}` = {max}"));
            say(problem.help("the least number of nodes cannot be above the most"), &[&min_key, &max_key]);
        }
        if no_zones {
            say(Problem::new(format!("`{zones_key}` is empty")).help("name at least one zone: [\"1\"]"), &[&zones_key]);
        }
    }
}

/// What a size's name says about its machines (Azure's naming of sizes): a `p` after the number of cores stands for Arm64;
/// DC and EC with `a` or `e` there are confidential machines.
fn trusted_launch_unknown_to(size: &str) -> Option<&'static str> {
    let rest = size.strip_prefix("Standard_")?;
    let digits = rest.find(|c: char| c.is_ascii_digit())?;
    let (family, rest) = rest.split_at(digits);
    let features = rest.split('_').next()?.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    if features.contains('p') {
        Some("an Arm64 size")
    } else if matches!(family, "DC" | "EC") && features.starts_with(['a', 'e']) {
        Some("a size of confidential machines")
    } else {
        None
    }
}

/// Machines that cannot boot as `nodes.trusted_launch` wants.
pub(super) fn trusted_launch(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let sizes = [("nodes.system.size", &settings.nodes.system.size), ("nodes.user.size", &settings.nodes.user.size)];
    for (key, size) in sizes.into_iter().filter(|_| settings.nodes.trusted_launch) {
        if let Some(what) = trusted_launch_unknown_to(size.as_str()) {
            let problem = Problem::new(format!(
                "`{key}` {} is {what}, and `nodes.trusted_launch` is true: AKS refuses the two together",
                size.as_str()
            ));
            let problem = problem.help("take an x64 size such as Standard_D4ds_v5, or trusted_launch = false");
            say(problem, &[key, "nodes.trusted_launch"]);
        }
    }
}
