# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='westeurope'
TAGS=()

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-clearing-network'
GROUP_CLUSTER='rg-clearing-cluster'
GROUP_SECURITY='rg-clearing-security'
GROUP_EGRESS='rg-clearing-egress'
GROUP_SNAPSHOTS='rg-clearing-snapshots'
GROUP_NODES='rg-clearing-nodes'

# Cluster.
CLUSTER='clearing'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-clearing-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-clearing-cluster'             # control: user-assigned-identities
KUBELET_IDENTITY='id-clearing-kubelet'             # control: user-assigned-identities

# When AKS may upgrade.
MAINTENANCE_DAY='Sunday' # control: maintenance-windows
MAINTENANCE_START='02:00'
MAINTENANCE_HOURS=6
MAINTENANCE_UTC_OFFSET='+00:00'

# Node pools: in each list one word for each pool, in this order. The cluster is made with the first.
POOLS=('system' 'partner' 'user')
POOL_MODES=('System' 'Gateway' 'User') # control: isolated-system-pool
POOL_SIZES=('Standard_D4ds_v5' 'Standard_D2ds_v5' 'Standard_D4ds_v5')
POOL_MIN=(3 2 2) # control: isolated-system-pool
POOL_MAX=(5 2 10)
POOL_AUTOSCALING=(true false true)   # control: zones-and-autoscaling
POOL_ZONES=('1,2,3' '1,2,3' '1,2,3') # control: zones-and-autoscaling
POOL_SUBNETS=('snet-system' 'snet-partner' 'snet-user')
POOL_OS=('AzureLinux' 'AzureLinux' 'AzureLinux') # control: maintained-node-os
POOL_TRUSTED_LAUNCH=(true true true)             # control: trusted-launch
POOL_SANDBOXED=(false false false)
POOL_FIPS=(false false false)
POOL_SSH=(false false false) # control: no-ssh-server
POOL_PIDS=(0 0 0)
POOL_LOG_MB=(0 0 0)
POOL_HOST_ENCRYPTION=(true true true)   # control: host-encryption
POOL_EPHEMERAL_OS_DISK=(true true true) # control: ephemeral-os-disks
POOL_OS_DISK_GB=(128 64 128)
POOL_MAX_PODS=(50 50 50)
POOL_MAX_SURGE=('33%' '33%' '33%')    # control: safe-upgrades
POOL_DRAIN_TIMEOUT_MINUTES=(30 30 30) # control: safe-upgrades
POOL_SOAK_MINUTES=(5 5 5)             # control: safe-upgrades
# Of each prefix of public addresses that a gateway sends from; it says nothing in pools of another mode.
POOL_GATEWAY_PREFIXES=(30 30 30)                         # control: no-node-public-ips; exception: no-node-public-ips at nodes.pools.partner until 2027-06-30: The partner lets in calls from fixed addresses alone, and these are the gateway's. (platform-team)
POOL_TAINTS=('CriticalAddonsOnly=true:NoSchedule' '' '') # control: isolated-system-pool
POOL_LABELS=('' '' '')

# Network. Pods and services have addresses of their own, outside the virtual network.
VNET='vnet-clearing'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-partner' '10.40.0.128/26' 'nsg-clearing-nodes' true ''
  'snet-system' '10.40.0.0/26' 'nsg-clearing-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-clearing-nodes' true ''
  'snet-internal-lb' '10.40.255.224/27' 'nsg-clearing-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-clearing-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-clearing-api-server' false 'Microsoft.ContainerService/managedClusters'
)
DEFAULT_OUTBOUND=false # control: no-default-outbound
# The servers that the network asks for names; none means Azure's own.
DNS_SERVERS=()
POD_RANGE='10.244.0.0/16'
SERVICE_RANGE='10.100.0.0/16'
DNS_SERVICE='10.100.0.10'
NETWORK_DATAPLANE='cilium' # control: network-policy-engine
NETWORK_POLICY='cilium'    # control: network-policy-engine

