//! Whatever a profile file holds, it stays inside its literal: each text of each setting is refused with a clear error, or
//! every file that it reaches keeps its structure and says exactly that text. The settings are those of the schema.
//!
//! `AKS_HARDEN_FUZZ=1000 cargo test --release --test suite escaping` is the long mode: so many texts made at random.

use std::collections::{BTreeMap, BTreeSet};

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::{Input, Plan, kind, resolve};
use aks_harden::tree::Tree;
use aks_harden::{diff, generate};
use proptest::prelude::*;

use crate::places::{Place, places};
use crate::readers::{Reading, read};

/// Texts that break out of something somewhere.
const HOSTILE: [&str; 48] = [
    "it's",
    "\"quoted\"",
    "$(touch escaped)",
    "`touch escaped`",
    "${HOME}",
    "$HOME",
    "\\",
    "\\'",
    "'\\''",
    "a\nb",
    "a\r\nb",
    "a\0b",
    "yes",
    "no",
    "null",
    "~",
    "0x1F",
    "1e3",
    "012",
    "- x",
    "a: b",
    "a #b",
    "# b",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "%}",
    "*alias",
    "&anchor",
    "!tag",
    "'''",
    "-->",
    "| cell |",
    "\u{202e}txt.exe",
    "\u{200f}",
    "\u{feff}",
    "a\u{f8ff}b",
    "a\u{f8fe}b",
    "| \n  - x",
    "%25",
    " ",
    "a ",
    "",
    "; touch escaped; #",
    "[link](https://x)",
    "<!-- x",
    "// x",
    "exception: seccomp until x",
    "=cmd|' /C calc'!A0",
];

fn catalog() -> Catalog {
    Catalog::load().unwrap_or_else(|e| panic!("{e}"))
}

/// A value for each of some places.
fn plan(catalog: &Catalog, values: &[(&Place, &str)]) -> Result<Plan, Problems> {
    let (mut text, mut sets) = (crate::places::shop(), crate::places::sets());
    for (place, value) in values {
        place.set(value, &mut text, &mut sets);
    }
    resolve(catalog, &Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() })
}

/// The tree and its lock.
fn render(catalog: &Catalog, plan: &Plan) -> BTreeMap<String, String> {
    let tree = generate(catalog, plan).unwrap_or_else(|e| panic!("{e}"));
    let mut files: BTreeMap<String, String> =
        tree.0.iter().map(|(path, artifact)| (path.to_string(), artifact.text.clone())).collect();
    files.insert("aks-harden.lock".into(), lock(plan, &tree));
    files
}

/// The lock without hashes: it may say of a file only that it is there.
fn lock(plan: &Plan, tree: &Tree) -> String {
    let stamp = diff::Stamp {
        generator: "0".into(),
        templates: "0".into(),
        profile: plan.profile_file.clone(),
        controls: plan.controls.keys().cloned().collect(),
    };
    let lock = diff::Lock::of(tree, stamp);
    let text = lock.to_text();
    assert_eq!(diff::Lock::parse(&text).as_ref(), Ok(&lock), "the lock reads back as it was");
    text.lines().filter(|line| !line.starts_with("sha256 = ")).map(|line| format!("{line}\n")).collect()
}

/// A refusal that a user can do something with: it names the setting or shows the line, and says it once.
fn refused_well(place: &Place, value: &str, problems: &Problems) {
    let said = problems.to_string();
    let short = value.chars().take(80).collect::<String>();
    let named = place.names.iter().any(|name| said.contains(name.as_str()));
    assert!(named, "{} = {short:?} is refused, and nobody says which setting: {said}", place.id);
    assert!(problems.0.iter().all(|p| !p.places.is_empty()), "{} = {short:?}: no place: {said}", place.id);
    let said: String = said.chars().take(20_000).collect();
    let raw = said.chars().find(|c| c.is_control() && !"\n\t".contains(*c) || kind::invisible(*c));
    // Every line is one of ours: no text begins a line of its own.
    let ours = ["error: ", "  --> ", "   |  ", "  help: ", "        "];
    let foreign = said.lines().find(|line| !ours.iter().any(|begin| line.starts_with(begin)));
    assert!(foreign.is_none(), "{} = {short:?}: the line {foreign:?}", place.id);
    assert!(raw.is_none(), "{} = {short:?}: the refusal prints {raw:?} raw: {said:?}", place.id);
    assert!(said.len() < 8_000, "{}: a refusal of {} bytes: {}", place.id, said.len(), &said[..400]);
}

