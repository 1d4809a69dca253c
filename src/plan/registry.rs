//! Where images come from: what the registry caches, what is copied into it, and what an image is called afterwards.

use super::names::Names;
use super::settings::{Egress, Settings};

/// Registries that Azure caches without credentials (Azure Container Registry, artifact cache, upstream registries). Those
/// that want credentials are left out: a set of credentials reads them from a vault that lets Azure's services in, and the
/// vault here lets nobody in.
const CACHED: [&str; 6] = ["mcr.microsoft.com", "registry.k8s.io", "ghcr.io", "quay.io", "public.ecr.aws", "gcr.io"];

/// Microsoft's registry: AKS's own images, reachable wherever nodes come up at all.
const MICROSOFT: &str = "mcr.microsoft.com";

/// The rule that nodes without a way out start from; its name, source and target are fixed by AKS.
const MANAGED: Rule<'static> =
    Rule { source: "mcr.microsoft.com/*", target: "aks-managed-repository/*", name: "aks-managed-mcr" };

/// A rule of the registry's cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rule<'a> {
    source: &'a str,
    target: &'a str,
    name: &'a str,
}

/// A rule as templates see it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Cached {
    /// The name of the rule.
    pub(super) name: String,
    /// Where images come from.
    pub(super) source: String,
    /// What they are called here.
    pub(super) target: String,
}

/// An image that is copied into the registry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub(super) struct Copied {
    /// Where it comes from, by digest.
    pub(super) source: String,
    /// Its name and tag in the registry.
    pub(super) target: String,
    /// Its digest.
    pub(super) digest: String,
}

/// How the names of all rules begin, those of other plans too.
pub(super) const RULE_NAMES: [&str; 2] = [MANAGED.name, "cache-"];

/// The two sides of a rule.
fn rule(text: &str) -> Rule<'_> {
    let (source, target) = text.split_once("->").unwrap_or((text, ""));
    Rule { source: source.trim(), target: target.trim(), name: "" }
}

/// A text such as `registry.k8s.io/* -> registry-k8s-io/*`.
pub(super) fn cache_rule(text: &str) -> Result<(), String> {
    let shape = "a rule is written `registry.k8s.io/* -> registry-k8s-io/*`, or without the stars for one repository";
    let Rule { source, target, .. } = rule(text);
    let path = |path: &str| {
        let plain = path.strip_suffix("/*").unwrap_or(path);
        !plain.is_empty() && plain.split('/').all(part)
    };
    let sides = source
        .split_once('/')
        .is_some_and(|(host, rest)| host.contains('.') && part(host) && (rest == "*" || path(rest)) && path(target));
    if source.len() > 200 || target.len() > 200 {
        return Err("each side of a rule has at most 200 characters".into());
    }
    if !sides || source.ends_with("/*") != target.ends_with("/*") {
        return Err(shape.into());
    }
    Ok(())
}

/// A part of a repository's name, as registries take it.
fn part(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.starts_with(plain) && text.ends_with(plain) && text.chars().all(|c| plain(c) || "._-".contains(c))
}

/// Why Azure does not cache this source, if it does not.
pub(super) fn uncached(text: &str) -> Option<String> {
    let host = rule(text).source.split('/').next().unwrap_or_default();
    let reason = match host {
        host if CACHED.contains(&host) => return None,
        "docker.io" => "Azure caches Docker Hub with credentials only".to_string(),
        host => format!("Azure caches no registry {host} without credentials; it does {}", CACHED.join(", ")),
    };
    Some(reason)
}

/// Whether two rules claim the same names in the registry, or the second one AKS's own.
pub(super) fn clash(one: &str, other: &str) -> bool {
    let (one, other) = (rule(one).target, rule(other).target);
    match (one.strip_suffix('*'), other.strip_suffix('*')) {
        (Some(one), Some(other)) => one.starts_with(other) || other.starts_with(one),
        (None, None) => one == other,
        // One repository goes before a star, so they live beside each other.
        _ => false,
    }
}

/// The target that AKS keeps for itself.
pub(super) fn claims_the_managed(text: &str) -> bool {
    let target = rule(text).target;
    target.split('/').next() == MANAGED.target.split('/').next()
}

/// Whether nodes reach no registry on the internet.
pub(super) fn closed(settings: &Settings) -> bool {
    matches!(settings.network.egress, Egress::Firewall | Egress::None)
}

/// Every rule of the registry's cache.
pub(super) fn rules(settings: &Settings) -> Vec<Cached> {
    let managed = (settings.network.egress == Egress::None).then_some(MANAGED);
    let own = settings.registry.cache.iter().map(|text| rule(text.as_str()));
    let cached = |rule: Rule<'_>| Cached {
        name: if rule.name.is_empty() { rule_name(rule.target) } else { rule.name.into() },
        source: rule.source.into(),
        target: rule.target.into(),
    };
    let mut rules: Vec<Cached> = managed.into_iter().chain(own).map(cached).collect();
    rules.sort_by(|a, b| a.name.cmp(&b.name));
    rules
}

/// A name for a rule: 5 to 50 letters, digits and hyphens.
fn rule_name(target: &str) -> String {
    let plain: String =
        target.trim_end_matches("/*").chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let name = format!("cache-{plain}");
    if name.len() <= 50 { name } else { format!("{}-{}", &name[..43], super::names::short_hash(target)) }
}

/// An image in its parts: registry, repository, tag, digest.
struct Image<'a> {
    host: &'a str,
    path: String,
    tag: Option<&'a str>,
    digest: &'a str,
}

