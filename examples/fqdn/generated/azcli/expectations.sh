# What each resource has to look like, property by property; sourced, not run. The steps mend by it, verify.sh judges by it.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
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

# expect_rule PRIORITY ACCESS PROTOCOL SOURCE DESTINATION PORT: an inbound rule of a network security group.
expect_rule() {
  forget
  want priority priority "$1" --priority "$1"
  want direction direction Inbound --direction Inbound
  want 'subnet-nsgs: access' access "$2" --access "$2" # control: subnet-nsgs
  want protocol protocol "$3" --protocol "$3"
  want source 'sourceAddressPrefix || sourceAddressPrefixes' "$4" --source-address-prefixes "$4"
  want destination 'destinationAddressPrefix || destinationAddressPrefixes' "$5" --destination-address-prefixes "$5"
  want 'source ports' 'sourcePortRange || sourcePortRanges' '*' --source-port-ranges '*'
  want 'destination ports' 'destinationPortRange || destinationPortRanges' "$6" --destination-port-ranges "$6"
}

# expect_closed: over the rules that others added to a security group; expect_rule is about ours. What lets the Internet in
# stands in front of the rule that keeps it out.
expect_closed() {
  # A rule names one source, or a list of them.
  local open="['Internet', 'internet', '*', '0.0.0.0/0', '::/0']"
  local from="(contains($open, sourceAddressPrefix) || not_null(sourceAddressPrefixes, \`[]\`)[?@=='Internet' || @=='internet' || @=='*' || @=='0.0.0.0/0' || @=='::/0'])"
  local ours="contains(['deny-internet-inbound', 'deny-all-inbound', 'allow-https-from-vnet'], name)"
  forget
  fixed 'rules that let the Internet in' "length([?direction=='Inbound' && access=='Allow' && !$ours && $from])" 0 'not ours: whoever added it has to take it away' # control: subnet-nsgs
}

# expect_nat: the way out has the planned address; without one nothing leaves.
expect_nat() {
  forget
  fixed kind sku.name StandardV2 'make a new NAT gateway'
  want address 'publicIpAddresses[0].id' "/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP_EGRESS/providers/Microsoft.Network/publicIPAddresses/$PUBLIC_IP" --public-ip-addresses "$PUBLIC_IP" # control: owned-egress
}

# expect_subnet RANGE NSG WAY_OUT: the subnet's security group and, for nodes, the id of what leads out of it.
expect_subnet() {
  forget
  fixed range 'addressPrefix || addressPrefixes[0]' "$1" 'a subnet with something in it keeps its range: make a new cluster'
  want 'subnet-nsgs: security group' "networkSecurityGroup.id" "$2" --network-security-group "$2"                                                   # control: subnet-nsgs
  want 'no-default-outbound: default outbound access' defaultOutboundAccess "$DEFAULT_OUTBOUND" --default-outbound-access "$DEFAULT_OUTBOUND"       # control: no-default-outbound
  want 'subnet-nsgs: security groups hold for private endpoints' privateEndpointNetworkPolicies Enabled --private-endpoint-network-policies Enabled # control: subnet-nsgs
  if [[ -n $3 ]]; then want 'owned-egress: NAT gateway' natGateway.id "$3" --nat-gateway "$3"; fi                                                   # control: owned-egress
}

# expect_records ZONE: the endpoint's address stands in this zone.
expect_records() {
  forget
  want 'zone of the record' 'privateDnsZoneConfigs[0].privateDnsZoneId' "$ID_NETWORK/providers/Microsoft.Network/privateDnsZones/$1" -
}

# expect_link: the zone is seen by our network.
expect_link() {
  forget
  want network virtualNetwork.id "$ID_VNET" -
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
  want 'key-vault-rbac: Azure RBAC' properties.enableRbacAuthorization true --enable-rbac-authorization true # control: key-vault-rbac
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
}

# -- cluster -----------------------------------------------------------------------------------------------------

