//! The rules of the house, so that nobody has to remember them: who may know whom, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and what it may use. `error` and `tree` are words that everybody may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("tree", &[]),
    ("catalog", &[]),
    ("plan", &["catalog"]),
    ("render", &["catalog", "plan"]),
    ("report", &["catalog", "plan", "render", "evidence"]),
    ("evidence", &["catalog"]),
    ("diff", &[]),
    ("disk", &["diff"]),
    ("cli", &["catalog", "plan", "render", "report", "evidence", "diff", "disk"]),
];

/// The longest that a source file may be.
const LINES: usize = 400;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file of the library: its module, its path below `src/`, its text.
fn modules() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("a path below src").display().to_string();
        let module = name.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_string();
        (module, name, fs::read_to_string(path).expect("a source file"))
    };
    found.into_iter().map(read).collect()
}

/// The modules that a text names as `crate::NAME`, its own tests left out.
fn used(text: &str) -> Vec<String> {
    let text = text.split("\n#[cfg(test)]").next().unwrap_or_default();
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    text.split("crate::").skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn modules_know_only_whom_they_may_know() {
    let mut wrong = Vec::new();
    for (module, file, text) in modules() {
        if module == "lib" || module == "main" {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{file}: the module {module} has no rule yet"));
            continue;
        };
        for name in used(&text) {
            let known = MAY_USE.iter().any(|(module, _)| *module == name);
            if known
                && name != module
                && !["error", "tree"].contains(&name.as_str())
                && !allowed.contains(&name.as_str())
            {
                wrong.push(format!("{file}: {module} may not use {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is computed from rendered files must not know what they were made from, or it would only repeat it.
#[test]
fn what_is_computed_from_files_knows_nothing_of_plans() {
    for (folder, files) in [("evidence/reachability/", 6), ("evidence/access/", 5)] {
        let of: Vec<_> = modules().into_iter().filter(|(_, file, _)| file.starts_with(folder)).collect();
        assert!(of.len() >= files, "{} files in {folder}", of.len());
        for (_, file, text) in of {
            let wrong: Vec<String> = used(&text).into_iter().filter(|name| name != "error" && name != "tree").collect();
            assert!(wrong.is_empty(), "{file} uses {wrong:?}");
            let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
            for word in ["flow::", "settings::", "Settings", "Team", "Plan"] {
                assert!(!code.contains(word), "{file} speaks of {word}");
            }
        }
    }
}

#[test]
fn only_disk_touches_the_file_system_and_only_the_edge_the_rest_of_the_machine() {
    let mut wrong = Vec::new();
    for (module, file, text) in modules() {
        for (word, allowed) in [
            ("std::fs", vec!["disk"]),
            ("std::env", vec!["cli", "main"]),
            ("std::process", vec!["cli", "main"]),
            ("SystemTime", vec!["cli"]),
            ("include_dir!", vec!["catalog"]),
            ("dialoguer", vec!["cli"]),
            ("minijinja", vec!["render"]),
        ] {
            let code = text
                .split("\n#[cfg(test)]")
                .next()
                .unwrap_or_default()
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            if code.into_iter().any(|line| line.contains(word)) && !allowed.contains(&module.as_str()) {
                wrong.push(format!("{file}: {word} belongs to {}", allowed.join(" and ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn source_files_are_short() {
    let long: Vec<String> = modules()
        .into_iter()
        .filter(|(_, _, text)| text.lines().count() > LINES)
        .map(|(_, file, text)| format!("{file}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "longer than {LINES} lines:\n{}", long.join("\n"));
}
