#!/usr/bin/env bash
# What an earlier plan of this cluster made and this one has not. Named, and removed only with --allow-weaken.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment staging
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
begin 'What an earlier plan of this cluster made and this one has not. Named, and removed only with --allow-weaken.' "$@"

# One list for each group, since asking for each resource by itself takes a second each.
for group in "$GROUP_NETWORK" "$GROUP_CLUSTER" "$GROUP_SECURITY" "$GROUP_EGRESS"; do
  if exists az group show --name "$group"; then
    az resource list --resource-group "$group" --query '[].id' --output tsv
  fi
done >"$SCRATCH/there"

# there ID: a resource of a group is on the lists; what is part of another resource is asked for.
there() {
  local -i slashes
  slashes=$(printf '%s' "${1#*/providers/}" | tr -cd / | wc -c)
  if ((slashes == 2)); then
    grep -qixF -- "$1" "$SCRATCH/there"
  else
    exists az resource show --ids "$1"
  fi
}
for ((i = 0; i < ${#LEFT_OVER[@]}; i += 2)); do
  id=${LEFT_OVER[i]}
  there "$id" || continue
  what=${id#*/providers/}
  if [[ ${LEFT_OVER[i + 1]} == keep ]]; then
    stuck "$what" 'there' 'none' "it holds what nobody can make again; when nothing needs it: az resource delete --ids $id"
  else
    surplus "$what" az resource delete --ids "$id"
  fi
done

# Identities of workloads that are gone, with their credentials and roles.
planned=" $CLUSTER_IDENTITY $KUBELET_IDENTITY "
for ((i = 0; i < ${#WORKLOADS[@]}; i += 4)); do planned+="${WORKLOADS[i + 1]} "; done
exists az group show --name "$GROUP_CLUSTER" || finish
az identity list --resource-group "$GROUP_CLUSTER" --query "[?starts_with(name, 'id-$CLUSTER-')].[name, principalId]" --output tsv >"$SCRATCH/identities"
while read -r name principal; do
  [[ -n $name ]] || continue
  az role assignment list --assignee-object-id "$principal" --all --fill-principal-name false --fill-role-definition-name false \
    --query '[].[id, name, scope, roleDefinitionId]' --output tsv >"$SCRATCH/roles"
  # More roles than planned are more than the least: each is named. What AKS gives itself in its own group is its own business.
  while IFS=$'\t' read -r id assignment scope role; do
    [[ -n $id ]] || continue
    role=${role##*/}
    case "$scope" in */resourceGroups/"$GROUP_NODES" | */resourceGroups/"$GROUP_NODES"/*) continue ;; esac
    wanted=false
    for ((i = 0; i < ${#ROLES[@]}; i += 6)); do
      if [[ ${ROLES[i + 3]} == "$name" ]] && same "${ROLES[i + 5]} ${ROLES[i + 1]}" "$scope $role"; then wanted=true; fi
    done
    for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
      if [[ ${VAULT_SECRETS[i + 3]} == "$assignment" ]]; then wanted=true; fi
    done
    [[ $wanted == true ]] || surplus "role $role of $name on ${scope##*/}" past_locks "$scope" az role assignment delete --ids "$id"
  done <"$SCRATCH/roles"
  case "$planned" in
    *" $name "*) ;;
    *) surplus "identity $name" az identity delete --resource-group "$GROUP_CLUSTER" --name "$name" ;;
  esac
done <"$SCRATCH/identities"

finish
