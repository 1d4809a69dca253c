#!/usr/bin/env bash
# Is everything there that the deployment needs? Names all that is missing at once; registers providers where it may.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'Is everything there that the deployment needs? Names all that is missing at once; registers providers where it may.' "$@"

problems=()
problem() {
  local one
  # The same right can be missing in several places that are asked as one.
  for one in ${problems[@]+"${problems[@]}"}; do [[ $one != "$*" ]] || return 0; done
  problems+=("$*")
}

cluster_there=false
if exists az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER"; then cluster_there=true; fi

# -- the CLI: its flags change, and these scripts were tried with this version.
cli() {
  local version minor
  version=$(az version --query '"azure-cli"' --output tsv)
  minor=${version#*.}
  ((${version%%.*} > 2 || ${minor%%.*} >= 91)) || problem "az is $version, and these scripts need 2.91 or later: az upgrade"
}

# -- rights: what the deployment does, by where it does it. Actions are compared with what Azure says that the caller may do.
# may SCOPE: reads the caller's permissions at a scope into a file.
may() {
  az rest --method get --url "$1/providers/Microsoft.Authorization/permissions?api-version=2022-04-01" \
    --query "value[].[join(' ', actions), join(' ', notActions)]" --output tsv >"$SCRATCH/rights"
}

# allowed ACTION: some permission grants it, and does not take it back.
allowed() {
  local actions not_actions
  while IFS=$'\t' read -r actions not_actions; do
    if matches "$1" "$actions" && ! matches "$1" "$not_actions"; then return 0; fi
  done <"$SCRATCH/rights"
  return 1
}

# matches ACTION PATTERNS: Azure's patterns know * alone, and so does this.
matches() {
  local pattern
  local -a patterns
  local -i found=1
  IFS=' ' read -r -a patterns <<<"$2"
  [[ -n $2 ]] || return 1
  shopt -s nocasematch
  for pattern in "${patterns[@]}"; do
    # shellcheck disable=SC2053 # the right side is a pattern
    if [[ $1 == $pattern ]]; then found=0; fi
  done
  shopt -u nocasematch
  return "$found"
}

# rights_in GROUP ACTION...: asked at the group, or at the subscription where there is no group yet.
rights_in() {
  local where=/subscriptions/$SUBSCRIPTION action
  if exists az group show --name "$1"; then where+=/resourceGroups/$1; fi
  may "$where"
  shift
  for action in "$@"; do
    allowed "$action" || problem "right $action at $where is missing: ask for a role that has it"
  done
}

rights() {
  may "/subscriptions/$SUBSCRIPTION"
  local action
  local both=(
    Microsoft.Authorization/roleAssignments/write Microsoft.Authorization/roleAssignments/delete
    Microsoft.Authorization/policyAssignments/write Microsoft.Authorization/policyAssignments/delete
    Microsoft.Resources/subscriptions/resourceGroups/write
  )
  for action in Microsoft.Resources/deployments/write \
    Microsoft.KeyVault/locations/deletedVaults/read Microsoft.Security/pricings/write; do
    allowed "$action" || problem "right $action at /subscriptions/$SUBSCRIPTION is missing: ask for a role that has it"
  done
  rights_in "$GROUP_NETWORK" "${both[@]}" Microsoft.Network/virtualNetworks/write Microsoft.Network/virtualNetworks/subnets/write \
    Microsoft.Network/virtualNetworks/join/action Microsoft.Network/virtualNetworks/subnets/join/action \
    Microsoft.Network/networkSecurityGroups/write Microsoft.Network/networkSecurityGroups/join/action \
    Microsoft.Network/networkSecurityGroups/securityRules/write Microsoft.Network/privateEndpoints/write \
    Microsoft.Network/privateEndpoints/privateDnsZoneGroups/write Microsoft.Network/privateDnsZones/write \
    Microsoft.Network/privateDnsZones/join/action \
    Microsoft.Network/privateDnsZones/virtualNetworkLinks/write
  rights_in "$GROUP_CLUSTER" "${both[@]}" Microsoft.ContainerService/managedClusters/write \
    Microsoft.ContainerService/managedClusters/agentPools/write \
    Microsoft.ContainerService/managedClusters/maintenanceConfigurations/write \
    Microsoft.ContainerService/managedClusters/runCommand/action Microsoft.ContainerService/managedClusters/commandResults/read \
    Microsoft.ManagedIdentity/userAssignedIdentities/write Microsoft.ManagedIdentity/userAssignedIdentities/assign/action \
    Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write Microsoft.Insights/diagnosticSettings/write
  rights_in "$GROUP_SECURITY" "${both[@]}" Microsoft.KeyVault/vaults/write Microsoft.KeyVault/vaults/keys/write Microsoft.KeyVault/vaults/secrets/write \
    Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action \
    Microsoft.ContainerRegistry/registries/write Microsoft.ContainerRegistry/registries/privateEndpointConnectionsApproval/action \
    Microsoft.OperationalInsights/workspaces/write Microsoft.OperationalInsights/workspaces/sharedKeys/action Microsoft.Insights/diagnosticSettings/write
  rights_in "$GROUP_SNAPSHOTS" "${both[@]}"
}

# -- providers and features: registered once per subscription.
providers=(
  Microsoft.Compute
  Microsoft.ContainerService
  Microsoft.ContainerRegistry
  Microsoft.Insights
  Microsoft.KeyVault
  Microsoft.ManagedIdentity
  Microsoft.Network
  Microsoft.OperationalInsights
  Microsoft.PolicyInsights
  Microsoft.Security
)

provider_is_registered() {
  same "$(az provider show --namespace "$1" --query registrationState --output tsv)" Registered
}

register_providers() {
  local provider
  for provider in "${providers[@]}"; do
    provider_is_registered "$provider" && continue
    may "/subscriptions/$SUBSCRIPTION"
    if ! allowed "$provider/register/action"; then
      problem "provider $provider is not registered, and you may not do it: az provider register --namespace $provider"
      continue
    fi
    change "register provider $provider" az provider register --namespace "$provider"
    [[ $PLAN == true ]] || poll 900 "provider $provider registers" provider_is_registered "$provider"
  done
}

feature_is_registered() {
  same "$(az feature show --namespace Microsoft.Compute --name EncryptionAtHost --query properties.state --output tsv)" Registered
}

# Without this feature Azure makes no node whose host encrypts.
register_host_encryption() {
  feature_is_registered && return
  may "/subscriptions/$SUBSCRIPTION"
  if ! allowed Microsoft.Features/providers/features/register/action; then
    problem "feature EncryptionAtHost is not registered, and you may not do it: az feature register --namespace Microsoft.Compute --name EncryptionAtHost"
    return
  fi
  change 'register feature EncryptionAtHost' az feature register --namespace Microsoft.Compute --name EncryptionAtHost # control: host-encryption
  [[ $PLAN == true ]] || poll 1800 'feature EncryptionAtHost registers' feature_is_registered
  change 'tell provider Microsoft.Compute of it' az provider register --namespace Microsoft.Compute
}

# -- sizes and quota: asked for the pools that are not there yet.
NEEDED=() # family and cores, in turn

# size POOL: is the size of its nodes offered here, in its zones, with what the plan wants of it?
size() {
  local family cores zones restricted host ephemeral zone
  local -i nodes surge
  pool_settings "$1"
  if [[ $cluster_there == true ]] && exists az aks nodepool show --resource-group "$GROUP_CLUSTER" --cluster-name "$CLUSTER" --name "$1"; then return; fi
  # Azure filters here; az vm list-skus would fetch the sizes of all regions first.
  az rest --method get --url "/subscriptions/$SUBSCRIPTION/providers/Microsoft.Compute/skus?api-version=2021-07-01&\$filter=location%20eq%20'$LOCATION'" \
    --query "value[?name=='$SIZE' && resourceType=='virtualMachines'] | [0].[family,
    capabilities[?name=='vCPUs'].value | [0], join(',', locationInfo[0].zones || ['']), join(',', restrictions[].reasonCode || ['']),
    capabilities[?name=='EncryptionAtHostSupported'].value | [0], capabilities[?name=='EphemeralOSDiskSupported'].value | [0]]" \
    --output tsv >"$SCRATCH/size"
  { read -r family && read -r cores && read -r zones && read -r restricted && read -r host && read -r ephemeral; } <"$SCRATCH/size" || {
    problem "size $SIZE of pool $1 is not offered in $LOCATION: az vm list-skus --location $LOCATION --all"
    return
  }
  [[ -z $restricted ]] || problem "size $SIZE of pool $1 is restricted in $LOCATION ($restricted): ask for access, or plan another size"
  for zone in "${ZONE_LIST[@]}"; do
    [[ ,$zones, == *,"$zone",* ]] || problem "size $SIZE of pool $1 is not offered in zone $zone of $LOCATION"
  done
  if [[ $HOST_ENCRYPTION == true ]] && ! same "$host" True; then problem "size $SIZE of pool $1 cannot encrypt at the host"; fi
  if [[ $EPHEMERAL_OS_DISK == true ]] && ! same "$ephemeral" True; then problem "size $SIZE of pool $1 cannot have ephemeral OS disks"; fi
  # An upgrade adds nodes before it takes any away.
  surge=${MAX_SURGE%\%}
  if [[ $MAX_SURGE == *% ]]; then surge=$(((MIN * surge + 99) / 100)); fi
  nodes=$((MIN + surge))
  NEEDED+=("$family" "$((nodes * cores))" cores "$((nodes * cores))")
}

