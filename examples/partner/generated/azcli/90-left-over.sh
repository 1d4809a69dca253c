#!/usr/bin/env bash
# What an earlier plan of this cluster made and this one has not. Named, and removed only with --allow-weaken.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
begin 'What an earlier plan of this cluster made and this one has not. Named, and removed only with --allow-weaken.' "$@"

# Groups are listed and not shown: whoever has rights in some of them is refused an answer about one that is not there.
az group list --query '[].id' --output tsv >"$SCRATCH/groups"
: >"$SCRATCH/there"
for group in "$GROUP_NETWORK" "$GROUP_CLUSTER" "$GROUP_SECURITY" "$GROUP_EGRESS" "$GROUP_SNAPSHOTS"; do
  grep -ixF -- "/subscriptions/$SUBSCRIPTION/resourceGroups/$group" "$SCRATCH/groups" >>"$SCRATCH/there" || continue
  # One list for each group, since asking for each resource by itself takes a second each.
  az resource list --resource-group "$group" --query '[].id' --output tsv >>"$SCRATCH/there"
done

# listed ID: is it on a list?
listed() {
  grep -qixF -- "$1" "$SCRATCH/there"
}

# What Azure lists with its parent only.
if listed "$ID_VNET"; then
  az network vnet show --ids "$ID_VNET" --query '[subnets[].id, virtualNetworkPeerings[].id][]' --output tsv >>"$SCRATCH/there"
fi
if listed "$ID_REGISTRY"; then
  az acr cache list --registry "$REGISTRY" --resource-group "$GROUP_SECURITY" --query '[].id' --output tsv >>"$SCRATCH/there"
fi
grep -iE '/privateDnsZones/[^/]+$' "$SCRATCH/there" >"$SCRATCH/zones" || true
while IFS= read -r zone; do
  az network private-dns link vnet list --resource-group "$GROUP_NETWORK" --zone-name "${zone##*/}" --query '[].id' --output tsv >>"$SCRATCH/there"
done <"$SCRATCH/zones"
az rest --method get --url "/subscriptions/$SUBSCRIPTION/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01&\$filter=type%20eq%20'CustomRole'" \
  --query 'value[].id' --output tsv >>"$SCRATCH/there"
# What the cluster itself holds on to cannot go, planned or not, and neither can what that needs.
: >"$SCRATCH/cluster"
if listed "$ID_CLUSTER"; then az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --output json >"$SCRATCH/cluster"; fi

# there ID: is it there? What is written onto a resource is on no list.
there() {
  local parent=${1%/providers/*}
  case "$1" in
    */diagnosticSettings/*) listed "$parent" && exists az monitor diagnostic-settings show --resource "$parent" --name "${1##*/}" ;;
    */Microsoft.KubernetesConfiguration/*) listed "$parent" && exists az resource show --ids "$1" --api-version 2025-03-01 ;;
    *) listed "$1" ;;
  esac
}

# held ID: does something that stays refer to it?
held() {
  case "$1" in
    "$ID_VNET") ! grep -qi '/privateDnsZones/' "$SCRATCH/cluster" || return 0 ;;
    */virtualNetworkLinks/*) ! held "${1%/virtualNetworkLinks/*}" || return 0 ;;
  esac
  ! grep -qiF -- "\"$1\"" "$SCRATCH/cluster" || return 0
  # The subnets let go of what led out of them only when a step before this one ran for good.
  if [[ $ALLOW_WEAKEN == false || $PLAN == true ]] || ! listed "$ID_VNET"; then return 1; fi
  case "$1" in "$ID_VNET" | "$ID_VNET"/*) return 1 ;; esac
  az network vnet show --ids "$ID_VNET" --output json >"$SCRATCH/network"
  grep -qiF -- "\"$1\"" "$SCRATCH/network"
}

# removal ID: REMOVAL holds the command that removes it.
removal() {
  case "$1" in
    */diagnosticSettings/*) REMOVAL=(az monitor diagnostic-settings delete --resource "${1%/providers/*}" --name "${1##*/}") ;;
    */roleDefinitions/*) REMOVAL=(az rest --method delete --url "$1?api-version=2022-04-01") ;;
    */Microsoft.KubernetesConfiguration/*) REMOVAL=(az resource delete --ids "$1" --api-version 2025-03-01) ;;
    */providers/*) REMOVAL=(az resource delete --ids "$1") ;;
    *) REMOVAL=(az group delete --name "${1##*/}" --yes) ;;
  esac
}

