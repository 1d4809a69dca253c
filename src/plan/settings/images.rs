//! Where images come from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::choice::{Admit, ImageLanguage};
use super::super::kind::RegistryPath;

tables! {
    /// Which images run, and what they are made with.
    Images {
        /// Which images may run in the namespaces of the tree.
        admit: Admit,
        /// Registries, or parts of them, that images may come from beside the tree's own: `registry.k8s.io`, `docker.io/library`.
        registries: Vec<RegistryPath>,
        /// The languages that there is a Dockerfile for.
        languages: Vec<ImageLanguage>,
    }
}
