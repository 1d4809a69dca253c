//! The text of a flow.

use ipnet::Ipv4Net;

use super::super::kind;
use super::{Flow, Http, Protocol, Target};

const SHAPE: &str = "a flow is written `frontend -> message, user`, or `message <- frontend`";
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// The flows of one text; the error completes "... is not valid: ".
pub fn parse(text: &str) -> Result<Vec<Flow>, String> {
    let forward = text.split_once("->");
    let (left, right) = forward.or_else(|| text.split_once("<-")).ok_or_else(|| SHAPE.to_string())?;
    if [left, right].iter().any(|side| side.contains("->") || side.contains("<-")) {
        return Err(format!("it has more than one arrow; {SHAPE}"));
    }
    let mut found = Vec::new();
    if forward.is_some() {
        let from = source(left)?;
        for part in right.split(',') {
            found.push(Flow { from: from.clone(), to: target(part)? });
        }
    } else {
        let to = target(left)?;
        for part in right.split(',') {
            found.push(Flow { from: source(part)?, to: to.clone() });
        }
    }
    Ok(found)
}

fn source(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.starts_with("fqdn:") || text.starts_with("cidr:") {
        return Err(format!("{text} is outside, and nothing comes in from there but by `tunnel` and `vnet`"));
    }
    if text.contains(':') {
        return Err(format!("`{text}` has a port, which belongs to the target: a caller's own port is never known"));
    }
    if text.contains(',') {
        return Err(format!("a flow begins at one source, not at `{text}`: write `TARGET <- {text}`"));
    }
    named(text)
}

fn named(text: &str) -> Result<String, String> {
    match kind::check("dns-label", text) {
        Ok(()) => Ok(text.to_string()),
        Err(_) if text.is_empty() => Err(format!("one of its ends has no name; {SHAPE}")),
        Err(_) => Err(format!("`{text}` is no name of a workload; {SHAPE}")),
    }
}

fn port(text: &str) -> Result<u16, String> {
    let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) && !text.starts_with('0');
    text.parse::<u16>()
        .ok()
        .filter(|_| plain)
        .ok_or_else(|| format!("a port is a number from 1 to 65535, not `{text}`"))
}

fn target(text: &str) -> Result<Target, String> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("fqdn:") {
        let (host, at) = rest
            .rsplit_once(':')
            .ok_or_else(|| format!("a name outside is written with its port, `fqdn:{rest}:443`"))?;
        return Ok(Target::Name { host: host_name(host)?, port: port(at)? });
    }
    if let Some(rest) = text.strip_prefix("cidr:") {
        let (net, at) = rest
            .rsplit_once(':')
            .ok_or_else(|| format!("a range outside is written with its port, `cidr:{rest}:443`"))?;
        kind::check("cidr", net).map_err(|why| format!("`{net}`: {why}"))?;
        let net: Ipv4Net = net.parse().map_err(|_| format!("`{net}` is no range"))?;
        let (at, protocol) = match at.split_once('/') {
            None | Some((_, "tcp")) => (at.trim_end_matches("/tcp"), Protocol::Tcp),
            Some((at, "udp")) => (at, Protocol::Udp),
            Some((_, other)) => return Err(format!("a port is followed by /tcp or /udp, not by /{other}")),
        };
        return Ok(Target::Range { net, port: port(at)?, protocol });
    }
    let (head, request) = match text.split_once(char::is_whitespace) {
        None => (text, None),
        Some((head, rest)) => {
            let head = head
                .strip_suffix(':')
                .ok_or_else(|| format!("`{text}` is no target: requests follow a colon, `message: GET /api/*`"))?;
            (head, Some(http(rest.trim())?))
        }
    };
    let (name, at) = match head.split_once(':') {
        None => (head, None),
        Some((name, at)) => (name, Some(port(at)?)),
    };
    Ok(Target::Workload { name: named(name)?, port: at, http: request })
}

fn host_name(text: &str) -> Result<String, String> {
    let bare = text.strip_prefix("*.").unwrap_or(text);
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let letters = bare.rsplit('.').next().is_some_and(|last| last.chars().any(|c| c.is_ascii_lowercase()));
    if text.len() <= 253 && bare.contains('.') && bare.split('.').all(label) && letters {
        Ok(text.to_string())
    } else {
        Err(format!(
            "`{text}` is no name such as login.microsoftonline.com: whole, in lower case, with `*.` at most in front"
        ))
    }
}

