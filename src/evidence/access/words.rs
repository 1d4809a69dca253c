//! Words of a rendered Bash file: what its variables and arrays hold.

/// The words of an array, or of the one value of a variable; nothing where the file has no such variable.
pub(super) fn words(text: &str, name: &str) -> Option<Vec<String>> {
    let line = text.match_indices(name).find(|(at, _)| {
        let starts = *at == 0 || text[..*at].ends_with('\n');
        starts && text[at + name.len()..].starts_with('=')
    });
    let rest = &text[line?.0 + name.len() + 1..];
    Some(match rest.strip_prefix('(') {
        Some(rest) => read(rest, ')'),
        None => read(rest, '\n'),
    })
}

/// Words up to an end that stands outside of quotes. A comment goes to the end of its line.
fn read(text: &str, end: char) -> Vec<String> {
    let mut found = Vec::new();
    let mut word: Option<String> = None;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' => {
                let word = word.get_or_insert_default();
                word.extend(letters.by_ref().take_while(|letter| *letter != '\''));
            }
            '\\' => word.get_or_insert_default().extend(letters.next()),
            '#' if word.is_none() => {
                let _ = letters.by_ref().find(|letter| *letter == '\n');
                if end == '\n' {
                    break;
                }
            }
            letter if letter == end => break,
            letter if letter.is_whitespace() => found.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    found.extend(word);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_a_shell_reads_them() {
        let text = "# OURS=no\nXOURS='a'\nOURS=(\n  'one' two # control: 'x'\n  'it'\\''s (it)'\n  '' # end\n)\nALSO=()\nONE='a b' # c\nTWO=true\n";
        let of = |name: &str| words(text, name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(of("OURS"), ["one", "two", "it's (it)", ""]);
        assert!(of("ALSO").is_empty());
        assert_eq!((of("ONE"), of("TWO")), (vec!["a b".to_string()], vec!["true".to_string()]));
        assert_eq!(words(text, "URS"), None);
        assert_eq!(words(text, "OUR"), None);
    }
}
