# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment staging
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='95cce581-d62d-57a9-ab0d-3a6bcb9a4be5'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='westeurope'
TAGS=(
  'environment=staging'
)

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-stock-staging-network'
GROUP_CLUSTER='rg-stock-staging-cluster'
GROUP_SECURITY='rg-stock-staging-security'
GROUP_EGRESS='rg-stock-staging-egress'
GROUP_SNAPSHOTS='rg-stock-staging-snapshots'
GROUP_NODES='rg-stock-staging-nodes'

# Cluster.
CLUSTER='stock-staging'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='95cce581-d62d-57a9-ab0d-3a6bcb9a4be5'
API_ZONE_GROUP='rg-stock-staging-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-stock-staging-cluster'        # control: user-assigned-identities
KUBELET_IDENTITY='id-stock-staging-kubelet'        # control: user-assigned-identities

# When AKS may upgrade.
MAINTENANCE_DAY='Sunday' # control: maintenance-windows
MAINTENANCE_START='02:00'
MAINTENANCE_HOURS=6
MAINTENANCE_UTC_OFFSET='+00:00'

# Node pools: in each list one word for each pool, in this order. The cluster is made with the first.
POOLS=('system' 'user')
POOL_MODES=('System' 'User') # control: isolated-system-pool
POOL_SIZES=('Standard_D4ds_v5' 'Standard_D4ds_v5')
POOL_MIN=(3 2) # control: isolated-system-pool
POOL_MAX=(5 10)
POOL_AUTOSCALING=(true true) # control: zones-and-autoscaling
POOL_ZONES=('1,2,3' '1,2,3') # control: zones-and-autoscaling
POOL_SUBNETS=('snet-system' 'snet-user')
POOL_OS=('AzureLinux' 'AzureLinux') # control: maintained-node-os
POOL_TRUSTED_LAUNCH=(true true)     # control: trusted-launch
POOL_SANDBOXED=(false false)
POOL_FIPS=(false false)
POOL_SSH=(false false) # control: no-ssh-server
POOL_PIDS=(0 0)
POOL_LOG_MB=(0 0)
POOL_HOST_ENCRYPTION=(true true)   # control: host-encryption
POOL_EPHEMERAL_OS_DISK=(true true) # control: ephemeral-os-disks
POOL_OS_DISK_GB=(128 128)
POOL_MAX_PODS=(50 50)
POOL_MAX_SURGE=('33%' '33%')                          # control: safe-upgrades
POOL_DRAIN_TIMEOUT_MINUTES=(30 30)                    # control: safe-upgrades
POOL_SOAK_MINUTES=(5 5)                               # control: safe-upgrades
POOL_TAINTS=('CriticalAddonsOnly=true:NoSchedule' '') # control: isolated-system-pool
POOL_LABELS=('' '')

# Network. Pods and services have addresses of their own, outside the virtual network.
VNET='vnet-stock-staging'
VNET_RANGE='10.81.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.81.0.0/26' 'nsg-stock-staging-nodes' true ''
  'snet-user' '10.81.0.64/26' 'nsg-stock-staging-nodes' true ''
  'snet-internal-lb' '10.81.255.224/27' 'nsg-stock-staging-internal-lb' false ''
  'snet-private-endpoints' '10.81.255.192/27' 'nsg-stock-staging-private-endpoints' false ''
  'snet-api-server' '10.81.255.176/28' 'nsg-stock-staging-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-stock-staging-nodes'             # control: subnet-nsgs
  'nsg-stock-staging-internal-lb'       # control: subnet-nsgs
  'nsg-stock-staging-private-endpoints' # control: subnet-nsgs
  'nsg-stock-staging-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-stock-staging-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-stock-staging-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-stock-staging-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-stock-staging-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-stock-staging-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.81.0.0/26,10.81.0.64/26' '10.81.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-stock-staging-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.81.255.176/28' '9988' # control: subnet-nsgs
  'nsg-stock-staging-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-stock-staging'
NAT_GATEWAY='ng-stock-staging'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-stock-staging-egress'
FIREWALL='fw-stock-staging'
FIREWALL_IP='pip-stock-staging-firewall'
FIREWALL_POLICY='fwp-stock-staging'

