#!/usr/bin/env bash
# Which pods that run already would be refused, before anything is labelled; then the labels.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../azcli/settings.sh
source ../azcli/lib.sh

usage() {
  cat <<'TEXT'
Namespaces that were there before this tree: which of their running pods, CronJobs and Services would be refused by the Pod
Security label and the admission policies? Asked by server-side dry run, so nothing that lasts is changed; then labels, on request.

usage: existing.sh [NAMESPACE...]             what would be refused: in all namespaces but those of AKS, or in these
       existing.sh --warn NAMESPACE...        label them: whoever deploys is told, and the audit log has it
       existing.sh --enforce NAMESPACE...     label those in which no running pod would be refused; pods that break the level are refused

Needs az alone, from anywhere: it goes through `az aks command invoke`, which is turned on for that moment and off again, whatever
happens in between. Who calls has to be Contributor on the cluster's resource group, and in the group that administers the cluster.

Prints a line for each finding: namespace, who, what. A label never ends a pod that runs; it counts when pods are made anew.
Ends with 0 (nothing would be refused, or the labels are set), 1 (failed), 2 (called wrongly) or 3 (something would be refused;
with --enforce, namespaces of which that is true are not labelled).
TEXT
}

ACTION=show
case "${1:-}" in
  -h | --help)
    usage
    exit 0
    ;;
  --warn | --enforce)
    ACTION=${1#--}
    shift
    (($# > 0)) || usage_error "--$ACTION needs a namespace"
    ;;
esac
for namespace in "$@"; do
  # The names become words of a command in the cluster.
  [[ $namespace =~ ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$ ]] || usage_error "$namespace is no name of a namespace"
done

sign_in

# control: no-run-command
OPEN=false

# close_run_command: off, and seen to be off. It is what the script must not end without, so it is not given up easily.
close_run_command() {
  local -i pause=5 left=600
  local off
  [[ $OPEN == true ]] || return 0
  say " - turn run command off"
  while ((left > 0)); do
    if az aks update --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --disable-run-command "${DRIVERS[@]}" --output none &&
      off=$(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query apiServerAccessProfile.disableRunCommand --output tsv) &&
      same "$off" true; then
      OPEN=false
      return 0
    fi
    say "   could not be turned off yet, again in $pause s"
    sleep "$pause"
    left=$((left - pause))
    pause=$((pause < 60 ? pause * 2 : 60))
  done
  say "ERROR: RUN COMMAND IS STILL ON. Whoever may use it in Azure can run commands in the cluster. Turn it off:"
  say "  az aks update --resource-group $GROUP_CLUSTER --name $CLUSTER --disable-run-command"
  return 1
}

open_run_command() {
  keep_drivers
  say " - turn run command on, for this moment"
  OPEN=true
  at_end close_run_command
  attempt az aks update --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --enable-run-command "${DRIVERS[@]}" --output none ||
    die "run command could not be turned on"
}

# The first four are one line each; the rest is what the command printed.
ANSWER="[provisioningState, to_string(exitCode), id, reason || '', logs || '']"

read_answer() {
  STATE='' CODE='' ID='' REASON='' LOGS=''
  {
    IFS= read -r STATE && IFS= read -r CODE && IFS= read -r ID && IFS= read -r REASON && LOGS=$(cat)
  } <"$SCRATCH/answer" || true
}

answered() {
  az aks command result --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --command-id "$ID" \
    --query "$ANSWER" --output tsv >"$SCRATCH/answer" || return 1
  local id=$ID
  read_answer
  ID=$id
  [[ $STATE == Succeeded || $STATE == Failed ]]
}

# in_cluster COMMAND: runs it in the cluster, beside a copy of this folder; LOGS holds what it printed, CODE its exit status.
# az ends with 0 whatever became of the command, so its state and its exit status are read.
in_cluster() {
  attempt az aks command invoke --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --command "$1" --file . \
    --query "$ANSWER" --output tsv >"$SCRATCH/answer" || die "the command could not be handed to the cluster"
  read_answer
  # az itself stops waiting after five minutes; the command goes on.
  if [[ -n $ID && $STATE != Succeeded && $STATE != Failed ]]; then poll 1200 "the command in the cluster" answered; fi
  [[ $STATE == Succeeded ]] || die "the cluster did not run the command: ${REASON:-${STATE:-no answer}}"
  [[ $CODE == 0 ]]
}

if [[ $RUN_COMMAND != true ]]; then open_run_command; fi

in_cluster "bash existing/look.sh $ACTION $*" || true
# Both outputs of the command come as one: findings have tabs, all else is said by the way.
while IFS= read -r line; do
  if [[ $line == *$'\t'* ]]; then printf '%s\n' "$line"; else say "$line"; fi
done <<<"$LOGS"
[[ $CODE == [023] ]] || die "it could not be looked at"
((CODE == 0)) || exit "$CODE"
