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
GROUP_NETWORK='rg-spoke-network'
GROUP_CLUSTER='rg-spoke-cluster'
GROUP_SECURITY='rg-spoke-security'
GROUP_EGRESS='rg-spoke-egress'
GROUP_SNAPSHOTS='rg-spoke-snapshots'
GROUP_NODES='rg-spoke-nodes'

# Cluster.
CLUSTER='spoke'
KUBERNETES_VERSION='1.36' # control: supported-kubernetes
TIER='standard'           # control: paid-tier
AZURE_RBAC=true           # control: azure-rbac
LOCAL_ACCOUNTS=false      # control: no-local-accounts
PUBLIC_FQDN=false         # control: no-public-fqdn
# Where the name of the API server stands: system (AKS's own zone), none, or the id of a zone.
API_ZONE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io' # control: own-dns-zone
API_ZONE_SUBSCRIPTION='a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
API_ZONE_GROUP='rg-spoke-network'
API_ZONE_NAME='private.westeurope.azmk8s.io'
RUN_COMMAND=false                                  # control: no-run-command
ADMIN_GROUP='599676d5-a2a9-5f6b-951a-3c1421c908ec' # control: entra-id
LOCKDOWN=true                                      # control: node-resource-group-lockdown
IMAGE_CLEANER_HOURS=48                             # control: image-cleaner
UPGRADE_CHANNEL='patch'                            # control: cluster-auto-upgrade
NODE_OS_UPGRADE_CHANNEL='NodeImage'                # control: node-os-auto-upgrade
ROTATION_INTERVAL='2m'                             # control: secret-rotation
CLUSTER_IDENTITY='id-spoke-cluster'                # control: user-assigned-identities
KUBELET_IDENTITY='id-spoke-kubelet'                # control: user-assigned-identities

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
VNET='vnet-spoke'
VNET_RANGE='10.70.0.0/16'
# Subnets, five words each: name, range, security group, whether the nodes' way out is its way out too, what it is delegated to.
SUBNETS=(
  'snet-system' '10.70.0.0/26' 'nsg-spoke-nodes' true ''
  'snet-user' '10.70.0.64/26' 'nsg-spoke-nodes' true ''
  'snet-internal-lb' '10.70.255.224/27' 'nsg-spoke-internal-lb' false ''
  'snet-private-endpoints' '10.70.255.192/27' 'nsg-spoke-private-endpoints' false ''
  'snet-api-server' '10.70.255.176/28' 'nsg-spoke-api-server' false 'Microsoft.ContainerService/managedClusters'
  'AzureBastionSubnet' '10.70.255.64/26' 'nsg-spoke-bastion' false ''
  'snet-jump-host' '10.70.255.160/28' 'nsg-spoke-jump-host' true ''
  'snet-ci-runner' '10.70.255.128/27' 'nsg-spoke-runner' true ''
)
DEFAULT_OUTBOUND=false # control: no-default-outbound
# The servers that the network asks for names; none means Azure's own.
DNS_SERVERS=('10.0.0.68' '10.0.0.69')
POD_RANGE='10.244.0.0/16'
SERVICE_RANGE='10.100.0.0/16'
DNS_SERVICE='10.100.0.10'
NETWORK_DATAPLANE='cilium' # control: network-policy-engine
NETWORK_POLICY='cilium'    # control: network-policy-engine

