#!/usr/bin/env bash
# Vault and registry, each with a private endpoint and the zone in which the network finds it.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'Vault and registry, each with a private endpoint and the zone in which the network finds it.' "$@"

# endpoint NAME ID SERVICE ZONE: a private address in the network for a service, and the record that leads there.
endpoint() {
  local at=(--resource-group "$GROUP_NETWORK" --name "$1")
  local zone=(--resource-group "$GROUP_NETWORK" --name "$4")
  local link=(--resource-group "$GROUP_NETWORK" --zone-name "$4" --name "$ZONE_LINK")
  local records=(--resource-group "$GROUP_NETWORK" --endpoint-name "$1" --name default)
  exists az network private-dns zone show "${zone[@]}" ||
    create "make zone $4" az network private-dns zone create "${zone[@]}"
  if exists az network private-dns link vnet show "${link[@]}"; then
    expect_link
    look az network private-dns link vnet show "${link[@]}"
    # A link keeps its network for life.
    if wrong "link of zone $4"; then change "remove the link of zone $4, to make it anew" az network private-dns link vnet delete "${link[@]}" --yes; fi
  fi
  exists az network private-dns link vnet show "${link[@]}" ||
    create "let the network see zone $4" az network private-dns link vnet create "${link[@]}" --virtual-network "$ID_VNET" --registration-enabled false
  if exists az network private-endpoint show "${at[@]}"; then
    expect_endpoint "$2"
    look az network private-endpoint show "${at[@]}"
    # An endpoint whose service was deleted stays cut off, even when the service comes back.
    if wrong "endpoint $1"; then change "remove endpoint $1, to make it anew" az network private-endpoint delete "${at[@]}"; fi
  fi
  if ! exists az network private-endpoint show "${at[@]}"; then
    create "make endpoint $1" az network private-endpoint create "${at[@]}" --location "$LOCATION" --subnet "$ID_SUBNET_ENDPOINTS" \
      --private-connection-resource-id "$2" --group-ids "$3" --connection-name "$3" # control: private-key-vault, private-registry
  fi
  if exists az network private-endpoint dns-zone-group show "${records[@]}"; then
    expect_records "$4"
    look az network private-endpoint dns-zone-group show "${records[@]}"
    if wrong "record of $1"; then change "remove the record of $1, to write it anew" az network private-endpoint dns-zone-group delete "${records[@]}"; fi
  fi
  exists az network private-endpoint dns-zone-group show "${records[@]}" ||
    change "write the record of $1 into zone $4" az network private-endpoint dns-zone-group create "${records[@]}" \
      --private-dns-zone "$ID_NETWORK/providers/Microsoft.Network/privateDnsZones/$4" --zone-name "$3"
}

vault=(--resource-group "$GROUP_SECURITY" --name "$VAULT")
if ! exists az keyvault show "${vault[@]}"; then
  deleted=$(az keyvault list-deleted --resource-type vault --query "[?name=='$VAULT'].name" --output tsv)
  if [[ -n $deleted ]]; then
    # Purge protection keeps the name; and what was in the vault comes back with it.
    change "recover vault $VAULT, which was deleted" az keyvault recover --name "$VAULT" --location "$LOCATION" --resource-group "$GROUP_SECURITY"
    [[ $PLAN == true ]] || poll 300 "vault $VAULT is back" exists az keyvault show "${vault[@]}"
  else
    args=("${vault[@]}" --location "$LOCATION" --sku "$VAULT_SKU")
    args+=(--enable-rbac-authorization true)         # control: key-vault-rbac
    args+=(--retention-days "$VAULT_RETENTION_DAYS") # control: key-vault-purge-protection
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
fi
if exists az keyvault show "${vault[@]}"; then
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
  create "make registry $REGISTRY" az acr create "${args[@]}"
fi
if exists az acr show "${registry[@]}"; then
  # `create` has no flag against anonymous pulls, so this comes to it as well.
  expect_registry
  look az acr show "${registry[@]}"
  mend "registry $REGISTRY" az acr update "${registry[@]}"
fi
endpoint "$REGISTRY_ENDPOINT" "$ID_REGISTRY" registry "$REGISTRY_ZONE" # control: private-registry
# The nodes pull, and nothing else: whoever takes over a node cannot push an image.
assign_below "$ID_REGISTRY" # control: registry-pull-only

finish
