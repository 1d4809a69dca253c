# Vaults, keys, private endpoints and identities: what more than one step makes; sourced, not run.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# The names and ids are those of settings.sh.
# shellcheck disable=SC2154

# recovered VAULT: one of this name that was deleted is back, with all that was in it. Purge protection keeps the name.
recovered() {
  az keyvault list-deleted --resource-type vault --query "[?name=='$1'].name" --output tsv >"$SCRATCH/deleted" ||
    die "could not find out whether vault $1 was deleted"
  [[ -s $SCRATCH/deleted ]] || return 1
  change "recover vault $1, which was deleted" az keyvault recover --name "$1" --location "$LOCATION" --resource-group "$GROUP_SECURITY"
  [[ $PLAN == true ]] || poll 300 "vault $1 is back" exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$1"
}

# key VAULT_ID NAME BODY: made by Azure Resource Manager, since the vault's own door is closed to where this runs. One that is
# there stays as it is, whatever is planned: what it was expected to be, last, names the difference.
key() {
  local there=''
  if exists az keyvault show --resource-group "$GROUP_SECURITY" --name "${1##*/}"; then
    there=$(az rest --method get --url "$1/keys?api-version=2026-02-01" --query "value[?name=='$2'].name" --output tsv)
  fi
  if [[ -n $there ]]; then
    look az rest --method get --url "$1/keys/$2?api-version=2026-02-01"
    wrong "key $2" || true
  else
    printf '%s\n' "$3" >"$SCRATCH/key.json"
    change "make key $2, which never leaves the vault" az rest --method put --url "$1/keys/$2?api-version=2026-02-01" --body "@$SCRATCH/key.json"
  fi
}

# key_url NAME: the address of the newest version of a key of your own.
key_url() {
  az rest --method get --url "$ID_KEYS_VAULT/keys/$1?api-version=2026-02-01" --query properties.keyUriWithVersion --output tsv
}

# etcd_key: ETCD_KEY_URL is the version of its key that the cluster has to name; before there is one, what will be.
# shellcheck disable=SC2034
etcd_key() {
  local name=''
  ETCD_KEY_URL='the first version'
  if exists az keyvault show --resource-group "$GROUP_SECURITY" --name "$KEYS_VAULT"; then
    name=$(az rest --method get --url "$ID_KEYS_VAULT/keys?api-version=2026-02-01" --query "value[?name=='$ETCD_KEY'].name" --output tsv)
  fi
  if [[ -n $name ]]; then ETCD_KEY_URL=$(key_url "$ETCD_KEY"); fi
}

# endpoint NAME ID SERVICE ZONE [SUBNET_ID]: a private address in the network for a service, and the record that leads there.
endpoint() {
  local at=(--resource-group "$GROUP_NETWORK" --name "$1")
  local zone=(--resource-group "$GROUP_NETWORK" --name "$4")
  local link=(--resource-group "$GROUP_NETWORK" --zone-name "$4" --name "$ZONE_LINK")
  local records=(--resource-group "$GROUP_NETWORK" --endpoint-name "$1" --name default)
  exists az network private-dns zone show "${zone[@]}" ||
    create "make zone $4" az network private-dns zone create "${zone[@]}"
  if exists az network private-dns link vnet show "${link[@]}"; then
    expect_link "$ID_VNET"
    look az network private-dns link vnet show "${link[@]}"
    # A link keeps its network for life.
    if wrong "link of zone $4"; then change "remove the link of zone $4, to make it anew" az network private-dns link vnet delete "${link[@]}" --yes; fi
  fi
  exists az network private-dns link vnet show "${link[@]}" ||
    create "let the network see zone $4" az network private-dns link vnet create "${link[@]}" --virtual-network "$ID_VNET" --registration-enabled false
  if exists az network private-endpoint show "${at[@]}"; then
    expect_endpoint "$2"
    look az network private-endpoint show "${at[@]}"
    # An endpoint whose service was deleted stays cut off, even when the service comes back.
    if wrong "endpoint $1"; then change "remove endpoint $1, to make it anew" az network private-endpoint delete "${at[@]}"; fi
  fi
  if ! exists az network private-endpoint show "${at[@]}"; then
    create "make endpoint $1" az network private-endpoint create "${at[@]}" --location "$LOCATION" --subnet "${5:-$ID_SUBNET_ENDPOINTS}" \
      --private-connection-resource-id "$2" --group-ids "$3" --connection-name "$3" # control: private-key-vault, private-registry
  fi
  if exists az network private-endpoint dns-zone-group show "${records[@]}"; then
    expect_records "$4"
    look az network private-endpoint dns-zone-group show "${records[@]}"
    if wrong "record of $1"; then change "remove the record of $1, to write it anew" az network private-endpoint dns-zone-group delete "${records[@]}"; fi
  fi
  exists az network private-endpoint dns-zone-group show "${records[@]}" ||
    change "write the record of $1 into zone $4" az network private-endpoint dns-zone-group create "${records[@]}" \
      --private-dns-zone "$ID_NETWORK/providers/Microsoft.Network/privateDnsZones/$4" --zone-name "$3"
}

# identity NAME WHY
identity() {
  exists az identity show --resource-group "$GROUP_CLUSTER" --name "$1" ||
    create "make identity $1: $2" az identity create --resource-group "$GROUP_CLUSTER" --name "$1" --location "$LOCATION"
}

# credential ISSUER IDENTITY NAME SUBJECT: the identity takes the tokens that this issuer gives this subject, and no others
# but those in OURS, a line of identity and name each.
OURS=''
credential() {
  local at=(--resource-group "$GROUP_CLUSTER" --identity-name "$2" --name "$3") other
  expect_credential "$1" "$4"
  if ! exists az identity federated-credential show "${at[@]}"; then
    planned_flags
    change "let $4 act as $2" az identity federated-credential create "${at[@]}" "${FLAGS[@]}" # control: exact-federated-credentials
  else
    look az identity federated-credential show "${at[@]}"
    if wrong "credential $3"; then
      planned_flags
      change "put credential $3 right" az identity federated-credential update "${at[@]}" "${FLAGS[@]}"
    fi
  fi
  [[ $PLAN == false ]] || return 0
  az identity federated-credential list --resource-group "$GROUP_CLUSTER" --identity-name "$2" --query "[?name!='$3'].name" --output tsv >"$SCRATCH/others"
  while IFS= read -r other; do
    if [[ $'\n'$OURS == *$'\n'"$2 $other"$'\n'* ]]; then continue; fi
    stuck "identity $2: exact-federated-credentials: another credential" "$other" none \
      "if nobody needs it: az identity federated-credential delete --resource-group $GROUP_CLUSTER --identity-name $2 --name $other --yes" # control: exact-federated-credentials
  done <"$SCRATCH/others"
}

# let_readers_in: each identity may read its secrets, as far as they are there.
let_readers_in() {
  local name
  local -i i
  az rest --method get --url "$ID_VAULT/secrets?api-version=2026-02-01" --query 'value[].name' --output tsv >"$SCRATCH/secrets"
  for ((i = 0; i < ${#VAULT_SECRETS[@]}; i += 4)); do
    name=${VAULT_SECRETS[i]}
    grep -qix -- "$name" "$SCRATCH/secrets" || continue
    assign "${VAULT_SECRETS[i + 3]}" 4633458b-17de-408a-b874-0445c86b69e6 'Key Vault Secrets User' "${VAULT_SECRETS[i + 2]}" ServicePrincipal "$ID_VAULT/secrets/$name" # control: one-identity-per-workload
  done
}