# Security groups, and their rules, ten words each: group, name, why, priority, direction, access, protocol, source, destination, port.
SECURITY_GROUPS=(
  'nsg-spoke-nodes'             # control: subnet-nsgs
  'nsg-spoke-internal-lb'       # control: subnet-nsgs
  'nsg-spoke-private-endpoints' # control: subnet-nsgs
  'nsg-spoke-api-server'        # control: subnet-nsgs
  'nsg-spoke-bastion'           # control: subnet-nsgs
  'nsg-spoke-jump-host'         # control: subnet-nsgs
  'nsg-spoke-runner'            # control: subnet-nsgs
)
RULES=(
  'nsg-spoke-nodes' 'deny-internet-inbound'
  'Nothing comes in from the Internet, whatever rule a load balancer would need.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-spoke-internal-lb' 'deny-internet-inbound'
  'Internal load balancers answer to the virtual network and what is joined to it.'
  4000 'Inbound' 'Deny' '*' 'Internet' '*' '*' # control: subnet-nsgs
  'nsg-spoke-private-endpoints' 'allow-https-from-vnet'
  'Vault and registry speak HTTPS only.'
  100 'Inbound' 'Allow' 'Tcp' 'VirtualNetwork' 'VirtualNetwork' '443' # control: subnet-nsgs
  'nsg-spoke-private-endpoints' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-spoke-api-server' 'allow-nodes'
  'Nodes call the API server.'
  100 'Inbound' 'Allow' 'Tcp' '10.70.0.0/26,10.70.0.64/26' '10.70.255.176/28' '443,4443' # control: subnet-nsgs
  'nsg-spoke-api-server' 'allow-load-balancer'
  'The load balancer in front of it asks whether it is well.'
  110 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '10.70.255.176/28' '9988' # control: subnet-nsgs
  'nsg-spoke-api-server' 'allow-people'
  'The ways in that the plan has.'
  120 'Inbound' 'Allow' 'Tcp' '10.70.255.128/27,10.70.255.160/28' '10.70.255.176/28' '443' # control: subnet-nsgs
  'nsg-spoke-api-server' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-people'
  'People call Bastion, which asks Entra ID who they are.'
  100 'Inbound' 'Allow' 'Tcp' '20.31.7.0/24,51.124.90.17/32' '*' '443' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-gateway-manager'
  'Azure manages Bastion.'
  110 'Inbound' 'Allow' 'Tcp' 'GatewayManager' '*' '443' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-load-balancer'
  'Azure asks whether it is well.'
  120 'Inbound' 'Allow' 'Tcp' 'AzureLoadBalancer' '*' '443' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-bastion-inbound'
  'Bastion'\''s machines talk to each other.'
  130 'Inbound' 'Allow' '*' 'VirtualNetwork' 'VirtualNetwork' '5701,8080' # control: subnet-nsgs
  'nsg-spoke-bastion' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-sessions'
  'Sessions go to machines in the network.'
  100 'Outbound' 'Allow' 'Tcp' '*' 'VirtualNetwork' '22,3389' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-azure'
  'Bastion reports to Azure.'
  110 'Outbound' 'Allow' 'Tcp' '*' 'AzureCloud' '443' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-bastion-outbound'
  'Bastion'\''s machines talk to each other.'
  120 'Outbound' 'Allow' '*' 'VirtualNetwork' 'VirtualNetwork' '5701,8080' # control: subnet-nsgs
  'nsg-spoke-bastion' 'allow-certificates'
  'Certificates are looked up.'
  130 'Outbound' 'Allow' '*' '*' 'Internet' '80' # control: subnet-nsgs
  'nsg-spoke-bastion' 'deny-all-outbound'
  'Everything else is closed.'
  4096 'Outbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-spoke-jump-host' 'allow-ssh-from-bastion'
  'People come through Bastion.'
  100 'Inbound' 'Allow' 'Tcp' '10.70.255.64/26' '10.70.255.160/28' '22' # control: subnet-nsgs
  'nsg-spoke-jump-host' 'deny-all-inbound'
  'Everything else is closed.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
  'nsg-spoke-runner' 'deny-all-inbound'
  'A runner calls; nobody calls it.'
  4096 'Inbound' 'Deny' '*' '*' '*' '*' # control: subnet-nsgs
)

# The way out of the nodes. The names of other ways are known too, so that a former one is found.
OUTBOUND_TYPE='userAssignedNATGateway' # control: owned-egress
ARTIFACT_SOURCE=Direct
ROUTE_TABLE='rt-spoke'
NAT_GATEWAY='ng-spoke'
NAT_SKU='StandardV2'
PUBLIC_IP='pip-spoke-egress'
FIREWALL='fw-spoke'
FIREWALL_IP='pip-spoke-firewall'
FIREWALL_POLICY='fwp-spoke'

# Vault, registry and logs.
VAULT='kv-spoke-067206'
VAULT_SKU='standard'
VAULT_RBAC=true             # control: key-vault-rbac
VAULT_RETENTION_DAYS=90     # control: key-vault-purge-protection
VAULT_PURGE_PROTECTION=true # control: key-vault-purge-protection
VAULT_PUBLIC_ACCESS=false   # control: private-key-vault
VAULT_ENDPOINT='pe-spoke-vault'
VAULT_ZONE='privatelink.vaultcore.azure.net'
REGISTRY='acrspoke067206'
REGISTRY_PUBLIC_ACCESS=false # control: private-registry
REGISTRY_ZONE_REDUNDANT=true
REGISTRY_EXPORT=false     # control: no-image-export
REGISTRY_UNTAGGED_DAYS=30 # control: untagged-images-go
REGISTRY_ENDPOINT='pe-spoke-registry'
REGISTRY_ZONE='privatelink.azurecr.io'

# What the registry fetches from others by itself, three words each: rule, source, target.
REGISTRY_CACHE=()

