//! What the ways in demand of each other.

use super::super::addresses::{ZONE, parts};
use super::super::settings::{ApiAccess, BastionSku, Bootstrap, PolicyEngine, Rights, Settings, Standing};
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    public(settings, say);
    zone(settings, say);
    standing(settings, say);
    bastion(settings, say);
    gitops(settings, say);
    peerings(settings, say);
}

/// What a public API server has no use for, and a private one neither.
fn public(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let access = &settings.access;
    if access.api == ApiAccess::Public {
        if access.public_fqdn {
            let problem =
                Problem::new("`access.public_fqdn` has no effect: a public API server always has a public name");
            say(problem.help("take it out"), &["access.public_fqdn", "access.api"]);
        }
        if access.dns_zone.as_str() != "system" {
            let problem = Problem::new("`access.dns_zone` has no effect: a public API server has no private name");
            say(problem.help("take it out, or take another `access.api`"), &["access.dns_zone", "access.api"]);
        }
    } else if !access.authorized_ranges.is_empty() && !access.standing.contains(&Standing::Bastion) {
        let problem = Problem::new(
            "`access.authorized_ranges` have no effect: the API server is private, and Azure refuses ranges on it",
        );
        say(
            problem.help(
                "take them out, or write api = \"public\", or standing = [\"bastion\"], which they are for as well",
            ),
            &["access.authorized_ranges", "access.api"],
        );
    }
}

fn zone(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let access = &settings.access;
    let zone = access.dns_zone.as_str();
    if zone == "none" && !access.public_fqdn && access.api != ApiAccess::Public {
        let problem = Problem::new("`access.dns_zone` is none, so nothing would know the name of the API server");
        say(
            problem.help("Azure refuses a cluster with neither a private zone nor a public name: write public_fqdn = true, or take another zone"),
            &["access.dns_zone", "access.public_fqdn"],
        );
    }
    let elsewhere = parts(zone, ZONE);
    if access.dns_rights == Rights::Elsewhere && elsewhere.is_none() {
        let problem = Problem::new("`access.dns_rights` has no effect: `access.dns_zone` names no zone elsewhere");
        say(problem.help("take it out, or give dns_zone the id of a zone"), &["access.dns_rights", "access.dns_zone"]);
    }
    let Some([_, _, name]) = elsewhere else {
        return;
    };
    let (kind, region) = (zone_kind(access.api), settings.cluster.location.as_str());
    let wanted = format!("{kind}.{region}.azmk8s.io");
    let below =
        |name: &str| name.split_once('.').is_some_and(|(sub, rest)| rest == wanted && (1..=32).contains(&sub.len()));
    if name != wanted && !below(name) && access.api != ApiAccess::Public {
        let problem = Problem::new(format!("`access.dns_zone` is called {name}, and AKS would not take it"));
        say(
            problem.help(format!("for this `access.api` in {region} it has to be {wanted}, or a zone below it")),
            &["access.dns_zone", "access.api", "cluster.location"],
        );
    }
}

/// The first word of the name of the zone for an API server.
pub(in crate::plan) fn zone_kind(api: ApiAccess) -> &'static str {
    if api == ApiAccess::VnetIntegration { "private" } else { "privatelink" }
}

fn standing(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let access = &settings.access;
    if access.standing.contains(&Standing::Tunnel) && !settings.tunnel.enabled {
        let problem = Problem::new("`access.standing` counts on the tunnel, which is off");
        say(problem.help("set tunnel.enabled = true"), &["access.standing", "tunnel.enabled"]);
    }
    let calico = settings.network.policy_engine == PolicyEngine::Calico;
    if access.standing.contains(&Standing::Tunnel) && calico && access.api == ApiAccess::PrivateLink {
        let problem = Problem::new(
            "`access.standing` counts on the tunnel, but Calico cannot let it reach the API server: it knows it by its address alone, and that of a private endpoint is not known before it is made",
        );
        say(
            problem.help("write api = \"vnet-integration\", whose subnet is known, or policy_engine = \"cilium\""),
            &["access.standing", "access.api", "network.policy_engine"],
        );
    }
    if !access.standing.contains(&Standing::Peering) {
        return;
    }
    if settings.network.peerings.is_empty() {
        let problem = Problem::new("`access.standing` counts on a peering, and there is none");
        say(problem.help("write a table [network.peerings.NAME]"), &["access.standing"]);
    } else if access.dns_zone.as_str() == "system" && access.api != ApiAccess::Public {
        let problem =
            Problem::new("`access.standing` counts on a peering, but nobody there could look up the API server");
        say(
            problem.help(
                "AKS's own zone lies in the group of the nodes and is linked to this network alone: write dns_zone = \"own\", or the id of a zone that they have",
            ),
            &["access.standing", "access.dns_zone"],
        );
    }
}

