//! What refusals look like, whatever stands in the file: short, of whole lines, with a mark below what is meant and a word on
//! what to write instead.

use aks_harden::catalog::Catalog;
use aks_harden::error::{Problem, Problems};
use aks_harden::plan::describe::settings;
use aks_harden::plan::facts::Facts;
use aks_harden::plan::{Input, kind, resolve};

use crate::program::root;

/// The longest that a refusal may be.
const LONGEST: usize = 8_000;

/// What begins the lines of a refusal.
const BEGINNINGS: [&str; 5] = ["error: ", "  --> ", "   |  ", "  help: ", "        "];

fn refused(catalog: &Catalog, text: String, sets: &[&str]) -> Problems {
    let sets: Vec<String> = sets.iter().map(ToString::to_string).collect();
    let shown: String = sets.join(" ").chars().chain(text.chars()).take(200).collect();
    let input = Input { file: "aks-harden.toml".into(), text, sets, ..Input::default() };
    resolve(catalog, &input).map(|_| ()).expect_err(&shown)
}

fn quickstart() -> String {
    std::fs::read_to_string(root().join("examples/quickstart/aks-harden.toml")).expect("the quickstart")
}

/// A refusal that fits on a screen, whose lines are all ours.
fn readable(problems: &Problems, what: &str) -> String {
    let said = problems.to_string();
    let begin: String = said.chars().take(400).collect();
    assert!(said.len() < LONGEST, "{what}: {} bytes: {begin}", said.len());
    let raw = said.chars().find(|c| c.is_control() && *c != '\n' || kind::invisible(*c));
    assert!(raw.is_none(), "{what}: {raw:?} is raw: {begin}");
    let foreign = said.lines().find(|line| !BEGINNINGS.iter().any(|begin| line.starts_with(begin)));
    assert!(foreign.is_none(), "{what}: {foreign:?} is no line of ours: {said}");
    said
}

/// Where a name of one's own can stand, `{}` for it in quotes; and what the refusal of a bad one says.
const NAMED: [(&str, &str); 17] = [
    ("[workloads.{}]\nport = 8080", "cannot have the name"),
    ("[teams.{}]\nrole = \"reader\"", "cannot have the name"),
    ("[nodes.pools.{}]\nmode = \"user\"", "cannot have the name for a pool"),
    ("[storage.classes.{}]\nkind = \"disk\"", "cannot have the name"),
    ("[network.peerings.{}]\nranges = [\"10.9.0.0/16\"]", "cannot have the name"),
    ("[ingress.certificates]\n{} = [\"a.contoso.com\"]", "cannot have the name"),
    ("[cluster.tags]\n{} = \"x\"", "cannot have the tag"),
    ("[environments.{}]\ncluster.name = \"x\"", "environment"),
    ("[pods]\n{} = 1", "there is no setting"),
    ("[{}]\nx = 1", "there is no table"),
    ("[network]\negress = {}", "cannot be"),
    ("[network]\nflows = [{}]", "cannot be"),
    ("[logs]\naudit = [{}]", "has to be one of"),
    ("[[exception]]\ncontrol = {}\nreason = \"x\"\nowner = \"x\"\nexpires = 2027-06-30", "there is no control"),
    (
        "[[exception]]\ncontrol = \"no-run-command\"\nat = {}\nreason = \"x\"\nowner = \"x\"\nexpires = 2027-06-30",
        "the control `no-run-command` is not about",
    ),
    (
        "[[exception]]\ncontrol = \"no-run-command\"\nenvironment = {}\nreason = \"x\"\nowner = \"x\"\nexpires = 2027-06-30",
        "there is no environment",
    ),
    ("[[exception]]\n{} = \"x\"", "an exception has no"),
];

