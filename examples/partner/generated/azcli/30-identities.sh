#!/usr/bin/env bash
# Identities of the cluster and of each workload, and the roles that the cluster's need before there is a cluster.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./parts.sh
begin "Identities of the cluster and of each workload, and the roles that the cluster's need before there is a cluster." "$@"

identity "$CLUSTER_IDENTITY" 'who the control plane is in Azure'       # control: user-assigned-identities
identity "$KUBELET_IDENTITY" 'who the nodes are when they pull images' # control: user-assigned-identities

# The control plane joins nodes and load balancers to these subnets, and links the zone of its name to the network.
assign_below "$ID_VNET" # control: user-assigned-identities
# It writes the name of the API server into its zone.
assign_below "$API_ZONE" # control: own-dns-zone
# It hands the nodes their identity.
assign_below "$ID_KUBELET_IDENTITY" # control: user-assigned-identities
# It makes snapshots in their group, and nothing else there.
assign_below "$ID_SNAPSHOTS"

finish