/// What is made of others by hashing: names of role assignments, which are GUIDs, and sums of what a ConfigMap holds.
fn without_hashes(text: &str) -> String {
    if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return "SUM".into();
    }
    let guid = |word: &str| {
        let groups: Vec<&str> = word.split('-').collect();
        groups.len() == 5
            && groups
                .iter()
                .zip([8, 4, 4, 4, 12])
                .all(|(g, n)| g.len() == n && g.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let mut out = text.to_string();
    for start in 0..text.len().saturating_sub(35) {
        if let Some(word) = text.get(start..start + 36).filter(|word| guid(word)) {
            out = out.replace(word, "GUID");
        }
    }
    out
}

/// What each file of the harmless tree would say with the hostile texts, against what it says.
fn hold(values: &[(&Place, &str)], harmless: &BTreeMap<String, (String, Reading)>, files: &BTreeMap<String, String>) {
    let told = |text: &str| {
        let said = values.iter().fold(text.to_string(), |text, (place, value)| text.replace(&place.word, value));
        without_hashes(&said)
    };
    let shown = || values.iter().map(|(p, v)| format!("{} = {v:?}", p.id)).collect::<Vec<_>>().join("\n");
    let paths: BTreeSet<String> = harmless.keys().map(|path| told(path)).collect();
    assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), paths, "{}", shown());
    for (path, (text, was)) in harmless {
        let file = &files[&told(path)];
        if file == text {
            continue;
        }
        let is = read(path, file).unwrap_or_else(|e| panic!("{path}: {e}\n{}", shown()));
        let sorts = values.iter().any(|(place, value)| place.sorts && *value != place.word);
        // What a file of the configuration holds takes as many lines as it has.
        let lines = values.iter().any(|(place, value)| place.id.ends_with(".config") && *value != place.word);
        let kept = |structure: &[String]| {
            sorted(structure.iter().filter(|part| !(lines && part.ends_with(" lines"))).cloned().collect())
        };
        let same = match sorts {
            true => kept(&is.structure) == kept(&was.structure),
            false => is.structure == was.structure,
        };
        if !same {
            let at = is.structure.iter().zip(&was.structure).position(|(is, was)| is != was).unwrap_or_default();
            let near = |s: &[String]| s[at.saturating_sub(3)..s.len().min(at + 4)].join(" | ");
            panic!("{path} has another structure: {} was {}\n{}", near(&is.structure), near(&was.structure), shown());
        }
        // The numbers of lines move with what stands elsewhere.
        let unmoved = |text: String| match text.rsplit_once("#L") {
            Some((file, line)) if sorts && line.bytes().all(|b| b.is_ascii_digit()) => file.to_string(),
            _ => text,
        };
        let counts = |text: &String| !sorts || !text.bytes().all(|b| b.is_ascii_digit());
        let (says, said) = (
            sorted(is.texts.iter().map(|text| unmoved(without_hashes(text))).filter(counts).collect()),
            sorted(was.texts.iter().map(|text| unmoved(told(text))).filter(counts).collect()),
        );
        let wrong: Vec<_> = says.iter().zip(&said).filter(|(says, said)| says != said).collect();
        assert!(wrong.is_empty() && says.len() == said.len(), "{path}: {wrong:?}\n{}", shown());
    }
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

fn readings(files: BTreeMap<String, String>) -> BTreeMap<String, (String, Reading)> {
    let reading = |(path, text): (String, String)| {
        let found = read(&path, &text).unwrap_or_else(|e| panic!("{path}: {e}"));
        (path, (text, found))
    };
    files.into_iter().map(reading).collect()
}