# Vault, registry and logs.
VAULT='kv-stock-staging-f9113d'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-stock-staging-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrstockstagingf9113d'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-stock-staging-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-stock-staging'
WORKSPACE='log-stock-staging'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='stock-staging-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='stock-staging-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network'
ID_CLUSTER_GROUP='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster'
ID_SECURITY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security'
ID_SNAPSHOTS='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-snapshots'
ID_VNET='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging'
ID_SUBNET_ENDPOINTS='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-cluster'
ID_KUBELET_IDENTITY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-kubelet'
ID_WORKSPACE='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.OperationalInsights/workspaces/log-stock-staging'
ID_VAULT='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.KeyVault/vaults/kv-stock-staging-f9113d'
ID_REGISTRY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.ContainerRegistry/registries/acrstockstagingf9113d'
ID_CLUSTER='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ContainerService/managedClusters/stock-staging'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'orders' # control: one-identity-per-workload
  'id-stock-staging-orders'
  'fc-orders'
  'system:serviceaccount:stock:orders' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'orders-signing-key' 'secret' 'id-stock-staging-orders' 'cc0e70d5-0854-5567-a92c-dd2ebd48eb82'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  'c2ac21d0-4894-5361-bcf7-61f32f547c0c'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-system'
  '60eb78e3-dc2c-579a-9365-8f8938266fdb'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-user'
  '66b87d53-26a4-5e45-936e-2f15598f6489'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-internal-lb'
  '011f9854-d88a-518d-a75f-60ab83102f17'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-api-server'
  'bd472d85-dfac-55fb-a95a-2d0f2812fe20'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging'
  'e46f7cf2-7152-51a2-a0e8-2ef771ceba66'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '0854fc9d-aa91-589f-a81d-2225a5970b63'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-kubelet'
  'bfb0f83b-bf1d-5960-afb8-cd14efdf1d7c'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-stock-staging-kubelet' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.ContainerRegistry/registries/acrstockstagingf9113d'
  'cbd571bd-dcd0-5579-b1d2-a700e52a974b'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-stock-staging-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-snapshots'
  'a2d34810-8afa-58e6-820a-5480ed7f74a1'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ContainerService/managedClusters/stock-staging'
  '95192c19-c49e-5570-98f5-52e070d3298b'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ContainerService/managedClusters/stock-staging'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ContainerService/managedClusters/stock-staging/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ContainerService/managedClusters/stock-staging/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/azureFirewalls/fw-stock-staging/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.Insights/scheduledQueryRules/alert-stock-staging-break-glass' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.Insights/activityLogAlerts/alert-stock-staging-weakening' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.Insights/actionGroups/ag-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.ContainerRegistry/registries/acrstockstagingf9113d/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.ContainerRegistry/registries/acrstockstagingf9113d/cacheRules/cache-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.Compute/virtualMachines/vm-stock-staging-jump' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.Network/networkInterfaces/nic-stock-staging-jump' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/bastionHosts/bas-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-egress/providers/Microsoft.Network/publicIPAddresses/pip-stock-staging-bastion' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateEndpoints/pe-stock-staging-keys' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateEndpoints/pe-stock-staging-disks' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateEndpoints/pe-stock-staging-files-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-stock-staging*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-stock-staging*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.Compute/diskAccesses/da-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.Compute/diskEncryptionSets/des-stock-staging' 'keep'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.KeyVault/vaults/kvk-stock-staging-f9113d' 'keep'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-security/providers/Microsoft.Storage/storageAccounts/ststockstaging*' 'keep'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/azureFirewalls/fw-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/firewallPolicies/fwp-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-egress/providers/Microsoft.Network/publicIPAddresses/pip-stock-staging-firewall' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-staging-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/routeTables/rt-stock-staging' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/providers/Microsoft.Authorization/roleDefinitions/ea49d4ae-4b91-509f-a50e-a5552daaf814' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/providers/Microsoft.Authorization/roleDefinitions/7ecbea72-0d95-5ad7-87b4-74e308fb42d5' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-stock-staging'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-system'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-user'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-internal-lb'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-private-endpoints'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-staging/subnets/snet-api-server'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-staging-nodes'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-staging-internal-lb'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-staging-private-endpoints'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-staging-api-server'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-cluster'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-kubelet'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-staging-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-staging-orders'
)
