//! Templates to files. It knows the plan's view and nothing of controls but their ids: which are on is told to it.

mod language;
mod nested;

pub use language::{Language, comment_text};

use std::borrow::Cow;
use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, Serde};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use rayon::prelude::*;
use serde_json::Value as Json;

use crate::catalog::template::Template;
use crate::error::{Place, Problem, Problems, Result};
use crate::tree::{Artifact, RelPath, Tree};

/// Stands where a comment of a control that is not selected would stand; its line, or the rest of it, goes.
const DROP: char = '\u{f8ff}';

/// Begins the comment of a control that holds.
const ON: &str = "control: ";

/// What a file that is rendered once for each item is bound to, and the table of settings that the item is of.
const PLACES: [(&str, &str); 2] = [("workload", "workloads"), ("namespace", "namespaces")];

/// Stands before a comment of a control: what is before it on the line is kept apart from it by a blank.
const MARK: char = '\u{f8fe}';

impl Template {
    /// The language it writes. A partial takes the language of whoever includes it, so it needs one of its own only to print.
    pub fn language(&self) -> Option<Language> {
        let path = self.path.strip_suffix(".j2")?;
        Language::of(path)
            .or_else(|| path.rsplit('/').next().filter(|f| f.starts_with('_')).and(Some(Language::Markdown)))
    }
}

/// What templates print besides values of the plan.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// What to print for each selected control.
    pub controls: BTreeMap<String, Mark>,
    /// The file name of the profile file.
    pub profile_file: String,
    /// The environment that is rendered, where the file has any.
    pub environment: Option<String>,
}

/// The comment of a control.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// `control: id`, or that of the exception to all of it.
    pub text: String,
    /// The places with an exception of their own, such as `nodes.pools.user`, and the text that stands there instead.
    pub at: Vec<(String, String)>,
}

impl Mark {
    /// The texts for a line; it is about one place, about all below it, or about all there are. Where it is about the place
    /// of an exception alone, the control is off there.
    fn on(&self, place: Option<&str>) -> Vec<&str> {
        let within = |one: &str, other: &str| {
            one.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let Some(place) = place else { return vec![&self.text] };
        if let Some((_, text)) = self.at.iter().find(|(at, _)| within(place, at)) {
            return vec![text];
        }
        let below = self.at.iter().filter(|(at, _)| within(at, place)).map(|(_, text)| text.as_str());
        std::iter::once(self.text.as_str()).chain(below).collect()
    }
}

/// All templates, loaded and checked once.
pub struct Renderer<'a> {
    environment: Environment<'a>,
    templates: Vec<&'a Template>,
}

fn failed(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, message.into())
}

fn language(state: &State<'_, '_>) -> std::result::Result<Language, Error> {
    let AutoEscape::Custom(name) = state.auto_escape() else {
        return Err(failed("this template has no language"));
    };
    Language::of(name).ok_or_else(|| failed("this template has no language"))
}

fn to_json(value: &Value) -> std::result::Result<Json, Error> {
    if value.is_undefined() || value.is_none() {
        return Err(failed("there is no value here"));
    }
    serde_json::to_value(value).map_err(|e| failed(e.to_string()))
}

fn safe(text: std::result::Result<String, String>) -> std::result::Result<Value, Error> {
    text.map(Value::from_safe_string).map_err(failed)
}