/// Tries texts in every place: what is refused is refused well, and what is not goes into one tree with others.
fn hold_all(catalog: &Catalog, texts: &[String]) -> (usize, usize) {
    let places = places();
    let words: Vec<(&Place, &str)> = places.iter().map(|place| (place, place.word.as_str())).collect();
    let plain = plan(catalog, &words).unwrap_or_else(|e| panic!("the harmless words pass everywhere: {e}"));
    let harmless = readings(render(catalog, &plain));
    for place in &places {
        let shown = harmless.values().any(|(_, reading)| reading.texts.iter().any(|text| text.contains(&place.word)));
        assert!(shown || place.silent, "{}: no file says it, so nothing is tried", place.id);
    }
    let (mut refused, mut accepted) = (0, Vec::new());
    for place in &places {
        let passes = texts.iter().filter(|text| match plan(catalog, &[(place, text.as_str())]) {
            Ok(_) => true,
            Err(problems) => {
                refused_well(place, text, &problems);
                refused += 1;
                false
            }
        });
        accepted.push(passes.map(String::as_str).collect::<Vec<&str>>());
    }
    let mut left: BTreeSet<(usize, &str)> =
        accepted.iter().enumerate().flat_map(|(place, texts)| texts.iter().map(move |text| (place, *text))).collect();
    let all = left.len();
    while !left.is_empty() {
        let before = left.len();
        // Names that lists are sorted by come last, apart from the others: they may move what stands beside them.
        let names = left.iter().all(|(place, _)| places[*place].sorts);
        let mut values: Vec<(&Place, &str)> = Vec::new();
        let mut used = BTreeSet::new();
        for (index, place) in places.iter().enumerate() {
            // Another text for each place: the vault, for one, has each name once.
            let of_mine = left.iter().filter(|(of, text)| *of == index && !used.contains(text) && place.sorts == names);
            let text = of_mine.map(|(_, text)| *text).next();
            used.extend(text);
            values.push((place, text.unwrap_or(place.word.as_str())));
            if let Some(text) = text {
                left.remove(&(index, text));
            }
        }
        assert!(left.len() < before, "{left:?} go nowhere");
        match plan(catalog, &values) {
            Ok(plan) => hold(&values, &harmless, &render(catalog, &plan)),
            Err(problems) => panic!("each passes by itself: {problems}"),
        }
    }
    (refused, all)
}

#[test]
fn hostile_texts_stay_inside_their_literals() {
    let (refused, rendered) = hold_all(&catalog(), &HOSTILE.map(String::from));
    eprintln!("{refused} refused, {rendered} rendered");
    assert!(refused > 100 && rendered > 150, "{refused} refused, {rendered} rendered");
}

#[test]
fn a_text_of_64_kib_is_refused() {
    let catalog = catalog();
    for place in places() {
        for text in ["x".repeat(64 * 1024), "\u{202e}".repeat(32 * 1024)] {
            let problems = plan(&catalog, &[(&place, &text)]).map(|_| ()).expect_err(&place.id);
            refused_well(&place, &text, &problems);
        }
    }
}

/// Names of one's own that YAML would read as something else: every name is a text still.
#[test]
fn names_that_are_words_of_yaml_stay_names() {
    let catalog = catalog();
    let mut text = crate::places::shop();
    let names = ["null", "yes", "no", "on", "off", "true", "false", "y", "n"];
    for name in names {
        text += &format!(
            "\n[workloads.{name}]\nnamespace = \"null\"\nimage = \"{}\"\nport = 8080\nsecrets = [\"{name}\", \"0{name}\"]\n",
            crate::places::IMAGE
        );
    }
    text = text
        .replace("namespaces = [\"shop\"]", "namespaces = [\"shop\", \"null\"]")
        .replace("name = \"shop\"", "name = \"no\"");
    let sets = ["quota.cpu=\"100\"", "quota.memory=\"100Gi\"", "quota.pods=100"].map(String::from).to_vec();
    let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
    let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    let files = readings(render(&catalog, &plan));
    for name in names {
        let (_, reading) = &files[&format!("kubernetes/workloads/{name}.yaml")];
        assert!(reading.texts.iter().filter(|text| *text == name).count() > 10, "{name}: {:?}", reading.texts);
        assert!(reading.texts.contains(&format!("0{name}")), "{name}");
        // Nothing that is no text but what is meant so.
        let scalars = reading.structure.iter().filter(|s| !s.starts_with("map") && !s.starts_with("list"));
        let odd: Vec<_> = scalars.filter(|s| s.contains("Null")).collect();
        assert!(odd.is_empty(), "{name}: {odd:?}");
    }
}

fn cases() -> usize {
    std::env::var("AKS_HARDEN_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: u32::try_from(cases().div_ceil(4)).unwrap_or(u32::MAX), failure_persistence: None, max_shrink_iters: 24, ..ProptestConfig::default() })]

    /// Texts at random, four to a tree.
    #[test]
    fn any_text_stays_inside_its_literal(texts in prop::collection::vec("(\\PC|['\"\\\\$`{}#\n%<>|&*!-]){1,40}", 4)) {
        hold_all(&catalog(), &texts);
    }
}
