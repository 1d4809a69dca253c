//! Settings that belong to one way out, and have no effect beside another.

use super::super::choice::{FirewallTier, NatSku};
use super::super::egress::by_name;
use super::super::flow::outside::is_private;
use super::super::flow::{Target, parse};
use super::super::settings::{Egress, Settings, Zone};
use crate::error::Problem;

/// Regions without the gateway that spans zones (Azure NAT Gateway documentation, 2026; the list gets shorter).
const NO_STANDARD_V2: [&str; 7] =
    ["canadaeast", "chilecentral", "indonesiacentral", "malaysiawest", "qatarcentral", "swedensouth", "westindia"];

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    outside(settings, say);
    let network = &settings.network;
    let location = settings.cluster.location.as_str();
    if network.egress != Egress::NatGateway && network.nat_sku != NatSku::StandardV2 {
        let problem = Problem::new("`network.nat_sku` has no effect: there is no NAT gateway");
        say(problem.help("take it out, or write egress = \"nat-gateway\""), &["network.nat_sku", "network.egress"]);
    }
    if network.egress == Egress::NatGateway
        && network.nat_sku == NatSku::StandardV2
        && NO_STANDARD_V2.contains(&location)
    {
        let problem = Problem::new(format!("`network.nat_sku` is StandardV2, which Azure does not have in {location}"));
        say(
            problem.help("set network.nat_sku = \"Standard\": it lives in one zone"),
            &["network.nat_sku", "cluster.location"],
        );
    }
    let all = [Zone::One, Zone::Two, Zone::Three];
    let said = [
        ("network.firewall.tier", network.firewall.tier != FirewallTier::Standard),
        ("network.firewall.zones", network.firewall.zones != all),
    ];
    for (key, _) in said.into_iter().filter(|(_, said)| *said && network.egress != Egress::Firewall) {
        let problem = Problem::new(format!("`{key}` has no effect: there is no firewall of the tree's own"));
        say(problem.help("take it out, or write egress = \"firewall\""), &[key, "network.egress"]);
    }
}

/// Flows to where the way out does not lead.
fn outside(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let egress = settings.network.egress;
    for (index, flow) in settings.network.flows.iter().enumerate() {
        let key = format!("network.flows.{index}");
        for to in parse(flow.as_str()).unwrap_or_default().into_iter().map(|flow| flow.to) {
            match to {
                Target::Name { host, port }
                    if egress == Egress::Firewall && host.contains('*') && by_name(port).is_none() =>
                {
                    let problem = Problem::new(format!(
                        "the flow \"{}\" goes to `{host}` on port {port}: at the firewall a name with a star is compared in requests only",
                        flow.as_str()
                    ));
                    let help = "write the name out, or take port 443 (TLS) or 80 (HTTP)";
                    say(problem.help(help), &[&key, "network.egress"]);
                }
                Target::Range { net, .. } if egress == Egress::None && !is_private(net) => {
                    let problem = Problem::new(format!(
                        "the flow \"{}\" goes to {net}, which nothing reaches with `network.egress` = \"none\"",
                        flow.as_str()
                    ));
                    let help = "take the flow out, or let it out through egress = \"firewall\"";
                    say(problem.help(help), &[&key, "network.egress"]);
                }
                _ => {}
            }
        }
    }
}
