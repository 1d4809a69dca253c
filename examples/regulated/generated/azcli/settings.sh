# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='germanywestcentral'
TAGS=(
  'data=regulated'
  'owner=accounts-team'
)

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-accounts-network'
GROUP_CLUSTER='rg-accounts-cluster'
GROUP_SECURITY='rg-accounts-security'
GROUP_EGRESS='rg-accounts-egress'
GROUP_SNAPSHOTS='rg-accounts-snapshots'
GROUP_NODES='rg-accounts-nodes'

# Cluster.
CLUSTER='accounts'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/private.germanywestcentral.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-accounts-network'
API_ZONE_NAME='private.germanywestcentral.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-accounts-cluster'             # control: user-assigned-identities
KUBELET_IDENTITY='id-accounts-kubelet'             # control: user-assigned-identities

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
VNET='vnet-accounts'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-accounts-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-accounts-nodes' true ''
  'snet-internal-lb' '10.40.3.0/27' 'nsg-accounts-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-accounts-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-accounts-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-accounts-nodes'             # control: subnet-nsgs
  'nsg-accounts-internal-lb'       # control: subnet-nsgs
  'nsg-accounts-private-endpoints' # control: subnet-nsgs
  'nsg-accounts-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-accounts-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-accounts-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-accounts-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-accounts-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-accounts-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-accounts-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-accounts-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userDefinedRouting' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-accounts'
NEXT_HOP='10.200.0.4' # control: owned-egress
NAT_GATEWAY='ng-accounts'
PUBLIC_IP='pip-accounts-egress'
FIREWALL='fw-accounts'
FIREWALL_IP='pip-accounts-firewall'
FIREWALL_POLICY='fwp-accounts'

# Vault, registry and logs.
VAULT='kv-accounts-59fbdc'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-accounts-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acraccounts59fbdc'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-accounts-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-accounts'
WORKSPACE='log-accounts'
LOG_RETENTION_DAYS=365       # control: log-retention, year-of-logs
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Keys of your own, in a vault for them alone.
KEYS_VAULT='kvk-accounts-59fbdc'
KEYS_VAULT_SKU='premium' # control: hardware-keys
KEYS_ENDPOINT='pe-accounts-keys'
KEY_KIND='RSA-HSM'                 # control: hardware-keys
KEY_ROTATION='P365D'               # control: key-rotation
DISK_KEY=disks                     # control: own-disk-keys
DISK_ENCRYPTION_SET='des-accounts' # control: own-disk-keys
ETCD_KEY=etcd                      # control: etcd-own-key

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='accounts-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='accounts-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.OperationalInsights/workspaces/log-accounts'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.KeyVault/vaults/kv-accounts-59fbdc'
ID_KEYS_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.KeyVault/vaults/kvk-accounts-59fbdc'
ID_DISK_ENCRYPTION_SET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Compute/diskEncryptionSets/des-accounts'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.ContainerRegistry/registries/acraccounts59fbdc'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ContainerService/managedClusters/accounts'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'ledger' # control: one-identity-per-workload
  'id-accounts-ledger'
  'fc-ledger'
  'system:serviceaccount:accounts:ledger' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'ledger-database' 'secret' 'id-accounts-ledger' '7a38793c-bbe0-54f7-ba4a-2ac752bef984'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, the encryption set, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  '7856d29a-8e84-5bda-afea-03d784c0cdce'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-system'
  '199f0541-c6ca-55c6-bc03-144595571b28'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-user'
  'a7d2e764-a9de-579c-b4af-be1f746a8725'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-internal-lb'
  '538b698e-005e-5fd8-9a23-c087c0e5d462'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-api-server'
  'be3edf0e-74e0-52e3-a75f-6ccf667fe102'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/routeTables/rt-accounts'
  'b984b688-6be1-52e9-82e1-fda589e30d78'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts'
  'f1876294-9a61-5ba8-b466-083b5a8b0ddb'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/private.germanywestcentral.azmk8s.io'
  'c182301c-c320-531e-bebd-1d473b9bbf97'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-kubelet'
  '47863e53-6847-5c98-b3b4-f3fdc279a348'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-accounts-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.ContainerRegistry/registries/acraccounts59fbdc'
  '09749b8d-f849-5e5e-a3bc-584685ddd19a'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Compute/diskEncryptionSets/des-accounts'
  '2d107abc-7309-57c6-9749-6099192f7ad3'
  '12338af0-0e69-4776-bea7-57ae8d297424' 'Key Vault Crypto User'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.KeyVault/vaults/kvk-accounts-59fbdc'
  '970c000f-075b-516e-b851-e17cf9933a41'
  'f25e0fa2-a7c8-4377-a976-54943a77a395' 'Key Vault Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.KeyVault/vaults/kvk-accounts-59fbdc'
  '575f3bb0-4a83-56fd-bed2-de3f37a6aab4'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-snapshots'
  'ab1b4c01-bcd6-5207-8a85-31e51f9b2cad'
  'e147488a-f6f5-4113-8e2d-b22465e65bf6' 'Key Vault Crypto Service Encryption User'
  'des-accounts' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.KeyVault/vaults/kvk-accounts-59fbdc/keys/disks'
  '9a7ac7d9-c8e9-548e-8ea9-3dd9a12a01a9'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ContainerService/managedClusters/accounts'
  'f835557d-50e3-5fea-b033-642b00519cfc'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ContainerService/managedClusters/accounts'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ContainerService/managedClusters/accounts/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ContainerService/managedClusters/accounts/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/azureFirewalls/fw-accounts/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Insights/scheduledQueryRules/alert-accounts-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Insights/activityLogAlerts/alert-accounts-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Insights/actionGroups/ag-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.ContainerRegistry/registries/acraccounts59fbdc/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.ContainerRegistry/registries/acraccounts59fbdc/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.Compute/virtualMachines/vm-accounts-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.Network/networkInterfaces/nic-accounts-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/bastionHosts/bas-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-egress/providers/Microsoft.Network/publicIPAddresses/pip-accounts-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateEndpoints/pe-accounts-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateEndpoints/pe-accounts-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/private.germanywestcentral.azmk8s.io/virtualNetworkLinks/link-accounts*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/privatelink.germanywestcentral.azmk8s.io/virtualNetworkLinks/link-accounts*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/privatelink.germanywestcentral.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Compute/diskAccesses/da-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-security/providers/Microsoft.Storage/storageAccounts/staccounts*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/azureFirewalls/fw-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/firewallPolicies/fwp-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-egress/providers/Microsoft.Network/publicIPAddresses/pip-accounts-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/networkSecurityGroups/nsg-accounts-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-egress/providers/Microsoft.Network/natGateways/ng-accounts' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-egress/providers/Microsoft.Network/publicIPAddresses/pip-accounts-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/d9ac3630-0556-524c-a9a5-85f321dbdc4a' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/40cccdda-0279-5dbb-976c-0f51daa71bae' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/privateDnsZones/private.germanywestcentral.azmk8s.io/virtualNetworkLinks/link-accounts'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/networkSecurityGroups/nsg-accounts-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/networkSecurityGroups/nsg-accounts-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/networkSecurityGroups/nsg-accounts-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/networkSecurityGroups/nsg-accounts-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-kubelet'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts-ledger'
)
