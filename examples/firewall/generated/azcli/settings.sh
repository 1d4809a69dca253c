# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='northeurope'
TAGS=(
  'environment=production'
)

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-portal-network'
GROUP_CLUSTER='rg-portal-cluster'
GROUP_SECURITY='rg-portal-security'
GROUP_EGRESS='rg-portal-egress'
GROUP_SNAPSHOTS='rg-portal-snapshots'
GROUP_NODES='rg-portal-nodes'

# Cluster.
CLUSTER='portal'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-portal-network'
API_ZONE_NAME='private.northeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-portal-cluster'               # control: user-assigned-identities
KUBELET_IDENTITY='id-portal-kubelet'               # control: user-assigned-identities

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
VNET='vnet-portal'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-portal-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-portal-nodes' true ''
  'snet-internal-lb' '10.40.255.224/27' 'nsg-portal-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-portal-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-portal-api-server' false 'Microsoft.ContainerService/managedClusters'
  'AzureFirewallSubnet' '10.40.255.0/26' '' false ''
)
DEFAULT_OUTBOUND=false # control: no-default-outbound
# The servers that the network asks for names; none means Azure's own.
DNS_SERVERS=('10.40.255.4')
POD_RANGE='10.244.0.0/16'
SERVICE_RANGE='10.100.0.0/16'
DNS_SERVICE='10.100.0.10'
NETWORK_DATAPLANE='cilium' # control: network-policy-engine
NETWORK_POLICY='cilium'    # control: network-policy-engine
ACNS_POLICIES='FQDN'       # control: egress-by-name
TRANSIT_ENCRYPTION='None'

# Security groups, and their rules, ten words each: group, name, why, priority, direction, access, protocol, source, destination, port.
SECURITY_GROUPS=(
  'nsg-portal-nodes'             # control: subnet-nsgs
  'nsg-portal-internal-lb'       # control: subnet-nsgs
  'nsg-portal-private-endpoints' # control: subnet-nsgs
  'nsg-portal-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-portal-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-portal-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-portal-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-portal-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-portal-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-portal-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-portal-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userDefinedRouting' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-portal'
NEXT_HOP='10.40.255.4' # control: owned-egress
NAT_GATEWAY='ng-portal'
PUBLIC_IP='pip-portal-egress'
FIREWALL='fw-portal'
FIREWALL_IP='pip-portal-firewall'
FIREWALL_POLICY='fwp-portal'
FIREWALL_TIER='Standard' # control: firewall-allow-list
FIREWALL_ZONES='1,2,3'
# Whom it asks for names in turn; nobody named is Azure itself.
FIREWALL_NAME_SERVERS=''

# What the firewall lets out, six words each: group, rule, what it compares, protocols, ports, targets.
FIREWALL_RULES=(
  # the nodes themselves
  'platform' 'aks' 'tag' 'Https,Http' '443,80' # control: firewall-allow-list
  'AzureKubernetesService'
  # the Azure Policy add-on
  'platform' 'azure-policy' 'names' 'Https' '443' # control: firewall-allow-list
  'data.policy.core.windows.net,dc.services.visualstudio.com,store.policy.core.windows.net'
  # Defender's sensor
  'platform' 'defender' 'names' 'Https' '443' # control: firewall-allow-list
  '*.cloud.defender.microsoft.com,*.ods.opinsights.azure.com,*.oms.opinsights.azure.com'
  # identities of workloads
  'platform' 'workload-identity' 'names' 'Https' '443' # control: firewall-allow-list
  'login.microsoftonline.com'
  # the tunnel's edge
  'platform' 'cloudflare-tunnel' 'hosts' 'TCP,UDP' '7844' # control: firewall-allow-list
  'region1.v2.argotunnel.com,region2.v2.argotunnel.com'
  # billing
  'workloads' 'to-api.stripe.com-https-443' 'names' 'Https' '443' # control: firewall-allow-list
  'api.stripe.com'
  # billing
  'workloads' 'to-smtp.sendgrid.net-tcp-587' 'hosts' 'TCP' '587' # control: firewall-allow-list
  'smtp.sendgrid.net'
)
# Pods leave the nodes with the nodes' addresses.
FIREWALL_SOURCES='10.40.0.0/26,10.40.0.64/26'

# Vault, registry and logs.
VAULT='kv-portal-6c9fad'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-portal-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrportal6c9fad'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-portal-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=(
  'cache-registry-k8s-io' 'registry.k8s.io/*' 'registry-k8s-io/*'
)

