#!/usr/bin/env bash
# Keys of your own: a vault for them alone, and what encrypts with them.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
source ./parts.sh
begin 'Keys of your own: a vault for them alone, and what encrypts with them.' "$@"

# A vault of its own: Azure's own services come in here, and nobody has a reason to come near the secrets.
vault=(--resource-group "$GROUP_SECURITY" --name "$KEYS_VAULT")
if ! exists az keyvault show "${vault[@]}" && ! recovered "$KEYS_VAULT"; then
  args=("${vault[@]}" --location "$LOCATION" --sku "$KEYS_VAULT_SKU")
  args+=(--enable-rbac-authorization true) # control: key-vault-rbac
  # Whoever could purge a key could destroy what it encrypts: Azure wants this, whatever the other vault has.
  args+=(--retention-days "$VAULT_RETENTION_DAYS" --enable-purge-protection true) # control: key-vault-purge-protection
  args+=(--public-network-access Disabled --default-action Deny)                  # control: private-key-vault
  # The encryption set stands outside every network.
  args+=(--bypass AzureServices)
  create "make vault $KEYS_VAULT: keys alone" az keyvault create "${args[@]}"
fi
if exists az keyvault show "${vault[@]}"; then
  expect_keys_vault
  look az keyvault show "${vault[@]}"
  mend "vault $KEYS_VAULT" az keyvault update "${vault[@]}"
fi
endpoint "$KEYS_ENDPOINT" "$ID_KEYS_VAULT" vault "$VAULT_ZONE" # control: private-key-vault

# own_key NAME OPERATIONS [LIFE]: LIFE is the rotation policy, where the vault makes new versions; old ones stay, since old data
# needs them.
own_key() {
  expect_own_key "$1"
  key "$ID_KEYS_VAULT" "$1" "{\"properties\": {\"kty\": \"$KEY_KIND\", \"keySize\": 3072, \"keyOps\": $2${3:+, \"rotationPolicy\": $3}}}" # control: hardware-keys
}

own_key "$DISK_KEY" '["unwrapKey", "wrapKey"]' \
  "{\"lifetimeActions\": [{\"trigger\": {\"timeAfterCreate\": \"$KEY_ROTATION\"}, \"action\": {\"type\": \"rotate\"}}]}" # control: own-disk-keys, key-rotation
# The encryption set takes each new version of the key by itself.
encryption_set=(--resource-group "$GROUP_SECURITY" --name "$DISK_ENCRYPTION_SET")
KEY_URL=''
if [[ $PLAN == false ]]; then KEY_URL=$(key_url "$DISK_KEY"); fi
if exists az disk-encryption-set show "${encryption_set[@]}"; then
  expect_encryption_set
  look az disk-encryption-set show "${encryption_set[@]}"
  mend "encryption set $DISK_ENCRYPTION_SET" az disk-encryption-set update "${encryption_set[@]}"
else
  args=("${encryption_set[@]}" --location "$LOCATION" --encryption-type EncryptionAtRestWithCustomerKey --mi-system-assigned true)
  args+=(--source-vault "$ID_KEYS_VAULT" --key-url "$KEY_URL") # control: own-disk-keys
  args+=(--enable-auto-key-rotation true)                      # control: key-rotation
  create "make encryption set $DISK_ENCRYPTION_SET: the disks of nodes and volumes" az disk-encryption-set create "${args[@]}"
fi
# It uses the one key; the control plane may name it when it makes disks, and change nothing in it.
assign_below "$ID_DISK_ENCRYPTION_SET" # control: own-disk-keys

# No rotation policy: the cluster names a version, and a new one is of use only once every Secret is written anew (RUNBOOK.md).
own_key "$ETCD_KEY" '["decrypt", "encrypt", "unwrapKey", "wrapKey"]' # control: etcd-own-key
# The control plane encrypts with a key of the vault, and joins it by an endpoint of its own. Both rights are to the vault and not to the
# one key: there AKS looks for them before it turns encryption on. Nothing lies in this vault but keys that encrypt.
assign_below "$ID_KEYS_VAULT" # control: own-disk-keys, etcd-own-key

finish
