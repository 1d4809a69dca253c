//! `aks-harden diff`: shows what a rendering would change.

use serde_json::json;

use crate::cli::args::DiffArgs;
use crate::cli::changes;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Part, Rendering};
use crate::cli::posture::posture;
use crate::cli::report::Screen;
use crate::diff::{self, Before, OnEdit, View, Wishes};
use crate::error::Result;

pub(in crate::cli) fn run(args: &DiffArgs, screen: &mut Screen) -> Result<Exit> {
    let mut parts = Vec::new();
    for rendering in load::render(&args.source, &args.output)? {
        parts.push(one(args, &rendering, screen));
    }
    let exit = parts.iter().map(|part| part.exit).max().unwrap_or(Exit::Done);
    if screen.is_json() {
        screen.json(&load::whole(parts));
    }
    Ok(exit)
}

fn one(args: &DiffArgs, rendering: &Rendering, screen: &mut Screen) -> Part {
    let on_disk = &rendering.on_disk;
    let changeset = diff::compare(&on_disk.snapshot, &on_disk.lock, &rendering.tree);
    let before = Before { lock: on_disk.lock_text.as_deref(), pack: on_disk.pack_text.as_deref() };
    let mut wishes = Wishes { on_edit: &mut |_| OnEdit::Fail, restore: false };
    let decision = diff::decide(&changeset, &rendering.tree, rendering.lock(), before, &mut wishes);
    let view = View::new(&changeset, &decision, posture(rendering));
    let exit = match (args.exit_code, decision.has_conflict(), view.differs) {
        (true, true, _) => Exit::HandEdits,
        (true, false, true) => Exit::Differences,
        _ => Exit::Done,
    };
    let folder = rendering.folder.path().display().to_string();
    let json = || json!({ "exit": exit.code(), "folder": folder, "changes": view });
    let part = Part::new(rendering, exit, screen, json);
    if screen.is_json() {
        return part;
    }
    let mut text = changes::summary(&view, &folder, false) + &changes::stat(&view);
    if !args.stat {
        text += &changes::lines(&view, args.hand_edits);
    }
    screen.print(&text);
    part
}
