//! `aks-harden list`: what there is.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::catalog::control::Layer;
use crate::catalog::{Catalog, signposts};
use crate::cli::args::{ListArgs, What};
use crate::cli::exit::Exit;
use crate::cli::report::{STRONG, Screen, styled};
use crate::cli::text;
use crate::error::Result;
use crate::plan::describe::{self, Setting};

/// The profile that holds the defaults, and is not for use on its own.
const BASE: &str = "base";

pub(in crate::cli) fn run(args: &ListArgs, screen: &mut Screen) -> Result<Exit> {
    let catalog = Catalog::load()?;
    let (head, objects): (&[&str], Vec<Json>) = match args.what {
        What::Profiles => (&["id", "extends", "controls", "description"], profiles(&catalog)),
        What::Controls => (&["id", "layer", "owner", "profiles", "title"], controls(&catalog)),
        What::Settings => (&["id", "default", "type", "description"], settings(&catalog)),
        What::Files => (&["id", "target", "controls"], files(&catalog)),
    };
    if screen.is_json() {
        screen.json(&objects);
        return Ok(Exit::Done);
    }
    let mut rows = vec![head.iter().map(|name| (*name).to_string()).collect()];
    let column = |object: &Json, name: &str| match name {
        "type" | "default" => short(cell(&object[name])),
        "controls" if object[name].is_array() => object[name].as_array().map_or(0, Vec::len).to_string(),
        _ => cell(&object[name]),
    };
    rows.extend(objects.iter().map(|object| head.iter().map(|name| column(object, name)).collect()));
    let table = text::columns(&rows, text::width());
    let (first, rest) = table.split_once('\n').unwrap_or((&table, ""));
    screen.print(&format!("{}\n{rest}", styled(STRONG, first)));
    Ok(Exit::Done)
}

/// How much of a value a column shows; `explain` shows it whole.
const LONGEST: usize = 44;

fn cell(value: &Json) -> String {
    match value {
        Json::Null => "-".into(),
        Json::String(text) => text.clone(),
        Json::Array(items) if items.iter().all(Json::is_string) => {
            items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

fn short(text: String) -> String {
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST - 3).chain("...".chars()).collect() }
}

fn profiles(catalog: &Catalog) -> Vec<Json> {
    let of = |name: &String| {
        let count = catalog.controls.keys().filter(|id| describe::selecting(catalog, id).contains(&name.as_str()));
        count.count()
    };
    let one = |(name, profile): (&String, &crate::catalog::profile::Profile)| {
        json!({
            "id": name,
            "title": profile.head.title,
            "extends": profile.head.extends,
            "controls": of(name),
            "planned": profile.head.planned.len(),
            "description": profile.head.description,
        })
    };
    catalog.profiles.iter().map(one).collect()
}

fn controls(catalog: &Catalog) -> Vec<Json> {
    let of = |layer: &Layer| catalog.controls.values().filter(|control| control.layer == *layer).collect::<Vec<_>>();
    let one = |control: &crate::catalog::control::Control| {
        json!({
            "id": control.id,
            "layer": control.layer.slug(),
            "owner": control.owner.to_string(),
            "profiles": describe::selecting(catalog, &control.id),
            "change": control.change.to_string(),
            "title": control.title,
        })
    };
    Layer::ALL.iter().flat_map(of).map(one).collect()
}

fn settings(catalog: &Catalog) -> Vec<Json> {
    let one = |setting: Setting| {
        let default = describe::value_in(catalog, BASE, &setting.id);
        json!({
            "id": setting.id,
            "default": default,
            "type": setting.kind,
            "description": setting.description,
        })
    };
    describe::settings().into_iter().map(one).collect()
}

fn files(catalog: &Catalog) -> Vec<Json> {
    let one = |template: &crate::catalog::template::Template| {
        let output = template.output()?;
        let controls: BTreeSet<&str> = template.text.lines().flat_map(signposts).collect();
        let target = template.path.split('/').next().unwrap_or_default();
        Some(json!({ "id": output, "target": target, "controls": controls }))
    };
    catalog.templates.iter().filter_map(one).collect()
}
