//! Profile files that somebody spoilt: each is refused with a place in the file, or is a sound file still and renders.

use std::panic::{AssertUnwindSafe, catch_unwind};

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::facts::Facts;
use aks_harden::plan::{Input, resolve};

use crate::program::{root, run};

/// How many files are tried, and how many of them have to be refused at least: some slips give another sound file.
const FILES: usize = 360;
const REFUSED: usize = 300;

/// Examples with every kind of table: workloads, exceptions, controls of one's own, classes, certificates, pools.
const EXAMPLES: [&str; 8] =
    ["quickstart", "baseline", "shop", "public", "shared-reader", "gateway", "fqdn", "sandboxed"];

/// One way to spoil a line; `None` where the line has nothing of the kind.
type Spoil = (&'static str, fn(&str) -> Option<String>);

fn setting(line: &str) -> Option<(&str, &str)> {
    line.split_once(" = ").filter(|(key, _)| !key.starts_with(['#', '[', ' ', '"']))
}

const WAYS: [Spoil; 17] = [
    ("the line is gone", |line| (!line.is_empty() && !line.starts_with('#')).then(String::new)),
    ("the line is there twice", |line| (!line.is_empty() && !line.starts_with('#')).then(|| format!("{line}\n{line}"))),
    ("a key is misspelt", |line| {
        let (key, value) = setting(line)?;
        Some(format!("{}x{} = {value}", &key[..1], &key[1..]))
    }),
    ("two letters of a key are swapped", |line| {
        let (key, value) = setting(line).filter(|(key, _)| key.len() > 2 && key[1..2] != key[2..3])?;
        Some(format!("{}{}{}{} = {value}", &key[..1], &key[2..3], &key[1..2], &key[3..]))
    }),
    ("a table is misspelt", |line| line.strip_prefix('[').map(|rest| format!("[x{rest}"))),
    ("a bracket is missing", |line| line.starts_with('[').then(|| line.replace(']', ""))),
    ("a quote is missing", |line| line.rfind('"').map(|at| line[..at].to_string() + &line[at + 1..])),
    ("a quote too many", |line| setting(line).map(|(key, value)| format!("{key} = \"{value}"))),
    ("a list does not end", |line| setting(line).filter(|(_, v)| v.starts_with('[')).map(|_| line.replace(']', ""))),
    ("a number in place of the value", |line| setting(line).map(|(key, _)| format!("{key} = 9"))),
    ("a table in place of the value", |line| setting(line).map(|(key, _)| format!("{key} = {{ a = 1 }}"))),
    ("a fraction in place of the value", |line| setting(line).map(|(key, _)| format!("{key} = 1.5"))),
    ("a number out of all bounds", |line| {
        let (key, value) = setting(line)?;
        value.parse::<i64>().ok().map(|_| format!("{key} = -9223372036854775808"))
    }),
    ("no value", |line| setting(line).map(|(key, _)| format!("{key} ="))),
    ("no equals sign", |line| setting(line).map(|(key, value)| format!("{key} {value}"))),
    ("noise in the value", |line| {
        let (key, value) = setting(line)?;
        let at = value.find('"')? + 2;
        value.get(at..).map(|rest| format!("{key} = {}\u{fffd}\u{7f}{{{{$(x)\u{202e}{rest}", &value[..at]))
    }),
    ("noise in place of the line", |line| (!line.is_empty()).then(|| "\u{fffd}\u{1}PK\u{3}\u{4} = = ]".to_string())),
];

struct Spoilt {
    name: String,
    text: String,
    /// The line that was spoilt, counted from 1.
    line: usize,
    /// What it was.
    was: String,
}

/// Every way at every line of every example, and of all those a fixed choice from all over.
fn spoilt() -> Vec<Spoilt> {
    let mut all = Vec::new();
    for example in EXAMPLES {
        let path = root().join("examples").join(example).join("aks-harden.toml");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            for (way, spoil) in WAYS {
                let Some(new) = spoil(line).filter(|new| new != line) else { continue };
                let mut changed: Vec<&str> = lines.clone();
                changed[index] = &new;
                let name = format!("{example}, line {}: {way}: {line:?} became {new:?}", index + 1);
                all.push(Spoilt { name, text: changed.join("\n") + "\n", line: index + 1, was: (*line).to_string() });
            }
        }
    }
    // A step that shares no factor with the number of files meets each file once, and neighbours seldom.
    let count = all.len();
    assert!(count > FILES, "only {count} files");
    let step = (count * 5 / 8..).find(|step| (2..=*step).all(|d| step % d != 0 || count % d != 0)).expect("a step");
    let mut slots: Vec<Option<Spoilt>> = all.into_iter().map(Some).collect();
    (0..FILES).filter_map(|n| slots[n * step % count].take()).collect()
}