#[test]
fn names_of_any_length_and_with_any_character_are_refused_in_a_few_lines() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let long = 65_000;
    let names = [
        "k".repeat(long),
        "a b ".repeat(long / 4),
        "\u{202e}".repeat(long / 3),
        "`\"' ".repeat(long / 4),
        "a\nb\tc\rd\n".to_string(),
        "\n".repeat(long),
    ];
    let quoted: Vec<String> = names.iter().map(|name| serde_json::Value::from(name.as_str()).to_string()).collect();
    let mut wrong = Vec::new();
    let mut expect = |said: String, words: &str, what: &str| {
        if !said.contains(words) {
            wrong.push(format!("{what} does not say `{words}`: {}", said.lines().next().unwrap_or_default()));
        }
    };
    for name in &quoted {
        let short: String = name.chars().take(12).collect();
        for (pattern, words) in NAMED {
            let text = format!("{}\n{}\n", quickstart(), pattern.replace("{}", name));
            let what = format!("{pattern} with {short}");
            expect(readable(&refused(&catalog, text, &[]), &what), words, &what);
        }
        for (text, words) in [
            (format!("extends = {name}\n"), "there is no profile"),
            (format!("extends = \"restricted\"\ncontrols = [{name}]\n"), "there is no control"),
            (format!("[needs]\n{name} = true\n"), "there is no setting `needs."),
        ] {
            let what = format!("{words} with {short}");
            expect(readable(&refused(&catalog, text, &[]), &what), words, &what);
        }
        for (text, words) in [
            (format!("{name} = 1\n"), "a facts file has no"),
            (format!("[client_ids]\n{name} = 1\n"), "the client id of"),
            (format!("oidc_issuer = [{name}]\n"), "has to be text in quotes"),
        ] {
            let problems = Facts::parse("facts.toml", &text).expect_err("no facts");
            expect(readable(&problems, words), words, &format!("{words} with {short}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands around a text of some kinds, so that only the text itself is bad.
const AROUND: [(&str, [&str; 2]); 8] = [
    ("email", ["", "@contoso.com"]),
    ("flow", ["redis -> ", ".contoso.com:443"]),
    ("volume", ["", ": disk-private 7Gi /data"]),
    ("cache-rule", ["quay.io/", "/* -> quay-io/*"]),
    ("host-name", ["", ".contoso.com"]),
    ("list of host-pattern", ["*.", ".contoso.com"]),
    ("range-and-port", ["10.40.3.0/27:", "443"]),
    ("network-id", ["/subscriptions/", "/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/x"]),
];

#[test]
fn texts_of_every_kind_are_refused_in_a_few_lines() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let long = 65_000;
    let texts = ["x".repeat(long), "a, b -> ".repeat(long / 8), "\u{202e}".repeat(long / 3), "a\nb\tc".to_string()];
    let entries = [
        ("workloads", "new"),
        ("teams", "new"),
        ("nodes.pools", "user"),
        ("network.peerings", "hub"),
        ("storage.classes", "disk-private"),
    ];
    let mut tried = 0;
    for setting in settings().into_iter().filter(|setting| setting.allowed.is_empty()) {
        let table = setting.kind.strip_prefix("table of ");
        let list = setting.kind.strip_prefix("list of ");
        let of = table.or(list).unwrap_or(&setting.kind);
        let entry = entries.iter().find(|(table, _)| setting.id.starts_with(&format!("{table}.*")));
        let id = entry.map_or(setting.id.clone(), |(_, name)| setting.id.replace('*', name));
        let around = AROUND.iter().find(|(kind, _)| *kind == of).map(|(_, around)| *around);
        for [before, after] in [Some(["", ""]), around].into_iter().flatten() {
            // Lines are what a file is made of.
            for text in texts.iter().filter(|text| of != "file-text" || !text.starts_with("a\n")) {
                let literal = serde_json::Value::from(format!("{before}{text}{after}")).to_string();
                let set = match (table, list) {
                    (Some(of), _) if of.starts_with("list of ") => format!("{id}.new=[{literal}]"),
                    (Some(_), _) => format!("{id}.new={literal}"),
                    (_, Some(_)) => format!("{id}=[{literal}]"),
                    _ => format!("{id}={literal}"),
                };
                let short: String = set.chars().take(80).collect();
                readable(&refused(&catalog, quickstart(), &[&set]), &short);
                tried += 1;
            }
        }
    }
    assert!(tried > 400, "{tried}");
}

#[test]
fn what_set_says_is_one_line() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    for set in ["cluster.location=x\ny", "network.egress=\nfirewall", "a\nb", "a\nb=c"] {
        let said = readable(&refused(&catalog, quickstart(), &[set]), set);
        assert!(said.contains("--> --set\n   |  ") && said.contains("\n   |  ^^"), "{said}");
    }
    let said = readable(&refused(&catalog, quickstart(), &["network.egress=\"\\nnat-gateway\""]), "egress");
    assert!(said.contains("`network.egress` cannot be \"\\nnat-gateway\""), "{said}");
}

#[test]
fn what_is_missing_at_the_end_of_a_line_is_marked_there() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let said = refused(&catalog, "extends = \"restricted\"\n[logs]\nretention_days =\n".into(), &[]).to_string();
    assert!(said.contains("   |  retention_days =\n   |                  ^"), "{said}");
}

#[test]
fn long_names_keep_their_ends_and_what_fits_stays_whole() {
    let image = "registry.k8s.io/e2e-test-images/agnhost:2.53@sha256:99c6b4bb4a1e1df3f0b3752168c89358794d02258ebebc26bf21c29399011a85";
    let said = Problem::new(format!("`{image}` is \"{}\" or begin{}end", "y".repeat(900), "z".repeat(900))).what;
    assert!(said.contains(image) && said.len() < 800, "{said}");
    assert!(said.contains("y\u{2026}y") && said.contains("y\" or begin") && said.ends_with("zend"), "{said}");
    let help = Problem::new("x").help("write:\n[logs]\na = 1").help;
    assert_eq!(help, ["write:\n[logs]\na = 1"], "the lines of an advice are lines");
}

/// A setting with a value of another type, and what to write instead.
const TYPES: [(&str, &str); 19] = [
    ("logs.alert_emails=[7]", "write it in quotes: \"7\""),
    ("cluster.name=7", "write it in quotes: \"7\""),
    ("cluster.name=[\"shop\"]", "write it without brackets: \"shop\""),
    ("cluster.name=[\"a\", \"b\"]", "write one text, in quotes"),
    ("cluster.kubernetes_version=1.34", "write it in quotes: \"1.34\""),
    ("logs.retention_days=\"90\"", "write it without quotes: 90"),
    ("logs.retention_days=90.5", "write a whole number without quotes, such as 30"),
    ("quota.pods=\"many\"", "write a whole number without quotes, such as 1"),
    ("access.run_command=\"no\"", "write it without quotes: false"),
    ("access.run_command=1", "write true or false, without quotes"),
    ("logs.alert_emails=\"a@contoso.com\"", "write it as a list: [\"a@contoso.com\"]"),
    ("workload_defaults.more_ports=8080", "write it as a list: [8080]"),
    ("nodes.zones=1", "write it as a list: [\"1\"]"),
    ("nodes.zones=[1]", "write it in quotes: \"1\""),
    ("network.egress=[\"firewall\"]", "write it without brackets: \"firewall\""),
    ("network.egress=7", "write one of them in quotes, such as \"nat-gateway\""),
    ("logs=7", "write [logs] on a line of its own, and its settings below it"),
    ("workloads=7", "write [workloads.NAME] on a line of its own"),
    ("cluster.tags=7", "write [cluster.tags] on a line of its own, and a line NAME = VALUE below it"),
];

#[test]
fn a_value_of_the_wrong_type_says_what_to_write_instead() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    for (set, instead) in TYPES {
        let problems = refused(&catalog, quickstart(), &[set]);
        let of_type = problems.0.iter().find(|problem| problem.what.contains("has to be"));
        let help = of_type.map(|problem| problem.help.join("\n")).unwrap_or_default();
        assert!(help.contains(instead), "{set}: {problems}");
        // What it says to write is of the type.
        let written = instead.split_once(": ").filter(|(words, _)| words.starts_with("write it"));
        if let Some((_, value)) = written {
            let value = if set.contains("=[") && set.ends_with("[7]") || set.ends_with("[1]") {
                format!("[{value}]")
            } else {
                value.into()
            };
            let set = format!("{}={value}", set.split('=').next().unwrap_or_default());
            let input = Input {
                file: "aks-harden.toml".into(),
                text: quickstart(),
                sets: vec![set.clone()],
                ..Input::default()
            };
            let said = resolve(&catalog, &input).map_or_else(|e| e.to_string(), |_| String::new());
            assert!(!said.contains("has to be"), "{set}: {said}");
        }
    }
    let extends = "extends = \"restricted\"\n";
    for (text, instead) in [
        (format!("title = 7\n{extends}"), "write it in quotes: \"7\""),
        (format!("controls = \"audit-logs\"\n{extends}"), "write it as a list: [\"audit-logs\"]"),
        (format!("controls = [7]\n{extends}"), "write it in quotes: \"7\""),
        (format!("{extends}[[exception]]\ncontrol = \"no-run-command\"\nowner = 7\n"), "write it in quotes: \"7\""),
    ] {
        let said = refused(&catalog, text.clone(), &[]).to_string();
        assert!(said.contains(instead), "{text}: {said}");
    }
}

#[test]
fn a_set_without_a_key_says_how_to_write_one() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let said = refused(&catalog, quickstart(), &["=x"]).to_string();
    assert!(said.contains("help: write --set cluster.location=westeurope"), "{said}");
    let said = refused(&catalog, quickstart(), &["cluster.tags.\"a b\"=c"]).to_string();
    let written = "cluster.tags={ \"a b\" = \"c\" }";
    assert!(said.contains(&format!("--set '{written}'")), "{said}");
    let input = Input { file: "x".into(), text: quickstart(), sets: vec![written.to_string()], ..Input::default() };
    let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    assert!(plan.values.contains_key("cluster.tags.a b"), "{:?}", plan.values.keys());
}
