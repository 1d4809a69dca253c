//! The addresses outside of the cluster, cut along every range that a policy names: inside of one region no policy tells one
//! address from another, so one address stands for all.

use ipnet::Ipv4Net;

use super::{End, Kind};

/// Ranges that have a meaning of their own.
const KNOWN: [(&str, Kind, &str); 9] = [
    ("0.0.0.0/0", Kind::Internet, "the internet"),
    ("169.254.169.254/32", Kind::Metadata, "metadata service"),
    ("168.63.129.16/32", Kind::WireServer, "wire server"),
    ("169.254.10.0/24", Kind::LocalDns, "LocalDNS"),
    ("169.254.0.0/16", Kind::Range, "169.254.0.0/16"),
    ("10.0.0.0/8", Kind::Private, "10.0.0.0/8"),
    ("172.16.0.0/12", Kind::Private, "172.16.0.0/12"),
    ("192.168.0.0/16", Kind::Private, "192.168.0.0/16"),
    ("100.64.0.0/10", Kind::Private, "100.64.0.0/10"),
];

/// A range without the narrower ones that are regions of their own.
#[derive(Debug, Clone)]
pub(super) struct Region {
    pub(super) end: End,
    /// One of its addresses.
    pub(super) sample: u32,
}

/// The regions of all ranges that policies name, of those that are known, and of `named` ones with what they are.
pub(super) fn regions(mentioned: &[Ipv4Net], named: &[(Ipv4Net, End)]) -> Vec<Region> {
    let mut all: Vec<(Ipv4Net, End)> = named.to_vec();
    let known = KNOWN.iter().filter_map(|(net, kind, name)| Some((net.parse().ok()?, End::outside(*kind, *name))));
    all.extend(known);
    all.extend(mentioned.iter().map(|net| (*net, End::outside(Kind::Range, net.to_string()))));
    // Of several names for one range the first one stays; wide ranges come before the narrow ones inside.
    all.sort_by_key(|(net, _)| (net.network(), net.prefix_len()));
    all.dedup_by_key(|(net, _)| *net);
    let nets: Vec<Ipv4Net> = all.iter().map(|(net, _)| *net).collect();
    let region = |(index, (net, end)): (usize, (Ipv4Net, End))| {
        let inside = nets[index + 1..].iter().take_while(|other| net.contains(*other));
        sample(net, inside).map(|sample| Region { end, sample })
    };
    all.into_iter().enumerate().filter_map(region).collect()
}

/// An address of a range that is in none of the ranges inside, which come in order.
fn sample<'a>(net: Ipv4Net, inside: impl Iterator<Item = &'a Ipv4Net>) -> Option<u32> {
    let mut at = u64::from(u32::from(net.network()));
    for other in inside {
        if u64::from(u32::from(other.network())) > at {
            break;
        }
        at = at.max(u64::from(u32::from(other.broadcast())) + 1);
    }
    u32::try_from(at).ok().filter(|at| *at <= u32::from(net.broadcast()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_what_narrower_ones_leave() {
        let net = |text: &str| text.parse::<Ipv4Net>().unwrap_or_else(|e| panic!("{e}"));
        let found = regions(&[net("192.0.2.0/25"), net("192.0.2.128/25"), net("192.0.2.0/24")], &[]);
        let of = |text: &str| found.iter().find(|region| region.end.name == text).map(|region| region.sample);
        assert_eq!(of("192.0.2.0/24"), None);
        assert_eq!(of("192.0.2.128/25"), Some(0xc000_0280));
        assert_eq!(of("the internet"), Some(0));
        assert_eq!(of("10.0.0.0/8"), Some(0x0a00_0000));
        let named = regions(&[net("10.40.0.0/16")], &[(net("10.40.0.0/16"), End::outside(Kind::Network, "network"))]);
        assert!(named.iter().any(|region| region.end.kind == Kind::Network));
        assert!(!named.iter().any(|region| region.end.name == "10.40.0.0/16"));
    }
}
