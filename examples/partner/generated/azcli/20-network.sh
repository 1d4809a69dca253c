#!/usr/bin/env bash
# Virtual network: security groups, the way out, subnets. The way out comes first, since no subnet has one by default.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'Virtual network: security groups, the way out, subnets.' "$@"

# Creating a security group, a route table or a network that is there would empty it: ask first, always.
security_group() {
  if ! exists az network nsg show --resource-group "$GROUP_NETWORK" --name "$1"; then
    create "make security group $1" az network nsg create --resource-group "$GROUP_NETWORK" --name "$1" --location "$LOCATION"
    return
  fi
  expect_closed "$1"
  look az network nsg rule list --resource-group "$GROUP_NETWORK" --nsg-name "$1"
  wrong "security group $1" || true
}

# rule NSG NAME WHY PRIORITY DIRECTION ACCESS PROTOCOL SOURCE DESTINATION PORT
rule() {
  local at=(--resource-group "$GROUP_NETWORK" --nsg-name "$1" --name "$2") why=$3
  expect_rule "${@:4}"
  if exists az network nsg rule show "${at[@]}"; then
    look az network nsg rule show "${at[@]}"
    mend "rule $2 of $1" az network nsg rule update "${at[@]}"
  else
    planned_flags
    change "add rule $2 to $1: $why" az network nsg rule create "${at[@]}" --description "$why" "${FLAGS[@]}"
  fi
}

for group in "${SECURITY_GROUPS[@]}"; do security_group "$group"; done # control: subnet-nsgs
for ((i = 0; i < ${#RULES[@]}; i += 10)); do rule "${RULES[@]:i:10}"; done

way_out=''

network=(--resource-group "$GROUP_NETWORK" --name "$VNET")
if exists az network vnet show "${network[@]}"; then
  forget
  want "$VNET_RANGE is among its ranges" "contains(addressSpace.addressPrefixes, '$VNET_RANGE')" true "addressSpace.addressPrefixes=$VNET_RANGE"
  look az network vnet show "${network[@]}"
  if wrong "network $VNET"; then
    change "add $VNET_RANGE to network $VNET" az network vnet update "${network[@]}" --add addressSpace.addressPrefixes "$VNET_RANGE"
  fi
  expect_names
  look az network vnet show "${network[@]}"
  if wrong "network $VNET"; then
    change "put network $VNET right" az network vnet update "${network[@]}" "${FLAGS[@]}"
    say ' . machines that run ask the old servers until they start anew: az aks nodepool upgrade --node-image-only does it, node by node'
  fi
else
  args=("${network[@]}" --location "$LOCATION" --address-prefixes "$VNET_RANGE")
  create "make network $VNET" az network vnet create "${args[@]}"
fi

# subnet NAME RANGE SECURITY_GROUP WAY_OUT DELEGATION
subnet() {
  local at=(--resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1")
  expect_subnet "${@:2}" "$way_out"
  if exists az network vnet subnet show "${at[@]}"; then
    look az network vnet subnet show "${at[@]}"
    mend "subnet $1" az network vnet subnet update "${at[@]}"
  else
    planned_flags
    change "make subnet $1" az network vnet subnet create "${at[@]}" --address-prefixes "$2" "${FLAGS[@]}"
  fi
}
for ((i = 0; i < ${#SUBNETS[@]}; i += 5)); do subnet "${SUBNETS[@]:i:5}"; done

finish
