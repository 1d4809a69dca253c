//! Signposts: the comments in generated files that name the control which a line implements.

use std::collections::BTreeSet;

const WORD: &str = "control: ";

/// The control ids that the `control: a, b` comments of a text name. A comment opens with `#`, `//` or `<!--`; prose that
/// merely says "control:" does not count.
pub fn signposts(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices(WORD) {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = text[line..at].trim_end();
        if ["#", "//", "<!--"].iter().any(|opening| before.ends_with(opening)) {
            let rest = text[at + WORD.len()..].lines().next().unwrap_or_default();
            found.extend(rest.split(", ").map_while(leading_id));
        }
    }
    found
}

fn leading_id(text: &str) -> Option<String> {
    let id: String =
        text.trim_start().chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').collect();
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        signposts(text).into_iter().collect()
    }

    #[test]
    fn comments_of_every_output_language_count() {
        assert_eq!(ids("az aks create # control: no-ssh-key"), ["no-ssh-key"]);
        assert_eq!(ids("  // control: private-cluster, no-public-fqdn\n"), ["no-public-fqdn", "private-cluster"]);
        assert_eq!(ids("<!-- control: paid-tier -->"), ["paid-tier"]);
    }

    #[test]
    fn prose_does_not_count() {
        assert!(ids("the control: private-cluster").is_empty());
        assert!(ids("# control: ").is_empty());
    }
}
