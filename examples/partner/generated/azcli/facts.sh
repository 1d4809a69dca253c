#!/usr/bin/env bash
# What only Azure knows: the issuer of the cluster's tokens. Works after either way to deploy.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
source "$here/settings.sh"
source "$here/lib.sh"

case "${1:-}" in
  -h | --help)
    printf '%s\n' 'Writes what only Azure knows, as TOML. None of it is a secret: commit it beside the profile file.' '' \
      'usage: facts.sh [FILE]' '' '  FILE   written whole or not at all; without it the facts go to standard output'
    exit 0
    ;;
  -*) usage_error "no such argument $1" ;;
esac
(($# <= 1)) || usage_error 'too many arguments'
sign_in

# fact NAME VALUE: one line of TOML; what Azure says is taken only where it can be no more than a word.
fact() {
  [[ $2 =~ ^[A-Za-z0-9:/._-]+$ ]] || die "Azure has no $1 yet: is the deployment through?"
  printf '%s = "%s"\n' "$1" "$2"
}

issuer=$(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query oidcIssuerProfile.issuerUrl --output tsv) ||
  die "there is no cluster $CLUSTER: deploy it first"
{
  printf '# Written by azcli/facts.sh; read by the next render.\n'
  fact oidc_issuer "$issuer"
} >"$SCRATCH/facts.toml"

if (($# == 0)); then
  cat -- "$SCRATCH/facts.toml"
  exit 0
fi
# Beside the file first: a rename is whole, a copy is not.
new=$(mktemp "$1.XXXXXX") || die "cannot write $1"
if ! { cat -- "$SCRATCH/facts.toml" >"$new" && chmod 644 "$new" && mv -f -- "$new" "$1"; }; then
  rm -f -- "$new"
  die "cannot write $1"
fi
say "wrote $1: render again, so that the manifests know it"
