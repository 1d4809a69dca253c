//! Every place of a profile file that takes a text, found in the schema; and how to put a text there.

use std::collections::BTreeSet;

use aks_harden::plan::describe::settings;
use aks_harden::plan::kind;

use crate::program::root;

/// An image that is there.
pub(crate) const IMAGE: &str =
    "docker.io/library/redis:8.10.2-alpine@sha256:3811787313eba226a2ef38658c6ccb91cd5e110edc89c37767de373120a0e5a0";

/// What has to stand before and after a word, so that a kind of text takes it.
const FORMS: [(&str, &str); 10] = [
    ("", ""),
    ("/", ""),
    ("docker.io/library/", "@sha256:3811787313eba226a2ef38658c6ccb91cd5e110edc89c37767de373120a0e5a0"),
    ("ghcr.io/", ""),
    ("https://git.contoso.net/", ""),
    ("", "=x:NoSchedule"),
    ("", "=x"),
    ("", "@contoso.com"),
    ("kept", "s: disk-private 7Gi /kept"),
    ("quay.io/", "/* -> quay-io/*"),
];

/// The entry that stands for `*`, by its table. A table that is not here wants an entry in the file below.
const ENTRIES: [(&str, &str); 4] =
    [("workloads", "redis"), ("teams", "web"), ("nodes.pools", "batch"), ("network.peerings", "hub")];

