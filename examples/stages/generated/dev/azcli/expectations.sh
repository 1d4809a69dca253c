# What each resource has to look like, property by property; sourced, not run. The steps mend by it, verify.sh judges by it.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment dev
# shellcheck shell=bash
# Backticks in the queries are JMESPath's, and what is set here is used by the scripts that read this file.
# shellcheck disable=SC2016,SC2034

# flag VALUE IF_TRUE IF_FALSE: which of two flags sets a property to this value.
flag() {
  if [[ $1 == true ]]; then printf '%s' "$2"; else printf '%s' "$3"; fi
}

# flip VALUE: the other of true and false.
flip() {
  flag "$1" false true
}

# The way where Azure leaves no other.
NEW_CLUSTER='make a new cluster'
NEW_POOL='add a pool with the planned value, drain the old one, delete it, and let this step make it again'

# -- network -----------------------------------------------------------------------------------------------------

# listed ONE SEVERAL: Azure keeps a single value of a rule apart from a list of them.
listed() {
  printf "%s || join(',', sort(not_null(%s, \`[]\`)))" "$1" "$2"
}

# expect_rule PRIORITY DIRECTION ACCESS PROTOCOL SOURCE DESTINATION PORT: a rule of a network security group. The last
# three are lists with commas.
expect_rule() {
  local -a sources targets ports
  IFS=, read -r -a sources <<<"$5"
  IFS=, read -r -a targets <<<"$6"
  IFS=, read -r -a ports <<<"$7"
  forget
  want priority priority "$1" --priority "$1"
  want direction direction "$2" --direction "$2"
  want 'subnet-nsgs: access' access "$3" --access "$3" # control: subnet-nsgs
  want protocol protocol "$4" --protocol "$4"
  want source "$(listed sourceAddressPrefix sourceAddressPrefixes)" "$5" --source-address-prefixes "${sources[@]}"
  want destination "$(listed destinationAddressPrefix destinationAddressPrefixes)" "$6" --destination-address-prefixes "${targets[@]}"
  want 'source ports' 'sourcePortRange || sourcePortRanges' '*' --source-port-ranges '*'
  want 'destination ports' "$(listed destinationPortRange destinationPortRanges)" "$7" --destination-port-ranges "${ports[@]}"
}