# Images that images.sh copies into it, two words each: source, and name here.
REGISTRY_IMAGES=(
  'docker.io/cloudflare/cloudflared@sha256:9b49eed8f62806d5d45ddf59ecefb5710429598ea6d3fcccd2af938f621b2b07' 'docker.io/cloudflare/cloudflared:2026.10.0'
)

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-portal'
WORKSPACE='log-portal'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='portal-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='portal-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-api-server' # control: vnet-integration
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.OperationalInsights/workspaces/log-portal'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.KeyVault/vaults/kv-portal-6c9fad'
ID_FIREWALL='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network'/providers/Microsoft.Network/azureFirewalls/'fw-portal'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.ContainerRegistry/registries/acrportal6c9fad'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ContainerService/managedClusters/portal'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'billing' # control: one-identity-per-workload
  'id-portal-billing'
  'fc-billing'
  'system:serviceaccount:portal:billing' # control: exact-federated-credentials
  'cloudflared'                          # control: one-identity-per-workload
  'id-portal-cloudflared'
  'fc-cloudflared'
  'system:serviceaccount:portal-cloudflared:cloudflared' # control: exact-federated-credentials
  'portal'                                               # control: one-identity-per-workload
  'id-portal-portal'
  'fc-portal'
  'system:serviceaccount:portal:portal' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=()

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'billing-provider-key' 'secret' 'id-portal-billing' '45927c74-4a91-541d-901e-17910b9a9335'
  'cloudflared-token' 'secret' 'id-portal-cloudflared' '511ae6fc-0bb2-5d82-b8ad-317915f358a8'
  'portal-session-key' 'secret' 'id-portal-portal' '09175b60-636b-5577-8a37-1af8f1e25746'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  'b7752668-c11e-53bf-a82b-6e326e7c0cac'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-system'
  '5d7e1012-6888-572c-a27a-4321a64a7554'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-user'
  '4f2b0dd9-c44a-5b92-845f-fdccf02b2c4b'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-internal-lb'
  'e99d0f73-10d1-581f-9b4f-7941f269465d'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-api-server'
  '87854503-5d97-5c7a-a40f-2975c49baf09'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/routeTables/rt-portal'
  '1b51f9d0-8925-5506-913d-90e26c2c8738'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal'
  'd4477867-9cee-5dc0-87e6-92cc7f12a60f'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io'
  '2189f6d7-cd32-5d77-99fc-58476ae546c8'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-kubelet'
  '6d053da2-9e93-5c35-8ec1-1c72f46e5030'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-portal-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.ContainerRegistry/registries/acrportal6c9fad'
  '111f2f03-15da-5ed1-aec9-900407b63abd'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-portal-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-snapshots'
  'c59e60c5-f2ef-5daf-b4d3-05c9c7e39167'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ContainerService/managedClusters/portal'
  'df1c343d-01c2-5de1-976b-7c31ed32ad22'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ContainerService/managedClusters/portal'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ContainerService/managedClusters/portal/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ContainerService/managedClusters/portal/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.Insights/scheduledQueryRules/alert-portal-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.Insights/activityLogAlerts/alert-portal-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.Insights/actionGroups/ag-portal' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.ContainerRegistry/registries/acrportal6c9fad/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.ContainerRegistry/registries/acrportal6c9fad/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.Compute/virtualMachines/vm-portal-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.Network/networkInterfaces/nic-portal-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/bastionHosts/bas-portal' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-egress/providers/Microsoft.Network/publicIPAddresses/pip-portal-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateEndpoints/pe-portal-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateEndpoints/pe-portal-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateEndpoints/pe-portal-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-portal' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-portal' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io/virtualNetworkLinks/link-portal*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io/virtualNetworkLinks/link-portal*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.Compute/diskAccesses/da-portal' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.Compute/diskEncryptionSets/des-portal' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.KeyVault/vaults/kvk-portal-6c9fad' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.Storage/storageAccounts/stportal*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/networkSecurityGroups/nsg-portal-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-egress/providers/Microsoft.Network/natGateways/ng-portal' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-egress/providers/Microsoft.Network/publicIPAddresses/pip-portal-egress' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/c48069e8-e3cd-5337-b67d-9551a7d75ecf' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/dc54bdde-edb3-513a-a373-3c66c87471f8' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-security/providers/Microsoft.ContainerRegistry/registries/acrportal6c9fad/cacheRules/cache-registry-k8s-io'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io/virtualNetworkLinks/link-portal'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/virtualNetworks/vnet-portal/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/networkSecurityGroups/nsg-portal-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/networkSecurityGroups/nsg-portal-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/networkSecurityGroups/nsg-portal-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-network/providers/Microsoft.Network/networkSecurityGroups/nsg-portal-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-kubelet'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-billing'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-cloudflared'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-portal-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-portal'
)
