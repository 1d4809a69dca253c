# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='swedencentral'
TAGS=()

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-uploads-network'
GROUP_CLUSTER='rg-uploads-cluster'
GROUP_SECURITY='rg-uploads-security'
GROUP_EGRESS='rg-uploads-egress'
GROUP_SNAPSHOTS='rg-uploads-snapshots'
GROUP_NODES='rg-uploads-nodes'

# Cluster.
CLUSTER='uploads'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-uploads-network'
API_ZONE_NAME='private.swedencentral.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-uploads-cluster'              # control: user-assigned-identities
KUBELET_IDENTITY='id-uploads-kubelet'              # control: user-assigned-identities

# When AKS may upgrade.
MAINTENANCE_DAY='Sunday' # control: maintenance-windows
MAINTENANCE_START='02:00'
MAINTENANCE_HOURS=6
MAINTENANCE_UTC_OFFSET='+00:00'

# Node pools: in each list one word for each pool, in this order. The cluster is made with the first.
POOLS=('system' 'sandbox' 'user')
POOL_MODES=('System' 'User' 'User') # control: isolated-system-pool
POOL_SIZES=('Standard_D4ds_v5' 'Standard_D8ds_v5' 'Standard_D4ds_v5')
POOL_MIN=(3 2 2) # control: isolated-system-pool
POOL_MAX=(5 5 10)
POOL_AUTOSCALING=(true true true)    # control: zones-and-autoscaling
POOL_ZONES=('1,2,3' '1,2,3' '1,2,3') # control: zones-and-autoscaling
POOL_SUBNETS=('snet-system' 'snet-sandbox' 'snet-user')
POOL_OS=('AzureLinux' 'AzureLinux' 'AzureLinux') # control: maintained-node-os
POOL_TRUSTED_LAUNCH=(true false true)            # control: trusted-launch
POOL_SANDBOXED=(false true false)                # control: sandboxed-pods
POOL_FIPS=(false false false)
POOL_SSH=(false false false) # control: no-ssh-server
POOL_PIDS=(0 0 0)
POOL_LOG_MB=(0 0 0)
POOL_HOST_ENCRYPTION=(true true true)   # control: host-encryption
POOL_EPHEMERAL_OS_DISK=(true true true) # control: ephemeral-os-disks
POOL_OS_DISK_GB=(128 128 128)
POOL_MAX_PODS=(50 50 50)
POOL_MAX_SURGE=('33%' '33%' '33%')                                              # control: safe-upgrades
POOL_DRAIN_TIMEOUT_MINUTES=(30 30 30)                                           # control: safe-upgrades
POOL_SOAK_MINUTES=(5 5 5)                                                       # control: safe-upgrades
POOL_TAINTS=('CriticalAddonsOnly=true:NoSchedule' 'sandbox=kata:NoSchedule' '') # control: isolated-system-pool
POOL_LABELS=('' '' '')

# Network. Pods and services have addresses of their own, outside the virtual network.
VNET='vnet-uploads'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-sandbox' '10.40.0.128/26' 'nsg-uploads-nodes' true ''
  'snet-system' '10.40.0.0/26' 'nsg-uploads-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-uploads-nodes' true ''
  'snet-internal-lb' '10.40.255.224/27' 'nsg-uploads-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-uploads-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-uploads-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-uploads-nodes'             # control: subnet-nsgs
  'nsg-uploads-internal-lb'       # control: subnet-nsgs
  'nsg-uploads-private-endpoints' # control: subnet-nsgs
  'nsg-uploads-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-uploads-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-uploads-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-uploads-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-uploads-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-uploads-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.128/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-uploads-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-uploads-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-uploads'
NAT_GATEWAY='ng-uploads'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-uploads-egress'
FIREWALL='fw-uploads'
FIREWALL_IP='pip-uploads-firewall'
FIREWALL_POLICY='fwp-uploads'

# Vault, registry and logs.
VAULT='kv-uploads-b3195b'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-uploads-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acruploadsb3195b'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-uploads-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-uploads'
WORKSPACE='log-uploads'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='uploads-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='uploads-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-uploads-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-uploads-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.OperationalInsights/workspaces/log-uploads'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.KeyVault/vaults/kv-uploads-b3195b'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.ContainerRegistry/registries/acruploadsb3195b'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ContainerService/managedClusters/uploads'

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
  'eff21bf5-d276-5071-ab11-753905d6497e'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-sandbox'
  '5d2215a8-4a17-5a62-9464-2c8774e56d99'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-system'
  'a655c63e-c8d1-5691-8561-9f7b707169a9'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-user'
  '67bad9a6-ca94-5eab-9725-b54b6d2f05eb'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-internal-lb'
  '88936ff0-9a4f-5373-92fd-3bcac8244781'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-api-server'
  '9ee8416f-b98e-59cc-b2e0-5d08be636a3d'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads'
  'a46d8e42-c421-53a9-8a5e-32836750e062'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io'
  'dda65bd1-d370-5e20-a91f-5cd0e3af66d7'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-uploads-kubelet'
  '2033ebbf-1270-5b73-8f0f-4ce89929a707'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-uploads-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.ContainerRegistry/registries/acruploadsb3195b'
  'f4410dd9-2a10-53b5-bb7a-7b56bbc5f38e'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-uploads-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-snapshots'
  'babde135-3c05-55cf-81c3-a9df14ce4203'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ContainerService/managedClusters/uploads'
  '64b38665-32e4-58ca-b383-70411dc22055'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ContainerService/managedClusters/uploads'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ContainerService/managedClusters/uploads/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ContainerService/managedClusters/uploads/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/azureFirewalls/fw-uploads/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.Insights/scheduledQueryRules/alert-uploads-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.Insights/activityLogAlerts/alert-uploads-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.Insights/actionGroups/ag-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.ContainerRegistry/registries/acruploadsb3195b/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.ContainerRegistry/registries/acruploadsb3195b/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.Compute/virtualMachines/vm-uploads-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.Network/networkInterfaces/nic-uploads-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/bastionHosts/bas-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-egress/providers/Microsoft.Network/publicIPAddresses/pip-uploads-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateEndpoints/pe-uploads-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateEndpoints/pe-uploads-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateEndpoints/pe-uploads-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io/virtualNetworkLinks/link-uploads*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/privatelink.swedencentral.azmk8s.io/virtualNetworkLinks/link-uploads*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/privatelink.swedencentral.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.Compute/diskAccesses/da-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.Compute/diskEncryptionSets/des-uploads' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.KeyVault/vaults/kvk-uploads-b3195b' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-security/providers/Microsoft.Storage/storageAccounts/stuploads*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/azureFirewalls/fw-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/firewallPolicies/fwp-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-egress/providers/Microsoft.Network/publicIPAddresses/pip-uploads-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/networkSecurityGroups/nsg-uploads-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/routeTables/rt-uploads' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-uploads-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/df54cf17-436e-5d45-9739-b5dc540b310d' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/c2caf2f3-e7eb-5e6a-baaf-f9a2d2d9b945' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io/virtualNetworkLinks/link-uploads'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-sandbox'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/virtualNetworks/vnet-uploads/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/networkSecurityGroups/nsg-uploads-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/networkSecurityGroups/nsg-uploads-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/networkSecurityGroups/nsg-uploads-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-network/providers/Microsoft.Network/networkSecurityGroups/nsg-uploads-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-uploads-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-uploads-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-uploads-kubelet'
)
