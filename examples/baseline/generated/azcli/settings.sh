# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='northeurope'
TAGS=()

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-floor-network'
GROUP_CLUSTER='rg-floor-cluster'
GROUP_SECURITY='rg-floor-security'
GROUP_EGRESS='rg-floor-egress'
GROUP_SNAPSHOTS='rg-floor-snapshots'
GROUP_NODES='rg-floor-nodes'

# Cluster.
CLUSTER='floor'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='system'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=false
IMAGE_CLEANER_HOURS=48              # control: image-cleaner
UPGRADE_CHANNEL='patch'             # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage' # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'              # control: secret-rotation
CLUSTER_IDENTITY='id-floor-cluster' # control: user-assigned-identities
KUBELET_IDENTITY='id-floor-kubelet' # control: user-assigned-identities

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
VNET='vnet-floor'
VNET_RANGE='10.60.0.0/20'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.60.0.0/26' 'nsg-floor-nodes' true ''
  'snet-user' '10.60.0.64/26' 'nsg-floor-nodes' true ''
  'snet-internal-lb' '10.60.15.224/27' 'nsg-floor-internal-lb' false ''
  'snet-private-endpoints' '10.60.15.192/27' 'nsg-floor-private-endpoints' false ''
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
  'nsg-floor-nodes'             # control: subnet-nsgs
  'nsg-floor-internal-lb'       # control: subnet-nsgs
  'nsg-floor-private-endpoints' # control: subnet-nsgs
)
RULES=(
  'nsg-floor-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-floor-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-floor-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-floor-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userDefinedRouting'
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-floor'
NEXT_HOP='10.60.15.4'
NAT_GATEWAY='ng-floor'
PUBLIC_IP='pip-floor-egress'
FIREWALL='fw-floor'
FIREWALL_IP='pip-floor-firewall'
FIREWALL_POLICY='fwp-floor'

# Vault, registry and logs.
VAULT='kv-floor-f341d8'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-floor-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrfloorf341d8'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false
REGISTRY_UNTAGGED_DAYS=30
REGISTRY_ENDPOINT='pe-floor-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false
ZONE_LINK='link-floor'
WORKSPACE='log-floor'
LOG_RETENTION_DAYS=30
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='floor-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='floor-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-private-endpoints'
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-floor-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-floor-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.OperationalInsights/workspaces/log-floor'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.KeyVault/vaults/kv-floor-f341d8'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.ContainerRegistry/registries/acrfloorf341d8'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ContainerService/managedClusters/floor'

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
  '5088d348-962a-5296-be32-ecbf43b30d59'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-floor-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-system'
  'c58a92df-0b4b-5bf3-979e-007540941fa1'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-floor-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-user'
  'f358a87d-b78e-5a6b-abce-5d679fee0910'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-floor-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-internal-lb'
  'd74761ea-5b8b-5fbe-8e30-d550aeedc2e0'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-floor-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/routeTables/rt-floor'
  '9aedec2a-5115-50ea-9028-55f802df0231'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-floor-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-floor-kubelet'
  'bfb8ab9a-83ce-55b6-b910-762f28ac849b'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-floor-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.ContainerRegistry/registries/acrfloorf341d8'
  'e3a25fde-1b95-5f93-abeb-9ebf635ace20'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-floor-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-snapshots'
  '31ec95ec-8101-5c6e-8585-38e5c1c91bcb'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ContainerService/managedClusters/floor'
  '6315fa61-519b-5586-8c7d-58fed73546de'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ContainerService/managedClusters/floor'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ContainerService/managedClusters/floor/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ContainerService/managedClusters/floor/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.KeyVault/vaults/kv-floor-f341d8/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/azureFirewalls/fw-floor/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.Insights/scheduledQueryRules/alert-floor-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.Insights/activityLogAlerts/alert-floor-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.Insights/actionGroups/ag-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.ContainerRegistry/registries/acrfloorf341d8/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.ContainerRegistry/registries/acrfloorf341d8/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.Compute/virtualMachines/vm-floor-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.Network/networkInterfaces/nic-floor-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/bastionHosts/bas-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-egress/providers/Microsoft.Network/publicIPAddresses/pip-floor-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateEndpoints/pe-floor-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateEndpoints/pe-floor-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateEndpoints/pe-floor-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io/virtualNetworkLinks/link-floor*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io/virtualNetworkLinks/link-floor*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.Compute/diskAccesses/da-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.Compute/diskEncryptionSets/des-floor' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.KeyVault/vaults/kvk-floor-f341d8' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-security/providers/Microsoft.Storage/storageAccounts/stfloor*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/azureFirewalls/fw-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/firewallPolicies/fwp-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-egress/providers/Microsoft.Network/publicIPAddresses/pip-floor-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/networkSecurityGroups/nsg-floor-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-egress/providers/Microsoft.Network/natGateways/ng-floor' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-egress/providers/Microsoft.Network/publicIPAddresses/pip-floor-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-floor-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/4f38b805-4a50-5f55-afa7-76031db13be6' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/e0c2efe5-c796-518b-a791-026d8ff06d42' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/virtualNetworks/vnet-floor/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/networkSecurityGroups/nsg-floor-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/networkSecurityGroups/nsg-floor-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-network/providers/Microsoft.Network/networkSecurityGroups/nsg-floor-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-floor-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-floor-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-floor-kubelet'
)
