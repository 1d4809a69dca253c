#!/usr/bin/env bash
# Runs where kubectl reaches the cluster; ../existing.sh brings it there. Says what would be refused, by server-side dry run.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

CLUSTER='clearing'
LEVEL='restricted' # control: pod-security-admission
VERSION='v1.36'    # control: pod-security-admission
# Namespaces of AKS itself: no label belongs there, and no policy looks at them.
PLATFORM=('kube-system' 'kube-node-lease' 'gatekeeper-system' 'aks-command' 'aks-static-egress-gateway')

usage() {
  cat <<'TEXT'
Which running pods, CronJobs and Services would be refused by the Pod Security label and the admission policies of this tree?
The label is tried on pods that run; what a CronJob makes later is tried on the policies alone.

usage: look.sh show [NAMESPACE...]       says it, for all namespaces but those of AKS, or for these
       look.sh warn NAMESPACE...         labels them: what would be refused is written to the audit log and said to whoever deploys
       look.sh enforce NAMESPACE...      labels those in which no running pod would be refused: what breaks the level is refused

`show` changes nothing that lasts: copies of the policies that only warn are there while it runs. `warn` and `enforce` set labels.

Ends with 0 (nothing would be refused, or the labels are set), 1 (failed), 2 (called wrongly) or 3 (something would be refused;
with `enforce`, namespaces of which that is true are not labelled).
TEXT
}

say() { printf '%s\n' "$*" >&2; }
die() {
  say "error: $*"
  exit 1
}
usage_error() {
  say "error: $*; --help says how to call it"
  exit 2
}

ACTION=${1:-}
case "$ACTION" in
  show | warn | enforce) shift ;;
  -h | --help)
    usage
    exit 0
    ;;
  *) usage_error "show, warn or enforce?" ;;
esac
if [[ $ACTION != show ]] && (($# == 0)); then usage_error "$ACTION needs a namespace"; fi
command -v kubectl >/dev/null || die 'kubectl is not there'

SCRATCH=$(mktemp -d)
PREVIEW=false
REFUSED=0

# The copies of the policies go, however this ends.
clean_up() {
  local status=$?
  if [[ $PREVIEW == true ]]; then
    kubectl delete --filename probe.yaml --ignore-not-found >/dev/null || status=1
    kubectl delete --kustomize . --ignore-not-found >/dev/null || status=1
    ((status != 1)) || say "the copies of the policies may still be there; they only warn: kubectl delete --kustomize kubernetes/existing"
  fi
  rm -rf -- "$SCRATCH"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

of_the_platform() {
  local name
  for name in "${PLATFORM[@]}"; do [[ $1 != "$name" ]] || return 0; done
  return 1
}

# of_aks NAMESPACE: one that AKS makes with some feature. The policies look there, where this cluster has no such feature; labels would
# stop what it installs later.
of_aks() {
  case "$1" in
    kube-* | aks-* | gatekeeper-system | calico-system | tigera-operator | app-routing-system | dataprotection-microsoft) return 0 ;;
    *) return 1 ;;
  esac
}

# finding NAMESPACE WHO WHAT: one thing that would be refused.
finding() {
  printf '%s\t%s\t%s\n' "$1" "$2" "$3"
  REFUSED=$((REFUSED + 1))
}

# pod_security NAMESPACE: what the API server says of the pods that run, if the label were set. A label that is there already
# would not be looked at again, so the newest version of the level is asked for then.
pod_security() {
  local version=$VERSION now line
  local -i found=0
  now=$(kubectl get namespace "$1" --output 'jsonpath={.metadata.labels.pod-security\.kubernetes\.io/enforce}:{.metadata.labels.pod-security\.kubernetes\.io/enforce-version}')
  [[ $now != "$LEVEL:$VERSION" ]] || version=latest
  kubectl label namespace "$1" --overwrite --dry-run=server --output name "pod-security.kubernetes.io/enforce=$LEVEL" \
    "pod-security.kubernetes.io/enforce-version=$version" 2>"$SCRATCH/said" >/dev/null || {
    cat -- "$SCRATCH/said" >&2
    die "the label of $1 could not be tried"
  }
  while IFS= read -r line; do
    case "$line" in
      'Warning: existing pods in namespace'*) ;;
      'Warning: new PodSecurity enforce level only checked against'*)
        say "$1: not all pods were looked at: ${line#Warning: }"
        found=1
        ;;
      'Warning: '*)
        finding "$1" "PodSecurity $LEVEL" "${line#Warning: }"
        found=1
        ;;
    esac
  done <"$SCRATCH/said"
  ((found == 0))
}

# preview: copies of the policies that only warn, and a last one that shows when all are in force.
preview() {
  local -i left=120 pause=1
  PREVIEW=true
  kubectl apply --kustomize . --server-side --force-conflicts --field-manager aks-harden >/dev/null || die 'the copies of the policies could not be made'
  kubectl apply --filename probe.yaml --server-side --force-conflicts --field-manager aks-harden >/dev/null || die 'the copies of the policies could not be made'
  until kubectl create configmap "$CLUSTER-preview-probe" --namespace kube-public --dry-run=server --output name 2>&1 >/dev/null | grep -q -- "$CLUSTER-preview-probe"; do
    ((left > 0)) || die 'the copies of the policies are not in force after two minutes'
    sleep "$pause"
    left=$((left - pause))
  done
}

