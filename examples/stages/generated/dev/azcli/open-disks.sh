#!/usr/bin/env bash
# Which disks and snapshots can be downloaded through a link? Reads only: a class of volumes counts for new disks alone.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment dev
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh

usage() {
  cat <<TEXT
Which disks and snapshots can be downloaded through a link? Reads only. A class of volumes counts for new disks alone, so
those that are there already, restored or made by others may be open.

usage: open-disks.sh [--all]

  --all   in the whole subscription, not only in $GROUP_NODES, where the volumes of this cluster are, and
          $GROUP_SNAPSHOTS, where their snapshots are

One line for each that is open: its policy, whether its link works from the internet, its id; then the command that closes
it. Ends with 0 (none is open), 1 (some are, or it could not be read) or 2 (called wrongly).
TEXT
}

GROUPS_ASKED=("$GROUP_NODES" "$GROUP_SNAPSHOTS")
case "${1:-}" in
  '') ;;
  --all) GROUPS_ASKED=('') ;;
  -h | --help)
    usage
    exit 0
    ;;
  *) usage_error "no such argument $1" ;;
esac
(($# <= 1)) || usage_error 'too many arguments'
sign_in

if [[ -n ${GROUPS_ASKED[0]} ]] && ! exists az group show --name "$GROUP_NODES"; then
  die "there is no group $GROUP_NODES: deploy the cluster first, or ask with --all"
fi
# A disk of an older kind has no policy, which is the open one.
OPEN="[?not_null(networkAccessPolicy, 'AllowAll') == 'AllowAll' || (networkAccessPolicy != 'DenyAll' && not_null(publicNetworkAccess, 'Enabled') == 'Enabled')]"
FIELDS="[not_null(networkAccessPolicy, 'AllowAll'), not_null(publicNetworkAccess, 'Enabled'), id]"
count=0
for kind in disk snapshot; do
  : >"$SCRATCH/open"
  for group in "${GROUPS_ASKED[@]}"; do
    # No group in particular means all; that of the snapshots came with a later version than the cluster, it may be.
    if [[ -n $group ]] && ! exists az group show --name "$group"; then continue; fi
    az "$kind" list ${group:+--resource-group "$group"} --query "$OPEN.$FIELDS" --output tsv >>"$SCRATCH/open" ||
      die "the ${kind}s could not be read"
  done
  while IFS=$'\t' read -r policy public id; do
    printf '%s\t%s\t%s\n' "$policy" "$public" "$id"
    say "  az $kind update --ids $id --network-access-policy DenyAll --public-network-access Disabled"
    count=$((count + 1))
  done <"$SCRATCH/open"
done
if ((count > 0)); then
  say "$count can be downloaded by whoever may make a link to them"
  exit 1
fi
say 'no disk and no snapshot can be downloaded'
