//! From layers to a plan: chains of profiles, precedence, exceptions, needs, and what runs out.

use aks_harden::catalog::Catalog;
use aks_harden::catalog::profile::Profile;
use aks_harden::error::Problems;
use aks_harden::plan::layer::Origin;
use aks_harden::plan::needs::{Needs, recommend};
use aks_harden::plan::{ControlState, Input, Plan, expiry, names, resolve};

const QUICKSTART: &str = include_str!("../../examples/quickstart/aks-harden.toml");

fn plan(catalog: &Catalog, text: &str, sets: &[&str]) -> Result<Plan, Problems> {
    let sets = sets.iter().map(ToString::to_string).collect();
    resolve(catalog, &Input { file: "aks-harden.toml".into(), text: text.into(), sets, ..Input::default() })
}

fn refusal(catalog: &Catalog, text: &str, sets: &[&str]) -> String {
    plan(catalog, text, sets).expect_err("this has to be refused").to_string()
}

fn with_profile(catalog: &mut Catalog, name: &str, parent: &str) {
    let text = format!("title = \"T\"\ndescription = \"D\"\nextends = \"{parent}\"\n");
    let profile = Profile::parse(&format!("{name}.toml"), text.leak()).unwrap();
    catalog.profiles.insert(name.into(), profile);
}

#[test]
fn a_value_says_who_set_it_and_where() {
    let catalog = Catalog::load().unwrap();
    let plan = plan(&catalog, QUICKSTART, &["nodes.pools.user.max=4"]).unwrap();
    let of = |key: &str| plan.values[key].clone();
    assert_eq!(of("cluster.tier").origin, Origin::Profile("base".into()));
    assert_eq!(of("pods.security").origin, Origin::Profile("restricted".into()));
    assert_eq!(of("cluster.name").origin, Origin::File);
    assert_eq!(of("cluster.name").place.unwrap().line, 9);
    assert_eq!(of("nodes.pools.user.max").origin, Origin::Set);
    assert_eq!(of("nodes.pools.user.max").value, toml::Value::Integer(4));
    assert_eq!(plan.chain, ["base", "baseline", "restricted"]);
}

#[test]
fn dotted_and_nested_keys_are_the_same() {
    let catalog = Catalog::load().unwrap();
    let dotted = QUICKSTART.replace("[cluster]\n", "[cluster]\ntags.team = \"a\"\n");
    let nested = format!("{QUICKSTART}\n[cluster.tags]\nteam = \"a\"\n");
    let inline = QUICKSTART.replace("[cluster]\n", "[cluster]\ntags = { team = \"a\" }\n");
    let plans = [dotted, nested, inline].map(|text| plan(&catalog, &text, &[]).unwrap().settings);
    assert_eq!(plans[0], plans[1]);
    assert_eq!(plans[1], plans[2]);
}

#[test]
fn arrays_replace_and_tables_merge() {
    let catalog = Catalog::load().unwrap();
    let text = format!("{QUICKSTART}\n[kubernetes]\nnamespaces = [\"one\", \"two\"]\n");
    let plan = plan(&catalog, &text, &[]).unwrap();
    let names: Vec<_> = plan.settings.kubernetes.namespaces.iter().map(|n| n.as_str()).collect();
    assert_eq!(names, ["one", "two"]);
    assert!(!plan.settings.access.local_accounts, "the other keys of a table that the file opens stay");
}

#[test]
fn a_key_set_twice_is_refused_with_its_line() {
    let catalog = Catalog::load().unwrap();
    let said = refusal(&catalog, &QUICKSTART.replace("name = \"quickstart\"", "name = \"a\"\nname = \"b\""), &[]);
    assert!(said.contains("duplicate key") && said.contains("aks-harden.toml:10"), "{said}");
}

#[test]
fn chains_of_profiles_end_somewhere() {
    let mut catalog = Catalog::load().unwrap();
    with_profile(&mut catalog, "p0", "restricted");
    for n in 1..30 {
        with_profile(&mut catalog, &format!("p{n}"), &format!("p{}", n - 1));
    }
    let deep = plan(&catalog, &QUICKSTART.replace("\"restricted\"", "\"p29\""), &[]).unwrap();
    assert_eq!(deep.chain.len(), 33);
    with_profile(&mut catalog, "left", "right");
    with_profile(&mut catalog, "right", "left");
    let circle = refusal(&catalog, &QUICKSTART.replace("\"restricted\"", "\"left\""), &[]);
    assert!(circle.contains("circle: left -> right -> left"), "{circle}");
    with_profile(&mut catalog, "orphan", "nowhere");
    let orphan = refusal(&catalog, &QUICKSTART.replace("\"restricted\"", "\"orphan\""), &[]);
    assert!(orphan.contains("no profile `nowhere`") && orphan.contains("aks-harden.toml:2"), "{orphan}");
    let base = refusal(&catalog, &QUICKSTART.replace("\"restricted\"", "\"base\""), &[]);
    assert!(base.contains("no profile `base`"), "the defaults alone are no profile: {base}");
}

#[test]
fn needs_choose_the_profile_with_reasons() {
    let catalog = Catalog::load().unwrap();
    let needs = |lines: &str| format!("{}\n[needs]\n{lines}", QUICKSTART.replace("extends = \"restricted\"", ""));
    let plain = plan(&catalog, &needs(""), &[]).unwrap();
    assert_eq!(plain.chain.last().unwrap(), "restricted");
    assert!(!plain.recommendation.unwrap().reasons.is_empty());
    assert_eq!(plan(&catalog, &needs("trial = true"), &[]).unwrap().chain.last().unwrap(), "baseline");
    let closed = plan(&catalog, &needs("no_internet_egress = true\noutside_users = true"), &[]).unwrap();
    assert_eq!(closed.chain.last().unwrap(), "isolated");
    assert!(!closed.settings.tunnel.enabled && closed.recommendation.unwrap().reasons[1].contains("tunnel"));
    let mut fewer = catalog.clone();
    fewer.profiles.remove("regulated");
    let missing = refusal(&fewer, &needs("regulated_data = true"), &[]);
    assert!(missing.contains("`regulated`, which is not there yet"), "{missing}");
    let both = refusal(&catalog, &format!("{QUICKSTART}\n[needs]\n"), &[]);
    assert!(both.contains("both choose"), "{both}");
    let unknown = refusal(&catalog, &needs("untrusted = true"), &[]);
    assert!(unknown.contains("untrusted_code"), "{unknown}");
}

