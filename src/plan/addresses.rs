//! Checks of texts that name something outside the tree: public ranges, networks and zones by id, repositories.

use ipnet::Ipv4Net;

/// Ranges that are no public addresses (IANA special-purpose address registry).
const NOT_PUBLIC: [&str; 16] = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "255.255.255.255/32",
];

/// The widest range that still says from where somebody comes.
const WIDEST: u8 = 8;

pub(super) fn public_range(text: &str) -> Result<(), String> {
    let net: Ipv4Net = text
        .parse()
        .map_err(|_| "a range of public IPv4 addresses such as 20.31.7.0/24, or 20.31.7.9/32".to_string())?;
    if net.trunc() != net {
        return Err(format!("it has host bits set; the range that holds this address is {}", net.trunc()));
    }
    if net.prefix_len() < WIDEST {
        return Err(format!("it lets in a large part of the internet: nothing wider than a /{WIDEST}"));
    }
    let special = NOT_PUBLIC.iter().filter_map(|range| range.parse::<Ipv4Net>().ok());
    match special.into_iter().find(|range| range.contains(&net) || net.contains(range)) {
        Some(range) => Err(format!("{range} holds no public addresses, and nobody comes from there")),
        None => Ok(()),
    }
}

/// The parts of the id of a resource of this type: subscription, group, name.
pub(super) fn parts<'a>(id: &'a str, kind: &str) -> Option<[&'a str; 3]> {
    let pieces: Vec<&str> = id.strip_prefix('/')?.split('/').collect();
    let [subscriptions, subscription, groups, group, providers, provider, r#type, name] = pieces.as_slice() else {
        return None;
    };
    let said = format!("{subscriptions}/{groups}/{providers}/{provider}/{type}");
    let sound = said.eq_ignore_ascii_case(&format!("subscriptions/resourceGroups/providers/{kind}"))
        && uuid::Uuid::try_parse(subscription).is_ok_and(|id| !id.is_nil())
        && named(group)
        && named(name);
    sound.then_some([*subscription, *group, *name])
}

fn named(text: &str) -> bool {
    (1..=90).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.()".contains(c))
        && !text.ends_with('.')
}

/// The type of a private DNS zone.
pub(super) const ZONE: &str = "Microsoft.Network/privateDnsZones";
/// The type of a virtual network.
pub(super) const NETWORK: &str = "Microsoft.Network/virtualNetworks";

pub(super) fn dns_zone(text: &str) -> Result<(), String> {
    match text {
        "system" | "none" | "own" => Ok(()),
        id if parts(id, ZONE).is_some() => Ok(()),
        _ => Err(format!("system, none, own, or an id: /subscriptions/GUID/resourceGroups/NAME/providers/{ZONE}/NAME")),
    }
}

pub(super) fn network_id(text: &str) -> Result<(), String> {
    match parts(text, NETWORK) {
        Some(_) => Ok(()),
        None => Err(format!(
            "an id: /subscriptions/GUID/resourceGroups/NAME/providers/{NETWORK}/NAME (az network vnet show --query id)"
        )),
    }
}

pub(super) fn repository(text: &str) -> Result<(), String> {
    let sound = text.is_empty()
        || text.strip_prefix("https://").is_some_and(|rest| {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            host.contains('.')
                && !path.is_empty()
                && rest.len() <= 400
                && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._/~".contains(c))
        });
    if sound { Ok(()) } else { Err("https:// and the path of a repository, without a name or a password".into()) }
}

pub(super) fn branch(text: &str) -> Result<(), String> {
    let sound = (1..=200).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-._/".contains(c))
        && !text.starts_with(['-', '/', '.'])
        && !text.ends_with(['/', '.'])
        && !text.contains("..")
        && !text.contains("//");
    if sound { Ok(()) } else { Err("the name of a branch: letters, digits and - . _ /".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str =
        "/subscriptions/9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61/resourceGroups/rg-hub/providers/Microsoft.Network";

    #[test]
    fn only_public_ranges_are_public() {
        for fine in ["20.31.7.0/24", "20.31.7.9/32", "51.0.0.0/8"] {
            assert_eq!(public_range(fine), Ok(()), "{fine}");
        }
        for (bad, why) in [
            ("0.0.0.0/0", "large part"),
            ("64.0.0.0/2", "large part"),
            ("10.1.0.0/16", "10.0.0.0/8"),
            ("203.0.113.7/32", "203.0.113.0/24"),
            ("198.0.0.0/8", "198.18.0.0/15"),
            ("20.31.7.1/24", "20.31.7.0/24"),
            ("2001:db8::/32", "IPv4"),
        ] {
            assert!(public_range(bad).is_err_and(|said| said.contains(why)), "{bad}");
        }
    }

    #[test]
    fn ids_are_taken_apart() {
        let id = format!("{ID}/virtualNetworks/vnet-hub");
        assert_eq!(parts(&id, NETWORK), Some(["9b5f1f0e-6f8d-4c55-9d0e-1c7a7f3f2a61", "rg-hub", "vnet-hub"]));
        assert_eq!(parts(&id, ZONE), None);
        assert_eq!(parts(&format!("{id}/subnets/a"), NETWORK), None);
        assert!(dns_zone(&format!("{ID}/privateDnsZones/private.westeurope.azmk8s.io")).is_ok());
        assert!(dns_zone("hub").is_err() && network_id(&format!("{ID}/virtualNetworks/a b")).is_err());
    }

    #[test]
    fn a_repository_holds_no_credentials() {
        assert_eq!(repository("https://git.contoso.net/shop/cluster.git"), Ok(()));
        for bad in [
            "https://user:secret@git.contoso.net/a",
            "git@contoso.net:a",
            "https://contoso/a",
            "https://git.contoso.net",
        ] {
            assert!(repository(bad).is_err(), "{bad}");
        }
        assert_eq!(branch("release/1.x"), Ok(()));
        for bad in ["", "-x", "a..b", "a b", "/a", "a/"] {
            assert!(branch(bad).is_err(), "{bad}");
        }
    }
}
