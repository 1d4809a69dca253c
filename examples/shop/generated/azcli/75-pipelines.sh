#!/usr/bin/env bash
# Who pipelines are in Azure: one identity that looks, one that changes, neither with a secret. Run by people, never by a pipeline.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
source ./parts.sh
begin 'Who pipelines are in Azure: one identity that looks, one that changes, neither with a secret.' "$@"

identity "$CI_PLAN_IDENTITY" 'pipelines that look'    # control: secretless-pipelines
identity "$CI_APPLY_IDENTITY" 'pipelines that change' # control: secretless-pipelines
# The jobs of one environment of the repository, whatever branch they run from: the environment says which may.
credential "$CI_ISSUER" "$CI_PLAN_IDENTITY" "$CI_CREDENTIAL" "$CI_PLAN_SUBJECT"   # control: secretless-pipelines
credential "$CI_ISSUER" "$CI_APPLY_IDENTITY" "$CI_CREDENTIAL" "$CI_APPLY_SUBJECT" # control: secretless-pipelines

# definition ID NAME ACTION...: a role for what the steps ask of the subscription itself; built-in ones give far more.
definition() {
  local id=$1 name=$2 actions
  local base=/subscriptions/$SUBSCRIPTION/providers/Microsoft.Authorization/roleDefinitions
  local all=(az rest --method get --url "$base?api-version=2022-04-01&\$filter=type%20eq%20'CustomRole'")
  shift 2
  expect_definition "$@"
  if [[ -n $("${all[@]}" --query "value[?name=='$id'].name" --output tsv) ]]; then
    look az rest --method get --url "$base/$id?api-version=2022-04-01"
    wrong "role $name" || return 0
  fi
  actions=$(printf ', "%s"' "$@")
  printf '{"properties": {"roleName": "%s", "description": "%s", "type": "CustomRole", "permissions": [{"actions": [%s], "notActions": [], "dataActions": [], "notDataActions": []}], "assignableScopes": ["/subscriptions/%s"]}}\n' \
    "$name" 'What pipelines of aks-harden ask of the subscription itself.' "${actions#, }" "$SUBSCRIPTION" >"$SCRATCH/role.json"
  change "make role $name" az rest --method put --url "$base/$id?api-version=2022-04-01" --body "@$SCRATCH/role.json" # control: secretless-pipelines
}
definition "$CI_PLAN_ROLE" "$CI_PLAN_ROLE_NAME" "${CI_PLAN_ACTIONS[@]}"    # control: secretless-pipelines
definition "$CI_APPLY_ROLE" "$CI_APPLY_ROLE_NAME" "${CI_APPLY_ACTIONS[@]}" # control: secretless-pipelines

# The right to give roles is bound: the roles that this tree gives, to whom it gives them. A pipeline cannot give itself more.
for ((i = 0; i < ${#CI_ROLES[@]}; i += 6)); do
  CONDITION=''
  if [[ ${CI_ROLES[i + 1]} == "$CI_ROLE_ADMINISTRATOR" ]]; then CONDITION=$CI_CONDITION; fi # control: secretless-pipelines
  assign "${CI_ROLES[@]:i:6}"                                                               # control: secretless-pipelines
  [[ -n $CONDITION && $PLAN == false ]] || continue
  # An assignment keeps its principal and its role for life; what binds it can be written over.
  expect_bound "${CI_ROLES[i]}"
  look az role assignment list --scope "${CI_ROLES[i + 5]}" --fill-principal-name false --fill-role-definition-name false
  if wrong "${CI_ROLES[i + 2]} of ${CI_ROLES[i + 3]} on ${CI_ROLES[i + 5]##*/}"; then
    printf '{"properties": {"roleDefinitionId": "/subscriptions/%s/providers/Microsoft.Authorization/roleDefinitions/%s", "principalId": "%s", "principalType": "ServicePrincipal", "condition": "%s", "conditionVersion": "2.0"}}\n' \
      "$SUBSCRIPTION" "$CI_ROLE_ADMINISTRATOR" "$(principal_of "${CI_ROLES[i + 3]}")" "$CI_CONDITION" >"$SCRATCH/bound.json"
    change "bind what ${CI_ROLES[i + 3]} may give on ${CI_ROLES[i + 5]##*/}" az rest --method put \
      --url "${CI_ROLES[i + 5]}/providers/Microsoft.Authorization/roleAssignments/${CI_ROLES[i]}?api-version=2022-04-01" --body "@$SCRATCH/bound.json" # control: secretless-pipelines
  fi
done

finish
