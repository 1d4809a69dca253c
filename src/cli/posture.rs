//! What a rendering does to the controls: those that are demanded, dropped or excepted, and what the manifests show.

use std::collections::BTreeSet;

use super::load::Rendering;
use crate::catalog::evidence::World;
use crate::diff::{Direction, Found, Posture};
use crate::evidence::{kubernetes, moves};
use crate::plan::ControlState;
use crate::tree::{Artifact, Tree};

/// Every control that moves between what is on disk and the rendering; none where nothing was rendered before.
pub(super) fn posture(rendering: &Rendering) -> Option<Vec<Posture>> {
    let on_disk = &rendering.on_disk;
    on_disk.lock_text.as_ref()?;
    let before = tree_on_disk(rendering);
    let mut found = demands(rendering, &before);
    // A tree that hands have broken so that it is no YAML cannot be weighed; its hand edits are reported as such.
    if let (Ok(old), Ok(new)) = (kubernetes::read(&before), kubernetes::read(&rendering.tree)) {
        let known: BTreeSet<String> = found.iter().map(|p| p.control.clone()).collect();
        let state = |id: &String| rendering.plan.controls.get(id);
        let places =
            |id| state(id).into_iter().flat_map(ControlState::exceptions).filter_map(|e| e.at.as_deref()).collect();
        let controls = rendering.catalog.controls.values().filter(|c| !known.contains(&c.id));
        let controls = controls.map(|control| (control, places(&control.id)));
        found.extend(moves(controls, World::Kubernetes, &old, &new).into_iter().map(|m| Posture {
            direction: if m.weaker { Direction::Weaker } else { Direction::Stronger },
            excepted: matches!(state(&m.control), Some(ControlState::Excepted(_))),
            control: m.control,
            what: m.what,
        }));
    }
    found.sort();
    found.dedup();
    Some(found)
}

/// Controls that are demanded now and were not, or the other way round, or are excepted now and were not.
fn demands(rendering: &Rendering, before: &Tree) -> Vec<Posture> {
    let old: BTreeSet<&String> = rendering.on_disk.lock.stamp.controls.iter().collect();
    let now = &rendering.plan.controls;
    let mut found = Vec::new();
    let mut say = |direction, control: &str, what: String, excepted: bool| {
        found.push(Posture { direction, control: control.to_string(), what, excepted });
    };
    for id in old.iter().filter(|id| !now.contains_key(**id)) {
        say(Direction::Weaker, id, "is no longer demanded".into(), false);
    }
    for (id, state) in now {
        let were: BTreeSet<&str> = before.0.values().flat_map(|file| excepted_in(&file.text, id)).collect();
        let are = state.exceptions();
        let everywhere = are.iter().any(|e| e.at.is_none());
        for exception in are.iter().filter(|e| !were.contains(e.subject().as_str())) {
            // From all of a control to a place of it is no loss.
            let direction = if were.contains(id.as_str()) { Direction::Stronger } else { Direction::Weaker };
            say(direction, id, format!("is {exception}"), true);
        }
        let gone = |subject: &&&str| !everywhere && are.iter().all(|e| e.subject() != ***subject);
        for subject in were.iter().filter(gone) {
            let at = subject.strip_prefix(id.as_str()).unwrap_or_default();
            say(Direction::Stronger, id, format!("is no longer excepted{at}"), false);
        }
        if are.is_empty() && were.is_empty() && !old.contains(id) {
            say(Direction::Stronger, id, "is demanded now".into(), false);
        }
    }
    found
}

/// The exceptions to a control that the comments of a text name: `id`, or `id at nodes.pools.user`.
fn excepted_in<'a>(text: &'a str, id: &str) -> Vec<&'a str> {
    let begin = format!("exception: {id}");
    let found = text.match_indices(&begin).map(|(at, _)| &text[at + "exception: ".len()..]);
    let subjects = found.filter_map(|rest| rest.split_once(" until ").map(|(subject, _)| subject));
    let mine = |subject: &&str| subject.strip_prefix(id).is_some_and(|at| at.is_empty() || at.starts_with(" at "));
    subjects.filter(mine).collect()
}

/// The text files that are on disk.
fn tree_on_disk(rendering: &Rendering) -> Tree {
    let mut tree = Tree::default();
    for (path, found) in &rendering.on_disk.snapshot {
        let Found::File(found) = found else { continue };
        if let Some(text) = found.text() {
            tree.0.insert(path.clone(), Artifact { text: text.to_string(), executable: found.executable });
        }
    }
    tree
}
