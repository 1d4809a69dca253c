//! The only printing.

use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use serde_json::json;

use super::args::Format;
use super::exit::Exit;
use crate::error::{Place, Problems, indented};

/// Something good, or a line that comes.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// Something bad, or a line that goes.
pub(super) const BAD: Style = AnsiColor::Red.on_default();
/// Something to look at.
pub(super) const WARN: Style = AnsiColor::Yellow.on_default();
/// A place.
pub(super) const PLACE: Style = AnsiColor::Cyan.on_default();
/// What matters most.
pub(super) const STRONG: Style = Style::new().bold();

/// A text in a style.
pub(super) fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Says of a panic that it is a defect, and how to report it. Whatever comes from outside ends in an error, never here.
pub(super) fn explain_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        usual(panic);
        let said = "this is a defect of aks-harden: please report it with the lines above, the command line and the profile file";
        let _ = writeln!(anstream::stderr().lock(), "{}: {said}", styled(BAD.bold(), "error"));
    }));
}

/// Standard output and standard error. Colours go where they can be seen; a reader that stops reading is no error.
pub(super) struct Screen {
    format: Format,
}

impl Screen {
    /// A screen that says things in this format.
    pub(super) fn new(format: Format) -> Screen {
        Screen { format }
    }

    /// Whether JSON was asked for.
    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Prints a text as it is.
    pub(super) fn print(&mut self, text: &str) {
        let mut stdout = anstream::stdout().lock();
        let _ = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    }

    /// Prints to standard error.
    pub(super) fn note(&mut self, text: &str) {
        let _ = writeln!(anstream::stderr().lock(), "{text}");
    }

    /// Prints a value as JSON.
    pub(super) fn json(&mut self, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string_pretty(value) {
            self.print(&(text + "\n"));
        }
    }

    /// Prints what went wrong: all of it.
    pub(super) fn problems(&mut self, problems: &Problems) {
        if self.is_json() {
            let errors: Vec<_> = problems
                .0
                .iter()
                .map(|problem| {
                    let places: Vec<_> = problem.places.iter().map(place).collect();
                    json!({ "what": problem.what, "places": places, "help": problem.help })
                })
                .collect();
            self.json(&json!({ "format_version": 1, "exit": Exit::of(problems).code(), "errors": errors }));
            return;
        }
        for problem in &problems.0 {
            let mut text = format!("{}: {}", styled(BAD.bold(), "error"), problem.what);
            for place in &problem.places {
                text += &format!("\n  {} {place}", styled(PLACE, "-->"));
                if !place.text.is_empty() {
                    text += &format!("\n   {}  {}", styled(PLACE, "|"), place.text);
                    if place.width > 0 {
                        text += &format!("\n   {}  {}", styled(PLACE, "|"), styled(BAD, &place.underline()));
                    }
                }
            }
            for help in &problem.help {
                text += &format!("\n  {}: {}", styled(GOOD, "help"), indented(help));
            }
            self.note(&text);
        }
    }
}

/// A place, for JSON.
pub(super) fn place(place: &Place) -> serde_json::Value {
    json!({ "file": place.file, "line": place.line, "column": place.column + 1, "width": place.width, "text": place.text })
}
