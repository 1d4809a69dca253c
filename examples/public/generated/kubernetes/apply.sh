#!/usr/bin/env bash
# Applies everything in this folder to the cluster, and waits until it runs.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ../azcli/settings.sh
source ../azcli/lib.sh

# The namespaces of this tree.
OURS=(
  'workbench'
)

usage() {
  cat <<'TEXT'
Applies everything in this folder to the cluster, waits until it runs, and looks whether the secrets are mounted.
Can be run again at any time: what is as it should be stays as it is.

usage: apply.sh [--take-over]

  --take-over   go on where a namespace was there before this tree and something runs in it: it gets labels, a quota and
                policies like the others. existing.sh says what they would refuse.

Needs az, kubectl and kubelogin on a machine that reaches the API server.
Who calls has to be in the group that administers the cluster.

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

show() {
  if [[ -n $LOGS ]]; then printf '%s\n' "$LOGS" >&2; fi
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

say "The cluster is as these files say."
