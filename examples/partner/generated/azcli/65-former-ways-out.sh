#!/usr/bin/env bash
# What the nodes left through before, if it was another way, is taken off their subnets. The last step names what is left of it.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'What the nodes left through before, if it was another way, is taken off their subnets. The last step names what is left of it.' "$@"

# Not before the cluster knows its new way: until then nodes need the old one.
former_way_out() {
  local at=(--resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1")
  exists az network vnet subnet show "${at[@]}" || return 0
  expect_former "$1"
  look az network vnet subnet show "${at[@]}"
  mend "subnet $1" az network vnet subnet update "${at[@]}" # exception: owned-egress until 2027-06-30: The partner's list takes the gateway's addresses; a NAT gateway would send it everything from one address that all share. (platform-team)
}
for ((i = 0; i < ${#SUBNETS[@]}; i += 5)); do
  if [[ ${SUBNETS[i + 3]} == true ]]; then former_way_out "${SUBNETS[i]}"; fi
done

finish