/// What the file has beyond the shop, so that every text is said somewhere.
const MORE: &str = "
[teams.web]
group = \"2de6f828-c33b-501e-97cd-6fbf53f351d6\"
namespaces = [\"shop\"]
role = \"reader\"
via = \"kubernetes\"

[nodes.pools.batch]
mode = \"user\"

[nodes.pools.sandbox]
mode = \"sandboxed\"
trusted_launch = false
taints = [\"sandbox=kata:NoSchedule\"]
";

/// Settings that hold for all texts: what reads some of them is there only then.
const SETS: [&str; 4] = [
    "workloads.redis.pool=\"sandbox\"",
    "access.bootstrap=\"gitops\"",
    "access.gitops.url=\"https://git.contoso.net/shop\"",
    "kubernetes.namespaces=[\"shop\", \"open\"]",
];

/// Settings that need another one beside them; `{}` is the text.
const TOGETHER: [(&str, &[&str]); 2] = [
    (
        "workloads.*.namespace",
        &[
            "kubernetes.namespaces=[\"shop\", \"open\", {}]",
            "workloads.redis.namespace={}",
            "kubernetes.sandboxed_namespaces=[{}]",
            "teams.web.namespaces=[\"shop\", {}]",
        ],
    ),
    ("images.registries", &["images.registries=[\"registry.k8s.io\", \"docker.io/library\", {}]"]),
];

/// Settings that are tried by way of another one, or of which names are made by hashing.
const SKIPPED: &[&str] = &[
    "kubernetes.namespaces",
    "kubernetes.sandboxed_namespaces",
    "teams.*.namespaces",
    "nodes.taints",
    "nodes.labels",
    "cluster.name",
    "workloads.*.pool",
    "workload_defaults.pool",
    "workloads.*.egress_gateway",
    "workload_defaults.egress_gateway",
    "workloads.*.sync",
    "workload_defaults.sync",
];

/// Settings whose text no file says.
const SILENT: [&str; 2] = ["title", "description"];

/// One place.
pub(crate) struct Place {
    /// The setting, or the key of the profile file.
    pub(crate) id: String,
    /// A harmless word, that of no other place.
    pub(crate) word: String,
    /// What a refusal may call it.
    pub(crate) names: Vec<String>,
    /// Whether no file says it.
    pub(crate) silent: bool,
    /// Whether another word moves others: lists are sorted by it, or it has lines of its own.
    pub(crate) sorts: bool,
    way: Way,
}

enum Way {
    /// `--set`, with `{}` for the text.
    Sets(Vec<String>, (&'static str, &'static str)),
    /// A line above the tables of the file.
    Head(&'static str),
    /// A text at the end of the file, and what it takes elsewhere.
    Tail(&'static str, (&'static str, &'static str)),
}

/// The file that all texts are put into: the shop, with one workload that leaves what it can to the defaults.
pub(crate) fn shop() -> String {
    let text = std::fs::read_to_string(root().join("examples/shop/aks-harden.toml")).expect("the shop");
    let (before, user) = text.split_once("[workloads.user]\n").expect("the workload user");
    let (user, after) = user.split_once("\n[").expect("another table");
    let own = ["namespace", "image", "port", "certificates"];
    let kept: Vec<&str> = user.lines().filter(|line| own.iter().any(|key| line.starts_with(key))).collect();
    format!("{before}[workloads.user]\n{}\n\n[{after}{MORE}", kept.join("\n"))
}

/// A setting with an entry's name in place of `*`.
fn entered(id: &str) -> String {
    let Some((table, field)) = id.split_once(".*") else { return id.to_string() };
    let entry = ENTRIES.iter().find(|(of, _)| *of == table);
    let (_, entry) = entry.unwrap_or_else(|| panic!("{id}: no entry of {table} is known to try it in"));
    format!("{table}.{entry}{field}")
}

/// The settings under which every place is tried.
pub(crate) fn sets() -> Vec<String> {
    SETS.map(String::from).to_vec()
}

impl Place {
    fn new(id: &str, sorts: bool, number: usize, way: Way) -> Place {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
        let word = format!("harmless{}{}z", letter(number / 26), letter(number));
        let last = id.rsplit('.').next().unwrap_or(id).to_string();
        let names = vec![entered(id), format!("`{last}`"), format!("--set\n   |  {}", entered(id))];
        Place { id: id.to_string(), word, names, silent: SILENT.contains(&id), sorts, way }
    }

    /// Puts a text there.
    pub(crate) fn set(&self, text: &str, file: &mut String, sets: &mut Vec<String>) {
        // JSON's escapes are TOML's, but for one character that TOML wants escaped too.
        let literal = |(before, after): (&str, &str)| {
            let quoted = serde_json::Value::from(format!("{before}{text}{after}")).to_string();
            quoted.replace('\u{7f}', "\\u007F")
        };
        match &self.way {
            Way::Sets(patterns, form) => {
                sets.extend(patterns.iter().map(|pattern| pattern.replace("{}", &literal(*form))));
            }
            Way::Head(key) => *file = format!("{key} = {}\n{file}", literal(("", ""))),
            Way::Tail(pattern, (from, to)) => {
                *file = file.replace(from, to) + &pattern.replace("{}", &literal(("", "")));
            }
        }
    }
}

const REASON: &str =
    "\n[[exception]]\ncontrol = \"no-local-accounts\"\nreason = {}\nowner = \"platform\"\nexpires = 2027-06-30\n";
const OWNER: &str =
    "\n[[exception]]\ncontrol = \"no-run-command\"\nreason = \"a reason\"\nowner = {}\nexpires = 2027-06-30\n";

/// All of them.
pub(crate) fn places() -> Vec<Place> {
    let mut ways: Vec<(String, bool, Way)> = vec![
        ("title".into(), false, Way::Head("title")),
        ("description".into(), false, Way::Head("description")),
        ("exception.reason".into(), false, Way::Tail(REASON, ("[access]\n", "[access]\nlocal_accounts = true\n"))),
        ("exception.owner".into(), false, Way::Tail(OWNER, ("[access]\n", "[access]\nrun_command = true\n"))),
        ("cluster.tags".into(), true, Way::Sets(vec!["cluster.tags={ {} = \"value\" }".into()], ("", ""))),
    ];
    let mut seen = BTreeSet::new();
    for setting in settings().into_iter().filter(|setting| setting.allowed.is_empty()) {
        let list = setting.kind.strip_prefix("list of ");
        let table = setting.kind.strip_prefix("table of ");
        let of = list.or(table).unwrap_or(&setting.kind);
        let Some(form) =
            FORMS.iter().find(|(before, after)| kind::check(of, &format!("{before}harmless{after}")).is_ok())
        else {
            continue;
        };
        if of.contains(' ') || of == "number" || SKIPPED.contains(&setting.id.as_str()) {
            continue;
        }
        let id = entered(&setting.id);
        let pattern = match (list, table) {
            (Some(_), _) => format!("{id}=[{{}}]"),
            (_, Some(_)) => format!("{id}.owner={{}}"),
            _ => format!("{id}={{}}"),
        };
        let together = TOGETHER.iter().find(|(of, _)| *of == setting.id);
        let patterns =
            together.map_or_else(|| vec![pattern], |(_, sets)| sets.iter().map(ToString::to_string).collect());
        if !patterns.is_empty() && seen.insert(patterns.clone()) {
            ways.push((
                setting.id,
                ["vault-object", "dns-label", "registry", "file-text"].contains(&of),
                Way::Sets(patterns, *form),
            ));
        }
    }
    let place = |(number, (id, sorts, way)): (usize, (String, bool, Way))| Place::new(&id, sorts, number, way);
    ways.into_iter().enumerate().map(place).collect()
}

#[test]
fn free_texts_are_found_in_the_schema() {
    let ids: Vec<String> = places().into_iter().map(|place| place.id).collect();
    for known in [
        "workloads.*.args",
        "workloads.*.command",
        "workloads.*.health",
        "workloads.*.writable",
        "output.dir",
        "workload_defaults.args",
    ] {
        assert!(ids.iter().any(|id| id == known), "{known} is not among {ids:?}");
    }
    assert!(ids.len() > 20, "{ids:?}");
}
