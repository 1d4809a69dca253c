//! Whose keys encrypt what the cluster stores.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::KeyOwner;

tables! {
    /// Whose keys encrypt what the cluster stores.
    Encryption {
        /// Whose key encrypts the disks of nodes and volumes.
        disks: KeyOwner,
        /// Whether your own keys live in hardware, in a vault of the premium tier.
        hardware: bool,
        /// How long a version of your own keys is used before the vault makes the next, in days.
        #[schemars(range(min = 28, max = 1095))]
        rotation_days: u16,
    }
}
