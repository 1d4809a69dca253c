#!/usr/bin/env bash
# Resource groups, and the workspace that everything later reports to.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'Resource groups, and the workspace that everything later reports to.' "$@"

group() {
  local show=(az group show --name "$1")
  if ! exists "${show[@]}"; then
    create "make resource group $1: $2" az group create --name "$1" --location "$LOCATION"
    return
  fi
  forget
  fixed region location "$LOCATION" 'a group stays where it is; what is in it can be elsewhere'
  look "${show[@]}"
  mend "group $1" az tag update --resource-id "/subscriptions/$SUBSCRIPTION/resourceGroups/$1" --operation Merge --tags
}

group "$GROUP_NETWORK" 'network, zones and private endpoints'
group "$GROUP_CLUSTER" 'the cluster and its identities'
group "$GROUP_SECURITY" 'what outlives a cluster: vault, registry and logs'
group "$GROUP_SNAPSHOTS" 'snapshots of disks: in the group of the nodes they would go with the cluster'

workspace=(--resource-group "$GROUP_SECURITY" --workspace-name "$WORKSPACE")
if exists az monitor log-analytics workspace show "${workspace[@]}"; then
  expect_workspace
  look az monitor log-analytics workspace show "${workspace[@]}"
  mend "workspace $WORKSPACE" az monitor log-analytics workspace update "${workspace[@]}"
else
  args=("${workspace[@]}" --location "$LOCATION" --sku PerGB2018)
  args+=(--retention-time "$LOG_RETENTION_DAYS") # control: log-retention
  # Private ingestion would need a private link scope of its own; what comes in and who reads is up to Entra ID.
  args+=(--ingestion-access Enabled --query-access Enabled)
  create "make workspace $WORKSPACE: logs of cluster and vault" az monitor log-analytics workspace create "${args[@]}"
fi

finish
