//! Changes an output folder so that a killed process leaves each file old or new.
//!
//! First every new content is written to a temporary file in the folder it belongs to: what can fail for lack of rights
//! or space fails here, before anything is changed. Then the files are renamed into place in order.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::OutputFolder;
use crate::diff::{LOCK_NAME, Step};
use crate::error::{Place, Problem, Result};

pub(super) const PREFIX: &str = ".aks-harden-";
pub(super) const SUFFIX: &str = ".tmp";

/// Takes the steps in their order.
pub fn apply(folder: &OutputFolder, steps: &[Step]) -> Result<()> {
    let mut made = Vec::new();
    let staged = stage(folder.path(), steps, &mut made);
    match staged {
        Ok(staged) => steps.iter().zip(staged).try_for_each(|(step, file)| commit(folder.path(), step, file)),
        Err(problem) => {
            // Folders that were made for files which did not come; they are empty, or they stay.
            for folder in made.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
            Err(problem)
        }
    }
}

/// One temporary file for each step that writes; closed, because a process may not have many open.
fn stage(root: &Path, steps: &[Step], made: &mut Vec<PathBuf>) -> Result<Vec<Option<TempPath>>> {
    let mut swept = BTreeSet::new();
    let mut staged = Vec::new();
    for step in steps {
        let (target, text, executable) = match step {
            Step::Write { path, text, executable } => (root.join(path.as_str()), text, *executable),
            Step::Record { name, text } => (root.join(name), text, false),
            Step::Delete(_) => {
                staged.push(None);
                continue;
            }
        };
        let parent = target.parent().unwrap_or(root).to_path_buf();
        let file = (|| {
            make_folders(&parent, made)?;
            if swept.insert(parent.clone()) {
                sweep(&parent)?;
            }
            let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(&parent)?;
            file.write_all(text.as_bytes())?;
            set_mode(file.as_file(), executable)?;
            if matches!(step, Step::Record { name: LOCK_NAME, .. }) {
                file.as_file().sync_all()?;
            }
            Ok(file.into_temp_path())
        })();
        staged.push(Some(file.map_err(|error| unwritable(&target, &error))?));
    }
    Ok(staged)
}

fn commit(root: &Path, step: &Step, file: Option<TempPath>) -> Result<()> {
    match (step, file) {
        (Step::Write { path, .. }, Some(file)) => rename(file, &root.join(path.as_str())),
        (Step::Record { name, .. }, Some(file)) => rename(file, &root.join(name)),
        (Step::Delete(path), _) => delete(root, &root.join(path.as_str())),
        (_, None) => Ok(()),
    }
}

fn rename(file: TempPath, target: &Path) -> Result<()> {
    file.persist(target).map_err(|error| unwritable(target, &error.error).into())
}

fn delete(root: &Path, target: &Path) -> Result<()> {
    match fs::remove_file(target) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(unwritable(target, &error).into()),
        _ => {}
    }
    let mut folder = target.parent();
    while let Some(path) = folder.filter(|path| *path != root) {
        if fs::remove_dir(path).is_err() {
            break;
        }
        folder = path.parent();
    }
    Ok(())
}

/// Makes a folder and those above it, and remembers which were not there.
fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_folders(above, made)?;
    }
    match fs::create_dir(folder) {
        Ok(()) => made.push(folder.to_path_buf()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Removes what a killed process left in a folder.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(unix)]
pub(super) fn set_mode(file: &fs::File, executable: bool) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(if executable { 0o755 } else { 0o644 }))
}

#[cfg(not(unix))]
pub(super) fn set_mode(_: &fs::File, _: bool) -> io::Result<()> {
    Ok(())
}

fn unwritable(path: &Path, error: &io::Error) -> Problem {
    // The standard library's text names its own call; the system's is enough here.
    let why = match error.get_ref() {
        Some(inner) => inner.to_string(),
        None => error.to_string(),
    };
    Problem::new(format!("the file cannot be written: {why}")).at(Place::file(path.display().to_string()))
}
