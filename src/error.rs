//! What can go wrong, as values: the library says what and where, the command line adds the exit code and prints.

use std::fmt;

/// Characters that a reader cannot see, or that change what is seen: joiners, line separators, marks of direction.
pub fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{85}')
        // Of private use: each program shows another thing, or none; and templates mark comments with two of them.
        || ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// Whether a terminal would do something else with a character than show it.
fn unseen(c: char) -> bool {
    c.is_control() || invisible(c)
}

/// How many characters of a value are shown.
const LONGEST_VALUE: usize = 80;
/// How many of a name, of what stands in quotes, of a word: an image with its digest still fits.
const LONGEST_NAME: usize = 160;
/// How many of a whole sentence, whatever its names are like.
const LONGEST_TEXT: usize = 1600;

/// A value that a message can show: of what is long, its beginning and its end.
pub fn clipped(value: &str) -> String {
    clip(value, LONGEST_VALUE)
}

/// What a text has in its middle goes, where it is longer than `most`; a character that is escaped counts as it is shown.
fn clip(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_string();
    }
    let cost = |c: char| if unseen(c) { c.escape_unicode().count() } else { 1 };
    // As much as fits in half of it, from one side.
    let fits = |chars: &mut dyn Iterator<Item = char>, room: usize| {
        let mut used = 0;
        chars
            .take_while(|c| {
                used += cost(*c);
                used <= room
            })
            .map(char::len_utf8)
            .sum::<usize>()
    };
    if fits(&mut text.chars(), most) == text.len() {
        return text.to_string();
    }
    let (head, tail) = (fits(&mut text.chars(), most / 2), fits(&mut text.chars().rev(), most / 2));
    format!("{}\u{2026}{}", &text[..head], &text[text.len() - tail..])
}

/// The text with each name clipped: what stands between two backquotes or quotes of one line, and each word outside of them.
fn with_short_names(text: &str) -> String {
    if text.len() <= LONGEST_NAME {
        return text.to_string();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let quoted = ['`', '"'].contains(&first).then(|| closing(&rest[1..], first)).flatten();
        let (name, after) = match quoted {
            Some(end) => {
                out.push(first);
                (&rest[1..=end], &rest[end + 1..])
            }
            None => {
                let ends = |c: char| c.is_whitespace() || c == '`' || c == '"';
                let begin = first.len_utf8();
                rest.split_at(rest[begin..].find(ends).map_or(rest.len(), |at| at + begin))
            }
        };
        out += &clip(name, LONGEST_NAME);
        rest = match quoted {
            Some(_) => {
                out.push(first);
                &after[1..]
            }
            None => after,
        };
    }
    out
}

/// Where the quote stands that ends what one began: in the same line, and not behind a backslash.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// A text as it can be shown: what came from outside may hold anything and be of any length.
fn shown(text: &str, lines: bool) -> String {
    escaped(&clip(&with_short_names(text), LONGEST_TEXT), lines)
}

/// What a terminal would obey, as something to read; line breaks too, unless they are ours.
fn escaped(text: &str, lines: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' if lines => out.push(c),
            '\n' | '\r' | '\t' => out.extend(c.escape_default()),
            c if unseen(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// A place in a file that the user (or we) wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's name as the user gave it, or its path inside the catalog.
    pub file: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The text of that line, without its line break; empty where no line is meant.
    pub text: String,
    /// Where in the line it begins, counted in characters from 0.
    pub column: usize,
    /// How many characters of the line are meant; 0 for all of it.
    pub width: usize,
}

impl Place {
    /// A whole file.
    pub fn file(name: impl Into<String>) -> Self {
        Place { file: name.into(), ..Place::default() }
    }
}

impl Place {
    /// What goes below the line's text to mark the part that is meant.
    pub fn underline(&self) -> String {
        let before = self.text.chars().take(self.column).map(|c| if c == '\t' { '\t' } else { ' ' });
        before.chain(std::iter::repeat_n('^', self.width)).collect()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { write!(f, "{}", self.file) } else { write!(f, "{}:{}", self.file, self.line) }
    }
}

/// One thing that is wrong: what, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What is wrong, in one sentence.
    pub what: String,
    /// Where; a collision of two values has both places.
    pub places: Vec<Place>,
    /// What to write or run instead.
    pub help: Vec<String>,
    /// Whether it says that a file of ours was changed in a way that only a hand or an attacker can have done.
    pub tampered: bool,
}

impl Problem {
    /// A problem without a place yet.
    pub fn new(what: impl Into<String>) -> Self {
        Problem { what: shown(&what.into(), false), places: Vec::new(), help: Vec::new(), tampered: false }
    }

    /// Says that a file of ours was tampered with.
    #[must_use]
    pub fn tampered(mut self) -> Self {
        self.tampered = true;
        self
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, mut place: Place) -> Self {
        // The path of a file is whole, so that it can be opened.
        place.file = escaped(&place.file, false);
        // One character for one, so that what is underlined stays below its text; tabs stand above tabs.
        place.text = place.text.replace(|c| unseen(c) && c != '\t', "\u{fffd}");
        self.places.push(place);
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(shown(&text.into(), true));
        self
    }
}

/// A text whose further lines stand below its first, as they do behind `help: `.
pub fn indented(text: &str) -> String {
    text.replace('\n', "\n        ")
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        for place in &self.places {
            write!(f, "\n  --> {place}")?;
            if !place.text.is_empty() {
                write!(f, "\n   |  {}", place.text)?;
                if place.width > 0 {
                    write!(f, "\n   |  {}", place.underline())?;
                }
            }
        }
        for help in &self.help {
            write!(f, "\n  help: {}", indented(help))?;
        }
        Ok(())
    }
}

/// Every problem that was found, at once. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// `Err` with all of them, or `Ok` when there is none.
    pub fn check(found: Vec<Problem>) -> Result<()> {
        if found.is_empty() { Ok(()) } else { Err(Problems(found)) }
    }
}

impl From<Problem> for Problems {
    fn from(one: Problem) -> Self {
        Problems(vec![one])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "error: {problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// The result of whatever can find several problems.
pub type Result<T> = std::result::Result<T, Problems>;
