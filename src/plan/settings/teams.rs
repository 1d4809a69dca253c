//! Who works in which namespaces.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{TeamRole, TeamVia};
use super::super::kind::{Guid, Label};

tables! {
    /// People who work in some namespaces.
    Team {
        /// The object id of their Entra ID group.
        group: Guid,
        /// The namespaces, of `kubernetes.namespaces`.
        namespaces: Vec<Label>,
        /// What they may do there.
        role: TeamRole,
        /// Where that is given to them.
        via: TeamVia,
    }
}
