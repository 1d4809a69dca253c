//! What can go wrong, as values: the library says what and where, the command line adds the exit code and prints.

use std::fmt::{self, Write as _};

/// Characters that a reader cannot see, or that change what is seen: joiners, line separators, marks of direction.
pub fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{85}')
}

/// Whether a terminal would do something else with a character than show it.
fn unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || invisible(c)
}

/// A text as it can be shown: what came from outside may hold anything, and a terminal obeys some of it.
fn shown(text: String) -> String {
    if !text.contains(unseen) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if unseen(c) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
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
        Problem { what: shown(what.into()), places: Vec::new(), help: Vec::new(), tampered: false }
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
        place.file = shown(place.file);
        // One character for one, so that what is underlined stays below its text.
        place.text = place.text.replace(unseen, "\u{fffd}");
        self.places.push(place);
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(shown(text.into()));
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
