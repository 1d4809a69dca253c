#!/usr/bin/env bash
# What this network is joined to: the zone of the API server's name, and other networks.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin "What this network is joined to: the zone of the API server's name, and other networks." "$@"

# The zone that the API server's name stands in.
zone=(--subscription "$API_ZONE_SUBSCRIPTION" --resource-group "$API_ZONE_GROUP")
exists az network private-dns zone show "${zone[@]}" --name "$API_ZONE_NAME" ||
  create "make zone $API_ZONE_NAME" az network private-dns zone create "${zone[@]}" --name "$API_ZONE_NAME" # control: own-dns-zone

# link NAME NETWORK: lets a network see the zone.
link() {
  local at=("${zone[@]}" --zone-name "$API_ZONE_NAME" --name "$1")
  if exists az network private-dns link vnet show "${at[@]}"; then
    expect_link "$2"
    look az network private-dns link vnet show "${at[@]}"
    # A link keeps its network for life.
    wrong "link $1 of zone $API_ZONE_NAME" || return 0
    change "remove link $1 of zone $API_ZONE_NAME, to make it anew" az network private-dns link vnet delete "${at[@]}" --yes
  fi
  create "let network ${2##*/} see zone $API_ZONE_NAME" az network private-dns link vnet create "${at[@]}" --virtual-network "$2" --registration-enabled false # control: own-dns-zone
}
link "$ZONE_LINK" "$ID_VNET"

finish
