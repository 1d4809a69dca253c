//! Which way a control moves between two lists of resources.

use super::evaluate::evaluate_but;
use super::outcome::Outcome;
use super::resource::Resource;
use crate::catalog::control::Control;
use crate::catalog::evidence::World;

/// A control that holds to another degree than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The control.
    pub control: String,
    /// Whether less is enforced than before.
    pub weaker: bool,
    /// What changed, in one sentence.
    pub what: String,
}

/// How the evidence of these controls in one world differs between `before` and `after`.
///
/// A control is weaker when one of its evidences no longer holds, or holds to a lesser degree; it is stronger when one
/// holds that did not, or to a greater degree, and none is weaker. What stands at a place that is excepted moves nothing.
pub fn moves<'a>(
    controls: impl IntoIterator<Item = (&'a Control, Vec<&'a str>)>,
    world: World,
    before: &[Resource],
    after: &[Resource],
) -> Vec<Move> {
    let mut found = Vec::new();
    for (control, excepted) in controls {
        let mut moved: Vec<Move> = Vec::new();
        for evidence in control.evidence.iter().filter(|e| e.world() == world) {
            let (old, new) = (evaluate_but(evidence, before, &excepted), evaluate_but(evidence, after, &excepted));
            let degrees = old.strength().zip(new.strength());
            let (weaker, what) = match (old.holds(), new.holds(), degrees) {
                (true, false, _) => (true, new.failures().into_iter().next().unwrap_or_default()),
                (false, true, _) => (false, format!("now holds: {evidence}")),
                (_, _, Some((was, is))) if is < was => (true, degrees_of(&old, &new)),
                (_, _, Some((was, is))) if is > was => (false, degrees_of(&old, &new)),
                _ => continue,
            };
            moved.push(Move { control: control.id.clone(), weaker, what });
        }
        if moved.iter().any(|m| m.weaker) {
            moved.retain(|m| m.weaker);
        }
        found.extend(moved);
    }
    found
}

/// The weakest value of each side, as `Namespace/shop metadata.labels[...] was "restricted", is "baseline"`.
fn degrees_of(old: &Outcome, new: &Outcome) -> String {
    let weakest = |outcome: &Outcome| {
        let readings = outcome.proof.readings().into_iter().filter(|r| !r.selects && r.strength.is_some());
        let found = readings.min_by(|a, b| a.strength.partial_cmp(&b.strength).unwrap_or(std::cmp::Ordering::Equal));
        found.map(|r| {
            let value = r.found.as_ref().map_or_else(|| "nothing".to_string(), ToString::to_string);
            (format!("{} {}", r.resource, r.path), value)
        })
    };
    let (place, is) = weakest(new).unwrap_or_default();
    let (_, was) = weakest(old).unwrap_or_default();
    format!("{place} was {was}, is {is}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_lower_level_is_weaker_and_a_higher_one_stronger() {
        let text = r#"title = "t"
owner = "security"
rationale = "r"
attack = "a"
breaks = "b"
costs = "nothing"
rights = "none"
change = "in place"
requires = [{ setting = "pods.security", equals = "restricted" }]
[[evidence]]
of = "Namespace"
path = "level"
at_least = "baseline"
order = ["privileged", "baseline", "restricted"]
"#;
        let control = Control::parse("pods/levels.toml", text).unwrap();
        let at = |level: &str| {
            Resource::kubernetes(json!({ "kind": "Namespace", "metadata": { "name": "n" }, "level": level }))
                .into_iter()
                .collect::<Vec<_>>()
        };
        let way = |old: &str, new: &str| {
            let found = moves([(&control, Vec::new())], World::Kubernetes, &at(old), &at(new));
            found.into_iter().map(|m| m.weaker).collect::<Vec<_>>()
        };
        assert!(way("restricted", "restricted").is_empty());
        assert_eq!(way("restricted", "baseline"), [true]);
        assert_eq!(way("baseline", "privileged"), [true]);
        assert_eq!(way("baseline", "restricted"), [false]);
        assert_eq!(way("privileged", "baseline"), [false]);
    }
}