fn parse(image: &str) -> Image<'_> {
    let (name, digest) = image.split_once('@').unwrap_or((image, ""));
    let (host, rest) = match name.split_once('/') {
        Some((host, rest)) if host.contains(['.', ':']) => (host, rest),
        _ => ("docker.io", name),
    };
    let (path, tag) = match rest.rsplit_once(':') {
        Some((path, tag)) => (path, Some(tag)),
        None => (rest, None),
    };
    let path = if host == "docker.io" && !path.contains('/') { format!("library/{path}") } else { path.to_string() };
    Image { host, path, tag, digest }
}

/// Where an image is pulled from.
enum Origin {
    /// Its own registry.
    There,
    /// The private registry, by this name.
    Here(String),
    /// The private registry, once it has been copied there.
    Copied(Copied),
}

fn origin(settings: &Settings, own: &str, image: &str) -> Origin {
    let Image { host, path, tag, digest } = parse(image);
    let full = format!("{host}/{path}");
    let named = |repository: &str| {
        let tag = tag.map(|tag| format!(":{tag}")).unwrap_or_default();
        format!("{own}/{repository}{tag}@{digest}")
    };
    if host == own || !settings.registry.enabled {
        return Origin::There;
    }
    // One repository goes before a star.
    let mut rules: Vec<Rule<'_>> = settings.registry.cache.iter().map(|text| rule(text.as_str())).collect();
    rules.sort_by_key(|rule| rule.source.ends_with('*'));
    for rule in rules {
        let target = match (rule.source.strip_suffix('*'), rule.target.strip_suffix('*')) {
            (Some(source), Some(target)) => full.strip_prefix(source).map(|rest| format!("{target}{rest}")),
            _ => (rule.source == full).then(|| rule.target.to_string()),
        };
        if let Some(target) = target {
            return Origin::Here(named(&target));
        }
    }
    if host == MICROSOFT || !settings.registry.import {
        return Origin::There;
    }
    let target = format!("{full}:{}", tag.unwrap_or("pinned"));
    Origin::Copied(Copied { source: format!("{full}@{digest}"), target, digest: digest.into() })
}

/// The host of the tree's registry.
fn own(names: &Names) -> String {
    format!("{}.azurecr.io", names.registry)
}

/// What a pod pulls in place of this image.
pub(super) fn pulled(settings: &Settings, names: &Names, image: &str) -> String {
    let own = own(names);
    match origin(settings, &own, image) {
        Origin::There => image.to_string(),
        Origin::Here(name) => name,
        Origin::Copied(copied) => format!("{own}/{}@{}", copied.target, copied.digest),
    }
}

/// Those of these images that are copied into the registry, each once.
pub(super) fn copies<'a>(
    settings: &Settings,
    names: &Names,
    images: impl Iterator<Item = &'a str>,
) -> std::collections::BTreeSet<Copied> {
    let own = own(names);
    images
        .filter_map(|image| match origin(settings, &own, image) {
            Origin::Copied(copied) => Some(copied),
            _ => None,
        })
        .collect()
}

/// The registry that nodes would have to reach for this image, where they reach none on the internet.
pub(super) fn out_of_reach(settings: &Settings, image: &str) -> Option<String> {
    let own = own(&Names::new(settings));
    let host = parse(image).host;
    let there = matches!(origin(settings, &own, image), Origin::There);
    (closed(settings) && there && host != own && host != MICROSOFT).then(|| host.to_string())
}

/// A rule that would bring this image in, where Azure caches its registry.
pub(super) fn rule_for(image: &str) -> Option<String> {
    let host = parse(image).host;
    CACHED.contains(&host).then(|| format!("{host}/* -> {}/*", host.replace('.', "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGEST: &str = "sha256:3811787313eba226a2ef38658c6ccb91cd5e110edc89c37767de373120a0e5a0";

    #[test]
    fn an_image_has_the_parts_that_containerd_sees() {
        let of = |image: &str| {
            let whole = format!("{image}@{DIGEST}");
            let Image { host, path, tag, .. } = parse(&whole);
            (host.to_string(), path, tag.map(String::from))
        };
        assert_eq!(of("redis:8"), ("docker.io".into(), "library/redis".into(), Some("8".into())));
        assert_eq!(of("docker.io/cloudflare/cloudflared"), ("docker.io".into(), "cloudflare/cloudflared".into(), None));
        assert_eq!(of("localhost:5000/a/b:1"), ("localhost:5000".into(), "a/b".into(), Some("1".into())));
    }

    #[test]
    fn rules_are_told_from_what_only_looks_like_one() {
        for good in ["registry.k8s.io/* -> k8s/*", "quay.io/a/b -> quay/a/b", "ghcr.io/org/* -> ghcr/org/*"] {
            assert_eq!(cache_rule(good), Ok(()), "{good}");
        }
        for bad in [
            "registry.k8s.io/*",
            "registry.k8s.io/* -> k8s",
            "registry.k8s.io/a -> k8s/*",
            "library/redis -> redis",
            "quay.io/A -> a",
            "quay.io/*/b -> q/*",
            "quay.io/a -> ",
            "quay.io/a -> /a",
        ] {
            assert!(cache_rule(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_of_rules_are_what_azure_takes() {
        for target in ["k8s/*", "a/b/c", &"long/".repeat(20)] {
            let name = rule_name(target);
            assert!((5..=50).contains(&name.len()), "{name}");
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{name}");
        }
    }
}
