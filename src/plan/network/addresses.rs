//! Single addresses: the cluster's DNS, the appliance, internal load balancers.

use std::net::Ipv4Addr;

use super::capacity::KEPT_BY_AZURE;
use super::{Range, Say};
use crate::error::Problem;
use crate::plan::settings::{Egress, Settings};

/// The range of services, and the address of the cluster's DNS in it.
pub(super) fn services(settings: &Settings, services: &Range, say: &mut Say<'_>) {
    if services.net.prefix_len() < 12 || services.net.prefix_len() > 24 {
        say(
            Problem::new(format!("`network.services` {} has to be between a /12 and a /24", services.net)),
            &["network.services"],
        );
    }
    if let Ok(dns) = settings.network.dns_service.as_str().parse::<Ipv4Addr>() {
        let first = services.net.network();
        if !services.net.contains(&dns)
            || u32::from(dns).saturating_sub(u32::from(first)) < 2
            || dns == services.net.broadcast()
        {
            let fit = Ipv4Addr::from(u32::from(first) + 10);
            let problem = Problem::new(format!(
                "`network.dns_service` {dns} is not usable in `network.services` {}",
                services.net
            ));
            say(
                problem.help(format!("write dns_service = \"{fit}\"; the first address belongs to the API server")),
                &["network.dns_service", "network.services"],
            );
        }
    }
}

/// The appliance that all egress goes to: it stands in no subnet of the cluster.
pub(super) fn next_hop(settings: &Settings, subnets: &[Range], say: &mut Say<'_>) {
    let (egress, hop) = (settings.network.egress, settings.network.next_hop.as_str());
    match (egress, hop.parse::<Ipv4Addr>()) {
        (Egress::UserDefinedRouting, Err(_)) => {
            let problem =
                Problem::new("`network.egress` is user-defined-routing, but `network.next_hop` names no appliance");
            say(
                problem.help(
                    "set network.next_hop to the private address of your firewall, or take egress = \"nat-gateway\"",
                ),
                &["network.egress"],
            );
        }
        (Egress::UserDefinedRouting, Ok(address)) => {
            if let Some(subnet) = subnets.iter().find(|s| s.net.contains(&address)) {
                let problem = Problem::new(format!(
                    "`network.next_hop` {address} lies in `{}` {}, where the cluster lives",
                    subnet.key, subnet.net
                ));
                say(
                    problem.help("the appliance needs a subnet of its own, or a peered network"),
                    &["network.next_hop", &subnet.key],
                );
            }
        }
        (_, Ok(address)) => {
            let problem = Problem::new(format!(
                "`network.next_hop` {address} has no effect: `network.egress` does not go through an appliance"
            ));
            say(
                problem.help("write egress = \"user-defined-routing\", or take next_hop out"),
                &["network.next_hop", "network.egress"],
            );
        }
        (_, Err(_)) => {}
    }
}

/// The fixed addresses of internal load balancers.
pub(super) fn of_workloads(settings: &Settings, subnets: &[Range], say: &mut Say<'_>) {
    let Some(subnet) = subnets.iter().find(|s| s.key == "network.subnets.internal_load_balancers") else {
        return;
    };
    let mut taken: Vec<(Ipv4Addr, String)> = Vec::new();
    for (name, workload) in &settings.workloads {
        let key = format!("workloads.{}.internal_address", name.as_str());
        let port_key = format!("workloads.{}.internal_port", name.as_str());
        let Ok(address) = workload.internal_address.as_str().parse::<Ipv4Addr>() else {
            if workload.internal_port != 0 {
                let problem = Problem::new(format!("`{port_key}` has no effect without `{key}`"));
                say(problem.help("give the load balancer an address, or take the port out"), &[&port_key]);
            }
            continue;
        };
        if workload.internal_port == 0 {
            say(
                Problem::new(format!("`{key}` needs a port")).help(format!("set {port_key}, such as 80 or 443")),
                &[&key],
            );
        }
        usable(&key, address, subnet, say);
        if let Some((_, other)) = taken.iter().find(|(other, _)| *other == address) {
            say(Problem::new(format!("`{key}` and `{other}` are both {address}")), &[&key, other]);
        }
        taken.push((address, key));
    }
    if let Ok(address) = settings.ingress.address.as_str().parse::<Ipv4Addr>() {
        let key = "ingress.address";
        usable(key, address, subnet, say);
        if let Some((_, other)) = taken.iter().find(|(other, _)| *other == address) {
            say(Problem::new(format!("`{key}` and `{other}` are both {address}")), &[key, other]);
        }
    }
}

/// Whether a load balancer can have this address.
fn usable(key: &str, address: Ipv4Addr, subnet: &Range, say: &mut Say<'_>) {
    let offset = u64::from(u32::from(address).wrapping_sub(u32::from(subnet.net.network())));
    if !subnet.net.contains(&address) || offset < KEPT_BY_AZURE - 1 || address == subnet.net.broadcast() {
        let fit = Ipv4Addr::from(u32::from(subnet.net.network()) + 10);
        let problem = Problem::new(format!("`{key}` {address} is not usable in `{}` {}", subnet.key, subnet.net));
        let help = format!("Azure keeps the first four addresses and the last; {fit} would do");
        say(problem.help(help), &[key, &subnet.key]);
    }
}
