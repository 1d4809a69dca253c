#!/usr/bin/env bash
# What is watched and what is refused: logs, policies, Defender.

# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'What is watched and what is refused: logs, policies, Defender.' "$@"

# diagnostics WHAT ID LOGS CATEGORY...: a resource's logs and metrics go to the workspace.
diagnostics() {
  local what=$1 id=$2 logs=$3
  shift 3
  if exists az monitor diagnostic-settings show --resource "$id" --name "$DIAGNOSTICS"; then
    expect_diagnostics "$@"
    look az monitor diagnostic-settings show --resource "$id" --name "$DIAGNOSTICS"
    wrong "logs of $what" || return 0
  fi
  change "send the logs of $what to the workspace" az monitor diagnostic-settings create --resource "$id" --name "$DIAGNOSTICS" \
    --workspace "$ID_WORKSPACE" --export-to-resource-specific true --logs "$logs" --metrics '[{"category": "AllMetrics", "enabled": true}]'
}

# Tables of their own, so that the audit log can be kept longer and read alone.
logs=$(printf ', {"category": "%s", "enabled": true}' "${CATEGORIES[@]}")
diagnostics "cluster $CLUSTER" "$ID_CLUSTER" "[${logs#, }]" "${CATEGORIES[@]}"                        # control: audit-logs
diagnostics "registry $REGISTRY" "$ID_REGISTRY" '[{"categoryGroup": "audit", "enabled": true}]' audit # control: registry-audit-logs
diagnostics "vault $VAULT" "$ID_VAULT" '[{"categoryGroup": "audit", "enabled": true}]' audit          # control: vault-audit-logs

# policy NAME DISPLAY_NAME SCOPE DEFINITION PARAMETERS TYPES: TYPES are the resource types that it refuses, if it is about those.
policy() {
  if exists az policy assignment show --name "$1" --scope "$3"; then
    expect_policy "$4" "$6"
    look az policy assignment show --name "$1" --scope "$3"
    wrong "policy $1 on ${3##*/}" || return 0
    # An assignment keeps its definition for life; the rest can be written over it.
    if off 0; then change "remove policy $1, to assign it anew" az policy assignment delete --name "$1" --scope "$3"; fi
  fi
  change "assign policy $1 to ${3##*/}" az policy assignment create --name "$1" --display-name "$2" --scope "$3" \
    --policy "$4" --params "$5" --enforcement-mode Default
}

effect="\"effect\": {\"value\": \"$POLICY_EFFECT\"}"
# The namespaces that the definition excludes stay excluded: AKS has load balancers of its own there.
policy "$POLICY_LOAD_BALANCERS" 'Internal load balancers only' "$ID_CLUSTER_GROUP" "$POLICY_LOAD_BALANCERS_ID" "{$effect}" '' # control: internal-load-balancers-only
# Every group of ours but the one that holds the way out. The nodes' group is AKS's own.
no_addresses="{$effect, \"listOfResourceTypesNotAllowed\": {\"value\": [\"Microsoft.Network/publicIPAddresses\"]}}" # control: no-public-ip-addresses
for scope in "$ID_NETWORK" "$ID_CLUSTER_GROUP" "$ID_SECURITY" "$ID_SNAPSHOTS"; do
  policy "$POLICY_PUBLIC_IPS" 'No public IP addresses' "$scope" "$POLICY_PUBLIC_IPS_ID" "$no_addresses" Microsoft.Network/publicIPAddresses # control: no-public-ip-addresses
done

# The plan holds for the whole subscription, and is billed for every cluster in it.
expect_plan
look az security pricing show --name Containers
mend 'Defender for Containers' az security pricing create --name Containers # control: defender-plan

finish
