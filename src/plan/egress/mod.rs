//! The ways out: what each of them cannot go together with, and what it cuts off. One table; it refuses, and it is what
//! `explain`, `plan` and the runbook say.

mod allow;

use serde::Serialize;

use super::choice::NodeOsChannel;
use super::settings::{ApiAccess, Bootstrap, Egress, PoolMode, Settings};
use crate::error::Problem;

pub(super) use allow::{Kind, Rule, by_name, rules};

/// What becomes of something behind a way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// A setting asks for it, and is refused.
    Refused,
    /// Nothing here makes it, and whoever adds it finds that it does not work.
    NotPossible,
    /// It is there, and does not reach its service.
    CutOff,
}

/// Something that does not go together with a way out.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Exclusion {
    /// What it is.
    pub what: &'static str,
    /// Why not.
    pub why: &'static str,
    /// What becomes of it.
    pub fate: Fate,
    /// The ways out.
    #[serde(skip)]
    of: &'static [Egress],
    /// The settings of a plan that ask for it.
    #[serde(skip)]
    asked: fn(&Settings) -> Vec<String>,
    /// What to do about it.
    #[serde(skip)]
    help: &'static str,
}

const fn refused(
    of: &'static [Egress],
    what: &'static str,
    why: &'static str,
    asked: fn(&Settings) -> Vec<String>,
    help: &'static str,
) -> Exclusion {
    Exclusion { what, why, fate: Fate::Refused, of, asked, help }
}

const fn not_possible(of: &'static [Egress], what: &'static str, why: &'static str) -> Exclusion {
    Exclusion { what, why, fate: Fate::NotPossible, of, asked: |_| key(true, ""), help: "" }
}

const fn cut_off(
    of: &'static [Egress],
    what: &'static str,
    why: &'static str,
    asked: fn(&Settings) -> Vec<String>,
) -> Exclusion {
    Exclusion { what, why, fate: Fate::CutOff, of, asked, help: "" }
}

/// A key, where it is the one.
fn key(asked: bool, key: &str) -> Vec<String> {
    asked.then(|| key.to_string()).into_iter().collect()
}

/// The keys of gateway pools.
fn gateways(settings: &Settings) -> Vec<String> {
    let pools = settings.nodes.pools.iter().filter(|(_, pool)| pool.mode == PoolMode::Gateway);
    pools.map(|(name, _)| format!("nodes.pools.{}.mode", name.as_str())).collect()
}

/// The keys of what workloads read from the vault.
fn mounts(settings: &Settings) -> Vec<String> {
    let of = |(name, w): (&super::kind::Label, &super::settings::Workload)| {
        let lists = [
            ("secrets", w.secrets.is_empty()),
            ("certificates", w.certificates.is_empty()),
            ("public_certificates", w.public_certificates.is_empty()),
            ("keys", w.keys.is_empty()),
        ];
        let some = lists.into_iter().filter(|(_, none)| !none);
        some.map(|(list, _)| format!("workloads.{}.{list}", name.as_str())).collect::<Vec<_>>()
    };
    settings.workloads.iter().flat_map(of).collect()
}

