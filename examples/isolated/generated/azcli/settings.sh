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
GROUP_NETWORK='rg-ledger-network'
GROUP_CLUSTER='rg-ledger-cluster'
GROUP_SECURITY='rg-ledger-security'
GROUP_EGRESS='rg-ledger-egress'
GROUP_SNAPSHOTS='rg-ledger-snapshots'
GROUP_NODES='rg-ledger-nodes'

# Cluster.
CLUSTER='ledger'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-ledger-network'
API_ZONE_NAME='private.swedencentral.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-ledger-cluster'               # control: user-assigned-identities
KUBELET_IDENTITY='id-ledger-kubelet'               # control: user-assigned-identities

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
VNET='vnet-ledger'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-ledger-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-ledger-nodes' true ''
  'snet-internal-lb' '10.40.255.224/27' 'nsg-ledger-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-ledger-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-ledger-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-ledger-nodes'             # control: subnet-nsgs
  'nsg-ledger-internal-lb'       # control: subnet-nsgs
  'nsg-ledger-private-endpoints' # control: subnet-nsgs
  'nsg-ledger-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-ledger-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-ledger-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-ledger-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-ledger-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-ledger-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-ledger-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-ledger-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='none'  # control: owned-egress, network-isolated
ARTIFACT_SOURCE=Cache # control: network-isolated
ROUTE_TABLE='rt-ledger'
NAT_GATEWAY='ng-ledger'
PUBLIC_IP='pip-ledger-egress'
FIREWALL='fw-ledger'
FIREWALL_IP='pip-ledger-firewall'
FIREWALL_POLICY='fwp-ledger'

# Vault, registry and logs.
VAULT='kv-ledger-a7babc'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-ledger-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrledgera7babc'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-ledger-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=(
  'aks-managed-mcr' 'mcr.microsoft.com/*' 'aks-managed-repository/*'
  'cache-registry-k8s-io' 'registry.k8s.io/*' 'registry-k8s-io/*'
)

# Images that images.sh copies into it, two words each: source, and name here.
REGISTRY_IMAGES=(
  'docker.io/library/redis@sha256:3811787313eba226a2ef38658c6ccb91cd5e110edc89c37767de373120a0e5a0' 'docker.io/library/redis:8.10.2-alpine'
)

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-ledger'
WORKSPACE='log-ledger'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='ledger-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='ledger-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.OperationalInsights/workspaces/log-ledger'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.KeyVault/vaults/kv-ledger-a7babc'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.ContainerRegistry/registries/acrledgera7babc'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ContainerService/managedClusters/ledger'

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
  '4439b6b3-dcbc-5e1e-b70d-6da02a852372'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-system'
  '7dd06840-1359-52e9-9e53-d550f74ff4e1'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-user'
  '86406eb6-6c48-5d70-b41d-0bf358de96e3'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-internal-lb'
  '1515c24f-7266-56d6-a78f-5d108e8772fc'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-api-server'
  'bc951f80-0e71-5edd-9c8e-b125983e0ea5'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger'
  '7aee9d81-9c38-57c6-89f1-0966cb47a3db'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io'
  '22362f46-2985-575f-b7bf-d8d0881c4938'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger-kubelet'
  '3b2bf1aa-604f-563f-85e1-cd0d22eaefd0'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-ledger-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.ContainerRegistry/registries/acrledgera7babc'
  'd2308154-0a9a-5538-a1db-f215c9c53b34'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-ledger-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-snapshots'
  'fcea3de4-7f73-56ce-9a41-ce567dbe86f8'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ContainerService/managedClusters/ledger'
  '2e8ff659-cacf-5603-8027-79dc06164e17'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ContainerService/managedClusters/ledger'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ContainerService/managedClusters/ledger/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ContainerService/managedClusters/ledger/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/azureFirewalls/fw-ledger/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.Insights/scheduledQueryRules/alert-ledger-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.Insights/activityLogAlerts/alert-ledger-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.Insights/actionGroups/ag-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.ContainerRegistry/registries/acrledgera7babc/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.ContainerRegistry/registries/acrledgera7babc/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.Compute/virtualMachines/vm-ledger-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.Network/networkInterfaces/nic-ledger-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/bastionHosts/bas-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-egress/providers/Microsoft.Network/publicIPAddresses/pip-ledger-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateEndpoints/pe-ledger-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateEndpoints/pe-ledger-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateEndpoints/pe-ledger-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io/virtualNetworkLinks/link-ledger*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/privatelink.swedencentral.azmk8s.io/virtualNetworkLinks/link-ledger*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/privatelink.swedencentral.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.Compute/diskAccesses/da-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.Compute/diskEncryptionSets/des-ledger' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.KeyVault/vaults/kvk-ledger-a7babc' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.Storage/storageAccounts/stledger*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/azureFirewalls/fw-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/firewallPolicies/fwp-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-egress/providers/Microsoft.Network/publicIPAddresses/pip-ledger-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/networkSecurityGroups/nsg-ledger-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/routeTables/rt-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-egress/providers/Microsoft.Network/natGateways/ng-ledger' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-egress/providers/Microsoft.Network/publicIPAddresses/pip-ledger-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/46896762-ff58-578a-bc31-b427e0093701' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/c7ab1a93-3900-5b6a-8dc8-c2b13d7e5c80' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.ContainerRegistry/registries/acrledgera7babc/cacheRules/aks-managed-mcr'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-security/providers/Microsoft.ContainerRegistry/registries/acrledgera7babc/cacheRules/cache-registry-k8s-io'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/privateDnsZones/private.swedencentral.azmk8s.io/virtualNetworkLinks/link-ledger'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/virtualNetworks/vnet-ledger/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/networkSecurityGroups/nsg-ledger-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/networkSecurityGroups/nsg-ledger-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/networkSecurityGroups/nsg-ledger-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-network/providers/Microsoft.Network/networkSecurityGroups/nsg-ledger-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-ledger-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger-kubelet'
)
