#!/usr/bin/env bash
# The cluster with its first system pool, and when AKS may upgrade it. Making it takes about ten minutes.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment staging
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'The cluster with its first system pool, and when AKS may upgrade it.' "$@"

cluster=(--resource-group "$GROUP_CLUSTER" --name "$CLUSTER")
show=(az aks show "${cluster[@]}")

# az would take a default workspace of its own where it is not told which.
DEFENDER_FILE=$SCRATCH/defender.json
printf '{"logAnalyticsWorkspaceResourceId": "%s"}\n' "$ID_WORKSPACE" >"$DEFENDER_FILE"

make_cluster() {
  local args=("${cluster[@]}" --location "$LOCATION")
  args+=(--sku base)
  args+=(--tier "$TIER")                             # control: paid-tier
  args+=(--kubernetes-version "$KUBERNETES_VERSION") # control: supported-kubernetes
  args+=(--k8s-support-plan KubernetesOfficial)      # control: supported-kubernetes
  args+=(--fqdn-subdomain "$CLUSTER")

  # The API server has an address in the network and none outside it.
  args+=(--enable-private-cluster)                                                          # control: private-cluster
  args+=(--enable-apiserver-vnet-integration --apiserver-subnet-id "$ID_SUBNET_API_SERVER") # control: vnet-integration
  args+=(--private-dns-zone "$API_ZONE")                                                    # control: own-dns-zone
  if [[ $PUBLIC_FQDN == false ]]; then
    args+=(--disable-public-fqdn) # control: no-public-fqdn
  fi
  if [[ $RUN_COMMAND == false ]]; then
    args+=(--disable-run-command) # control: no-run-command
  fi

  # People come in by Entra ID; Azure decides what each may do.
  args+=(--enable-aad --aad-tenant-id "$TENANT") # control: entra-id
  if [[ $AZURE_RBAC == true ]]; then
    args+=(--enable-azure-rbac) # control: azure-rbac
  else
    args+=(--aad-admin-group-object-ids "$ADMIN_GROUP")
  fi
  if [[ $LOCAL_ACCOUNTS == false ]]; then
    args+=(--disable-local-accounts) # control: no-local-accounts
  fi

  # Who the cluster is in Azure. The roles are ours to give: step 30 gave them, subnet by subnet.
  args+=(--enable-managed-identity --assign-identity "$ID_CLUSTER_IDENTITY") # control: user-assigned-identities
  args+=(--assign-kubelet-identity "$ID_KUBELET_IDENTITY")                   # control: user-assigned-identities
  args+=(--skip-subnet-role-assignment)
  args+=(--enable-oidc-issuer --enable-workload-identity) # control: workload-identity

  args+=(--network-plugin azure --network-plugin-mode overlay)
  args+=(--network-dataplane "$NETWORK_DATAPLANE" --network-policy "$NETWORK_POLICY") # control: network-policy-engine
  args+=(--pod-cidr "$POD_RANGE" --service-cidr "$SERVICE_RANGE" --dns-service-ip "$DNS_SERVICE")
  args+=(--outbound-type "$OUTBOUND_TYPE" --load-balancer-sku standard) # control: owned-egress
  args+=(--bootstrap-artifact-source "$ARTIFACT_SOURCE")

  args+=(--node-resource-group "$GROUP_NODES")
  if [[ $LOCKDOWN == true ]]; then
    args+=(--nrg-lockdown-restriction-level ReadOnly) # control: node-resource-group-lockdown
  else
    args+=(--nrg-lockdown-restriction-level Unrestricted)
  fi
  # AKS makes a key for the nodes' SSH and throws it away.
  args+=(--no-ssh-key) # control: no-ssh-key

  args+=(--enable-addons "azure-policy,azure-keyvault-secrets-provider")         # control: azure-policy-addon
  args+=(--enable-secret-rotation --rotation-poll-interval "$ROTATION_INTERVAL") # control: secret-rotation
  # No driver for volumes that nobody has.
  if [[ $FILE_DRIVER == false ]]; then
    args+=(--disable-file-driver) # control: storage-drivers
  fi
  args+=(--enable-image-cleaner --image-cleaner-interval-hours "$IMAGE_CLEANER_HOURS") # control: image-cleaner
  args+=(--enable-defender --defender-config "$DEFENDER_FILE")                         # control: defender-sensor
  args+=(--auto-upgrade-channel "$UPGRADE_CHANNEL")                                    # control: cluster-auto-upgrade
  args+=(--node-os-upgrade-channel "$NODE_OS_UPGRADE_CHANNEL")                         # control: node-os-auto-upgrade

  # The first pool. Step 60 sets what this command has no flag for.
  pool_settings "${POOLS[0]}"
  args+=(--nodepool-name "${POOLS[0]}" --node-vm-size "$SIZE" --vnet-subnet-id "$SUBNET")
  args+=(--node-count "$MIN")
  if [[ $AUTOSCALING == true ]]; then
    args+=(--enable-cluster-autoscaler --min-count "$MIN" --max-count "$MAX") # control: zones-and-autoscaling
  fi
  args+=(--zones "${ZONE_LIST[@]}") # control: zones-and-autoscaling
  if [[ -n $TAINTS ]]; then
    args+=(--nodepool-taints "$TAINTS") # control: isolated-system-pool
  fi
  if [[ -n $LABELS ]]; then args+=(--nodepool-labels "${LABEL_LIST[@]}"); fi
  args+=(--os-sku "$NODE_OS") # control: maintained-node-os
  if [[ $EPHEMERAL_OS_DISK == true ]]; then
    args+=(--node-osdisk-type Ephemeral) # control: ephemeral-os-disks
  else
    args+=(--node-osdisk-type Managed)
  fi
  args+=(--node-osdisk-size "$OS_DISK_GB" --max-pods "$MAX_PODS")
  if [[ $TRUSTED_LAUNCH == true ]]; then
    args+=(--enable-secure-boot --enable-vtpm) # control: trusted-launch
  fi
  if [[ $FIPS == true ]]; then args+=(--enable-fips-image); fi
  if kubelet_limits "$SCRATCH/kubelet.json"; then args+=(--kubelet-config "$SCRATCH/kubelet.json"); fi
  if [[ $HOST_ENCRYPTION == true ]]; then
    args+=(--enable-encryption-at-host) # control: host-encryption
  fi
  create "make cluster $CLUSTER: about ten minutes" az aks create "${args[@]}" --yes
}

