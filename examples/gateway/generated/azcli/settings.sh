# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='7d1b1a29-e909-5c60-bd03-32116022b409'
TENANT='eb3466d5-af97-5183-9574-66a556bea721'
LOCATION='westeurope'
TAGS=()

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-archive-network'
GROUP_CLUSTER='rg-archive-cluster'
GROUP_SECURITY='rg-archive-security'
GROUP_EGRESS='rg-archive-egress'
GROUP_SNAPSHOTS='rg-archive-snapshots'
GROUP_NODES='rg-archive-nodes'

# Cluster.
CLUSTER='archive'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='7d1b1a29-e909-5c60-bd03-32116022b409'
API_ZONE_GROUP='rg-archive-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='272fd9a8-f859-5a33-b79a-e12903521e4b' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-archive-cluster'              # control: user-assigned-identities
KUBELET_IDENTITY='id-archive-kubelet'              # control: user-assigned-identities

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
VNET='vnet-archive'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-archive-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-archive-nodes' true ''
  'snet-internal-lb' '10.40.3.0/27' 'nsg-archive-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-archive-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-archive-api-server' false 'Microsoft.ContainerService/managedClusters'
  'snet-file-endpoints' '10.40.254.224/27' 'nsg-archive-file-endpoints' false ''
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
  'nsg-archive-nodes'             # control: subnet-nsgs
  'nsg-archive-internal-lb'       # control: subnet-nsgs
  'nsg-archive-private-endpoints' # control: subnet-nsgs
  'nsg-archive-api-server'        # control: subnet-nsgs
  'nsg-archive-file-endpoints'    # control: subnet-nsgs
)
RULES=(
  'nsg-archive-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-archive-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-archive-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-archive-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-archive-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-archive-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-archive-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-archive-file-endpoints' 'allow-smb-from-vnet'
  'File shares speak SMB only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '445' # control: subnet-nsgs
  'nsg-archive-file-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-archive'
NAT_GATEWAY='ng-archive'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-archive-egress'
FIREWALL='fw-archive'
FIREWALL_IP='pip-archive-firewall'
FIREWALL_POLICY='fwp-archive'

# Vault, registry and logs.
VAULT='kv-archive-525647'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-archive-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrarchive525647'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-archive-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

# Storage accounts for files, seven words each: account, id, kind, SKU, private endpoint, class, identity that mounts them.
FILES=(
  'starchived5efdbec' '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Storage/storageAccounts/starchived5efdbec' 'FileStorage' 'Premium_ZRS' # control: private-files
  'pe-archive-files-documents' 'archive-documents' 'id-archive-files-documents'
)
FILES_ZONE='privatelink.file.core.windows.net'
ID_SUBNET_FILES='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-file-endpoints'
FILE_DRIVER=true # control: storage-drivers
ZONE_LINK='link-archive'
WORKSPACE='log-archive'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='archive-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='archive-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network'
ID_CLUSTER_GROUP='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster'
ID_SECURITY='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security'
ID_SNAPSHOTS='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-snapshots'
ID_VNET='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive'
ID_SUBNET_ENDPOINTS='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-cluster'
ID_KUBELET_IDENTITY='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-kubelet'
ID_WORKSPACE='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.OperationalInsights/workspaces/log-archive'
ID_VAULT='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.KeyVault/vaults/kv-archive-525647'
ID_REGISTRY='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.ContainerRegistry/registries/acrarchive525647'
ID_CLUSTER='/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ContainerService/managedClusters/archive'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'cloudflared' # control: one-identity-per-workload
  'id-archive-cloudflared'
  'fc-cloudflared'
  'system:serviceaccount:archive-cloudflared:cloudflared' # control: exact-federated-credentials
  'ingress-certificates'                                  # control: one-identity-per-workload
  'id-archive-ingress-certificates'
  'fc-ingress-certificates'
  'system:serviceaccount:archive-ingress-certificates:ingress-certificates' # control: exact-federated-credentials
  'pages'                                                                   # control: one-identity-per-workload
  'id-archive-pages'
  'fc-pages'
  'system:serviceaccount:archive:pages' # control: exact-federated-credentials
  'files-documents'                     # control: one-identity-per-workload
  'id-archive-files-documents'
  'fc-pages'
  'system:serviceaccount:archive:pages' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'archive-tls' 'certificate' 'id-archive-ingress-certificates' 'f07ed27f-298e-5b07-85d3-55c4a9753ad6'
  'cloudflared-credentials' 'secret' 'id-archive-cloudflared' '1238ef5c-929a-5e5d-8122-50ebd198fa8f'
  'pages-session-key' 'secret' 'id-archive-pages' 'e080d7e6-5319-525c-bf36-07f475a6c47e'
)

