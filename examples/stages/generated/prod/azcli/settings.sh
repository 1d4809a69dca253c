# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment prod
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='8414b388-48a8-515b-801e-cec558391999'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='westeurope'
TAGS=(
  'environment=production'
)

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-stock-network'
GROUP_CLUSTER='rg-stock-cluster'
GROUP_SECURITY='rg-stock-security'
GROUP_EGRESS='rg-stock-egress'
GROUP_SNAPSHOTS='rg-stock-snapshots'
GROUP_NODES='rg-stock-nodes'

# Cluster.
CLUSTER='stock'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='8414b388-48a8-515b-801e-cec558391999'
API_ZONE_GROUP='rg-stock-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-stock-cluster'                # control: user-assigned-identities
KUBELET_IDENTITY='id-stock-kubelet'                # control: user-assigned-identities

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
POOL_MAX=(5 20)
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
VNET='vnet-stock'
VNET_RANGE='10.82.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.82.0.0/26' 'nsg-stock-nodes' true ''
  'snet-user' '10.82.0.64/26' 'nsg-stock-nodes' true ''
  'snet-internal-lb' '10.82.255.224/27' 'nsg-stock-internal-lb' false ''
  'snet-private-endpoints' '10.82.255.192/27' 'nsg-stock-private-endpoints' false ''
  'snet-api-server' '10.82.255.176/28' 'nsg-stock-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-stock-nodes'             # control: subnet-nsgs
  'nsg-stock-internal-lb'       # control: subnet-nsgs
  'nsg-stock-private-endpoints' # control: subnet-nsgs
  'nsg-stock-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-stock-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-stock-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-stock-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-stock-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-stock-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.82.0.0/26,10.82.0.64/26' '10.82.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-stock-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.82.255.176/28' '9988' # control: subnet-nsgs
  'nsg-stock-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-stock'
NAT_GATEWAY='ng-stock'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-stock-egress'
FIREWALL='fw-stock'
FIREWALL_IP='pip-stock-firewall'
FIREWALL_POLICY='fwp-stock'

# Vault, registry and logs.
VAULT='kv-stock-1151ff'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-stock-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrstock1151ff'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-stock-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-stock'
WORKSPACE='log-stock'
LOG_RETENTION_DAYS=365       # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='stock-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='stock-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network'
ID_CLUSTER_GROUP='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster'
ID_SECURITY='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security'
ID_SNAPSHOTS='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-snapshots'
ID_VNET='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock'
ID_SUBNET_ENDPOINTS='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-cluster'
ID_KUBELET_IDENTITY='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-kubelet'
ID_WORKSPACE='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.OperationalInsights/workspaces/log-stock'
ID_VAULT='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.KeyVault/vaults/kv-stock-1151ff'
ID_REGISTRY='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.ContainerRegistry/registries/acrstock1151ff'
ID_CLUSTER='/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ContainerService/managedClusters/stock'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'orders' # control: one-identity-per-workload
  'id-stock-orders'
  'fc-orders'
  'system:serviceaccount:stock:orders' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'orders-signing-key' 'secret' 'id-stock-orders' 'e90419fd-a846-5b7f-bff0-c05b25d370d9'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  '67e94062-64ad-5cb0-b8b4-921eb065c701'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-system'
  '50014e97-5909-5dd0-a94b-da8fb97795e7'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-user'
  '4fe3b7bf-a070-5267-b345-0cbcd8db0b1d'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-internal-lb'
  '7ebe3263-a58f-5ae9-9b81-de664a4e2343'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-api-server'
  'dd9168c1-e1ec-58fe-9de7-8fc7d2cc7a10'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock'
  'a8529324-293c-5015-a7eb-722350c7bee8'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '1ef18797-de5a-5f82-b498-e08a1b9c33c7'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-kubelet'
  '73939665-5f85-5fcc-9fc6-3397b7c1504b'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-stock-kubelet' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.ContainerRegistry/registries/acrstock1151ff'
  'deb91a84-614a-5c82-9519-e1c917b71536'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-stock-cluster' ServicePrincipal
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-snapshots'
  '1bff578e-b123-53fd-867a-acf2856ed101'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ContainerService/managedClusters/stock'
  'c653b990-8746-5e6e-97bb-958c03929b6a'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ContainerService/managedClusters/stock'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ContainerService/managedClusters/stock/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ContainerService/managedClusters/stock/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/azureFirewalls/fw-stock/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.Insights/scheduledQueryRules/alert-stock-break-glass' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.Insights/activityLogAlerts/alert-stock-weakening' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.Insights/actionGroups/ag-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.ContainerRegistry/registries/acrstock1151ff/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.ContainerRegistry/registries/acrstock1151ff/cacheRules/cache-*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.Compute/virtualMachines/vm-stock-jump' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.Network/networkInterfaces/nic-stock-jump' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/bastionHosts/bas-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-egress/providers/Microsoft.Network/publicIPAddresses/pip-stock-bastion' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateEndpoints/pe-stock-keys' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateEndpoints/pe-stock-disks' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateEndpoints/pe-stock-files-*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-stock*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-stock*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.Compute/diskAccesses/da-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.Compute/diskEncryptionSets/des-stock' 'keep'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.KeyVault/vaults/kvk-stock-1151ff' 'keep'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-security/providers/Microsoft.Storage/storageAccounts/ststock*' 'keep'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/azureFirewalls/fw-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/firewallPolicies/fwp-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-egress/providers/Microsoft.Network/publicIPAddresses/pip-stock-firewall' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/routeTables/rt-stock' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-*' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/providers/Microsoft.Authorization/roleDefinitions/7f5f9dc0-3aac-594c-8ccf-941df5fc2039' 'remove'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/providers/Microsoft.Authorization/roleDefinitions/c11f583e-2b4f-5577-ba47-1ba90b809c43' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-stock'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-system'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-user'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-internal-lb'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-private-endpoints'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/virtualNetworks/vnet-stock/subnets/snet-api-server'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-nodes'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-internal-lb'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-private-endpoints'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-network/providers/Microsoft.Network/networkSecurityGroups/nsg-stock-api-server'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-cluster'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-kubelet'
  '/subscriptions/8414b388-48a8-515b-801e-cec558391999/resourceGroups/rg-stock-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-stock-orders'
)
