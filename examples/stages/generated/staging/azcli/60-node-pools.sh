#!/usr/bin/env bash
# Node pools: those for AKS's own pods, and those for yours.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment staging
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin "Node pools: those for AKS's own pods, and those for yours." "$@"

add_pool() {
  pool_settings "$1"
  local args=(--resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$1")
  args+=(--mode "$MODE") # control: isolated-system-pool
  if [[ -n $TAINTS ]]; then
    args+=(--node-taints "$TAINTS") # control: isolated-system-pool
  fi
  if [[ -n $LABELS ]]; then args+=(--labels "${LABEL_LIST[@]}"); fi
  args+=(--node-vm-size "$SIZE" --vnet-subnet-id "$SUBNET" --os-type Linux)
  args+=(--node-count "$MIN")
  if [[ $AUTOSCALING == true ]]; then
    args+=(--enable-cluster-autoscaler --min-count "$MIN" --max-count "$MAX") # control: zones-and-autoscaling
  fi
  args+=(--zones "${ZONE_LIST[@]}") # control: zones-and-autoscaling
  args+=(--os-sku "$NODE_OS")       # control: maintained-node-os
  if [[ $EPHEMERAL_OS_DISK == true ]]; then
    args+=(--node-osdisk-type Ephemeral) # control: ephemeral-os-disks
  else
    args+=(--node-osdisk-type Managed)
  fi
  args+=(--node-osdisk-size "$OS_DISK_GB" --max-pods "$MAX_PODS")
  if [[ $TRUSTED_LAUNCH == true ]]; then
    args+=(--enable-secure-boot --enable-vtpm) # control: trusted-launch
  fi
  if [[ $SANDBOXED == true ]]; then
    args+=(--workload-runtime KataVmIsolation)
  fi
  if [[ $FIPS == true ]]; then args+=(--enable-fips-image); fi
  if kubelet_limits "$SCRATCH/kubelet-$1.json"; then args+=(--kubelet-config "$SCRATCH/kubelet-$1.json"); fi
  if [[ $HOST_ENCRYPTION == true ]]; then
    args+=(--enable-encryption-at-host) # control: host-encryption
  fi
  # An upgrade adds nodes before it takes any away, and waits for pods to move.
  args+=(--max-surge "$MAX_SURGE" --drain-timeout "$DRAIN_TIMEOUT_MINUTES" --node-soak-duration "$SOAK_MINUTES") # control: safe-upgrades
  create "add pool $1: some five minutes" az aks nodepool add "${args[@]}"
}

# ssh POOL: the SSH server; nodes get new images when it changes.
ssh() {
  local at=(--resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$1")
  if [[ $PLAN == true ]] && ! exists az aks nodepool show "${at[@]}"; then return; fi
  expect_ssh "$1"
  look az aks nodepool show "${at[@]}"
  mend "pool $1" az resource update --ids "$ID_CLUSTER/agentPools/$1" --api-version 2026-06-01 # control: no-ssh-server
}

pool() {
  local at=(--resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$1")
  if ! exists az aks nodepool show "${at[@]}"; then
    add_pool "$1"
    ssh "$1"
    return
  fi
  expect_pool "$1"
  look az aks nodepool show "${at[@]}"
  mend "pool $1" az aks nodepool update "${at[@]}"
  expect_scaling "$1"
  look az aks nodepool show "${at[@]}"
  # The limits come with the switch; where it was on, they have a flag of their own.
  if wrong "pool $1"; then
    change "$(flag "$AUTOSCALING" 'let the autoscaler run' 'take the autoscaler off') pool $1" az aks nodepool update "${at[@]}" "${FLAGS[@]}"
  elif [[ $AUTOSCALING == true ]]; then
    expect_limits "$1"
    look az aks nodepool show "${at[@]}"
    mend "pool $1" az aks nodepool update "${at[@]}"
  fi
  # Nobody but the plan says how many nodes there are once the autoscaler is off.
  if [[ $AUTOSCALING == false ]]; then
    expect_limits "$1"
    look az aks nodepool show "${at[@]}"
    mend "pool $1" az aks nodepool scale "${at[@]}"
  fi
  ssh "$1"
}

# The other pools first: until there is one for workloads, a system pool's taint would leave pods nowhere to go.
for name in "${POOLS[@]:1}"; do pool "$name"; done
if exists az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER"; then
  # A cluster that was not made here may have no pool of this name.
  pool "${POOLS[0]}"
  # Pools that are in no plan are named and left alone: nobody here knows what runs there.
  az aks nodepool list --resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --query '[].name' --output tsv >"$SCRATCH/pools"
  while IFS= read -r other; do
    if is_planned "$other"; then continue; fi
    stuck "a pool besides ${POOLS[*]}" "$other" none \
      "move what runs there, then az aks nodepool delete --resource-group $GROUP_CLUSTER --cluster-name $CLUSTER --name $other"
  done <"$SCRATCH/pools"
fi

finish
