//! The catalog as a whole: what replaces registering things by hand.

use std::collections::{BTreeMap, BTreeSet};

use aks_harden::catalog::Catalog;
use aks_harden::catalog::profile::Profile;
use aks_harden::catalog::template::Template;
use aks_harden::plan::describe;
use aks_harden::plan::validate::INPUTS;
use aks_harden::plan::{Input, resolve, vary};
use aks_harden::tree::Tree;

use crate::{examples, program};

fn catalog() -> Catalog {
    Catalog::load().unwrap_or_else(|e| panic!("{e}"))
}

/// A template's text without what the engine does not read.
fn without_raw(template: &Template) -> String {
    let mut out = String::new();
    let mut rest = template.text;
    while let Some((before, after)) = rest.split_once("{% raw %}") {
        out.push_str(before);
        rest = after.split_once("{% endraw %}").map_or("", |(_, after)| after);
    }
    out + rest
}

/// The tags `{% ... %}` and expressions `{{ ... }}` of a template, with the character before each.
fn pieces(text: &str, open: &str, close: &str) -> Vec<(Option<char>, String)> {
    let found = text.match_indices(open);
    let piece = |(at, _): (usize, &str)| {
        let inside = text[at + open.len()..].split(close).next().unwrap_or_default();
        (text[..at].chars().next_back(), inside.trim_matches('-').trim().to_string())
    };
    found.map(piece).collect()
}

