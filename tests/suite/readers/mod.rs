//! Files as their languages read them: what there is, and what the literals and comments in it say. Two files with the same
//! structure differ in texts alone, so whatever a value does outside its literal shows.

pub(crate) mod bash;
pub(crate) mod bicep;
mod markdown;

use serde::Deserialize;
use serde_yaml::Value as Yaml;

/// What a file is made of.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Reading {
    /// Everything but texts, in order: keys' places, brackets, words, numbers, truth values, headings.
    pub(crate) structure: Vec<String>,
    /// What literals, names and comments say.
    pub(crate) texts: Vec<String>,
}

impl Reading {
    fn is(&mut self, what: impl Into<String>) {
        self.structure.push(what.into());
    }

    /// A literal, which may hold a language of its own: what Resource Manager is sent is JSON.
    fn literal(&mut self, text: &str) -> Result<(), String> {
        match serde_json::from_str::<Yaml>(text) {
            Ok(value) if text.starts_with('{') => yaml(&value, self),
            _ => {
                self.says(text);
                Ok(())
            }
        }
    }

    fn says(&mut self, text: impl Into<String>) {
        self.structure.push("text".into());
        self.texts.push(text.into());
    }
}

/// Reads a rendered file by its name; an error is what a parser says.
pub(crate) fn read(path: &str, text: &str) -> Result<Reading, String> {
    let mut reading = Reading::default();
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "yaml" | "yml" => {
            for document in serde_yaml::Deserializer::from_str(text) {
                yaml(&Yaml::deserialize(document).map_err(|e| e.to_string())?, &mut reading)?;
            }
            comments(text, &mut reading);
        }
        "json" => {
            let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
            yaml(&serde_yaml::to_value(value).map_err(|e| e.to_string())?, &mut reading)?;
        }
        "toml" | "lock" => {
            let value: toml::Table = toml::from_str(text).map_err(|e| e.to_string())?;
            yaml(&serde_yaml::to_value(value).map_err(|e| e.to_string())?, &mut reading)?;
        }
        "bicep" | "bicepparam" => bicep::read(text, &mut reading)?,
        "md" => markdown::read(text, &mut reading),
        "sh" => bash::read(path, text, &mut reading)?,
        // No parser: a line is a text, and neither more nor fewer of them may be there.
        _ => text.lines().for_each(|line| reading.says(line)),
    }
    Ok(reading)
}

fn yaml(value: &Yaml, reading: &mut Reading) -> Result<(), String> {
    match value {
        Yaml::Mapping(map) => {
            reading.is(format!("map of {}", map.len()));
            for (key, value) in map {
                yaml(key, reading)?;
                // A language inside this one: the Secrets Store driver reads a list of YAML texts from one text.
                match value {
                    Yaml::String(text) if *key == "objects" && text.starts_with("array:") => {
                        yaml(&nested(text)?, reading)?;
                    }
                    value => yaml(value, reading)?,
                }
            }
        }
        Yaml::Sequence(list) => {
            reading.is(format!("list of {}", list.len()));
            list.iter().try_for_each(|item| yaml(item, reading))?;
        }
        // A list or a map of CEL, in the order of its keys.
        Yaml::String(text) if text.starts_with("{\n") || text.starts_with("[\n") => {
            text.lines().for_each(|line| reading.says(line))
        }
        Yaml::String(text) => reading.says(text),
        Yaml::Tagged(tagged) => return Err(format!("a tag: {}", tagged.tag)),
        scalar => reading.is(format!("{scalar:?}")),
    }
    Ok(())
}

fn nested(text: &str) -> Result<Yaml, String> {
    let parse = |text: &str| serde_yaml::from_str::<Yaml>(text).map_err(|e| format!("{e} in {text}"));
    let mut whole = parse(text)?;
    let list = whole["array"].as_sequence_mut().ok_or("no list of objects")?;
    for item in list {
        *item = parse(item.as_str().ok_or("an object that is no text")?)?;
    }
    Ok(whole)
}

/// The comments of exceptions in a language whose comments begin with `#`: parsers pass over them.
fn comments(text: &str, reading: &mut Reading) {
    for line in text.lines() {
        if let Some((_, comment)) = line.split_once("# exception: ") {
            reading.says(comment);
        }
    }
    reading.is(format!("{} lines", text.lines().count()));
}
