//! What a value must be: the operators that evidence and requirements share.

use std::fmt;

use serde::Deserialize;
use serde_json::Value;

/// One demand on a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Operator {
    /// Is this value; a list counts as a set.
    Equals(Value),
    /// Is one of these values.
    OneOf(Vec<Value>),
    /// Is there, or not, but is none of these values.
    NoneOf(Vec<Value>),
    /// A number of at least this.
    AtLeast(f64),
    /// A number of at most this.
    AtMost(f64),
    /// A text that stands in `order` (weakest first) at or after `least`.
    InOrder {
        /// The weakest that still holds.
        least: String,
        /// All known texts, weakest first.
        order: Vec<String>,
    },
    /// A list with this element.
    Contains(Value),
    /// A list without this element, or no list.
    Lacks(Value),
    /// A list with so many elements.
    AtLeastItems(u32),
    /// A list of which every element is one of these.
    SubsetOf(Vec<Value>),
    /// A text with one of these in it.
    HasText(Vec<String>),
    /// A text without this in it, or none.
    LacksText(String),
    /// A text that begins with this.
    StartsWith(String),
    /// A text that ends with this, whatever the case.
    EndsWith(String),
    /// A text that ends otherwise, or none.
    LacksEnd(String),
    /// There, and neither empty nor null.
    NonEmpty,
    /// Not there, null or empty.
    Absent,
}

/// The operators as they are written: exactly one key (and `order` with `at_least`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    equals: Option<Value>,
    one_of: Option<Vec<Value>>,
    none_of: Option<Vec<Value>>,
    at_least: Option<Value>,
    at_most: Option<f64>,
    order: Option<Vec<String>>,
    contains: Option<Value>,
    lacks: Option<Value>,
    subset_of: Option<Vec<Value>>,
    at_least_items: Option<u32>,
    has_text: Option<OneOrMore>,
    lacks_text: Option<String>,
    starts_with: Option<String>,
    ends_with: Option<String>,
    lacks_end: Option<String>,
    non_empty: Option<bool>,
    absent: Option<bool>,
}

/// One text, or a list of which one is enough.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl TryFrom<toml::Table> for Operator {
    type Error = String;

    fn try_from(table: toml::Table) -> Result<Self, String> {
        let written = Written::deserialize(table).map_err(|e| e.message().to_string())?;
        let order = written.order;
        let at_least = match (written.at_least, order) {
            (None, None) => None,
            (None, Some(_)) => return Err("`order` goes with `at_least`".into()),
            (Some(Value::Number(number)), None) => number.as_f64().map(Operator::AtLeast),
            (Some(Value::String(least)), Some(order)) if order.contains(&least) => {
                Some(Operator::InOrder { least, order })
            }
            (Some(_), _) => {
                return Err("`at_least` takes a number, or a text of the list `order`".into());
            }
        };
        let flag = |name: &str, written: Option<bool>, operator: Operator| match written {
            None => Ok(None),
            Some(true) => Ok(Some(operator)),
            Some(false) => Err(format!("`{name}` can only be true")),
        };
        let mut found: Vec<Operator> = [
            at_least,
            written.equals.map(Operator::Equals),
            written.one_of.map(Operator::OneOf),
            written.none_of.map(Operator::NoneOf),
            written.at_most.map(Operator::AtMost),
            written.contains.map(Operator::Contains),
            written.lacks.map(Operator::Lacks),
            written.subset_of.map(Operator::SubsetOf),
            written.at_least_items.map(Operator::AtLeastItems),
            written.has_text.map(|text| match text {
                OneOrMore::One(text) => Operator::HasText(vec![text]),
                OneOrMore::More(texts) => Operator::HasText(texts),
            }),
            written.lacks_text.map(Operator::LacksText),
            written.starts_with.map(Operator::StartsWith),
            written.ends_with.map(Operator::EndsWith),
            written.lacks_end.map(Operator::LacksEnd),
            flag("non_empty", written.non_empty, Operator::NonEmpty)?,
            flag("absent", written.absent, Operator::Absent)?,
        ]
        .into_iter()
        .flatten()
        .collect();
        match (found.pop(), found.is_empty()) {
            (Some(operator), true) => Ok(operator),
            (None, _) => Err(format!("says nothing about the value: write one of {NAMES}")),
            (Some(_), false) => Err(format!("says two things about one value: write only one of {NAMES}")),
        }
    }
}

const NAMES: &str = "equals, one_of, none_of, at_least, at_most, contains, lacks, subset_of, at_least_items, has_text, lacks_text, \
                     starts_with, ends_with, lacks_end, non_empty, absent";

impl Operator {
    /// Whether a value, or none, is what is demanded.
    pub fn holds(&self, found: Option<&Value>) -> bool {
        let list = || found.and_then(Value::as_array);
        let text = || found.and_then(Value::as_str);
        match self {
            Operator::Equals(value) => found.is_some_and(|found| same(found, value)),
            Operator::OneOf(values) => found.is_some_and(|found| has(values, found)),
            Operator::NoneOf(values) => found.is_none_or(|found| !has(values, found)),
            Operator::AtLeast(least) => found.and_then(Value::as_f64).is_some_and(|found| found >= *least),
            Operator::AtMost(most) => found.and_then(Value::as_f64).is_some_and(|found| found <= *most),
            Operator::InOrder { least, order } => {
                let place = |wanted: &str| order.iter().position(|text| text == wanted);
                text().and_then(place) >= place(least) && text().and_then(place).is_some()
            }
            Operator::Contains(value) => list().is_some_and(|list| has(list, value)),
            Operator::Lacks(value) => list().is_none_or(|list| !has(list, value)),
            Operator::SubsetOf(values) => list().is_some_and(|list| list.iter().all(|element| has(values, element))),
            Operator::AtLeastItems(count) => list().is_some_and(|list| list.len() >= *count as usize),
            Operator::HasText(parts) => {
                text().is_some_and(|text| parts.iter().any(|part| text.contains(part.as_str())))
            }
            Operator::LacksText(part) => text().is_none_or(|text| !text.contains(part.as_str())),
            Operator::StartsWith(part) => text().is_some_and(|text| text.starts_with(part.as_str())),
            Operator::LacksEnd(part) => text().is_none_or(|text| !text.ends_with(part.as_str())),
            Operator::EndsWith(part) => text().is_some_and(|text| text.to_lowercase().ends_with(&part.to_lowercase())),
            Operator::NonEmpty => found.is_some_and(|found| !empty(found)),
            Operator::Absent => found.is_none_or(empty),
        }
    }