fn format_value(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> std::result::Result<(), Error> {
    if value.is_safe() {
        return out.write_str(value.as_str().unwrap_or_default()).map_err(|e| failed(e.to_string()));
    }
    let language = language(state)?;
    let text = match value.as_str() {
        Some(text) => language.literal(&Json::from(text)),
        None => language.literal(&to_json(value)?),
    };
    let text = text.map_err(failed)?;
    out.write_str(&text).map_err(|e| failed(e.to_string()))
}

fn comment_line(state: &State<'_, '_>, text: &str) -> std::result::Result<Value, Error> {
    let language = language(state)?;
    let (open, close) = language.comment().ok_or_else(|| failed("JSON has no comments"))?;
    let text = comment_text(language, text).map_err(failed)?;
    Ok(Value::from_safe_string(format!("{open}{text}{close}")))
}

/// The place that a line is about: what `at` says, or the workload or namespace that the file is for.
fn place(state: &State<'_, '_>, options: &Kwargs) -> std::result::Result<Option<String>, Error> {
    let at: Option<String> = options.get("at")?;
    options.assert_all_used()?;
    let bound = || {
        PLACES.iter().find_map(|(item, table)| {
            let name = state.lookup(item)?.get_attr("name").ok()?;
            Some(format!("{table}.{}", name.as_str()?))
        })
    };
    Ok(at.or_else(bound))
}

impl<'a> Renderer<'a> {
    /// Loads every template; a syntax error or an output without a language is a problem that names the file.
    pub fn new(templates: &'a [Template], marks: &Marks) -> Result<Renderer<'a>> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(|e| Problem::new(e.to_string()))?);
        environment.set_auto_escape_callback(|name| {
            let path = name.strip_suffix(".j2").unwrap_or(name);
            let file = path.rsplit('/').next().unwrap_or(path);
            let extension = file.rsplit_once('.').map_or(file, |(_, extension)| extension);
            AutoEscape::Custom(extension.to_string().into())
        });
        environment.set_formatter(format_value);
        for filter in ["safe", "escape", "e", "format", "urlencode", "tojson"] {
            environment.remove_filter(filter);
        }
        let (file, of) = (marks.profile_file.clone(), marks.environment.clone());
        environment.add_function("header", move |state: &State<'_, '_>| {
            // Two hyphens cannot stand in a comment of a page.
            let option = if language(state)? == Language::Markdown { "-e" } else { "--environment" };
            let of = of.as_ref().map(|name| format!(" {option} {name}")).unwrap_or_default();
            let text =
                format!("Rendered by aks-harden from {file}; change that file, then run: aks-harden render {file}{of}");
            comment_line(state, &text)
        });
        let controls = marks.controls.clone();
        environment.add_function("control", move |state: &State<'_, '_>, ids: Rest<String>, options: Kwargs| {
            let place = place(state, &options)?;
            let texts = ids.iter().filter_map(|id| controls.get(id)).flat_map(|mark| mark.on(place.as_deref()));
            let (on, mut parts): (Vec<&str>, Vec<&str>) = texts.partition(|text| text.starts_with(ON));
            let on: Vec<&str> = on.into_iter().filter_map(|text| text.strip_prefix(ON)).collect();
            let on = format!("{ON}{}", on.join(", "));
            if on.len() > ON.len() {
                parts.insert(0, &on);
            }
            if parts.is_empty() {
                Ok(Value::from_safe_string(DROP.to_string()))
            } else {
                comment_line(state, &parts.join("; ")).map(|text| Value::from_safe_string(format!("{MARK}{text}")))
            }
        });
        environment.add_function("comment", |state: &State<'_, '_>, value: Value| {
            let text = value.as_str().map_or_else(|| value.to_string(), String::from);
            safe(comment_text(language(state)?, &text))
        });
        environment.add_function("kql", |text: String, values: Rest<Value>| {
            let values = values.iter().map(to_json).collect::<std::result::Result<Vec<_>, _>>()?;
            nested::fill(&text, &values, nested::kql).map_err(failed)
        });
        environment.add_filter("block", |state: &State<'_, '_>, text: String, indent: usize| {
            if language(state)? != Language::Yaml {
                return Err(failed("block is for YAML"));
            }
            safe(language::yaml_block(&text, indent))
        });
        environment.add_filter("code", |state: &State<'_, '_>, value: Value| {
            if language(state)? != Language::Markdown {
                return Err(failed("code is for Markdown"));
            }
            let text = value.as_str().map_or_else(|| value.to_string(), String::from);
            safe(language::code_span(&text))
        });
        environment.add_filter("box", |state: &State<'_, '_>, text: String| {
            if language(state)? != Language::Markdown {
                return Err(failed("box is for Markdown"));
            }
            Ok(Value::from_safe_string(language::mermaid_label(&text)))
        });
        environment.add_filter("prose", |state: &State<'_, '_>, text: String| {
            if language(state)? != Language::Markdown {
                return Err(failed("prose is for Markdown"));
            }
            safe(language::prose(&text))
        });
        let mut problems = Vec::new();
        for template in templates {
            if template.language().is_none() {
                let place = Place::file(format!("templates/{}", template.path));
                problems
                    .push(Problem::new("no language is known for this output, so nothing could be escaped").at(place));
            }
            if let Err(error) = environment.add_template(&template.path, template.text) {
                problems.push(problem(&template.path, &error));
            }
        }
        Problems::check(problems)?;
        Ok(Renderer { environment, templates: templates.iter().collect() })
    }

    /// Renders every template whose output is wanted. `context` is the plan's view, as [`values`] makes it.
    pub fn render(&self, context: &Value, wanted: impl Fn(&str) -> bool) -> Result<Tree> {
        let wanted = self.templates.iter().filter_map(|template| {
            let output = template.output().filter(|o| wanted(o))?;
            Some(outputs(&output, context).into_iter().map(move |(path, context)| (template, path, context)))
        });
        let all: Vec<_> = wanted.flatten().collect();
        let rendered: Vec<_> =
            all.into_par_iter().map(|(template, path, context)| (path, self.one(template, context))).collect();
        let mut tree = Tree::default();
        let mut problems = Vec::new();
        for (path, text) in rendered {
            match text {
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => {
                    let executable = text.starts_with("#!");
                    match RelPath::new(&path) {
                        Some(path) => drop(tree.0.insert(path, Artifact { text, executable })),
                        None => problems.push(Problem::new(format!("`{path}` is no path inside the output folder"))),
                    }
                }
                Err(problem) => problems.push(problem),
            }
        }
        Problems::check(problems).map(|()| tree)
    }

    fn one(&self, template: &Template, context: Value) -> std::result::Result<String, Problem> {
        let found = self.environment.get_template(&template.path).and_then(|t| t.render(context));
        found
            .map(|text| settle(&text, template.language() == Some(Language::Sh)))
            .map_err(|error| problem(&template.path, &error))
    }
}

