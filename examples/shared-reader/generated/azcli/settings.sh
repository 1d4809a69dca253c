# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='96ab3093-65ff-5ad5-9663-32f88662b1ce'
TENANT='925758b8-86ac-5f08-a059-536b66099449'
LOCATION='northeurope'
TAGS=()

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-takeover-network'
GROUP_CLUSTER='rg-takeover-cluster'
GROUP_SECURITY='rg-takeover-security'
GROUP_EGRESS='rg-takeover-egress'
GROUP_SNAPSHOTS='rg-takeover-snapshots'
GROUP_NODES='rg-takeover-nodes'

# Cluster.
CLUSTER='takeover'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='system'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='c6b96e88-e513-5305-b1ff-a24023483b4a' # control: entra-id
LOCKDOWN=false
IMAGE_CLEANER_HOURS=48                 # control: image-cleaner
UPGRADE_CHANNEL='patch'                # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'    # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                 # control: secret-rotation
CLUSTER_IDENTITY='id-takeover-cluster' # control: user-assigned-identities
KUBELET_IDENTITY='id-takeover-kubelet' # control: user-assigned-identities

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
POOL_SSH=(true true)
POOL_PIDS=(0 0)
POOL_LOG_MB=(0 0)
POOL_HOST_ENCRYPTION=(false false)
POOL_EPHEMERAL_OS_DISK=(true true) # control: ephemeral-os-disks
POOL_OS_DISK_GB=(128 128)
POOL_MAX_PODS=(50 50)
POOL_MAX_SURGE=('33%' '33%')
POOL_DRAIN_TIMEOUT_MINUTES=(30 30)
POOL_SOAK_MINUTES=(1 1)
POOL_TAINTS=('CriticalAddonsOnly=true:NoSchedule' '') # control: isolated-system-pool
POOL_LABELS=('' '')

