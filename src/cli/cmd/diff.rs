//! `aks-harden diff`: shows what a rendering would change.

use serde_json::json;

use crate::cli::args::DiffArgs;
use crate::cli::exit::Exit;
use crate::cli::posture::posture;
use crate::cli::report::Screen;
use crate::cli::{changes, load};
use crate::diff::{self, Before, OnEdit, View, Wishes};
use crate::error::Result;

pub(in crate::cli) fn run(args: &DiffArgs, screen: &mut Screen) -> Result<Exit> {
    let rendering = load::render(&args.source, &args.output)?;
    let on_disk = &rendering.on_disk;
    let changeset = diff::compare(&on_disk.snapshot, &on_disk.lock, &rendering.tree);
    let before = Before { lock: on_disk.lock_text.as_deref(), pack: on_disk.pack_text.as_deref() };
    let mut wishes = Wishes { on_edit: &mut |_| OnEdit::Fail, restore: false };
    let decision = diff::decide(&changeset, &rendering.tree, rendering.lock(), before, &mut wishes);
    let view = View::new(&changeset, &decision, posture(&rendering));
    let exit = match (args.exit_code, decision.has_conflict(), view.differs) {
        (true, true, _) => Exit::HandEdits,
        (true, false, true) => Exit::Differences,
        _ => Exit::Done,
    };
    let folder = rendering.folder.path().display().to_string();
    if screen.is_json() {
        screen.json(&json!({ "exit": exit.code(), "folder": folder, "changes": view }));
        return Ok(exit);
    }
    let mut text = changes::summary(&view, &folder, false) + &changes::stat(&view);
    if !args.stat {
        text += &changes::lines(&view, args.hand_edits);
    }
    screen.print(&text);
    Ok(exit)
}
