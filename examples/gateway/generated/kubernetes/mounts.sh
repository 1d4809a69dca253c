#!/usr/bin/env bash
# Has every pod its secrets? By what the driver itself says of each mount: names and versions, never a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../azcli/settings.sh
source ../azcli/lib.sh

# Who mounts what, three words each: namespace, workload, objects.
MOUNTS=(
  'archive-cloudflared' 'cloudflared' 'secret/cloudflared-credentials'
  'archive-ingress-certificates' 'ingress-certificates' 'secret/archive-tls'
  'archive' 'pages' 'secret/pages-session-key cert/signing-office'
)

usage() {
  cat <<'TEXT'
Has every pod its secrets? Reads the status that the Secrets Store driver keeps of each mount (names and versions of the
objects, never a value), since the images have no shell to look from. Reads only.

usage: mounts.sh

Needs az alone: it asks through `az aks command invoke`, which is turned on for that moment and off again.
Ends with 0 (each pod has all of them), 1 (one lacks something, or it could not be read) or 2 (called wrongly).
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

# One line for each pod that should have a mount, and one for each mount, told apart by their first word.
LABEL='{.metadata.labels.app\.kubernetes\.io/name}'
POD="pod {.metadata.namespace} $LABEL {.metadata.name} {.status.phase}"
MOUNT='mount {.metadata.namespace} {.status.secretProviderClassName} {.status.podName} {.status.mounted}'
MOUNT+='{range .status.objects[*]} {.id}={.version}{end}'
ask=''
for ((i = 0; i < ${#MOUNTS[@]}; i += 3)); do
  at="--namespace ${MOUNTS[i]} --output"
  [[ $ask == *"$at"* ]] && continue
  ask+="kubectl get pods --selector app.kubernetes.io/part-of=$CLUSTER $at jsonpath='{range .items[*]}$POD{\"\\n\"}{end}' && "
  ask+="kubectl get secretproviderclasspodstatuses $at jsonpath='{range .items[*]}$MOUNT{\"\\n\"}{end}' && "
done
in_cluster "${ask}true" || {
  say "$LOGS"
  die "the state of the mounts could not be read"
}

# has LINE OBJECT: does a mount name this object?
has() {
  [[ " $1 " == *" $2="* ]]
}

for ((i = 0; i < ${#MOUNTS[@]}; i += 3)); do
  who="${MOUNTS[i]}/${MOUNTS[i + 1]}" pods=0
  while read -r _ _ _ pod phase; do
    # What is on its way out, or ran to its end, needs no secret any more.
    [[ $phase == Running || $phase == Pending ]] || continue
    pods=$((pods + 1))
    line=$(grep -m 1 "^mount ${MOUNTS[i]} ${MOUNTS[i + 1]} $pod true" <<<"$LOGS") || {
      judge 1 "$who: pod $pod has no mount"
      continue
    }
    lacks=''
    for object in ${MOUNTS[i + 2]}; do
      has "$line" "$object" || lacks+=" $object"
    done
    if [[ -n $lacks ]]; then
      judge 1 "$who: pod $pod lacks$lacks"
    else
      judge 0 "$who: pod $pod has ${line#* true }"
    fi
  done < <(grep "^pod ${MOUNTS[i]} ${MOUNTS[i + 1]} " <<<"$LOGS")
  if ((pods == 0)); then judge 1 "$who: no pod runs"; fi
done
if ((FAILED > 0)); then
  say "$FAILED mounts are not as planned; \"A secret does not arrive\" in RUNBOOK.md has the causes"
  exit 1
fi
