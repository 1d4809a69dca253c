# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment dev
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='95cce581-d62d-57a9-ab0d-3a6bcb9a4be5'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='westeurope'
TAGS=(
  'environment=development'
)

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-stock-dev-network'
GROUP_CLUSTER='rg-stock-dev-cluster'
GROUP_SECURITY='rg-stock-dev-security'
GROUP_EGRESS='rg-stock-dev-egress'
GROUP_SNAPSHOTS='rg-stock-dev-snapshots'
GROUP_NODES='rg-stock-dev-nodes'

# Cluster.
CLUSTER='stock-dev'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='95cce581-d62d-57a9-ab0d-3a6bcb9a4be5'
API_ZONE_GROUP='rg-stock-dev-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-stock-dev-cluster'            # control: user-assigned-identities
KUBELET_IDENTITY='id-stock-dev-kubelet'            # control: user-assigned-identities

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
POOL_MAX=(5 3)
POOL_AUTOSCALING=(true true) # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
POOL_ZONES=('1,2,3' '1')     # exception: zones-and-autoscaling until 2027-06-30: Nobody waits for what runs in dev; the zones of the other two are tried in staging. (platform-team)
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
VNET='vnet-stock-dev'
VNET_RANGE='10.80.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.80.0.0/26' 'nsg-stock-dev-nodes' true ''
  'snet-user' '10.80.0.64/26' 'nsg-stock-dev-nodes' true ''
  'snet-internal-lb' '10.80.255.224/27' 'nsg-stock-dev-internal-lb' false ''
  'snet-private-endpoints' '10.80.255.192/27' 'nsg-stock-dev-private-endpoints' false ''
  'snet-api-server' '10.80.255.176/28' 'nsg-stock-dev-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-stock-dev-nodes'             # control: subnet-nsgs
  'nsg-stock-dev-internal-lb'       # control: subnet-nsgs
  'nsg-stock-dev-private-endpoints' # control: subnet-nsgs
  'nsg-stock-dev-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-stock-dev-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-stock-dev-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-stock-dev-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-stock-dev-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-stock-dev-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.80.0.0/26,10.80.0.64/26' '10.80.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-stock-dev-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.80.255.176/28' '9988' # control: subnet-nsgs
  'nsg-stock-dev-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-stock-dev'
NAT_GATEWAY='ng-stock-dev'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-stock-dev-egress'
FIREWALL='fw-stock-dev'
FIREWALL_IP='pip-stock-dev-firewall'
FIREWALL_POLICY='fwp-stock-dev'

# Vault, registry and logs.
VAULT='kv-stock-dev-9b2b32'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-stock-dev-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrstockdev9b2b32'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-stock-dev-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-stock-dev'
WORKSPACE='log-stock-dev'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='stock-dev-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='stock-dev-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network'
ID_CLUSTER_GROUP='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster'
ID_SECURITY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security'
ID_SNAPSHOTS='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-snapshots'
ID_VNET='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev'
ID_SUBNET_ENDPOINTS='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-cluster'
ID_KUBELET_IDENTITY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-kubelet'
ID_WORKSPACE='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.OperationalInsights/workspaces/log-stock-dev'
ID_VAULT='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.KeyVault/vaults/kv-stock-dev-9b2b32'
ID_REGISTRY='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.ContainerRegistry/registries/acrstockdev9b2b32'
ID_CLUSTER='/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ContainerService/managedClusters/stock-dev'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'orders' # control: one-identity-per-workload
  'id-stock-dev-orders'
  'fc-orders'
  'system:serviceaccount:stock:orders' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'orders-signing-key' 'secret' 'id-stock-dev-orders' '96270e59-85fa-5c58-80a1-a252ba33db1a'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  '8aa91fce-ab2f-51be-b367-2867c423070f'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-system'
  '587458d3-e642-5182-ba60-76484cc49a84'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-user'
  '41ab460b-1cdf-57b1-b346-ba5f0b81190c'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-internal-lb'
  'a66fcd02-3060-54b4-8b45-c703bf4f060e'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-api-server'
  '91d467b0-e748-5a59-99e7-cceb180bc94a'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev'
  'ab887b1e-7dc3-5779-a798-d2532f2d8e30'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '2a4de2f8-38c2-5ba5-85cd-62347b6073d6'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-kubelet'
  '783217e2-7cb5-53b9-9e03-ca9c9f2e3f45'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-stock-dev-kubelet' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.ContainerRegistry/registries/acrstockdev9b2b32'
  '76449699-988e-58b8-98e7-51317f936105'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-stock-dev-cluster' ServicePrincipal
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-snapshots'
  '5a7d0ff8-a268-53f9-aa9d-ec2f06f125ff'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ContainerService/managedClusters/stock-dev'
  '7b050ca1-0178-500e-81f2-4a6c39d5f63c'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ContainerService/managedClusters/stock-dev'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ContainerService/managedClusters/stock-dev/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ContainerService/managedClusters/stock-dev/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/azureFirewalls/fw-stock-dev/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.Insights/scheduledQueryRules/alert-stock-dev-break-glass' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.Insights/activityLogAlerts/alert-stock-dev-weakening' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.Insights/actionGroups/ag-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.ContainerRegistry/registries/acrstockdev9b2b32/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.ContainerRegistry/registries/acrstockdev9b2b32/cacheRules/cache-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.Compute/virtualMachines/vm-stock-dev-jump' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.Network/networkInterfaces/nic-stock-dev-jump' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/bastionHosts/bas-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-egress/providers/Microsoft.Network/publicIPAddresses/pip-stock-dev-bastion' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateEndpoints/pe-stock-dev-keys' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateEndpoints/pe-stock-dev-disks' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateEndpoints/pe-stock-dev-files-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-stock-dev*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-stock-dev*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.Compute/diskAccesses/da-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.Compute/diskEncryptionSets/des-stock-dev' 'keep'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.KeyVault/vaults/kvk-stock-dev-9b2b32' 'keep'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-security/providers/Microsoft.Storage/storageAccounts/ststockdev*' 'keep'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/azureFirewalls/fw-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/firewallPolicies/fwp-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-egress/providers/Microsoft.Network/publicIPAddresses/pip-stock-dev-firewall' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-dev-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/routeTables/rt-stock-dev' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-*' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/providers/Microsoft.Authorization/roleDefinitions/e8c6ce21-31b6-5391-bc64-02356753bb4e' 'remove'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/providers/Microsoft.Authorization/roleDefinitions/86e10c0e-9d73-52e2-b83c-ef5071383a90' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-stock-dev'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-system'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-user'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-internal-lb'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-private-endpoints'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/virtualNetworks/vnet-stock-dev/subnets/snet-api-server'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-dev-nodes'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-dev-internal-lb'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-dev-private-endpoints'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-dev-api-server'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-cluster'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-kubelet'
  '/subscriptions/95cce581-d62d-57a9-ab0d-3a6bcb9a4be5/resourceGroups/rg-stock-dev-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-dev-orders'
)