# planned ID: is it planned, among what goes by how its id begins?
planned() {
  local one
  for one in ${PLANNED_IDS[@]+"${PLANNED_IDS[@]}"}; do
    if same "$one" "$1"; then return 0; fi
  done
  return 1
}

# left_over ID FATE
left_over() {
  local what=${1#*/providers/}
  [[ $what != "$1" ]] || what="group ${1##*/}"
  if [[ $2 == keep ]]; then
    stuck "$what" 'there' 'none' "it holds what nobody can make again; when nothing needs it: az resource delete --ids $1"
  elif held "$1"; then
    az resource show --ids "$1" --output json >>"$SCRATCH/cluster"
    stuck "$what" 'there' 'none' "something that stays needs it; when that is gone: az resource delete --ids $1"
  elif [[ $what == group\ * && $ALLOW_WEAKEN == true && $PLAN == false && -n $(az resource list --resource-group "${1##*/}" --query '[].id' --output tsv) ]]; then
    stuck "$what" 'there' 'none' "something stands in it; when that is gone: az group delete --name ${1##*/}"
  else
    removal "$1"
    surplus "$what" "${REMOVAL[@]}"
  fi
  case "$1" in
    */virtualNetworkPeerings/*) say " . its other side, peering to-$CLUSTER, is for whoever owns that network to delete" ;;
  esac
}

# unplanned_roles LIST WHO: of lines of assignment, its name, scope and role, those that the plan does not give WHO.
unplanned_roles() {
  local id assignment scope role wanted
  local -i i
  while IFS=$'\t' read -r id assignment scope role; do
    [[ -n $id ]] || continue
    role=${role##*/}
    case "$scope" in */resourceGroups/"$GROUP_NODES" | */resourceGroups/"$GROUP_NODES"/*) continue ;; esac
    wanted=false
    for ((i = 0; i < ${#GIVEN[@]}; i += 6)); do
      if same "${GIVEN[i + 3]} ${GIVEN[i + 5]} ${GIVEN[i + 1]}" "$2 $scope $role"; then wanted=true; fi
    done
    for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
      if same "${VAULT_SECRETS[i + 3]}" "$assignment"; then wanted=true; fi
    done
    [[ $wanted == true ]] || printf '%s\t%s\t%s\t%s\n' "$id" "$assignment" "$scope" "$role"
  done <"$1"
}
GIVEN=("${ROLES[@]}")

# ours SCOPE PRINCIPAL ROLE: the name that this tree gives such an assignment, as ARM's guid() makes it. What others gave has another.
ours() {
  local hash
  hash=$(printf '\021\373\006\373\161\055\115\335\230\307\347\033\275\130\210\060%s' "$1-$2-$3" |
    if command -v sha1sum >/dev/null; then sha1sum; else shasum; fi)
  printf '%s-%s-5%s-%x%s-%s' "${hash:0:8}" "${hash:8:4}" "${hash:13:3}" "$((0x${hash:16:1} & 3 | 8))" "${hash:17:3}" "${hash:20:12}"
}

# Groups that an earlier plan let in: administrators, teams, those for emergencies.
az role assignment list --all --fill-principal-name false --fill-role-definition-name false \
  --query "[?principalType=='Group'].[id, name, scope, roleDefinitionId, principalId]" --output tsv >"$SCRATCH/roles"
while IFS=$'\t' read -r id assignment scope role group; do
  role=${role##*/} below=''
  for start in "$ID_NETWORK" "$ID_CLUSTER_GROUP" "$ID_SECURITY"; do
    # Azure is not always true to the case that it was given, and the name was made of what it was given.
    if same "${scope:0:${#start}}" "$start"; then below=$start${scope:${#start}}; fi
  done
  if [[ -z $below ]] || ! same "$assignment" "$(ours "$below" "$group" "$role")"; then continue; fi
  for ((i = 0; i < ${#GIVEN[@]}; i += 6)); do
    if same "${GIVEN[i]}" "$assignment"; then continue 2; fi
  done
  surplus "role $role of group $group on ${scope##*/}, assignment $assignment," past_locks "$scope" az role assignment delete --ids "$id"
done <"$SCRATCH/roles"

# Keys that no workload has any more: whatever was encrypted with one can be read with that one alone.
unplanned_keys() {
  local vault=$1 key
  shift
  listed "$vault" || return 0
  az rest --method get --url "$vault/keys?api-version=2026-02-01" --query 'value[].name' --output tsv >"$SCRATCH/keys"
  while IFS= read -r key; do
    if [[ -z $key || " $* " == *" $key "* ]]; then continue; fi
    stuck "key $key of vault ${vault##*/}" 'there' 'none' \
      "what it encrypted is lost without it; when nothing needs it, from inside: az keyvault key delete --vault-name ${vault##*/} --name $key"
  done <"$SCRATCH/keys"
}
unplanned_keys "$ID_VAULT"

# More roles than planned are more than the least: each is named. What AKS gives itself in its own group is its own business.
: >"$SCRATCH/identities"
if listed "$ID_CLUSTER_GROUP"; then
  az identity list --resource-group "$GROUP_CLUSTER" --query "[?starts_with(name, 'id-$CLUSTER-')].[name, principalId]" --output tsv >"$SCRATCH/identities"
fi
while read -r name principal; do
  [[ -n $name ]] || continue
  az role assignment list --assignee-object-id "$principal" --all --fill-principal-name false --fill-role-definition-name false \
    --query '[].[id, name, scope, roleDefinitionId]' --output tsv >"$SCRATCH/roles"
  unplanned_roles "$SCRATCH/roles" "$name" >"$SCRATCH/surplus"
  while IFS=$'\t' read -r id assignment scope role; do
    what="role $role of $name on ${scope##*/}, assignment $assignment,"
    if held "$scope"; then
      stuck "$what" 'there' 'none' "the cluster needs it as long as it is as it is; after that: az role assignment delete --ids $id"
    elif [[ $name == "$CLUSTER_IDENTITY" && $scope == */vaults/kvk-* ]]; then
      # What the API server wrote with a key that it no longer uses, it can still read with that key alone.
      stuck "$what" 'there' 'none' "Secrets that were not written anew are lost without it; when all are: az role assignment delete --ids $id"
    else
      surplus "$what" past_locks "$scope" az role assignment delete --ids "$id"
    fi
  done <"$SCRATCH/surplus"
done <"$SCRATCH/identities"

for ((i = 0; i < ${#LEFT_OVER[@]}; i += 2)); do
  id=${LEFT_OVER[i]} fate=${LEFT_OVER[i + 1]}
  if [[ $id != *'*' ]]; then
    if there "$id"; then left_over "$id" "$fate"; fi
    continue
  fi
  # All that begins so and is not planned. What is part of another resource has one slash more.
  start=${id%'*'}
  while IFS= read -r one; do
    if same "${one:0:${#start}}" "$start" && [[ ${one:${#start}} != */* ]] && ! planned "$one"; then printf '%s\n' "$one"; fi
  done <"$SCRATCH/there" | sort -u >"$SCRATCH/ours"
  while IFS= read -r one; do left_over "$one" "$fate"; done <"$SCRATCH/ours"
done

finish