# expect_closed GROUP: over the rules that others added to a security group; expect_rule is about ours. What lets the Internet in
# stands in front of the rule that keeps it out.
expect_closed() {
  # A rule names one source, or a list of them.
  local open="['Internet', 'internet', '*', '0.0.0.0/0', '::/0']"
  local from="(contains($open, sourceAddressPrefix) || not_null(sourceAddressPrefixes, \`[]\`)[?@=='Internet' || @=='internet' || @=='*' || @=='0.0.0.0/0' || @=='::/0'])"
  local ours=''
  local -i i
  for ((i = 0; i < ${#RULES[@]}; i += 10)); do
    if [[ ${RULES[i]} == "$1" ]]; then ours+="${ours:+, }'${RULES[i + 1]}'"; fi
  done
  ours="contains([$ours], name)"
  forget
  fixed 'rules that let the Internet in' "length([?direction=='Inbound' && access=='Allow' && !$ours && $from])" 0 'not ours: whoever added it has to take it away' # control: subnet-nsgs
}

# expect_nat: the way out has the planned address; without one nothing leaves.
expect_nat() {
  forget
  fixed kind sku.name "$NAT_SKU" 'make a NAT gateway of this kind under another name, move the subnets to it, and delete the old one'
  want address 'publicIpAddresses[0].id' "/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP_EGRESS/providers/Microsoft.Network/publicIPAddresses/$PUBLIC_IP" --public-ip-addresses "$PUBLIC_IP" # control: owned-egress
}

# expect_subnet RANGE SECURITY_GROUP HAS_WAY_OUT DELEGATION WAY_OUT: the last is the id of what leads out of it, where it has a way out.
expect_subnet() {
  local group=''
  forget
  fixed range 'addressPrefix || addressPrefixes[0]' "$1" 'a subnet with something in it keeps its range: make a new cluster'
  if [[ -n $2 ]]; then
    group=$ID_NETWORK/providers/Microsoft.Network/networkSecurityGroups/$2
    want 'subnet-nsgs: security group' networkSecurityGroup.id "$group" --network-security-group "$group" # control: subnet-nsgs
  fi
  if [[ -n $4 ]]; then want delegation "join(',', not_null(delegations, \`[]\`)[].serviceName)" "$4" --delegations "$4"; fi
  want 'no-default-outbound: default outbound access' defaultOutboundAccess "$DEFAULT_OUTBOUND" --default-outbound-access "$DEFAULT_OUTBOUND"       # control: no-default-outbound
  want 'subnet-nsgs: security groups hold for private endpoints' privateEndpointNetworkPolicies Enabled --private-endpoint-network-policies Enabled # control: subnet-nsgs
  if [[ $3 == true ]]; then want 'owned-egress: NAT gateway' natGateway.id "$5" --nat-gateway "$5"; fi                                              # control: owned-egress
}

# expect_former NAME: nothing leads out of a subnet of nodes but the planned way. What this tree led out by before is taken
# off the subnet; what others put there is named.
expect_former() {
  local nat table
  az network vnet subnet show --resource-group "$GROUP_NETWORK" --vnet-name "$VNET" --name "$1" \
    --query "[natGateway.id || 'none', routeTable.id || 'none']" --output tsv >"$SCRATCH/ways"
  { read -r nat && read -r table; } <"$SCRATCH/ways"
  forget
  # A table of others may lead to networks of theirs; it is a way out when it has a default route.
  if [[ $table == none ]] || same "$table" "$ID_NETWORK/providers/Microsoft.Network/routeTables/$ROUTE_TABLE" ||
    (($(az network route-table show --ids "$table" --query "length(routes[?addressPrefix=='0.0.0.0/0'])" --output tsv) > 0)); then
    former 'route table' routeTable "$table" "$ID_NETWORK/providers/Microsoft.Network/routeTables/$ROUTE_TABLE"
  fi
}

# former NAME PROPERTY FOUND OURS
former() {
  if [[ $3 == none ]] || same "$3" "$4"; then
    want "no other way out: $1" "not_null($2.id, '')" '' --remove "$2" # control: owned-egress
  else
    fixed "no other way out: $1" "not_null($2.id, '')" '' 'not ours: whoever put it there has to take it away' # control: owned-egress
  fi
}

# expect_records ZONE: the endpoint's address stands in this zone.
expect_records() {
  forget
  want 'zone of the record' 'privateDnsZoneConfigs[0].privateDnsZoneId' "$ID_NETWORK/providers/Microsoft.Network/privateDnsZones/$1" -
}

# expect_link NETWORK: the zone is seen by this network.
expect_link() {
  forget
  want network virtualNetwork.id "$1" -
}

# expect_names: the servers that the network asks.
expect_names() {
  forget
  want 'DNS servers' "join(' ', not_null(dhcpOptions.dnsServers, \`[]\`))" '' --dns-servers=
}

# expect_endpoint SERVICE_ID: a private endpoint that its service has accepted. One that has lost its service is made again.
expect_endpoint() {
  forget
  want service 'privateLinkServiceConnections[0].privateLinkServiceId' "$1" -
  want state 'privateLinkServiceConnections[0].privateLinkServiceConnectionState.status' Approved -
}

# -- vault, registry, logs ------------------------------------------------------------------------------------

expect_workspace() {
  forget
  want 'log-retention: retention' retentionInDays "$LOG_RETENTION_DAYS" --retention-time "$LOG_RETENTION_DAYS" # control: log-retention
}

expect_vault() {
  local access=Disabled action=Deny
  if [[ $VAULT_PUBLIC_ACCESS == true ]]; then access=Enabled action=Allow; fi
  forget
  want tier properties.sku.name "$VAULT_SKU" --set "properties.sku.name=$VAULT_SKU"
  if [[ -n ${STRANGERS:-} ]]; then
    fixed 'key-vault-rbac: Azure RBAC' 'to_string(properties.enableRbacAuthorization)' "$VAULT_RBAC" "on the vault's own list, and in no plan: $STRANGERS. Give each a role, or take it off: az keyvault delete-policy --name $VAULT --object-id" # control: key-vault-rbac
  else
    want 'key-vault-rbac: Azure RBAC' 'not_null(properties.enableRbacAuthorization, `false`)' "$VAULT_RBAC" --enable-rbac-authorization "$VAULT_RBAC" # control: key-vault-rbac
    want 'left on a list of its own' 'length(not_null(properties.accessPolicies, `[]`))' 0 --set 'properties.accessPolicies=[]'                       # control: key-vault-rbac
  fi
  if [[ $VAULT_PURGE_PROTECTION == true ]]; then
    want 'key-vault-purge-protection: purge protection' properties.enablePurgeProtection true --enable-purge-protection true # control: key-vault-purge-protection
  fi
  fixed 'key-vault-purge-protection: days that deleted things are kept' properties.softDeleteRetentionInDays "$VAULT_RETENTION_DAYS" 'make a new vault' # control: key-vault-purge-protection
  want 'private-key-vault: public network access' properties.publicNetworkAccess "$access" --public-network-access "$access"                            # control: private-key-vault
  want 'private-key-vault: network default' properties.networkAcls.defaultAction "$action" --default-action "$action"                                   # control: private-key-vault
  want 'addresses let in' 'length(not_null(properties.networkAcls.ipRules, `[]`))' 0 --set 'properties.networkAcls.ipRules=[]'                          # control: private-key-vault
  want 'networks let in' 'length(not_null(properties.networkAcls.virtualNetworkRules, `[]`))' 0 --set 'properties.networkAcls.virtualNetworkRules=[]'   # control: private-key-vault
  want 'private-key-vault: network bypass' properties.networkAcls.bypass None --bypass None                                                             # control: private-key-vault
}

expect_registry() {
  local access=Disabled open=false action=Deny
  if [[ $REGISTRY_PUBLIC_ACCESS == true ]]; then access=Enabled open=true action=Allow; fi
  forget
  want 'private-registry: tier' sku.name Premium --sku Premium                                                    # control: private-registry
  want 'registry-no-shared-credentials: admin account' adminUserEnabled false --admin-enabled false               # control: registry-no-shared-credentials
  want 'registry-no-shared-credentials: anonymous pull' anonymousPullEnabled false --anonymous-pull-enabled false # control: registry-no-shared-credentials
  want 'private-registry: public network access' publicNetworkAccess "$access" --public-network-enabled "$open"   # control: private-registry
  want 'private-registry: network default' networkRuleSet.defaultAction "$action" --default-action "$action"      # control: private-registry
  want 'private-registry: network bypass' networkRuleBypassOptions None --allow-trusted-services false            # control: private-registry
  want 'data endpoint' dataEndpointEnabled true --data-endpoint-enabled true
  want 'registry-pull-only: role assignments' roleAssignmentMode LegacyRegistryPermissions --role-assignment-mode rbac # control: registry-pull-only
  if [[ $REGISTRY_ZONE_REDUNDANT == true ]]; then fixed 'zone redundancy' zoneRedundancy Enabled 'make a new registry'; fi
  want 'no-image-export: export' "not_null(policies.exportPolicy.status, 'enabled')" "$(flag "$REGISTRY_EXPORT" enabled disabled)" --allow-exports "$REGISTRY_EXPORT" # control: no-image-export
}

# expect_retention: how long manifests without a tag stay.
expect_retention() {
  forget
  if ((REGISTRY_UNTAGGED_DAYS > 0)); then
    want 'untagged-images-go: retention' "not_null(policies.retentionPolicy.status, 'disabled')" enabled --status enabled --days "$REGISTRY_UNTAGGED_DAYS" # control: untagged-images-go
    want 'untagged-images-go: days' policies.retentionPolicy.days "$REGISTRY_UNTAGGED_DAYS" --status enabled --days "$REGISTRY_UNTAGGED_DAYS"              # control: untagged-images-go
  else
    want 'untagged-images-go: retention' "not_null(policies.retentionPolicy.status, 'disabled')" disabled --status disabled # control: untagged-images-go
  fi
}

# -- API server --------------------------------------------------------------------------------------------------

# read_api: how the API server is reached now. Most of it changes only in some states.
read_api() {
  az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query "[to_string(not_null(apiServerAccessProfile.enablePrivateCluster, \`false\`)),
    to_string(not_null(apiServerAccessProfile.enableVnetIntegration, \`false\`)), apiServerAccessProfile.privateDnsZone || '-',
    join(' ', not_null(apiServerAccessProfile.authorizedIpRanges, \`[]\`))]" --output tsv >"$SCRATCH/api"
  { read -r API_PRIVATE && read -r API_INTEGRATED && read -r API_ZONE_NOW && { read -r API_RANGES_NOW || true; }; } <"$SCRATCH/api" ||
    die "could not understand how the API server of cluster $CLUSTER is reached"
}

# expect_api: where the API server is reached. Comes before the rest of the cluster, since that depends on it.
expect_api() {
  read_api
  forget
  if [[ $API_INTEGRATED == true ]]; then
    fixed 'vnet-integration: subnet of the API server' apiServerAccessProfile.subnetId "$ID_SUBNET_API_SERVER" "$NEW_CLUSTER" # control: vnet-integration
  else
    want 'vnet-integration: API server in the network' "'$API_INTEGRATED'" true --enable-apiserver-vnet-integration --apiserver-subnet-id "$ID_SUBNET_API_SERVER" # control: vnet-integration
  fi
  # Ranges are for public API servers; Azure refuses them on a private one.
  want 'private-cluster: private API server' "'$API_PRIVATE'" true --enable-private-cluster --api-server-authorized-ip-ranges= # control: private-cluster, authorized-ranges
  # A public cluster has no zone yet, and one can become "none". Every other zone stays.
  if [[ $API_ZONE_NOW == - || $API_ZONE == none ]]; then
    want 'own-dns-zone: zone of the API server' "'$API_ZONE_NOW'" "$API_ZONE" --private-dns-zone "$API_ZONE" # control: own-dns-zone
  else
    fixed 'own-dns-zone: zone of the API server' "'$API_ZONE_NOW'" "$API_ZONE" "$NEW_CLUSTER" # control: own-dns-zone
  fi
}

# -- cluster -----------------------------------------------------------------------------------------------------

# expect_pods: where pods have their addresses. Before the rest, since the data plane rests on it.
expect_pods() {
  local overlay=(--network-plugin azure --network-plugin-mode overlay --pod-cidr "$POD_RANGE")
  forget
  want 'network plugin' networkProfile.networkPlugin azure "${overlay[@]}"
  want 'pod network' networkProfile.networkPluginMode overlay "${overlay[@]}"
}

# expect_cluster: what `az aks update` can change comes with the flags that do it. DEFENDER_FILE has to be there.
expect_cluster() {
  local group=''
  forget
  want 'paid-tier: tier' sku.tier "$TIER" --tier "$TIER" # control: paid-tier
  # A public cluster refuses every flag about its public name, and with it the whole call.
  read_api
  if [[ $API_PRIVATE == true ]]; then
    want 'no-public-fqdn: public name' apiServerAccessProfile.enablePrivateClusterPublicFqdn "$PUBLIC_FQDN" \
      "$(flag "$PUBLIC_FQDN" --enable-public-fqdn --disable-public-fqdn)" # control: no-public-fqdn
  else
    fixed 'no-public-fqdn: public name' apiServerAccessProfile.enablePrivateClusterPublicFqdn "$PUBLIC_FQDN" 'make the API server private' # control: no-public-fqdn
  fi
  want 'no-run-command: run command off' 'not_null(apiServerAccessProfile.disableRunCommand, `false`)' "$(flip "$RUN_COMMAND")" \
    "$(flag "$RUN_COMMAND" --enable-run-command --disable-run-command)"                                         # control: no-run-command
  want 'entra-id: Entra ID' 'not_null(aadProfile.managed, `false`)' true --enable-aad --aad-tenant-id "$TENANT" # control: entra-id
  fixed 'entra-id: Kubernetes RBAC' enableRbac true "$NEW_CLUSTER"                                              # control: entra-id
  want 'azure-rbac: Azure RBAC' 'not_null(aadProfile.enableAzureRbac, `false`)' "$AZURE_RBAC" \
    "$(flag "$AZURE_RBAC" --enable-azure-rbac --disable-azure-rbac)" # control: azure-rbac
  # With Azure RBAC the administrators hold a role, and no list in the cluster goes round it.
  [[ $AZURE_RBAC == true ]] || group=$ADMIN_GROUP
  want 'azure-rbac: groups that are administrators past Azure RBAC' "join(',', not_null(aadProfile.adminGroupObjectIDs, ['']))" "$group" \
    "--aad-admin-group-object-ids=$group" # control: azure-rbac
  want 'no-local-accounts: local accounts off' 'not_null(disableLocalAccounts, `false`)' "$(flip "$LOCAL_ACCOUNTS")" \
    "$(flag "$LOCAL_ACCOUNTS" --enable-local-accounts --disable-local-accounts)" # control: no-local-accounts
  want 'user-assigned-identities: control plane identity' "keys(not_null(identity.userAssignedIdentities, {none: \`1\`})) | [0]" "$ID_CLUSTER_IDENTITY" \
    --enable-managed-identity --assign-identity "$ID_CLUSTER_IDENTITY" # control: user-assigned-identities
  want 'user-assigned-identities: kubelet identity' identityProfile.kubeletidentity.resourceId "$ID_KUBELET_IDENTITY" \
    --enable-managed-identity --assign-identity "$ID_CLUSTER_IDENTITY" --assign-kubelet-identity "$ID_KUBELET_IDENTITY" # control: user-assigned-identities
  fixed 'own-disk-keys: encryption set of the disks' "not_null(diskEncryptionSetId, 'none')" none "$NEW_CLUSTER"
  want 'etcd-own-key: own key for etcd' 'not_null(securityProfile.azureKeyVaultKms.enabled, `false`)' false --disable-azure-keyvault-kms
  want 'network-policy-engine: network data plane' networkProfile.networkDataplane "$NETWORK_DATAPLANE" --network-dataplane "$NETWORK_DATAPLANE" # control: network-policy-engine
  want 'network-policy-engine: network policy' networkProfile.networkPolicy "$NETWORK_POLICY" --network-policy "$NETWORK_POLICY"                 # control: network-policy-engine
  want 'Advanced Container Networking Services, which are billed' 'not_null(networkProfile.advancedNetworking.enabled, `false`)' false --disable-acns
  if [[ $(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query "length(not_null(agentPoolProfiles, \`[]\`)[?mode=='Gateway'])" --output tsv) == 0 ]]; then
    want 'no-node-public-ips: gateways for what leaves' 'not_null(networkProfile.staticEgressGatewayProfile.enabled, `false`)' false --disable-static-egress-gateway # control: no-node-public-ips
  else
    fixed 'no-node-public-ips: gateways for what leaves' 'not_null(networkProfile.staticEgressGatewayProfile.enabled, `false`)' false 'delete the pools of mode Gateway first, once nobody leaves through them' # control: no-node-public-ips
  fi
  fixed 'addresses of pods' networkProfile.podCidr "$POD_RANGE" "$NEW_CLUSTER"
  fixed 'addresses of services' networkProfile.serviceCidr "$SERVICE_RANGE" "$NEW_CLUSTER"
  want 'workload-identity: OIDC issuer' 'not_null(oidcIssuerProfile.enabled, `false`)' true --enable-oidc-issuer                            # control: workload-identity
  want 'workload-identity: workload identity' 'not_null(securityProfile.workloadIdentity.enabled, `false`)' true --enable-workload-identity # control: workload-identity
  want 'no-pod-identity: pod identity' 'not_null(podIdentityProfile.enabled, `false`)' false --disable-pod-identity                         # control: no-pod-identity
  fixed 'internal-ingress: managed NGINX, public unless told otherwise' 'not_null(ingressProfile.webAppRouting.enabled, `false`)' false \
    "move its Ingresses to the Gateway API, then: az aks approuting disable --resource-group $GROUP_CLUSTER --name $CLUSTER --yes" # control: internal-ingress
  want 'image-cleaner: image cleaner' 'not_null(securityProfile.imageCleaner.enabled, `false`)' true --enable-image-cleaner        # control: image-cleaner
  want 'image-cleaner: hours between image cleanings' securityProfile.imageCleaner.intervalHours "$IMAGE_CLEANER_HOURS" \
    --image-cleaner-interval-hours "$IMAGE_CLEANER_HOURS" # control: image-cleaner
  want 'defender-sensor: Defender sensor' 'not_null(securityProfile.defender.securityMonitoring.enabled, `false`)' true \
    --enable-defender --defender-config "$DEFENDER_FILE" # control: defender-sensor
  want 'defender-sensor: workspace of Defender' securityProfile.defender.logAnalyticsWorkspaceResourceId "$ID_WORKSPACE" \
    --enable-defender --defender-config "$DEFENDER_FILE"                                                                                                           # control: defender-sensor
  want 'cluster-auto-upgrade: cluster upgrades' "not_null(autoUpgradeProfile.upgradeChannel, 'none')" "$UPGRADE_CHANNEL" --auto-upgrade-channel "$UPGRADE_CHANNEL" # control: cluster-auto-upgrade
  want 'node-os-auto-upgrade: node image upgrades' autoUpgradeProfile.nodeOsUpgradeChannel "$NODE_OS_UPGRADE_CHANNEL" \
    --node-os-upgrade-channel "$NODE_OS_UPGRADE_CHANNEL" # control: node-os-auto-upgrade
  want 'node-resource-group-lockdown: node resource group' "not_null(nodeResourceGroupProfile.restrictionLevel, 'Unrestricted')" "$(flag "$LOCKDOWN" ReadOnly Unrestricted)" \
    --nrg-lockdown-restriction-level "$(flag "$LOCKDOWN" ReadOnly Unrestricted)"                               # control: node-resource-group-lockdown
  fixed 'no-ssh-key: SSH keys on nodes' 'length(not_null(linuxProfile.ssh.publicKeys, `[]`))' 0 "$NEW_CLUSTER" # control: no-ssh-key
}

# expect_outbound and expect_bootstrap: the way out, and where nodes start from. Apart from the rest, since their order counts.
expect_outbound() {
  forget
  want 'owned-egress: way out' networkProfile.outboundType "$OUTBOUND_TYPE" --outbound-type "$OUTBOUND_TYPE" # control: owned-egress
}

expect_bootstrap() {
  local from=(--bootstrap-artifact-source "$ARTIFACT_SOURCE")
  forget
  want 'where nodes start from' "not_null(bootstrapProfile.artifactSource, 'Direct')" "$ARTIFACT_SOURCE" "${from[@]}"
}

# expect_drivers: last, since az leaves the drivers out of what it sends in every other update.
expect_drivers() {
  forget
  want 'storage-drivers: file driver' 'not_null(storageProfile.fileCsiDriver.enabled, `true`)' "$FILE_DRIVER" \
    "$(flag "$FILE_DRIVER" --enable-file-driver --disable-file-driver)"                                                     # control: storage-drivers
  want 'storage-drivers: blob driver' 'not_null(storageProfile.blobCsiDriver.enabled, `false`)' false --disable-blob-driver # control: storage-drivers
}

# expect_addons: these have commands of their own.
expect_addons() {
  forget
  want 'azure-policy-addon: Azure Policy add-on' 'not_null(addonProfiles.azurepolicy.enabled, addonProfiles.azurePolicy.enabled, `false`)' true azure-policy # control: azure-policy-addon
  want 'secret-rotation: Key Vault add-on' 'not_null(addonProfiles.azureKeyvaultSecretsProvider.enabled, `false`)' true azure-keyvault-secrets-provider      # control: secret-rotation
}

expect_rotation() {
  forget
  want 'secret-rotation: secrets are fetched again' "not_null(addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation, 'false')" true \
    --enable-secret-rotation # control: secret-rotation
  want 'secret-rotation: time between fetches' addonProfiles.azureKeyvaultSecretsProvider.config.rotationPollInterval "$ROTATION_INTERVAL" \
    --enable-secret-rotation --rotation-poll-interval "$ROTATION_INTERVAL" # control: secret-rotation
}

# expect_window: the same weekly window for all that AKS does by itself.
expect_window() {
  forget
  want 'maintenance-windows: day' maintenanceWindow.schedule.weekly.dayOfWeek "$MAINTENANCE_DAY" - # control: maintenance-windows
  want 'weeks between' maintenanceWindow.schedule.weekly.intervalWeeks 1 -
  want 'maintenance-windows: start' maintenanceWindow.startTime "$MAINTENANCE_START" - # control: maintenance-windows
  want hours maintenanceWindow.durationHours "$MAINTENANCE_HOURS" -
  want 'UTC offset' maintenanceWindow.utcOffset "$MAINTENANCE_UTC_OFFSET" -
}

# -- nodes -------------------------------------------------------------------------------------------------------

# expect_pool NAME: everything but the number of nodes.
expect_pool() {
  local label
  pool_settings "$1"
  forget
  # AKS makes a gateway of no pool that is there, and no other pool of a gateway.
  if [[ $MODE == Gateway ]]; then
    fixed mode mode Gateway "$NEW_POOL"
  else
    fixed 'mode of a gateway' "mode == 'Gateway' && mode || '$MODE'" "$MODE" "$NEW_POOL"
    want 'isolated-system-pool: mode' "mode == 'Gateway' && '$MODE' || mode" "$MODE" --mode "$MODE" # control: isolated-system-pool
  fi
  # What AKS puts on gateways is its own.
  want 'isolated-system-pool: taints' "join(',', not_null(nodeTaints, ['']) | [?!starts_with(@, 'kubeegressgateway.')])" "$TAINTS" "--node-taints=$TAINTS" # control: isolated-system-pool
  want labels "length(keys(not_null(nodeLabels, \`{}\`)) | [?!starts_with(@, 'kubeegressgateway.')])" "${#LABEL_LIST[@]}" "${LABEL_FLAGS[@]}"
  for label in "${LABEL_LIST[@]}"; do
    want "label ${label%%=*}" "nodeLabels.\"${label%%=*}\"" "${label#*=}" "${LABEL_FLAGS[@]}"
  done
  fixed 'no-node-public-ips: public addresses on nodes' 'not_null(enableNodePublicIp, `false`)' false "$NEW_POOL"        # control: no-node-public-ips
  fixed 'host-encryption: encryption at host' 'not_null(enableEncryptionAtHost, `false`)' "$HOST_ENCRYPTION" "$NEW_POOL" # control: host-encryption
  want 'trusted-launch: secure boot' 'not_null(securityProfile.enableSecureBoot, `false`)' "$TRUSTED_LAUNCH" \
    "$(flag "$TRUSTED_LAUNCH" --enable-secure-boot --disable-secure-boot)" # control: trusted-launch
  want 'trusted-launch: vTPM' 'not_null(securityProfile.enableVtpm, `false`)' "$TRUSTED_LAUNCH" \
    "$(flag "$TRUSTED_LAUNCH" --enable-vtpm --disable-vtpm)" # control: trusted-launch
  fixed 'sandboxed-pods: what runs pods' "not_null(workloadRuntime, 'OCIContainer')" "$(flag "$SANDBOXED" KataVmIsolation OCIContainer)" "$NEW_POOL"
  want FIPS 'not_null(enableFips, `false`)' "$FIPS" "$(flag "$FIPS" --enable-fips-image --disable-fips-image)"
  fixed 'processes of a pod' 'not_null(kubeletConfig.podMaxPids, `0`)' "$PIDS" "$NEW_POOL"
  fixed 'MB of a log' 'not_null(kubeletConfig.containerLogMaxSizeMb, `0`)' "$LOG_MB" "$NEW_POOL"
  want 'maintained-node-os: operating system' osSku "$NODE_OS" --os-sku "$NODE_OS"                            # control: maintained-node-os
  fixed 'ephemeral-os-disks: OS disk' osDiskType "$(flag "$EPHEMERAL_OS_DISK" Ephemeral Managed)" "$NEW_POOL" # control: ephemeral-os-disks
  fixed 'GB of the OS disk' osDiskSizeGb "$OS_DISK_GB" "$NEW_POOL"
  fixed size vmSize "$SIZE" "$NEW_POOL"
  fixed 'zones-and-autoscaling: zones' "join(',', sort(not_null(availabilityZones, [''])))" "$ZONES" "$NEW_POOL" # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
  fixed subnet vnetSubnetId "$SUBNET" "$NEW_POOL"
  fixed 'pods on a node' maxPods "$MAX_PODS" "$NEW_POOL"
  want 'safe-upgrades: nodes added in an upgrade' upgradeSettings.maxSurge "$MAX_SURGE" --max-surge "$MAX_SURGE"                                        # control: safe-upgrades
  want 'safe-upgrades: minutes to drain a node' upgradeSettings.drainTimeoutInMinutes "$DRAIN_TIMEOUT_MINUTES" --drain-timeout "$DRAIN_TIMEOUT_MINUTES" # control: safe-upgrades
  want 'safe-upgrades: minutes to wait after a node' 'upgradeSettings.nodeSoakDurationInMinutes' "$SOAK_MINUTES" --node-soak-duration "$SOAK_MINUTES"   # control: safe-upgrades
}

# expect_ssh NAME: the CLI has no flag for it.
expect_ssh() {
  local access
  pool_settings "$1"
  access=$(flag "$SSH" LocalUser Disabled)
  forget
  want 'no-ssh-server: SSH' "not_null(securityProfile.sshAccess, 'LocalUser')" "$access" --set "properties.securityProfile.sshAccess=$access" # control: no-ssh-server
}

# kubelet_limits FILE: the kubelet's limits, where the pool has any of its own; no file is written where it has none.
kubelet_limits() {
  local limits=''
  if ((PIDS > 0)); then limits="\"podMaxPids\": $PIDS"; fi
  if ((LOG_MB > 0)); then limits+="${limits:+, }\"containerLogMaxSizeMB\": $LOG_MB"; fi
  [[ -n $limits ]] && printf '{ %s }\n' "$limits" >"$1"
}

# expect_scaling NAME: the autoscaler is switched on by one flag and moved by another.
expect_scaling() {
  pool_settings "$1"
  forget
  local flags=(--enable-cluster-autoscaler --min-count "$MIN" --max-count "$MAX")
  if [[ $AUTOSCALING == false ]]; then flags=(--disable-cluster-autoscaler); fi
  want 'zones-and-autoscaling: autoscaler' 'not_null(enableAutoScaling, `false`)' "$AUTOSCALING" "${flags[@]}" # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
}

# expect_limits NAME: between how many nodes the autoscaler may choose, or how many there are where it is off.
expect_limits() {
  pool_settings "$1"
  forget
  if [[ $AUTOSCALING == false ]]; then
    want 'how many nodes' count "$MIN" --node-count "$MIN"
    return
  fi
  want 'zones-and-autoscaling: least nodes' minCount "$MIN" --update-cluster-autoscaler --min-count "$MIN" --max-count "$MAX" # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
  want 'zones-and-autoscaling: most nodes' maxCount "$MAX" --update-cluster-autoscaler --min-count "$MIN" --max-count "$MAX"  # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
}

# is_planned NAME: is there a pool of this name in the plan?
is_planned() {
  local pool
  for pool in "${POOLS[@]}"; do [[ $pool != "$1" ]] || return 0; done
  return 1
}

# pool_settings NAME: the options of one pool, each in a variable of its own.
pool_settings() {
  local -i i=0
  while [[ ${POOLS[i]} != "$1" ]]; do i+=1; done
  MODE=${POOL_MODES[i]} SIZE=${POOL_SIZES[i]} MIN=${POOL_MIN[i]} MAX=${POOL_MAX[i]} ZONES=${POOL_ZONES[i]}
  AUTOSCALING=${POOL_AUTOSCALING[i]} # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
  SUBNET=$ID_VNET/subnets/${POOL_SUBNETS[i]}
  NODE_OS=${POOL_OS[i]} MAX_PODS=${POOL_MAX_PODS[i]}
  TRUSTED_LAUNCH=${POOL_TRUSTED_LAUNCH[i]}                                                                                   # control: trusted-launch
  HOST_ENCRYPTION=${POOL_HOST_ENCRYPTION[i]}                                                                                 # control: host-encryption
  EPHEMERAL_OS_DISK=${POOL_EPHEMERAL_OS_DISK[i]} OS_DISK_GB=${POOL_OS_DISK_GB[i]}                                            # control: ephemeral-os-disks
  MAX_SURGE=${POOL_MAX_SURGE[i]} DRAIN_TIMEOUT_MINUTES=${POOL_DRAIN_TIMEOUT_MINUTES[i]} SOAK_MINUTES=${POOL_SOAK_MINUTES[i]} # control: safe-upgrades
  SANDBOXED=${POOL_SANDBOXED[i]} FIPS=${POOL_FIPS[i]} SSH=${POOL_SSH[i]} PIDS=${POOL_PIDS[i]} LOG_MB=${POOL_LOG_MB[i]}
  TAINTS=${POOL_TAINTS[i]} # control: isolated-system-pool
  LABELS=${POOL_LABELS[i]}
  IFS=, read -r -a ZONE_LIST <<<"$ZONES"
  IFS=, read -r -a LABEL_LIST <<<"$LABELS"
  LABEL_FLAGS=(--labels "${LABEL_LIST[@]}")
  if [[ -z $LABELS ]]; then LABEL_FLAGS=(--labels=); fi
}

# -- access and oversight ----------------------------------------------------------------------------------------

# expect_credential ISSUER SUBJECT: the tokens of one service account of this cluster, and of nobody else.
expect_credential() {
  forget
  want 'exact-federated-credentials: issuer' issuer "$1" --issuer "$1"    # control: exact-federated-credentials
  want 'exact-federated-credentials: subject' subject "$2" --subject "$2" # control: exact-federated-credentials
  want audience "join(',', audiences)" api://AzureADTokenExchange --audiences api://AzureADTokenExchange
}

# The categories that the cluster sends. Reads are left out of kube-audit-admin: they are most of the volume.
CATEGORIES=(
  "$AUDIT_LOG" # control: audit-logs
  guard        # control: audit-logs
  kube-apiserver
  kube-controller-manager
  kube-scheduler
  cluster-autoscaler
  cloud-controller-manager
  csi-azuredisk-controller
  csi-snapshot-controller
)

# expect_diagnostics CATEGORY...: these are sent, and to this workspace.
expect_diagnostics() {
  local category
  forget
  want workspace workspaceId "$ID_WORKSPACE" -                       # control: audit-logs
  want 'tables of their own' logAnalyticsDestinationType Dedicated - # control: audit-logs
  for category in "$@"; do
    want "logs of $category" "contains(logs[?enabled].category, '$category') || contains(logs[?enabled].categoryGroup, '$category')" true -
  done
}

# expect_policy DEFINITION TYPES: assigned with the planned effect, and in force.
expect_policy() {
  forget
  want definition policyDefinitionId "/providers/Microsoft.Authorization/policyDefinitions/$1" -
  want effect parameters.effect.value "$POLICY_EFFECT" -                                                                           # control: internal-load-balancers-only, no-public-ip-addresses
  if [[ -n $2 ]]; then want 'refused types' "join(',', not_null(parameters.listOfResourceTypesNotAllowed.value, ['']))" "$2" -; fi # control: no-public-ip-addresses
  want 'namespaces left out' "join(',', not_null(parameters.excludedNamespaces.value, ['as defined']))" 'as defined' -
  want 'scopes left out' 'length(not_null(notScopes, `[]`))' 0 -
  want enforcement "not_null(enforcementMode, 'Default')" Default -
}

expect_plan() {
  forget
  want 'defender-plan: tier' pricingTier Standard --tier Standard # control: defender-plan
}
