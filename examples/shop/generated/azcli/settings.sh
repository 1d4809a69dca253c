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
GROUP_SNAPSHOTS='rg-shop-snapshots'
GROUP_NODES='rg-shop-nodes'

# Cluster.
CLUSTER='shop'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-shop-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
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
VNET='vnet-shop'
VNET_RANGE='10.40.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.40.0.0/26' 'nsg-shop-nodes' true ''
  'snet-user' '10.40.0.64/26' 'nsg-shop-nodes' true ''
  'snet-internal-lb' '10.40.3.0/27' 'nsg-shop-internal-lb' false ''
  'snet-private-endpoints' '10.40.255.192/27' 'nsg-shop-private-endpoints' false ''
  'snet-api-server' '10.40.255.176/28' 'nsg-shop-api-server' false 'Microsoft.ContainerService/managedClusters'
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
  'nsg-shop-nodes'             # control: subnet-nsgs
  'nsg-shop-internal-lb'       # control: subnet-nsgs
  'nsg-shop-private-endpoints' # control: subnet-nsgs
  'nsg-shop-api-server'        # control: subnet-nsgs
)
RULES=(
  'nsg-shop-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-shop-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-shop-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-shop-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-shop-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.40.0.0/26,10.40.0.64/26' '10.40.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-shop-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.40.255.176/28' '9988' # control: subnet-nsgs
  'nsg-shop-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-shop'
NAT_GATEWAY='ng-shop'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-shop-egress'
FIREWALL='fw-shop'
FIREWALL_IP='pip-shop-firewall'
FIREWALL_POLICY='fwp-shop'

# Vault, registry and logs.
VAULT='kv-shop-daa367'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-shop-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrshopdaa367'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-shop-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-shop'
WORKSPACE='log-shop'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Who is told, and of what.
ALERT_SENDER='shop'
ALERT_EMAILS=(
  'shop-oncall@contoso.com' # control: break-glass-alert, weakening-alert
)
ID_ALERT_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.Insights/actionGroups/ag-shop'
ID_BREAK_GLASS_ALERT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.Insights/scheduledQueryRules/alert-shop-break-glass'
BREAK_GLASS_QUERY='AKSAuditAdmin | where tostring(User.groups) has "92164152-e0c0-5292-b873-69a2354a5b56" | project TimeGenerated, Who = tostring(User.username), Verb, RequestUri' # control: break-glass-alert
ID_WEAKENING_ALERT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.Insights/activityLogAlerts/alert-shop-weakening'
# What is told of: these operations, in these groups.
WEAKENING=(
  'Microsoft.Authorization/locks/delete'              # control: weakening-alert
  'Microsoft.Authorization/policyAssignments/delete'  # control: weakening-alert
  'Microsoft.Authorization/roleAssignments/write'     # control: weakening-alert
  'Microsoft.ContainerService/managedClusters/delete' # control: weakening-alert
  'Microsoft.ContainerService/managedClusters/write'  # control: weakening-alert
  'Microsoft.Insights/actionGroups/delete'            # control: weakening-alert
  'Microsoft.Insights/activityLogAlerts/delete'       # control: weakening-alert
  'Microsoft.Insights/diagnosticSettings/delete'      # control: weakening-alert
  'Microsoft.Insights/scheduledQueryRules/delete'     # control: weakening-alert
  'Microsoft.KeyVault/vaults/delete'                  # control: weakening-alert
  'Microsoft.Network/networkSecurityGroups/delete'    # control: weakening-alert
)
ALERT_SCOPES=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network'   # control: weakening-alert
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster'   # control: weakening-alert
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security'  # control: weakening-alert
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress'    # control: weakening-alert
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots' # control: weakening-alert
)

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
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-api-server' # control: vnet-integration
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
  'system:serviceaccount:shop-cloudflared:cloudflared' # control: exact-federated-credentials
  'frontend'                                           # control: one-identity-per-workload
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

