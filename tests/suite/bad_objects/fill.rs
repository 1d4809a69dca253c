//! Fills in the templates. A bad object is a good one with one fault, so a template says where, which kind, and the fault.

use std::collections::BTreeMap;
use std::fs;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::world::World;
use crate::program::root;

/// Every file of one tree: its name and what it holds, with all faults or with those that no tree can do without. A template that has
/// nothing to say of a tree makes none.
pub(super) fn all(world: &World, whole: bool) -> BTreeMap<String, String> {
    let folder = root().join("tests/bad-objects/templates");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a template"))
    };
    let sources: BTreeMap<String, String> = fs::read_dir(&folder).expect("templates").map(read).collect();
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("a syntax"));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.add_function("pod", pod);
    environment.add_function("debugger", debugger);
    environment.add_function("container", |name: &str, fault: Given| flow(&container(name, "", &plain(&fault))));
    environment.add_function("flow", |value: Given| flow(&plain(&value)));
    for (name, source) in &sources {
        environment.add_template(name, source).unwrap_or_else(|e| panic!("{name}: {e:#}"));
    }
    let mut context = serde_json::to_value(world).expect("what a template sees");
    context["whole"] = whole.into();
    let mut found = BTreeMap::new();
    for name in sources.keys().filter_map(|name| name.strip_suffix(".j2")).filter(|name| name.ends_with(".yaml")) {
        let template = environment.get_template(&format!("{name}.j2")).expect("it was added");
        let text = template.render(Serde(&context)).unwrap_or_else(|e| panic!("{name}: {e:#}"));
        if text.contains("---\n") {
            let head = format!(
                "# Filled in from ../templates/{name}.j2; change that, then: AKS_HARDEN_BLESS=1 cargo test --test suite bad_objects\n"
            );
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            found.insert(name.to_string(), head + &lines.join("\n") + "\n");
        }
    }
    found
}

/// What a template hands over.
type Given = minijinja::Value;

fn plain(given: &Given) -> Value {
    serde_json::to_value(given).expect("a value of a template")
}

/// Where a pod is to run, as templates name it: a namespace of the tree, or a name and an image.
#[derive(Deserialize)]
struct Place {
    name: String,
    image: String,
    #[serde(default)]
    sandboxed: bool,
}

impl Place {
    fn of(given: &Given) -> Place {
        serde_json::from_value(plain(given)).unwrap_or_else(|e| panic!("no place to run: {e}: {given}"))
    }
}

/// Puts a fault into what is good: a table goes into a table, nothing takes away, everything else takes the place of what was there.
fn spoil(good: &mut Value, fault: &Value) {
    let (Value::Object(good), Value::Object(fault)) = (&mut *good, fault) else {
        *good = fault.clone();
        return;
    };
    for (key, value) in fault {
        if value.is_null() {
            good.shift_remove(key);
        } else {
            spoil(good.entry(key.clone()).or_insert(Value::Object(Map::new())), value);
        }
    }
}

/// A container without a fault but this one.
fn container(name: &str, image: &str, fault: &Value) -> Value {
    let mut good = json!({
        "name": name,
        "image": image,
        "resources": { "limits": { "cpu": "100m", "memory": "64Mi" } },
        "securityContext": {
            "allowPrivilegeEscalation": false,
            "readOnlyRootFilesystem": true,
            "capabilities": { "drop": ["ALL"] },
        },
    });
    spoil(&mut good, fault);
    good
}

/// `pod(space, name, kind=, metadata=, spec=, main=, init=, replicas=)`: an object that makes pods, with faults in what is said of it, in the
/// pod, in its container, or in an init container that it then has.
fn pod(space: Given, name: &str, options: Kwargs) -> Result<String, Error> {
    let space = Place::of(&space);
    let option = |key: &str| Ok::<_, Error>(options.get::<Option<Given>>(key)?.map(|given| plain(&given)));
    let none = json!({});
    let mut spec = json!({
        "runtimeClassName": "kata-vm-isolation",
        "automountServiceAccountToken": false,
        "securityContext": { "runAsNonRoot": true, "runAsUser": 10001, "seccompProfile": { "type": "RuntimeDefault" } },
    });
    if !space.sandboxed {
        spoil(&mut spec, &json!({ "runtimeClassName": null }));
    }
    if let Some(fault) = option("init")? {
        spec["initContainers"] = json!([container("prepare", &space.image, &fault)]);
    }
    spec["containers"] = json!([container("main", &space.image, option("main")?.as_ref().unwrap_or(&none))]);
    spoil(&mut spec, option("spec")?.as_ref().unwrap_or(&none));
    let kind = options.get::<Option<&str>>("kind")?.unwrap_or("Pod");
    let replicas = options.get::<Option<u64>>("replicas")?.unwrap_or(1);
    let said = option("metadata")?;
    options.assert_all_used()?;
    let mut object = whole(kind, &space.name, name, spec, replicas)
        .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no kind that makes pods: {kind}")))?;
    spoil(&mut object["metadata"], said.as_ref().unwrap_or(&none));
    Ok(block(&object, 0).trim_start().to_string())
}

