//! The `aks-harden` program.
fn main() {}
