//! The examples, as tests see them: planned, rendered, and with what each Azure path leaves.

use std::path::{Path, PathBuf};

use aks_harden::catalog::Catalog;
use aks_harden::catalog::control::Control;
use aks_harden::catalog::evidence::World;
use aks_harden::evidence::{Resource, azure, kubernetes};
use aks_harden::plan::facts::Facts;
use aks_harden::plan::{ControlState, Input, Plan, environments};
use aks_harden::tree::Tree;
use serde_json::Value;

/// One folder of `examples/`, or one environment of it.
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    resources: PathBuf,
    pub(crate) plan: Plan,
    pub(crate) tree: Tree,
}

/// Where a list of resources comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Azcli,
    Bicep,
    Kubernetes,
}

impl Target {
    pub(crate) const ALL: [Target; 3] = [Target::Azcli, Target::Bicep, Target::Kubernetes];

    pub(crate) fn world(self) -> World {
        if self == Target::Kubernetes { World::Kubernetes } else { World::Azure }
    }
}

/// All examples, and what no example can be: trees that are joined to what somebody else has made.
pub(crate) fn all(catalog: &Catalog) -> Vec<Example> {
    let below = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        std::fs::read_dir(folder).expect("examples").map(|e| e.expect("entry").path()).collect::<Vec<_>>()
    };
    let mut folders = ["examples", "tests/joined"].map(below).concat();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders.iter().flat_map(|folder| Example::load(catalog, folder)).collect()
}

impl Example {
    fn load(catalog: &Catalog, folder: &Path) -> Vec<Example> {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
        let facts = |name: &str| {
            let facts = read(name).map(|text| Facts::parse(name, &text).unwrap_or_else(|e| panic!("{name}: {e}")));
            facts.unwrap_or_default()
        };
        let text = read("aks-harden.toml").unwrap_or_else(|| panic!("{} has no profile file", folder.display()));
        let names = environments::names("aks-harden.toml", &text).unwrap_or_else(|e| panic!("{e}"));
        let of_each =
            names.iter().map(|name| (name.clone(), facts(&format!("aks-harden.{name}.facts.toml")))).collect();
        let own = facts("aks-harden.facts.toml");
        let input = Input { file: "aks-harden.toml".into(), text, sets: Vec::new(), facts: own };
        let plans = environments::resolve(catalog, &input, &[], &of_each);
        let plans = plans.unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        let name = folder.file_name().expect("name").to_string_lossy().into_owned();
        let one = |plan: Plan| {
            let tree = aks_harden::generate(catalog, &plan).unwrap_or_else(|e| panic!("{name}: {e}"));
            let of = plan.environment.as_ref();
            let resources = of.map_or_else(|| folder.join("resources"), |of| folder.join("resources").join(of));
            let name = of.map_or_else(|| name.clone(), |of| format!("{name}, {of}"));
            Example { name, folder: folder.into(), resources, plan, tree }
        };
        plans.into_iter().map(one).collect()
    }

    /// The places of a control that are excepted here.
    pub(crate) fn excepted(&self, control: &str) -> Vec<&str> {
        let state = self.plan.controls.get(control);
        state.into_iter().flat_map(ControlState::exceptions).filter_map(|e| e.at.as_deref()).collect()
    }

    /// The controls that hold here: selected, and not excepted as a whole.
    pub(crate) fn controls<'a>(&self, catalog: &'a Catalog) -> Vec<&'a Control> {
        let on = self.plan.controls.iter().filter(|(_, state)| !matches!(state, ControlState::Excepted(_)));
        on.map(|(id, _)| &catalog.controls[id]).collect()
    }

    /// The listing of one Azure path. It is committed: a test that cannot see it has to fail.
    pub(crate) fn listing(&self, name: &str) -> Value {
        let path = self.resources.join(name);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// The resources of one target.
    pub(crate) fn resources(&self, target: Target) -> Vec<Resource> {
        let found = match target {
            Target::Azcli => azure::az(&self.listing("azcli.json")),
            Target::Bicep => azure::bicep(&self.listing("bicep.json"), &self.listing("azcli.json")),
            Target::Kubernetes => kubernetes::read(&self.tree),
        };
        let mut found = found.unwrap_or_else(|e| panic!("{} {target:?}: {e}", self.name));
        let before = std::fs::read_to_string(self.folder.join("exists")).unwrap_or_default().to_lowercase();
        // What was there before, and its group, is in no plan.
        let was_there =
            |id: &str| before.lines().any(|line| line == id || line.starts_with(&format!("{id}/providers/")));
        found.retain(|resource| !was_there(&resource.id.to_lowercase()));
        found
    }
}
