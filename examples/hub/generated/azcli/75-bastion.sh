#!/usr/bin/env bash
# The way in for people: Bastion, and the machine that it leads to. Making it takes about ten minutes.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'The way in for people: Bastion, and the machine that it leads to.' "$@"

# roles ID VERSION: who may use it; there is nothing to hold a role on before it is there.
roles() {
  if exists az resource show --ids "$1" --api-version "$2"; then
    assign_below "$1"
  else
    say " would: give the administrators their role on ${1##*/}"
  fi
}

address=(--resource-group "$GROUP_EGRESS" --name "$BASTION_ADDRESS")
exists az network public-ip show "${address[@]}" ||
  create "make public address $BASTION_ADDRESS: where Bastion is called" az network public-ip create "${address[@]}" --location "$LOCATION" --sku Standard --allocation-method Static --version IPv4 --idle-timeout 4

if exists az resource show --ids "$ID_BASTION" --api-version 2025-05-01; then
  expect_bastion
  look az resource show --ids "$ID_BASTION" --api-version 2025-05-01
  if wrong "Bastion $BASTION"; then put "put Bastion $BASTION right" "$ID_BASTION?api-version=2025-05-01" "$BASTION_BODY"; fi
else
  put "make Bastion $BASTION: about ten minutes" "$ID_BASTION?api-version=2025-05-01" "$BASTION_BODY"
fi
roles "$ID_BASTION" 2025-05-01

# A machine to hop over. Nobody holds a key or a password to it: people sign in by Entra ID, without rights of an administrator.
interface=(--resource-group "$GROUP_CLUSTER" --name "$JUMP_HOST_INTERFACE")
if exists az network nic show "${interface[@]}"; then
  expect_interface
  look az network nic show "${interface[@]}"
  wrong "interface $JUMP_HOST_INTERFACE" || true
else
  create "make interface $JUMP_HOST_INTERFACE, without a public address" az network nic create "${interface[@]}" --location "$LOCATION" --subnet "$ID_SUBNET_JUMP_HOST" # control: jump-host
fi
if exists az resource show --ids "$ID_JUMP_HOST" --api-version 2025-04-01; then
  expect_jump_host
  look az resource show --ids "$ID_JUMP_HOST" --api-version 2025-04-01
  if wrong "jump host $JUMP_HOST"; then put "put jump host $JUMP_HOST right" "$ID_JUMP_HOST?api-version=2025-04-01" "$JUMP_HOST_BODY"; fi
else
  put "make jump host $JUMP_HOST" "$ID_JUMP_HOST?api-version=2025-04-01" "$JUMP_HOST_BODY" # control: jump-host
fi
exists az resource show --ids "$ID_JUMP_HOST/extensions/AADSSHLoginForLinux" --api-version 2025-04-01 ||
  put "let people sign in to $JUMP_HOST by Entra ID" "$ID_JUMP_HOST/extensions/AADSSHLoginForLinux?api-version=2025-04-01" "$JUMP_HOST_SIGN_IN" # control: jump-host
roles "$ID_JUMP_HOST_INTERFACE" 2025-05-01
roles "$ID_JUMP_HOST" 2025-04-01

finish
