//! From the arguments to everything that render, diff and check start from.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

use super::args::{Output, Source};
use super::exit::Exit;
use super::report::Screen;
use crate::catalog::Catalog;
use crate::diff::{Lock, Stamp};
use crate::disk;
use crate::disk::{OnDisk, OutputFolder};
use crate::error::{Place, Problem, Problems, Result};
use crate::plan::environments;
use crate::plan::facts::Facts;
use crate::plan::{self, Plan};
use crate::tree::Tree;

/// A profile file, resolved: one plan, or one for each environment that was asked for.
pub(super) struct Resolved {
    pub(super) catalog: Rc<Catalog>,
    pub(super) plans: Vec<Plan>,
}

/// A rendering, and the folder that it is for.
pub(super) struct Rendering {
    pub(super) catalog: Rc<Catalog>,
    pub(super) plan: Plan,
    pub(super) tree: Tree,
    pub(super) folder: OutputFolder,
    pub(super) on_disk: OnDisk,
}

/// Reads the profile file and its facts, and resolves them.
pub(super) fn resolve(source: &Source) -> Result<Resolved> {
    let catalog = Rc::new(Catalog::load()?);
    let input = text(source)?;
    let names = environments::names(&input.file, &input.text)?;
    let mut slips = Vec::new();
    let mut read = |environment| {
        facts(source, environment).unwrap_or_else(|problems| {
            slips.extend(problems.0);
            Facts::default()
        })
    };
    let plans = if names.is_empty() && source.environments.is_empty() {
        let input = plan::Input { facts: read(None), ..input };
        plan::resolve(&catalog, &input).map(|plan| vec![plan])
    } else {
        // What is no name is no part of a file name either; resolving says so.
        let wanted = |name: &&String| {
            environments::is_name(name) && (source.environments.is_empty() || source.environments.contains(name))
        };
        let facts = names.iter().filter(wanted).map(|name| (name.clone(), read(Some(name)))).collect();
        environments::resolve(&catalog, &input, &source.environments, &facts)
    };
    match plans {
        Ok(plans) => Problems::check(slips).map(|()| Resolved { catalog, plans }),
        Err(mut problems) => {
            problems.0.extend(slips);
            Err(problems)
        }
    }
}

/// Reads the profile file and the facts of one environment, or of a file that has none.
pub(super) fn input(source: &Source, environment: Option<&str>) -> Result<plan::Input> {
    Ok(plan::Input { facts: facts(source, environment)?, ..text(source)? })
}

fn text(source: &Source) -> Result<plan::Input> {
    let file = &source.profile_file;
    let Some(text) = disk::read_optional_text(file)? else {
        let problem = Problem::new("there is no such file").at(Place::file(file.display().to_string()));
        return Err(problem.help("name the profile file, or let `aks-harden init` write one").into());
    };
    Ok(plan::Input { file: file.display().to_string(), text, sets: source.sets.clone(), facts: Facts::default() })
}

fn facts(source: &Source, environment: Option<&str>) -> Result<Facts> {
    let file = &source.profile_file;
    let path = file.with_file_name(plan::view::facts_file(&name(file), environment));
    match disk::read_optional_text(&path)? {
        Some(text) => Facts::parse(&path.display().to_string(), &text),
        None => Ok(Facts::default()),
    }
}

/// Renders everything, and reads the output folders. Nothing is written before all of it is there.
pub(super) fn render(source: &Source, output: &Output) -> Result<Vec<Rendering>> {
    let Resolved { catalog, plans } = resolve(source)?;
    let mut renderings = Vec::new();
    let mut problems = Vec::new();
    for plan in plans {
        match one(source, output, &catalog, plan) {
            Ok(rendering) => renderings.push(rendering),
            Err(found) => problems.extend(found.0),
        }
    }
    Problems::check(problems).map(|()| renderings)
}

fn one(source: &Source, output: &Output, catalog: &Rc<Catalog>, plan: Plan) -> Result<Rendering> {
    let environment = plan.environment.clone();
    let all = || {
        let tree = crate::generate(catalog, &plan)?;
        let folder = OutputFolder::open(&output_path(source, output, &plan))?;
        let on_disk = folder.read(&tree)?;
        Ok(Rendering { catalog: Rc::clone(catalog), plan, tree, folder, on_disk })
    };
    all().map_err(|problems| in_environment(environment.as_deref(), problems))
}

/// Says which environment problems are about.
pub(super) fn in_environment(environment: Option<&str>, mut problems: Problems) -> Problems {
    if let Some(name) = environment {
        for problem in &mut problems.0 {
            problem.what = format!("environment {name}: {}", problem.what);
        }
    }
    problems
}

/// What one tree came to, for JSON.
pub(super) struct Part {
    pub(super) environment: Option<String>,
    pub(super) exit: Exit,
    pub(super) json: Json,
}

impl Part {
    /// The JSON of a large tree takes as long as the tree: it is made for whoever asked for it.
    pub(super) fn new(rendering: &Rendering, exit: Exit, screen: &Screen, json: impl FnOnce() -> Json) -> Part {
        let json = if screen.is_json() { json() } else { Json::Null };
        Part { environment: rendering.plan.environment.clone(), exit, json }
    }
}

/// All parts as one value: the one part of a file without environments, else a list of them.
pub(super) fn whole(parts: Vec<Part>) -> Json {
    let exit = parts.iter().map(|part| part.exit).max().unwrap_or(Exit::Done);
    let named = parts.iter().any(|part| part.environment.is_some());
    let mut values: Vec<Json> = parts
        .into_iter()
        .map(|mut part| {
            if let (Some(name), Some(object)) = (part.environment, part.json.as_object_mut()) {
                object.insert("environment".into(), name.into());
            }
            part.json
        })
        .collect();
    if named {
        return json!({ "format_version": 1, "exit": exit.code(), "environments": values });
    }
    values.pop().unwrap_or_default()
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
        Some(path) => plan.environment.as_ref().map_or_else(|| path.clone(), |name| path.join(name)),
        None => source.profile_file.parent().unwrap_or(Path::new("")).join(plan.output_dir()),
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