#[test]
fn the_recommendation_is_a_table() {
    let needs = |bits: [bool; 5]| Needs {
        no_internet_egress: bits[0],
        untrusted_code: bits[1],
        regulated_data: bits[2],
        trial: bits[3],
        outside_users: bits[4],
    };
    // Egress, code, data, trial: the first that is asked for decides.
    let table = [
        ([false, false, false, false], "restricted"),
        ([false, false, false, true], "baseline"),
        ([false, false, true, false], "regulated"),
        ([false, false, true, true], "regulated"),
        ([false, true, false, false], "sandboxed"),
        ([false, true, false, true], "sandboxed"),
        ([false, true, true, false], "sandboxed"),
        ([false, true, true, true], "sandboxed"),
        ([true, false, false, false], "isolated"),
        ([true, false, false, true], "isolated"),
        ([true, false, true, false], "isolated"),
        ([true, false, true, true], "isolated"),
        ([true, true, false, false], "isolated"),
        ([true, true, false, true], "isolated"),
        ([true, true, true, false], "isolated"),
        ([true, true, true, true], "isolated"),
    ];
    let words = ["no internet egress", "untrusted code", "regulated data", "a trial", "outside users"];
    for (bits, profile) in table {
        for outside in [false, true] {
            let bits = [bits[0], bits[1], bits[2], bits[3], outside];
            let found = recommend(&needs(bits));
            assert_eq!((found.profile, found.tunnel), (profile, outside && !bits[0]), "{bits:?}");
            // Every answer is spoken to, and nothing else is.
            for (asked, word) in bits.iter().zip(words) {
                let said = found.reasons.iter().filter(|reason| reason.starts_with(&format!("{word}: "))).count();
                assert_eq!(said, usize::from(*asked), "{bits:?}: {word}: {:?}", found.reasons);
            }
        }
    }
}

#[test]
fn a_broken_control_is_refused_and_an_exception_lets_it_through() {
    let catalog = Catalog::load().unwrap();
    let weak = QUICKSTART.replace("[access]", "[access]\nlocal_accounts = true");
    let said = refusal(&catalog, &weak, &[]);
    assert!(said.contains("access.local_accounts") && said.contains("no-local-accounts"), "{said}");
    assert!(said.contains("[[exception]]") && said.contains("aks-harden.toml:13"), "{said}");
    let exception = "\n[[exception]]\ncontrol = \"no-local-accounts\"\nreason = \"old tool\"\nowner = \"ops\"\nexpires = 2027-06-30\n";
    let plan = plan(&catalog, &(weak.clone() + exception), &[]).unwrap();
    assert!(matches!(&plan.controls["no-local-accounts"], ControlState::Excepted(e) if e.owner == "ops"));
    let tree = aks_harden::generate(&catalog, &plan).unwrap();
    let mark = "exception: no-local-accounts until 2027-06-30: old tool (ops)";
    assert!(tree.0.values().any(|a| a.text.contains(mark)), "the exception shows where it acts");
    for (broken, what) in [
        (exception.replace("reason = \"old tool\"\n", ""), "not complete"),
        (exception.replace("2027-06-30", "\"2027-06-30\""), "without quotes"),
        (exception.replace("\"ops\"", "\" \""), "is empty"),
        (exception.replace("no-local-accounts", "no-local-acounts"), "did you mean `no-local-accounts`"),
    ] {
        let said = refusal(&catalog, &(weak.clone() + &broken), &[]);
        assert!(said.contains(what), "{what}: {said}");
    }
    let idle = refusal(&catalog, &(QUICKSTART.to_string() + exception), &[]);
    assert!(idle.contains("has no effect"), "{idle}");
}

#[test]
fn what_runs_out_is_found_by_its_day() {
    let catalog = Catalog::load().unwrap();
    let plan = plan(&catalog, QUICKSTART, &[]).unwrap();
    let found = |day: &str, soon: &str| {
        let (day, soon) = (expiry::day(day).unwrap(), expiry::days(soon).unwrap());
        expiry::find(&catalog, &plan, |_| false, day, soon).into_iter().map(|e| (e.what, e.expired)).collect::<Vec<_>>()
    };
    assert_eq!(found("2026-11-26", "0d"), []);
    assert_eq!(found("2027-06-30", "0d"), [], "the last day counts");
    assert_eq!(found("2027-07-01", "0d"), [("Kubernetes 1.36".to_string(), true)]);
    assert_eq!(found("2027-06-15", "30d"), [("Kubernetes 1.36".to_string(), false)]);
    assert!(expiry::day("tomorrow").is_err() && expiry::days("soon").is_err());
}

/// The value is that of `guid('a', 'b')` in ARM, by RFC 4122 in ARM's namespace.
#[test]
fn role_assignments_are_named_as_arm_names_them() {
    let one = names::arm_guid(&["scope", "identity", "role"]);
    assert_eq!(one, names::arm_guid(&["scope-identity", "role"]), "the parts are joined with hyphens");
    assert_eq!(one.as_bytes()[14], b'5', "version 5");
}