/// Whether the refusal leads to what was spoilt: to the line, or the one after it where the line does not end or is gone; where
/// the line says nothing any more, to the key or the table that it belonged to, or by the name that it had.
fn leads_there(spoilt: &Spoilt, problems: &Problems) -> bool {
    let lines: Vec<&str> = spoilt.text.lines().collect();
    let above =
        |is: &dyn Fn(&str) -> bool| lines[..spoilt.line].iter().rposition(|line| is(line)).map(|index| index + 1);
    let table = above(&|line| line.starts_with('['));
    let key = above(&|line| setting(line).is_some());
    let name = spoilt.was.split(" = ").next().unwrap_or_default().trim_matches(['[', ']', '"', ' ', ',']);
    problems.0.iter().any(|problem| {
        let places = problem.places.iter().filter(|place| place.file == "aks-harden.toml" && place.line > 0);
        let gone = lines[spoilt.line - 1].is_empty();
        let near = |line: usize| {
            line == spoilt.line
                || line == spoilt.line + 1
                || gone && (line + 1 == spoilt.line || Some(line) == table || Some(line) == key)
                // A list is shown where it begins.
                || !lines[spoilt.line - 1].contains(" = ") && Some(line) == key
        };
        places.into_iter().any(|place| near(place.line))
            || gone && !name.is_empty() && problem.to_string().contains(name)
    })
}

#[test]
fn a_spoilt_profile_file_is_refused_at_a_line_or_renders() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let (mut refused, mut wrong) = (0, Vec::new());
    for spoilt in spoilt() {
        let input = Input { file: "aks-harden.toml".into(), text: spoilt.text.clone(), ..Input::default() };
        let resolved = catch_unwind(AssertUnwindSafe(|| resolve(&catalog, &input)));
        match resolved {
            Err(_) => wrong.push(format!("{}: panics", spoilt.name)),
            Ok(Ok(plan)) => {
                let tree = aks_harden::generate(&catalog, &plan);
                wrong.extend(tree.err().map(|e| format!("{}: resolves, but does not render: {e}", spoilt.name)));
            }
            Ok(Err(problems)) => {
                refused += 1;
                if problems.0.is_empty() || problems.0.iter().any(|p| p.places.is_empty()) {
                    wrong.push(format!("{}: no place: {problems}", spoilt.name));
                } else if !leads_there(&spoilt, &problems) {
                    wrong.push(format!("{}: another place: {problems}", spoilt.name));
                }
            }
        }
    }
    eprintln!("{refused} of {FILES} are refused");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused >= REFUSED, "only {refused} are refused");
}

#[test]
fn the_program_ends_with_2_and_writes_nothing() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let mut tried = 0;
    for spoilt in spoilt().iter() {
        let input = Input { file: "aks-harden.toml".into(), text: spoilt.text.clone(), ..Input::default() };
        if resolve(&catalog, &input).is_ok() {
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("aks-harden.toml"), &spoilt.text).expect("a file");
        let ended = run(folder.path(), &["render"]);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{}: {}", spoilt.name, ended.said());
        assert!(
            ended.err.starts_with("error: ") && ended.err.contains("--> aks-harden.toml"),
            "{}: {}",
            spoilt.name,
            ended.said()
        );
        assert_eq!(
            std::fs::read_dir(folder.path()).expect("the folder").count(),
            1,
            "{}: something was written",
            spoilt.name
        );
        tried += 1;
    }
    assert!(tried >= REFUSED, "only {tried} files");
}

#[test]
fn what_is_nested_too_deep_is_refused_at_its_line() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let good = include_str!("../../examples/quickstart/aks-harden.toml");
    let line = good.lines().position(|line| line.starts_with("[cluster]")).expect("a table") + 1;
    let spoil = |what: &str| good.replacen("[cluster]", &format!("{what}\n[cluster]"), 1);
    for text in [spoil(&(vec!["a"; 20_000].join(".") + " = 1")), spoil(&format!("x = {}", "[".repeat(20_000)))] {
        let problems = resolve(&catalog, &Input { file: "aks-harden.toml".into(), text, ..Input::default() });
        let problems = problems.expect_err("nothing is nested so deep");
        assert_eq!(problems.0[0].places[0].line, line, "{}", problems.0[0].what);
    }
}

#[test]
fn a_spoilt_facts_file_is_refused_at_a_line_or_says_something_true() {
    let good = include_str!("../../examples/shop/aks-harden.facts.toml");
    let lines: Vec<&str> = good.lines().collect();
    let (mut refused, mut tried) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        for (name, spoil) in WAYS {
            let Some(spoilt) = spoil(line) else { continue };
            let mut all: Vec<String> = lines.iter().map(ToString::to_string).collect();
            all[at] = spoilt;
            tried += 1;
            match Facts::parse("aks-harden.facts.toml", &all.join("\n")) {
                // What is left is among what was there: nothing else comes in.
                Ok(facts) => assert!(
                    facts
                        .oidc_issuer
                        .iter()
                        .map(String::as_str)
                        .chain(facts.client_ids.values().map(|id| id.as_str()))
                        .all(|known| good.contains(known)),
                    "line {}, {name}: {facts:?}",
                    at + 1
                ),
                Err(problems) => {
                    refused += 1;
                    for problem in &problems.0 {
                        let place = problem.places.first().map_or(0, |place| place.line);
                        assert!(place > 0, "line {}, {name}: {problem}", at + 1);
                    }
                }
            }
        }
    }
    assert!(refused * 2 > tried && refused > 40, "only {refused} of {tried} are refused");
}
