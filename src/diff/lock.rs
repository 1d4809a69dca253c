//! The lock: what was last rendered into an output folder. Committed, so it is untrusted input when it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use rayon::prelude::*;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::PACK_NAME;
use super::signpost::signposts;
use crate::error::{Place, Problem};
use crate::tree::{RelPath, Tree};

/// The lock's file name, in the output folder.
pub const LOCK_NAME: &str = "aks-harden.lock";

/// The only format that this version reads and writes.
const VERSION: i64 = 1;

/// What a lock says about the rendering as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp {
    /// The version of aks-harden.
    pub generator: String,
    /// The digest of the templates it rendered.
    pub templates: String,
    /// The file name of the profile file.
    pub profile: String,
    /// Every selected control.
    pub controls: BTreeSet<String>,
}

/// What a lock says about one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedFile {
    /// Whether it was rendered with its run bit.
    pub executable: bool,
    /// The hash of what was rendered.
    pub sha256: String,
    /// The controls that its comments name.
    pub controls: BTreeSet<String>,
    /// Whether a merge left conflict markers in the file.
    pub unresolved: bool,
}

/// What was last rendered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    /// The rendering as a whole.
    pub stamp: Stamp,
    /// Each file.
    pub files: BTreeMap<RelPath, LockedFile>,
}

/// The hash of a content, as lower-case hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "version")]
    _version: i64,
    generator: String,
    templates: String,
    profile: String,
    controls: BTreeSet<String>,
    #[serde(default, rename = "file")]
    files: Vec<WrittenFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    path: String,
    mode: String,
    sha256: String,
    controls: BTreeSet<String>,
    #[serde(default)]
    unresolved: bool,
}

impl Lock {
    /// The lock of a rendering.
    pub fn of(tree: &Tree, stamp: Stamp) -> Lock {
        let files = tree.0.par_iter().map(|(path, artifact)| {
            let locked = LockedFile {
                executable: artifact.executable,
                sha256: digest(artifact.text.as_bytes()),
                controls: signposts(&artifact.text),
                unresolved: false,
            };
            (path.clone(), locked)
        });
        Lock { files: files.collect(), stamp }
    }

    /// Reads a lock. A path that could lead out of the output folder, or into what is not ours to touch, is refused.
    pub fn parse(text: &str) -> Result<Lock, Problem> {
        let place = || Place::file(LOCK_NAME);
        let broken = |what: String| {
            let help = "take the lock from version control again, or delete it: files that equal the rendering are then \
                        recognised, all others are left alone and reported";
            Problem::new(what).at(place()).help(help).tampered()
        };
        let table: toml::Table =
            toml::from_str(text).map_err(|e| broken(format!("the lock is not valid TOML: {}", e.message())))?;
        match table.get("version").and_then(toml::Value::as_integer) {
            Some(VERSION) => {}
            Some(other) => {
                let problem = Problem::new(format!("the lock has format {other}; this version knows format {VERSION}"))
                    .at(place());
                return Err(problem.help("use the version of aks-harden that wrote it, or a newer one"));
            }
            None => return Err(broken("the lock does not say its format".into())),
        }
        let written: Written = table
            .try_into()
            .map_err(|e: toml::de::Error| broken(format!("the lock was tampered with: {}", e.message())))?;
        let mut files = BTreeMap::new();
        for file in written.files {
            let path = sound_path(&file.path)
                .map_err(|why| broken(format!("the lock was tampered with: the path {:?} {why}", file.path)))?;
            let executable = match file.mode.as_str() {
                "0644" => false,
                "0755" => true,
                other => return Err(broken(format!("the lock was tampered with: {path} has the mode {other:?}"))),
            };
            if file.sha256.len() != 64 || !file.sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
                return Err(broken(format!("the lock was tampered with: {path} has no proper hash")));
            }
            let locked =
                LockedFile { executable, sha256: file.sha256, controls: file.controls, unresolved: file.unresolved };
            if files.insert(path.clone(), locked).is_some() {
                return Err(broken(format!("the lock was tampered with: it names {path} twice")));
            }
        }
        let Written { generator, templates, profile, controls, .. } = written;
        Ok(Lock { stamp: Stamp { generator, templates, profile, controls }, files })
    }

    /// The text of the lock: sorted, one key a line.
    pub fn to_text(&self) -> String {
        let Stamp { generator, templates, profile, controls } = &self.stamp;
        let mut text = String::from(
            "# What aks-harden last rendered into this folder. Commit it; `aks-harden render` keeps it up to date.\n",
        );
        let _ = writeln!(text, "version = {VERSION}\ngenerator = {}", quoted(generator));
        let _ = writeln!(text, "templates = {}\nprofile = {}", quoted(templates), quoted(profile));
        text.push_str("controls = [\n");
        for control in controls {
            let _ = writeln!(text, "  {},", quoted(control));
        }
        text.push_str("]\n");
        for (path, file) in &self.files {
            let mode = if file.executable { "0755" } else { "0644" };
            let controls: Vec<String> = file.controls.iter().map(|c| quoted(c)).collect();
            let _ = writeln!(text, "\n[[file]]\npath = {}\nmode = \"{mode}\"", quoted(path.as_str()));
            let _ = writeln!(text, "sha256 = \"{}\"\ncontrols = [{}]", file.sha256, controls.join(", "));
            if file.unresolved {
                text.push_str("unresolved = true\n");
            }
        }
        text
    }
}