#[test]
fn no_template_goes_round_the_escaping() {
    let mut wrong = Vec::new();
    for template in &catalog().templates {
        let text = without_raw(template);
        let mut say = |what: String| wrong.push(format!("{}: {what}", template.path));
        let escapes = |code: &str| {
            let filters = code.split('|').skip(1).map(|f| f.trim().split(['(', ' ']).next().unwrap_or_default());
            let mut found = filters.filter(|f| ["safe", "e", "escape", "tojson", "urlencode", "format"].contains(f));
            found.next().map(|filter| format!("`{filter}` in {code}"))
        };
        for (_, tag) in pieces(&text, "{%", "%}") {
            escapes(&tag).into_iter().for_each(&mut say);
            let word = tag.split_whitespace().next().unwrap_or_default().to_string();
            match word.as_str() {
                "autoescape" | "filter" | "call" | "import" | "from" => say(format!("`{word}` is not allowed")),
                "set" if !tag.contains('=') => say(format!("a block that sets `{tag}` would pass for escaped")),
                "macro" => {
                    let body = text.split_once(&tag).map_or("", |(_, rest)| rest);
                    let body = body.split("endmacro").next().unwrap_or_default();
                    if body.contains("{{") {
                        say(format!("the result of `{tag}` would pass for escaped"));
                    }
                }
                _ => {}
            }
        }
        for (before, expression) in pieces(&text, "{{", "}}") {
            // Quotes are part of a literal everywhere but in prose; a comment may follow a closing one.
            let is_literal = !template.path.ends_with(".md.j2") && !expression.starts_with("control(");
            if is_literal && before.is_some_and(|c| "\"'`".contains(c)) {
                say(format!("a quote before {{{{ {expression} }}}}: the literal brings its own"));
            }
            escapes(&expression).into_iter().for_each(&mut say);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_template_is_rendered_by_some_example_and_every_partial_is_included() {
    let catalog = catalog();
    let rendered: BTreeSet<String> = examples::all(&catalog)
        .iter()
        .flat_map(|example| example.tree.0.keys().map(ToString::to_string).collect::<Vec<_>>())
        .collect();
    let mut forgotten = Vec::new();
    for template in &catalog.templates {
        let found = match template.output() {
            Some(output) => match output.split_once('[') {
                None => rendered.contains(&output),
                Some((before, rest)) => {
                    let after = rest.split_once(']').map_or("", |(_, after)| after);
                    rendered.iter().any(|path| path.starts_with(before) && path.ends_with(after))
                }
            },
            None => catalog.templates.iter().any(|other| other.text.contains(&format!("\"{}\"", template.path))),
        };
        if !found {
            forgotten.push(template.path.clone());
        }
    }
    assert!(forgotten.is_empty(), "rendered by no example: {forgotten:?}");
}

/// What each workload, and each team and pool, has to say for itself.
const OF_EACH: [&str; 9] = [
    "workloads.*.namespace",
    "workloads.*.image",
    "workloads.*.port",
    "teams.*.group",
    "teams.*.namespaces",
    "teams.*.role",
    "teams.*.via",
    "nodes.pools.*.mode",
    "nodes.pools.*.subnet",
];

#[test]
fn every_setting_has_a_default_or_is_asked_for_and_never_both() {
    let catalog = catalog();
    for setting in describe::settings() {
        let default = describe::value_in(&catalog, "base", &setting.id);
        // A peering is whole where it is written.
        let of_each = OF_EACH.contains(&setting.id.as_str()) || setting.id.starts_with("network.peerings.*.");
        let asked = INPUTS.iter().any(|(key, _)| *key == setting.id) || of_each;
        assert_ne!(
            default.is_some(),
            asked,
            "{} has the default {default:?}, and is it asked for? {asked}",
            setting.id
        );
    }
}

#[test]
fn nothing_made_up_is_in_a_tree() {
    for example in examples::all(&catalog()) {
        let profile = std::fs::read_to_string(example.folder.join("aks-harden.toml")).expect("a profile file");
        for (path, artifact) in &example.tree.0 {
            for (index, line) in artifact.text.lines().enumerate() {
                let said = format!("{} {path}:{}: {line}", example.name, index + 1);
                assert!(!line.contains("00000000-0000-0000"), "a zero GUID: {said}");
                assert!(!line.contains(&"0".repeat(16)), "a zero digest: {said}");
                assert!(!line.split(|c: char| !c.is_alphanumeric()).any(|word| word == "unknown"), "{said}");
                for domain in ["example.com", "example.org", "example.net", "contoso", "fabrikam"] {
                    assert!(!line.contains(domain) || profile.contains(domain), "{said}");
                }
            }
        }
    }
}

/// Controls about what the shop does not have.
const NOT_OF_THE_SHOP: [&str; 5] =
    ["firewall-allow-list", "firewall-logs", "jump-host", "private-files", "tls-from-vault"];

/// A control of the shop that its tree says nothing about has to be one that is about what the shop does not have.
#[test]
fn every_selected_control_is_signposted_where_everything_is_used() {
    let catalog = catalog();
    let shop = examples::all(&catalog).into_iter().find(|example| example.name == "shop").expect("the shop");
    let places = aks_harden::report::places(&shop.tree);
    let silent: Vec<&String> = shop.plan.controls.keys().filter(|id| !places.contains_key(*id)).collect();
    assert_eq!(silent, NOT_OF_THE_SHOP, "no line names these");
}

/// Settings that matter only where another one has a certain value, or whose value is no matter of the tree.
const CONDITIONAL: [(&str, &str); 5] = [
    ("network.next_hop", "with user-defined routing only"),
    ("encryption.rotation_days", "with keys of one's own only"),
    ("output.dir", "where the tree goes"),
    ("storage.default", "where a class does not say it itself"),
    ("workloads.*.tunnel_hosts", "with a tunnel whose configuration is in the tree; else the runbook alone says them"),
];

/// What people and machines act on: the papers repeat values, so they prove nothing.
fn acted_on(tree: &Tree) -> BTreeMap<String, String> {
    let kept = tree.0.iter().filter(|(path, _)| !path.as_str().ends_with(".md"));
    kept.map(|(path, artifact)| (path.to_string(), artifact.text.clone())).collect()
}

#[test]
fn no_setting_is_ignored() {
    let mut catalog = catalog();
    let bare = "title = \"Bare\"\ndescription = \"No control.\"\nextends = \"base\"\ncontrols = []\n";
    let bare = Profile::parse("bare.toml", bare).unwrap_or_else(|e| panic!("{e}"));
    catalog.profiles.insert(bare.name.clone(), bare);
    let shop = std::fs::read_to_string(program::root().join("examples/shop/aks-harden.toml")).expect("the shop");
    // Without controls, so that only what settings demand of each other stands in the way.
    let text = shop.replace("extends = \"restricted\"", "extends = \"bare\"");
    let input =
        |sets: Vec<String>| Input { file: "aks-harden.toml".into(), text: text.clone(), sets, ..Input::default() };
    let plan = resolve(&catalog, &input(Vec::new())).unwrap_or_else(|e| panic!("{e}"));
    let before = acted_on(&aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}")));
    let mut ignored = Vec::new();
    let mut tried = 0;
    for setting in describe::settings() {
        let key = setting.id.replace("workloads.*", "workloads.frontend").replace("nodes.pools.*", "nodes.pools.user");
        let key = key.replace("teams.*", "teams.developers");
        let Some(now) = plan.values.get(&key).map(|value| value.value.clone()) else { continue };
        for value in vary::others(&setting, &now) {
            tried += 1;
            match resolve(&catalog, &input(vec![format!("{key}={value}")])) {
                Ok(plan) => {
                    let after = aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{key}={value}: {e}"));
                    let excused = CONDITIONAL.iter().any(|(id, _)| *id == setting.id)
                        || setting.id.starts_with("workload_defaults.");
                    if acted_on(&after) == before && !excused {
                        ignored.push(format!("{key} = {value} changes nothing"));
                    }
                }
                Err(problems) if problems.to_string().contains(&setting.id) || problems.to_string().contains(&key) => {}
                Err(problems) => ignored.push(format!("{key} = {value} is refused without being named: {problems}")),
            }
        }
    }
    assert!(tried > 60, "only {tried} values were tried");
    assert!(ignored.is_empty(), "{}", ignored.join("\n"));
}

#[test]
fn links_of_the_papers_lead_somewhere() {
    let mut dead = Vec::new();
    for paper in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "templates/README.md",
        "profiles/README.md",
        "versions/README.md",
        "controls/README.md",
    ] {
        let path = program::root().join(paper);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{paper}: {e}"));
        for (_, target) in pieces(&text, "](", ")") {
            let file = target.split('#').next().unwrap_or_default();
            if !target.contains("://") && !path.parent().expect("a folder").join(file).exists() {
                dead.push(format!("{paper}: {target}"));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}
