# Vaults, keys, private endpoints and identities: what more than one step makes; sourced, not run.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# The names and ids are those of settings.sh.
# shellcheck disable=SC2154

# recovered VAULT: one of this name that was deleted is back, with all that was in it. Purge protection keeps the name.
recovered() {
  az keyvault list-deleted --resource-type vault --query "[?name=='$1'].name" --output tsv >"$SCRATCH/deleted" ||
    die "could not find out whether vault $1 was deleted"
  [[ -s $SCRATCH/deleted ]] || return 1
  change "recover vault $1, which was deleted" az keyvault recover --name "$1" --location "$LOCATION" --resource-group "$GROUP_SECURITY"
  [[ $PLAN == true ]] || poll 300 "vault $1 is back" exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$1"
}

# endpoint NAME ID SERVICE ZONE [SUBNET_ID]: a private address in the network for a service, and the record that leads there.
endpoint() {
  local at=(--resource-group "$GROUP_NETWORK" --name "$1")
  local zone=(--resource-group "$GROUP_NETWORK" --name "$4")
  local link=(--resource-group "$GROUP_NETWORK" --zone-name "$4" --name "$ZONE_LINK")
  local records=(--resource-group "$GROUP_NETWORK" --endpoint-name "$1" --name default)
  exists az network private-dns zone show "${zone[@]}" ||
    create "make zone $4" az network private-dns zone create "${zone[@]}"
  if exists az network private-dns link vnet show "${link[@]}"; then
    expect_link "$ID_VNET"
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
    create "make endpoint $1" az network private-endpoint create "${at[@]}" --location "$LOCATION" --subnet "${5:-$ID_SUBNET_ENDPOINTS}" \
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

# identity NAME WHY
identity() {
  exists az identity show --resource-group "$GROUP_CLUSTER" --name "$1" ||
    create "make identity $1: $2" az identity create --resource-group "$GROUP_CLUSTER" --name "$1" --location "$LOCATION"
}
