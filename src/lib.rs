//! Renders everything that a hardened private AKS cluster needs from a short TOML profile file, and keeps that tree alive.
//!
//! The pipeline, one module each: [`catalog`] (what is embedded), [`plan`] (layers to a total decision), [`render`]
//! (templates to a [`tree`]), [`report`] (which control stands where), [`evidence`] (does a control hold?), `diff` (what
//! changed?), `disk` (the only file system access), `cli` (the only printing).

pub mod catalog;
pub mod cli;
pub mod diff;
pub mod disk;
pub mod error;
pub mod evidence;
pub mod plan;
pub mod render;
pub mod report;
pub mod tree;

use catalog::Catalog;
use plan::Plan;
use tree::Tree;

/// Renders a plan: every file, and then the report that says where each control stands in them.
///
/// # Errors
/// A template that cannot be rendered: a defect of this program.
pub fn generate(catalog: &Catalog, plan: &Plan) -> error::Result<Tree> {
    let images = catalog.version_values("images");
    let actions = catalog.version_values("actions");
    let mut context = render::values(&plan::view::context(plan, &images, &actions));
    let marks = report::marks(plan);
    let renderer = render::Renderer::new(&catalog.templates, &marks)?;
    let mut tree = renderer.render(&context, |path| path != report::FILE && path != report::RUNBOOK)?;
    let unsaid = report::unsaid(catalog, plan, &tree);
    if unsaid != report::Unsaid::default() {
        context = render::with(&context, "unsaid", &serde_json::json!(unsaid));
        tree.0.extend(renderer.render(&context, |path| report::SAY_THE_UNSAID.contains(&path))?.0);
    }
    let (reachability, rights) =
        rayon::join(|| report::reachability::context(plan, &tree), || report::access::context(plan, &tree));
    context = render::with(&context, "reachability", &reachability?);
    context = render::with(&context, "rights", &rights?);
    tree.0.extend(renderer.render(&context, |path| path == report::RUNBOOK)?.0);
    context = render::with(&context, "report", &report::context(catalog, plan, &tree));
    tree.0.extend(renderer.render(&context, |path| path == report::FILE)?.0);
    Ok(tree)
}
