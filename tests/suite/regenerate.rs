//! Regenerating without fear: what becomes of hand edits, of killed runs, of links and of locks that lie.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use aks_harden::diff::{self, Action, Before, Decision, LOCK_NAME, Lock, OnEdit, PACK_NAME, Stamp, State, Wishes};
use aks_harden::disk::{self, OutputFolder};
use aks_harden::error::Problems;
use aks_harden::tree::{Artifact, RelPath, Tree};

/// A rendering of these paths and texts.
fn tree(files: &[(&str, &str)]) -> Tree {
    let files = files.iter().map(|(path, text)| {
        let artifact = Artifact { text: (*text).to_string(), executable: text.starts_with("#!") };
        (RelPath::new(*path).expect("a sound path"), artifact)
    });
    Tree(files.collect())
}

/// What a run did: its decision, and what was the case before.
struct Run {
    decision: Decision,
    states: Vec<(String, State)>,
}

impl Run {
    fn action(&self, path: &str) -> Action {
        let at = self.states.iter().position(|(p, _)| p == path).expect("a path of the changeset");
        self.decision.outcomes[at].action
    }
}

/// One run that stops after some of its steps, or takes them all.
fn run_until(folder: &Path, tree: &Tree, on_edit: OnEdit, restore: bool, limit: usize) -> Result<Run, Problems> {
    let output = OutputFolder::open(folder)?;
    let on_disk = output.read(tree)?;
    let changes = diff::compare(&on_disk.snapshot, &on_disk.lock, tree);
    let before = Before { lock: on_disk.lock_text.as_deref(), pack: on_disk.pack_text.as_deref() };
    let mut wishes = Wishes { on_edit: &mut |_| on_edit, restore };
    let decision = diff::decide(&changes, tree, Lock::of(tree, Stamp::default()), before, &mut wishes);
    disk::apply(&output, &decision.steps[..limit.min(decision.steps.len())])?;
    let states = changes.0.iter().map(|change| (change.path.to_string(), change.state)).collect();
    Ok(Run { decision, states })
}

fn run(folder: &Path, tree: &Tree, on_edit: OnEdit) -> Run {
    run_until(folder, tree, on_edit, false, usize::MAX).expect("a run")
}

fn render(folder: &Path, tree: &Tree) -> Run {
    run(folder, tree, OnEdit::Fail)
}

fn read(folder: &Path, path: &str) -> Option<String> {
    fs::read_to_string(folder.join(path)).ok()
}

/// Every file below a folder with its content and modification time.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>, SystemTime)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let time = fs::metadata(&path).and_then(|m| m.modified()).expect("a time");
                found.push((path.display().to_string(), fs::read(&path).expect("a file"), time));
            }
        }
    }
    found.sort();
    found
}

fn old_times(folder: &Path) {
    for (path, ..) in everything(folder) {
        let file = fs::File::options().append(true).open(path).expect("a file");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).expect("a time");
    }
}

const FIRST: &[(&str, &str)] =
    &[("a/run.sh", "#!/bin/sh\n1\n2\n3\n4\n5\n"), ("b.yaml", "b: 1\n"), ("c/d/e.md", "text\n")];

fn rendered() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    render(folder.path(), &tree(FIRST));
    folder
}

#[test]
fn the_first_rendering_makes_everything_and_the_second_touches_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("not/there/yet");
    assert_eq!(render(&out, &tree(FIRST)).action("b.yaml"), Action::Create);
    old_times(&out);
    let before = everything(&out);
    assert_eq!(before.len(), FIRST.len() + 2);
    assert!(render(&out, &tree(FIRST)).decision.steps.is_empty());
    assert_eq!(everything(&out), before);
}

#[cfg(unix)]
#[test]
fn modes_are_set_and_a_changed_one_counts_as_an_edit() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = rendered();
    let script = folder.path().join("a/run.sh");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!((mode(&script), mode(&folder.path().join("b.yaml"))), (0o755, 0o644));
    fs::set_permissions(&script, fs::Permissions::from_mode(0o644)).expect("a mode");
    assert_eq!(render(folder.path(), &tree(FIRST)).action("a/run.sh"), Action::Keep);
    assert_eq!(mode(&script), 0o644);
}

#[test]
fn a_changed_rendering_writes_creates_and_deletes() {
    let folder = rendered();
    let second = tree(&[("a/run.sh", "#!/bin/sh\nnew\n"), ("b.yaml", "b: 1\n"), ("f/g.md", "g\n")]);
    old_times(folder.path());
    let untouched = fs::metadata(folder.path().join("b.yaml")).and_then(|m| m.modified()).expect("a time");
    let run = render(folder.path(), &second);
    assert_eq!(
        ["a/run.sh", "b.yaml", "c/d/e.md", "f/g.md"].map(|p| run.action(p)),
        [Action::Write, Action::Nothing, Action::Delete, Action::Create]
    );
    assert!(!folder.path().join("c").exists(), "an empty folder was left");
    assert_eq!(fs::metadata(folder.path().join("b.yaml")).and_then(|m| m.modified()).expect("a time"), untouched);
    assert!(render(folder.path(), &second).decision.steps.is_empty());
}

