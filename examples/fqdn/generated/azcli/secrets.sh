#!/usr/bin/env bash
# One secret into the vault, and to its identity the right to read it: that secret, and no other.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh

case "${1:-}" in
  -h | --help)
    printf '%s\n' 'Puts one secret into the vault, and gives its workload the right to read it.' '' \
      'usage: secrets.sh --list     the names that the cluster needs, one a line' \
      '       secrets.sh NAME       takes the value from standard input' '' \
      'The value is in no argument, no variable of the environment and no log. A certificate is PEM: key and chain in one.'
    exit 0
    ;;
  --list)
    (($# == 1)) || usage_error 'too many arguments'
    for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do printf '%s\n' "${VAULT_SECRETS[i]}"; done | sort -u
    exit 0
    ;;
  '') usage_error 'which secret?' ;;
  -*) usage_error "no such argument $1" ;;
esac
(($# == 1)) || usage_error 'too many arguments: the value comes in on standard input'

name=$1 kind=''
for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
  if [[ ${VAULT_SECRETS[i]} == "$name" ]]; then kind=${VAULT_SECRETS[i + 1]}; fi
done
[[ -n $kind ]] || usage_error "the cluster needs no secret $name; --list names those that it needs"

if [[ -t 0 ]]; then
  # Typed at a terminal it is one line, and is not shown.
  IFS= read -r -s -p "value of $name: " value
  printf '\n' >&2
else
  value=$(cat && printf x)
  value=${value%x}
  # A line break at the end of a single line is an accident; in a file of several lines it is part of it.
  if [[ ${value%$'\n'} != *$'\n'* ]]; then value=${value%$'\n'}; fi
fi
[[ -n $value ]] || die "the value of $name is empty"
if [[ $kind == certificate && $value != *'-----BEGIN '* ]]; then say "warning: $name is a certificate, and this is no PEM"; fi

# As JSON, in a file that only you can read and that goes when this ends. All of this happens inside this shell.
value=${value//\\/\\\\}
value=${value//\"/\\\"}
value=${value//$'\n'/\\n}
value=${value//$'\r'/\\r}
value=${value//$'\t'/\\t}
[[ $value != *[[:cntrl:]]* ]] || die "the value of $name has control characters: encode it first"
type=text/plain
if [[ $kind == certificate ]]; then type=application/x-pem-file; fi
umask 077
printf '{"properties": {"value": "%s", "contentType": "%s"}}\n' "$value" "$type" >"$SCRATCH/secret.json"
value=''

sign_in
exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$VAULT" || die "there is no vault $VAULT: deploy it first"
# By Azure Resource Manager: the vault's own door is closed to where this runs.
change "put $name into vault $VAULT" az rest --method put --url "$ID_VAULT/secrets/$name?api-version=2026-02-01" --body "@$SCRATCH/secret.json"
rm -f -- "$SCRATCH/secret.json"
for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
  if [[ ${VAULT_SECRETS[i]} == "$name" ]]; then
    assign "${VAULT_SECRETS[i + 3]}" 4633458b-17de-408a-b874-0445c86b69e6 'Key Vault Secrets User' "${VAULT_SECRETS[i + 2]}" ServicePrincipal "$ID_VAULT/secrets/$name" # control: one-identity-per-workload
  fi
done