# Network. Pods and services have addresses of their own, outside the virtual network.
VNET='vnet-takeover'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-takeover-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-takeover-nodes' true ''
  'snet-internal-lb' '10.40.255.224/27' 'nsg-takeover-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-takeover-private-endpoints' false ''
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
  'nsg-takeover-nodes'             # control: subnet-nsgs
  'nsg-takeover-internal-lb'       # control: subnet-nsgs
  'nsg-takeover-private-endpoints' # control: subnet-nsgs
)
RULES=(
  'nsg-takeover-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-takeover-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-takeover-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-takeover-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway'
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-takeover'
NAT_GATEWAY='ng-takeover'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-takeover-egress'
FIREWALL='fw-takeover'
FIREWALL_IP='pip-takeover-firewall'
FIREWALL_POLICY='fwp-takeover'

# Vault, registry and logs.
VAULT='kv-takeover-140dec'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-takeover-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrtakeover140dec'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false
REGISTRY_UNTAGGED_DAYS=30
REGISTRY_ENDPOINT='pe-takeover-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

DISK_ACCESS='da-takeover' # exception: deny-disk-export until 2027-03-31: The seller's backup downloads disks; it is replaced together with its portal. (platform-team)
ID_DISK_ACCESS='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Compute/diskAccesses/da-takeover'
DISK_ACCESS_ENDPOINT='pe-takeover-disks'
DISKS_ZONE='privatelink.blob.core.windows.net'
FILE_DRIVER=false
ZONE_LINK='link-takeover'
WORKSPACE='log-takeover'
LOG_RETENTION_DAYS=30
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='takeover-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='takeover-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network'
ID_CLUSTER_GROUP='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster'
ID_SECURITY='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security'
ID_SNAPSHOTS='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-snapshots'
ID_VNET='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover'
ID_SUBNET_ENDPOINTS='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-private-endpoints'
ID_CLUSTER_IDENTITY='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-takeover-cluster'
ID_KUBELET_IDENTITY='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-takeover-kubelet'
ID_WORKSPACE='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.OperationalInsights/workspaces/log-takeover'
ID_VAULT='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.KeyVault/vaults/kv-takeover-140dec'
ID_REGISTRY='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.ContainerRegistry/registries/acrtakeover140dec'
ID_CLUSTER='/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ContainerService/managedClusters/takeover'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=()

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity (or object id of the service principal), name of the role assignment.
VAULT_SECRETS=(
  'ledger-database-password' 'secret' 'dbd08e5b-6d6b-5441-8c69-44dd27c9d028' 'a8c57d62-b92e-57de-a2ae-ef13e0db54d8'
  'portal-licence' 'secret' 'azurekeyvaultsecretsprovider-takeover' '5b8c3915-fab3-58f9-93db-62ae6846f34a'
)

# Secrets that are kept in the cluster, four words each: secret, namespace, key, client id that belongs to it (or -).
CLUSTER_SECRETS=(
  'cloudflared-token' 'takeover-cloudflared' 'token' '-'
  'key-vault-service-principal' 'takeover' 'clientsecret' 'df5d3b3f-85d1-5c0c-8e20-85e024032df2'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  '74cc31b2-c4a6-5331-a92b-f09fd6c78308'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-takeover-cluster' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-system'
  '01ff7c90-8f40-59b5-8f45-d0eae0b9c969'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-takeover-cluster' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-user'
  '13d9ab11-6f46-5366-980c-e64b464a2c3f'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-takeover-cluster' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-internal-lb'
  '2a514cc0-f5d3-5848-a8a6-dbb47bad475f'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-takeover-cluster' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-takeover-kubelet'
  'e1f503c1-21bf-5f84-8a24-2556ba709ac4'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-takeover-kubelet' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.ContainerRegistry/registries/acrtakeover140dec'
  '5b63c28b-0b48-5965-85d4-95f866457546'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-takeover-cluster' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-snapshots'
  'e4309def-9e28-54e1-a06b-dc51d39b4894'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-takeover-cluster' ServicePrincipal
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Compute/diskAccesses/da-takeover'
  '48adfa96-7c74-5b71-b577-a24f9a1131cd'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  'c6b96e88-e513-5305-b1ff-a24023483b4a' Group
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ContainerService/managedClusters/takeover'
  'd8d93014-6241-5adb-b4a2-edacea2b7e8f'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  'c6b96e88-e513-5305-b1ff-a24023483b4a' Group
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ContainerService/managedClusters/takeover'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ContainerService/managedClusters/takeover/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ContainerService/managedClusters/takeover/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.KeyVault/vaults/kv-takeover-140dec/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/azureFirewalls/fw-takeover/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Insights/scheduledQueryRules/alert-takeover-break-glass' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Insights/activityLogAlerts/alert-takeover-weakening' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Insights/actionGroups/ag-takeover' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.ContainerRegistry/registries/acrtakeover140dec/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.ContainerRegistry/registries/acrtakeover140dec/cacheRules/cache-*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.Compute/virtualMachines/vm-takeover-jump' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.Network/networkInterfaces/nic-takeover-jump' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/bastionHosts/bas-takeover' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-egress/providers/Microsoft.Network/publicIPAddresses/pip-takeover-bastion' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateEndpoints/pe-takeover-keys' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateEndpoints/pe-takeover-files-*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-takeover' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io/virtualNetworkLinks/link-takeover*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io/virtualNetworkLinks/link-takeover*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Compute/diskEncryptionSets/des-takeover' 'keep'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.KeyVault/vaults/kvk-takeover-140dec' 'keep'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-security/providers/Microsoft.Storage/storageAccounts/sttakeover*' 'keep'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/azureFirewalls/fw-takeover' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/firewallPolicies/fwp-takeover' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-egress/providers/Microsoft.Network/publicIPAddresses/pip-takeover-firewall' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/networkSecurityGroups/nsg-takeover-*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/routeTables/rt-takeover' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-takeover-*' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/providers/Microsoft.Authorization/roleDefinitions/e1b47ff7-daf4-5080-920b-dfefb1ff070e' 'remove'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/providers/Microsoft.Authorization/roleDefinitions/b39fd64f-57b4-5d9a-bdff-ccdc60a25e06' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-system'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-user'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-internal-lb'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/virtualNetworks/vnet-takeover/subnets/snet-private-endpoints'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/networkSecurityGroups/nsg-takeover-nodes'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/networkSecurityGroups/nsg-takeover-internal-lb'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-network/providers/Microsoft.Network/networkSecurityGroups/nsg-takeover-private-endpoints'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-takeover-cluster'
  '/subscriptions/96ab3093-65ff-5ad5-9663-32f88662b1ce/resourceGroups/rg-takeover-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-takeover-kubelet'
)
