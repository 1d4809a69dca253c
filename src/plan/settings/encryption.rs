//! Whose keys encrypt what the cluster stores.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::KeyOwner;

tables! {
    /// Whose keys encrypt what the cluster stores.
    Encryption {
        /// Whose key encrypts the disks of nodes and volumes.
        disks: KeyOwner,
        /// Whose key encrypts Secrets in etcd.
        etcd: KeyOwner,
        /// Whether your own keys live in hardware, in a vault of the premium tier.
        hardware: bool,
        /// How long a version of your own key for disks is used before the vault makes the next, in days; that of etcd is renewed by hand.
        #[schemars(range(min = 28, max = 1095))]
        rotation_days: u16,
    }
}