#[test]
fn an_edit_to_what_did_not_change_stays_and_does_not_hold_up_the_rest() {
    let folder = rendered();
    fs::write(folder.path().join("b.yaml"), "b: mine\n").expect("a write");
    for on_edit in [OnEdit::Fail, OnEdit::Merge, OnEdit::Keep, OnEdit::Overwrite] {
        let run = run(folder.path(), &tree(FIRST), on_edit);
        assert_eq!((run.action("b.yaml"), run.decision.steps.len()), (Action::Keep, 0));
    }
    let mut files = FIRST.to_vec();
    files[2].1 = "other text\n";
    assert!(!render(folder.path(), &tree(&files)).decision.is_blocked());
    assert_eq!(read(folder.path(), "b.yaml").as_deref(), Some("b: mine\n"));
    assert_eq!(read(folder.path(), "c/d/e.md").as_deref(), Some("other text\n"));
}

#[test]
fn an_edit_to_what_changed_stops_the_run_before_anything_is_written() {
    let folder = rendered();
    fs::write(folder.path().join("b.yaml"), "b: mine\n").expect("a write");
    let before = everything(folder.path());
    let run = render(folder.path(), &tree(&[("b.yaml", "b: 2\n"), ("new.md", "new\n")]));
    assert!(run.decision.is_blocked() && run.decision.steps.is_empty());
    assert_eq!(everything(folder.path()), before);
}

#[test]
fn keep_and_overwrite_each_settle_it() {
    for (on_edit, left, next) in
        [(OnEdit::Keep, "b: mine\n", State::HandEdit), (OnEdit::Overwrite, "b: 2\n", State::Unchanged)]
    {
        let folder = rendered();
        fs::write(folder.path().join("b.yaml"), "b: mine\n").expect("a write");
        let mut files = FIRST.to_vec();
        files[1].1 = "b: 2\n";
        assert!(!run(folder.path(), &tree(&files), on_edit).decision.has_conflict());
        assert_eq!(read(folder.path(), "b.yaml").as_deref(), Some(left));
        assert!(render(folder.path(), &tree(&files)).states.contains(&("b.yaml".into(), next)));
    }
}

#[test]
fn a_merge_keeps_both_changes_and_the_next_one_starts_from_there() {
    let folder = rendered();
    fs::write(folder.path().join("a/run.sh"), "#!/bin/sh\nmine\n2\n3\n4\n5\n").expect("a write");
    for (new, expected) in [
        ("#!/bin/sh\n1\n2\n3\n4\nfive\n", "#!/bin/sh\nmine\n2\n3\n4\nfive\n"),
        ("#!/bin/sh\n1\n2\n3\n4\n6\n", "#!/bin/sh\nmine\n2\n3\n4\n6\n"),
    ] {
        let mut files = FIRST.to_vec();
        files[0].1 = new;
        assert_eq!(run(folder.path(), &tree(&files), OnEdit::Merge).action("a/run.sh"), Action::Merge);
        assert_eq!(read(folder.path(), "a/run.sh").as_deref(), Some(expected));
        assert!(render(folder.path(), &tree(&files)).decision.steps.is_empty());
    }
}

#[test]
fn a_merge_conflict_is_remembered_until_its_markers_are_gone() {
    let folder = rendered();
    fs::write(folder.path().join("b.yaml"), "b: mine\n").expect("a write");
    let mut files = FIRST.to_vec();
    files[1].1 = "b: 2\n";
    let second = tree(&files);
    let first = run(folder.path(), &second, OnEdit::Merge);
    assert!(first.decision.has_conflict() && !first.decision.is_blocked());
    let text = read(folder.path(), "b.yaml").expect("a file");
    assert!(text.contains("b: mine\n") && text.contains("b: 1\n") && text.contains("b: 2\n"), "{text}");
    for on_edit in [OnEdit::Fail, OnEdit::Merge, OnEdit::Keep] {
        let run = run(folder.path(), &second, on_edit);
        assert!(run.decision.is_blocked());
        assert_eq!(read(folder.path(), "b.yaml"), Some(text.clone()));
    }
    fs::write(folder.path().join("b.yaml"), "b: both\n").expect("a write");
    assert_eq!(render(folder.path(), &second).action("b.yaml"), Action::Keep);
    assert!(!read(folder.path(), LOCK_NAME).expect("a lock").contains("unresolved"));
}

