#!/usr/bin/env bash
# Takes everything down that the steps made, and says what survives.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh

case "${1:-}" in
  -h | --help)
    printf '%s\n' 'Takes everything down that the steps made, and says what survives.' '' 'usage: destroy.sh --yes' '' \
      "Removes the groups $GROUP_CLUSTER, $GROUP_NETWORK, $GROUP_SECURITY and $GROUP_EGRESS, with all that is in them," \
      "disks of the workloads in $GROUP_NODES included. Takes about fifteen minutes."
    exit 0
    ;;
  --yes) ;;
  '') usage_error 'this removes the cluster and its data: say --yes' ;;
  *) usage_error "no such argument $1" ;;
esac
(($# == 1)) || usage_error 'too many arguments'
sign_in

gone() {
  ! exists az group show --name "$1"
}

# The cluster before its network: AKS has to take its network interfaces out of the subnets itself.
if exists az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER"; then
  change "remove cluster $CLUSTER" az aks delete --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --yes
fi
# Endpoints and subnets before the way out, which may be a former one: the groups refer to each other in this order.
for group in "$GROUP_CLUSTER" "$GROUP_NETWORK" "$GROUP_SECURITY" "$GROUP_EGRESS"; do
  gone "$group" && continue
  locks=$(az lock list --resource-group "$group" --query '[].name' --output tsv)
  [[ -z $locks ]] || die "group $group is locked (${locks//$'\n'/, }): whoever set the lock has to lift it"
  change "remove group $group with its role and policy assignments" az group delete --name "$group" --yes
  poll 1800 "group $group is gone" gone "$group"
done

say 'What survives:'
if exists az group show --name "$GROUP_SNAPSHOTS"; then
  kept=$(az snapshot list --resource-group "$GROUP_SNAPSHOTS" --query 'length(@)' --output tsv)
  say " . group $GROUP_SNAPSHOTS, with $kept snapshots of disks: az group delete --name $GROUP_SNAPSHOTS removes it"
fi
say " . vault $VAULT, as deleted, with all secrets and keys: purge protection keeps it for $VAULT_RETENTION_DAYS days,"
say '   nobody can shorten that, and its name is taken until then. A new deployment recovers it.'
say " . workspace $WORKSPACE, as deleted, with its logs, for 14 days: az monitor log-analytics workspace recover brings it back"
say ' . the Defender plan for containers: it holds for the whole subscription, and other clusters may rely on it'
say '   (az security pricing create --name Containers --tier Free ends it, and what it costs)'
say ' . registrations of providers and of the feature EncryptionAtHost: they belong to the subscription and cost nothing'
