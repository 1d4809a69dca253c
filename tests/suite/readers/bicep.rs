//! Reads the tokens of Bicep and of its parameter files, by the rules of its lexer: strings with their escapes and
//! interpolation, strings over several lines, comments, numbers, words, signs; brackets have to match.

use super::Reading;

struct Lexer<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    /// The brackets that are open.
    open: Vec<char>,
}

pub(super) fn read(text: &str, reading: &mut Reading) -> Result<(), String> {
    let mut lexer = Lexer { chars: text.chars().peekable(), open: Vec::new() };
    while lexer.chars.peek().is_some() {
        lexer.token(reading)?;
    }
    if lexer.open.is_empty() { Ok(()) } else { Err(format!("{:?} stay open", lexer.open)) }
}

impl Lexer<'_> {
    fn next(&mut self, wanted: char) -> bool {
        self.chars.next_if_eq(&wanted).is_some()
    }

    fn while_it(&mut self, is: impl Fn(char) -> bool) -> String {
        let mut found = String::new();
        while let Some(c) = self.chars.next_if(|c| is(*c)) {
            found.push(c);
        }
        found
    }

    fn token(&mut self, reading: &mut Reading) -> Result<(), String> {
        let Some(c) = self.chars.next() else { return Ok(()) };
        match c {
            ' ' | '\t' => {}
            '\n' => reading.is("line"),
            '/' if self.next('/') => {
                let comment = self.while_it(|c| c != '\n');
                match comment.split_once("exception: ") {
                    Some((before, exception)) => {
                        reading.is(before);
                        reading.says(exception);
                    }
                    None => reading.is(comment),
                }
            }
            '/' if self.next('*') => return Err("a comment over several lines: none of ours".into()),
            '#' => {
                let directive = self.while_it(|c| c != '\n');
                reading.is(directive);
            }
            '\'' => self.string(reading)?,
            '(' | '[' | '{' => {
                self.open.push(c);
                reading.is(c);
            }
            ')' | ']' | '}' => {
                let wanted = match c {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                if self.open.pop() != Some(wanted) {
                    return Err(format!("`{c}` closes nothing"));
                }
                reading.is(c);
            }
            c if c.is_ascii_alphanumeric() || c == '_' => {
                let rest = self.while_it(|c| c.is_ascii_alphanumeric() || c == '_');
                // A key is a text, in quotes or without.
                let key = self.open.last() == Some(&'{') && self.chars.peek() == Some(&':');
                if key { reading.says(format!("{c}{rest}")) } else { reading.is(format!("{c}{rest}")) }
            }
            c if "@=:.,?!|&<>+-*/%~".contains(c) => reading.is(c),
            c => return Err(format!("U+{:04X} begins no token", u32::from(c))),
        }
        Ok(())
    }

    fn string(&mut self, reading: &mut Reading) -> Result<(), String> {
        if self.next('\'') {
            if self.next('\'') {
                return Err("a string over several lines: none of ours".into());
            }
            reading.says("");
            return Ok(());
        }
        let mut text = String::new();
        loop {
            let c = self.chars.next().ok_or("a string does not end")?;
            match c {
                '\'' => break,
                '\n' | '\r' => return Err(format!("a line ends in a string: {text}")),
                '\\' => text.push(self.escape()?),
                '$' if self.next('{') => {
                    reading.says(std::mem::take(&mut text));
                    reading.is("${");
                    let depth = self.open.len();
                    self.open.push('{');
                    while self.open.len() > depth {
                        if self.chars.peek().is_none() {
                            return Err("an interpolation does not end".into());
                        }
                        self.token(reading)?;
                    }
                }
                c => text.push(c),
            }
        }
        reading.says(text);
        Ok(())
    }

    fn escape(&mut self) -> Result<char, String> {
        match self.chars.next() {
            Some(c @ ('\\' | '\'' | '$')) => Ok(c),
            Some('n') => Ok('\n'),
            Some('r') => Ok('\r'),
            Some('t') => Ok('\t'),
            Some('u') if self.next('{') => {
                let hex = self.while_it(|c| c.is_ascii_hexdigit());
                let found = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32).filter(|_| self.next('}'));
                found.ok_or_else(|| format!("\\u{{{hex} is no character"))
            }
            other => Err(format!("there is no escape {other:?}")),
        }
    }
}

#[test]
fn the_reader_knows_bicep() {
    let texts = |text: &str| {
        let mut reading = Reading::default();
        read(text, &mut reading).map(|()| reading.texts)
    };
    assert_eq!(texts("param a = 'it\\'s \\${x} \\\\ \\u{202e}' // why\n").unwrap(), ["it's ${x} \\ \u{202e}"]);
    assert_eq!(texts("var a = 'x-${b['k']}-y'").unwrap(), ["x-", "k", "-y"]);
    assert_eq!(texts("var a = ''\nvar b = $").unwrap_err(), "U+0024 begins no token");
    for broken in ["'a", "'a\n'", "'\\x'", "{", "(]", "'${a'", "\"a\"", "`"] {
        assert!(texts(broken).is_err(), "{broken}");
    }
}