FILE_DRIVER=false # control: storage-drivers
ZONE_LINK='link-spoke'
WORKSPACE='log-spoke'
LOG_RETENTION_DAYS=90        # control: log-retention
AUDIT_LOG='kube-audit-admin' # control: audit-logs
DIAGNOSTICS='to-log-analytics'

# Bastion, and the jump host behind it. What Resource Manager is sent is JSON, as in the Bicep.
BASTION='bas-spoke'
BASTION_SKU='Standard'
BASTION_ADDRESS='pip-spoke-bastion'
BASTION_BODY='{"location":"westeurope","tags":{},"sku":{"name":"Standard"},"properties":{"enableTunneling":true,"enableIpConnect":false,"enableShareableLink":false,"ipConfigurations":[{"name":"default","properties":{"subnet":{"id":"/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/AzureBastionSubnet"},"publicIPAddress":{"id":"/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-egress/providers/Microsoft.Network/publicIPAddresses/pip-spoke-bastion"}}}]}}'
JUMP_HOST='vm-spoke-jump'
JUMP_HOST_SIZE='Standard_D2ads_v5'
JUMP_HOST_INTERFACE='nic-spoke-jump'
# Azure wants a key. This one is the SHA-256 of aks-harden: nobody has the private half of this key, 0: no private half of it exists.
JUMP_HOST_KEY='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO6dUBccBIM4yCSiA/WLDGy1ksnEOWKTkeHPSKYhKotn'                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          # control: jump-host
JUMP_HOST_BODY='{"location":"westeurope","tags":{},"identity":{"type":"SystemAssigned"},"properties":{"hardwareProfile":{"vmSize":"Standard_D2ads_v5"},"storageProfile":{"imageReference":{"publisher":"Canonical","offer":"ubuntu-24_04-lts","sku":"server","version":"latest"},"osDisk":{"createOption":"FromImage","deleteOption":"Delete","managedDisk":{"storageAccountType":"StandardSSD_LRS"}}},"osProfile":{"computerName":"vm-spoke-jump","adminUsername":"unreachable","linuxConfiguration":{"disablePasswordAuthentication":true,"ssh":{"publicKeys":[{"path":"/home/unreachable/.ssh/authorized_keys","keyData":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO6dUBccBIM4yCSiA/WLDGy1ksnEOWKTkeHPSKYhKotn"}]},"patchSettings":{"patchMode":"AutomaticByPlatform","assessmentMode":"AutomaticByPlatform","automaticByPlatformSettings":{"rebootSetting":"IfRequired"}}}},"securityProfile":{"securityType":"TrustedLaunch","encryptionAtHost":true,"uefiSettings":{"secureBootEnabled":true,"vTpmEnabled":true}},"networkProfile":{"networkInterfaces":[{"id":"/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.Network/networkInterfaces/nic-spoke-jump"}]}}}' # control: jump-host
JUMP_HOST_SIGN_IN='{"location":"westeurope","properties":{"publisher":"Microsoft.Azure.ActiveDirectory","type":"AADSSHLoginForLinux","typeHandlerVersion":"1.0","autoUpgradeMinorVersion":true}}'                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         # control: jump-host

# Policies.
POLICY_EFFECT='Deny' # control: internal-load-balancers-only, no-public-ip-addresses
POLICY_LOAD_BALANCERS='spoke-internal-load-balancers'
POLICY_LOAD_BALANCERS_ID='3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'
POLICY_PUBLIC_IPS='spoke-no-public-ips'
POLICY_PUBLIC_IPS_ID='6c112d4e-5bc7-47ae-a041-ea2d9dccd749'