/// An object of a kind, round the spec of its pods.
fn whole(kind: &str, space: &str, name: &str, mut spec: Value, replicas: u64) -> Option<Value> {
    let labels = json!({ "app.kubernetes.io/name": name });
    if ["Job", "CronJob"].contains(&kind) {
        spec["restartPolicy"] = "Never".into();
    }
    let template = json!({ "metadata": { "labels": labels }, "spec": spec });
    let selector = json!({ "matchLabels": labels });
    let (version, spec) = match kind {
        "Pod" => ("v1", template["spec"].clone()),
        "Deployment" | "ReplicaSet" => {
            ("apps/v1", json!({ "replicas": replicas, "selector": selector, "template": template }))
        }
        "StatefulSet" => {
            let spec = json!({ "replicas": replicas, "serviceName": name, "selector": selector, "template": template });
            ("apps/v1", spec)
        }
        "ReplicationController" => ("v1", json!({ "replicas": replicas, "selector": labels, "template": template })),
        "DaemonSet" => ("apps/v1", json!({ "selector": selector, "template": template })),
        "Job" => ("batch/v1", json!({ "template": template })),
        "CronJob" => {
            ("batch/v1", json!({ "schedule": "0 3 * * *", "jobTemplate": { "spec": { "template": template } } }))
        }
        _ => return None,
    };
    let metadata = json!({ "name": name, "namespace": space });
    Some(json!({ "apiVersion": version, "kind": kind, "metadata": metadata, "spec": spec }))
}

/// `debugger(space, pod, fault)`: what `kubectl debug` adds to a pod, to be merged into it.
fn debugger(space: Given, pod: &str, fault: Given) -> String {
    let space = Place::of(&space);
    let mut added = container("debugger", &space.image, &plain(&fault));
    spoil(&mut added, &json!({ "resources": null }));
    let object = json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": { "name": pod, "namespace": space.name },
        "spec": { "ephemeralContainers": [added] },
    });
    block(&object, 0).trim_start().to_string()
}

/// How long a line may be for everything below a key to stand in it.
const LINE: usize = 118;

/// A value over several lines, each as long as one may be.
fn block(value: &Value, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let entry = |head: String, value: &Value, inner: usize, outer: bool| {
        let line = format!("{pad}{head} {}\n", flow(value));
        let scalar = !value.is_object() && !value.is_array();
        if scalar || !outer && line.len() <= LINE {
            line
        } else if head == "-" {
            format!("{pad}- {}", block(value, inner).trim_start())
        } else {
            format!("{pad}{head}\n{}", block(value, inner))
        }
    };
    match value {
        // The object itself and its spec are read key by key.
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| entry(format!("{}:", flow(&key.as_str().into())), value, indent + 2, key == "spec"))
            .collect(),
        Value::Array(list) => list.iter().map(|value| entry("-".into(), value, indent + 2, false)).collect(),
        scalar => format!("{pad}{}\n", flow(scalar)),
    }
}

/// A value in one line.
fn flow(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let pairs: Vec<String> =
                map.iter().map(|(k, v)| format!("{}: {}", flow(&k.as_str().into()), flow(v))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::String(text) if is_plain(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a text means itself without quotes, also inside of brackets.
fn is_plain(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let quantity = unit.len() < text.len() && ["m", "Mi", "Gi", "Ti"].contains(&unit);
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_./@".contains(c);
    let colons = !text.ends_with(':');
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let all = text.chars().all(|c| safe(c) || c == ':');
    quantity || starts && all && colons && !words.contains(&text.to_lowercase().as_str())
}
