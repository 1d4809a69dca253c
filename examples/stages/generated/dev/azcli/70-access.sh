#!/usr/bin/env bash
# Who may do what: administrators in the cluster, workloads in Azure.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment dev
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
source ./parts.sh
begin 'Who may do what: administrators in the cluster, workloads in Azure.' "$@"

if ! exists az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER"; then
  [[ $PLAN == true ]] || die "there is no cluster $CLUSTER yet: step 50 makes it"
  say " would: give the administrators their roles, and let each workload's service account act as its identity"
  finish
fi

# People, by group: Azure decides who they are, and can take it back. A role in one namespace is assigned at its scope.
assign_below "$ID_CLUSTER" # control: azure-rbac, roles-per-namespace

# Each identity takes the tokens of one service account of this cluster.
issuer=$(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query oidcIssuerProfile.issuerUrl --output tsv)
for ((i = 0; i < ${#WORKLOADS[@]}; i += 4)); do OURS+="${WORKLOADS[i + 1]} ${WORKLOADS[i + 2]}"$'\n'; done
for ((i = 0; i < ${#WORKLOADS[@]}; i += 4)); do
  credential "$issuer" "${WORKLOADS[@]:i+1:3}"
done

# A vault that was deleted and recovered has its secrets again, but not who may read them. A secret that is not there yet
# gets its reader from secrets.sh.
if exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$VAULT"; then let_readers_in; fi

finish
