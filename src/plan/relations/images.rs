//! Where the images of workloads come from.

use super::super::names::Names;
use super::super::registry::pulled;
use super::super::settings::{Admit, Settings};
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let images = &settings.images;
    if images.admit == Admit::Any {
        if !images.registries.is_empty() {
            let problem = Problem::new("`images.registries` has no effect while `images.admit` is any");
            say(
                problem.help("set images.admit = \"registries\" or \"named\", or take the list out"),
                &["images.registries", "images.admit"],
            );
        }
        return;
    }
    let names = Names::new(settings);
    let own = settings.registry.enabled.then(|| format!("{}.azurecr.io", names.registry));
    // What the tree's own registry caches or holds a copy of comes from there.
    let come = |image: &str| pulled(settings, &names, image);
    for (name, workload) in &settings.workloads {
        let image = &come(workload.image.as_str());
        let mut trusted = images.registries.iter().map(|registry| registry.as_str()).chain(own.as_deref());
        if !trusted.any(|registry| is_from(image, registry)) {
            let key = format!("workloads.{}.image", name.as_str());
            let registry = image.split('@').next().unwrap_or(image).rsplit_once('/').map_or("", |(path, _)| path);
            let problem = Problem::new(format!(
                "`{key}` comes from `{}`, which is not in `images.registries`, and `images.admit` takes no other",
                if registry.is_empty() { "no registry that it names" } else { registry }
            ));
            let help = match &own {
                Some(own) => format!(
                    "let the tree's own registry, {own}, cache or copy it (registry.cache, registry.import; by hand: az acr import), or list the other"
                ),
                None => "list it, where you trust it".to_string(),
            };
            let line = format!("registries = [\"{registry}\"] in [images]");
            let problem = problem.help(help);
            say(if registry.contains('.') { problem.help(line) } else { problem }, &[&key, "images.registries"]);
        }
    }
    // Namespaces in which others deploy take images from all of them; the others only those of their workloads.
    let open = settings.kubernetes.namespaces.iter().any(|n| settings.workloads.values().all(|w| w.namespace != *n));
    for (index, registry) in images.registries.iter().enumerate() {
        let used = settings.workloads.values().any(|w| is_from(&come(w.image.as_str()), registry.as_str()));
        // Its images are there, but come through the tree's own registry.
        let brought = settings.workloads.values().any(|w| is_from(w.image.as_str(), registry.as_str()));
        if !used && !open && brought && images.admit == Admit::Named {
            let key = format!("images.registries.{index}");
            let by = if settings.registry.import { "registry.import" } else { "registry.cache" };
            let problem = Problem::new(format!(
                "`images.registries` has {}, whose images come from the tree's own registry, by `{by}`",
                registry.as_str()
            ));
            say(problem.help("take it out of the list"), &[&key, by]);
            continue;
        }
        if !(used || open || images.admit == Admit::Registries) {
            let key = format!("images.registries.{index}");
            let problem = Problem::new(format!(
                "`images.registries` has {}, from which no workload comes, and no namespace is open to other images",
                registry.as_str()
            ));
            say(problem.help("take it out, or set images.admit = \"registries\""), &[&key, "images.admit"]);
        }
    }
}

/// Does an image come from this registry, or from this part of one?
fn is_from(image: &str, registry: &str) -> bool {
    image.strip_prefix(registry).is_some_and(|rest| rest.starts_with('/'))
}
