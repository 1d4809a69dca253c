#!/usr/bin/env bash
# Is everything in Azure as planned? Reads only. One line for each property, with the control that asks for it.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh

case "${1:-}" in
  '') ;;
  -h | --help)
    printf '%s\n' 'Is everything in Azure as planned? Reads only. One line for each property, with the control that asks for it.' '' \
      'usage: verify.sh' '' 'Ends with 0 (as planned), 1 (something is not, or could not be read) or 2 (called wrongly).'
    exit 0
    ;;
  *) usage_error "no such argument $1" ;;
esac
(($# <= 1)) || usage_error 'too many arguments'
sign_in

# check WHAT az ... show ...: what was expected last, against what is there.
check() {
  local what=$1
  shift
  if exists "$@"; then
    look "$@"
    verdict "$what"
  else
    judge 1 "$what is not there"
  fi
}

# Network: subnets, their security groups, the way out.
rule() {
  expect_rule "${@:4}"
  check "rule $2 of $1" az network nsg rule show --resource-group "$GROUP_NETWORK" --nsg-name "$1" --name "$2"
}
for ((i = 0; i < ${#RULES[@]}; i += 10)); do rule "${RULES[@]:i:10}"; done
for group in "${SECURITY_GROUPS[@]}"; do
  expect_closed "$group"
  check "security group $group" az network nsg rule list --resource-group "$GROUP_NETWORK" --nsg-name "$group" # control: subnet-nsgs
done
way_out=''
expect_names
check "network $VNET" az network vnet show --resource-group "$GROUP_NETWORK" --name "$VNET"
subnet() {
  expect_subnet "${@:2}" "$way_out"
  check "subnet $1" az network vnet subnet show --resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1"
}
for ((i = 0; i < ${#SUBNETS[@]}; i += 5)); do subnet "${SUBNETS[@]:i:5}"; done
former_way_out() {
  local at=(az network vnet subnet show --resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1")
  exists "${at[@]}" || return 0
  expect_former "$1"
  look "${at[@]}"
  verdict "subnet $1" # exception: owned-egress until 2027-06-30: The partner's list takes the gateway's addresses; a NAT gateway would send it everything from one address that all share. (platform-team)
}
for ((i = 0; i < ${#SUBNETS[@]}; i += 5)); do
  if [[ ${SUBNETS[i + 3]} == true ]]; then former_way_out "${SUBNETS[i]}"; fi
done

# Vault, registry, logs.
expect_vault
check "vault $VAULT" az keyvault show --resource-group "$GROUP_SECURITY" --name "$VAULT"
expect_endpoint "$ID_VAULT"
check "endpoint $VAULT_ENDPOINT" az network private-endpoint show --resource-group "$GROUP_NETWORK" --name "$VAULT_ENDPOINT" # control: private-key-vault
records() {
  expect_records "$2"
  check "record of $1" az network private-endpoint dns-zone-group show --resource-group "$GROUP_NETWORK" --endpoint-name "$1" --name default
  expect_link "$ID_VNET"
  check "link of zone $2" az network private-dns link vnet show --resource-group "$GROUP_NETWORK" --zone-name "$2" --name "$ZONE_LINK"
}
records "$VAULT_ENDPOINT" "$VAULT_ZONE" # control: private-key-vault
expect_registry
check "registry $REGISTRY" az acr show --resource-group "$GROUP_SECURITY" --name "$REGISTRY"
expect_retention
check "registry $REGISTRY" az acr show --resource-group "$GROUP_SECURITY" --name "$REGISTRY" # control: untagged-images-go
expect_endpoint "$ID_REGISTRY"
check "endpoint $REGISTRY_ENDPOINT" az network private-endpoint show --resource-group "$GROUP_NETWORK" --name "$REGISTRY_ENDPOINT" # control: private-registry
records "$REGISTRY_ENDPOINT" "$REGISTRY_ZONE"                                                                                      # control: private-registry
expect_workspace
check "workspace $WORKSPACE" az monitor log-analytics workspace show --resource-group "$GROUP_SECURITY" --workspace-name "$WORKSPACE"

# The zone of the API server's name, and who sees it.
link() {
  expect_link "$2"
  check "link $1 of zone $API_ZONE_NAME" az network private-dns link vnet show --subscription "$API_ZONE_SUBSCRIPTION" \
    --resource-group "$API_ZONE_GROUP" --zone-name "$API_ZONE_NAME" --name "$1" # control: own-dns-zone
}
link "$ZONE_LINK" "$ID_VNET"

# Cluster.
DEFENDER_FILE=''
cluster=(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER")
if exists "${cluster[@]}"; then
  expect_api
  check "cluster $CLUSTER" "${cluster[@]}"
  expect_pods
  check "cluster $CLUSTER" "${cluster[@]}"
  expect_cluster
  check "cluster $CLUSTER" "${cluster[@]}"
  expect_outbound
  check "cluster $CLUSTER" "${cluster[@]}" # exception: owned-egress until 2027-06-30: The partner's list takes the gateway's addresses; a NAT gateway would send it everything from one address that all share. (platform-team)
  expect_bootstrap
  check "cluster $CLUSTER" "${cluster[@]}"
  expect_addons
  check "cluster $CLUSTER" "${cluster[@]}"
  expect_rotation
  check "cluster $CLUSTER" "${cluster[@]}"
  expect_drivers
  check "cluster $CLUSTER" "${cluster[@]}"
  # A newer minor version than planned is no weakness; one that Azure no longer offers is.
  minor=$("${cluster[@]}" --query currentKubernetesVersion --output tsv)
  minor=${minor%.*}
  offered=$(az aks get-versions --location "$LOCATION" --query "values[?version=='$minor'].version" --output tsv)
  judge "$([[ $offered == "$minor" ]] && echo 0 || echo 1)" "supported-kubernetes: $minor is offered in $LOCATION" # control: supported-kubernetes
  for name in default aksManagedAutoUpgradeSchedule aksManagedNodeOSUpgradeSchedule; do
    expect_window
    check "window $name" az aks maintenanceconfiguration show --resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$name" # control: maintenance-windows
  done
else
  judge 1 "cluster $CLUSTER is not there"
fi

# Nodes.
for name in "${POOLS[@]}"; do
  pool=(az aks nodepool show --resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$name")
  if ! exists "${pool[@]}"; then
    judge 1 "pool $name is not there"
    continue
  fi
  for expect in expect_pool expect_scaling expect_limits expect_ssh; do
    "$expect" "$name"
    look "${pool[@]}"
    verdict "pool $name"
  done
done
if exists "${cluster[@]}"; then
  others=''
  while IFS= read -r name; do
    is_planned "$name" || others+="${others:+, }$name"
  done < <(az aks nodepool list --resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --query '[].name' --output tsv)
  judge "$([[ -z $others ]] && echo 0 || echo 1)" "no pools besides ${POOLS[*]}${others:+, but $others}"
fi

# Access: each planned role is held.
role() {
  local principal=$4 status=0
  if [[ $5 == ServicePrincipal ]]; then
    acts "$4" || {
      judge 1 "$4 is not there"
      return
    }
    principal=$(principal_of "$4")
  fi
  [[ $(role_state "$1" "$2" "$principal" "$6") == held ]] || status=1
  judge "$status" "$4 is $3 on ${6##*/}"
}
for ((i = 0; i < ${#ROLES[@]}; i += 6)); do
  case "${ROLES[i + 5]}" in
    # Roles in a cluster that is not there are not there either, and Azure has no list of them.
    "$ID_CLUSTER" | "$ID_CLUSTER"/*) exists "${cluster[@]}" || continue ;;
  esac
  role "${ROLES[@]:i:6}"
done
# The nodes hold no role in the registry but to pull.
if exists az identity show --resource-group "$GROUP_CLUSTER" --name "$KUBELET_IDENTITY"; then
  more=$(
    az role assignment list --scope "$ID_REGISTRY" --fill-principal-name false --fill-role-definition-name false --query \
      "[?principalId=='$(principal_of "$KUBELET_IDENTITY")' && !ends_with(roleDefinitionId, '7f951dda-4ed3-4680-a7ca-43fe172d538d')].name" --output tsv
  )
  judge "$([[ -z $more ]] && echo 0 || echo 1)" "registry-pull-only: $KUBELET_IDENTITY has no other role in $REGISTRY${more:+, but it has $more}" # control: registry-pull-only
fi

# Oversight.
expect_diagnostics "${CATEGORIES[@]}"
check "logs of cluster $CLUSTER" az monitor diagnostic-settings show --resource "$ID_CLUSTER" --name "$DIAGNOSTICS" # control: audit-logs
expect_diagnostics audit
check "logs of registry $REGISTRY" az monitor diagnostic-settings show --resource "$ID_REGISTRY" --name "$DIAGNOSTICS" # control: registry-audit-logs
expect_diagnostics audit
check "logs of vault $VAULT" az monitor diagnostic-settings show --resource "$ID_VAULT" --name "$DIAGNOSTICS" # control: vault-audit-logs
expect_policy "$POLICY_LOAD_BALANCERS_ID" ''
check "policy $POLICY_LOAD_BALANCERS" az policy assignment show --name "$POLICY_LOAD_BALANCERS" --scope "$ID_CLUSTER_GROUP" # control: internal-load-balancers-only
for scope in "$ID_NETWORK" "$ID_CLUSTER_GROUP" "$ID_SECURITY" "$ID_SNAPSHOTS"; do
  expect_policy "$POLICY_PUBLIC_IPS_ID" Microsoft.Network/publicIPAddresses
  check "policy $POLICY_PUBLIC_IPS on ${scope##*/}" az policy assignment show --name "$POLICY_PUBLIC_IPS" --scope "$scope" # control: no-public-ip-addresses
done
expect_plan
check 'Defender for Containers' az security pricing show --name Containers # control: defender-plan

if ((FAILED > 0)); then
  say "$FAILED properties are not as planned. deploy.sh puts right what can change in place, and names the rest."
  exit 1
fi
say 'everything is as planned'
