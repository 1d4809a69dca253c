//! Label selectors.

use std::collections::BTreeMap;

use serde_json::Value as Json;

/// Labels of a pod or of a namespace.
pub(super) type Labels = BTreeMap<String, String>;

/// A label that no object can have: engines know the namespace of a pod as if it were one of its labels.
pub(super) const NAMESPACE: &str = "!namespace";

/// Every one of its terms has to hold; without terms it takes everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Selector(Vec<Term>);

#[derive(Debug, Clone, PartialEq)]
struct Term {
    key: String,
    test: Test,
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    In(Vec<String>),
    NotIn(Vec<String>),
    Exists,
    Absent,
}

impl Selector {
    /// Takes what has this label.
    pub(super) fn label(key: &str, value: &str) -> Selector {
        Selector(vec![Term { key: key.into(), test: Test::In(vec![value.into()]) }])
    }

    /// Takes what both take.
    pub(super) fn and(mut self, other: Selector) -> Selector {
        self.0.extend(other.0);
        self
    }

    /// Whether it says something about a label.
    pub(super) fn is_about(&self, key: &str) -> bool {
        self.0.iter().any(|term| term.key == key)
    }

    /// Whether it says something about one of some labels.
    pub(super) fn is_about_any(&self, of: impl Fn(&str) -> bool) -> bool {
        self.0.iter().any(|term| of(&term.key))
    }

    /// Whether it takes something with these labels. What has not a label is in no list, and outside of every list.
    pub(super) fn takes(&self, labels: &Labels) -> bool {
        self.0.iter().all(|term| {
            let value = labels.get(&term.key);
            match &term.test {
                Test::In(list) => value.is_some_and(|value| list.contains(value)),
                Test::NotIn(list) => value.is_none_or(|value| !list.contains(value)),
                Test::Exists => value.is_some(),
                Test::Absent => value.is_none(),
            }
        })
    }

    /// One label with the values of which everything that it takes has one, to look it up by.
    pub(super) fn handles(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().filter_map(|term| match &term.test {
            Test::In(list) => Some((term.key.as_str(), list.as_slice())),
            _ => None,
        })
    }

    /// A selector as Kubernetes writes it; `key` may rename the labels that it names.
    pub(super) fn read(written: &Json, key: fn(&str) -> String) -> Result<Selector, String> {
        let map = written.as_object().ok_or("a selector has to be a map")?;
        let mut terms = Vec::new();
        for (name, value) in map {
            match name.as_str() {
                "matchLabels" => {
                    for (label, value) in value.as_object().into_iter().flatten() {
                        let value = value.as_str().ok_or_else(|| format!("the label {label} has to be a text"))?;
                        terms.push(Term { key: key(label), test: Test::In(vec![value.to_string()]) });
                    }
                }
                "matchExpressions" => {
                    for expression in value.as_array().into_iter().flatten() {
                        terms.push(expression_of(expression, key)?);
                    }
                }
                other => return Err(format!("a selector with `{other}`")),
            }
        }
        Ok(Selector(terms))
    }

    /// A selector as Calico writes it: comparisons that are joined by `&&`.
    pub(super) fn calico(written: &str, key: fn(&str) -> String) -> Result<Selector, String> {
        if matches!(written.trim(), "" | "all()") {
            return Ok(Selector::default());
        }
        written.split("&&").map(|part| comparison(part.trim(), key)).collect::<Result<_, _>>().map(Selector)
    }
}

fn expression_of(written: &Json, key: fn(&str) -> String) -> Result<Term, String> {
    let text =
        |name: &str| written.get(name).and_then(Json::as_str).ok_or_else(|| format!("an expression without {name}"));
    let values: Vec<String> = written
        .get("values")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .map(String::from)
        .collect();
    let test = match text("operator")? {
        "In" => Test::In(values),
        "NotIn" => Test::NotIn(values),
        "Exists" => Test::Exists,
        "DoesNotExist" => Test::Absent,
        other => return Err(format!("an expression with the operator {other}")),
    };
    Ok(Term { key: key(text("key")?), test })
}