# upgrade: Kubernetes goes up one minor version at a time, and never down.
upgrade() {
  local -i have want=${KUBERNETES_VERSION#1.}
  local text
  text=$("${show[@]}" --query currentKubernetesVersion --output tsv)
  text=${text#1.}
  have=${text%%.*}
  if ((have > want)); then
    say " . cluster $CLUSTER runs Kubernetes 1.$have, newer than the planned $KUBERNETES_VERSION: plan 1.$have"
  fi
  while ((have < want)); do
    have+=1
    change "upgrade cluster $CLUSTER to Kubernetes 1.$have, node by node" az aks upgrade "${cluster[@]}" --kubernetes-version "1.$have" --yes # control: supported-kubernetes
  done
}

# mend_api: the way to the API server first, since other properties can change only once it is as planned.
mend_api() {
  expect_api
  look "${show[@]}"
  wrong "cluster $CLUSTER" || return 0
  keep_drivers
  change "change how the API server of cluster $CLUSTER is reached" az aks update "${cluster[@]}" "${FLAGS[@]}" "${DRIVERS[@]}"
  case " ${FLAGS[*]} " in
    *' --enable-apiserver-vnet-integration '*)
      # The nodes have new images by now, and look for the API server at its old address until the cluster starts anew.
      say " . should this be interrupted now: az aks stop, then az aks start, with --resource-group $GROUP_CLUSTER --name $CLUSTER"
      change "stop cluster $CLUSTER: nothing runs from now on" az aks stop "${cluster[@]}"
      change "start cluster $CLUSTER, with its API server in the network" az aks start "${cluster[@]}"
      ;;
  esac
}

renew_nodes() {
  change 'make every node anew, one after the other: 5 to 10 minutes each' az aks upgrade "${cluster[@]}" --node-image-only --yes
}

# change_way_out: nodes need what they start from before they lose their way out, and their way out before they start elsewhere.
change_way_out() {
  expect_outbound
  look "${show[@]}"
  if wrong "cluster $CLUSTER"; then
    keep_drivers
    change "change the way out of cluster $CLUSTER" az aks update "${cluster[@]}" "${FLAGS[@]}" "${DRIVERS[@]}" # control: owned-egress
  fi
  expect_bootstrap
  look "${show[@]}"
  if wrong "cluster $CLUSTER"; then
    keep_drivers
    change "let nodes start from Microsoft's registry" az aks update "${cluster[@]}" "${FLAGS[@]}" "${DRIVERS[@]}"
    renew_nodes
  fi
}

mend_cluster() {
  local addon
  mend_api
  # A cluster of the old kind, or one with pods in its subnets, goes over in place, and never back.
  expect_pods
  look "${show[@]}"
  if wrong "cluster $CLUSTER"; then
    change "move the pods of cluster $CLUSTER to addresses of their own: every node is made anew" az aks update "${cluster[@]}" "${FLAGS[@]}" --yes
  fi
  expect_cluster
  look "${show[@]}"
  if wrong "cluster $CLUSTER"; then
    change "put cluster $CLUSTER right" az aks update "${cluster[@]}" "${FLAGS[@]}" --yes
    case " ${FLAGS[*]} " in
      *'-azure-keyvault-kms '*)
        say ' . Secrets that were there are still encrypted with the key, and nobody may take it away before each is written anew, from inside:'
        say '   kubectl get secrets --all-namespaces --output json | kubectl replace --filename -'
        ;;
    esac
    # Certificates that local accounts were given stay good until the cluster has new ones.
    case " ${FLAGS[*]} " in
      *' --disable-local-accounts '*)
        say " . old admin certificates still open cluster $CLUSTER until you run, in a quiet hour (nodes restart):"
        say "   az aks rotate-certs --resource-group $GROUP_CLUSTER --name $CLUSTER --yes"
        ;;
    esac
  fi
  # Add-ons are switched on one by one: the command fails for one that is on already.
  expect_addons
  look "${show[@]}"
  if wrong "cluster $CLUSTER"; then
    for addon in "${FLAGS[@]}"; do
      change "switch on add-on $addon" az aks enable-addons "${cluster[@]}" --addons "$addon"
    done
  fi
  # Rotation is a setting of the add-on, and can be set when the add-on is there.
  expect_rotation
  look "${show[@]}"
  keep_drivers
  mend "cluster $CLUSTER" az aks update "${cluster[@]}" "${DRIVERS[@]}"
  change_way_out
  upgrade
  expect_drivers
  look "${show[@]}"
  if wrong "cluster $CLUSTER"; then
    change "put the drivers for volumes of cluster $CLUSTER right" az aks update "${cluster[@]}" "${FLAGS[@]}" --yes # control: storage-drivers
  fi
}

