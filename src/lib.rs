//! Renders everything that a hardened private AKS cluster needs from a short TOML profile file.
//!
//! The pipeline, one module each: `catalog` (what is embedded), `plan` (layers to a total decision), `render`
//! (templates to a [`tree`]), `evidence` (does a control hold?), `diff` (what changed?), `disk` (the only file system
//! access), `cli` (the only printing).

pub mod catalog;
pub mod error;
pub mod tree;
