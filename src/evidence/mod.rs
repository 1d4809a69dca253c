//! Does a control hold? One evaluator over a list of resources, wherever that list comes from.
//!
//! The readers ([`kubernetes`], [`azure`]) turn rendered YAML, what the az scripts leave behind and what the Bicep
//! describes into [`Resource`]s in Azure's or Kubernetes' own shape. [`evaluate`] runs one evidence over them,
//! [`parity`] compares the two Azure lists on exactly what evidence reads.

pub mod access;
pub mod azure;
mod defaults;
mod direction;
mod evaluate;
pub mod kubernetes;
mod outcome;
mod parity;
pub mod reachability;
mod resource;
mod walk;

pub use direction::{Move, moves};
pub use evaluate::{evaluate, evaluate_but, holds, holds_but};
pub use outcome::{Outcome, Proof, Reading};
pub use parity::{Difference, parity};
pub use resource::Resource;
