//! Asks, at a terminal, what becomes of a hand edit that is in the way.

use std::io::IsTerminal as _;

use dialoguer::Select;

use super::changes;
use super::report::Screen;
use crate::diff::{self, Before, Change, Changeset, Decision, Lock, OnEdit, State, View, Wishes};
use crate::tree::Tree;

/// Whether there is somebody to ask.
pub(super) fn is_possible(screen: &Screen) -> bool {
    !screen.is_json() && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks about one file. Keeping the edit is the default, and giving up is always possible.
pub(super) fn on_edit(change: &Change<'_>, tree: &Tree, screen: &mut Screen) -> OnEdit {
    let (what, choices): (_, &[(&str, Option<OnEdit>)]) = match change.state {
        State::EditedAndGone => ("was edited by hand and is no longer rendered", &[KEEP, STOP, SHOW]),
        State::Unresolved => ("still holds conflict markers", &[STOP, OVERWRITE, SHOW]),
        State::InTheWay => ("was not written by aks-harden", &[KEEP, STOP, SHOW]),
        _ => ("was edited by hand and is rendered otherwise now", &[KEEP, MERGE, OVERWRITE, STOP, SHOW]),
    };
    let items: Vec<&str> = choices.iter().map(|(text, _)| *text).collect();
    loop {
        let select = Select::new().with_prompt(format!("{} {what}", change.path)).items(&items).default(0);
        let Ok(Some(chosen)) = select.interact_opt() else { return OnEdit::Fail };
        match choices.get(chosen) {
            Some((_, Some(on_edit))) => return *on_edit,
            Some((_, None)) => screen.note(&difference(change, tree)),
            None => return OnEdit::Fail,
        }
    }
}

const KEEP: (&str, Option<OnEdit>) = ("keep it as it is", Some(OnEdit::Keep));
const MERGE: (&str, Option<OnEdit>) = ("merge it with the rendering", Some(OnEdit::Merge));
const OVERWRITE: (&str, Option<OnEdit>) = ("replace it by the rendering", Some(OnEdit::Overwrite));
const STOP: (&str, Option<OnEdit>) = ("stop, and write nothing at all", Some(OnEdit::Fail));
const SHOW: (&str, Option<OnEdit>) = ("show what the rendering would change in it", None);

fn difference(change: &Change<'_>, tree: &Tree) -> String {
    let changes = Changeset(vec![change.clone()]);
    let mut wishes = Wishes { on_edit: &mut |_| OnEdit::Fail, restore: false };
    let decision: Decision = diff::decide(&changes, tree, Lock::default(), Before::default(), &mut wishes);
    View::new(&changes, &decision, None).files.iter().map(changes::file_lines).collect()
}
