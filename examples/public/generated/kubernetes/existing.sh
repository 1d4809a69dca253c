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

Needs az, kubectl and kubelogin on a machine that reaches the API server. Who calls has to be in the group that administers the
cluster.

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

# A kubeconfig of its own: no other cluster can be meant, and yours stays as it is.
for tool in kubectl kubelogin; do
  command -v "$tool" >/dev/null || die "$tool is not there; az aks install-cli brings it"
done
export KUBECONFIG=$SCRATCH/kubeconfig
az aks get-credentials --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --file "$KUBECONFIG" --output none
kubelogin convert-kubeconfig --login azurecli --kubeconfig "$KUBECONFIG"

# in_cluster COMMAND: runs it; LOGS holds what it printed, CODE its exit status.
in_cluster() {
  CODE=0
  LOGS=$(bash -c "$1" 2>&1) || CODE=$?
  return "$CODE"
}

in_cluster "bash existing/look.sh $ACTION $*" || true
# Both outputs of the command come as one: findings have tabs, all else is said by the way.
while IFS= read -r line; do
  if [[ $line == *$'\t'* ]]; then printf '%s\n' "$line"; else say "$line"; fi
done <<<"$LOGS"
[[ $CODE == [023] ]] || die "it could not be looked at"
((CODE == 0)) || exit "$CODE"
