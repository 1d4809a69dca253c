//! Versions are data: a template may name what is in a table of `versions/` and nothing else, and each line of a table is
//! named by a template or can be chosen by its setting.

use std::collections::BTreeMap;

use aks_harden::catalog::Catalog;
use aks_harden::plan::describe::{matches, settings};
use aks_harden::plan::{Input, expiry, resolve};

use crate::examples;

fn catalog() -> Catalog {
    Catalog::load().unwrap_or_else(|e| panic!("{e}"))
}

fn part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._-/".contains(c)
}

/// What stands after each place of a word, as far as it is made of the characters of a version.
fn after<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let found = text.match_indices(word).map(|(at, _)| &text[at + word.len()..]);
    found.map(|rest| rest.split(|c| !part(c)).next().unwrap_or_default()).collect()
}

/// The variables that hold an id or a part of one, as the examples have them.
fn variables(catalog: &Catalog) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for example in examples::all(catalog) {
        let settings = &example.tree.get("azcli/settings.sh").expect("settings").text;
        let assignments = settings.lines().filter_map(|line| line.split(" # ").next()?.split_once('='));
        found.extend(assignments.map(|(name, value)| (name.to_string(), value.trim().to_string())));
    }
    found
}

/// The resource type of an address, where it says: `$ID_VAULT/keys` is a key of a vault.
fn resource_type(url: &str, variables: &BTreeMap<String, String>) -> Option<String> {
    let rest = url.strip_prefix('$').unwrap_or(url);
    let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let whole = match variables.get(&name).filter(|_| url.starts_with('$')) {
        Some(value) => format!("{value}{}", &rest[name.len()..]),
        None => url.to_string(),
    };
    let (_, path) = whole.rsplit_once("/providers/")?;
    let mut segments = path.split('/');
    let mut found = vec![segments.next()?];
    // Types and names alternate; an address that ends with a type asks for all of them.
    found.extend(segments.step_by(2));
    Some(found.join("/"))
}

/// Every (type, version) of a template; no type where the address does not say one.
fn api_versions(text: &str, variables: &BTreeMap<String, String>) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    for quoted in text.split('\'').filter(|quoted| quoted.starts_with("Microsoft.") && quoted.contains('@')) {
        let (kind, version) = quoted.split_once('@').expect("checked");
        found.push((Some(kind.to_string()), version.to_string()));
    }
    for (at, word) in text.match_indices("?api-version=") {
        let start = text[..at].rfind(|c: char| c.is_whitespace() || "\"'`".contains(c)).map_or(0, |i| i + 1);
        let version = after(&text[at..], word).into_iter().next().unwrap_or_default();
        found.push((resource_type(&text[start..at], variables), version.to_string()));
    }
    found
}

