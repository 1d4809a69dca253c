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
GROUP_NETWORK='rg-orders-network'
GROUP_CLUSTER='rg-orders-cluster'
GROUP_SECURITY='rg-orders-security'
GROUP_EGRESS='rg-orders-egress'
GROUP_SNAPSHOTS='rg-orders-snapshots'
GROUP_NODES='rg-orders-nodes'

# Cluster.
CLUSTER='orders'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-orders-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-orders-cluster'               # control: user-assigned-identities
KUBELET_IDENTITY='id-orders-kubelet'               # control: user-assigned-identities

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
VNET='vnet-orders'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-orders-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-orders-nodes' true ''
  'snet-internal-lb' '10.40.3.0/27' 'nsg-orders-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-orders-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-orders-api-server' false 'Microsoft.ContainerService/managedClusters'
)
DEFAULT_OUTBOUND=false # control: no-default-outbound
# The servers that the network asks for names; none means Azure's own.
DNS_SERVERS=()
POD_RANGE='10.244.0.0/16'
SERVICE_RANGE='10.100.0.0/16'
DNS_SERVICE='10.100.0.10'
NETWORK_DATAPLANE='cilium'     # control: network-policy-engine
NETWORK_POLICY='cilium'        # control: network-policy-engine
ACNS_POLICIES='L7'             # control: egress-by-name, http-policies
TRANSIT_ENCRYPTION='WireGuard' # control: encrypted-pod-traffic

# Security groups, and their rules, ten words each: group, name, why, priority, direction, access, protocol, source, destination, port.
SECURITY_GROUPS=(
  'nsg-orders-nodes'             # control: subnet-nsgs
  'nsg-orders-internal-lb'       # control: subnet-nsgs
  'nsg-orders-private-endpoints' # control: subnet-nsgs
  'nsg-orders-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-orders-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-orders-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-orders-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-orders-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-orders-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-orders-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-orders-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-orders'
NAT_GATEWAY='ng-orders'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-orders-egress'
FIREWALL='fw-orders'
FIREWALL_IP='pip-orders-firewall'
FIREWALL_POLICY='fwp-orders'

# Vault, registry and logs.
VAULT='kv-orders-1e9725'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-orders-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrorders1e9725'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-orders-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-orders'
WORKSPACE='log-orders'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='orders-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='orders-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.OperationalInsights/workspaces/log-orders'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.KeyVault/vaults/kv-orders-1e9725'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.ContainerRegistry/registries/acrorders1e9725'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ContainerService/managedClusters/orders'

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
  '0def8d9f-1f37-5a84-a849-3c95f3a17634'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-system'
  'aa2e0051-1e35-5972-b7a0-598d6958aaa4'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-user'
  '11d80b31-8d94-53d5-9fa4-6216d30193c1'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-internal-lb'
  '7f046430-d7eb-5f59-bca7-5320fde6a1b9'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-api-server'
  '40d9b3ae-adc2-5ddd-9101-29b907922022'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders'
  '70d1cb84-72e5-5c8c-b482-d8acac461644'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '21df4504-0830-5c64-aac9-d3d59f9cb987'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-kubelet'
  '6315da98-4757-5324-9477-e7d8a362c186'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-orders-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.ContainerRegistry/registries/acrorders1e9725'
  'ecc728c6-c094-5577-b71b-94c5e608772a'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-orders-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-snapshots'
  '97699d6f-5a4f-5ac4-9747-f9c45337151f'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ContainerService/managedClusters/orders'
  '42097154-2e01-5b28-813b-e2685417bb35'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ContainerService/managedClusters/orders'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ContainerService/managedClusters/orders/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ContainerService/managedClusters/orders/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/azureFirewalls/fw-orders/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.Insights/scheduledQueryRules/alert-orders-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.Insights/activityLogAlerts/alert-orders-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.Insights/actionGroups/ag-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.ContainerRegistry/registries/acrorders1e9725/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.ContainerRegistry/registries/acrorders1e9725/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.Compute/virtualMachines/vm-orders-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.Network/networkInterfaces/nic-orders-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/bastionHosts/bas-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-egress/providers/Microsoft.Network/publicIPAddresses/pip-orders-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateEndpoints/pe-orders-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateEndpoints/pe-orders-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateEndpoints/pe-orders-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-orders*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-orders*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.Compute/diskAccesses/da-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.Compute/diskEncryptionSets/des-orders' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.KeyVault/vaults/kvk-orders-1e9725' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-security/providers/Microsoft.Storage/storageAccounts/storders*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/azureFirewalls/fw-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/firewallPolicies/fwp-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-egress/providers/Microsoft.Network/publicIPAddresses/pip-orders-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/networkSecurityGroups/nsg-orders-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/routeTables/rt-orders' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/50678451-fdf5-5ece-9fb8-ed0c2d0b5460' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/4f429d44-535e-5ccd-bda6-eecd941901b0' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-orders'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/networkSecurityGroups/nsg-orders-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/networkSecurityGroups/nsg-orders-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/networkSecurityGroups/nsg-orders-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-network/providers/Microsoft.Network/networkSecurityGroups/nsg-orders-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-orders-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-kubelet'
)
