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
      assign "${VAULT_SECRETS[i + 3]}" 4633458b-17de-408a-b874-0445c86b69e6 'Key Vault Secrets User' "${VAULT_SECRETS[i + 2]}" ServicePrincipal "$ID_VAULT/secrets/$name" # control: one-identity-per-workload
    fi
  done
}

if [[ $1 == --check ]]; then
  sign_in
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    if ((i > 0)) && [[ ${VAULT_SECRETS[i]} == "${VAULT_SECRETS[i - 4]}" ]]; then continue; fi
    in_vault "${VAULT_SECRETS[i]}" || MISSING+=("${VAULT_SECRETS[i]}")
  done
  told
else
  needed | grep -qx -- "$1" || usage_error "the cluster needs no secret $1; --list names those that it needs"
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    if [[ ${VAULT_SECRETS[i]} == "$1" ]]; then
      put_into_vault "$1" "${VAULT_SECRETS[i + 1]}"
      exit 0
    fi
  done
fi
