//! Reads what the user wrote.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::apply::{PREFIX, SUFFIX, set_mode};
use crate::error::{Place, Problem, Result};

/// No profile or facts file is near this size; reading a device or a disk image by mistake has to end.
const LIMIT: u64 = 4 * 1024 * 1024;

/// The text of a file, one clear problem, or nothing if there is no file.
pub fn read_optional_text(path: &Path) -> Result<Option<String>> {
    let problem = |what: String| Problem::new(what).at(place(path));
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(problem(format!("the file cannot be read: {error}")).into()),
    };
    if metadata.is_dir() {
        return Err(problem("this is a folder, not a file".into()).into());
    }
    if !metadata.is_file() {
        return Err(problem("this is not a regular file".into()).into());
    }
    if metadata.len() > LIMIT {
        return Err(problem(format!("the file is larger than {} MiB", LIMIT / 1024 / 1024)).into());
    }
    let bytes = fs::read(path).map_err(|error| problem(format!("the file cannot be read: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = sound.iter().filter(|byte| **byte == b'\n').count() + 1;
        let place = Place { line, ..place(path) };
        Problem::new("the file is not UTF-8 text").at(place).help("save it with the encoding UTF-8")
    })?;
    if text.trim().is_empty() {
        return Err(problem("the file is empty".into()).into());
    }
    Ok(Some(text))
}

/// Writes a file that must not be there yet, with the folders above it: whole or not at all.
pub fn write_new(path: &Path, text: &str) -> Result<()> {
    let problem = |error: std::io::Error| {
        let what = match error.kind() {
            ErrorKind::AlreadyExists => "there is a file already".into(),
            _ => format!("the file cannot be written: {error}"),
        };
        Problem::new(what).at(place(path))
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(problem)?;
    let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder).map_err(problem)?;
    file.write_all(text.as_bytes()).map_err(problem)?;
    set_mode(file.as_file(), false).map_err(problem)?;
    file.persist_noclobber(path).map(drop).map_err(|error| problem(error.error).into())
}

fn place(path: &Path) -> Place {
    Place::file(path.display().to_string())
}
