//! The network planner: which subnet gets which range, that it stays, that everything fits at its largest and nothing more,
//! and that a refusal says what would do.

use std::collections::BTreeMap;

use aks_harden::catalog::Catalog;
use aks_harden::error::Problems;
use aks_harden::plan::layer::Origin;
use aks_harden::plan::network::table::table;
use aks_harden::plan::{Input, Plan, resolve};
use ipnet::Ipv4Net;

use crate::examples::{self, Example};
use crate::program::{root, run};

const QUICKSTART: &str = include_str!("../../examples/quickstart/aks-harden.toml");

fn plan(text: &str, sets: &[&str]) -> Result<Plan, Problems> {
    let catalog = Catalog::load().expect("a catalog");
    let sets = sets.iter().map(ToString::to_string).collect();
    resolve(&catalog, &Input { file: "aks-harden.toml".into(), text: text.into(), sets, ..Input::default() })
}

fn refusal(sets: &[&str]) -> String {
    plan(QUICKSTART, sets).expect_err("this has to be refused").to_string()
}

/// The ranges that were allotted, by the key of their setting.
fn allotted(plan: &Plan) -> BTreeMap<String, Ipv4Net> {
    let chosen = plan.values.iter().filter(|(_, value)| value.origin == Origin::Allotted);
    chosen.map(|(key, value)| (key.clone(), value.value.as_str().unwrap().parse().unwrap())).collect()
}

#[test]
fn every_subnet_is_inside_the_network_and_in_no_other() {
    for vnet in ["10.40.0.0/16", "10.1.0.0/24", "192.168.128.0/20", "100.64.0.0/10"] {
        let set = format!("network.vnet=\"{vnet}\"");
        let pods = "network.pods=\"172.20.0.0/16\"";
        let plan = plan(
            QUICKSTART,
            &[&set, pods, "network.services=\"172.28.0.0/20\"", "network.dns_service=\"172.28.0.10\""],
        );
        let ranges = allotted(&plan.unwrap_or_else(|e| panic!("{vnet}: {e}")));
        assert_eq!(ranges.len(), 5, "{vnet}: {ranges:?}");
        let vnet: Ipv4Net = vnet.parse().unwrap();
        for (key, net) in &ranges {
            assert!(vnet.contains(net), "{key} {net} is outside {vnet}");
            let others = ranges.iter().filter(|(other, _)| *other != key);
            assert!(others.clone().all(|(_, other)| !net.contains(other)), "{key} {net} holds another: {ranges:?}");
        }
    }
}

#[test]
fn an_allotted_range_says_so_and_points_at_the_network() {
    let plan = plan(&QUICKSTART.replace("[access]", "[network]\nvnet = \"10.70.0.0/16\"\n\n[access]"), &[]).unwrap();
    let value = &plan.values["nodes.pools.user.subnet"];
    assert_eq!(value.origin.to_string(), "allotted from network.vnet");
    assert_eq!(value.value.as_str(), Some("10.70.0.64/26"));
    assert_eq!(value.place.as_ref().map(|place| place.text.as_str()), Some("vnet = \"10.70.0.0/16\""));
    assert_eq!(
        plan.settings.nodes.pools.values().next().unwrap().subnet.as_str(),
        "10.70.0.0/26",
        "system comes first"
    );
}

#[test]
fn what_is_allotted_stays_when_a_pool_is_added() {
    let before = allotted(&plan(QUICKSTART, &[]).unwrap());
    let mut text = QUICKSTART.to_string();
    let mut known = before.clone();
    // In the order of the file, whatever the order of the names.
    for (name, max) in [("zebra", 10), ("apps", 400), ("mid", 3), ("b", 58)] {
        text += &format!("\n[nodes.pools.{name}]\nmode = \"user\"\nmax = {max}\n");
        let now = allotted(&plan(&text, &["network.pods=\"10.128.0.0/9\""]).unwrap());
        assert_eq!(now.len(), known.len() + 1);
        for (key, net) in &known {
            assert_eq!(now.get(key), Some(net), "{key} moved when {name} was added");
        }
        known = now;
    }
    // What is written down is left out, and moves nothing that does not lie in it.
    let pinned = allotted(&plan(QUICKSTART, &["network.subnets.internal_load_balancers=\"10.40.7.0/27\""]).unwrap());
    assert_eq!(pinned.get("network.subnets.private_endpoints"), before.get("network.subnets.private_endpoints"));
    assert_eq!(pinned.get("nodes.pools.user.subnet"), before.get("nodes.pools.user.subnet"));
}

