//! Paths into a resource: `properties.logs[category=guard].enabled`, `metadata.labels["app"]`, `spec.containers[*].image`.

use std::fmt;

use serde::Deserialize;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value under this key.
    Key(String),
    /// The values under those of these keys that are there: `(containers,initContainers)`.
    Keys(Vec<String>),
    /// Every element of a list, or every value of a map: `[*]`.
    Every,
    /// One element of a list is enough: `[any]`.
    Any,
    /// The elements of a list whose key has this text: `[category=guard]`.
    Filter(String, String),
}

/// Where in a resource to look.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Path(pub Vec<Step>);

impl TryFrom<String> for Path {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let refuse = |why: &str| format!("the path `{text}` {why}");
        let mut steps = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('[') {
                let (step, after) =
                    bracket(after).ok_or_else(|| refuse("has a bracket that is not closed, or empty"))?;
                steps.push(step);
                rest = after;
            } else {
                if !steps.is_empty() {
                    rest = rest.strip_prefix('.').ok_or_else(|| refuse("lacks a dot between two keys"))?;
                }
                if let Some(after) = rest.strip_prefix('(') {
                    let (keys, after) =
                        after.split_once(')').ok_or_else(|| refuse("has a parenthesis that is not closed"))?;
                    steps.push(Step::Keys(keys.split(',').map(|key| key.trim().to_string()).collect()));
                    rest = after;
                } else {
                    let end = rest.find(['.', '[']).unwrap_or(rest.len());
                    let (key, after) = rest.split_at(end);
                    if key.is_empty() {
                        return Err(refuse("has an empty key"));
                    }
                    steps.push(Step::Key(key.to_string()));
                    rest = after;
                }
            }
        }
        if steps.is_empty() { Err(refuse("is empty")) } else { Ok(Path(steps)) }
    }
}

/// The step inside a bracket, and what follows the bracket.
fn bracket(text: &str) -> Option<(Step, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (key, after) = quoted.split_once("\"]")?;
        return Some((Step::Key(key.to_string()), after));
    }
    let (inside, after) = text.split_once(']')?;
    let step = match (inside, inside.split_once('=')) {
        ("*", _) => Step::Every,
        ("any", _) => Step::Any,
        (_, Some((key, value))) if !key.is_empty() => Step::Filter(key.to_string(), value.to_string()),
        _ => return None,
    };
    Some((step, after))
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            let dot = if index == 0 { "" } else { "." };
            match step {
                Step::Key(key) if key.contains(['.', '[', '/']) => write!(f, "[\"{key}\"]")?,
                Step::Key(key) => write!(f, "{dot}{key}")?,
                Step::Keys(keys) => write!(f, "{dot}({})", keys.join(","))?,
                Step::Every => write!(f, "[*]")?,
                Step::Any => write!(f, "[any]")?,
                Step::Filter(key, value) => write!(f, "[{key}={value}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back_as_it_was_written() {
        for text in [
            "properties.disableLocalAccounts",
            "properties.logs[category=guard].enabled",
            "metadata.labels[\"pod-security.kubernetes.io/enforce\"]",
            "template.spec.(containers,initContainers)[*].image",
            "spec.validations[any].expression",
        ] {
            assert_eq!(Path::try_from(text.to_string()).map(|path| path.to_string()), Ok(text.to_string()));
        }
    }

    #[test]
    fn a_broken_path_is_refused() {
        for text in ["", "a..b", "a[", "a[]b", "a[b", "(a", "a[*]b"] {
            assert!(Path::try_from(text.to_string()).is_err(), "{text}");
        }
    }
}
