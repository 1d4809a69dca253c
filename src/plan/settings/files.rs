//! What is written, and where.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::kind::{Folder, GithubRepository, Label};

tables! {
    /// Workflows for a repository.
    Ci {
        /// Whether there are some for GitHub Actions.
        github: bool,
        /// The repository on GitHub whose workflows deploy, as `organisation/name`; empty where only people do.
        repository: GithubRepository,
        /// The environment of that repository whose jobs may look at Azure.
        plan_environment: Label,
        /// The environment of that repository whose jobs may change Azure.
        apply_environment: Label,
    }
    /// Where files go.
    Output {
        /// The folder of the rendered tree, relative to the profile file.
        dir: Folder,
    }
}
