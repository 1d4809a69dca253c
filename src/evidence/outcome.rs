//! What an evaluation found: every value that was read, and whether it is what was demanded.

use std::fmt;

use serde_json::Value;

use crate::catalog::evidence::Condition;

/// One value that an evidence read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The id of the resource.
    pub resource: String,
    /// Where in it, as a person would write it.
    pub path: String,
    /// The same place as a JSON pointer into the resource's body.
    pub pointer: String,
    /// What stands there.
    pub found: Option<Value>,
    /// Whether that is what was demanded.
    pub holds: bool,
    /// How strong it is, where there are degrees: greater is stronger.
    pub strength: Option<f64>,
    /// What was demanded.
    pub demand: Condition,
    /// Whether it only decided that the resource is one of those that the evidence is about.
    pub selects: bool,
}

/// How the readings bear on each other.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// One value.
    Value(Box<Reading>),
    /// All of these must hold.
    All(Vec<Proof>),
    /// At least so many of these must hold; `what` says of what.
    AtLeast {
        /// How many.
        count: usize,
        /// Of what, for the report.
        what: String,
        /// Those that were found.
        found: Vec<Proof>,
    },
    /// A resource that may not be there.
    Unwanted(String),
}

impl Proof {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        match self {
            Proof::Value(reading) => reading.holds,
            Proof::All(proofs) => proofs.iter().all(Proof::holds),
            Proof::AtLeast { count, found, .. } => found.iter().filter(|proof| proof.holds()).count() >= *count,
            Proof::Unwanted(_) => false,
        }
    }

    /// Every value that was read, in order.
    pub fn readings(&self) -> Vec<&Reading> {
        match self {
            Proof::Value(reading) => vec![reading],
            Proof::All(proofs) | Proof::AtLeast { found: proofs, .. } => {
                proofs.iter().flat_map(Proof::readings).collect()
            }
            Proof::Unwanted(_) => Vec::new(),
        }
    }

    fn failures(&self, found: &mut Vec<String>) {
        if self.holds() {
            return;
        }
        match self {
            Proof::Value(reading) => found.push(reading.to_string()),
            Proof::All(proofs) => proofs.iter().for_each(|proof| proof.failures(found)),
            Proof::AtLeast { count, what, found: some } => {
                let good = some.iter().filter(|proof| proof.holds()).count();
                found.push(format!("{what}: {good} of at least {count}"));
                some.iter().for_each(|proof| proof.failures(found));
            }
            Proof::Unwanted(id) => found.push(format!("{id} is there")),
        }
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_absent = if self.demand.or_absent { " or be absent" } else { "" };
        write!(f, "{} {} {}{or_absent}, and ", self.resource, self.path, self.demand.operator)?;
        match &self.found {
            Some(found) => write!(f, "is {found}"),
            None => write!(f, "is not there"),
        }
    }
}

/// What came of one evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What was read.
    pub proof: Proof,
}

impl Outcome {
    /// Whether the evidence holds.
    pub fn holds(&self) -> bool {
        self.proof.holds()
    }

    /// The weakest of the values that have a strength.
    pub fn strength(&self) -> Option<f64> {
        self.proof
            .readings()
            .into_iter()
            .filter(|reading| !reading.selects)
            .filter_map(|reading| reading.strength)
            .reduce(f64::min)
    }

    /// Why it does not hold, one sentence each; empty when it does.
    pub fn failures(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.proof.failures(&mut found);
        found
    }
}
