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
GROUP_NODES='rg-accounts-nodes'

# Cluster.
CLUSTER='accounts'
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
CLUSTER_IDENTITY='id-accounts-cluster'             # control: user-assigned-identities
KUBELET_IDENTITY='id-accounts-kubelet'             # control: user-assigned-identities

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
VNET='vnet-accounts'
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
NETWORK_DATAPLANE='cilium'                     # control: network-policy-engine
NETWORK_POLICY='cilium'                        # control: network-policy-engine
NSG_NODES='nsg-accounts-nodes'                 # control: subnet-nsgs
NSG_INTERNAL_LB='nsg-accounts-internal-lb'     # control: subnet-nsgs
NSG_ENDPOINTS='nsg-accounts-private-endpoints' # control: subnet-nsgs
ROUTE_TABLE='rt-accounts'
NEXT_HOP='10.200.0.4'            # control: owned-egress
OUTBOUND_TYPE=userDefinedRouting # control: owned-egress

# Vault, registry and logs.
VAULT='kv-accounts-59fbdc'
VAULT_SKU='standard'
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-accounts-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acraccounts59fbdc'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_ENDPOINT='pe-accounts-registry'
REGISTRY_ZONE='privatelink.azurecr.io'
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
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts'
ID_SUBNET_SYSTEM='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-system'
ID_SUBNET_USER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-user'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/virtualNetworks/vnet-accounts/subnets/snet-private-endpoints'
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

# Secrets, four words for each identity that reads one: secret, kind, identity, name of the role assignment.
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
  'be3edf0e-74e0-52e3-a75f-6ccf667fe102'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-accounts-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-accounts-network/providers/Microsoft.Network/routeTables/rt-accounts'
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