    /// How strong a value is, where there are degrees: greater is stronger.
    pub fn strength(&self, found: Option<&Value>) -> Option<f64> {
        match self {
            Operator::AtLeast(_) => found?.as_f64(),
            Operator::AtMost(_) => Some(-found?.as_f64()?),
            Operator::AtLeastItems(_) => Some(found?.as_array()?.len() as f64),
            Operator::InOrder { order, .. } => {
                let text = found?.as_str()?;
                order.iter().position(|known| known == text).map(|place| place as f64)
            }
            _ => None,
        }
    }
}

/// The same value; the order of a list means nothing.
pub fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().all(|x| has(b, x)) && b.iter().all(|x| has(a, x))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, x)| b.get(key).is_some_and(|y| same(x, y)))
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}

fn has(list: &[Value], value: &Value) -> bool {
    list.iter().any(|element| same(element, value))
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |values: &[Value]| values.iter().map(Value::to_string).collect::<Vec<_>>().join(", ");
        match self {
            Operator::Equals(value) => write!(f, "must be {value}"),
            Operator::OneOf(values) => write!(f, "must be one of {}", list(values)),
            Operator::NoneOf(values) => write!(f, "must not be {}", list(values)),
            Operator::AtLeast(least) => write!(f, "must be at least {least}"),
            Operator::AtMost(most) => write!(f, "must be at most {most}"),
            Operator::InOrder { least, order } => {
                write!(f, "must be at least \"{least}\" (from weak to strong: {})", order.join(", "))
            }
            Operator::Contains(value) => write!(f, "must contain {value}"),
            Operator::Lacks(value) => write!(f, "must not contain {value}"),
            Operator::SubsetOf(values) => write!(f, "must hold nothing but {}", list(values)),
            Operator::AtLeastItems(count) => write!(f, "must have at least {count} elements"),
            Operator::HasText(parts) => write!(f, "must contain the text \"{}\"", parts.join("\" or \"")),
            Operator::LacksText(part) => write!(f, "must not contain the text \"{part}\""),
            Operator::StartsWith(part) => write!(f, "must begin with \"{part}\""),
            Operator::LacksEnd(part) => write!(f, "must not end with \"{part}\""),
            Operator::EndsWith(part) => write!(f, "must end with \"{part}\""),
            Operator::NonEmpty => write!(f, "must not be empty"),
            Operator::Absent => write!(f, "must be absent"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn operator(text: &str) -> Result<Operator, String> {
        toml::from_str::<toml::Table>(text).map_err(|e| e.to_string()).and_then(Operator::try_from)
    }

    #[test]
    fn each_operator_holds_and_fails() {
        for (text, good, bad) in [
            ("equals = true", json!(true), json!(false)),
            ("equals = [1, 2]", json!([2, 1]), json!([1])),
            ("one_of = ['a', 'b']", json!("b"), json!("c")),
            ("none_of = ['a']", json!("b"), json!("a")),
            ("at_least = 3", json!(3), json!(2)),
            ("at_most = 3", json!(3), json!(4)),
            ("at_least = 'b'\norder = ['a', 'b', 'c']", json!("c"), json!("a")),
            ("contains = 'x'", json!(["x", "y"]), json!(["y"])),
            ("lacks = 'x'", json!(["y"]), json!(["x"])),
            ("subset_of = ['x', 'y']", json!(["y"]), json!(["z"])),
            ("at_least_items = 2", json!([1, 2]), json!([1])),
            ("has_text = ['x', 'b']", json!("abc"), json!("ac")),
            ("has_text = 'b'", json!("abc"), json!("ac")),
            ("lacks_text = '*'", json!("abc"), json!("a*")),
            ("starts_with = 'a'", json!("abc"), json!("bc")),
            ("lacks_end = '-b'", json!("a-b-c"), json!("a-b")),
            ("ends_with = 'C'", json!("abc"), json!("ab")),
            ("non_empty = true", json!([1]), json!([])),
            ("absent = true", json!(null), json!("x")),
        ] {
            let operator = operator(text).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert!(operator.holds(Some(&good)), "{text} {good}");
            assert!(!operator.holds(Some(&bad)), "{text} {bad}");
        }
    }

    #[test]
    fn exactly_one_operator_is_written() {
        for text in ["", "equals = 1\none_of = [1]", "order = ['a']", "at_least = 'a'", "absent = false", "equalz = 1"]
        {
            assert!(operator(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_order_gives_a_strength() {
        let operator = operator("at_least = 'b'\norder = ['a', 'b', 'c']");
        let strength = |text: &str| operator.as_ref().ok().and_then(|operator| operator.strength(Some(&json!(text))));
        assert!(strength("c") > strength("b"));
        assert_eq!(strength("unheard of"), None);
    }
}
