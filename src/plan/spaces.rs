//! The namespaces that a tree makes for itself. They carry the cluster's name, as everything does that is cluster-wide, so that
//! two trees on one cluster have each their own; controls know them by how they end.

use super::settings::Settings;

const TUNNEL: &str = "-cloudflared";
const GATEWAY: &str = "-ingress-gateway";
const CERTIFICATES: &str = "-ingress-certificates";

fn of_cluster(settings: &Settings, end: &str) -> String {
    format!("{}{end}", settings.cluster.name.as_str())
}

/// Where the tunnel runs.
pub(in crate::plan) fn tunnel(settings: &Settings) -> String {
    of_cluster(settings, TUNNEL)
}

/// Where AKS makes the pods of the gateway.
pub(in crate::plan) fn gateway(settings: &Settings) -> String {
    of_cluster(settings, GATEWAY)
}

/// Where the gateway's certificates are kept, and nothing else is.
pub(in crate::plan) fn certificates(settings: &Settings) -> String {
    of_cluster(settings, CERTIFICATES)
}

/// All that this tree has, besides those that the profile file names.
pub(in crate::plan) fn made(settings: &Settings) -> Vec<String> {
    let tunnel = settings.tunnel.enabled.then(|| vec![tunnel(settings)]);
    let gateway = settings.ingress.gateway.then(|| vec![gateway(settings), certificates(settings)]);
    [tunnel, gateway].into_iter().flatten().flatten().collect()
}

/// Whose namespace one of this name would be, in this tree or another.
pub(in crate::plan) fn whose(namespace: &str) -> Option<&'static str> {
    let ends = [(TUNNEL, "a tunnel"), (GATEWAY, "a gateway"), (CERTIFICATES, "a gateway's certificates")];
    ends.into_iter().find(|(end, _)| namespace.ends_with(end)).map(|(_, whose)| whose)
}
