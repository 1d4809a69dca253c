//! Keys of the user's own: what each encrypts, and what it is.

use serde_json::{Value as Json, json};

use super::super::settings::{KeyOwner, Settings};

/// The key that encrypts disks.
pub(super) const DISKS: &str = "disks";

/// Whether disks are encrypted with a key of the user's own.
pub(super) fn of_disks(settings: &Settings) -> bool {
    settings.encryption.disks == KeyOwner::Customer
}

pub(super) fn own_keys(settings: &Settings) -> Json {
    let disks = of_disks(settings);
    let keys: Vec<Json> =
        disks.then(|| json!({ "name": DISKS, "operations": ["unwrapKey", "wrapKey"] })).into_iter().collect();
    json!({
        "any": !keys.is_empty(),
        "disks": disks,
        "keys": keys,
        "sku": if settings.encryption.hardware { "premium" } else { "standard" },
        "kind": if settings.encryption.hardware { "RSA-HSM" } else { "RSA" },
        "rotation": format!("P{}D", settings.encryption.rotation_days),
    })
}