/// A path that a rendering may have: inside the folder, and neither ours for bookkeeping nor git's.
fn sound_path(path: &str) -> Result<RelPath, &'static str> {
    let sound = RelPath::new(path).ok_or("is not a plain path inside the output folder")?;
    if path.split('/').any(|part| part.eq_ignore_ascii_case(".git")) {
        return Err("leads into a git folder");
    }
    if path == LOCK_NAME || path == PACK_NAME {
        return Err("is one of aks-harden's own records");
    }
    Ok(sound)
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Artifact;

    fn sample() -> Lock {
        let mut tree = Tree::default();
        for (path, text) in [("b/run.sh", "#!/bin/sh\n"), ("a.yaml", "x: 1 # control: no-ssh-key\n")] {
            let path = RelPath::new(path).expect("a sound path");
            tree.0.insert(path, Artifact { text: text.into(), executable: text.starts_with("#!") });
        }
        let stamp = Stamp {
            generator: "1".into(),
            templates: "sha256:0".into(),
            profile: "p.toml".into(),
            controls: ["a".into()].into(),
        };
        Lock::of(&tree, stamp)
    }

    #[test]
    fn a_lock_reads_back_as_written() {
        let lock = sample();
        let text = lock.to_text();
        assert_eq!(Lock::parse(&text).as_ref(), Ok(&lock), "{text}");
        assert!(text.contains("controls = [\"no-ssh-key\"]"), "{text}");
    }

    #[test]
    fn tampered_locks_are_refused() {
        let text = sample().to_text();
        for (from, to) in [
            ("\"a.yaml\"", "\"/etc/passwd\""),
            ("\"a.yaml\"", "\"../a.yaml\""),
            ("\"a.yaml\"", "\"x/../../a.yaml\""),
            ("\"a.yaml\"", "\"C:/a.yaml\""),
            ("\"a.yaml\"", "\".git/config\""),
            ("\"a.yaml\"", "\"sub/.GIT/config\""),
            ("\"a.yaml\"", "\"aks-harden.lock\""),
            ("\"a.yaml\"", "\"b/run.sh\""),
            ("\"0755\"", "\"4755\""),
            ("sha256 = \"", "sha256 = \"x"),
            ("[[file]]", "<<<<<<< HEAD\n[[file]]"),
            ("mode =", "made ="),
            ("version = 1\n", ""),
        ] {
            let bad = text.replacen(from, to, 1);
            assert_ne!(bad, text, "{from}");
            let problem = Lock::parse(&bad).expect_err(to);
            assert!(problem.tampered, "{to}: {problem}");
        }
    }

    #[test]
    fn a_newer_format_is_not_tampering() {
        let problem = Lock::parse("version = 2\nnews = true\n").expect_err("an unknown format");
        assert!(!problem.tampered && problem.what.contains("format 2"), "{problem}");
    }
}
