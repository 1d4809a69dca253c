//! What is written, and where.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::kind::Folder;

tables! {
    /// Workflows for a repository.
    Ci {
        /// Whether there is one for GitHub Actions.
        github: bool,
    }
    /// Where files go.
    Output {
        /// The folder of the rendered tree, relative to the profile file.
        dir: Folder,
    }
}
