//! Reads scripts: bash itself says whether they are any, and what the assignments at their left edge assign.

use std::fmt::Write as _;
use std::process::Command;

use super::{Reading, comments};

/// Runs bash in a folder of its own, and says what it printed; an error where it failed or left something behind.
pub(crate) fn bash(arguments: &[&str], file: &str) -> Result<Vec<u8>, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    std::fs::write(folder.path().join("script.sh"), file).map_err(|e| e.to_string())?;
    let run = Command::new("bash").args(arguments).arg("script.sh").current_dir(folder.path()).output();
    let run = run.map_err(|e| e.to_string())?;
    let left = std::fs::read_dir(folder.path()).map_err(|e| e.to_string())?.count();
    match (run.status.success(), left) {
        (true, 1) => Ok(run.stdout),
        (false, _) => Err(String::from_utf8_lossy(&run.stderr).into_owned()),
        (true, _) => Err("something was run: a file is there that was not".into()),
    }
}

/// The name that a line at the left edge assigns to.
fn assigned(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.strip_suffix('+').unwrap_or(name);
    let word = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    (!name.is_empty() && name.chars().all(word)).then_some(name)
}

pub(super) fn read(path: &str, text: &str, reading: &mut Reading) -> Result<(), String> {
    bash(&["-n"], text)?;
    // Of the settings all is assignments; elsewhere a line that asks for something else is part of the structure.
    let whole = path.ends_with("settings.sh");
    let mut names: Vec<&str> = Vec::new();
    let mut script = String::from("set -eo pipefail\n");
    let mut in_list = false;
    for line in text.lines() {
        // A list over several lines is one assignment.
        if in_list {
            in_list = line != ")";
            let _ = writeln!(script, "{line}");
            continue;
        }
        let literal = |value: &str| !value.contains("$(") || value.starts_with('\'');
        match assigned(line).filter(|_| {
            whole
                || line
                    .split_once('=')
                    .is_some_and(|(_, value)| value == "(" || literal(value) && value.starts_with('\''))
        }) {
            Some(name) => {
                if !names.contains(&name) {
                    names.push(name);
                }
                let _ = writeln!(script, "{line}");
                in_list = line.ends_with("=(");
            }
            None if whole => drop(writeln!(script, "{line}")),
            None => match line.split_once("# exception: ") {
                Some((code, _)) => reading.is(code),
                None => reading.is(line),
            },
        }
    }
    for name in &names {
        let _ = writeln!(script, "declare -n it={name}; printf '%s\\0' \"${{#it[@]}}\" \"${{it[@]}}\"; unset -n it");
    }
    let said = String::from_utf8(bash(&[], &script)?).map_err(|e| e.to_string())?;
    let mut words = said.split('\0');
    for name in names {
        let count: usize = words.next().and_then(|n| n.parse().ok()).ok_or("bash printed no number")?;
        reading.is(format!("{name} has {count}"));
        let mut mine = words.by_ref().take(count);
        // What a pod mounts is a list in one word, sorted by names.
        match name {
            "MOUNTS" => mine.flat_map(|word| word.split(' ')).for_each(|word| reading.says(word)),
            _ => mine.try_for_each(|word| reading.literal(word))?,
        }
    }
    comments(text, reading);
    Ok(())
}