# Pipelines: jobs of two environments of one repository.
CI_ISSUER='https://token.actions.githubusercontent.com' # control: secretless-pipelines
CI_CREDENTIAL='fc-github'
CI_PLAN_IDENTITY='id-shop-ci-plan'
CI_PLAN_SUBJECT='repo:shop-team/clusters:environment:plan' # control: secretless-pipelines
CI_PLAN_ROLE='b83a72ee-d910-5ef7-9f44-a7eb20d97a08'
CI_PLAN_ROLE_NAME='aks-harden shop plan'
CI_PLAN_ACTIONS=(
  'Microsoft.Authorization/roleAssignments/read'
  'Microsoft.Authorization/roleDefinitions/read'
  'Microsoft.ContainerService/locations/kubernetesVersions/read'
  'Microsoft.KeyVault/locations/deletedVaults/read'
  'Microsoft.Resources/deployments/read'
  'Microsoft.Resources/deployments/validate/action'
  'Microsoft.Resources/deployments/whatIf/action'
  'Microsoft.Resources/subscriptions/read'
  'Microsoft.Security/pricings/read'
)
CI_APPLY_IDENTITY='id-shop-ci-apply'
CI_APPLY_SUBJECT='repo:shop-team/clusters:environment:production' # control: secretless-pipelines
CI_APPLY_ROLE='a139df8c-6e5c-5fe5-990a-af60003ddb9d'
CI_APPLY_ROLE_NAME='aks-harden shop apply'
CI_APPLY_ACTIONS=(
  'Microsoft.Authorization/permissions/read'
  'Microsoft.Authorization/roleAssignments/read'
  'Microsoft.Authorization/roleDefinitions/read'
  'Microsoft.Compute/locations/usages/read'
  'Microsoft.Compute/skus/read'
  'Microsoft.ContainerRegistry/checkNameAvailability/read'
  'Microsoft.ContainerService/locations/kubernetesVersions/read'
  'Microsoft.Features/providers/features/read'
  'Microsoft.KeyVault/checkNameAvailability/read'
  'Microsoft.KeyVault/locations/deletedVaults/read'
  'Microsoft.Network/locations/usages/read'
  'Microsoft.Resources/deployments/read'
  'Microsoft.Resources/deployments/validate/action'
  'Microsoft.Resources/deployments/whatIf/action'
  'Microsoft.Resources/deployments/write'
  'Microsoft.Resources/providers/read'
  'Microsoft.Resources/subscriptions/read'
  'Microsoft.Security/pricings/read'
  'Microsoft.Security/pricings/write'
)
# Which roles they may give and take back, and to whom; in the language of Azure's conditions.
CI_ROLE_ADMINISTRATOR='f58310d9-a9f6-439a-9e8d-f62e7b41a168'
CI_CONDITION='(((!(ActionMatches{'\''Microsoft.Authorization/roleAssignments/write'\''})) OR ((@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {12338af0-0e69-4776-bea7-57ae8d297424, 4633458b-17de-408a-b874-0445c86b69e6, 4d97b98b-1d4f-4787-a291-c67834d212e7, 7efff54f-a5b4-42b5-a1c5-5411624893ce, 7f951dda-4ed3-4680-a7ca-43fe172d538d, b12aa53e-6015-4669-85d0-8515ebb3ae7f, f1a07417-d97a-45cb-824c-7a7467783830} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'\''ServicePrincipal'\''}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {3498e952-d568-435e-9b2c-8d77e338d7f7, 4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {259d3464-1835-5b21-9912-9d7e7d0162ae}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {599676d5-a2a9-5f6b-951a-3c1421c908ec}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {92164152-e0c0-5292-b873-69a2354a5b56}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {a9d17334-ced7-5355-8a4c-f45935103ae2}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, 7f6c6a51-bcf8-42ba-9220-52d62157d7db} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {da9d7565-4cef-540e-abc8-fa97899b51c9}))) AND ((!(ActionMatches{'\''Microsoft.Authorization/roleAssignments/delete'\''})) OR ((@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {12338af0-0e69-4776-bea7-57ae8d297424, 4633458b-17de-408a-b874-0445c86b69e6, 4d97b98b-1d4f-4787-a291-c67834d212e7, 7efff54f-a5b4-42b5-a1c5-5411624893ce, 7f951dda-4ed3-4680-a7ca-43fe172d538d, b12aa53e-6015-4669-85d0-8515ebb3ae7f, f1a07417-d97a-45cb-824c-7a7467783830} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'\''ServicePrincipal'\''}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {3498e952-d568-435e-9b2c-8d77e338d7f7, 4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {259d3464-1835-5b21-9912-9d7e7d0162ae}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {599676d5-a2a9-5f6b-951a-3c1421c908ec}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {92164152-e0c0-5292-b873-69a2354a5b56}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {a9d17334-ced7-5355-8a4c-f45935103ae2}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, 7f6c6a51-bcf8-42ba-9220-52d62157d7db} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {da9d7565-4cef-540e-abc8-fa97899b51c9}))))' # control: secretless-pipelines
# Their own roles, six words each, as below.
CI_ROLES=(
  'b4380360-d631-5d3d-ae20-11f4d27c90e5'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-shop-ci-plan' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network'
  'f7282a11-1292-5ee3-8b4e-fa25ce834111'
  'b24988ac-6180-42a0-ab88-20f7382dd24c' 'Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network'
  '89cf7b91-eb66-5b9a-bf79-f05900a75f89'
  '36243c78-bf99-498c-9df9-86d9f8d28608' 'Resource Policy Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network'
  '1cabbbb9-29fb-52cb-bd79-03873e7ca617'
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168' 'Role Based Access Control Administrator'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network'
  '3e0e7292-f56f-5967-b374-14d8056d54a0'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-shop-ci-plan' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster'
  '3b7363f6-a0e7-5399-bb47-40a3b7fb5174'
  'b24988ac-6180-42a0-ab88-20f7382dd24c' 'Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster'
  '3ce669bd-25f2-5875-8634-17d8f2e400d5'
  '36243c78-bf99-498c-9df9-86d9f8d28608' 'Resource Policy Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster'
  '4d070e3c-3165-5ee2-97ae-5d344839cb34'
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168' 'Role Based Access Control Administrator'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster'
  'acef4f17-cade-5cdd-86d4-d51441669979'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-shop-ci-plan' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security'
  '36d447cd-5fdc-5032-be89-e17980adedf4'
  'b24988ac-6180-42a0-ab88-20f7382dd24c' 'Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security'
  '6b0c3e21-9ff8-59aa-80c8-f3ba24af2afb'
  '36243c78-bf99-498c-9df9-86d9f8d28608' 'Resource Policy Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security'
  '6ead030d-54a1-5f59-a635-57b183ef70f5'
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168' 'Role Based Access Control Administrator'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security'
  '0ba87887-f131-5b43-af6b-5b7000a0ac7b'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-shop-ci-plan' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress'
  '4d684b39-d10e-50ce-81eb-05f1a9a2f591'
  'b24988ac-6180-42a0-ab88-20f7382dd24c' 'Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress'
  '901c7315-909d-533f-a2cb-ebf722059e21'
  '36243c78-bf99-498c-9df9-86d9f8d28608' 'Resource Policy Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress'
  '07603ff6-e0a1-5bcf-859b-1f8c711d4827'
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168' 'Role Based Access Control Administrator'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress'
  '3ec1173b-91ba-55f6-92e7-293dc593d861'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  'id-shop-ci-plan' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots'
  'a79e075f-9c07-5c50-b250-07c3220cfc3e'
  'b24988ac-6180-42a0-ab88-20f7382dd24c' 'Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots'
  'aed11ed5-2bf5-58d4-ad0d-d8893a009a9a'
  '36243c78-bf99-498c-9df9-86d9f8d28608' 'Resource Policy Contributor'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots'
  '8e9dac7a-5a32-5e17-83b8-b85b80ddb4cb'
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168' 'Role Based Access Control Administrator'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots'
  '2de9ad98-abd4-54a3-bf1a-7686364ae754'
  'b83a72ee-d910-5ef7-9f44-a7eb20d97a08' 'aks-harden shop plan'
  'id-shop-ci-plan' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
  '74f5188c-9868-597b-a2f7-66abcb0826e0'
  'a139df8c-6e5c-5fe5-990a-af60003ddb9d' 'aks-harden shop apply'
  'id-shop-ci-apply' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
)

