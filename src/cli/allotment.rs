//! The ranges of a plan, on paper.

use crate::cli::report::{STRONG, styled};
use crate::cli::text;
use crate::plan::Plan;
use crate::plan::network::table;

/// Which range of the network is whose, and whether it is the planner's choice.
pub(super) fn of_plan(plan: &Plan) -> String {
    let network = &plan.settings.network;
    let found = table::table(&plan.settings);
    let head = ["  subnet", "range", "addresses", "at most", "from", "what lives there"].map(String::from).to_vec();
    let row = |share: &table::Share| {
        let from = plan.values.get(&share.setting).map(super::cmd::plan::origin).unwrap_or_default();
        let delegation =
            if share.delegation.is_empty() { String::new() } else { format!(", delegated to {}", share.delegation) };
        vec![
            format!("  {}", share.subnet),
            share.range.to_string(),
            share.addresses.to_string(),
            share.at_most.map(|most| most.to_string()).unwrap_or_default(),
            from,
            format!("{}{delegation}", share.what),
        ]
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(found.subnets.iter().map(row)).collect();
    let mut out = format!("\n{} {}\n", styled(STRONG, "network"), network.vnet.as_str());
    out += &text::columns(&rows, text::width());
    out += &format!(
        "  pods {}: room for {} nodes, {} at most with every pool in an upgrade at once\n  services {}, the cluster's DNS at {}\n",
        network.pods.as_str(),
        found.nodes,
        found.nodes_at_most,
        network.services.as_str(),
        network.dns_service.as_str(),
    );
    for (key, range) in &found.joined {
        out += &format!("  joined {range} ({key})\n");
    }
    out
}
