#!/usr/bin/env bash
# Who is told, and of what: that the group for emergencies is used, and what weakens the cluster in Azure.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'Who is told, and of what: that the group for emergencies is used, and what weakens the cluster in Azure.' "$@"

# quoted TEXT: as a text of JSON.
quoted() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# whole WHAT ID BODY: what was expected last. Core az has no command for one of these and older versions of the others, so Resource
# Manager is sent the whole of each, as the Bicep sends it.
whole() {
  local version=${2#*\?} id=${2%%\?*}
  if exists az resource show --ids "$id" --api-version "${version#*=}"; then
    look az rest --method get --url "$2"
    wrong "$1" || return 0
  fi
  printf '%s\n' "$3" >"$SCRATCH/alert.json"
  change "say who is told: $1" az rest --method put --url "$2" --body "@$SCRATCH/alert.json"
}

receivers=''
for email in "${ALERT_EMAILS[@]}"; do
  receivers+="${receivers:+, }{\"name\": $(quoted "$email"), \"emailAddress\": $(quoted "$email"), \"useCommonAlertSchema\": true}"
done
expect_alert_group
whole "group ${ID_ALERT_GROUP##*/}" "$ID_ALERT_GROUP?api-version=2023-01-01" \
  "{\"location\": \"Global\", \"tags\": $(tags_json), \"properties\": {\"groupShortName\": $(quoted "$ALERT_SENDER"), \"enabled\": true, \"emailReceivers\": [$receivers]}}" # control: break-glass-alert, weakening-alert

# The tables of the audit log are there with the first line in them, so the query is not tried before.
expect_break_glass_alert
whole "alert ${ID_BREAK_GLASS_ALERT##*/}" "$ID_BREAK_GLASS_ALERT?api-version=2026-03-01" \
  "{\"location\": $(quoted "$LOCATION"), \"tags\": $(tags_json), \"kind\": \"LogAlert\", \"properties\": {
    \"displayName\": \"The group for emergencies is used\", \"description\": $(quoted "Somebody of the group for emergencies acts on cluster $CLUSTER."),
    \"severity\": 0, \"enabled\": true, \"evaluationFrequency\": \"PT5M\", \"windowSize\": \"PT15M\", \"autoMitigate\": false, \"skipQueryValidation\": true,
    \"scopes\": [\"$ID_WORKSPACE\"],
    \"criteria\": {\"allOf\": [{\"query\": $(quoted "$BREAK_GLASS_QUERY"), \"timeAggregation\": \"Count\", \"operator\": \"GreaterThan\", \"threshold\": 0,
      \"failingPeriods\": {\"numberOfEvaluationPeriods\": 1, \"minFailingPeriodsToAlert\": 1}}]},
    \"actions\": {\"actionGroups\": [\"$ID_ALERT_GROUP\"]}}}" # control: break-glass-alert

# A deployment changes some of this too, and is told as well: so it is seen that the bell rings.
operations=$(printf ', {"field": "operationName", "equals": "%s"}' "${WEAKENING[@]}")
scopes=$(printf ', "%s"' "${ALERT_SCOPES[@]}")
expect_weakening_alert
whole "alert ${ID_WEAKENING_ALERT##*/}" "$ID_WEAKENING_ALERT?api-version=2026-01-01" \
  "{\"location\": \"Global\", \"tags\": $(tags_json), \"properties\": {
    \"description\": $(quoted "Something that protects cluster $CLUSTER was changed or removed in Azure."), \"enabled\": true, \"scopes\": [${scopes#, }],
    \"condition\": {\"allOf\": [{\"field\": \"category\", \"equals\": \"Administrative\"}, {\"field\": \"status\", \"equals\": \"Succeeded\"},
      {\"anyOf\": [${operations#, }]}]},
    \"actions\": {\"actionGroups\": [{\"actionGroupId\": \"$ID_ALERT_GROUP\"}]}}}" # control: weakening-alert

finish
