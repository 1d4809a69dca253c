//! Rules about node pools and their machines.

use super::settings::{PoolMode, Settings};
use super::size::Size;
use crate::error::Problem;

/// Numbers of nodes, zones, and the pools that have to be there.
pub(super) fn pools(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (name, pool) in &settings.nodes.pools {
        let key = |field: &str| format!("nodes.pools.{}.{field}", name.as_str());
        let (min, max, zones) = (key("min"), key("max"), key("zones"));
        if pool.min > pool.max {
            let problem = Problem::new(format!("`{min}` = {} is more than `{max}` = {}", pool.min, pool.max));
            say(problem.help("the least number of nodes cannot be above the most"), &[&min, &max]);
        } else if !pool.autoscaling && pool.min != pool.max {
            let fixed = key("autoscaling");
            let problem = Problem::new(format!(
                "`{fixed}` is false, but `{min}` = {} and `{max}` = {} leave the number of nodes open",
                pool.min, pool.max
            ));
            say(problem.help("write the same number in both"), &[&fixed, &min, &max]);
        }
        if pool.zones.is_empty() {
            say(Problem::new(format!("`{zones}` is empty")).help("name at least one zone: [\"1\"]"), &[&zones]);
        }
    }
    for (mode, word, why) in [
        (PoolMode::System, "system", "AKS makes no cluster without one"),
        (PoolMode::User, "user", "the system pool is for AKS's own pods"),
    ] {
        if !settings.nodes.pools.values().any(|pool| pool.mode == mode) {
            let problem = Problem::new(format!("no pool has `nodes.pools.*.mode` = \"{word}\": {why}"));
            let modes = settings.nodes.pools.keys().map(|name| format!("nodes.pools.{}.mode", name.as_str()));
            let keys: Vec<String> = modes.chain(["nodes.pools".to_string()]).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            say(problem.help(format!("write [nodes.pools.{word}] and mode = \"{word}\"")), &keys);
        }
    }
}

/// Machines without trusted launch: Arm64, and the confidential ones of DC and EC, which have an `a` or an `e`.
fn trusted_launch_unknown_to(size: &str) -> Option<&'static str> {
    let size = Size::of(size)?;
    if size.is_arm() {
        Some("an Arm64 size")
    } else if matches!(size.family, "DC" | "EC") && size.features.starts_with(['a', 'e']) {
        Some("a size of confidential machines")
    } else {
        None
    }
}

/// Machines that cannot boot as `trusted_launch` wants.
pub(super) fn trusted_launch(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    for (name, pool) in settings.nodes.pools.iter().filter(|(_, pool)| pool.trusted_launch) {
        let (size, wanted) =
            (format!("nodes.pools.{}.size", name.as_str()), format!("nodes.pools.{}.trusted_launch", name.as_str()));
        if let Some(what) = trusted_launch_unknown_to(pool.size.as_str()) {
            let problem = Problem::new(format!(
                "`{size}` {} is {what}, and `{wanted}` is true: AKS refuses the two together",
                pool.size.as_str()
            ));
            let problem = problem.help("take an x64 size such as Standard_D4ds_v5, or trusted_launch = false");
            say(problem, &[&size, &wanted]);
        }
    }
}

/// A name that Azure takes for a pool of Linux nodes.
pub(super) fn pool_name(text: &str) -> Result<(), String> {
    let sound = (1..=12).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if sound { Ok(()) } else { Err("1 to 12 lower-case letters and digits, starting with a letter".into()) }
}

/// The name of a pool, or empty for any.
pub(super) fn pool_choice(text: &str) -> Result<(), String> {
    if text.is_empty() { Ok(()) } else { pool_name(text) }
}

/// A key of a label or a taint that is not Kubernetes' or AKS's own, and its value.
fn pair(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once('=')?;
    let word = |text: &str, more: &str| {
        (1..=63).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.ends_with(|c: char| c.is_ascii_alphanumeric())
    };
    let (prefix, name) = key.split_once('/').unwrap_or(("x", key));
    (word(prefix, "-.") && word(name, "-_.") && word(value, "-_.")).then_some((key, value))
}

fn is_taken(key: &str) -> bool {
    let prefix = key.split_once('/').map_or("", |(prefix, _)| prefix);
    ["kubernetes.io", "k8s.io", "kubernetes.azure.com"]
        .iter()
        .any(|owner| prefix == *owner || prefix.strip_suffix(owner).is_some_and(|rest| rest.ends_with('.')))
}

/// The taint that keeps everything but AKS's own pods off a system pool.
pub(super) const CRITICAL_ADDONS: &str = "CriticalAddonsOnly=true:NoSchedule";

/// A taint of nodes.
pub(super) fn taint(text: &str) -> Result<(), String> {
    let form =
        "a taint is written team=payments:NoSchedule; the effects are NoSchedule, PreferNoSchedule and NoExecute";
    let (before, effect) = text.rsplit_once(':').ok_or(form)?;
    let (key, _) =
        pair(before).filter(|_| ["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(&effect)).ok_or(form)?;
    if is_taken(key) { Err("keys of Kubernetes and AKS are theirs to set".into()) } else { Ok(()) }
}

/// A label of nodes.
pub(super) fn node_label(text: &str) -> Result<(), String> {
    let (key, _) =
        pair(text).ok_or("a label is written team=payments, with letters, digits, hyphens, dots, underscores")?;
    if is_taken(key) { Err("keys of Kubernetes and AKS are theirs to set".into()) } else { Ok(()) }
}
