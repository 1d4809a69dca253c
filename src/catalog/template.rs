//! A template as it is embedded: its path is its id, its output path and its registration.

/// A template.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its path below `templates/`, such as `azcli/settings.sh.j2`; its id.
    pub path: String,
    /// Its text.
    pub text: &'static str,
}

impl Template {
    /// The path of what it renders, below the output folder; `None` for a partial.
    pub fn output(&self) -> Option<String> {
        let path = self.path.strip_suffix(".j2")?;
        let file = path.rsplit('/').next()?;
        if file.starts_with('_') {
            return None;
        }
        Some(path.strip_prefix("docs/").unwrap_or(path).to_string())
    }
}