#[test]
fn every_api_version_is_in_the_table_and_the_other_way_round() {
    let (catalog, mut wrong) = (catalog(), Vec::new());
    let variables = variables(&catalog);
    let table: BTreeMap<&str, &str> = catalog.versions.kind("api").map(|(t, v)| (t, v.value.as_str())).collect();
    let mut used = BTreeMap::new();
    for template in &catalog.templates {
        for (kind, version) in api_versions(template.text, &variables) {
            let known = match &kind {
                Some(kind) => table.get(kind.as_str()).is_some_and(|known| *known == version),
                None => table.values().any(|known| *known == version),
            };
            if !known {
                let kind = kind.as_deref().unwrap_or("a type that its address does not say");
                wrong.push(format!("{}: {kind}@{version} is not in versions/api.toml", template.path));
            }
            used.extend(kind.map(|kind| (kind, template.path.clone())));
        }
    }
    wrong.extend(
        table.keys().filter(|k| !used.contains_key(**k)).map(|k| format!("versions/api.toml: no template names {k}")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(used.len() > 20, "{used:?}");
}

#[test]
fn api_versions_are_stable_ones() {
    for (kind, version) in catalog().versions.kind("api") {
        let excused = ["Microsoft.Insights/diagnosticSettings", "Microsoft.Authorization/policyExemptions"];
        let day = version.value.strip_suffix("-preview");
        assert!(day.is_none() || excused.contains(&kind), "{kind} has a stable version: {}", version.value);
        let day = day.unwrap_or(&version.value);
        assert!(expiry::day(day).is_ok(), "{kind}@{} is no API version", version.value);
    }
}

#[test]
fn the_reader_of_templates_sees_what_it_should() {
    let variables =
        BTreeMap::from([("ID_VAULT".to_string(), "/subscriptions/s/providers/Microsoft.KeyVault/vaults/kv".into())]);
    let text = "resource x 'Microsoft.A/b/c@2030-01-01' = {\n az rest --url \"$ID_VAULT/keys/$key?api-version=2031-01-01\" \
                \"$id?api-version=2032-01-01\" \"$1/providers/Microsoft.D/e?api-version=2033-01-01\"";
    let found = api_versions(text, &variables);
    let said: Vec<String> = found.iter().map(|(k, v)| format!("{}@{v}", k.as_deref().unwrap_or("-"))).collect();
    assert_eq!(
        said,
        [
            "Microsoft.A/b/c@2030-01-01",
            "Microsoft.KeyVault/vaults/keys@2031-01-01",
            "-@2032-01-01",
            "Microsoft.D/e@2033-01-01"
        ]
    );
}

/// Where the name of a kind, a tier, a revision or an add-on stands as a word of the template's own.
const SAID_AFTER: [&str; 12] = [
    "--sku ",
    "--os-sku ",
    "--tier ",
    "--load-balancer-sku ",
    "--revision ",
    "sku: { name: '",
    "sku.name ",
    "tier: '",
    "osSKU: '",
    "pricingTier ",
    "runs-on: ",
    "loadBalancerSku: '",
];

#[test]
fn every_kind_tier_revision_and_add_on_is_in_the_table() {
    let (catalog, mut wrong) = (catalog(), Vec::new());
    let known = |kind: &str, word: &str| catalog.versions.kind(kind).any(|(_, v)| v.value.eq_ignore_ascii_case(word));
    for template in &catalog.templates {
        let words = SAID_AFTER.iter().flat_map(|word| after(template.text, word));
        for word in words.filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()) && !word.contains('.')) {
            if !known("skus", word) {
                wrong.push(format!("{}: {word} is not in versions/skus.toml", template.path));
            }
        }
        for list in
            after(template.text, "--enable-addons \"").into_iter().chain(after(template.text, "extensionType: '"))
        {
            for addon in list.split(',').filter(|addon| !addon.is_empty() && !known("addons", addon)) {
                wrong.push(format!("{}: {addon} is not in versions/addons.toml", template.path));
            }
        }
        // Images and actions come from the table alone, and minors from a setting.
        for pin in ["@sha256:", "asm-1-", "uses: actions/", "uses: azure/"] {
            // What speaks of digests names none of them.
            let named = |rest: &str| pin != "@sha256:" || rest.starts_with(|c: char| c.is_ascii_hexdigit());
            if template.text.match_indices(pin).any(|(at, _)| named(&template.text[at + pin.len()..])) {
                wrong.push(format!("{}: `{pin}` stands in the template; take it from versions/", template.path));
            }
        }
        for minor in
            after(template.text, "1.3").into_iter().filter(|rest| rest.len() == 1 && rest.parse::<u8>().is_ok())
        {
            wrong.push(format!("{}: Kubernetes 1.3{minor} stands in the template", template.path));
        }
        for (name, gone) in catalog.versions.kind("retiring") {
            if template.text.contains(&gone.value) {
                wrong.push(format!("{}: names {name}, which is taken away", template.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a template names and no example does: an example would have to be rehearsed with a Flux that fetches from somewhere.
const NO_EXAMPLE: [&str; 2] =
    ["Microsoft.KubernetesConfiguration/extensions", "Microsoft.KubernetesConfiguration/fluxConfigurations"];

#[test]
fn each_line_of_a_table_is_used_and_says_what_it_has_to() {
    let (catalog, settings, mut wrong) = (catalog(), settings(), Vec::new());
    let examples = examples::all(&catalog);
    for (kind, name, version) in catalog.versions.all().filter(|(kind, ..)| *kind != "retiring") {
        let mut say = |what: &str| wrong.push(format!("versions/{kind}.toml: {name}: {what}"));
        match &version.setting {
            Some(setting) => match settings.iter().find(|one| one.id == *setting) {
                None => say("its setting is not there"),
                Some(one) if !one.allowed.is_empty() && !one.allowed.iter().any(|a| a.value == version.value) => {
                    say("its setting cannot have this value");
                }
                Some(_) => {}
            },
            None if NO_EXAMPLE.contains(&name) => {}
            None if !examples.iter().any(|e| version.is_named(kind, name, |text| e.tree.names(text))) => {
                say("no tree names it")
            }
            None => {}
        }
        if version.source.len() < 10 {
            say("where does it come from?");
        }
        if kind == "addons" && version.state.as_deref() != Some("generally available") {
            say("an add-on has to be generally available");
        }
    }
    // A setting whose values the tables know has all of them there.
    for setting in &settings {
        let known: Vec<_> =
            catalog.versions.all().filter(|(.., v)| v.setting.as_deref() == Some(&setting.id)).collect();
        for allowed in setting.allowed.iter().filter(|_| !known.is_empty()) {
            if !known.iter().any(|(.., v)| v.value == allowed.value) {
                wrong.push(format!("{} can be {}, which no table of versions/ has", setting.id, allowed.value));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever a tree uses and ends is a finding after its day, wherever its name stands.
#[test]
fn what_a_tree_uses_is_found_when_it_ends() {
    let (mut catalog, mut tried) = (catalog(), 0);
    for table in catalog.versions.0.values_mut() {
        for version in table.values_mut() {
            version.ends = Some("2027-01-31".parse().expect("a day"));
        }
    }
    let example = examples::all(&catalog).into_iter().find(|e| e.name == "shop").expect("the shop");
    let (day, soon) = (expiry::day("2027-02-01").unwrap(), expiry::days("0d").unwrap());
    let found = expiry::find(&catalog, &example.plan, |text| example.tree.names(text), day, soon);
    for (kind, name, version) in catalog.versions.all().filter(|(kind, ..)| *kind != "retiring") {
        let used = match &version.setting {
            Some(setting) => example.plan.values.iter().any(|(key, now)| {
                matches(setting, key) && now.value.to_string().contains(&format!("\"{}\"", version.value))
            }),
            None => version.is_named(kind, name, |text| example.tree.names(text)),
        };
        let said = found.iter().any(|e| e.expired && (e.what.ends_with(name) || e.what.ends_with(&version.value)));
        assert!(said || !used, "{kind} {name} has ended, and nobody says so: {found:?}");
        tried += usize::from(used);
    }
    assert!(tried > 30, "only {tried} are used by the shop");
    assert!(found.iter().any(|e| e.what == "Kubernetes 1.36" && e.help.contains("cluster.kubernetes_version")));
    assert!(!found.iter().any(|e| e.what.contains("kubenet") || e.what.contains("1.37")), "{found:?}");
    let quick = Input {
        file: "aks-harden.toml".into(),
        text: include_str!("../../examples/quickstart/aks-harden.toml").into(),
        ..Input::default()
    };
    let plan = resolve(&catalog, &quick).unwrap_or_else(|e| panic!("{e}"));
    let pins = expiry::find(&catalog, &plan, |_| false, day, soon);
    assert!(pins.iter().all(|e| !e.what.starts_with("image")), "no tunnel, no image: {pins:?}");
}
