#!/usr/bin/env bash
# What the nodes left through before, if it was another way: taken off their subnets, and named where it is still billed.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment prod
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'What the nodes left through before, if it was another way: taken off their subnets, and named where it is still billed.' "$@"

# Not before the cluster knows its new way: until then nodes need the old one.
former_way_out() {
  local at=(--resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1")
  exists az network vnet subnet show "${at[@]}" || return 0
  expect_former "$1"
  look az network vnet subnet show "${at[@]}"
  mend "subnet $1" az network vnet subnet update "${at[@]}" # control: owned-egress
}
for ((i = 0; i < ${#SUBNETS[@]}; i += 5)); do
  if [[ ${SUBNETS[i + 3]} == true ]]; then former_way_out "${SUBNETS[i]}"; fi
done

# Others may know the address: nothing is deleted here.
unused() {
  say " . $1 $2 leads nowhere any more and is yours to delete: $3"
}
firewall=$ID_NETWORK/providers/Microsoft.Network/azureFirewalls/$FIREWALL
if exists az resource show --ids "$firewall" --api-version 2025-05-01; then
  unused firewall "$FIREWALL" "az resource delete --ids $firewall --api-version 2025-05-01, and its policy $FIREWALL_POLICY"
fi
if exists az network public-ip show --resource-group "$GROUP_EGRESS" --name "$FIREWALL_IP"; then
  unused 'public address' "$FIREWALL_IP" "az network public-ip delete --resource-group $GROUP_EGRESS --name $FIREWALL_IP"
fi
if exists az network route-table show --resource-group "$GROUP_NETWORK" --name "$ROUTE_TABLE"; then
  unused 'route table' "$ROUTE_TABLE" "az network route-table delete --resource-group $GROUP_NETWORK --name $ROUTE_TABLE"
fi
if exists az acr cache show --registry "$REGISTRY" --resource-group "$GROUP_SECURITY" --name aks-managed-mcr; then
  unused 'cache rule' aks-managed-mcr "az acr cache delete --registry $REGISTRY --name aks-managed-mcr"
fi

finish
