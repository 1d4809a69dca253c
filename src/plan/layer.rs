//! Layers of settings: tables with the place of every value, merged into one.
//!
//! Tables merge key by key; any other value, arrays included, replaces the one below. `controls` alone adds up.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use toml_edit::{Item, Value};

use crate::error::{Place, Problem, Problems, Result, clipped};

/// Where a value was set, in order of precedence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// An embedded profile, by name.
    Profile(String),
    /// The answers in `[needs]`.
    Needs,
    /// The user's profile file.
    File,
    /// An environment of the profile file, by name.
    Environment(String),
    /// `--set` on the command line.
    Set,
    /// Arithmetic: a range of the virtual network that the planner chose.
    Allotted,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Origin::Profile(name) if name == "base" => write!(f, "default"),
            Origin::Profile(name) => write!(f, "profile {name}"),
            Origin::Needs => write!(f, "[needs]"),
            Origin::File => write!(f, "profile file"),
            Origin::Environment(name) => write!(f, "environment {name}"),
            Origin::Set => write!(f, "--set"),
            Origin::Allotted => write!(f, "allotted from network.vnet"),
        }
    }
}

/// How much of a line is shown.
const LONGEST_LINE: usize = 200;

/// One layer: a table, and where each of its keys stands.
#[derive(Debug, Clone)]
pub struct Layer {
    /// Who set these values.
    pub origin: Origin,
    /// The values.
    pub table: toml::Table,
    /// The place of each dotted key.
    pub places: BTreeMap<String, Place>,
}

impl Layer {
    /// Reads a TOML text; a syntax error is a problem with its line.
    pub fn parse(origin: Origin, file: &str, text: &str) -> Result<Layer> {
        let lines = Lines::new(file, text);
        let syntax = |message: &str, span: Option<std::ops::Range<usize>>| {
            let problem = Problem::new(format!("this is not valid TOML: {}", message.trim()));
            let Some(span) = span else {
                return Problems::from(problem.at(lines.first_refused()));
            };
            let found = lines.place(span.clone());
            // A list or a table that does not end is noticed at what follows it; the slip stands where it begins.
            let open = still_open(text.get(..span.start).unwrap_or(""));
            let what = match open.and_then(|at| text[at..].chars().next()) {
                Some('{') => "table",
                Some('"' | '\'') => "text over several lines",
                _ => "list",
            };
            match open.map(|at| lines.place(at..at + 1)).filter(|begin| begin.line != found.line) {
                Some(begin) => Problems::from(
                    problem.at(begin).at(found).help(format!("the {what} that begins there does not end")),
                ),
                None => Problems::from(problem.at(found)),
            }
        };
        let document = toml_edit::Document::parse(text).map_err(|e| syntax(e.message(), e.span()))?;
        let table: toml::Table = toml::from_str(text).map_err(|e| syntax(e.message(), e.span()))?;
        let mut places = BTreeMap::new();
        for (key, item) in document.as_table() {
            collect(key, item, span_of(document.as_table(), key), &lines, &mut places);
        }
        Ok(Layer { origin, table, places })
    }

    /// An embedded profile. Its text is a part of the program, so it is read once, however many plans there are.
    pub(super) fn embedded(name: &str, text: &'static str) -> Result<Layer> {
        static READ: Mutex<BTreeMap<&'static str, Arc<Layer>>> = Mutex::new(BTreeMap::new());
        let known = READ.lock().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
        if let Some(layer) = known {
            return Ok(Layer::clone(&layer));
        }
        let layer = Layer::parse(Origin::Profile(name.into()), &format!("profiles/{name}.toml"), text)?;
        READ.lock().unwrap_or_else(PoisonError::into_inner).insert(text, Arc::new(layer.clone()));
        Ok(layer)
    }

