//! The data folders inside the binary: the only `include_dir!` of the crate.

use include_dir::{Dir, include_dir};

static CONTROLS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/controls");
static PROFILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/profiles");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static VERSIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/versions");

/// The data files of one folder, as (path below the folder, text), sorted by path.
fn files(dir: &'static Dir<'static>, extension: &str) -> Vec<(String, &'static str)> {
    fn collect(dir: &'static Dir<'static>, extension: &str, found: &mut Vec<(String, &'static str)>) {
        for file in dir.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8())
                && path.ends_with(extension)
            {
                found.push((path.replace('\\', "/"), text));
            }
        }
        for sub in dir.dirs() {
            collect(sub, extension, found);
        }
    }
    let mut found = Vec::new();
    collect(dir, extension, &mut found);
    found.sort();
    found
}

/// Every control file: `<layer>/<id>.toml`.
pub(super) fn controls() -> Vec<(String, &'static str)> {
    files(&CONTROLS, ".toml")
}

/// Every profile file: `<name>.toml`.
pub(super) fn profiles() -> Vec<(String, &'static str)> {
    files(&PROFILES, ".toml")
}

/// Every template: `<target>/<output path>.j2`.
pub(super) fn templates() -> Vec<(String, &'static str)> {
    files(&TEMPLATES, ".j2")
}

/// Every table of versions: `<kind>.toml`.
pub(super) fn versions() -> Vec<(String, &'static str)> {
    files(&VERSIONS, ".toml")
}