# Keys that workloads use. They are made in the vault and never leave it.
VAULT_KEYS=(
  'message-signing'
)

# Secrets, four words for each reader: secret, kind, identity, name of the role assignment.
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
  '8a9446f8-3664-5a9a-9c9e-a348d7f21618'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-api-server'
  '8ef52fc7-df33-5d72-b41e-b75ff2297065'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop'
  '02d161e9-feab-50e0-916f-ff79d5f777bc'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
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
  'aeb1e7d3-eaaf-52a8-83ec-22e80e320a77'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-shop-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-snapshots'
  '3b73eaa0-7ab4-56d8-af73-ee9f2b9c6079'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  '5adfee75-03f1-50f3-b25c-ba01a85a3f7a'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  '46be6e9d-0943-5cb7-9cc3-2e5d635179dd'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '92164152-e0c0-5292-b873-69a2354a5b56' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  '9fd6c478-f97d-543d-918a-56ca0cb9a82a'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '92164152-e0c0-5292-b873-69a2354a5b56' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  'c298120d-a3e9-53e8-93ec-f4c01a202cac'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '259d3464-1835-5b21-9912-9d7e7d0162ae' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  '27cbf85e-a78f-5e35-87b9-927fa4e8d671'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  'a9d17334-ced7-5355-8a4c-f45935103ae2' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  'ace69f7e-9ab4-5c3e-9ca6-ed4791afbf5b'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  'da9d7565-4cef-540e-abc8-fa97899b51c9' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop'
  'f5e717e2-ecf8-5296-a254-f1561589a7b8'
  '3498e952-d568-435e-9b2c-8d77e338d7f7' 'Azure Kubernetes Service RBAC Admin'
  '259d3464-1835-5b21-9912-9d7e7d0162ae' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop/namespaces/shop'
  '5bc8b98c-6176-5be2-9865-54640fd4b011'
  '7f6c6a51-bcf8-42ba-9220-52d62157d7db' 'Azure Kubernetes Service RBAC Reader'
  'da9d7565-4cef-540e-abc8-fa97899b51c9' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop/namespaces/shop'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ContainerService/managedClusters/shop/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/azureFirewalls/fw-shop/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.ContainerRegistry/registries/acrshopdaa367/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.ContainerRegistry/registries/acrshopdaa367/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.Compute/virtualMachines/vm-shop-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.Network/networkInterfaces/nic-shop-jump' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/bastionHosts/bas-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress/providers/Microsoft.Network/publicIPAddresses/pip-shop-bastion' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateEndpoints/pe-shop-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateEndpoints/pe-shop-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateEndpoints/pe-shop-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-shop*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-shop*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.Compute/diskAccesses/da-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.Compute/diskEncryptionSets/des-shop' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.KeyVault/vaults/kvk-shop-daa367' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-security/providers/Microsoft.Storage/storageAccounts/stshop*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/azureFirewalls/fw-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/firewallPolicies/fwp-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-egress/providers/Microsoft.Network/publicIPAddresses/pip-shop-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/AzureBastionSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/networkSecurityGroups/nsg-shop-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/routeTables/rt-shop' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-*' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-shop'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/virtualNetworks/vnet-shop/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/networkSecurityGroups/nsg-shop-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/networkSecurityGroups/nsg-shop-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/networkSecurityGroups/nsg-shop-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-network/providers/Microsoft.Network/networkSecurityGroups/nsg-shop-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-kubelet'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-ci-plan'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-ci-apply'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-cloudflared'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-frontend'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-message'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-redis'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-shop-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-user'
)
