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
  expect_closed
  look az network nsg rule list --resource-group "$GROUP_NETWORK" --nsg-name "$1"
  wrong "security group $1" || true
}

# rule NSG NAME WHY PRIORITY ACCESS PROTOCOL SOURCE DESTINATION PORT: an inbound rule.
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

security_group "$NSG_NODES"                                                                                                                                    # control: subnet-nsgs
rule "$NSG_NODES" deny-internet-inbound 'Nothing comes in from the Internet, whatever rule a load balancer would need.' 4000 Deny '*' Internet '*' '*'         # control: subnet-nsgs
security_group "$NSG_INTERNAL_LB"                                                                                                                              # control: subnet-nsgs
rule "$NSG_INTERNAL_LB" deny-internet-inbound 'Internal load balancers answer to the virtual network and what is joined to it.' 4000 Deny '*' Internet '*' '*' # control: subnet-nsgs
security_group "$NSG_ENDPOINTS"                                                                                                                                # control: subnet-nsgs
rule "$NSG_ENDPOINTS" allow-https-from-vnet 'Vault and registry speak HTTPS only.' 100 Allow Tcp VirtualNetwork VirtualNetwork 443
rule "$NSG_ENDPOINTS" deny-all-inbound 'Everything else is closed.' 4096 Deny '*' '*' '*' '*' # control: subnet-nsgs

way_out=''
route_table=(--resource-group "$GROUP_NETWORK" --name "$ROUTE_TABLE")
if exists az network route-table show "${route_table[@]}"; then
  forget
  want 'routes learned from gateways are left out' disableBgpRoutePropagation true --disable-bgp-route-propagation true
  look az network route-table show "${route_table[@]}"
  mend "route table $ROUTE_TABLE" az network route-table update "${route_table[@]}"
else
  args=("${route_table[@]}" --location "$LOCATION" --disable-bgp-route-propagation true)
  create "make route table $ROUTE_TABLE" az network route-table create "${args[@]}"
fi
route=(--resource-group "$GROUP_NETWORK" --route-table-name "$ROUTE_TABLE" --name default-to-appliance)
expect_route
if exists az network route-table route show "${route[@]}"; then
  look az network route-table route show "${route[@]}"
  mend 'route default-to-appliance' az network route-table route update "${route[@]}"
else
  planned_flags
  change "add the default route to the appliance at $NEXT_HOP" az network route-table route create "${route[@]}" "${FLAGS[@]}" # control: owned-egress
fi
way_out=$ID_NETWORK/providers/Microsoft.Network/routeTables/$ROUTE_TABLE # control: owned-egress

network=(--resource-group "$GROUP_NETWORK" --name "$VNET")
if exists az network vnet show "${network[@]}"; then
  forget
  want "$VNET_RANGE is among its ranges" "contains(addressSpace.addressPrefixes, '$VNET_RANGE')" true "addressSpace.addressPrefixes=$VNET_RANGE"
  look az network vnet show "${network[@]}"
  if wrong "network $VNET"; then
    change "add $VNET_RANGE to network $VNET" az network vnet update "${network[@]}" --add addressSpace.addressPrefixes "$VNET_RANGE"
  fi
else
  args=("${network[@]}" --location "$LOCATION" --address-prefixes "$VNET_RANGE")
  create "make network $VNET" az network vnet create "${args[@]}"
fi

# subnet NAME RANGE NSG WAY_OUT
subnet() {
  local at=(--resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1")
  expect_subnet "$2" "$ID_NETWORK/providers/Microsoft.Network/networkSecurityGroups/$3" "$4"
  if exists az network vnet subnet show "${at[@]}"; then
    look az network vnet subnet show "${at[@]}"
    mend "subnet $1" az network vnet subnet update "${at[@]}"
  else
    planned_flags
    change "make subnet $1" az network vnet subnet create "${at[@]}" --address-prefixes "$2" "${FLAGS[@]}"
  fi
}
subnet "$SUBNET_SYSTEM" "$SUBNET_SYSTEM_RANGE" "$NSG_NODES" "$way_out"
subnet "$SUBNET_USER" "$SUBNET_USER_RANGE" "$NSG_NODES" "$way_out"
subnet "$SUBNET_INTERNAL_LB" "$SUBNET_INTERNAL_LB_RANGE" "$NSG_INTERNAL_LB" ''
subnet "$SUBNET_ENDPOINTS" "$SUBNET_ENDPOINTS_RANGE" "$NSG_ENDPOINTS" ''

finish
