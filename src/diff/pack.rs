//! The pack: the contents that were last rendered, in one text file beside the lock. It is the base of a merge.
//!
//! One file, because scanners and GitOps controllers would take a folder of copies for manifests; plain text, because
//! git stores the small changes of text well. A record is `file <sha256> <bytes> <path>`, the content, a line break.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::lock::{Lock, digest};
use crate::tree::{RelPath, Tree};

/// The pack's file name, in the output folder.
pub const PACK_NAME: &str = "aks-harden.base";

const HEAD: &str = "# What aks-harden last rendered, so that it can merge hand edits. Commit it.\nformat 1\n";

/// The last-rendered contents, by path. Untrusted: a content counts only where its hash is the one that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack(BTreeMap<RelPath, String>);

impl Pack {
    /// The pack of a rendering, as text; the lock of the rendering has the hashes already.
    pub fn text_of(tree: &Tree, lock: &Lock) -> String {
        let size: usize = tree.0.values().map(|artifact| artifact.text.len() + 200).sum();
        let mut text = String::with_capacity(size);
        text.push_str(HEAD);
        for (path, artifact) in &tree.0 {
            let Some(locked) = lock.files.get(path) else { continue };
            let content = &artifact.text;
            let _ = writeln!(text, "file {} {} {path}\n{content}", locked.sha256, content.len());
        }
        text
    }

    /// Reads a pack. What cannot be read is left out, which makes a merge impossible and nothing else.
    pub fn parse(text: &str) -> Pack {
        let mut records = BTreeMap::new();
        let mut rest = text.strip_prefix(HEAD).unwrap_or_default();
        while let Some((path, content, after)) = record(rest) {
            records.insert(path, content.to_string());
            rest = after;
        }
        Pack(records)
    }

    /// The content of a file, if the pack holds it with this hash.
    pub fn get(&self, path: &RelPath, sha256: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str).filter(|content| digest(content.as_bytes()) == sha256)
    }
}

fn record(text: &str) -> Option<(RelPath, &str, &str)> {
    let (head, rest) = text.split_once('\n')?;
    let mut fields = head.strip_prefix("file ")?.splitn(3, ' ');
    let (_hash, length, path) = (fields.next()?, fields.next()?.parse::<usize>().ok()?, fields.next()?);
    let content = rest.get(..length)?;
    Some((RelPath::new(path)?, content, rest.get(length..)?.strip_prefix('\n')?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::Stamp;
    use crate::tree::Artifact;

    #[test]
    fn a_pack_gives_back_what_was_rendered_and_nothing_else() {
        let mut tree = Tree::default();
        for (path, text) in [("a.sh", "one\nfile x 3 y\n"), ("b c.yaml", "é\n")] {
            let path = RelPath::new(path).expect("a sound path");
            tree.0.insert(path, Artifact { text: text.into(), executable: false });
        }
        let text = Pack::text_of(&tree, &Lock::of(&tree, Stamp::default()));
        let pack = Pack::parse(&text);
        for (path, artifact) in &tree.0 {
            assert_eq!(pack.get(path, &digest(artifact.text.as_bytes())), Some(artifact.text.as_str()));
            assert_eq!(pack.get(path, &digest(b"other")), None);
        }
        assert_eq!(Pack::parse("nonsense"), Pack::default());
        assert!(Pack::parse(&text[..text.len() - 5]).0.len() < tree.0.len());
    }
}