#[test]
fn without_its_last_rendering_an_edit_is_not_merged() {
    let folder = rendered();
    fs::write(folder.path().join("b.yaml"), "b: mine\n").expect("a write");
    fs::write(folder.path().join(PACK_NAME), "nonsense").expect("a write");
    let run = run(folder.path(), &tree(&[("b.yaml", "b: 2\n")]), OnEdit::Merge);
    assert!(run.decision.is_blocked());
}

#[test]
fn an_edited_file_is_never_deleted() {
    for on_edit in [OnEdit::Fail, OnEdit::Merge, OnEdit::Overwrite, OnEdit::Keep] {
        let folder = rendered();
        fs::write(folder.path().join("b.yaml"), "b: mine\n").expect("a write");
        let run = run(folder.path(), &tree(&FIRST[..1]), on_edit);
        assert_eq!(run.decision.is_blocked(), on_edit != OnEdit::Keep);
        assert_eq!(read(folder.path(), "b.yaml").as_deref(), Some("b: mine\n"));
    }
}

#[test]
fn a_deleted_file_stays_deleted_until_it_is_asked_for() {
    for change in [false, true] {
        let folder = rendered();
        fs::remove_file(folder.path().join("b.yaml")).expect("a file");
        let mut files = FIRST.to_vec();
        if change {
            files[1].1 = "b: 2\n";
        }
        assert_eq!(render(folder.path(), &tree(&files)).action("b.yaml"), Action::StayDeleted);
        assert_eq!(read(folder.path(), "b.yaml"), None);
        assert_eq!(render(folder.path(), &tree(&files)).action("b.yaml"), Action::StayDeleted);
        run_until(folder.path(), &tree(&files), OnEdit::Fail, true, usize::MAX).expect("a run");
        assert_eq!(read(folder.path(), "b.yaml").as_deref(), Some(files[1].1));
    }
}

#[test]
fn an_unknown_file_is_left_alone_unless_it_is_what_is_rendered() {
    for on_edit in [OnEdit::Fail, OnEdit::Merge, OnEdit::Overwrite, OnEdit::Keep] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("b.yaml"), "b: theirs\n").expect("a write");
        fs::write(folder.path().join("unrelated"), "x").expect("a write");
        let run = run(folder.path(), &tree(FIRST), on_edit);
        assert_eq!(run.decision.is_blocked(), on_edit != OnEdit::Keep);
        assert_eq!(read(folder.path(), "b.yaml").as_deref(), Some("b: theirs\n"));
        assert_eq!(read(folder.path(), "a/run.sh").is_some(), on_edit == OnEdit::Keep);
    }
    let folder = rendered();
    fs::remove_file(folder.path().join(LOCK_NAME)).expect("a lock");
    let run = render(folder.path(), &tree(FIRST));
    assert_eq!(run.decision.steps.len(), 1, "only the lock comes back");
}

#[test]
fn a_folder_in_the_way_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("b.yaml")).expect("a folder");
    fs::write(folder.path().join("a"), "a file").expect("a write");
    let run = render(folder.path(), &tree(FIRST));
    assert_eq!([run.action("b.yaml"), run.action("a/run.sh")], [Action::Conflict; 2]);
    assert!(!folder.path().join("c").exists());
}

/// Files old and new, an edit that is merged, one that is overwritten by agreement, a deletion: killed after each step.
#[test]
fn killed_at_any_point_the_next_run_completes() {
    let second = tree(&[("a/run.sh", "#!/bin/sh\n1\n2\n3\n4\nfive\n"), ("b.yaml", "b: 2\n"), ("f/g.md", "g\n")]);
    let prepared = || {
        let folder = rendered();
        fs::write(folder.path().join("a/run.sh"), "#!/bin/sh\nmine\n2\n3\n4\n5\n").expect("a write");
        folder
    };
    let whole = prepared();
    let steps = run(whole.path(), &second, OnEdit::Merge).decision.steps.len();
    let contents = |folder: &Path| -> Vec<(String, Vec<u8>)> {
        let strip = |path: String| path.replacen(&folder.display().to_string(), "", 1);
        everything(folder).into_iter().map(|(path, bytes, _)| (strip(path), bytes)).collect()
    };
    assert_eq!(steps, 6, "three writes, one deletion, the pack and the lock");
    for limit in 0..steps {
        let folder = prepared();
        run_until(folder.path(), &second, OnEdit::Merge, false, limit).expect("a run");
        fs::create_dir_all(folder.path().join("f")).expect("a folder");
        fs::write(folder.path().join("f/.aks-harden-abc.tmp"), "left by the kill").expect("a write");
        let next = run(folder.path(), &second, OnEdit::Merge);
        assert!(!next.decision.has_conflict(), "killed after {limit} steps");
        let _ = fs::remove_file(folder.path().join("f/.aks-harden-abc.tmp"));
        assert_eq!(contents(folder.path()), contents(whole.path()), "killed after {limit} steps");
    }
}

