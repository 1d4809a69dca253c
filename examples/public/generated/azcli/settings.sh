# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# Controls that are off on purpose, and have no line here that could say so:
# exception: no-public-fqdn until 2027-06-30: A public API server is found by its public name. (platform-team)
# exception: private-cluster until 2027-06-30: Both offices wait for their lines into the virtual network; only their own addresses are let in until then. (platform-team)
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='westeurope'
TAGS=()

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-workbench-network'
GROUP_CLUSTER='rg-workbench-cluster'
GROUP_SECURITY='rg-workbench-security'
GROUP_EGRESS='rg-workbench-egress'
GROUP_SNAPSHOTS='rg-workbench-snapshots'
GROUP_NODES='rg-workbench-nodes'

# Cluster.
CLUSTER='workbench'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
# Who reaches the public API server; none means everybody.
AUTHORIZED_RANGES=('20.31.7.0/24' '51.124.90.17/32') # control: authorized-ranges
RUN_COMMAND=false                                    # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec'   # control: entra-id
LOCKDOWN=false
IMAGE_CLEANER_HOURS=48                  # control: image-cleaner
UPGRADE_CHANNEL='patch'                 # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'     # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                  # control: secret-rotation
CLUSTER_IDENTITY='id-workbench-cluster' # control: user-assigned-identities
KUBELET_IDENTITY='id-workbench-kubelet' # control: user-assigned-identities

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
VNET='vnet-workbench'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-workbench-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-workbench-nodes' true ''
  'snet-internal-lb' '10.40.255.224/27' 'nsg-workbench-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-workbench-private-endpoints' false ''
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
  'nsg-workbench-nodes'             # control: subnet-nsgs
  'nsg-workbench-internal-lb'       # control: subnet-nsgs
  'nsg-workbench-private-endpoints' # control: subnet-nsgs
)
RULES=(
  'nsg-workbench-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-workbench-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-workbench-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-workbench-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='loadBalancer'
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-workbench'
NAT_GATEWAY='ng-workbench'
PUBLIC_IP='pip-workbench-egress'
FIREWALL='fw-workbench'
FIREWALL_IP='pip-workbench-firewall'
FIREWALL_POLICY='fwp-workbench'

# Vault, registry and logs.
VAULT='kv-workbench-0624e9'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-workbench-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrworkbench0624e9'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false
REGISTRY_UNTAGGED_DAYS=30
REGISTRY_ENDPOINT='pe-workbench-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false
ZONE_LINK='link-workbench'
WORKSPACE='log-workbench'
LOG_RETENTION_DAYS=30
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='workbench-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='workbench-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-private-endpoints'
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-workbench-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-workbench-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.OperationalInsights/workspaces/log-workbench'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.KeyVault/vaults/kv-workbench-0624e9'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.ContainerRegistry/registries/acrworkbench0624e9'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ContainerService/managedClusters/workbench'

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
  '4308f421-0298-59d0-8918-f4b04de8408e'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-workbench-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-system'
  '8d6c7221-3286-5b91-b511-a12fbb10bfc2'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-workbench-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-user'
  'dd55626b-edf3-515e-90f6-beac63642cc0'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-workbench-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-internal-lb'
  '5d5e827d-e0f1-5445-8335-32234488d415'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-workbench-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-workbench-kubelet'
  '9a2a89fa-38a1-5567-8684-bddfc42b3780'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-workbench-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.ContainerRegistry/registries/acrworkbench0624e9'
  '206899b8-4a58-56a7-ad5e-150041dd9666'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-workbench-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-snapshots'
  '938a4e59-566d-5ebf-9a1c-28eb3d8d51d7'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ContainerService/managedClusters/workbench'
  '130bb0ef-a9f8-5e58-92e0-1a4d999b419e'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ContainerService/managedClusters/workbench'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ContainerService/managedClusters/workbench/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ContainerService/managedClusters/workbench/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.KeyVault/vaults/kv-workbench-0624e9/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/azureFirewalls/fw-workbench/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.Insights/scheduledQueryRules/alert-workbench-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.Insights/activityLogAlerts/alert-workbench-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.Insights/actionGroups/ag-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.ContainerRegistry/registries/acrworkbench0624e9/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.ContainerRegistry/registries/acrworkbench0624e9/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.Compute/virtualMachines/vm-workbench-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.Network/networkInterfaces/nic-workbench-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/bastionHosts/bas-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-egress/providers/Microsoft.Network/publicIPAddresses/pip-workbench-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateEndpoints/pe-workbench-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateEndpoints/pe-workbench-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateEndpoints/pe-workbench-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-workbench*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-workbench*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.Compute/diskAccesses/da-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.Compute/diskEncryptionSets/des-workbench' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.KeyVault/vaults/kvk-workbench-0624e9' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-security/providers/Microsoft.Storage/storageAccounts/stworkbench*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/azureFirewalls/fw-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/firewallPolicies/fwp-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-egress/providers/Microsoft.Network/publicIPAddresses/pip-workbench-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/networkSecurityGroups/nsg-workbench-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/routeTables/rt-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-egress/providers/Microsoft.Network/natGateways/ng-workbench' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-egress/providers/Microsoft.Network/publicIPAddresses/pip-workbench-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-workbench-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/1582650c-41bc-5f94-aa7f-f62eb2f6e669' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/c99cfe2a-01f4-553c-acf7-080468e993f1' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/virtualNetworks/vnet-workbench/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/networkSecurityGroups/nsg-workbench-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/networkSecurityGroups/nsg-workbench-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-network/providers/Microsoft.Network/networkSecurityGroups/nsg-workbench-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-workbench-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-workbench-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-workbench-kubelet'
)
