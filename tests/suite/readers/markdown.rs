//! Reads a page as GitHub does: its events in order, with the texts of each block put together.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Reading;

pub(super) fn read(text: &str, reading: &mut Reading) {
    let mut said = String::new();
    let parser =
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS);
    for event in parser {
        let mut flush = |reading: &mut Reading| {
            if !said.is_empty() {
                // A block of code may list what is sorted by name: each line is a text of its own.
                let block = std::mem::take(&mut said);
                if block.starts_with("flowchart") {
                    diagram(&block).into_iter().for_each(|line| reading.says(line));
                } else {
                    block.lines().for_each(|line| reading.says(line));
                }
            }
        };
        match event {
            Event::Text(text) => said.push_str(&text),
            Event::SoftBreak => said.push(' '),
            Event::Code(code) => {
                flush(reading);
                reading.is("code");
                reading.says(code.to_string());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                flush(reading);
                reading.is("link");
                reading.says(dest_url.to_string());
            }
            // A code span that may hold a pipe.
            Event::InlineHtml(html) if &*html == "<code>" => flush(reading),
            Event::InlineHtml(html) if &*html == "</code>" => {
                reading.is("code");
                flush(reading);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                flush(reading);
                reading.is("html");
                reading.says(html.to_string());
            }
            other => {
                flush(reading);
                reading.is(format!("{other:?}"));
            }
        }
    }
    reading.is(format!("{} lines", text.lines().count()));
}

/// The lines of a diagram, with what its ends are called in place of the numbers that the drawing gives them.
fn diagram(text: &str) -> Vec<String> {
    let numbered = |word: &str, letter| {
        word.strip_prefix(letter).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let node = |line: &str| {
        let (number, label) = line.trim().split_once('[')?;
        numbered(number, 'n').then(|| (number.to_string(), format!("[{label}")))
    };
    let labels: std::collections::BTreeMap<String, String> = text.lines().filter_map(node).collect();
    let told = |word: &str| match labels.get(word) {
        Some(label) => label.clone(),
        None if numbered(word, 'g') => String::new(),
        None => word.to_string(),
    };
    let line = |line: &str| match node(line) {
        Some((_, label)) => label,
        None => line.split(' ').map(told).collect::<Vec<_>>().join(" "),
    };
    text.lines().map(line).collect()
}
