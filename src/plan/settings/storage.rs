//! Classes of volumes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Binding, DiskExport, Reclaim, VolumeKind, VolumeSku};
use super::super::kind::Label;

macro_rules! classes {
    ($($(#[$doc:meta])* $field:ident: $kind:ty,)*) => {
        /// What a class of volumes is where it does not say otherwise, and the classes.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct Storage {
            $($(#[$doc])* pub $field: $kind,)*
            /// The classes, by name.
            pub classes: BTreeMap<Label, StorageClass>,
        }

        /// A class of volumes.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(inline)]
        pub struct StorageClass {
            $($(#[$doc])* pub $field: $kind,)*
        }
    };
}

classes! {
    /// What its volumes are made of.
    kind: VolumeKind,
    /// Whether a claim that names no class gets this one.
    default: bool,
    /// The kind of disk or file share, and over how many zones it is spread.
    sku: VolumeSku,
    /// Whether a volume's disk can be downloaded through a link.
    disk_export: DiskExport,
    /// What happens to the volume when its claim goes.
    reclaim: Reclaim,
    /// When a volume is made.
    binding: Binding,
    /// Whether a volume can grow.
    expansion: bool,
}
