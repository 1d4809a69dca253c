#!/usr/bin/env bash
# Who may do what: administrators in the cluster, workloads in Azure.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'Who may do what: administrators in the cluster, workloads in Azure.' "$@"

if ! exists az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER"; then
  [[ $PLAN == true ]] || die "there is no cluster $CLUSTER yet: step 50 makes it"
  say " would: give the administrators their roles, and let each workload's service account act as its identity"
  finish
fi

# The administrators, by group: Azure decides who they are, and can take it back.
assign_below "$ID_CLUSTER" # control: azure-rbac

# Each identity takes the tokens of one service account of this cluster.
issuer=$(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query oidcIssuerProfile.issuerUrl --output tsv)
credential() {
  local at=(--resource-group "$GROUP_CLUSTER" --identity-name "$2" --name "$3") other
  expect_credential "$issuer" "$4"
  if ! exists az identity federated-credential show "${at[@]}"; then
    planned_flags
    change "let $4 act as $2" az identity federated-credential create "${at[@]}" "${FLAGS[@]}" # control: exact-federated-credentials
  else
    look az identity federated-credential show "${at[@]}"
    if wrong "credential $3"; then
      planned_flags
      change "put credential $3 right" az identity federated-credential update "${at[@]}" "${FLAGS[@]}"
    fi
  fi
  [[ $PLAN == false ]] || return 0
  az identity federated-credential list --resource-group "$GROUP_CLUSTER" --identity-name "$2" --query "[?name!='$3'].name" --output tsv >"$SCRATCH/others"
  while IFS= read -r other; do
    stuck "identity $2: exact-federated-credentials: another credential" "$other" none \
      "if nobody needs it: az identity federated-credential delete --resource-group $GROUP_CLUSTER --identity-name $2 --name $other --yes" # control: exact-federated-credentials
  done <"$SCRATCH/others"
}
for ((i = 0; i < ${#WORKLOADS[@]}; i += 4)); do
  credential "${WORKLOADS[@]:i:4}"
done

# A vault that was deleted and recovered has its secrets again, but not who may read them. A secret that is not there yet
# gets its reader from secrets.sh.
if exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$VAULT"; then
  az rest --method get --url "$ID_VAULT/secrets?api-version=2026-02-01" --query 'value[].name' --output tsv >"$SCRATCH/secrets"
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    name=${VAULT_SECRETS[i]}
    grep -qix -- "$name" "$SCRATCH/secrets" || continue
    assign "${VAULT_SECRETS[i + 3]}" 4633458b-17de-408a-b874-0445c86b69e6 'Key Vault Secrets User' "${VAULT_SECRETS[i + 2]}" ServicePrincipal "$ID_VAULT/secrets/$name" # control: one-identity-per-workload
  done
fi

finish
