//! From the arguments to everything that render, diff and check start from.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::args::{Output, Source};
use crate::catalog::Catalog;
use crate::diff::{Lock, Stamp};
use crate::disk;
use crate::disk::{OnDisk, OutputFolder};
use crate::error::{Place, Problem, Result};
use crate::plan::facts::Facts;
use crate::plan::{self, Plan};
use crate::tree::Tree;

/// A profile file, resolved.
pub(super) struct Resolved {
    pub(super) catalog: Catalog,
    pub(super) plan: Plan,
}

/// A rendering, and the folder that it is for.
pub(super) struct Rendering {
    pub(super) catalog: Catalog,
    pub(super) plan: Plan,
    pub(super) tree: Tree,
    pub(super) folder: OutputFolder,
    pub(super) on_disk: OnDisk,
}

/// Reads the profile file and its facts, and resolves them.
pub(super) fn resolve(source: &Source) -> Result<Resolved> {
    let input = input(source)?;
    let catalog = Catalog::load()?;
    let plan = plan::resolve(&catalog, &input)?;
    Ok(Resolved { catalog, plan })
}

/// Reads the profile file and its facts.
pub(super) fn input(source: &Source) -> Result<plan::Input> {
    let file = &source.profile_file;
    let Some(text) = disk::read_optional_text(file)? else {
        let problem = Problem::new("there is no such file").at(Place::file(file.display().to_string()));
        return Err(problem.help("name the profile file, or let `aks-harden init` write one").into());
    };
    let facts_path = file.with_file_name(plan::view::facts_file(&name(file)));
    let facts = match disk::read_optional_text(&facts_path)? {
        Some(text) => Facts::parse(&facts_path.display().to_string(), &text)?,
        None => Facts::default(),
    };
    Ok(plan::Input { file: file.display().to_string(), text, sets: source.sets.clone(), facts })
}

/// Renders, and reads the output folder.
pub(super) fn render(source: &Source, output: &Output) -> Result<Rendering> {
    let Resolved { catalog, plan } = resolve(source)?;
    let tree = crate::generate(&catalog, &plan)?;
    let folder = OutputFolder::open(&output_path(source, output, &plan))?;
    let on_disk = folder.read(&tree)?;
    Ok(Rendering { catalog, plan, tree, folder, on_disk })
}

impl Rendering {
    /// The lock of this rendering.
    pub(super) fn lock(&self) -> Lock {
        let mut hash = Sha256::new();
        for template in &self.catalog.templates {
            for part in [template.path.as_str(), template.text] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        let templates = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let stamp = Stamp {
            generator: env!("CARGO_PKG_VERSION").into(),
            templates: format!("sha256:{templates}"),
            profile: self.plan.profile_file.clone(),
            controls: self.plan.controls.keys().cloned().collect(),
        };
        Lock::of(&self.tree, stamp)
    }
}

/// `--out`, or what the profile file says, beside it.
fn output_path(source: &Source, output: &Output, plan: &Plan) -> PathBuf {
    match &output.out {
        Some(path) => path.clone(),
        None => source.profile_file.parent().unwrap_or(Path::new("")).join(plan.settings.output.dir.as_str()),
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