    /// Reads one `key=value` of `--set`; the value is TOML, or else plain text.
    pub fn from_set(assignment: &str) -> Result<Layer> {
        let shown: String = assignment.chars().take(LONGEST_LINE).collect();
        let place =
            Place { file: "--set".into(), text: shown.clone(), width: shown.chars().count(), ..Place::default() };
        let Some((key, value)) = assignment.split_once('=') else {
            let problem = Problem::new(format!("--set {shown} has no `=`")).at(place);
            return Err(problem.help("write --set cluster.location=westeurope").into());
        };
        let value: toml::Value = format!("value = {value}")
            .parse::<toml::Table>()
            .ok()
            .and_then(|mut t| if t.len() == 1 { t.remove("value") } else { None })
            .unwrap_or_else(|| toml::Value::String(value.to_string()));
        let parts: Vec<&str> = key.trim().split('.').collect();
        if parts.iter().any(|p| p.is_empty() || !p.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')) {
            let problem = Problem::new(format!("--set {shown} does not begin with a dotted key")).at(place);
            return Err(problem.help(set_instead(key, &value)).into());
        }
        let mut nested = value;
        let mut places = BTreeMap::new();
        for depth in (0..parts.len()).rev() {
            places.insert(parts[..=depth].join("."), place.clone());
            nested = toml::Value::Table(toml::Table::from_iter([(parts[depth].to_string(), nested)]));
        }
        let table = if let toml::Value::Table(table) = nested { table } else { toml::Table::new() };
        Ok(Layer { origin: Origin::Set, table, places })
    }

    /// Where a dotted key stands: itself, or the nearest table around it.
    pub fn place(&self, key: &str) -> Option<&Place> {
        let mut key = key;
        loop {
            if let Some(place) = self.places.get(key) {
                return Some(place);
            }
            key = &key[..key.rfind('.')?];
        }
    }
}

/// What to write in place of a key that `--set` does not take: a name in quotes can stand in a table.
fn set_instead(key: &str, value: &toml::Value) -> String {
    let in_quotes = || {
        let (table, name) = key.trim().split_once(".\"")?;
        let name = name.strip_suffix('"').filter(|name| !name.contains(['"', '\'', '\\']))?;
        Some(format!("--set '{table}={{ \"{}\" = {} }}'", clipped(name), clipped(&value.to_string())))
    };
    match in_quotes() {
        Some(table) => format!("a name in quotes stands in a table: {table}"),
        None => "write --set cluster.location=westeurope".to_string(),
    }
}

/// Line breaks of a text, for offsets to places.
struct Lines<'a> {
    file: &'a str,
    text: &'a str,
    /// Where each line begins: found once, so that a file of many settings is not counted through for each of them.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(file: &'a str, text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { file, text, starts }
    }

    /// The first line with which the text is refused: what is nested too deep is refused without a place.
    fn first_refused(&self) -> Place {
        let end = |index: usize| self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        let refused = |index: usize| {
            let error = toml_edit::Document::parse(self.text.get(..end(index)).unwrap_or("")).err();
            error.is_some_and(|e| e.span().is_none())
        };
        let (mut low, mut high) = (0, self.starts.len() - 1);
        while low < high {
            let middle = usize::midpoint(low, high);
            if refused(middle) { high = middle } else { low = middle + 1 }
        }
        let begin = self.starts.get(low).copied().unwrap_or(0);
        self.place(begin..begin + 1)
    }

    /// The place of a stretch of the text; of one that goes over several lines, its first.
    fn place(&self, span: std::ops::Range<usize>) -> Place {
        let start = span.start.min(self.text.len());
        let line = self.starts.partition_point(|begin| *begin <= start).max(1);
        let begin = self.starts.get(line - 1).copied().unwrap_or(0);
        let whole = self.text.get(begin..).unwrap_or("").lines().next().unwrap_or("");
        let text: String = whole.trim_end().chars().take(LONGEST_LINE).collect();
        let column = self.text.get(begin..start).unwrap_or("").chars().count();
        let meant =
            self.text.get(start..span.end.max(start)).unwrap_or("").lines().next().unwrap_or("").chars().count();
        // At the end of a line a place is one character wide, so that it shows; behind what is shown of it, nothing is marked.
        let room = text.chars().count().saturating_sub(column);
        let width = if column > LONGEST_LINE { 0 } else { meant.min(room).max(1) };
        Place { file: self.file.to_string(), line, text, column, width }
    }
}