fn comparison(text: &str, key: fn(&str) -> String) -> Result<Term, String> {
    let wrong = || format!("the selector `{text}`");
    let value = |text: &str| {
        let text = text.trim();
        let inner = ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
        inner.filter(|text| !text.contains(['"', '\''])).map(String::from).ok_or_else(wrong)
    };
    let list = |text: &str| {
        let inner = text.trim().strip_prefix('{').and_then(|text| text.strip_suffix('}')).ok_or_else(wrong)?;
        inner.split(',').map(value).collect::<Result<Vec<_>, _>>()
    };
    let (label, test) = if let Some((label, rest)) = text.split_once("==") {
        (label, Test::In(vec![value(rest)?]))
    } else if let Some((label, rest)) = text.split_once("!=") {
        (label, Test::NotIn(vec![value(rest)?]))
    } else if let Some((label, rest)) = text.split_once(" not in ") {
        (label, Test::NotIn(list(rest)?))
    } else if let Some((label, rest)) = text.split_once(" in ") {
        (label, Test::In(list(rest)?))
    } else if let Some(label) = text.strip_prefix("has(").and_then(|rest| rest.strip_suffix(')')) {
        (label, Test::Exists)
    } else if let Some(label) = text.strip_prefix("!has(").and_then(|rest| rest.strip_suffix(')')) {
        (label, Test::Absent)
    } else {
        return Err(wrong());
    };
    let label = label.trim();
    let plain = !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || "./-_".contains(c));
    if plain { Ok(Term { key: key(label), test }) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn labels(pairs: &[(&str, &str)]) -> Labels {
        pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
    }

    #[test]
    fn operators_take_what_kubernetes_says() {
        let takes = |operator: &str, values: Json, of: &[(&str, &str)]| {
            let mut expression = json!({ "key": "tier", "operator": operator });
            if !values.is_null() {
                expression["values"] = values;
            }
            let written = json!({ "matchExpressions": [expression] });
            Selector::read(&written, str::to_string).unwrap_or_else(|e| panic!("{e}")).takes(&labels(of))
        };
        let (web, none) = ([("tier", "web")], []);
        assert!(takes("In", json!(["web", "db"]), &web) && !takes("In", json!(["db"]), &web));
        assert!(!takes("In", json!(["web"]), &none));
        assert!(takes("NotIn", json!(["db"]), &web) && !takes("NotIn", json!(["web"]), &web));
        assert!(takes("NotIn", json!(["web"]), &none));
        assert!(takes("Exists", Json::Null, &web) && !takes("Exists", Json::Null, &none));
        assert!(takes("DoesNotExist", Json::Null, &none) && !takes("DoesNotExist", Json::Null, &web));
        assert!(Selector::read(&json!({}), str::to_string).unwrap_or_else(|e| panic!("{e}")).takes(&labels(&none)));
        assert!(
            Selector::read(&json!({ "matchExpressions": [{ "key": "a", "operator": "Gt" }] }), str::to_string).is_err()
        );
        assert!(Selector::read(&json!({ "matchFields": {} }), str::to_string).is_err());
    }

    #[test]
    fn calicos_language_as_far_as_it_is_used() {
        let takes = |text: &str| {
            Selector::calico(text, str::to_string)
                .unwrap_or_else(|e| panic!("{e}"))
                .takes(&labels(&[("a", "1"), ("b/c", "x y")]))
        };
        assert!(takes("all()") && takes("") && takes("a == '1'") && takes("b/c == \"x y\"") && takes("has(a)"));
        assert!(takes("a in { '0', '1' } && !has(z)") && takes("z not in {'1'}") && takes("z != '1'"));
        assert!(!takes("a == '2'") && !takes("a not in {'1'}") && !takes("a != '1'") && !takes("has(z)"));
        for text in ["a == 1", "a == '1' || b == '2'", "!(a == '1')", "a contains 'x'", "a in '1'"] {
            assert!(Selector::calico(text, str::to_string).is_err(), "{text}");
        }
    }
}
