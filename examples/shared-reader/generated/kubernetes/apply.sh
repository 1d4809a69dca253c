#!/usr/bin/env bash
# Applies everything in this folder to the cluster, and waits until it runs.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../azcli/settings.sh
source ../azcli/lib.sh

# The namespaces of this tree.
OURS=(
  'takeover'
  'takeover-cloudflared'
)

# Where something runs.
NAMESPACES=(
  'takeover-cloudflared'
  'takeover'
)
PROFILE_FILE='aks-harden.toml'
FACTS_FILE='aks-harden.facts.toml'

usage() {
  cat <<'TEXT'
Applies everything in this folder to the cluster, waits until it runs, and looks whether the secrets are mounted.
Can be run again at any time: what is as it should be stays as it is.

usage: apply.sh [--take-over]

  --take-over   go on where a namespace was there before this tree and something runs in it: it gets labels, a quota and
                policies like the others. existing.sh says what they would refuse.

Needs az alone, from anywhere: the manifests go in through `az aks command invoke`. Run command is turned on for that
moment and off again, whatever happens in between. Who calls has to be Contributor on the cluster's resource group,
and in the group that administers the cluster.

Ends with 0 (all runs), 1 (failed) or 2 (called wrongly).
TEXT
}

TAKE_OVER=false
case "${1:-}" in
  '') ;;
  --take-over) TAKE_OVER=true ;;
  -h | --help)
    usage
    exit 0
    ;;
  *) usage_error "no such argument $1" ;;
esac
(($# <= 1)) || usage_error 'too many arguments'

# Without the client ids no workload could read its secrets. They are known once Azure has been deployed.
if [[ ! -f facts/kustomization.yaml ]]; then
  say "The client ids of the identities are not known yet: kubernetes/facts is missing."
  say "  1. azcli/facts.sh $FACTS_FILE   (the file belongs beside $PROFILE_FILE, and into version control)"
  say "  2. aks-harden render $PROFILE_FILE   (with --out, if this tree was rendered with it)"
  die "nothing was applied"
fi

sign_in

# A pod whose secret is missing never starts, so that is said now. Names only: no value is read.
missing=()
for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
  if ((i > 0)) && [[ ${VAULT_SECRETS[i]} == "${VAULT_SECRETS[i - 4]}" ]]; then continue; fi
  exists az resource show --ids "$ID_VAULT/secrets/${VAULT_SECRETS[i]}" --api-version 2026-02-01 || missing+=("${VAULT_SECRETS[i]}")
done
if ((${#missing[@]} > 0)); then
  say "The vault $VAULT lacks secrets that workloads mount. Each takes its value from standard input:"
  for secret in "${missing[@]}"; do say "  azcli/secrets.sh $secret <FILE"; done
  die "nothing was applied"
fi

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

show() {
  if [[ -n $LOGS ]]; then printf '%s\n' "$LOGS" >&2; fi
}

# The same of the Secrets that are kept in the cluster itself.
present=''
for ((i = 0; i < ${#CLUSTER_SECRETS[@]}; i += 4)); do
  present+="${present:+ && }kubectl get secret ${CLUSTER_SECRETS[i]} --namespace ${CLUSTER_SECRETS[i + 1]} --output name"
done
in_cluster "$present" || {
  show
  die "nothing was applied: azcli/secrets.sh --check names the secrets that are missing"
}

# done_in_cluster WHAT COMMAND: a role that was given a moment ago does not count in the cluster yet. Nothing else gets better
# by waiting.
done_in_cluster() {
  in_cluster "$2" && return
  [[ $LOGS == *'is forbidden: User '*' cannot '* ]] && return 1
  show
  die "$1"
}
in_time() {
  poll 900 "your role reaches the cluster; only members of group $ADMIN_GROUP have one" done_in_cluster "$@"
}

# A namespace is of one tree: two would take its quota and its policies from each other with every run.
say " - look whose the namespaces are"
others='app.kubernetes.io/managed-by=aks-harden,app.kubernetes.io/part-of!='$CLUSTER
in_time "the namespaces could not be read" "kubectl get namespaces --selector $others --output name"
taken=()
for namespace in "${OURS[@]}"; do
  if grep -qxF "namespace/$namespace" <<<"$LOGS"; then taken+=("$namespace"); fi
done
if ((${#taken[@]} > 0)); then
  say "These namespaces of this cluster are of another tree, which says so in their label app.kubernetes.io/part-of: ${taken[*]}"
  say "  Name others in kubernetes.namespaces, or take both labels away with the other tree gone:"
  say "  kubectl label namespace ${taken[*]} app.kubernetes.io/managed-by- app.kubernetes.io/part-of-"
  die "nothing was applied"
fi

# Where something runs that was there before this tree, its labels and policies may refuse what is made next.
in_time "the namespaces could not be read" "kubectl get namespaces --selector '!app.kubernetes.io/part-of' --output name"
before=$LOGS older=()
for namespace in "${OURS[@]}"; do
  grep -qxF "namespace/$namespace" <<<"$before" || continue
  in_time "the pods of $namespace could not be read" "kubectl get pods --namespace $namespace --output name"
  if grep -q '^pod/' <<<"$LOGS"; then older+=("$namespace"); fi
done
if ((${#older[@]} > 0)) && [[ $TAKE_OVER == false ]]; then
  say "These namespaces were there before this tree, and something runs in them: ${older[*]}"
  say "  kubernetes/existing.sh ${older[*]}   says what would be refused; then: kubernetes/apply.sh --take-over"
  die "nothing was applied"
fi

# The built-in storage classes have another owner, so their mark can only be taken over by force.
say " - apply the manifests"
in_time "the manifests were not applied" "kubectl apply --kustomize . --server-side --force-conflicts --field-manager aks-harden"
show

rollouts='' pods='' mounts=''
for namespace in "${NAMESPACES[@]}"; do
  ours="--namespace $namespace --selector app.kubernetes.io/part-of=$CLUSTER"
  rollouts+="${rollouts:+ && }kubectl rollout status deployment,statefulset $ours --timeout 5m"
  pods+="kubectl get pods $ours; kubectl get events --namespace $namespace --field-selector type!=Normal; "
  mounts+="${mounts:+ && }kubectl get secretproviderclasspodstatuses --namespace $namespace"
  mounts+=" --output custom-columns=POD:.status.podName,CLASS:.status.secretProviderClassName,MOUNTED:.status.mounted"
done

# A pod is ready only once its secrets are mounted, so this waits for those too.
say " - wait until everything runs"
in_cluster "$rollouts" || {
  show
  in_cluster "$pods" || true
  show
  die "not everything runs; azcli/verify.sh says whether identities and roles are as planned"
}
show

# What the driver itself says about the mounts: which pod, which class; it holds no value.
say " - look at the mounted secrets"
in_cluster "$mounts" || {
  show
  die "the state of the mounts could not be read"
}
show
if grep -qE '[[:space:]]false[[:space:]]*$' <<<"$LOGS"; then die "not every pod has its secrets"; fi

say "The cluster is as these files say."
