//! The JSON Schema of the profile file and of the facts file, held against a validator that is not ours.

use aks_harden::catalog::Catalog;
use aks_harden::plan::describe::settings;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::program::{root, run};
use crate::values::id_of;

fn printed(of: &str) -> Value {
    let ended = run(&root(), &["schema", of]);
    assert_eq!(ended.code, 0, "{}", ended.said());
    serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("{e}\n{}", ended.out))
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::meta::validate(schema).unwrap_or_else(|e| panic!("this is no schema: {e}"));
    jsonschema::options().with_draft(Draft::Draft202012).build(schema).unwrap_or_else(|e| panic!("{e}"))
}

/// A file as JSON; a date stands as the text that it is in TOML.
fn file(text: &str) -> Value {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => json!(day.to_string()),
            toml::Value::Array(items) => items.into_iter().map(plain).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
            other => json!(other),
        }
    }
    plain(toml::Value::Table(toml::from_str(text).unwrap_or_else(|e| panic!("{e}"))))
}

/// The files of every example whose names end so, the shop's last.
fn examples(ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for example in std::fs::read_dir(root().join("examples")).expect("examples") {
        let folder = example.expect("an example").path();
        for file in std::fs::read_dir(&folder).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if name.ends_with(ending) && name.contains("facts") == ending.contains("facts") {
                let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
                found.push((format!("{}/{name}", folder.display()), text));
            }
        }
    }
    found.sort_by_key(|(path, _)| (path.contains("/shop/"), path.clone()));
    assert!(found.len() > 12, "{} files {ending}", found.len());
    found
}

const EXCEPTION: &str =
    "\n[[exception]]\ncontrol = \"no-local-accounts\"\nreason = \"a tool\"\nowner = \"ops\"\nexpires = 2027-06-30\n";

#[test]
fn examples_are_valid_and_broken_files_are_not() {
    for (name, of) in [("aks-harden.toml", "profile"), (".facts.toml", "facts")] {
        let validator = validator(&printed(of));
        for (example, text) in examples(name) {
            let errors: Vec<String> =
                validator.iter_errors(&file(&text)).map(|e| format!("{e} at {}", e.instance_path())).collect();
            assert!(errors.is_empty(), "{example}/{name}: {errors:?}");
        }
    }
    let shop = &examples("aks-harden.toml").pop().expect("the shop").1;
    let profile = validator(&printed("profile"));
    assert!(profile.is_valid(&file(&(shop.clone() + EXCEPTION))), "an exception is part of a profile file");
    let needs = shop.replace("extends = \"restricted\"", "needs = { outside_users = true }");
    assert!(profile.is_valid(&file(&needs)), "needs are part of a profile file");
    let breaks = [
        ("name = \"shop\"", "name = 7"),
        ("name = \"shop\"", "nmae = \"shop\""),
        ("[tunnel]", "[tunel]"),
        ("enabled = true", "enabled = \"yes\""),
        ("extends = \"restricted\"", "extends = \"base\""),
        ("port = 8080", "port = 80"),
        ("port = 8080", "port = 65536"),
        ("replicas = 3", "replicas = 3.5"),
        ("secrets = [\"redis-conf\"]", "secrets = \"redis-conf\""),
        ("location = \"westeurope\"", "location = \"westeurope\"\ntier = \"Standard\""),
        ("[access]", "[access]\nbootstrap = \"laptop\""),
        ("internal_load_balancers = ", "internal_load_balancer = "),
        ("[workloads.user]", "[workloads.user]\nimge = \"a\""),
    ];
    for (from, to) in breaks {
        let broken = shop.replacen(from, to, 1);
        assert_ne!(&broken, shop, "{from}");
        assert!(!profile.is_valid(&file(&broken)), "{to} passes");
    }
    for gone in
        ["reason = \"a tool\"\n", "owner = \"ops\"\n", "expires = 2027-06-30\n", "control = \"no-local-accounts\"\n"]
    {
        assert!(
            !profile.is_valid(&file(&(shop.clone() + &EXCEPTION.replace(gone, "")))),
            "an exception without {gone}"
        );
    }
    let facts = validator(&printed("facts"));
    for broken in
        ["oidc_isuer = \"https://a\"", "oidc_issuer = 1", "client_ids = [\"a\"]", "[client_ids]\nfrontend = 5"]
    {
        assert!(!facts.is_valid(&file(broken)), "{broken} passes");
    }
}

/// Every node of a schema that stands for a setting, by the setting's id.
fn collect<'a>(schema: &'a Value, key: &str, found: &mut Vec<(String, &'a Value)>) {
    let below = |name: &str| if key.is_empty() { name.to_string() } else { format!("{key}.{name}") };
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        collect(inner, &below(name), found);
    }
    if schema["additionalProperties"]["properties"].is_object() {
        collect(&schema["additionalProperties"], &below("*"), found);
    }
    if !schema["properties"].is_object() {
        found.push((key.to_string(), schema));
    }
}

#[test]
fn each_setting_of_the_schema_says_what_it_is_and_its_default() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let whole = printed("profile");
    let mut found = Vec::new();
    collect(&whole, "", &mut found);
    let mut seen = 0;
    for (key, schema) in &found {
        let text = schema["description"].as_str().unwrap_or_default();
        assert!(text.ends_with('.') || key.starts_with("needs"), "{key} has no description: {schema}");
    }
    for setting in settings() {
        let (_, schema) =
            found.iter().find(|(key, _)| *key == setting.id).unwrap_or_else(|| panic!("no {}", setting.id));
        assert_eq!(schema["description"], setting.description.as_str(), "{}", setting.id);
        let default = aks_harden::plan::describe::value_in(&catalog, "base", &setting.id);
        assert_eq!(schema.get("default").is_some(), default.is_some(), "{}", id_of(&setting.id));
        if let Some(default) = default {
            assert_eq!(schema["default"], json!(default), "{}", setting.id);
            seen += 1;
        }
    }
    assert!(seen > 80, "only {seen} defaults");
    for (key, schema) in printed("facts")["properties"].as_object().expect("properties") {
        assert!(schema["description"].as_str().is_some_and(|text| text.ends_with('.')), "{key}: {schema}");
        // An issuer that is not there is not known: nothing stands for it.
        assert_eq!(schema.get("default").is_some(), key != "oidc_issuer", "{key}: {schema}");
    }
}
