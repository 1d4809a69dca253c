//! What entries of a table take from elsewhere where they say nothing of their own.

use std::collections::BTreeMap;

use super::layer::Layer;

/// Tables whose values lie under each entry of another one.
pub(super) const INHERITED: [(&str, &str); 3] =
    [("workload_defaults", "workloads"), ("nodes", "nodes.pools"), ("storage", "storage.classes")];

/// Puts the values of one table under every entry of another.
pub(super) fn inherit(
    table: &mut toml::Table,
    from: &str,
    entries: &str,
    winners: &mut BTreeMap<String, usize>,
    layers: &[Layer],
) {
    let mut defaults = table.get(from).and_then(toml::Value::as_table).cloned().unwrap_or_default();
    let mut inner = Some(table);
    for key in entries.split('.') {
        defaults.remove(key);
        let entry = inner.map(|table| table.entry(key).or_insert_with(|| toml::Value::Table(toml::Table::new())));
        inner = entry.and_then(toml::Value::as_table_mut);
    }
    for (name, entry) in inner.into_iter().flatten() {
        let Some(entry) = entry.as_table_mut() else {
            continue;
        };
        for (key, value) in &defaults {
            if !entry.contains_key(key) {
                entry.insert(key.clone(), value.clone());
                let from = winners.get(&format!("{from}.{key}")).copied().unwrap_or(0);
                winners.insert(format!("{entries}.{name}.{key}"), from.min(layers.len().saturating_sub(1)));
            }
        }
    }
}

/// The node pools in the order in which the layers bring them; those that are to be none are taken out.
pub(super) fn pools(table: &mut toml::Table, layers: &[Layer]) -> Vec<String> {
    let nodes = table.get_mut("nodes").and_then(toml::Value::as_table_mut);
    let Some(pools) = nodes.and_then(|nodes| nodes.get_mut("pools")).and_then(toml::Value::as_table_mut) else {
        return Vec::new();
    };
    pools.retain(|_, pool| pool.get("mode").and_then(toml::Value::as_str) != Some("none"));
    // No two pools can have one range, so it is the one option without a default in [nodes].
    for pool in pools.iter_mut().filter_map(|(_, pool)| pool.as_table_mut()) {
        pool.entry("subnet").or_insert_with(|| "auto".into());
    }
    let mut order: Vec<String> = pools.keys().cloned().collect();
    order.sort_by_key(|name| {
        let brings = |layer: &Layer| layer.table.get("nodes")?.get("pools")?.get(name).map(|_| ());
        let layer = layers.iter().position(|layer| brings(layer).is_some());
        let place = layer.and_then(|index| layers[index].place(&format!("nodes.pools.{name}")));
        (layer, place.map(|place| (place.line, place.column)))
    });
    order
}

/// Settings of a workload that are those of the whole cluster where it does not say otherwise.
pub(super) const SHARED: [(&str, &str); 1] = [("vault_identity", "key_vault.identity")];

/// Gives workloads the settings of [`SHARED`] that they do not have themselves.
pub(super) fn shared(table: &mut toml::Table, winners: &mut BTreeMap<String, usize>, layers: &[Layer]) {
    for (key, source) in SHARED {
        let Some(value) = lookup(table, source).cloned() else { continue };
        let workloads = table.get_mut("workloads").and_then(toml::Value::as_table_mut);
        for (name, workload) in workloads.into_iter().flatten() {
            if let Some(workload) = workload.as_table_mut().filter(|workload| !workload.contains_key(key)) {
                workload.insert(key.into(), value.clone());
                let from = winners.get(source).copied().unwrap_or(0);
                winners.insert(format!("workloads.{name}.{key}"), from.min(layers.len().saturating_sub(1)));
            }
        }
    }
}

fn lookup<'a>(table: &'a toml::Table, key: &str) -> Option<&'a toml::Value> {
    let mut parts = key.split('.');
    let first = table.get(parts.next()?)?;
    parts.try_fold(first, |value, part| value.get(part))
}
