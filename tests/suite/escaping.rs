//! Whatever a profile value holds, it stays inside its literal: it is refused with a clear error, or every file that
//! it reaches keeps its structure and says exactly that value.

use std::process::Command;

use aks_harden::catalog::Catalog;
use aks_harden::plan::{self, Input};
use aks_harden::tree::Tree;
use proptest::prelude::*;

/// A harmless value of the same place, to compare structures with.
const HARMLESS: &str = "harmless";

/// Texts that break out of something somewhere.
const HOSTILE: [&str; 36] = [
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
    "\u{feff}",
    "| \n  - x",
    "%25",
];

/// The settings that take free text, as the TOML that sets one of them.
const PLACES: [&str; 4] = ["args", "command", "tag", "reason"];

fn profile(place: &str, value: &str) -> String {
    let value = toml::Value::String(value.into());
    let example = include_str!("../../examples/shop/aks-harden.toml");
    match place {
        "args" => example.replace(r#"args = ["netexec", "--http-port=8080"]"#, &format!("args = [{value}]")),
        "command" => {
            example.replace(r#"args = ["netexec", "--http-port=8080"]"#, &format!("command = [{value}, \"second\"]"))
        }
        "tag" => example.replace(r#"owner = "shop-team""#, &format!("owner = {value}")),
        _ => {
            let exception = format!(
                "\n[[exception]]\ncontrol = \"no-local-accounts\"\nreason = {value}\nowner = \"platform\"\nexpires = 2027-06-30\n"
            );
            example.replace("[access]", "[access]\nlocal_accounts = true") + &exception
        }
    }
}

/// The rendered tree, or `None` when the value was refused: then with a place, and by its own setting.
fn render(catalog: &Catalog, place: &str, value: &str) -> Option<Tree> {
    let text = profile(place, value);
    let input = Input { file: "aks-harden.toml".into(), text, ..Input::default() };
    match plan::resolve(catalog, &input) {
        Ok(plan) => Some(aks_harden::generate(catalog, &plan).unwrap_or_else(|e| panic!("{place} {value:?}: {e}"))),
        Err(problems) => {
            assert!(problems.0.iter().all(|p| !p.places.is_empty()), "no place: {problems}");
            assert_eq!(problems.0.len(), 1, "one value, one refusal: {problems}");
            None
        }
    }
}

/// Replaces the value by the harmless one wherever it is a whole scalar.
fn settled(value: &serde_yaml::Value, hostile: &str) -> serde_yaml::Value {
    use serde_yaml::Value;
    match value {
        Value::String(text) if text == hostile => Value::String(HARMLESS.into()),
        Value::Sequence(items) => Value::Sequence(items.iter().map(|i| settled(i, hostile)).collect()),
        Value::Mapping(map) => Value::Mapping(map.iter().map(|(k, v)| (k.clone(), settled(v, hostile))).collect()),
        other => other.clone(),
    }
}

fn documents(text: &str) -> Vec<serde_yaml::Value> {
    use serde::Deserialize;
    serde_yaml::Deserializer::from_str(text)
        .map(|d| serde_yaml::Value::deserialize(d).unwrap_or_else(|e| panic!("{e}\n{text}")))
        .collect()
}

/// Holds a tree with a hostile value against the one with the harmless value.
fn same_structure(place: &str, hostile: &str, tree: &Tree, harmless: &Tree) {
    let paths = |t: &Tree| t.0.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(paths(tree), paths(harmless), "{place} {hostile:?}");
    for (path, artifact) in &tree.0 {
        let other = &harmless.0[path];
        if artifact == other {
            continue;
        }
        let path = path.as_str();
        if path.ends_with(".yaml") || path.ends_with(".yml") {
            let found: Vec<_> = documents(&artifact.text).iter().map(|d| settled(d, hostile)).collect();
            assert_eq!(found, documents(&other.text), "{place} {hostile:?} in {path}");
        }
        // A value never adds, takes or moves a line, and changes only lines that the harmless one stands in.
        let (lines, others): (Vec<_>, Vec<_>) = (artifact.text.lines().collect(), other.text.lines().collect());
        assert_eq!(lines.len(), others.len(), "{place} {hostile:?} changes the lines of {path}");
        for (line, other) in lines.iter().zip(&others).filter(|(a, b)| a != b) {
            assert!(other.contains(HARMLESS), "{place} {hostile:?} in {path}: {line}");
        }
    }
}

/// Bash itself reads the settings, runs nothing, and prints the tag.
fn bash_agrees(hostile: &str, tree: &Tree) {
    let folder = tempfile::tempdir().unwrap();
    let settings = &tree.get("azcli/settings.sh").unwrap().text;
    std::fs::write(folder.path().join("settings.sh"), settings).unwrap();
    let script = "set -euo pipefail; source ./settings.sh; printf '%s\\0' \"${TAGS[@]}\"";
    let run = Command::new("bash").arg("-c").arg(script).current_dir(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success(), "{hostile:?}: {}", String::from_utf8_lossy(&run.stderr));
    assert!(said.split('\0').any(|tag| tag == format!("owner={hostile}")), "{hostile:?} became {said:?}");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(left, ["settings.sh"], "{hostile:?} ran something");
}

/// The text of the Bicep literal that begins at a quote.
fn bicep_literal(text: &str) -> String {
    let mut chars = text.chars().skip(1);
    let mut value = String::new();
    while let Some(c) = chars.next() {
        match c {
            '\'' => return value,
            '\\' => match chars.next() {
                Some('n') => value.push('\n'),
                Some('t') => value.push('\t'),
                Some('u') => {
                    let hex: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                    value.push(char::from_u32(u32::from_str_radix(&hex, 16).unwrap()).unwrap());
                }
                Some(other) => value.push(other),
                None => break,
            },
            '$' => {
                value.push('$');
                assert!(chars.clone().next().is_none_or(|c| c != '{'), "interpolation in {text}");
            }
            c => value.push(c),
        }
    }
    panic!("the literal does not end: {text}")
}

fn check(catalog: &Catalog, place: &str, hostile: &str) -> bool {
    let Some(tree) = render(catalog, place, hostile) else { return false };
    let harmless = render(catalog, place, HARMLESS).expect("the harmless value passes");
    same_structure(place, hostile, &tree, &harmless);
    if place == "tag" {
        bash_agrees(hostile, &tree);
        let parameters = &tree.get("bicep/main.bicepparam").unwrap().text;
        let line = parameters.lines().find(|l| l.trim_start().starts_with("owner: '")).expect("the tag is there");
        assert_eq!(bicep_literal(line.split_once("owner: ").unwrap().1), hostile);
    }
    if place == "args" {
        let workload = &tree.get("kubernetes/workloads/frontend.yaml").unwrap().text;
        let deployment = documents(workload).into_iter().find(|d| d["kind"] == "Deployment").unwrap();
        assert_eq!(deployment["spec"]["template"]["spec"]["containers"][0]["args"][0], hostile);
    }
    true
}

#[test]
fn hostile_texts_stay_inside_their_literals() {
    let catalog = Catalog::load().unwrap();
    let mut passed = 0;
    for place in PLACES {
        passed += HOSTILE.iter().filter(|hostile| check(&catalog, place, hostile)).count();
    }
    assert!(passed > HOSTILE.len() * 2, "only {passed} were rendered at all");
}

#[test]
fn a_text_of_64_kib_is_refused() {
    let catalog = Catalog::load().unwrap();
    for place in PLACES {
        assert!(render(&catalog, place, &"x".repeat(64 * 1024)).is_none(), "{place}");
    }
}

proptest! {
    // PROPTEST_CASES=10000 is the long mode.
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_stays_inside_its_literal(text in "\\PC{1,60}", place in 0..PLACES.len()) {
        let catalog = Catalog::load().unwrap();
        check(&catalog, PLACES[place], &text);
    }
}