#[test]
fn a_pool_can_be_taken_out_and_another_put_in_its_place() {
    let text = format!("{QUICKSTART}\n[nodes.pools]\nuser.mode = \"none\"\napps = {{ mode = \"user\", max = 4 }}\n");
    let plan = plan(&text, &[]).unwrap();
    let names: Vec<&str> = plan.settings.nodes.pools.keys().map(|name| name.as_str()).collect();
    assert_eq!(names, ["apps", "system"]);
    assert!(!plan.values.keys().any(|key| key.starts_with("nodes.pools.user")));
    assert_eq!(plan.values["nodes.pools.apps.max"].origin, Origin::File);
    let inherited = &plan.values["nodes.pools.apps.host_encryption"];
    assert_eq!(inherited.origin, Origin::Profile("restricted".into()), "what a pool does not say stands in [nodes]");
}

#[test]
fn ranges_that_are_taken_are_kept_clear() {
    // The appliance stands where the private endpoints would be.
    let hop = ["network.egress=\"user-defined-routing\"", "network.next_hop=\"10.40.255.200\""];
    let ranges = allotted(&plan(QUICKSTART, &hop).unwrap());
    let appliance: Ipv4Net = "10.40.255.192/26".parse().unwrap();
    assert!(ranges.values().all(|net| !appliance.contains(net)), "{ranges:?}");
    let pinned = ["nodes.pools.user.subnet=\"10.40.0.0/24\""];
    let ranges = allotted(&plan(QUICKSTART, &pinned).unwrap());
    assert_eq!(ranges["nodes.pools.system.subnet"].to_string(), "10.40.1.0/26");
}

/// Each case: what is fixed, a pool, the most nodes that fit. One more is refused, and names what it is about.
#[test]
fn at_the_most_nodes_everything_fits_and_one_more_is_refused() {
    let subnet = |name: &str, prefix: u8| format!("nodes.pools.{name}.subnet=\"10.40.16.0/{prefix}\"");
    let (roomy, surge) = ("network.pods=\"10.128.0.0/9\"", "nodes.max_surge=\"33%\"");
    let cases: [(&[&str], &str, u16, &str); 6] = [
        // A /28 has 11 addresses: 8 nodes and 3 more in an upgrade.
        (&[roomy, surge, &subnet("user", 28)], "user", 8, "nodes.pools.user.subnet"),
        // One of the system pool's is the API server's: 7 nodes and 3 more.
        (&[roomy, surge, &subnet("system", 28)], "system", 7, "nodes.pools.system.subnet"),
        (&[roomy, "nodes.max_surge=\"1\"", &subnet("user", 25)], "user", 122, "nodes.pools.user.subnet"),
        (&[roomy, "nodes.max_surge=\"100%\"", &subnet("user", 24)], "user", 125, "nodes.pools.user.subnet"),
        // A /20 has a /24 for 16 nodes: system takes 4 and 2 more, so 7 and 3 more are left.
        (&["network.pods=\"10.244.0.0/20\"", surge, "nodes.pools.system.max=4"], "user", 7, "network.pods"),
        (&["network.pods=\"10.244.0.0/20\"", surge, "nodes.pools.user.max=7"], "system", 4, "network.pods"),
    ];
    for (fixed, pool, most, about) in cases {
        let with = |max: u16| {
            let set = format!("nodes.pools.{pool}.max={max}");
            plan(QUICKSTART, &[fixed, &[set.as_str()]].concat())
        };
        with(most).unwrap_or_else(|e| panic!("{most} of {pool} with {fixed:?}: {e}"));
        let said = with(most + 1).expect_err("one more").to_string();
        assert!(said.contains(&format!("`{about}`")) && said.contains("is too small"), "{said}");
        assert!(said.contains(&format!("nodes.pools.{pool}.max={}", most + 1)), "where it was set: {said}");
    }
}

