#!/usr/bin/env bash
# What this network is joined to: the zone of the API server's name, and other networks.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin "What this network is joined to: the zone of the API server's name, and other networks." "$@"

# The zone that the API server's name stands in; it is not of this tree, and only linked.
zone=(--subscription "$API_ZONE_SUBSCRIPTION" --resource-group "$API_ZONE_GROUP")

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

# peering SUBSCRIPTION GROUP NETWORK NAME REMOTE GATEWAY TRANSIT FORWARDED: one direction.
peering() {
  local at=(--subscription "$1" --resource-group "$2" --vnet-name "$3" --name "$4")
  expect_peering "$5" "$6" "$7" "$8"
  if exists az network vnet peering show "${at[@]}"; then
    look az network vnet peering show "${at[@]}"
    wrong "peering $4 of $3" || return 0
    change "put peering $4 of $3 right" az network vnet peering update "${at[@]}" --set "${FLAGS[@]}"
  else
    change "join $3 to ${5##*/}" az network vnet peering create "${at[@]}" --remote-vnet "$5" --allow-vnet-access true \
      --use-remote-gateways "$6" --allow-gateway-transit "$7" --allow-forwarded-traffic "$8"
  fi
}
for ((i = 0; i < ${#PEERINGS[@]}; i += 9)); do
  p=("${PEERINGS[@]:i:9}")
  # Their side first: this network can use their gateway only once they offer it.
  if [[ ${p[6]} == ours ]]; then peering "${p[3]}" "${p[4]}" "${p[5]}" "${p[1]}" "$ID_VNET" false "${p[7]}" "${p[8]}"; fi
  peering "$SUBSCRIPTION" "$GROUP_NETWORK" "$VNET" "${p[0]}" "${p[2]}" "${p[7]}" false "${p[8]}"
  if [[ ${p[6]} != ours ]]; then say " . the other side of peering ${p[0]} is not ours to change: the runbook has the command for whoever owns ${p[5]}"; fi
done

finish
