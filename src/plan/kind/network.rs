//! Ranges, addresses and names in DNS.

use super::{digits, refuse};

/// What stands in place of a range that is to be allotted.
const AUTO: &str = "auto";

pub(super) fn host_name(text: &str) -> Result<(), String> {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let parts: Vec<&str> = text.split('.').collect();
    let top = parts.last().is_some_and(|top| top.chars().any(|c| c.is_ascii_lowercase()));
    refuse(
        text.len() <= 253 && parts.len() >= 2 && parts.iter().all(|part| label(part)) && top,
        "a full name in DNS in lower case, such as shop.contoso.com, without wildcard, scheme, port or path",
    )
}

pub(super) fn email(text: &str) -> Result<(), String> {
    let sound = text.split_once('@').is_some_and(|(box_name, host)| {
        (1..=64).contains(&box_name.len())
            && box_name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._+-".contains(c))
            && box_name.split('.').all(|part| !part.is_empty())
            && host_name(host).is_ok()
    });
    refuse(sound && text.len() <= 254, "the address of a mailbox in lower case, such as oncall@your-company.net")
}

pub(super) fn host_pattern(text: &str) -> Result<(), String> {
    host_name(text.strip_prefix("*.").unwrap_or(text))
        .map_err(|_| "a full name in DNS in lower case, or one with `*.` in front: *.shop.contoso.com".to_string())
}

pub(super) fn range_and_port(text: &str) -> Result<(), String> {
    let (range, port) = text.split_once(':').unwrap_or((text, ""));
    refuse(
        digits(port) && port.parse::<u16>().is_ok_and(|port| port > 0),
        "a range and a port such as 10.40.3.0/27:443",
    )?;
    cidr(range)
}

pub(super) fn cidr(text: &str) -> Result<(), String> {
    let net: ipnet::Ipv4Net = text.parse().map_err(|_| "an IPv4 range such as 10.40.0.0/16".to_string())?;
    refuse(net.trunc() == net, &format!("it has host bits set; the range that holds this address is {}", net.trunc()))
}

pub(super) fn auto_range(text: &str) -> Result<(), String> {
    if text == AUTO { Ok(()) } else { cidr(text).map_err(|why| format!("{why}; or auto, for one that is allotted")) }
}

pub(super) fn address(text: &str) -> Result<(), String> {
    text.parse::<std::net::Ipv4Addr>().map(drop).map_err(|_| "an IPv4 address such as 10.40.3.10".to_string())
}

pub(super) fn optional_address(text: &str) -> Result<(), String> {
    if text.is_empty() { Ok(()) } else { address(text) }
}
