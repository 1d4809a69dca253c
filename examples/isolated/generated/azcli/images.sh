#!/usr/bin/env bash
# Copies the images that run in the cluster into its registry, by digest: the nodes reach no other one.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh

help='Copies the images that run in the cluster into its registry, by digest.

usage: images.sh [--plan | --list]

  --plan   show what would be copied and change nothing
  --list   print the images, one a line: source, name in the registry

After either path, before kubernetes/apply.sh, and again when an image changes. What is there already is copied over.
Ends with 0 (all are there), 1 (failed) or 2 (called wrongly).'
case "${1:-}" in
  '') ;;
  --plan) PLAN=true ;;
  --list)
    printf '%s %s\n' "${REGISTRY_IMAGES[@]}"
    exit 0
    ;;
  -h | --help)
    printf '%s\n' "$help"
    exit 0
    ;;
  *) usage_error "no such argument $1" ;;
esac
(($# <= 1)) || usage_error 'too many arguments'
sign_in

# Azure fetches them itself, so this works from anywhere although the registry is closed. The digest stays the same.
for ((i = 0; i < ${#REGISTRY_IMAGES[@]}; i += 2)); do
  change "copy ${REGISTRY_IMAGES[i]}" az acr import --resource-group "$GROUP_SECURITY" --name "$REGISTRY" --source "${REGISTRY_IMAGES[i]}" \
    --image "${REGISTRY_IMAGES[i + 1]}" --force # control: images-by-digest
done
