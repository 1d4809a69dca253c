//! What Azure itself puts where nothing is said: only then is a value that one path sends and the other does not the
//! same value.

use serde_json::{Value, json};

/// One default of the service.
pub(super) struct ServiceDefault {
    /// The resource type.
    pub(super) kind: &'static str,
    /// Where, as a JSON pointer into the body.
    pub(super) pointer: &'static str,
    /// What it is.
    pub(super) value: Value,
}

/// The table. Each with its source.
pub(super) fn defaults() -> Vec<ServiceDefault> {
    let pool = "Microsoft.ContainerService/managedClusters/agentPools";
    let default = |kind, pointer, value| ServiceDefault { kind, pointer, value };
    vec![
        // `az aks create` says nothing of it for a public cluster; the property's documentation in the ARM types.
        default(
            "Microsoft.ContainerService/managedClusters",
            "/properties/apiServerAccessProfile/enablePrivateCluster",
            json!(false),
        ),
        // `az aks create` sends an empty list for a private cluster, and `az network nsg rule create` where a rule names one source.
        default(
            "Microsoft.ContainerService/managedClusters",
            "/properties/apiServerAccessProfile/authorizedIPRanges",
            json!([]),
        ),
        // `az aks create` has a switch for the driver for blobs, and none against it; the property's documentation in the ARM types.
        default(
            "Microsoft.ContainerService/managedClusters",
            "/properties/storageProfile/blobCSIDriver/enabled",
            json!(false),
        ),
        default(
            "Microsoft.Network/networkSecurityGroups/securityRules",
            "/properties/sourceAddressPrefixes",
            json!([]),
        ),
        // `az aks nodepool add` sends an empty list where no taint is given; a GET shows none either way.
        default(pool, "/properties/nodeTaints", json!([])),
        // The request builder of `az aks nodepool add`, and the property's documentation in the ARM types.
        default(pool, "/properties/enableNodePublicIP", json!(false)),
        default(pool, "/properties/enableEncryptionAtHost", json!(false)),
        default(pool, "/properties/enableFIPS", json!(false)),
        default(pool, "/properties/workloadRuntime", json!("OCIContainer")),
        // The documentation of the property: a pool that says nothing has local users.
        default(pool, "/properties/securityProfile/sshAccess", json!("LocalUser")),
    ]
}