/// Where the list or the table in braces begins that a text ends inside of. A text in quotes that does not end goes to the
/// end of its line.
fn still_open(text: &str) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut offset = 0;
    // A text over several lines, and where it begins.
    let mut long: Option<(&str, usize)> = None;
    for line in text.split_inclusive('\n') {
        let mut quote = None;
        let mut escaped = false;
        // Outside of lists a bracket at the beginning of a line is the head of a table.
        let head = open.is_empty() && line.trim_start().starts_with('[');
        let mut skip = 0;
        let passed_over = head && long.is_none();
        for (at, c) in line.char_indices().filter(|_| !passed_over) {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let mark = ["\"\"\"", "'''"].into_iter().find(|mark| line[at..].starts_with(mark));
            match (long, mark) {
                (Some((begun, _)), Some(mark)) if begun == mark => (long, skip) = (None, 2),
                (None, Some(mark)) if quote.is_none() => (long, skip) = (Some((mark, offset + at)), 2),
                _ => {}
            }
            if long.is_some() || skip > 0 {
                continue;
            }
            match (quote, c) {
                (Some('"'), '\\') if !escaped => escaped = true,
                (Some(q), c) if c == q && !escaped => quote = None,
                (Some(_), _) => escaped = false,
                (None, '"' | '\'') => quote = Some(c),
                (None, '#') => break,
                (None, '[' | '{') => open.push(offset + at),
                (None, ']' | '}') => drop(open.pop()),
                _ => {}
            }
        }
        offset += line.len();
    }
    long.map(|(_, at)| at).or_else(|| open.first().copied())
}

fn collect(
    key: &str,
    item: &Item,
    span: Option<std::ops::Range<usize>>,
    lines: &Lines<'_>,
    places: &mut BTreeMap<String, Place>,
) {
    if let Some(span) = span {
        places.insert(key.to_string(), lines.place(span));
    }
    let below = |name: &str, item: &Item, span, places: &mut BTreeMap<String, Place>| {
        collect(&format!("{key}.{name}"), item, span, lines, places);
    };
    match item {
        Item::Table(table) => {
            for (name, item) in table {
                below(name, item, span_of(table, name), places);
            }
        }
        Item::Value(Value::InlineTable(table)) => {
            for (name, value) in table {
                below(name, &Item::Value(value.clone()), value.span(), places);
            }
        }
        Item::Value(Value::Array(array)) => {
            for (index, value) in array.iter().enumerate() {
                below(&index.to_string(), &Item::Value(value.clone()), value.span(), places);
            }
        }
        Item::ArrayOfTables(tables) => {
            for (index, table) in tables.iter().enumerate() {
                below(&index.to_string(), &Item::Table(table.clone()), table.span(), places);
            }
        }
        _ => {}
    }
}

/// A key and its value; of a table, its header alone.
fn span_of(table: &toml_edit::Table, key: &str) -> Option<std::ops::Range<usize>> {
    let (name, item) = table.get_key_value(key)?;
    match (name.span(), item) {
        (Some(name), Item::Value(value)) => Some(name.start..value.span().map_or(name.end, |v| v.end)),
        (Some(name), _) => Some(name),
        (None, item) => item.span(),
    }
}

/// Merges `above` onto `below`, and says for each dotted key of a value which layer won.
pub fn merge(layers: &[Layer]) -> (toml::Table, BTreeMap<String, usize>) {
    let mut merged = toml::Table::new();
    let mut winners = BTreeMap::new();
    for (index, layer) in layers.iter().enumerate() {
        merge_table(&mut merged, &layer.table, "", index, &mut winners);
    }
    (merged, winners)
}

fn merge_table(
    below: &mut toml::Table,
    above: &toml::Table,
    prefix: &str,
    layer: usize,
    winners: &mut BTreeMap<String, usize>,
) {
    for (key, value) in above {
        let dotted = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match (below.get_mut(key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => {
                merge_table(below, above, &dotted, layer, winners)
            }
            (_, toml::Value::Table(above)) => {
                let mut fresh = toml::Table::new();
                winners.insert(dotted.clone(), layer);
                merge_table(&mut fresh, above, &dotted, layer, winners);
                below.insert(key.clone(), toml::Value::Table(fresh));
            }
            (_, value) => {
                winners.insert(dotted, layer);
                below.insert(key.clone(), value.clone());
            }
        }
    }
}
