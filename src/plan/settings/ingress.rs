//! What comes in from the network by name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::kind::{HostPattern, Label, OptionalAddress};

tables! {
    /// The gateway: what comes in from the network by name, over TLS.
    Ingress {
        /// Whether there is one: the Gateway API that AKS manages, with an internal load balancer.
        gateway: bool,
        /// The fixed address of its load balancer; empty for one that Azure picks.
        address: OptionalAddress,
        /// The certificates (PEM) in the vault that it answers with, each with the names that it holds for.
        certificates: BTreeMap<Label, Vec<HostPattern>>,
    }
}
