//! Other values that a setting can have, and a plan with one of them: to see what a setting reaches.

use serde_json::Value as Json;

use super::Plan;
use super::describe::Setting;
use super::inherit::INHERITED;

/// Two values for texts of each kind, where a word would not do: one of them is not the value that a setting has.
const TEXTS: &[(&str, [&str; 2])] = &[
    ("guid", ["9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61", "3d0c8a52-1b7e-4f96-8a4d-5e2b9c7f6013"]),
    ("guid-or-empty", ["9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61", "3d0c8a52-1b7e-4f96-8a4d-5e2b9c7f6013"]),
    ("email", ["another@contoso.com", "others@contoso.com"]),
    ("registry", ["ghcr.io/another", "ghcr.io/others"]),
    ("region", ["northeurope", "westeurope"]),
    ("kubernetes-minor", ["1.0", "1.1"]),
    ("time", ["03:31", "04:31"]),
    ("utc-offset", ["+01:00", "+02:00"]),
    ("surge", ["3", "4"]),
    ("interval", ["7m", "8m"]),
    ("cpu", ["350m", "450m"]),
    ("memory", ["201Mi", "301Mi"]),
    ("vm-size", ["Standard_D8ds_v5", "Standard_D16ds_v5"]),
    ("cidr", ["10.99.0.0/16", "10.98.0.0/16"]),
    ("cidr-or-auto", ["10.40.99.0/24", "10.40.98.0/24"]),
    ("public-range", ["20.31.8.0/24", "20.31.9.0/24"]),
    ("range-and-port", ["10.99.0.0/24:8443", "10.98.0.0/24:8443"]),
    ("ipv4", ["10.99.0.11", "10.99.0.12"]),
    ("ipv4-or-empty", ["10.99.0.11", "10.99.0.12"]),
    (
        "image",
        [
            "example/another@sha256:3811787313eba226a2ef38658c6ccb91cd5e110edc89c37767de373120a0e5a0",
            "example/others@sha256:3811787313eba226a2ef38658c6ccb91cd5e110edc89c37767de373120a0e5a0",
        ],
    ),
    ("container-path", ["/another", "/others"]),
    // The class of the base profile, which every plan has.
    ("volume", ["another: disk-private 7Gi /another", "others: disk-private 7Gi /others"]),
    ("file-text", ["another: 1\n", "others: 1\n"]),
    ("health-path", ["/another", "/others"]),
    ("flow", ["another -> others", "others -> another"]),
    ("folder", ["another/folder", "others/folder"]),
    ("dns-zone", ["own", "none"]),
    (
        "network-id",
        [
            "/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/another",
            "/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/others",
        ],
    ),
    ("repository", ["https://git.contoso.net/another", "https://git.contoso.net/others"]),
    ("taint", ["team=another:NoSchedule", "team=others:NoSchedule"]),
    ("node-label", ["team=another", "team=others"]),
    ("cache-rule", ["quay.io/* -> quay-io/*", "gcr.io/* -> gcr-io/*"]),
    ("host-name", ["another.contoso.com", "others.contoso.com"]),
    ("host-pattern", ["another.contoso.com", "others.contoso.com"]),
    ("github-repository-or-empty", ["another/one", "others/one"]),
];

/// The two values of every other kind.
const WORDS: [&str; 2] = ["another", "others"];

/// Values that are not the one it has: all of a few, one where there are many; of a list, each part of it and a longer one.
pub fn others(setting: &Setting, now: &toml::Value) -> Vec<toml::Value> {
    let kind = setting.kind.strip_prefix("list of ").or_else(|| setting.kind.strip_prefix("table of "));
    let kind = kind.unwrap_or(&setting.kind);
    let (kind, lists) = kind.strip_prefix("list of ").map_or((kind, false), |kind| (kind, true));
    let texts: Vec<&str> = match setting.allowed.is_empty() {
        true => {
            let known = TEXTS.iter().find(|(of, _)| *of == kind).map_or(WORDS, |(_, texts)| *texts);
            let [other, spare] = known;
            let other = if now.as_str() == Some(other) { spare } else { other };
            // Nothing is a value as well, where it can be.
            if kind.ends_with("-or-empty") && now.as_str().is_some_and(|now| !now.is_empty()) {
                vec![other, ""]
            } else {
                vec![other]
            }
        }
        false => setting.allowed.iter().map(|allowed| allowed.value.as_str()).collect(),
    };
    // A list of numbers wants another number.
    let number = |text: &&str| now.is_array() && text.contains(" to ");
    let number = Some(kind).filter(number).and_then(|range| range.split(' ').next()?.parse::<i64>().ok());
    let texts = texts.into_iter().map(|text| number.map_or_else(|| toml::Value::from(text), toml::Value::from));
    let values: Vec<toml::Value> = match now {
        toml::Value::Boolean(flag) => vec![(!flag).into()],
        toml::Value::Integer(number) => vec![number.saturating_add(1).into(), number.saturating_sub(1).into()],
        toml::Value::Array(items) => {
            let without =
                |gone: usize| items.iter().enumerate().filter(move |(at, _)| *at != gone).map(|(_, i)| i.clone());
            let more = texts.filter(|text| !items.contains(text)).map(|text| [items.clone(), vec![text]].concat());
            let none = (items.len() > 1).then(Vec::new);
            let fewer = (0..items.len()).map(|gone| without(gone).collect());
            fewer.chain(none).chain(more).map(toml::Value::Array).collect()
        }
        toml::Value::Table(_) => {
            let entry = |text| if lists { toml::Value::Array(vec![text]) } else { text };
            texts.map(|text| toml::Value::Table([("another".to_string(), entry(text))].into_iter().collect())).collect()
        }
        _ => texts.collect(),
    };
    values.into_iter().filter(|value| value != now).collect()
}

/// The plan with another value of one setting, as if nothing spoke against it; `None` where no type could hold it.
pub fn with(plan: &Plan, key: &str, value: &toml::Value) -> Option<Plan> {
    let mut settings = serde_json::to_value(&plan.settings).ok()?;
    let value = serde_json::to_value(value).ok()?;
    let mut keys = vec![key.to_string()];
    // A default counts in each entry that says nothing of its own.
    for (from, entries) in INHERITED {
        let field = key.strip_prefix(from).and_then(|rest| rest.strip_prefix('.'));
        let table = entries.split('.').try_fold(&settings, |at, part| at.get(part)).and_then(Json::as_object);
        for (name, entry) in field.and(table).into_iter().flatten() {
            let own = format!("{entries}.{name}.{}", field.unwrap_or_default());
            let said = plan.layers.iter().any(|layer| layer.places.contains_key(&own));
            if !said && field.is_some_and(|field| entry.get(field).is_some()) {
                keys.push(own);
            }
        }
    }
    for key in keys {
        put(&mut settings, &key, value.clone())?;
    }
    Some(Plan { settings: serde_json::from_value(settings).ok()?, ..plan.clone() })
}

fn put(settings: &mut Json, key: &str, value: Json) -> Option<()> {
    let mut at = settings;
    let mut rest = key;
    // A name of the user's own may hold a dot, and then it is the last part.
    while let Some((table, below)) = rest.split_once('.').filter(|(table, _)| at.get(table).is_some()) {
        at = at.get_mut(table)?;
        rest = below;
    }
    at.as_object_mut()?.insert(rest.to_string(), value);
    Some(())
}