/// What a refusal offers has to do.
#[test]
fn a_refusal_names_both_ranges_both_places_and_one_that_would_do() {
    let cases: [(&[&str], [&str; 2]); 12] = [
        (&["network.services=\"10.40.0.0/20\""], ["`network.vnet` 10.40.0.0/16", "`network.services` 10.40.0.0/20"]),
        (&["network.pods=\"10.0.0.0/8\""], ["`network.vnet` 10.40.0.0/16", "`network.pods` 10.0.0.0/8"]),
        (&["network.vnet=\"10.244.8.0/21\""], ["`network.vnet` 10.244.8.0/21", "`network.pods` 10.244.0.0/16"]),
        (&["network.peered=[\"10.40.9.0/24\"]"], ["`network.vnet` 10.40.0.0/16", "`network.peered.0` 10.40.9.0/24"]),
        (&["network.peered=[\"10.244.9.0/24\"]"], ["`network.pods` 10.244.0.0/16", "`network.peered.0` 10.244.9.0/24"]),
        (&["network.vnet=\"172.30.0.0/20\""], ["`network.vnet` 172.30.0.0/20", "172.30.0.0/16, which AKS keeps"]),
        (&["network.vnet=\"172.31.4.0/22\""], ["`network.vnet` 172.31.4.0/22", "172.31.0.0/16, which AKS keeps"]),
        (&["network.pods=\"169.254.0.0/16\""], ["`network.pods` 169.254.0.0/16", "169.254.0.0/16, which AKS keeps"]),
        (&["network.services=\"192.0.2.0/24\""], ["`network.services` 192.0.2.0/24", "192.0.2.0/24, which AKS keeps"]),
        (
            &["nodes.pools.user.subnet=\"10.40.9.0/24\"", "network.subnets.private_endpoints=\"10.40.9.64/27\""],
            ["`nodes.pools.user.subnet` 10.40.9.0/24", "`network.subnets.private_endpoints` 10.40.9.64/27"],
        ),
        (
            &["network.subnets.internal_load_balancers=\"10.41.0.0/27\""],
            ["`network.subnets.internal_load_balancers` 10.41.0.0/27", "`network.vnet` 10.40.0.0/16"],
        ),
        (&["network.vnet=\"10.40.0.0/26\""], ["`network.vnet` 10.40.0.0/26", "no room left for"]),
    ];
    for (sets, [one, other]) in cases {
        let said = refusal(sets);
        assert!(said.contains(one) && said.contains(other), "{sets:?}: {said}");
        for set in sets {
            assert!(said.contains(set), "{sets:?} is not shown: {said}");
        }
        let offer = said.split("` could be ").nth(1).unwrap_or_else(|| panic!("{sets:?}: no offer in {said}"));
        let range = offer.split([',', ';', '\n']).next().unwrap_or_default();
        let before = said.split("` could be ").next().unwrap_or_default();
        let key = before.rsplit('`').next().unwrap_or_default();
        let mended = format!("{key}=\"{range}\"");
        // The address of the cluster's DNS moves with the services.
        let dns = range
            .parse::<Ipv4Net>()
            .ok()
            .and_then(|net| net.hosts().nth(9))
            .map(|ip| format!("network.dns_service=\"{ip}\""));
        let dns = dns.filter(|_| key == "network.services");
        let all: Vec<&str> = sets.iter().copied().chain([mended.as_str()]).chain(dns.as_deref()).collect();
        plan(QUICKSTART, &all).unwrap_or_else(|e| panic!("{sets:?}: {mended} was offered, but {e}"));
    }
}

#[test]
fn the_plan_shows_the_allotment_as_a_table() {
    let catalog = Catalog::load().expect("a catalog");
    for Example { name, folder, plan, .. } in examples::all(&catalog) {
        let found = table(&plan.settings);
        let vnet: Ipv4Net = plan.settings.network.vnet.as_str().parse().unwrap();
        for (index, share) in found.subnets.iter().enumerate() {
            assert!(vnet.contains(&share.range), "{name}: {share:?}");
            assert!(
                found.subnets[..index].iter().all(|other| !other.range.contains(&share.range)),
                "{name}: {share:?}"
            );
            assert!(share.at_most.is_none_or(|most| most <= share.addresses), "{name}: {share:?}");
        }
        assert!(found.nodes_at_most <= found.nodes, "{name}");
        let profile = folder.join("aks-harden.toml").display().to_string();
        let of = plan.environment.iter().flat_map(|environment| ["--environment", environment]);
        let arguments: Vec<&str> = ["plan", &profile].into_iter().chain(of).collect();
        let shown = run(&root(), &arguments).out;
        for share in &found.subnets {
            let row = shown.lines().find(|line| line.split_whitespace().next() == Some(&share.subnet));
            let row = row.unwrap_or_else(|| panic!("{name}: {} is not in {shown}", share.subnet));
            assert!(share.at_most.is_none_or(|most| row.contains(&format!(" {most} "))), "{name}: {row}");
        }
    }
}
