# Values of this cluster. Assignments only: every script here reads them, and nothing else holds a value.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash
# Each script uses some of these, none uses all.
# shellcheck disable=SC2034

SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
TENANT='6e3ff2bb-0308-57b9-86e4-508ca4f07082'
LOCATION='westeurope'
TAGS=(
  'environment=production'
  'owner=shop-team'
)

# Resource groups, by lifecycle. AKS makes GROUP_NODES itself.
GROUP_NETWORK='rg-shop-network'
GROUP_CLUSTER='rg-shop-cluster'
GROUP_SECURITY='rg-shop-security'
GROUP_EGRESS='rg-shop-egress'
GROUP_NODES='rg-shop-nodes'

# Cluster.
CLUSTER='shop'
KUBERNETES_VERSION='1.36'                          # control: supported-kubernetes
TIER='standard'                                    # control: paid-tier
AZURE_RBAC=true                                    # control: azure-rbac
LOCAL_ACCOUNTS=false                               # control: no-local-accounts
PUBLIC_FQDN=false                                  # control: no-public-fqdn
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-shop-cluster'                 # control: user-assigned-identities
KUBELET_IDENTITY='id-shop-kubelet'                 # control: user-assigned-identities

# When AKS may upgrade.
MAINTENANCE_DAY='Sunday' # control: maintenance-windows
MAINTENANCE_START='02:00'
MAINTENANCE_HOURS=6
MAINTENANCE_UTC_OFFSET='+00:00'

# Nodes.
NODE_OS='AzureLinux'   # control: maintained-node-os
TRUSTED_LAUNCH=true    # control: trusted-launch
HOST_ENCRYPTION=true   # control: host-encryption
EPHEMERAL_OS_DISK=true # control: ephemeral-os-disks
OS_DISK_GB=128
MAX_PODS=50
MAX_SURGE='33%'          # control: safe-upgrades
DRAIN_TIMEOUT_MINUTES=30 # control: safe-upgrades
SOAK_MINUTES=5           # control: safe-upgrades
SYSTEM_SIZE='Standard_D4ds_v5'
SYSTEM_MIN=3 # control: isolated-system-pool
SYSTEM_MAX=5
SYSTEM_ZONES=('1' '2' '3') # control: zones-and-autoscaling
SYSTEM_TAINTED=true        # control: isolated-system-pool
USER_SIZE='Standard_D4ds_v5'
USER_MIN=2 # control: isolated-system-pool
USER_MAX=10
USER_ZONES=('1' '2' '3') # control: zones-and-autoscaling

# Network. Pods and services have addresses of their own, outside the virtual network.
VNET='vnet-shop'
VNET_RANGE='10.40.0.0/16'
SUBNET_SYSTEM='snet-system'
SUBNET_SYSTEM_RANGE='10.40.1.0/26'
SUBNET_USER='snet-user'
SUBNET_USER_RANGE='10.40.2.0/24'
SUBNET_INTERNAL_LB='snet-internal-lb'
SUBNET_INTERNAL_LB_RANGE='10.40.3.0/27'
SUBNET_ENDPOINTS='snet-private-endpoints'
SUBNET_ENDPOINTS_RANGE='10.40.3.32/27'
DEFAULT_OUTBOUND=false # control: no-default-outbound
POD_RANGE='10.244.0.0/16'
SERVICE_RANGE='10.100.0.0/16'
DNS_SERVICE='10.100.0.10'
NETWORK_DATAPLANE='cilium'                 # control: network-policy-engine
NETWORK_POLICY='cilium'                    # control: network-policy-engine
NSG_NODES='nsg-shop-nodes'                 # control: subnet-nsgs
NSG_INTERNAL_LB='nsg-shop-internal-lb'     # control: subnet-nsgs
NSG_ENDPOINTS='nsg-shop-private-endpoints' # control: subnet-nsgs
NAT_GATEWAY='ng-shop'
PUBLIC_IP='pip-shop-egress'
OUTBOUND_TYPE=userAssignedNATGateway # control: owned-egress

# Vault, registry and logs.
VAULT='kv-shop-daa367'
VAULT_SKU='standard'
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-shop-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrshopdaa367'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_ENDPOINT='pe-shop-registry'
REGISTRY_ZONE='privatelink.azurecr.io'
ZONE_LINK='link-shop'
WORKSPACE='log-shop'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='shop-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='shop-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop'
ID_SUBNET_SYSTEM='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-system'
ID_SUBNET_USER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-user'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-private-endpoints'
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.OperationalInsights/workspaces/log-shop'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.KeyVault/vaults/kv-shop-daa367'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.ContainerRegistry/registries/acrshopdaa367'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'

# Workloads that have an identity in Azure, four words each: workload, identity, federated credential, subject.
WORKLOADS=(
  'cloudflared' # control: one-identity-per-workload
  'id-shop-cloudflared'
  'fc-cloudflared'
  'system:serviceaccount:cloudflared:cloudflared' # control: exact-federated-credentials
  'frontend'                                      # control: one-identity-per-workload
  'id-shop-frontend'
  'fc-frontend'
  'system:serviceaccount:shop:frontend' # control: exact-federated-credentials
  'message'                             # control: one-identity-per-workload
  'id-shop-message'
  'fc-message'
  'system:serviceaccount:shop:message' # control: exact-federated-credentials
  'redis'                              # control: one-identity-per-workload
  'id-shop-redis'
  'fc-redis'
  'system:serviceaccount:shop:redis' # control: exact-federated-credentials
  'user'                             # control: one-identity-per-workload
  'id-shop-user'
  'fc-user'
  'system:serviceaccount:shop:user' # control: exact-federated-credentials
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=(
  'message-signing'
)

# Secrets, four words for each identity that reads one: secret, kind, identity, name of the role assignment.
VAULT_SECRETS=(
  'cloudflared-token' 'secret' 'id-shop-cloudflared' '96027fa0-eae5-5d37-be88-f7486a0647cc'
  'frontend-session-key' 'secret' 'id-shop-frontend' 'ee7b7053-4f5c-5524-b516-dbb5e7799bc6'
  'message-redis-password' 'secret' 'id-shop-message' '4fafed5c-0440-50d8-8ce0-57399fa3bd92'
  'redis-conf' 'secret' 'id-shop-redis' '978c32b8-f316-511b-bd11-8b281ff99d40'
  'user-mtls' 'certificate' 'id-shop-user' 'c145d598-0084-5c95-81f0-52a3fa15428c'
)

# Role assignments, six words each: name, id and title of the role, principal (an identity, or the object id of a group),
# its type, scope.
# The name is what ARM's guid(scope, principal, role) gives, so that whatever deploys finds the same assignment.
ROLES=(
  'd5d9c10b-b1a0-5fd2-be54-574587cc6045'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-system'
  '185fd3f8-467e-55b8-9f05-6b3ba2cabb11'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-user'
  '396e87c2-3593-53a5-885b-dec376d13eb2'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-internal-lb'
  '15870760-c15e-50ac-b016-267f484230d6'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-kubelet'
  '13c419b8-0a3b-5994-b358-d580245531b6'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-shop-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.ContainerRegistry/registries/acrshopdaa367'
  'ae9e8bb4-bf47-5e95-a060-b59e123f222a'
  '12338af0-0e69-4776-bea7-57ae8d297424' 'Key Vault Crypto User'
  'id-shop-message' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.KeyVault/vaults/kv-shop-daa367/keys/message-signing'
  '3b73eaa0-7ab4-56d8-af73-ee9f2b9c6079'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  '5adfee75-03f1-50f3-b25c-ba01a85a3f7a'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
)
