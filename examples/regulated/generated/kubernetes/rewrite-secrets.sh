#!/usr/bin/env bash
# Writes every Secret anew, so that what encrypts it is the newest version of the key.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../azcli/settings.sh
source ../azcli/lib.sh

usage() {
  cat <<'TEXT'
Writes every Secret of the cluster anew, with what is in it: etcd encrypts what is written, and leaves what is there as it is. To be run
after the key was handed over and after each new version of it. No value leaves the cluster's own network, and none is printed.

usage: rewrite-secrets.sh

Needs az alone: it goes through `az aks command invoke`, which is turned on for that moment and off again.
Ends with 0 (each Secret is written anew), 1 (failed: run it again) or 2 (called wrongly).
TEXT
}

case "${1:-}" in
  '') ;;
  -h | --help)
    usage
    exit 0
    ;;
  *) usage_error "takes no argument, but was given $1" ;;
esac
sign_in
# Nothing goes along to the cluster.
mkdir -- "$SCRATCH/nothing"
cd -- "$SCRATCH/nothing"

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

# A Secret that somebody changes in between is refused, and is there to be read again.
anew='kubectl get secrets --all-namespaces --output json | kubectl replace --filename - >/dev/null'
in_cluster "bash -o pipefail -c '$anew || $anew || $anew'" || {
  say "$LOGS"
  die 'not every Secret could be written anew; run this again'
}
say 'every Secret is encrypted with the version of the key that the cluster names'