if exists "${show[@]}"; then
  forget
  fixed region location "$LOCATION" "$NEW_CLUSTER"
  fixed 'resource group of the nodes' nodeResourceGroup "$GROUP_NODES" "$NEW_CLUSTER"
  look "${show[@]}"
  wrong "cluster $CLUSTER" || true
  mend_cluster
else
  make_cluster
fi

# window NAME WHAT: without one AKS upgrades whenever it likes.
window() {
  local at=(--resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$1") verb=add
  if exists az aks maintenanceconfiguration show "${at[@]}"; then
    expect_window
    look az aks maintenanceconfiguration show "${at[@]}"
    wrong "window $1" || return 0
    verb=update
  fi
  args=("${at[@]}" --schedule-type Weekly --start-time "$MAINTENANCE_START" --duration "$MAINTENANCE_HOURS" --utc-offset "$MAINTENANCE_UTC_OFFSET")
  args+=(--day-of-week "$MAINTENANCE_DAY") # control: maintenance-windows
  # The CLI refuses this flag for the one called default, and sets it by itself.
  if [[ $1 != default ]]; then args+=(--interval-weeks 1); fi
  change "set window $1: $2" az aks maintenanceconfiguration "$verb" "${args[@]}"
}
window default 'what AKS does of its own accord'
window aksManagedAutoUpgradeSchedule 'Kubernetes versions' # control: maintenance-windows
window aksManagedNodeOSUpgradeSchedule 'node images'       # control: maintenance-windows

finish