#[test]
fn what_a_killed_run_left_is_swept_by_the_next_one_that_writes_there() {
    let folder = rendered();
    fs::write(folder.path().join("c/d/.aks-harden-abc.tmp"), "left by the kill").expect("a write");
    let mut files = FIRST.to_vec();
    files[2].1 = "other text\n";
    render(folder.path(), &tree(&files));
    assert_eq!(fs::read_dir(folder.path().join("c/d")).expect("a folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_refused_and_nothing_is_written() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::write(elsewhere.path().join("file"), "theirs").expect("a write");
    for (target, link) in [("", "a"), ("file", "b.yaml"), ("not there", "b.yaml"), ("", "c")] {
        let folder = tempfile::tempdir().expect("a folder");
        symlink(elsewhere.path().join(target), folder.path().join(link)).expect("a link");
        let problems =
            run_until(folder.path(), &tree(FIRST), OnEdit::Overwrite, true, usize::MAX).err().expect("a refusal");
        assert!(problems.0.iter().all(|p| p.what.contains("leads out") && !p.tampered), "{problems}");
        assert_eq!(problems.0.len(), 1, "{problems}");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_that_stays_inside_is_a_hand_edit() {
    use std::os::unix::fs::symlink;
    let folder = rendered();
    fs::rename(folder.path().join("b.yaml"), folder.path().join("mine.yaml")).expect("a move");
    symlink("mine.yaml", folder.path().join("b.yaml")).expect("a link");
    assert_eq!(render(folder.path(), &tree(FIRST)).action("b.yaml"), Action::Keep);
    assert_eq!(render(folder.path(), &tree(&[("b.yaml", "b: 2\n")])).action("b.yaml"), Action::Conflict);
    assert!(fs::symlink_metadata(folder.path().join("b.yaml")).expect("a link").is_symlink());
}

#[cfg(unix)]
#[test]
fn a_lock_cannot_reach_out_of_its_folder() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let victim = elsewhere.path().join("victim");
    fs::write(&victim, "b: 1\n").expect("a write");
    for path in [
        victim.display().to_string(),
        format!("../{}/victim", elsewhere.path().file_name().expect("a name").display()),
        "out/victim".into(),
        "./b.yaml".into(),
    ] {
        let folder = rendered();
        symlink(elsewhere.path(), folder.path().join("out")).expect("a link");
        let lock = read(folder.path(), LOCK_NAME).expect("a lock");
        fs::write(folder.path().join(LOCK_NAME), lock.replace("path = \"b.yaml\"", &format!("path = {path:?}")))
            .expect("a write");
        let problems =
            run_until(folder.path(), &tree(&FIRST[..1]), OnEdit::Overwrite, true, usize::MAX).err().expect("a refusal");
        assert!(problems.0.iter().any(|p| p.tampered), "{path}: {problems}");
        assert!(victim.exists() && folder.path().join("b.yaml").exists());
    }
}

#[cfg(unix)]
#[test]
fn our_own_records_may_not_be_links() {
    use std::os::unix::fs::symlink;
    for name in [LOCK_NAME, PACK_NAME] {
        let folder = rendered();
        fs::rename(folder.path().join(name), folder.path().join("moved")).expect("a move");
        symlink("moved", folder.path().join(name)).expect("a link");
        assert!(run_until(folder.path(), &tree(FIRST), OnEdit::Fail, false, usize::MAX).is_err());
    }
}

#[test]
fn an_output_folder_that_is_a_file_or_below_one_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), "x").expect("a write");
    for out in ["file", "file/below"] {
        let problems = run_until(&folder.path().join(out), &tree(FIRST), OnEdit::Fail, false, usize::MAX)
            .err()
            .expect("a refusal");
        assert_eq!(problems.0.len(), 1, "{problems}");
    }
    assert_eq!(read(folder.path(), "file").as_deref(), Some("x"));
}

#[test]
fn what_cannot_be_written_leaves_nothing_half_done() {
    let folder = tempfile::tempdir().expect("a folder");
    // No system takes a path this long, so the failure does not depend on the rights of whoever runs the test.
    let long = format!("z/{}x.md", format!("{}/", "n".repeat(200)).repeat(25));
    let result = run_until(
        folder.path(),
        &tree(&[("a/run.sh", "#!/bin/sh\n"), (&long, "x\n")]),
        OnEdit::Fail,
        false,
        usize::MAX,
    );
    assert!(result.is_err());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}