fn http(text: &str) -> Result<Http, String> {
    let (method, path) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if !METHODS.contains(&method) {
        return Err(format!("`{method}` is no method; they are {}", METHODS.join(", ")));
    }
    let path = path.trim();
    let sound = path.starts_with('/')
        && path.len() <= 200
        && path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-~*%+:@=".contains(c))
        && !path.split('/').any(|part| matches!(part, "." | ".."));
    if sound {
        Ok(Http { method: method.to_string(), path: path.to_string() })
    } else {
        Err(format!(
            "`{path}` is no path such as /api/*: letters, digits and / . _ - ~ % + : @ =, and `*` for anything"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        match parse(text) {
            Ok(flows) => flows.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            Err(why) => format!("error: {why}"),
        }
    }

    #[test]
    fn every_form_is_read() {
        for (text, flows) in [
            ("frontend -> message, user", "frontend -> message; frontend -> user"),
            ("frontend->message", "frontend -> message"),
            ("message <- frontend, tunnel", "frontend -> message; tunnel -> message"),
            ("frontend -> message:9090", "frontend -> message:9090"),
            ("message:9090 <- frontend", "frontend -> message:9090"),
            ("frontend -> message: GET /api/*, user", "frontend -> message: GET /api/*; frontend -> user"),
            ("frontend -> message:9090:  POST  /a", "frontend -> message:9090: POST /a"),
            ("a -> fqdn:*.blob.core.windows.net:443", "a -> fqdn:*.blob.core.windows.net:443"),
            ("fqdn:login.microsoftonline.com:443 <- a", "a -> fqdn:login.microsoftonline.com:443"),
            ("a -> cidr:192.0.2.0/24:5432", "a -> cidr:192.0.2.0/24:5432"),
            ("a -> cidr:192.0.2.0/24:123/udp", "a -> cidr:192.0.2.0/24:123/udp"),
            ("a -> cidr:192.0.2.0/24:53/tcp", "a -> cidr:192.0.2.0/24:53"),
        ] {
            assert_eq!(said(text), flows, "{text}");
        }
    }

    #[test]
    fn what_is_no_flow_is_refused_in_its_own_words() {
        for (text, why) in [
            ("frontend", "a flow is written"),
            ("a -> b -> c", "more than one arrow"),
            ("a <- b -> c", "more than one arrow"),
            ("a, c -> b", "begins at one source"),
            ("a:80 -> b", "belongs to the target"),
            ("cidr:192.0.2.0/24:1 -> b", "nothing comes in from there"),
            ("a -> ", "has no name"),
            ("a -> B", "no name of a workload"),
            ("a -> b:0", "from 1 to 65535"),
            ("a -> b:65536", "from 1 to 65535"),
            ("a -> b:+80", "from 1 to 65535"),
            ("a -> b:http", "from 1 to 65535"),
            ("a -> b:1:2", "from 1 to 65535"),
            ("a -> b GET /x", "follow a colon"),
            ("a -> b: get /x", "no method"),
            ("a -> b: GET x", "no path"),
            ("a -> b: GET /a/../b", "no path"),
            ("a -> b: GET /x y", "no path"),
            ("a -> fqdn:login.microsoftonline.com", "with its port"),
            ("a -> fqdn:*:443", "no name such as"),
            ("a -> fqdn:a.*.com:443", "no name such as"),
            ("a -> fqdn:localhost:443", "no name such as"),
            ("a -> fqdn:192.0.2.1:443", "no name such as"),
            ("a -> fqdn:Login.microsoftonline.com:443", "no name such as"),
            ("a -> cidr:192.0.2.0/24", "with its port"),
            ("a -> cidr:192.0.2.1/24:443", "host bits"),
            ("a -> cidr:192.0.2.0:443", "IPv4 range"),
            ("a -> cidr:192.0.2.0/24:443/sctp", "/tcp or /udp"),
        ] {
            let error = said(text);
            assert!(error.starts_with("error: ") && error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn a_path_is_a_whole_expression() {
        let pattern = |path: &str| Http { method: "GET".into(), path: path.into() }.pattern();
        assert_eq!(pattern("/api/*"), "/api/.*");
        assert_eq!(pattern("/a.b+c"), "/a\\.b\\+c(\\?.*)?");
        assert_eq!(pattern("/*/x"), "/.*/x(\\?.*)?");
    }
}