quota() {
  local name
  local -i i free sum
  az vm list-usage --location "$LOCATION" --query '[].[name.value, to_string(limit), to_string(currentValue)]' --output tsv >"$SCRATCH/usage"
  for name in $(printf '%s\n' ${NEEDED[@]+"${NEEDED[@]}"} | grep -v '^[0-9]*$' | sort -u); do
    sum=0
    for ((i = 0; i < ${#NEEDED[@]}; i += 2)); do
      if [[ ${NEEDED[i]} == "$name" ]]; then sum+=${NEEDED[i + 1]}; fi
    done
    free=$(awk -F '\t' -v n="$name" 'tolower($1) == tolower(n) {print $2 - $3}' "$SCRATCH/usage")
    ((free >= sum)) || problem "quota $name in $LOCATION: $sum cores needed, $free free: ask for more"
  done
}

# -- what the region offers.
kubernetes() {
  local offered
  offered=$(az aks get-versions --location "$LOCATION" --query "values[?version=='$KUBERNETES_VERSION'].version" --output tsv)
  [[ $cluster_there == true || -n $offered ]] ||
    problem "Kubernetes $KUBERNETES_VERSION is not offered in $LOCATION: az aks get-versions --location $LOCATION --output table" # control: supported-kubernetes
}

# -- names that must be free in the whole world.
world_names() {
  local free vault
  local vaults=("$VAULT")
  for vault in "${vaults[@]}"; do
    exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$vault" && continue
    printf '{"name": "%s", "type": "Microsoft.KeyVault/vaults"}\n' "$vault" >"$SCRATCH/name.json"
    free=$(az rest --method post --url "/subscriptions/$SUBSCRIPTION/providers/Microsoft.KeyVault/checkNameAvailability?api-version=2026-02-01" \
      --body "@$SCRATCH/name.json" --query nameAvailable --output tsv)
    # One of our own that was deleted is recovered by the step that makes it.
    if [[ $free != true && -z $(az keyvault list-deleted --resource-type vault --query "[?name=='$vault'].name" --output tsv) ]]; then
      problem "the name of vault $vault is taken by someone else: plan another cluster name"
    fi
  done
  if ! exists az acr show --resource-group "$GROUP_SECURITY" --name "$REGISTRY"; then
    free=$(az acr check-name --name "$REGISTRY" --query nameAvailable --output tsv)
    [[ $free == true ]] || problem "the name of registry $REGISTRY is taken by someone else: plan another cluster name"
  fi
}

# -- people: no reason to stop, but better known now than when the cluster is there.
administrator() {
  local answer
  if [[ $(az account show --query user.type --output tsv) != user ]]; then
    say " . no person is signed in: whether it may enter the cluster depends on group $ADMIN_GROUP"
    return
  fi
  printf '{"groupIds": ["%s"]}\n' "$ADMIN_GROUP" >"$SCRATCH/groups.json"
  answer=$(az rest --method post --url https://graph.microsoft.com/v1.0/me/checkMemberGroups --body "@$SCRATCH/groups.json" \
    --query "contains(not_null(value, ['']), '$ADMIN_GROUP')" --output tsv 2>/dev/null) || answer=hidden
  case "$answer" in
    true) ;;
    false) say " . you are not in group $ADMIN_GROUP: the cluster that you make will not let you in" ;;
    *) say " . could not find out whether you are in group $ADMIN_GROUP, which alone may enter the cluster" ;;
  esac
}

cli
rights
register_providers
register_host_encryption
for name in "${POOLS[@]}"; do size "$name"; done
quota
kubernetes
world_names
administrator

if ((${#problems[@]} > 0)); then
  say "error: ${#problems[@]} things are missing:"
  for one in "${problems[@]}"; do say " * $one"; done
  exit 1
fi
finish
