//! What is embedded, parsed and cross-checked once.

pub mod control;
mod embed;
pub mod evidence;
pub mod operator;
pub mod path;
pub mod profile;
pub mod requirement;
pub mod template;
pub mod versions;

use std::collections::BTreeMap;

use crate::error::{Place, Problem, Problems, Result};
use control::Control;
use profile::Profile;
use template::Template;
use versions::Versions;

/// Everything that is embedded.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The controls, by id.
    pub controls: BTreeMap<String, Control>,
    /// The profiles, by name, the base included.
    pub profiles: BTreeMap<String, Profile>,
    /// The templates, by path.
    pub templates: Vec<Template>,
    /// What runs out.
    pub versions: Versions,
}

impl Catalog {
    /// Parses and cross-checks all that is embedded. A problem here is a defect of this program, and names the file.
    pub fn load() -> Result<Catalog> {
        let mut problems = Vec::new();
        let mut controls: BTreeMap<String, Control> = BTreeMap::new();
        for (file, text) in embed::controls() {
            match Control::parse(&file, text) {
                Ok(control) => {
                    if let Some(other) = controls.get(&control.id) {
                        let problem = Problem::new(format!(
                            "the control `{}` is there twice, in {} too",
                            control.id, other.layer
                        ));
                        problems.push(problem.at(Place::file(format!("controls/{file}"))));
                    }
                    controls.insert(control.id.clone(), control);
                }
                Err(problem) => problems.push(problem),
            }
        }
        let mut profiles = BTreeMap::new();
        for (file, text) in embed::profiles() {
            match Profile::parse(&file, text) {
                Ok(profile) => drop(profiles.insert(profile.name.clone(), profile)),
                Err(problem) => problems.push(problem),
            }
        }
        let mut versions = Versions::default();
        for (file, text) in embed::versions() {
            problems.extend(versions.add(&file, text).err());
        }
        let templates = embed::templates().into_iter().map(|(path, text)| Template { path, text }).collect();
        let catalog = Catalog { controls, profiles, templates, versions };
        catalog.cross_check(&mut problems);
        Problems::check(problems).map(|()| catalog)
    }

    /// Ids that lead nowhere: in profiles, and in the comments of templates.
    fn cross_check(&self, problems: &mut Vec<Problem>) {
        for profile in self.profiles.values() {
            let at = |problem: Problem| problem.at(Place::file(format!("profiles/{}.toml", profile.name)));
            for id in profile.head.controls.iter().filter(|id| !self.controls.contains_key(*id)) {
                problems.push(at(Problem::new(format!("selects the control `{id}`, which is not there"))));
            }
            if let Some(parent) = profile.head.extends.as_ref().filter(|p| !self.profiles.contains_key(*p)) {
                problems.push(at(Problem::new(format!("extends the profile `{parent}`, which is not there"))));
            }
        }
        for template in &self.templates {
            for (line, text) in template.text.lines().enumerate() {
                for id in signposts(text).into_iter().filter(|id| !self.controls.contains_key(*id)) {
                    let place = Place {
                        file: format!("templates/{}", template.path),
                        line: line + 1,
                        text: text.trim().into(),
                        ..Place::default()
                    };
                    problems.push(Problem::new(format!("names the control `{id}`, which is not there")).at(place));
                }
            }
        }
    }

    /// The values of one kind of version, by name, for templates.
    pub fn version_values(&self, kind: &str) -> BTreeMap<String, String> {
        self.versions.kind(kind).map(|(name, version)| (name.replace('-', "_"), version.value.clone())).collect()
    }
}

/// The ids in the `control("...")` calls of a template's line.
pub fn signposts(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((_, after)) = rest.split_once("control(") {
        let (inside, next) = after.split_once(')').unwrap_or((after, ""));
        // What follows says where: `control("id", at="nodes.pools.user")`.
        let inside = inside.split(" at=").next().unwrap_or(inside);
        found.extend(inside.split('"').skip(1).step_by(2));
        rest = next;
    }
    found
}