fn bastion(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let access = &settings.access;
    let bastion = &access.bastion;
    if access.standing.contains(&Standing::Bastion) {
        if !bastion.jump_host && !access.runner {
            let problem = Problem::new("`access.standing` has Bastion, which would lead to no machine");
            say(
                problem.help(
                    "set access.bastion.jump_host = true, or access.runner = true where a machine of yours stands",
                ),
                &["access.standing", "access.bastion.jump_host"],
            );
        }
    } else {
        for (key, said) in [
            ("access.bastion.jump_host", bastion.jump_host),
            ("access.bastion.sku", bastion.sku != BastionSku::Standard),
        ] {
            if said {
                let problem = Problem::new(format!("`{key}` has no effect: Bastion is no standing way in"));
                say(problem.help("add \"bastion\" to access.standing, or take it out"), &[key, "access.standing"]);
            }
        }
    }
    if !bastion.jump_host && bastion.jump_host_size.as_str() != "Standard_D2ads_v5" {
        let problem = Problem::new("`access.bastion.jump_host_size` has no effect: there is no jump host");
        say(
            problem.help("set access.bastion.jump_host = true, or take it out"),
            &["access.bastion.jump_host_size", "access.bastion.jump_host"],
        );
    }
}

fn gitops(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let gitops = &settings.access.gitops;
    if settings.access.bootstrap == Bootstrap::Gitops {
        if gitops.url.as_str().is_empty() {
            let problem = Problem::new("`access.bootstrap` is gitops, but `access.gitops.url` names no repository");
            say(
                problem.help("set it to the https address of the repository that holds the tree"),
                &["access.bootstrap"],
            );
        }
        return;
    }
    for (key, said) in [
        ("access.gitops.url", !gitops.url.as_str().is_empty()),
        ("access.gitops.branch", gitops.branch.as_str() != "main"),
        ("access.gitops.path", gitops.path.as_str() != "generated/kubernetes"),
    ] {
        if said {
            let problem = Problem::new(format!("`{key}` has no effect: `access.bootstrap` is not gitops"));
            say(problem.help("write bootstrap = \"gitops\", or take it out"), &[key, "access.bootstrap"]);
        }
    }
}

fn peerings(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let all: Vec<_> = settings.network.peerings.iter().map(|(name, peering)| (name.as_str(), peering)).collect();
    for (index, (name, peering)) in all.iter().enumerate() {
        let key = format!("network.peerings.{name}");
        let id = peering.network.as_str();
        let same = |other: &str| other.eq_ignore_ascii_case(id);
        if same(&super::super::names::Names::new(settings).ids(settings).vnet) {
            say(Problem::new(format!("`{key}.network` is this tree's own network")), &[&format!("{key}.network")]);
        }
        if peering.ranges.is_empty() {
            let problem =
                Problem::new(format!("`{key}.ranges` is empty, so nobody could say whether they overlap with ours"));
            say(problem.help("az network vnet show --query addressSpace.addressPrefixes"), &[&format!("{key}.ranges")]);
        }
        for (other, earlier) in &all[..index] {
            let (mine, theirs) = (format!("{key}.network"), format!("network.peerings.{other}.network"));
            if same(earlier.network.as_str()) {
                say(Problem::new(format!("`{theirs}` and `{mine}` are the same network")), &[&mine, &theirs]);
            }
            let (mine, theirs) = (format!("{key}.gateway"), format!("network.peerings.{other}.gateway"));
            if peering.gateway && earlier.gateway {
                let problem =
                    Problem::new(format!("`{theirs}` and `{mine}`: a network uses one gateway of others at most"));
                say(problem.help("set one of them to false"), &[&mine, &theirs]);
            }
        }
    }
}
