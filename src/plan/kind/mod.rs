//! Text settings that are more than text: each kind has a name, a check and the sentence of its refusal.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

mod network;

pub use crate::error::invisible;
use network::{address, auto_range, cidr, email, host_name, host_pattern, optional_address, range_and_port};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $format:literal, $check:path;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(String);

            impl $name {
                /// The value as text.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl JsonSchema for $name {
                fn inline_schema() -> bool { true }
                fn schema_name() -> Cow<'static, str> { $format.into() }
                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({ "type": "string", "format": $format })
                }
            }
        )*

        /// Checks a text against the kind of that name; the error completes "... is not valid: ".
        pub fn check(format: &str, text: &str) -> Result<(), String> {
            match format {
                $($format => $check(text),)*
                _ => Ok(()),
            }
        }
    };
}

kinds! {
    /// A GUID that somebody was really given.
    Guid = "guid", guid;
    /// A GUID that somebody was really given, or empty.
    OptionalGuid = "guid-or-empty", optional_guid;
    /// The address of a mailbox.
    Email = "email", email;
    /// A full name in DNS, in lower case.
    HostName = "host-name", host_name;
    /// A full name in DNS, or all names one label below one.
    HostPattern = "host-pattern", host_pattern;
    /// A range of addresses and a port in it.
    RangeAndPort = "range-and-port", range_and_port;
    /// The cluster's name, which all other names are made of.
    ClusterName = "cluster-name", cluster_name;
    /// An Azure region, as `az account list-locations` names it.
    Region = "region", region;
    /// An IPv4 range without host bits.
    Cidr = "cidr", cidr;
    /// An IPv4 range without host bits, or `auto` for one that is allotted.
    AutoRange = "cidr-or-auto", auto_range;
    /// A range of public IPv4 addresses.
    PublicRange = "public-range", super::addresses::public_range;
    /// Which private DNS zone.
    DnsZone = "dns-zone", super::addresses::dns_zone;
    /// The id of a virtual network.
    NetworkId = "network-id", super::addresses::network_id;
    /// An https repository without credentials, or empty.
    Repository = "repository", super::addresses::repository;
    /// A branch.
    Branch = "branch", super::addresses::branch;
    /// An IPv4 address.
    Address = "ipv4", address;
    /// An IPv4 address, or empty.
    OptionalAddress = "ipv4-or-empty", optional_address;
    /// A name that Kubernetes takes for a namespace, a workload, a class.
    Label = "dns-label", label;
    /// A name that Key Vault takes for a secret or a key.
    VaultName = "vault-object", vault_name;
    /// An image by digest.
    Image = "image", image;
    /// A registry, or a part of one.
    RegistryPath = "registry", registry_path;
    /// A CPU quantity.
    Cpu = "cpu", cpu;
    /// A memory quantity.
    Memory = "memory", memory;
    /// The name of a node pool.
    PoolName = "pool-name", super::machines::pool_name;
    /// The name of a node pool, or empty.
    PoolChoice = "pool-or-empty", super::machines::pool_choice;
    /// A taint of nodes.
    Taint = "taint", super::machines::taint;
    /// A label of nodes.
    NodeLabel = "node-label", super::machines::node_label;
    /// A size of virtual machines.
    VmSize = "vm-size", vm_size;
    /// A Kubernetes minor.
    Minor = "kubernetes-minor", minor;
    /// A time of day.
    Time = "time", time;
    /// An offset from UTC.
    UtcOffset = "utc-offset", utc_offset;
    /// A number of nodes or a share of them.
    Surge = "surge", surge;
    /// A duration in seconds, minutes or hours.
    Interval = "interval", interval;
    /// An absolute path inside a container.
    ContainerPath = "container-path", container_path;
    /// A volume of a workload: its name, class, size and place.
    Volume = "volume", volume;
    /// The path of an HTTP health endpoint, or empty.
    HealthPath = "health-path", health_path;
    /// One or more flows: `frontend -> message, user`.
    Flow = "flow", flow;
    /// What a registry fetches from another one: `registry.k8s.io/* -> registry-k8s-io/*`.
    CacheRule = "cache-rule", super::registry::cache_rule;
    /// Free text.
    Text = "text", text;
    /// What a file holds: lines of text.
    FileText = "file-text", file_text;
    /// A repository on GitHub, or empty.
    GithubRepository = "github-repository-or-empty", github_repository;
    /// A relative folder.
    Folder = "folder", folder;
}

fn refuse(ok: bool, why: &str) -> Result<(), String> {
    if ok { Ok(()) } else { Err(why.to_string()) }
}

