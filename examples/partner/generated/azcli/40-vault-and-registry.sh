#!/usr/bin/env bash
# Vault and registry, each with a private endpoint and the zone in which the network finds it.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
source ./parts.sh
begin 'Vault and registry, each with a private endpoint and the zone in which the network finds it.' "$@"

vault=(--resource-group "$GROUP_SECURITY" --name "$VAULT")

# to_roles: before a vault stops going by a list of its own, everybody who is on it has a role, and the roles have spread. Somebody
# in no plan would be shut out, so the vault waits for whoever knows what they are.
to_roles() {
  local principal ours=' '
  local -i i
  STRANGERS=''
  [[ $(az keyvault show "${vault[@]}" --query 'to_string(properties.enableRbacAuthorization)' --output tsv) != true ]] || return 0
  az keyvault show "${vault[@]}" --query 'properties.accessPolicies[].objectId' --output tsv >"$SCRATCH/listed"
  while IFS= read -r principal; do
    [[ $ours != *" $principal "* ]] || continue
    [[ -z $(az role assignment list --scope "$ID_VAULT" --include-inherited --fill-principal-name false --fill-role-definition-name false --query "[?principalId=='$principal'].name" --output tsv) ]] || continue
    STRANGERS+="${STRANGERS:+, }$principal"
  done <"$SCRATCH/listed"
  if [[ -z $STRANGERS && $PLAN == false ]] && ! have_spread; then poll 900 'the roles reach the vault' have_spread; fi
}

# have_spread: no role around the vault is younger than ten minutes, which is what Azure takes at most.
have_spread() {
  local newest limit
  TZ=UTC printf -v limit '%(%Y-%m-%dT%H:%M:%S)T' "$(($(printf '%(%s)T' -1) - 600))"
  newest=$(az rest --method get --url "$ID_VAULT/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01" \
    --query "sort(value[].properties.createdOn || ['']) | [-1]" --output tsv)
  [[ $newest < $limit ]]
}

if ! exists az keyvault show "${vault[@]}" && ! recovered "$VAULT"; then
  args=("${vault[@]}" --location "$LOCATION" --sku "$VAULT_SKU")
  args+=(--enable-rbac-authorization "$VAULT_RBAC") # control: key-vault-rbac
  args+=(--retention-days "$VAULT_RETENTION_DAYS")  # control: key-vault-purge-protection
  if [[ $VAULT_PURGE_PROTECTION == true ]]; then
    args+=(--enable-purge-protection true) # control: key-vault-purge-protection
  fi
  if [[ $VAULT_PUBLIC_ACCESS == true ]]; then
    args+=(--public-network-access Enabled --default-action Allow)
  else
    args+=(--public-network-access Disabled --default-action Deny) # control: private-key-vault
  fi
  args+=(--bypass None) # control: private-key-vault
  create "make vault $VAULT" az keyvault create "${args[@]}"
fi
if exists az keyvault show "${vault[@]}"; then
  to_roles
  expect_vault
  look az keyvault show "${vault[@]}"
  mend "vault $VAULT" az keyvault update "${vault[@]}"
fi
endpoint "$VAULT_ENDPOINT" "$ID_VAULT" vault "$VAULT_ZONE" # control: private-key-vault

registry=(--resource-group "$GROUP_SECURITY" --name "$REGISTRY")
if ! exists az acr show "${registry[@]}"; then
  args=("${registry[@]}" --location "$LOCATION")
  args+=(--sku Premium)         # control: private-registry
  args+=(--admin-enabled false) # control: registry-no-shared-credentials
  if [[ $REGISTRY_PUBLIC_ACCESS == true ]]; then
    args+=(--public-network-enabled true --default-action Allow)
  else
    args+=(--public-network-enabled false --default-action Deny) # control: private-registry
  fi
  args+=(--allow-trusted-services false --data-endpoint-enabled true)
  # In the other mode AcrPull gives nothing.
  args+=(--role-assignment-mode rbac) # control: registry-pull-only
  if [[ $REGISTRY_ZONE_REDUNDANT == true ]]; then args+=(--zone-redundancy Enabled); fi
  args+=(--allow-exports "$REGISTRY_EXPORT") # control: no-image-export
  create "make registry $REGISTRY" az acr create "${args[@]}"
fi
if exists az acr show "${registry[@]}"; then
  # `create` has no flag against anonymous pulls, so this comes to it as well.
  expect_registry
  look az acr show "${registry[@]}"
  mend "registry $REGISTRY" az acr update "${registry[@]}"
  expect_retention
  look az acr show "${registry[@]}"
  mend "registry $REGISTRY" az acr config retention update --registry "$REGISTRY" --resource-group "$GROUP_SECURITY" --type UntaggedManifests # control: untagged-images-go
fi
endpoint "$REGISTRY_ENDPOINT" "$ID_REGISTRY" registry "$REGISTRY_ZONE" # control: private-registry
# The nodes pull, and nothing else: whoever takes over a node cannot push an image.
assign_below "$ID_REGISTRY" # control: registry-pull-only

finish