/// The table. Sources: AKS documentation on network isolated clusters, on outbound types and on outbound rules.
const EXCLUSIONS: [Exclusion; 25] = [
    refused(
        &[Egress::None],
        "the Cloudflare tunnel",
        "cloudflared cannot reach Cloudflare's edge",
        |s| key(s.tunnel.enabled, "tunnel.enabled"),
        "turn the tunnel off, or let it out through egress = \"firewall\"",
    ),
    refused(
        &[Egress::None],
        "updates of the operating system from package repositories",
        "nodes cannot reach the repositories; AKS has the channels NodeImage and None for them",
        |s| {
            let channel = s.cluster.node_os_upgrade_channel;
            let fetches = matches!(channel, NodeOsChannel::Unmanaged | NodeOsChannel::SecurityPatch);
            key(fetches, "cluster.node_os_upgrade_channel")
        },
        "write node_os_upgrade_channel = \"NodeImage\"",
    ),
    refused(
        &[Egress::None],
        "a tree without a registry",
        "nodes start from images that the private registry caches",
        |s| key(!s.registry.enabled, "registry.enabled"),
        "set registry.enabled = true",
    ),
    refused(
        &[Egress::None],
        "implicit outbound access of subnets",
        "it is a way out that nobody configured",
        |s| key(s.network.default_outbound, "network.default_outbound"),
        "set network.default_outbound = false",
    ),
    refused(
        &[Egress::None],
        "secrets, certificates and keys that a workload reads with its own identity",
        "the identity is exchanged at login.microsoftonline.com, for which there is no private endpoint",
        mounts,
        "take them out, or let the nodes out through egress = \"firewall\"",
    ),
    refused(
        &[Egress::None],
        "Flux, and its extension",
        "AKS does not support it on network isolated clusters, and nothing reaches the repository",
        |s| key(s.access.bootstrap == Bootstrap::Gitops, "access.bootstrap"),
        "write access.bootstrap = \"run-command\" or \"inside\"",
    ),
    refused(
        &[Egress::None],
        "a public API server",
        "nodes could not reach it",
        |s| key(s.access.api == ApiAccess::Public, "access.api"),
        "write access.api = \"private-link\" or \"vnet-integration\"",
    ),
    refused(
        &[Egress::None],
        "gateway pools",
        "each brings public addresses of its own, which are a way out",
        gateways,
        "take the pool out, or let the cluster out through egress = \"load-balancer\"",
    ),
    refused(
        &[Egress::NatGateway, Egress::Firewall, Egress::UserDefinedRouting],
        "gateway pools",
        "in Azure's order a route and a NAT gateway come before addresses of a machine, so what is sent through the pool would leave like everything else, and its own addresses would never be seen",
        gateways,
        "take the pool out: partners can let in the address that everything leaves by; or write egress = \"load-balancer\"",
    ),
    not_possible(
        &[Egress::None],
        "the extensions for Dapr, App Configuration, Azure Machine Learning, Azure Container Storage and AKS Backup",
        "AKS does not support them on network isolated clusters",
    ),
    not_possible(&[Egress::None], "Windows pools", "AKS does not support them on network isolated clusters"),
    not_possible(
        &[Egress::None],
        "Azure Files and Blob volumes by the classes that AKS brings",
        "they need classes with networkEndpointType: privateEndpoint",
    ),
    cut_off(
        &[Egress::None],
        "the Azure Policy add-on",
        "it fetches its assignments from data.policy.core.windows.net; the admission policies in kubernetes/ hold without it",
        |_| key(true, ""),
    ),
    cut_off(
        &[Egress::None],
        "Defender's sensor",
        "it reports to *.cloud.defender.microsoft.com; audit logs, the registry and agentless findings are watched without it",
        |s| key(s.security.defender, "security.defender"),
    ),
    not_possible(
        &[Egress::None, Egress::Firewall, Egress::UserDefinedRouting],
        "public addresses on nodes",
        "they are a way out past all that is planned here",
    ),
    not_possible(
        &[Egress::Firewall, Egress::UserDefinedRouting],
        "public load balancers",
        "answers would leave by another way than the questions came in, and be dropped",
    ),
    not_possible(
        &[Egress::Firewall, Egress::UserDefinedRouting],
        "outbound settings of the cluster's load balancer",
        "AKS refuses them together with user-defined routing",
    ),
    not_possible(
        &[Egress::Firewall],
        "pulling images from registries on the internet",
        "the firewall lets the nodes reach Microsoft's registry only; others are cached or copied into the private one",
    ),
    not_possible(
        &[Egress::Firewall],
        "rules at the firewall that tell one workload from another",
        "pods leave the nodes with the nodes' addresses; the network policies in kubernetes/ tell them apart",
    ),
    not_possible(
        &[Egress::NatGateway],
        "AKS's managed NAT gateway",
        "AKS makes that one only in networks that it makes itself",
    ),
    not_possible(
        &[Egress::NatGateway, Egress::LoadBalancer],
        "filtering by name at the edge of the network",
        "nothing looks at what leaves; the network policies in kubernetes/ are all there is",
    ),
    not_possible(
        &[Egress::NatGateway],
        "outbound rules of the cluster's load balancer",
        "with a NAT gateway on the subnet, nothing leaves through a load balancer",
    ),
    not_possible(
        &[Egress::LoadBalancer],
        "an address of one's own",
        "AKS picks the address in the nodes' group, and it can change",
    ),
    not_possible(
        &[Egress::LoadBalancer],
        "a policy against public addresses over the nodes' group",
        "it would refuse the very address that everything leaves through",
    ),
    not_possible(
        &[Egress::UserDefinedRouting],
        "coming up before the appliance",
        "nodes that do not reach what AKS needs never become ready",
    ),
];

/// What does not go together with a way out, in the order of how much it matters.
pub fn exclusions(egress: Egress) -> impl Iterator<Item = &'static Exclusion> {
    EXCLUSIONS.iter().filter(move |e| e.of.contains(&egress))
}

/// What a plan has to know of its way out: what is not possible there, and what it has that is cut off.
pub fn of_plan(settings: &Settings) -> Vec<&'static Exclusion> {
    let all = exclusions(settings.network.egress);
    all.filter(|e| e.fate == Fate::Refused || !(e.asked)(settings).is_empty()).collect()
}

/// What settings ask for that their way out does not have.
pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let egress = name(settings.network.egress);
    for exclusion in exclusions(settings.network.egress).filter(|e| e.fate == Fate::Refused) {
        for key in (exclusion.asked)(settings) {
            let why = exclusion.why;
            let problem =
                Problem::new(format!("`{key}` and `network.egress` = \"{egress}\" do not go together: {why}"));
            say(problem.help(exclusion.help), &[&key, "network.egress"]);
        }
    }
}

/// A way out as profile files write it.
pub fn name(egress: Egress) -> String {
    serde_json::to_value(egress).ok().and_then(|v| v.as_str().map(String::from)).unwrap_or_default()
}

/// The way out that a profile file's word stands for.
pub fn parse(word: &str) -> Option<Egress> {
    serde_json::from_value(word.into()).ok()
}
