//! `aks-harden schema`: the JSON Schema of the files that people write.

use crate::catalog::Catalog;
use crate::cli::args::{SchemaArgs, SchemaOf};
use crate::cli::exit::Exit;
use crate::cli::report::Screen;
use crate::error::Result;
use crate::plan::profile_schema;

pub(in crate::cli) fn run(args: &SchemaArgs, screen: &mut Screen) -> Result<Exit> {
    match args.of {
        SchemaOf::Profile => screen.json(&profile_schema::profile_file(&Catalog::load()?)),
        SchemaOf::Facts => screen.json(&profile_schema::facts_file()),
    }
    Ok(Exit::Done)
}
