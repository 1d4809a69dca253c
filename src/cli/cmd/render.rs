//! `aks-harden render`: writes the tree, or brings it up to date.

use serde_json::json;

use crate::cli::args::RenderArgs;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Part, Rendering};
use crate::cli::report::{Screen, WARN, styled};
use crate::cli::{ask, changes};
use crate::diff::{self, Before, OnEdit, View, Wishes};
use crate::disk;
use crate::error::Result;
use crate::plan::view::{facts_of_nobody, facts_still_missing};

pub(in crate::cli) fn run(args: &RenderArgs, screen: &mut Screen) -> Result<Exit> {
    let mut parts = Vec::new();
    for rendering in load::render(&args.source, &args.output)? {
        let environment = rendering.plan.environment.as_deref();
        parts.push(one(args, &rendering, screen).map_err(|problems| load::in_environment(environment, problems))?);
    }
    let exit = parts.iter().map(|part| part.exit).max().unwrap_or(Exit::Done);
    if screen.is_json() {
        screen.json(&load::whole(parts));
    }
    Ok(exit)
}

fn one(args: &RenderArgs, rendering: &Rendering, screen: &mut Screen) -> Result<Part> {
    let (tree, on_disk) = (&rendering.tree, &rendering.on_disk);
    let changeset = diff::compare(&on_disk.snapshot, &on_disk.lock, tree);
    let before = Before { lock: on_disk.lock_text.as_deref(), pack: on_disk.pack_text.as_deref() };
    let asks = args.on_edit.is_none() && !args.dry_run && ask::is_possible(screen);
    let mut on_edit = |change: &diff::Change<'_>| match args.on_edit {
        Some(on_edit) => on_edit.into(),
        None if asks => ask::on_edit(change, tree, screen),
        None => OnEdit::Fail,
    };
    let mut wishes = Wishes { on_edit: &mut on_edit, restore: args.restore };
    let decision = diff::decide(&changeset, tree, rendering.lock(), before, &mut wishes);
    if !args.dry_run {
        disk::apply(&rendering.folder, &decision.steps)?;
    }
    let view = View::new(&changeset, &decision, None);
    let exit = if decision.has_conflict() {
        Exit::HandEdits
    } else if args.exit_code && view.differs {
        Exit::Differences
    } else {
        Exit::Done
    };
    let written = !args.dry_run && !decision.is_blocked();
    let folder = rendering.folder.path().display().to_string();
    let missing = facts_still_missing(&rendering.plan);
    let of_nobody = facts_of_nobody(&rendering.plan);
    let json = || {
        json!({
            "exit": exit.code(),
            "folder": folder,
            "written": written,
            "missing_facts": missing,
            "facts_of_nobody": of_nobody,
            "changes": view,
        })
    };
    let part = Part::new(rendering, exit, screen, json);
    if screen.is_json() {
        return Ok(part);
    }
    screen.print(&(changes::summary(&view, &folder, written) + &changes::stat(&view)));
    if decision.is_blocked() {
        screen.note(&format!("{}: nothing was written", styled(WARN, "conflict")));
    } else if args.dry_run {
        screen.note("nothing was written, because of --dry-run");
    }
    if !of_nobody.is_empty() {
        let names = of_nobody.join(", ");
        screen.note(&format!(
            "{}: the facts file has client ids of {names}, and nothing here goes by these names; azcli/facts.sh writes it anew",
            styled(WARN, "of nobody")
        ));
    }
    if !missing.is_empty() {
        let names = missing.join(", ");
        let of = rendering.plan.environment.as_ref().map(|name| format!(" in {name}")).unwrap_or_default();
        screen.note(&format!(
            "not known yet{of}: {names}. After the deployment, azcli/facts.sh writes them; then render again"
        ));
    }
    Ok(part)
}