fn guid(text: &str) -> Result<(), String> {
    let groups: Vec<&str> = text.split('-').collect();
    let shape = groups.len() == 5
        && groups.iter().zip([8, 4, 4, 4, 12]).all(|(g, n)| g.len() == n && g.chars().all(|c| c.is_ascii_hexdigit()));
    refuse(shape, "a GUID has 32 hexadecimal digits in groups of 8-4-4-4-12")?;
    let first = text.chars().next();
    refuse(text.chars().any(|c| c != '-' && Some(c) != first), "all its digits are the same: nobody was given this one")
}

fn optional_guid(text: &str) -> Result<(), String> {
    if text.is_empty() { Ok(()) } else { guid(text) }
}

fn is_label(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !text.contains("--")
}

fn cluster_name(text: &str) -> Result<(), String> {
    refuse(
        (2..=40).contains(&text.len()) && is_label(text),
        "2 to 40 lower-case letters, digits and single hyphens, starting with a letter and not ending with a hyphen",
    )
}

fn region(text: &str) -> Result<(), String> {
    let shape = (4..=24).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    refuse(
        shape,
        "a region is lower-case letters and digits without spaces, such as westeurope (az account list-locations)",
    )?;
    // True of every region so far, and of new ones: only the geography is open.
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let directed =
        ["north", "south", "east", "west", "central"].iter().any(|d| letters.starts_with(d) || letters.ends_with(d));
    refuse(
        directed,
        "the name of an Azure region begins or ends with north, south, east, west or central (az account list-locations)",
    )
}

fn label(text: &str) -> Result<(), String> {
    refuse(
        text.len() <= 40 && is_label(text),
        "at most 40 lower-case letters, digits and single hyphens, starting with a letter and not ending with a hyphen",
    )
}

fn vault_name(text: &str) -> Result<(), String> {
    refuse(
        (1..=127).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
        "Key Vault takes 1 to 127 letters, digits and hyphens",
    )
}

fn image(text: &str) -> Result<(), String> {
    let Some((name, digest)) = text.split_once("@sha256:") else {
        return Err(
            "an image is named by digest: registry/name:tag@sha256:... (docker buildx imagetools inspect shows it)"
                .into(),
        );
    };
    let named = (1..=255).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-/:".contains(c))
        && name.starts_with(|c: char| c.is_ascii_alphanumeric());
    refuse(named, "the name before the digest has at most 255 letters, digits and . _ - / : only")?;
    let hex = digest.len() == 64 && digest.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
    refuse(hex, "a digest is sha256: and 64 lower-case hexadecimal digits")?;
    let first = digest.chars().next();
    refuse(digest.chars().any(|c| Some(c) != first), "all digits of its digest are the same: no image has this one")
}

fn registry_path(text: &str) -> Result<(), String> {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && part.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c))
    };
    let host = text.split('/').next().unwrap_or_default();
    refuse(
        text.len() <= 200 && host.contains('.') && text.split('/').all(part),
        "a registry such as registry.k8s.io, or a part of one such as docker.io/library; lower case, no tag",
    )
}

fn digits(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 9
        && text.chars().all(|c| c.is_ascii_digit())
        && !(text.len() > 1 && text.starts_with('0'))
}

fn cpu(text: &str) -> Result<(), String> {
    let number = text.strip_suffix('m').unwrap_or(text);
    refuse(digits(number) && number != "0", "a number of cores such as 2, or of thousandths such as 250m")
}

fn memory(text: &str) -> Result<(), String> {
    let number = ["Ki", "Mi", "Gi", "Ti"].iter().find_map(|unit| text.strip_suffix(unit));
    refuse(number.is_some_and(|n| digits(n) && n != "0"), "a number and Ki, Mi, Gi or Ti, such as 128Mi")
}

fn vm_size(text: &str) -> Result<(), String> {
    let shape = text.strip_prefix("Standard_").is_some_and(|s| {
        s.len() >= 2 && s.len() <= 40 && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    });
    refuse(shape, "a size such as Standard_D4ds_v5 (az vm list-skus shows a region's)")
}

fn minor(text: &str) -> Result<(), String> {
    refuse(
        text.strip_prefix("1.").is_some_and(digits),
        "a minor such as 1.36, without a patch: the upgrade channel chooses the patch",
    )
}

fn clock(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else {
        return false;
    };
    hours.len() == 2
        && minutes.len() == 2
        && hours.parse::<u8>().is_ok_and(|h| h < 24)
        && minutes.parse::<u8>().is_ok_and(|m| m < 60)
        && text.chars().all(|c| c.is_ascii_digit() || c == ':')
}

fn time(text: &str) -> Result<(), String> {
    refuse(clock(text), "a time of day such as 02:00")
}

fn utc_offset(text: &str) -> Result<(), String> {
    refuse(text.strip_prefix(['+', '-']).is_some_and(clock), "an offset such as +00:00 or -05:30")
}