/// What templates see, made of JSON once: a large plan takes longer to convert than to render one file from.
pub fn values(context: &Json) -> Value {
    Value::from(Serde(context))
}

/// The same with one more name, which hides an older one.
pub fn with(context: &Value, name: &str, added: &Json) -> Value {
    let added = Value::from(BTreeMap::from([(name.to_string(), values(added))]));
    minijinja::context! { ..added, ..context.clone() }
}

/// The outputs of a template: one, or one for each item where its path says `[item]`.
fn outputs(path: &str, context: &Value) -> Vec<(String, Value)> {
    let item =
        path.split_once('[').and_then(|(before, rest)| rest.split_once(']').map(|(item, after)| (before, item, after)));
    let Some((before, item, after)) = item else {
        return vec![(path.to_string(), context.clone())];
    };
    let items = context.get_attr(&format!("{item}s")).and_then(|items| items.try_iter()).into_iter().flatten();
    let one = |found: Value| {
        let name = found.get_attr("name").map(|name| name.to_string()).unwrap_or_default();
        let bound = Value::from(BTreeMap::from([(item.to_string(), found)]));
        (format!("{before}{name}{after}"), minijinja::context! { ..bound, ..context.clone() })
    };
    items.map(one).collect()
}

/// Takes dropped comments out, sets kept ones apart, and ends the text with exactly one line break.
///
/// In scripts the comments of lines that follow each other stand below each other, as shfmt has them.
fn settle(text: &str, align: bool) -> String {
    let mut lines: Vec<(Cow<'_, str>, Option<&str>)> = Vec::new();
    for line in text.lines() {
        // Nearly every line is as it comes.
        if !line.contains([DROP, MARK]) {
            lines.push((line.trim_end().into(), None));
            continue;
        }
        let dropped = line.split_once(DROP).map(|(before, _)| before);
        if dropped.is_some_and(|before| before.trim().is_empty()) {
            continue;
        }
        let kept = dropped.unwrap_or(line);
        match kept.split_once(MARK) {
            Some((before, comment)) if !before.trim().is_empty() => {
                lines.push((before.trim_end().into(), Some(comment.trim_end())));
            }
            _ => lines.push((kept.replace(MARK, "").trim_end().to_string().into(), None)),
        }
    }
    let width = |line: &(Cow<'_, str>, Option<&str>)| line.0.chars().count();
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for (index, (line, comment)) in lines.iter().enumerate() {
        out.push_str(line);
        if let Some(comment) = comment {
            if index == 0 || lines[index - 1].1.is_none() {
                column = lines[index..].iter().take_while(|l| l.1.is_some()).map(width).max().unwrap_or(0);
            }
            let blanks = if align { 1 + column.saturating_sub(line.chars().count()) } else { 1 };
            out.push_str(&" ".repeat(blanks));
            out.push_str(comment);
        }
        out.push('\n');
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('\n');
    out
}

fn problem(path: &str, error: &Error) -> Problem {
    let mut what = error.detail().map_or_else(|| error.kind().to_string(), String::from);
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        what = format!("{what}: {cause}");
        source = cause.source();
    }
    let file = format!("templates/{}", error.name().unwrap_or(path));
    Problem::new(format!("the template cannot be rendered: {what}"))
        .at(Place { file, line: error.line().unwrap_or(0), ..Place::default() })
        .help("this is a defect of aks-harden: please report it with the profile file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_controls_are_set_apart_or_go() {
        let text =
            format!("a=1{MARK}# control: x\nlonger=2 {MARK}# control: y\n{DROP}\nb=3{DROP}\n  {MARK}# control: z\n\n");
        assert_eq!(settle(&text, true), "a=1      # control: x\nlonger=2 # control: y\nb=3\n  # control: z\n");
        assert_eq!(settle(&text, false), "a=1 # control: x\nlonger=2 # control: y\nb=3\n  # control: z\n");
    }
}
