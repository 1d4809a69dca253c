//! Flows: who may talk to whom, and by what. The grammar, and the flows of a plan with their ends found.
//!
//! A flow goes from a source to one or more targets, `frontend -> message, user`, or is written the other way round,
//! `message <- frontend, tunnel`. A target is
//!
//! - a workload, `message`, where it listens on several ports with the port, `message:9090`, and where only certain requests
//!   may pass with a method and a path, `message: GET /api/*`; a `*` in a path stands for anything;
//! - a name outside, `fqdn:login.microsoftonline.com:443`, where `*.` may stand for one label in front;
//! - a range of addresses outside, `cidr:RANGE:5432`, or with `/udp` at its end.

pub(in crate::plan) mod outside;
mod parse;
mod resolved;

pub(in crate::plan) use outside::node_ranges;
pub use outside::{External, external};
pub use parse::parse;
pub(in crate::plan) use resolved::reached_from;
pub use resolved::{Flows, Peer, Port, Reached};

use std::fmt;

use ipnet::Ipv4Net;
use serde::Serialize;

/// Sources of a flow that are no workload.
pub(in crate::plan) const TUNNEL: &str = "tunnel";
pub(in crate::plan) const VNET: &str = "vnet";
pub(in crate::plan) const GATEWAY: &str = "gateway";

/// One flow from one source to one target.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flow {
    /// A workload, or one of the sources that are none.
    pub from: String,
    /// What it may reach.
    pub to: Target,
}

/// What a flow ends at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A workload.
    Workload {
        /// Its name.
        name: String,
        /// The port, where the flow says one.
        port: Option<u16>,
        /// The requests that may pass; all where there is nothing.
        http: Option<Http>,
    },
    /// A name outside.
    Name {
        /// The name; `*.` in front stands for one label.
        host: String,
        /// The port, by TCP.
        port: u16,
    },
    /// A range of addresses outside.
    Range {
        /// The range.
        net: Ipv4Net,
        /// The port.
        port: u16,
        /// How.
        protocol: Protocol,
    },
}

/// What a flow is carried by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Protocol {
    /// TCP.
    #[serde(rename = "TCP")]
    Tcp,
    /// UDP.
    #[serde(rename = "UDP")]
    Udp,
}

/// Requests of one method to the paths of one pattern.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Http {
    /// The method.
    pub method: String,
    /// The path; `*` stands for anything.
    pub path: String,
}

impl Http {
    /// The path as the whole-text regular expression that Cilium takes. What it is compared with ends with the query, so a
    /// path that ends without `*` lets any query pass.
    pub fn pattern(&self) -> String {
        let mut out = String::new();
        for c in self.path.chars() {
            match c {
                '*' => out.push_str(".*"),
                c if c.is_ascii_alphanumeric() || "/_-~%:@=".contains(c) => out.push(c),
                c => {
                    out.push('\\');
                    out.push(c);
                }
            }
        }
        if !self.path.ends_with('*') {
            out.push_str("(\\?.*)?");
        }
        out
    }
}

impl fmt::Display for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Workload { name, port, http } => {
                f.write_str(name)?;
                if let Some(port) = port {
                    write!(f, ":{port}")?;
                }
                http.iter().try_for_each(|http| write!(f, ": {http}"))
            }
            Target::Name { host, port } => write!(f, "fqdn:{host}:{port}"),
            Target::Range { net, port, protocol: Protocol::Tcp } => write!(f, "cidr:{net}:{port}"),
            Target::Range { net, port, protocol: Protocol::Udp } => write!(f, "cidr:{net}:{port}/udp"),
        }
    }
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {}", self.from, self.to)
    }
}