fn surge(text: &str) -> Result<(), String> {
    let number = text.strip_suffix('%').unwrap_or(text);
    let sound =
        digits(number) && number != "0" && (!text.ends_with('%') || number.parse::<u32>().is_ok_and(|n| n <= 100));
    refuse(sound, "a number of nodes such as 1, or a share such as 33%")
}

fn interval(text: &str) -> Result<(), String> {
    refuse(
        text.strip_suffix(['s', 'm', 'h']).is_some_and(|n| digits(n) && n != "0"),
        "a number and s, m or h, such as 2m",
    )
}

fn container_path(text: &str) -> Result<(), String> {
    let sound = (2..=255).contains(&text.len())
        && text.starts_with('/')
        && text[1..].split('/').all(|part| !matches!(part, "" | "." | ".."))
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    refuse(sound, "an absolute path such as /tmp, of letters, digits and . _ - /")
}

fn volume(text: &str) -> Result<(), String> {
    let parts = volume_parts(text);
    let [name, class, size, path] = parts.as_slice() else {
        return Err(
            "a volume is written `NAME: CLASS SIZE PATH`, such as `data: disk-private 10Gi /var/lib/data`".into()
        );
    };
    label(name).map_err(|why| format!("its name: {why}"))?;
    label(class).map_err(|why| format!("its class: {why}"))?;
    refuse(size.ends_with("Gi") || size.ends_with("Ti"), "its size is a number and Gi or Ti, such as 10Gi")?;
    memory(size)?;
    container_path(path).map_err(|why| format!("its place is {why}"))
}

/// Name, class, size and path of a volume.
pub(super) fn volume_parts(text: &str) -> Vec<&str> {
    let Some((name, rest)) = text.split_once(':') else { return Vec::new() };
    std::iter::once(name.trim()).chain(rest.split_whitespace()).collect()
}

fn health_path(text: &str) -> Result<(), String> {
    let sound = text.is_empty()
        || (text.starts_with('/')
            && text.len() <= 200
            && text.chars().all(|c| c.is_ascii_graphic() && !"\"'`\\$<>{}#".contains(c)));
    refuse(sound, "a path such as /healthz, or empty for a TCP probe")
}

fn flow(text: &str) -> Result<(), String> {
    super::flow::parse(text).map(drop)
}

fn text(text: &str) -> Result<(), String> {
    refuse(text.len() <= 4096, "it is longer than 4096 bytes")?;
    match text.chars().find(|&c| c.is_control() || invisible(c)) {
        Some(c) => Err(format!("it holds the invisible character U+{:04X}", u32::from(c))),
        None => Ok(()),
    }
}

fn file_text(text: &str) -> Result<(), String> {
    refuse(text.len() <= 32 << 10, "it is longer than 32 KiB")?;
    refuse(
        !text.contains("PRIVATE KEY-----"),
        "a private key is a secret: put it into the vault, and name it in secrets",
    )?;
    refuse(!text.is_empty(), "an empty file says nothing")?;
    match text.chars().find(|&c| !['\n', '\t'].contains(&c) && (c.is_control() || invisible(c))) {
        Some('\r') => Err("its lines end with CR LF; let them end with LF".into()),
        Some(c) => Err(format!("it holds the invisible character U+{:04X}", u32::from(c))),
        None => Ok(()),
    }
}

/// The name of a file in a ConfigMap, which is the name of the file in the container.
pub(super) fn file_name(text: &str) -> Result<(), String> {
    refuse(
        (1..=253).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
            && !text.starts_with(".."),
        "1 to 253 letters, digits and . _ -, not starting with two dots",
    )
    .and_then(|()| refuse(text != ".", "this is the folder itself"))
}

fn github_repository(text: &str) -> Result<(), String> {
    let part = |part: &str, more: &str| {
        (1..=100).contains(&part.len())
            && part.starts_with(|c: char| c.is_ascii_alphanumeric() || more.contains(c))
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || more.contains(c))
    };
    let sound = text.split_once('/').is_some_and(|(owner, name)| part(owner, "") && part(name, "._"));
    refuse(text.is_empty() || sound, "a repository on GitHub such as organisation/name, or empty")
}

fn folder(value: &str) -> Result<(), String> {
    text(value)?;
    let sound =
        !value.is_empty() && !value.contains(['\\', ':']) && value.split('/').all(|part| !matches!(part, "" | ".."));
    refuse(sound, "a folder relative to the profile file, such as generated")
}

impl AutoRange {
    /// The range, once it is known.
    pub fn net(&self) -> Option<ipnet::Ipv4Net> {
        self.0.parse().ok()
    }

    /// An allotted range.
    pub(super) fn of(net: ipnet::Ipv4Net) -> AutoRange {
        AutoRange(net.to_string())
    }
}
