#!/usr/bin/env bash
# Who may do what: administrators in the cluster, workloads in Azure.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
begin 'Who may do what: administrators in the cluster, workloads in Azure.' "$@"

if ! exists az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER"; then
  [[ $PLAN == true ]] || die "there is no cluster $CLUSTER yet: step 50 makes it"
  say " would: give the administrators their roles"
  finish
fi

# People, by group: Azure decides who they are, and can take it back. A role in one namespace is assigned at its scope.
assign_below "$ID_CLUSTER" # control: azure-rbac, roles-per-namespace

finish