# Ids follow from the names.
ID_NETWORK='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network'
ID_CLUSTER_GROUP='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster'
ID_SECURITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security'
ID_SNAPSHOTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-snapshots'
ID_VNET='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke'
ID_SUBNET_ENDPOINTS='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-private-endpoints'
ID_SUBNET_API_SERVER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-api-server' # control: vnet-integration
ID_BASTION='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/bastionHosts/bas-spoke'
ID_SUBNET_JUMP_HOST='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-jump-host'
ID_JUMP_HOST='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.Compute/virtualMachines/vm-spoke-jump'
ID_JUMP_HOST_INTERFACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.Network/networkInterfaces/nic-spoke-jump'
ID_CLUSTER_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spoke-cluster'
ID_KUBELET_IDENTITY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spoke-kubelet'
ID_WORKSPACE='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.OperationalInsights/workspaces/log-spoke'
ID_VAULT='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.KeyVault/vaults/kv-spoke-067206'
ID_REGISTRY='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.ContainerRegistry/registries/acrspoke067206'
ID_CLUSTER='/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ContainerService/managedClusters/spoke'

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
  '752ccd5a-fccc-5581-a517-490e460b3002'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-system'
  'c938a8ba-a189-5084-9486-7f0fc4b17be3'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-user'
  'f4aa607d-dbf8-56af-987b-b646923b1325'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-internal-lb'
  '3b4a88d1-b0d1-5ece-b1e5-22d74ff1225a'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-api-server'
  '87f34d56-b567-513a-a0d5-ce63ee933e8e'
  '4d97b98b-1d4f-4787-a291-c67834d212e7' 'Network Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke'
  '112590df-2267-547f-98fb-592fe248735b'
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f' 'Private DNS Zone Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
  '7af4a292-ca00-563d-a98b-c38718afc169'
  'f1a07417-d97a-45cb-824c-7a7467783830' 'Managed Identity Operator'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spoke-kubelet'
  '5b48ff4a-a48c-5b3c-939f-690eee37f91b'
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' 'AcrPull'
  'id-spoke-kubelet' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.ContainerRegistry/registries/acrspoke067206'
  '48b8b0d3-420a-555b-b54f-69a978057c9e'
  '7efff54f-a5b4-42b5-a1c5-5411624893ce' 'Disk Snapshot Contributor'
  'id-spoke-cluster' ServicePrincipal
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-snapshots'
  '445d64d2-150e-5b47-be11-afb752071bf8'
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' 'Azure Kubernetes Service RBAC Cluster Admin'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ContainerService/managedClusters/spoke'
  '97e8fd17-c121-5fcb-a2d1-b9ea80e390df'
  '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' 'Azure Kubernetes Service Cluster User Role'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ContainerService/managedClusters/spoke'
  'a76511c3-54b8-5fce-9f5e-9b9226f0ad51'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/bastionHosts/bas-spoke'
  '35070bec-855a-554d-9dcb-4f82b00e602c'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' 'Reader'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.Network/networkInterfaces/nic-spoke-jump'
  '7d776c8c-3d93-56a3-aa95-53473c875151'
  'fb879df8-f326-4884-b1cf-06f3ad86be52' 'Virtual Machine User Login'
  '599676d5-a2a9-5f6b-951a-3c1421c908ec' Group
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.Compute/virtualMachines/vm-spoke-jump'
)

# What other plans of this cluster make and this one does not, two words each: its id, and whether it can be removed
# (remove) or holds what nobody can make again (keep). A star stands for names that other settings gave; which of those are
# planned, PLANNED_IDS says. Each comes before what it needs.
LEFT_OVER=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ContainerService/managedClusters/spoke/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/cluster' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ContainerService/managedClusters/spoke/providers/Microsoft.KubernetesConfiguration/extensions/flux' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/azureFirewalls/fw-spoke/providers/Microsoft.Insights/diagnosticSettings/to-log-analytics' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.Insights/scheduledQueryRules/alert-spoke-break-glass' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.Insights/activityLogAlerts/alert-spoke-weakening' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.Insights/actionGroups/ag-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.ContainerRegistry/registries/acrspoke067206/cacheRules/aks-managed-mcr*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.ContainerRegistry/registries/acrspoke067206/cacheRules/cache-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/virtualNetworkPeerings/to-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateEndpoints/pe-spoke-keys' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateEndpoints/pe-spoke-disks' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateEndpoints/pe-spoke-files-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-spoke*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-spoke*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.Compute/diskAccesses/da-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.Compute/diskEncryptionSets/des-spoke' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.KeyVault/vaults/kvk-spoke-067206' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-security/providers/Microsoft.Storage/storageAccounts/stspoke*' 'keep'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/azureFirewalls/fw-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/firewallPolicies/fwp-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-egress/providers/Microsoft.Network/publicIPAddresses/pip-spoke-firewall' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/AzureFirewallSubnet' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/routeTables/rt-spoke' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spoke-*' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/b76058da-ca03-5fc4-8fc4-0759f353865a' 'remove'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/providers/Microsoft.Authorization/roleDefinitions/8cdd669a-8940-571f-b539-ea6d69d391f4' 'remove'
)

PLANNED_IDS=(
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io/virtualNetworkLinks/link-spoke'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-system'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-user'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-jump-host'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-ci-runner'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-nodes'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-internal-lb'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-private-endpoints'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-api-server'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-bastion'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-jump-host'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-network/providers/Microsoft.Network/networkSecurityGroups/nsg-spoke-runner'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spoke-cluster'
  '/subscriptions/a11b702f-32ad-5b83-ae8a-31ba2d77b7ec/resourceGroups/rg-spoke-cluster/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spoke-kubelet'
)
