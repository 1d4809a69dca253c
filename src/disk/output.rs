//! Reads an output folder: its lock, its pack, and the files that the lock or the rendering names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diff::{Found, FoundFile, LOCK_NAME, Lock, PACK_NAME, Snapshot};
use crate::error::{Place, Problem, Result};
use crate::tree::{RelPath, Tree};

/// A folder that a tree is rendered into. It may not be there yet.
#[derive(Debug, Clone)]
pub struct OutputFolder {
    path: PathBuf,
    /// The folder without symbolic links; none while it is not there.
    real: Option<PathBuf>,
}

/// What an output folder holds.
#[derive(Debug, Clone, Default)]
pub struct OnDisk {
    /// The lock, empty where there is none.
    pub lock: Lock,
    /// The text of the lock.
    pub lock_text: Option<String>,
    /// The text of the pack.
    pub pack_text: Option<String>,
    /// Every file that the lock or the rendering names.
    pub snapshot: Snapshot,
}

impl OutputFolder {
    /// Takes a folder, or a path where one can be made.
    pub fn open(path: &Path) -> Result<OutputFolder> {
        let problem = |what: String| Problem::new(what).at(Place::file(path.display().to_string()));
        let help = "choose another folder with --out";
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let real = fs::canonicalize(path)
                    .map_err(|error| problem(format!("the output folder cannot be read: {error}")))?;
                Ok(OutputFolder { path: path.into(), real: Some(real) })
            }
            Ok(_) => Err(problem("the output folder is a file".into()).help(help).into()),
            Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => {
                Ok(OutputFolder { path: path.into(), real: None })
            }
            Err(error) => Err(problem(format!("the output folder cannot be used: {error}")).help(help).into()),
        }
    }

    /// The folder as the user gave it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads what is there now.
    pub fn read(&self, tree: &Tree) -> Result<OnDisk> {
        let lock_text = self.record(LOCK_NAME)?;
        let pack_text = self.record(PACK_NAME)?;
        let lock = lock_text.as_deref().map(Lock::parse).transpose().map_err(|mut problem| {
            for place in &mut problem.places {
                place.file = self.path.join(&place.file).display().to_string();
            }
            problem
        })?;
        let lock = lock.unwrap_or_default();
        let paths: BTreeSet<&RelPath> = tree.0.keys().chain(lock.files.keys()).collect();
        let mut snapshot = Snapshot::new();
        let mut problems = Vec::new();
        let mut folders = BTreeMap::new();
        for path in paths {
            match self.find(path, &mut folders) {
                Ok(found) => {
                    snapshot.insert(path.clone(), found);
                }
                // Only a lock that was tampered with names a path outside that no rendering of ours goes to.
                Err(problem) if tree.0.contains_key(path) => problems.push(problem),
                Err(problem) => problems.push(problem.tampered()),
            }
        }
        problems.dedup_by(|one, other| one.places == other.places);
        crate::error::Problems::check(problems)?;
        Ok(OnDisk { lock, lock_text, pack_text, snapshot })
    }

    /// One of our own records; a link in its place would make us read and write elsewhere.
    fn record(&self, name: &str) -> Result<Option<String>> {
        let path = self.path.join(name);
        let problem = |what: String| Problem::new(what).at(Place::file(path.display().to_string()));
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_file() => {}
            Ok(_) => return Err(problem("this is not a regular file".into()).tampered().into()),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(problem(format!("the file cannot be read: {error}")).into()),
        }
        let bytes = fs::read(&path).map_err(|error| problem(format!("the file cannot be read: {error}")))?;
        String::from_utf8(bytes).map(Some).map_err(|_| problem("the file is not UTF-8 text".into()).tampered().into())
    }

    /// What stands at a path. The folders above it are looked at once each.
    fn find(&self, path: &RelPath, folders: &mut BTreeMap<String, Folder>) -> std::result::Result<Found, Problem> {
        let text = path.as_str();
        for (at, _) in text.match_indices('/') {
            let above = &text[..at];
            let folder = match folders.get(above) {
                Some(folder) => folder,
                None => {
                    let folder = self.folder(above)?;
                    folders.entry(above.to_string()).or_insert(folder)
                }
            };
            match folder {
                Folder::Inside => {}
                Folder::Missing => return Ok(Found::Missing),
                Folder::Other(what) => return Ok(Found::Other(format!("{what} ({above})"))),
                Folder::Outside => return Err(self.outside(above)),
            }
        }
        let place = self.path.join(text);
        let metadata = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Missing),
            Err(error) => return Err(unreadable(&place, &error)),
        };
        if metadata.is_symlink() {
            return if self.leads_out(&place) {
                Err(self.outside(text))
            } else {
                Ok(Found::Other("a symbolic link".into()))
            };
        }
        if metadata.is_dir() {
            return Ok(Found::Other("a folder".into()));
        }
        if !metadata.is_file() {
            return Ok(Found::Other("something that is not a file".into()));
        }
        let bytes = fs::read(&place).map_err(|error| unreadable(&place, &error))?;
        Ok(Found::File(FoundFile { bytes, executable: is_executable(&metadata) }))
    }

    fn folder(&self, above: &str) -> std::result::Result<Folder, Problem> {
        let place = self.path.join(above);
        let metadata = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Folder::Missing),
            Err(error) => return Err(unreadable(&place, &error)),
        };
        Ok(if metadata.is_dir() {
            Folder::Inside
        } else if !metadata.is_symlink() {
            Folder::Other("a file")
        } else if self.leads_out(&place) {
            Folder::Outside
        } else if place.is_dir() {
            Folder::Inside
        } else {
            Folder::Other("a symbolic link")
        })
    }

    /// Whether a link leads out of the folder; one that leads nowhere might lead out tomorrow.
    fn leads_out(&self, link: &Path) -> bool {
        match (fs::canonicalize(link), &self.real) {
            (Ok(target), Some(real)) => !target.starts_with(real),
            _ => true,
        }
    }

    fn outside(&self, path: &str) -> Problem {
        Problem::new("a symbolic link leads out of the output folder")
            .at(Place::file(self.path.join(path).display().to_string()))
            .help("remove the link, or choose another folder with --out")
    }
}

/// What stands where a folder should be.
enum Folder {
    Inside,
    Outside,
    Missing,
    Other(&'static str),
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(format!("the file cannot be read: {error}")).at(Place::file(path.display().to_string()))
}

#[cfg(unix)]
fn is_executable(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    metadata.permissions().mode() & 0o100 != 0
}

#[cfg(not(unix))]
fn is_executable(_: &fs::Metadata) -> bool {
    false
}
