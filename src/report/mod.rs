//! Which control is on, off or excepted, and where it stands: the content of CONTROLS.md.

pub mod access;
pub mod reachability;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::catalog::Catalog;
use crate::catalog::control::{Control, Layer};
use crate::catalog::evidence::World;
use crate::plan::{ControlState, Exception, Plan};
use crate::render::{Mark, Marks};
use crate::tree::Tree;

/// The file that is rendered last, since it says where the others implement each control.
pub const FILE: &str = "CONTROLS.md";

/// The file that says who reaches whom and who may do what, which is computed from the other files.
pub const RUNBOOK: &str = "RUNBOOK.md";

/// The files that say what is off and has left no line to say it at: one in each target.
pub const SAY_THE_UNSAID: [&str; 3] = ["azcli/settings.sh", "bicep/main.bicepparam", "kubernetes/kustomization.yaml"];

/// Exceptions, as comments have them, that no comment of a target names: what they are about went with the control.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Unsaid {
    azcli: Vec<String>,
    bicep: Vec<String>,
    kubernetes: Vec<String>,
}

/// The exceptions that a target should name and does not: by what shows their control, in Azure or in the cluster.
pub fn unsaid(catalog: &Catalog, plan: &Plan, tree: &Tree) -> Unsaid {
    let mut found = Unsaid::default();
    for exception in plan.controls.values().flat_map(ControlState::exceptions) {
        let text = text(exception);
        let evidence = catalog.controls.get(&exception.control).map_or(&[][..], |control| &control.evidence);
        let shown_in = |world: World| evidence.iter().any(|one| one.world() == world);
        let said = |target: &str| {
            tree.0.iter().any(|(path, artifact)| path.as_str().starts_with(target) && artifact.text.contains(&text))
        };
        let azure = shown_in(World::Azure) || evidence.is_empty();
        for (wanted, target, unsaid) in [
            (azure, "azcli/", &mut found.azcli),
            (azure, "bicep/", &mut found.bicep),
            (shown_in(World::Kubernetes), "kubernetes/", &mut found.kubernetes),
        ] {
            if wanted && !said(target) {
                unsaid.push(text.clone());
            }
        }
    }
    found
}

/// What the comment of an exception says.
fn text(e: &Exception) -> String {
    format!("exception: {} until {}: {} ({})", e.subject(), e.expires, e.reason, e.owner)
}

/// The comments of each selected control.
pub fn marks(plan: &Plan) -> Marks {
    let comment = |(id, state): (&String, &ControlState)| {
        let mark = match state {
            ControlState::Excepted(exception) => Mark { text: text(exception), at: Vec::new() },
            state => {
                let at = state.exceptions().iter().filter_map(|e| Some((e.at.clone()?, text(e)))).collect();
                Mark { text: format!("control: {id}"), at }
            }
        };
        (id.clone(), mark)
    };
    Marks {
        controls: plan.controls.iter().map(comment).collect(),
        profile_file: plan.profile_file.clone(),
        environment: plan.environment.clone(),
    }
}

/// Where each control stands, as (file, line), by its comment. A comment is a signpost, never evidence.
pub fn places(tree: &Tree) -> BTreeMap<String, Vec<(String, usize)>> {
    let of_files: Vec<_> = tree.0.par_iter().map(|(path, artifact)| (path, named(&artifact.text))).collect();
    let mut found: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for (path, ids) in of_files {
        for (id, line) in ids {
            found.entry(id.to_string()).or_default().push((path.to_string(), line));
        }
    }
    found
}

/// The ids that the comments of a text name, with their lines.
fn named(text: &str) -> Vec<(&str, usize)> {
    let marked: BTreeSet<usize> = WORDS.iter().flat_map(|word| lines_with(text, word)).collect();
    let lines = text.lines().enumerate().filter(|(index, _)| marked.contains(index));
    lines.flat_map(|(index, line)| control_ids(line).into_iter().map(move |id| (id, index + 1))).collect()
}

const WORDS: [&str; 2] = ["control: ", "exception: "];

/// What a comment begins with, in every language that has any.
const OPENINGS: [&str; 3] = ["# ", "// ", "<!-- "];

/// The numbers of the lines that hold a word, from 0: one search through the text is much faster than one in each line.
fn lines_with<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (mut line, mut last) = (0, 0);
    text.match_indices(word).map(move |(at, _)| {
        line += text[last..at].matches('\n').count();
        last = at;
        line
    })
}

/// The ids that a line's comment names: `control: a, b`, `exception: a until ...`, `exception: a at nodes.pools.user until ...`.
pub fn control_ids(line: &str) -> Vec<&str> {
    // Nearly every line names none, and every line of a tree comes by here.
    if !line.contains("control: ") && !line.contains("exception: ") {
        return Vec::new();
    }
    let slug = |text: &&str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let begins = WORDS.iter().filter_map(|word| {
        let commented = |at: &usize| OPENINGS.iter().any(|opening| line[..*at].ends_with(opening));
        Some((line.match_indices(word).map(|(at, _)| at).find(commented)?, *word))
    });
    let Some((at, word)) = begins.min() else { return Vec::new() };
    let comment = &line[at..];
    let mut ids = Vec::new();
    if word == WORDS[0] {
        let list = &comment[word.len()..];
        let list = list.split([';', '<']).next().unwrap_or(list).trim_end_matches("-->");
        ids.extend(list.split(',').map(str::trim).take_while(slug));
    }
    let excepted = comment.split("exception: ").skip(1).filter_map(|rest| rest.split_once(" until "));
    ids.extend(excepted.map(|(subject, _)| subject.split(" at ").next().unwrap_or(subject)).filter(slug));
    ids
}

/// What the template of the report sees.
pub fn context(catalog: &Catalog, plan: &Plan, tree: &Tree) -> Json {
    let places = places(tree);
    let one = |control: &Control| {
        let state = plan.controls.get(&control.id);
        let exceptions = state.map_or(&[][..], ControlState::exceptions);
        let state = state.map_or("off", ControlState::word);
        let at = places.get(&control.id).cloned().unwrap_or_default();
        let at: Vec<Json> = at.into_iter().map(|(file, line)| json!({ "file": file, "line": line })).collect();
        let references: Vec<Json> =
            control.references.iter().map(|r| json!({ "source": r.source.to_string(), "id": r.id })).collect();
        let mut one = json!({
            "id": control.id,
            "title": control.title,
            "state": state,
            "exceptions": exceptions,
            "owner": control.owner.to_string(),
            "layer": control.layer.slug(),
            "rationale": control.rationale.trim(),
            "costs": control.costs,
            "rights": control.rights,
            "change": control.change.to_string(),
            "change_note": control.change_note,
        });
        // Moved in: the macro would copy lists that are this long, at each level again.
        one["references"] = references.into();
        one["places"] = at.into();
        one
    };
    let layers: Vec<Json> = Layer::ALL
        .iter()
        .map(|layer| {
            let controls: Vec<Json> = catalog.controls.values().filter(|c| c.layer == *layer).map(one).collect();
            let mut one = json!({ "id": layer.slug(), "title": layer.title() });
            one["controls"] = controls.into();
            one
        })
        .collect();
    let planned: Vec<Json> = plan
        .chain
        .iter()
        .filter_map(|name| catalog.profiles.get(name))
        .flat_map(|p| {
            p.head
                .planned
                .iter()
                .map(|x| json!({ "reference": x.reference, "title": x.title, "why": x.why, "profile": p.name }))
        })
        .collect();
    let mut report = json!({});
    report["layers"] = layers.into();
    report["planned"] = planned.into();
    report
}
