//! Signposts: the comments in generated files that name the control which a line implements.

use std::collections::BTreeSet;

/// The control ids that the `control: a, b` comments of a text name.
pub fn signposts(text: &str) -> BTreeSet<String> {
    text.lines().flat_map(in_line).collect()
}

/// The ids in one line. A comment opens with `#`, `//` or `<!--`; prose that merely says "control:" does not count.
fn in_line(line: &str) -> Vec<String> {
    let Some(at) = line.find("control: ") else { return Vec::new() };
    let before = line[..at].trim_end();
    if !["#", "//", "<!--"].iter().any(|opening| before.ends_with(opening)) {
        return Vec::new();
    }
    line[at + "control: ".len()..].split(", ").map_while(leading_id).collect()
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
