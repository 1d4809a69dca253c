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
                reading.says(std::mem::take(&mut said));
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
