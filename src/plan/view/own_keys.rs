//! Keys of the user's own: what each encrypts, and what it is.

use serde_json::{Value as Json, json};

use super::super::settings::{KeyOwner, Settings};

/// The key that encrypts disks.
pub(super) const DISKS: &str = "disks";

/// Whether disks are encrypted with a key of the user's own.
pub(super) fn of_disks(settings: &Settings) -> bool {
    settings.encryption.disks == KeyOwner::Customer
}

/// Whether etcd is encrypted with a key of the user's own.
pub(super) fn of_etcd(settings: &Settings) -> bool {
    settings.encryption.etcd == KeyOwner::Customer
}

/// Whether there is any key of the user's own, and so a vault for them.
pub(super) fn any(settings: &Settings) -> bool {
    of_disks(settings) || of_etcd(settings)
}

pub(super) fn own_keys(settings: &Settings) -> Json {
    json!({
        "any": any(settings),
        "disks": of_disks(settings),
        "etcd": of_etcd(settings),
        "sku": if settings.encryption.hardware { "premium" } else { "standard" },
        "kind": if settings.encryption.hardware { "RSA-HSM" } else { "RSA" },
        "rotation": format!("P{}D", settings.encryption.rotation_days),
    })
}