# try NAMESPACE WHO OBJECT: would the object be let in as it is? Refusals by a full quota are none: the object is there already.
try() {
  local line rest policy
  if printf '%s\n' "$3" | kubectl create --dry-run=server --output name --filename - 2>"$SCRATCH/said" >/dev/null; then :; fi
  # The API server asks the policies in no particular order.
  LC_ALL=C sort --unique --output "$SCRATCH/said" -- "$SCRATCH/said"
  while IFS= read -r line; do
    case "$line" in
      *"ValidatingAdmissionPolicy '$CLUSTER-"*)
        rest=${line#*"ValidatingAdmissionPolicy '"}
        policy=${rest%%\'*}
        # A policy that is in force already says the same as its copy.
        [[ $policy == *-preview ]] || continue
        rest=${rest#*"with binding '"}
        finding "$1" "$2" "${policy%-preview}: ${rest#*: }"
        ;;
      'Warning: '* | *'exceeded quota'* | *'violates PodSecurity'* | *'is already allocated'* | *'already exists'*) ;;
      *'is forbidden: '*) finding "$1" "$2" "${line#*is forbidden: }" ;;
      *) say "$1: $2 could not be tried: $line" ;;
    esac
  done <"$SCRATCH/said"
}

# try_pod NAMESPACE WHO SPEC
try_pod() {
  try "$1" "$2" "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"aks-harden-dry-run\",\"namespace\":\"$1\"},\"spec\":$3}"
}

# policies NAMESPACE: one pod of each owner, since they are all alike, what CronJobs will make, and every Service that is open to others.
policies() {
  local name owner spec kind addresses annotations seen=' '
  kubectl get pods --namespace "$1" --field-selector status.phase!=Succeeded,status.phase!=Failed --output \
    'jsonpath={range .items[*]}{.metadata.name}{"\t"}{.metadata.ownerReferences[0].kind}{"/"}{.metadata.ownerReferences[0].name}{"\t"}{.spec}{"\n"}{end}' \
    >"$SCRATCH/pods" || die "the pods of $1 could not be read"
  while IFS=$'\t' read -r name owner spec; do
    [[ $owner != / ]] || owner=Pod/$name
    [[ $seen != *" $owner "* ]] || continue
    seen+="$owner "
    try_pod "$1" "$owner" "$spec"
  done <"$SCRATCH/pods"
  kubectl get cronjobs --namespace "$1" --output \
    'jsonpath={range .items[*]}{.metadata.name}{"\t"}{.spec.jobTemplate.spec.template.spec}{"\n"}{end}' \
    >"$SCRATCH/cronjobs" || die "the CronJobs of $1 could not be read"
  while IFS=$'\t' read -r name spec; do try_pod "$1" "CronJob/$name" "$spec"; done <"$SCRATCH/cronjobs"
  # Of a Service only what the policies look at: its addresses and ports are taken, by itself.
  kubectl get services --namespace "$1" --output \
    'jsonpath={range .items[*]}{.metadata.name}{"\t"}{.spec.type}{"\t="}{.spec.externalIPs}{"\t="}{.metadata.annotations}{"\n"}{end}' \
    >"$SCRATCH/services" || die "the Services of $1 could not be read"
  while IFS=$'\t' read -r name kind addresses annotations; do
    addresses=${addresses#=} annotations=${annotations#=}
    if [[ $kind == ExternalName ]] || [[ $kind == ClusterIP && -z $addresses ]]; then continue; fi
    try "$1" "Service/$name" "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"aks-harden-dry-run\",\"namespace\":\"$1\",\"annotations\":${annotations:-null}},\"spec\":{\"type\":\"$kind\",\"externalIPs\":${addresses:-null},\"ports\":[{\"port\":80}]}}"
  done <"$SCRATCH/services"
}

# label NAMESPACE MODE...: the level and its version.
label() {
  local namespace=$1 mode
  local -a labels=()
  shift
  for mode in "$@"; do labels+=("pod-security.kubernetes.io/$mode=$LEVEL" "pod-security.kubernetes.io/$mode-version=$VERSION"); done
  kubectl label namespace "$namespace" --overwrite "${labels[@]}" >/dev/null || die "$namespace could not be labelled"
  printf '%s\t%s\t%s\n' "$namespace" labelled "$* $LEVEL $VERSION"
}

if (($# > 0)); then
  NAMESPACES=("$@")
  for namespace in "${NAMESPACES[@]}"; do
    if of_the_platform "$namespace" || { [[ $ACTION != show ]] && of_aks "$namespace"; }; then usage_error "$namespace belongs to AKS"; fi
    kubectl get namespace "$namespace" --output name >/dev/null 2>&1 || usage_error "there is no namespace $namespace, or you may not see it"
  done
else
  NAMESPACES=()
  for namespace in $(kubectl get namespaces --output 'jsonpath={.items[*].metadata.name}'); do
    of_the_platform "$namespace" || NAMESPACES+=("$namespace")
  done
fi

case "$ACTION" in
  show)
    preview
    for namespace in "${NAMESPACES[@]}"; do
      before=$REFUSED
      pod_security "$namespace" || true
      policies "$namespace"
      if ((REFUSED == before)); then printf '%s\t%s\t%s\n' "$namespace" - 'nothing would be refused'; fi
    done
    ;;
  warn)
    for namespace in "${NAMESPACES[@]}"; do label "$namespace" warn audit; done
    ;;
  enforce)
    for namespace in "${NAMESPACES[@]}"; do
      if pod_security "$namespace"; then label "$namespace" enforce warn audit; fi
    done
    ;;
esac
((REFUSED == 0)) || exit 3
