#!/usr/bin/env bash
# One secret to where it is kept; in the vault its readers get the right to it, and to no other.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh

# needed: the names of all secrets, one a line.
needed() {
  {
    for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do printf '%s\n' "${VAULT_SECRETS[i]}"; done
    for ((i = 0; i < ${#CLUSTER_SECRETS[@]}; i += 4)); do printf '%s\n' "${CLUSTER_SECRETS[i]}"; done
  } | sort -u
}

case "${1:-}" in
  -h | --help)
    printf '%s\n' 'Puts one secret to where it is kept, and gives its readers the right to it.' '' \
      'usage: secrets.sh --list     the names that the cluster needs, one a line' \
      '       secrets.sh --check    which of them are missing; ends with 1 when one is' \
      '       secrets.sh NAME       takes the value from standard input' '' \
      'The value is in no argument, no variable of the environment and no log. A certificate is PEM: key and chain in one.'
    exit 0
    ;;
  --list)
    (($# == 1)) || usage_error 'too many arguments'
    needed
    exit 0
    ;;
  --check) ;;
  '') usage_error 'which secret?' ;;
  -*) usage_error "no such argument $1" ;;
esac
(($# == 1)) || usage_error 'too many arguments: the value comes in on standard input'

MISSING=()

# in_vault NAME: is it there? The names are asked for, no value is read.
in_vault() {
  exists az resource show --ids "$ID_VAULT/secrets/$1" --api-version 2026-02-01
}

# told: names what is missing, and ends the script.
told() {
  if ((${#MISSING[@]} == 0)); then
    say 'every secret is there'
    exit 0
  fi
  say 'These secrets are missing. Each takes its value from standard input:'
  for name in "${MISSING[@]}"; do say "  azcli/secrets.sh $name <FILE"; done
  exit 1
}

# take NAME KIND: VALUE is what comes in on standard input.
take() {
  if [[ -t 0 ]]; then
    # Typed at a terminal it is one line, and is not shown.
    IFS= read -r -s -p "value of $1: " VALUE
    printf '\n' >&2
  else
    VALUE=$(cat && printf x)
    VALUE=${VALUE%x}
    # A line break at the end of a single line is an accident; in a file of several lines it is part of it.
    if [[ ${VALUE%$'\n'} != *$'\n'* ]]; then VALUE=${VALUE%$'\n'}; fi
  fi
  [[ -n $VALUE ]] || die "the value of $1 is empty"
  if [[ $2 == certificate && $VALUE != *'-----BEGIN '* ]]; then say "warning: $1 is a certificate, and this is no PEM"; fi
}

# put_into_vault NAME KIND: by Azure Resource Manager, since the vault's own door is closed to where this runs.
put_into_vault() {
  local name=$1 type=text/plain
  take "$1" "$2"
  if [[ $2 == certificate ]]; then type=application/x-pem-file; fi
  # As JSON, in a file that only you can read and that goes when this ends. All of this happens inside this shell.
  VALUE=${VALUE//\\/\\\\}
  VALUE=${VALUE//\"/\\\"}
  VALUE=${VALUE//$'\n'/\\n}
  VALUE=${VALUE//$'\r'/\\r}
  VALUE=${VALUE//$'\t'/\\t}
  [[ $VALUE != *[[:cntrl:]]* ]] || die "the value of $name has control characters: encode it first"
  (umask 077 && printf '{"properties": {"value": "%s", "contentType": "%s"}}\n' "$VALUE" "$type" >"$SCRATCH/secret.json")
  VALUE=''
  sign_in
  exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$VAULT" || die "there is no vault $VAULT: deploy it first"
  change "put $name into vault $VAULT" az rest --method put --url "$ID_VAULT/secrets/$name?api-version=2026-02-01" --body "@$SCRATCH/secret.json"
  rm -f -- "$SCRATCH/secret.json"
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    if [[ ${VAULT_SECRETS[i]} == "$name" ]]; then
      assign "${VAULT_SECRETS[i + 3]}" 4633458b-17de-408a-b874-0445c86b69e6 'Key Vault Secrets User' "${VAULT_SECRETS[i + 2]}" ServicePrincipal "$ID_VAULT/secrets/$name" # exception: one-identity-per-workload until 2027-03-31: The seller's portal and ledger are moved to identities of their own with their next release. (platform-team)
    fi
  done
}

if [[ $1 == --check ]]; then
  sign_in
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    if ((i > 0)) && [[ ${VAULT_SECRETS[i]} == "${VAULT_SECRETS[i - 4]}" ]]; then continue; fi
    in_vault "${VAULT_SECRETS[i]}" || MISSING+=("${VAULT_SECRETS[i]}")
  done
else
  needed | grep -qx -- "$1" || usage_error "the cluster needs no secret $1; --list names those that it needs"
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    if [[ ${VAULT_SECRETS[i]} == "$1" ]]; then
      put_into_vault "$1" "${VAULT_SECRETS[i + 1]}"
      exit 0
    fi
  done
fi

# What follows is about Secrets in the cluster. They are in etcd, and whoever may read Secrets in the namespace reads them.
NAME=$1
if [[ $NAME != --check ]]; then
  take "$NAME" secret
  ENCODED=$(printf '%s' "$VALUE" | base64 | tr -d '\n')
  VALUE=''
  sign_in
fi
# Nothing but the manifests goes along: a folder of its own, that goes when this ends.
(umask 077 && mkdir -- "$SCRATCH/put")
cd -- "$SCRATCH/put"

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

if [[ $NAME == --check ]]; then
  for ((i = 0; i < ${#CLUSTER_SECRETS[@]}; i += 4)); do
    in_cluster "kubectl get secret ${CLUSTER_SECRETS[i]} --namespace ${CLUSTER_SECRETS[i + 1]} --output name" ||
      MISSING+=("${CLUSTER_SECRETS[i]}")
  done
  told
fi
put='true'
for ((i = 0; i < ${#CLUSTER_SECRETS[@]}; i += 4)); do
  [[ ${CLUSTER_SECRETS[i]} == "$NAME" ]] || continue
  namespace=${CLUSTER_SECRETS[i + 1]}
  {
    printf '%s\n' 'apiVersion: v1' 'kind: Secret' 'metadata:' "  name: $NAME" "  namespace: $namespace" '  labels:' \
      "    app.kubernetes.io/name: $NAME" '    app.kubernetes.io/component: secret' "    app.kubernetes.io/part-of: $CLUSTER" \
      '    app.kubernetes.io/managed-by: aks-harden' '    secrets-store.csi.k8s.io/used: "true"' 'type: Opaque' 'data:' \
      "  ${CLUSTER_SECRETS[i + 2]}: $ENCODED"
    if [[ ${CLUSTER_SECRETS[i + 3]} != - ]]; then
      printf '  clientid: %s\n' "$(printf '%s' "${CLUSTER_SECRETS[i + 3]}" | base64 | tr -d '\n')"
    fi
  } >"$namespace.yaml"
  # The namespace may not be there yet: apply.sh gives it its labels, and nothing runs in it before.
  put+=" && { kubectl get namespace $namespace --output name || kubectl create namespace $namespace; }"
  put+=" && kubectl apply --server-side --force-conflicts --field-manager aks-harden-secrets --filename $namespace.yaml"
done
ENCODED=''
say " - put $NAME into the cluster"
placed() {
  in_cluster "$put" && return
  # A role that was given a moment ago does not count in the cluster yet. Nothing else gets better by waiting.
  [[ $LOGS == *'is forbidden: User '*' cannot '* ]] && return 1
  say "$LOGS"
  die "$NAME was not put into the cluster"
}
poll 900 "your role reaches the cluster; only members of group $ADMIN_GROUP have one" placed
say "$NAME is in the cluster; what reads it only at the start has to be restarted"
