//! What is embedded, parsed and cross-checked once.

pub mod control;
pub mod evidence;
pub mod operator;
pub mod path;
pub mod requirement;