# Security groups, and their rules, ten words each: group, name, why, priority, direction, access, protocol, source, destination, port.
SECURITY_GROUPS=(
  'nsg-clearing-nodes'             # control: subnet-nsgs
  'nsg-clearing-internal-lb'       # control: subnet-nsgs
  'nsg-clearing-private-endpoints' # control: subnet-nsgs
  'nsg-clearing-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-clearing-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-clearing-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-clearing-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-clearing-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-clearing-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.128/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-clearing-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-clearing-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='loadBalancer' # exception: owned-egress until 2027-06-30: The partner's list takes the gateway's addresses; a NAT gateway would send it everything from one address that all share. (platform-team)
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-clearing'
NAT_GATEWAY='ng-clearing'
PUBLIC_IP='pip-clearing-egress'
FIREWALL='fw-clearing'
FIREWALL_IP='pip-clearing-firewall'
FIREWALL_POLICY='fwp-clearing'

# Vault, registry and logs.
VAULT='kv-clearing-ecd7a6'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-clearing-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrclearingecd7a6'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-clearing-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-clearing'
WORKSPACE='log-clearing'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='clearing-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='clearing-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-clearing-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-clearing-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.OperationalInsights/workspaces/log-clearing'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.KeyVault/vaults/kv-clearing-ecd7a6'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.ContainerRegistry/registries/acrclearingecd7a6'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ContainerService/managedClusters/clearing'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=()

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=()

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  '814336cd-edca-5fb0-84fa-2c7fdedb5bd7'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-partner'
  '60786119-9590-5ae7-933b-60cb558769c7'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-system'
  '04334dc6-8ad4-56ab-b6d4-dd0ac64e9e2d'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-user'
  'c6c85620-c27d-5a67-beba-94acc19f5e38'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-internal-lb'
  'f7bc2a5d-e9a3-5605-9f92-6137b9f090c2'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-api-server'
  '33e2d918-4392-51e9-996e-a302dccc46e2'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing'
  '722b64d1-dfa2-5526-b8aa-923592369f2d'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '4efb6d7f-7a35-5433-bf8e-a6d7b5828307'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-clearing-kubelet'
  '82d41940-2abc-529c-be0a-301da4db008f'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-clearing-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.ContainerRegistry/registries/acrclearingecd7a6'
  '37ecfce1-aebe-5ed8-a679-ad3bcc0f7382'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-clearing-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-snapshots'
  '1bac80e0-c8fb-5b7e-84e2-ea53cadc51ed'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ContainerService/managedClusters/clearing'
  'e3434aac-612f-5e60-b1dc-39e21026dc1b'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ContainerService/managedClusters/clearing'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ContainerService/managedClusters/clearing/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ContainerService/managedClusters/clearing/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/azureFirewalls/fw-clearing/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.Insights/scheduledQueryRules/alert-clearing-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.Insights/activityLogAlerts/alert-clearing-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.Insights/actionGroups/ag-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.ContainerRegistry/registries/acrclearingecd7a6/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.ContainerRegistry/registries/acrclearingecd7a6/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.Compute/virtualMachines/vm-clearing-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.Network/networkInterfaces/nic-clearing-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/bastionHosts/bas-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-egress/providers/Microsoft.Network/publicIPAddresses/pip-clearing-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateEndpoints/pe-clearing-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateEndpoints/pe-clearing-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateEndpoints/pe-clearing-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-clearing*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-clearing*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.Compute/diskAccesses/da-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.Compute/diskEncryptionSets/des-clearing' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.KeyVault/vaults/kvk-clearing-ecd7a6' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-security/providers/Microsoft.Storage/storageAccounts/stclearing*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/azureFirewalls/fw-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/firewallPolicies/fwp-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-egress/providers/Microsoft.Network/publicIPAddresses/pip-clearing-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/networkSecurityGroups/nsg-clearing-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/routeTables/rt-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-egress/providers/Microsoft.Network/natGateways/ng-clearing' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-egress/providers/Microsoft.Network/publicIPAddresses/pip-clearing-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-clearing-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/84d4bcf2-eae4-52f8-bb9a-60724dfc1671' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/3ca15053-0f91-5818-a689-88a0cbc5221c' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-clearing'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-partner'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/virtualNetworks/vnet-clearing/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/networkSecurityGroups/nsg-clearing-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/networkSecurityGroups/nsg-clearing-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/networkSecurityGroups/nsg-clearing-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-network/providers/Microsoft.Network/networkSecurityGroups/nsg-clearing-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-clearing-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-clearing-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-clearing-kubelet'
)
