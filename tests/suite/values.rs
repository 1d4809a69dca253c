//! Every other valid value of a setting, read from the schema: all of a list, both ends and the next of a range, another
//! text of the same kind.

use aks_harden::plan::settings::schema;
use aks_harden::plan::validate::choices;
use serde_json::Value as Json;
use toml::Value;

/// The schema of one setting, by its key in a plan; a name of the user's own leads to what all such names have.
pub(crate) fn schema_of(key: &str) -> &'static Json {
    key.split('.').fold(schema(), |schema, part| match schema["properties"].get(part) {
        Some(found) => found,
        // The name of a file may have dots of its own.
        None if schema["type"] == "string" => schema,
        None => {
            let pattern = schema["patternProperties"].as_object().and_then(|p| p.values().next());
            pattern.unwrap_or(&schema["additionalProperties"])
        }
    })
}

/// The id of the setting behind a key: `workloads.*.port` behind `workloads.frontend.port`.
pub(crate) fn id_of(key: &str) -> String {
    let mut parts: Vec<&str> = key.split('.').collect();
    match parts[0] {
        "workloads" | "teams" => {
            parts[1] = "*";
            if parts.get(2) == Some(&"config") {
                parts.truncate(3);
            }
        }
        "storage" if parts[1] == "classes" => parts[2] = "*",
        "ingress" if parts[1] == "certificates" => parts.truncate(2),
        "nodes" if parts[1] == "pools" => parts[2] = "*",
        "network" if parts[1] == "peerings" && parts.len() > 2 => parts[2] = "*",
        "cluster" if parts[1] == "tags" => parts.truncate(2),
        _ => {}
    }
    parts.join(".")
}

/// A key as `--set` takes it: the name of a file has dots of its own.
pub(crate) fn as_set(key: &str) -> String {
    match key.split_once(".config.") {
        Some((before, file)) => format!("{before}.config.\"{file}\""),
        None => key.to_string(),
    }
}

/// What a text of each kind could be instead.
fn texts(kind: &str) -> &'static [&'static str] {
    match kind {
        "guid" => &["9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61"],
        "guid-or-empty" => &["", "5c7a2b1d-3e4f-4a6b-8c9d-0e1f2a3b4c5d"],
        "registry" => &["ghcr.io/another"],
        "host-name" => &["another.intern.contoso.com"],
        "host-pattern" => &["another.contoso.com"],
        "pool-or-empty" => &["", "user", "another"],
        "volume" => &["data: disk-private 10Gi /var/another"],
        "range-and-port" => &["10.40.3.0/27:8443"],
        "cluster-name" => &["another", "a2"],
        "region" => &["swedencentral"],
        "cidr" => &["10.98.0.0/16"],
        "cidr-or-auto" => &["10.40.8.0/24", "10.60.8.0/24", "10.70.8.0/24"],
        "public-range" => &["20.31.8.0/24"],
        "dns-zone" => &[
            "system",
            "none",
            "own",
            "/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg-names/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io",
        ],
        "network-id" => &[
            "/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-other",
        ],
        "repository" => &["https://git.contoso.net/shop/cluster.git"],
        "email" => &["second+oncall@contoso.com"],
        "branch" => &["another"],
        "taint" => &["team=payments:NoSchedule", "team=payments:NoExecute"],
        "node-label" => &["team=payments", "example.org/tier=front"],
        "ipv4" => &["10.100.0.11"],
        "ipv4-or-empty" => &["", "10.40.3.11", "10.60.15.5"],
        "dns-label" => &["another"],
        "vault-object" => &["Another-1"],
        "image" => {
            &["registry.k8s.io/pause:3.10@sha256:ee6521f290b2168b6e0935a181d4cff9be1ac3f505666ef0e3c98fae8199917a"]
        }
        "cpu" => &["1", "250m"],
        "memory" => &["300Mi", "1Gi", "2Ti"],
        "vm-size" => &["Standard_E8ads_v6"],
        "kubernetes-minor" => &["1.35", "1.34", "1.33"],
        "time" => &["23:59"],
        "utc-offset" => &["-05:30"],
        "surge" => &["1", "50%"],
        "interval" => &["90s", "1h"],
        "container-path" => &["/another"],
        "health-path" => &["", "/another?full=1"],
        "text" => &["another"],
        "file-text" => &["another: 1\nmore: 2\n"],
        "folder" => &["another/folder"],
        "github-repository-or-empty" => &["", "another/one"],
        "cache-rule" => &["quay.io/* -> quay-io/*", "docker.io/library/* -> hub/*"],
        other => panic!("no other value is known for a {other}"),
    }
}

/// A range beside or around the one that is there.
fn ranges(key: &str, now: &str) -> Vec<String> {
    let octets: Vec<&str> = now.split(['.', '/']).collect();
    let (third, prefix) = (octets[2], octets[4]);
    let wider: u8 = prefix.parse::<u8>().expect("a prefix") - 1;
    assert_eq!((third, octets[3]), ("0", "0"), "{key}");
    vec![format!("{}/{wider}", octets[..4].join(".")), format!("100.64.0.0/{prefix}")]
}

/// Every other value to try.
pub(crate) fn others(key: &str, now: &Value) -> Vec<Value> {
    let schema = schema_of(key);
    let text = |text: &str| Value::String(text.to_string());
    let found: Vec<Value> = match now {
        Value::Boolean(flag) => vec![Value::Boolean(!flag)],
        Value::Integer(number) => {
            let bound = |name: &str| schema[name].as_i64().unwrap_or_else(|| panic!("{key} has no {name}"));
            let (least, most) = (bound("minimum"), bound("maximum"));
            [least, number + 1, most].into_iter().filter(|n| (least..=most).contains(n)).map(Value::Integer).collect()
        }
        Value::String(old) => match choices(schema) {
            Some(choices) => choices.into_iter().map(text).collect(),
            None if schema["format"] == "cidr" => ranges(key, old).iter().map(|range| text(range)).collect(),
            None => texts(schema["format"].as_str().unwrap_or_default()).iter().map(|other| text(other)).collect(),
        },
        Value::Array(items) => {
            let inner = &schema["items"];
            let new: Vec<Value> = match choices(inner) {
                None if inner["type"] == "integer" => vec![Value::Integer(9091)],
                Some(choices) => choices.into_iter().map(text).collect(),
                None if inner["format"] == "flow" => {
                    ["redis -> user", "vnet -> message", "tunnel -> user"].map(text).into()
                }
                None => texts(inner["format"].as_str().unwrap_or_default()).iter().map(|other| text(other)).collect(),
            };
            let mut lists = vec![Vec::new()];
            for one in new.into_iter().filter(|one| !items.contains(one)) {
                lists.push([items.clone(), vec![one.clone()]].concat());
                lists.push(vec![one]);
            }
            lists.extend((0..items.len()).map(|gone| {
                let rest = items.iter().enumerate().filter(|(index, _)| *index != gone);
                rest.map(|(_, item)| item.clone()).collect()
            }));
            lists.into_iter().map(Value::Array).collect()
        }
        Value::Table(_) => vec![Value::Table(toml::Table::from_iter([("another".to_string(), text("tag"))]))],
        other => panic!("{key} is {other}"),
    };
    let mut different: Vec<Value> = Vec::new();
    for value in found {
        if value != *now && !different.contains(&value) {
            different.push(value);
        }
    }
    different
}
