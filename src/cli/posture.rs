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
        let controls = rendering.catalog.controls.values().filter(|c| !known.contains(&c.id));
        found.extend(moves(controls, World::Kubernetes, &old, &new).into_iter().map(|m| Posture {
            direction: if m.weaker { Direction::Weaker } else { Direction::Stronger },
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
    let mut say = |direction, control: &str, what: String| {
        found.push(Posture { direction, control: control.to_string(), what });
    };
    for id in old.iter().filter(|id| !now.contains_key(**id)) {
        say(Direction::Weaker, id, "is no longer demanded".into());
    }
    for (id, state) in now {
        let was_excepted = before.0.values().any(|a| a.text.contains(&format!("exception: {id} until ")));
        match state {
            ControlState::Excepted(e) if !was_excepted => {
                say(Direction::Weaker, id, format!("is excepted until {}: {} ({})", e.expires, e.reason, e.owner));
            }
            ControlState::On if was_excepted => say(Direction::Stronger, id, "is no longer excepted".into()),
            ControlState::On if !old.contains(id) => say(Direction::Stronger, id, "is demanded now".into()),
            _ => {}
        }
    }
    found
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