# expect_cluster: what `az aks update` can change comes with the flags that do it. DEFENDER_FILE has to be there.
expect_cluster() {
  local group='' private acns
  forget
  want 'paid-tier: tier' sku.tier "$TIER" --tier "$TIER"                                                      # control: paid-tier
  fixed 'private-cluster: private API server' apiServerAccessProfile.enablePrivateCluster true "$NEW_CLUSTER" # control: private-cluster
  # A public cluster refuses every flag about its public name, and with it the whole call.
  private=$(az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query apiServerAccessProfile.enablePrivateCluster --output tsv)
  if [[ $private == true ]]; then
    want 'no-public-fqdn: public name' apiServerAccessProfile.enablePrivateClusterPublicFqdn "$PUBLIC_FQDN" \
      "$(flag "$PUBLIC_FQDN" --enable-public-fqdn --disable-public-fqdn)" # control: no-public-fqdn
  else
    fixed 'no-public-fqdn: public name' apiServerAccessProfile.enablePrivateClusterPublicFqdn "$PUBLIC_FQDN" "$NEW_CLUSTER" # control: no-public-fqdn
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
  fixed 'pod network' networkProfile.networkPluginMode overlay "$NEW_CLUSTER"
  want 'network-policy-engine: network data plane' networkProfile.networkDataplane "$NETWORK_DATAPLANE" --network-dataplane "$NETWORK_DATAPLANE" # control: network-policy-engine
  want 'network-policy-engine: network policy' networkProfile.networkPolicy "$NETWORK_POLICY" --network-policy "$NETWORK_POLICY"                 # control: network-policy-engine
  # All three flags together: the first is what the others need.
  acns=(--enable-acns --acns-advanced-networkpolicies "$ACNS_POLICIES" --acns-transit-encryption-type "$TRANSIT_ENCRYPTION")
  want 'Advanced Container Networking Services' 'not_null(networkProfile.advancedNetworking.enabled, `false`)' true "${acns[@]}"                              # control: egress-by-name, http-policies, encrypted-pod-traffic
  want 'policies by name and by request' "not_null(networkProfile.advancedNetworking.security.advancedNetworkPolicies, 'None')" "$ACNS_POLICIES" "${acns[@]}" # control: egress-by-name, http-policies
  want 'encryption between nodes' "not_null(networkProfile.advancedNetworking.security.transitEncryption.type, 'None')" "$TRANSIT_ENCRYPTION" "${acns[@]}"    # control: encrypted-pod-traffic
  fixed 'addresses of pods' networkProfile.podCidr "$POD_RANGE" "$NEW_CLUSTER"
  fixed 'addresses of services' networkProfile.serviceCidr "$SERVICE_RANGE" "$NEW_CLUSTER"
  want 'owned-egress: way out' networkProfile.outboundType "$OUTBOUND_TYPE" --outbound-type "$OUTBOUND_TYPE"                                # control: owned-egress
  want 'workload-identity: OIDC issuer' 'not_null(oidcIssuerProfile.enabled, `false`)' true --enable-oidc-issuer                            # control: workload-identity
  want 'workload-identity: workload identity' 'not_null(securityProfile.workloadIdentity.enabled, `false`)' true --enable-workload-identity # control: workload-identity
  want 'no-pod-identity: pod identity' 'not_null(podIdentityProfile.enabled, `false`)' false --disable-pod-identity                         # control: no-pod-identity
  want 'image-cleaner: image cleaner' 'not_null(securityProfile.imageCleaner.enabled, `false`)' true --enable-image-cleaner                 # control: image-cleaner
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

# expect_pool NAME: everything but the number of nodes, which is the autoscaler's.
expect_pool() {
  pool_settings "$1"
  forget
  want 'isolated-system-pool: mode' mode "$MODE" --mode "$MODE"                                                          # control: isolated-system-pool
  want 'isolated-system-pool: taints' "join(',', not_null(nodeTaints, ['']))" "$TAINT" "--node-taints=$TAINT"            # control: isolated-system-pool
  fixed 'no-node-public-ips: public addresses on nodes' 'not_null(enableNodePublicIp, `false`)' false "$NEW_POOL"        # control: no-node-public-ips
  fixed 'host-encryption: encryption at host' 'not_null(enableEncryptionAtHost, `false`)' "$HOST_ENCRYPTION" "$NEW_POOL" # control: host-encryption
  want 'trusted-launch: secure boot' 'not_null(securityProfile.enableSecureBoot, `false`)' "$TRUSTED_LAUNCH" \
    "$(flag "$TRUSTED_LAUNCH" --enable-secure-boot --disable-secure-boot)" # control: trusted-launch
  want 'trusted-launch: vTPM' 'not_null(securityProfile.enableVtpm, `false`)' "$TRUSTED_LAUNCH" \
    "$(flag "$TRUSTED_LAUNCH" --enable-vtpm --disable-vtpm)"                                                  # control: trusted-launch
  want 'maintained-node-os: operating system' osSku "$NODE_OS" --os-sku "$NODE_OS"                            # control: maintained-node-os
  fixed 'ephemeral-os-disks: OS disk' osDiskType "$(flag "$EPHEMERAL_OS_DISK" Ephemeral Managed)" "$NEW_POOL" # control: ephemeral-os-disks
  fixed 'GB of the OS disk' osDiskSizeGb "$OS_DISK_GB" "$NEW_POOL"
  fixed size vmSize "$SIZE" "$NEW_POOL"
  fixed 'zones-and-autoscaling: zones' "join(',', sort(not_null(availabilityZones, [''])))" "$ZONES" "$NEW_POOL" # control: zones-and-autoscaling
  fixed subnet vnetSubnetId "$SUBNET" "$NEW_POOL"
  fixed 'pods on a node' maxPods "$MAX_PODS" "$NEW_POOL"
  want 'safe-upgrades: nodes added in an upgrade' upgradeSettings.maxSurge "$MAX_SURGE" --max-surge "$MAX_SURGE"                                                     # control: safe-upgrades
  want 'safe-upgrades: minutes to drain a node' upgradeSettings.drainTimeoutInMinutes "$DRAIN_TIMEOUT_MINUTES" --drain-timeout "$DRAIN_TIMEOUT_MINUTES"              # control: safe-upgrades
  want 'safe-upgrades: minutes to wait after a node' 'not_null(upgradeSettings.nodeSoakDurationInMinutes, `0`)' "$SOAK_MINUTES" --node-soak-duration "$SOAK_MINUTES" # control: safe-upgrades
}

# expect_scaling NAME: the autoscaler is switched on by one flag and moved by another.
expect_scaling() {
  pool_settings "$1"
  forget
  want 'zones-and-autoscaling: autoscaler' 'not_null(enableAutoScaling, `false`)' true --enable-cluster-autoscaler --min-count "$MIN" --max-count "$MAX" # control: zones-and-autoscaling
}

expect_limits() {
  pool_settings "$1"
  forget
  want 'zones-and-autoscaling: least nodes' minCount "$MIN" --update-cluster-autoscaler --min-count "$MIN" --max-count "$MAX" # control: zones-and-autoscaling
  want 'zones-and-autoscaling: most nodes' maxCount "$MAX" --update-cluster-autoscaler --min-count "$MIN" --max-count "$MAX"  # control: zones-and-autoscaling
}

# pool_settings NAME: what the two pools do not have in common.
pool_settings() {
  if [[ $1 == system ]]; then
    MODE=System SIZE=$SYSTEM_SIZE MIN=$SYSTEM_MIN MAX=$SYSTEM_MAX SUBNET=$ID_SUBNET_SYSTEM
    ZONE_LIST=("${SYSTEM_ZONES[@]}")
    TAINT=$(flag "$SYSTEM_TAINTED" CriticalAddonsOnly=true:NoSchedule '') # control: isolated-system-pool
  else
    MODE=User SIZE=$USER_SIZE MIN=$USER_MIN MAX=$USER_MAX SUBNET=$ID_SUBNET_USER TAINT=''
    ZONE_LIST=("${USER_ZONES[@]}")
  fi
  ZONES=$(
    IFS=,
    printf '%s' "${ZONE_LIST[*]}"
  )
}

# -- access and oversight ----------------------------------------------------------------------------------------

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