# Certificates that are made in the vault itself, three words for each reader: certificate, identity, name of the role assignment.
VAULT_CERTIFICATES=(
  'signing-office' 'id-archive-pages' '07e3d520-106c-5058-9c50-a30a2a42d23d'
)

# Names that certificates have to hold for, two words each: certificate, name.
CERTIFICATE_NAMES=(
  'archive-tls' '*.intern.contoso.com'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  '017fd56d-5a43-5df8-9aa3-6fdb7f7bdaba'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-system'
  '351deef1-b45a-522b-95fc-ef65f6dc1a5f'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-user'
  '6c613c26-fb67-57a5-818b-3283db197329'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-internal-lb'
  '2b3c29d8-fefa-57ce-8338-5a00f09833cb'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-api-server'
  '73b99417-5524-5ca1-bf34-49112257f997'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive'
  '452cffa1-92ec-5aa7-9690-921961784ae6'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '06abf628-de04-55dd-bc3a-0a24a4cf6a9c'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-kubelet'
  'da593b24-ecd1-592d-9a63-5a16f208f9fb'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-archive-kubelet' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.ContainerRegistry/registries/acrarchive525647'
  '4eb4c9ac-150c-541d-b789-7caff6c93ee9'
  '17d1049b-9a84-46fb-8f53-869881c3d3ab' 'Storage Account Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Storage/storageAccounts/starchived5efdbec'
  '02e761ea-6b44-51c1-ac38-54c99f08f290'
  'a235d3ee-5935-4cfb-8cc5-a3303ad5995e' 'Storage File Data SMB MI Admin'
  'id-archive-files-documents' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Storage/storageAccounts/starchived5efdbec'
  'ea693dc3-d572-590d-863b-beafdc3605d0'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-archive-cluster' ServicePrincipal
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-snapshots'
  '58f7f2a2-4efe-500c-862a-5bc38c876c58'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '272fd9a8-f859-5a33-b79a-e12903521e4b' Group
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ContainerService/managedClusters/archive'
  '2e4f8efb-2722-5706-9e29-fc47a1c043bd'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '272fd9a8-f859-5a33-b79a-e12903521e4b' Group
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ContainerService/managedClusters/archive'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ContainerService/managedClusters/archive/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ContainerService/managedClusters/archive/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/azureFirewalls/fw-archive/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Insights/scheduledQueryRules/alert-archive-break-glass' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Insights/activityLogAlerts/alert-archive-weakening' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Insights/actionGroups/ag-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.ContainerRegistry/registries/acrarchive525647/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.ContainerRegistry/registries/acrarchive525647/cacheRules/cache-*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.Compute/virtualMachines/vm-archive-jump' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.Network/networkInterfaces/nic-archive-jump' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/bastionHosts/bas-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-egress/providers/Microsoft.Network/publicIPAddresses/pip-archive-bastion' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateEndpoints/pe-archive-keys' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateEndpoints/pe-archive-disks' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateEndpoints/pe-archive-files-*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-archive*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-archive*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Compute/diskAccesses/da-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Compute/diskEncryptionSets/des-archive' 'keep'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.KeyVault/vaults/kvk-archive-525647' 'keep'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Storage/storageAccounts/starchive*' 'keep'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/azureFirewalls/fw-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/firewallPolicies/fwp-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-egress/providers/Microsoft.Network/publicIPAddresses/pip-archive-firewall' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/networkSecurityGroups/nsg-archive-*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/routeTables/rt-archive' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-*' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/providers/Microsoft.Authorization/roleDefinitions/1236566f-86a5-5dc2-bc83-c937d494c218' 'remove'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/providers/Microsoft.Authorization/roleDefinitions/729f95a0-5549-5863-9d09-229031834182' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateEndpoints/pe-archive-files-documents'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-archive'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-security/providers/Microsoft.Storage/storageAccounts/starchived5efdbec'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-system'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-user'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-internal-lb'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-private-endpoints'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-api-server'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/virtualNetworks/vnet-archive/subnets/snet-file-endpoints'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/networkSecurityGroups/nsg-archive-nodes'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/networkSecurityGroups/nsg-archive-internal-lb'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/networkSecurityGroups/nsg-archive-private-endpoints'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/networkSecurityGroups/nsg-archive-api-server'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-network/providers/Microsoft.Network/networkSecurityGroups/nsg-archive-file-endpoints'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-cluster'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-kubelet'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-cloudflared'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-ingress-certificates'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-pages'
  '/subscriptions/7d1b1a29-e909-5c60-bd03-32116022b409/resourceGroups/rg-archive-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-archive-files-documents'
)
