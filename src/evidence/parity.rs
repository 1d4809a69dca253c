//! Do the two Azure paths leave the same? Compared on the resources' ids and on exactly what evidence reads.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::resource::Resource;
use super::walk::inspect;
use crate::catalog::control::Control;
use crate::catalog::evidence::{Condition, World};

/// Something that one path leaves and the other does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The resource.
    pub resource: String,
    /// Where in it; empty when the whole resource is missing.
    pub path: String,
    /// What the first list has there.
    pub first: Vec<Value>,
    /// What the second list has there.
    pub second: Vec<Value>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |values: &[Value]| match values {
            [] => "nothing".to_string(),
            values => values.iter().map(Value::to_string).collect::<Vec<_>>().join(", "),
        };
        write!(f, "{} {}: {} against {}", self.resource, self.path, side(&self.first), side(&self.second))
    }
}

/// Every difference between two lists of Azure resources that a control could see.
pub fn parity(controls: &[&Control], first: &[Resource], second: &[Resource]) -> Vec<Difference> {
    let by_id = |resources: &[Resource]| -> BTreeMap<String, Resource> {
        resources.iter().map(|resource| (resource.id.to_lowercase(), resource.clone())).collect()
    };
    let (first, second) = (by_id(first), by_id(second));
    let mut found = Vec::new();
    for (id, resource) in first.iter().chain(second.iter().filter(|(id, _)| !first.contains_key(*id))) {
        let (Some(a), Some(b)) = (first.get(id), second.get(id)) else {
            let here = vec![Value::String("is there".into())];
            let (first, second) = if first.contains_key(id) { (here, Vec::new()) } else { (Vec::new(), here) };
            found.push(Difference { resource: resource.id.clone(), path: String::new(), first, second });
            continue;
        };
        for condition in conditions(controls, resource) {
            let (first, second) = (values(condition, a), values(condition, b));
            if first != second {
                let side = |values: Vec<String>| values.into_iter().map(Value::String).collect();
                let path = condition.path.to_string();
                found.push(Difference {
                    resource: resource.id.clone(),
                    path,
                    first: side(first),
                    second: side(second),
                });
            }
        }
    }
    found.dedup();
    found
}

/// Everything that evidence reads of this kind of resource.
fn conditions<'a>(controls: &'a [&'a Control], resource: &'a Resource) -> impl Iterator<Item = &'a Condition> {
    let evidence = controls.iter().flat_map(|control| &control.evidence);
    let mine = evidence.filter(|evidence| evidence.world() == World::Azure && resource.is(&evidence.of));
    mine.flat_map(|evidence| evidence.select.iter().chain(&evidence.demand))
}

/// What stands at a path, in a form in which order and the case of ids mean nothing.
fn values(condition: &Condition, resource: &Resource) -> Vec<String> {
    let proof = inspect(condition, resource, false);
    let mut found: Vec<String> =
        proof.readings().into_iter().filter_map(|reading| reading.found.as_ref().map(canonical)).collect();
    found.sort();
    found
}

fn canonical(value: &Value) -> String {
    match value {
        Value::String(text) if text.starts_with('/') => format!("{:?}", text.to_lowercase()),
        Value::Array(list) => {
            let mut parts: Vec<String> = list.iter().map(canonical).collect();
            parts.sort();
            format!("[{}]", parts.join(", "))
        }
        Value::Object(map) => {
            let mut parts: Vec<String> =
                map.iter().map(|(key, value)| format!("{:?}: {}", key.to_lowercase(), canonical(value))).collect();
            parts.sort();
            format!("{{{}}}", parts.join(", "))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn vault(properties: Value) -> Resource {
        Resource::azure(
            "Microsoft.KeyVault/vaults",
            "/subscriptions/s/providers/Microsoft.KeyVault/vaults/V",
            json!({ "properties": properties }),
        )
    }

    fn control() -> Control {
        let text = "title = 't'\nowner = 'security'\nrationale = 'r'\nattack = 'a'\nbreaks = 'b'\ncosts = 'c'\nrights = 'r'\n\
                    change = 'in place'\nfixed = true\n[[evidence]]\nof = 'Microsoft.KeyVault/vaults'\npath = 'properties.list'\n\
                    contains = 'x'\n";
        Control::parse("secrets/c.toml", text).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn order_and_the_case_of_ids_mean_nothing() {
        let a = vault(json!({ "list": ["/A/b", "x"], "other": 1 }));
        let mut b = vault(json!({ "list": ["x", "/a/B"], "other": 2 }));
        b.id = b.id.to_lowercase();
        assert_eq!(parity(&[&control()], &[a], &[b]), []);
    }

    #[test]
    fn what_evidence_reads_has_to_be_equal() {
        let (a, b) = (vault(json!({ "list": ["x"] })), vault(json!({ "list": ["y"] })));
        let found = parity(&[&control()], std::slice::from_ref(&a), &[b]);
        assert!(matches!(&found[..], [one] if one.path == "properties.list"), "{found:?}");
        assert_eq!(parity(&[&control()], std::slice::from_ref(&a), &[]).len(), 1);
        assert_eq!(parity(&[&control()], &[], &[a]).len(), 1);
    }
}
