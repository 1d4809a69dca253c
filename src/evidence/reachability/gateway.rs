//! Static egress gateways of AKS: what a pod that names one sends outside goes to the gateway's nodes in a tunnel, and no network policy
//! sees it. Only what the gateway's configuration excludes stays with the pod's own network.

use ipnet::Ipv4Net;
use serde_json::Value as Json;

use super::network_policy::range;
use super::read::{known, list};

/// The annotation by which a pod names a configuration of its namespace.
const ANNOTATION: &str = "/metadata/annotations/kubernetes.azure.com~1static-gateway-configuration";

/// One configuration, by its namespace and name.
#[derive(Debug, Clone)]
pub(super) struct Gateway {
    pub(super) namespace: String,
    pub(super) name: String,
    /// What does not go through it.
    pub(super) excluded: Vec<Ipv4Net>,
}

impl Gateway {
    pub(super) fn read(namespace: &str, name: &str, spec: &Json) -> Result<Gateway, String> {
        // A default route of its own would turn the meaning of the exclusions round.
        known(spec, &["gatewayNodepoolName", "provisionPublicIps", "publicIpPrefixId", "excludeCidrs"])?;
        let excluded = list(spec, "excludeCidrs")?.iter().map(range).collect::<Result<_, _>>()?;
        Ok(Gateway { namespace: namespace.into(), name: name.into(), excluded })
    }

    /// Whether an address is reached through it.
    pub(super) fn carries(&self, address: u32) -> bool {
        !self.excluded.iter().any(|net| net.contains(&std::net::Ipv4Addr::from(address)))
    }
}

/// The configuration that the pods of a template name.
pub(super) fn named(template: &Json) -> Option<String> {
    template.pointer(ANNOTATION).and_then(Json::as_str).filter(|name| !name.is_empty()).map(String::from)
}
