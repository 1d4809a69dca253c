#!/usr/bin/env bash
# A cluster whose API server the whole internet reaches, made by the shortest way.
set -euo pipefail
source "$PLANNED/settings.sh"
for step in "$PLANNED"/[1-4]0-*.sh; do "$step"; done

az aks create --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --location "$LOCATION" --yes \
  --tier "$TIER" --kubernetes-version "$KUBERNETES_VERSION" --node-resource-group "$GROUP_NODES" --no-ssh-key \
  --enable-aad --enable-azure-rbac --network-plugin azure --network-plugin-mode overlay --network-dataplane cilium --network-policy cilium \
  --enable-managed-identity --assign-identity "$ID_CLUSTER_IDENTITY" --assign-kubelet-identity "$ID_KUBELET_IDENTITY" \
  --skip-subnet-role-assignment --outbound-type "$OUTBOUND_TYPE" --vnet-subnet-id "$ID_VNET/subnets/${POOL_SUBNETS[0]}" \
  --service-cidr "$SERVICE_RANGE" --dns-service-ip "$DNS_SERVICE" --pod-cidr "$POD_RANGE" \
  --nodepool-name system --node-vm-size "${POOL_SIZES[0]}" --node-count 3 --zones 1 2 3
