// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// All values. What is made of them stands in main.bicep and modules/. To see what would change, then to deploy:
//   az deployment sub what-if --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location westeurope --parameters main.bicepparam
//   az deployment sub create --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location westeurope --parameters main.bicepparam
using './main.bicep'

param location = 'westeurope'

param tags = {
  environment: 'production'
  owner: 'shop-team'
}

param names = {
  groups: {
    network: 'rg-shop-network'
    cluster: 'rg-shop-cluster'
    security: 'rg-shop-security'
    egress: 'rg-shop-egress'
    snapshots: 'rg-shop-snapshots'
    nodes: 'rg-shop-nodes'
  }
  virtualNetwork: 'vnet-shop'
  subnets: {
    privateEndpoints: 'snet-private-endpoints'
    apiServer: 'snet-api-server' // control: vnet-integration
  }
  natGateway: 'ng-shop'
  publicAddress: 'pip-shop-egress'
  cluster: 'shop'
  identities: {
    cluster: 'id-shop-cluster'
    kubelet: 'id-shop-kubelet'
    ciPlan: 'id-shop-ci-plan'
    ciApply: 'id-shop-ci-apply'
  }
  workspace: 'log-shop'
  vault: 'kv-shop-daa367'
  registry: 'acrshopdaa367'
  zones: {
    vault: 'privatelink.vaultcore.azure.net'
    registry: 'privatelink.azurecr.io'
  }
  zoneLink: 'link-shop'
  apiServerZone: {
    subscription: 'a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
    group: 'rg-shop-network'
    name: 'private.westeurope.azmk8s.io' // control: own-dns-zone
  }
  endpoints: {
    vault: 'pe-shop-vault'
    registry: 'pe-shop-registry'
  }
  diagnostics: 'to-log-analytics'
  policies: {
    internalLoadBalancers: 'shop-internal-load-balancers'
    publicAddresses: 'shop-no-public-ips'
  }
}

param network = {
  addressSpace: '10.40.0.0/16'
  subnets: [
    {
      name: 'snet-system'
      range: '10.40.0.0/26'
      securityGroup: 'nsg-shop-nodes' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-user'
      range: '10.40.0.64/26'
      securityGroup: 'nsg-shop-nodes' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-internal-lb'
      range: '10.40.3.0/27'
      securityGroup: 'nsg-shop-internal-lb' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-private-endpoints'
      range: '10.40.255.192/27'
      securityGroup: 'nsg-shop-private-endpoints' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
    {
      name: 'snet-api-server'
      range: '10.40.255.176/28'
      securityGroup: 'nsg-shop-api-server' // control: subnet-nsgs
      wayOut: false
      delegation: 'Microsoft.ContainerService/managedClusters'
      joined: true // control: user-assigned-identities
    }
  ]
  securityGroups: [
    {
      name: 'nsg-shop-nodes'
      rules: [
        {
          name: 'deny-internet-inbound'
          why: 'Nothing comes in from the Internet, whatever rule a load balancer would need.'
          priority: 4000
          direction: 'Inbound'
          access: 'Deny' // control: subnet-nsgs
          protocol: '*'
          source: 'Internet'
          destination: '*'
          port: '*'
        }
      ]
    }
    {
      name: 'nsg-shop-internal-lb'
      rules: [
        {
          name: 'deny-internet-inbound'
          why: 'Internal load balancers answer to the virtual network and what is joined to it.'
          priority: 4000
          direction: 'Inbound'
          access: 'Deny' // control: subnet-nsgs
          protocol: '*'
          source: 'Internet'
          destination: '*'
          port: '*'
        }
      ]
    }
    {
      name: 'nsg-shop-private-endpoints'
      rules: [
        {
          name: 'allow-https-from-vnet'
          why: 'Vault and registry speak HTTPS only.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: 'VirtualNetwork'
          destination: 'VirtualNetwork'
          port: '443'
        }
        {
          name: 'deny-all-inbound'
          why: 'Everything else is closed.'
          priority: 4096
          direction: 'Inbound'
          access: 'Deny' // control: subnet-nsgs
          protocol: '*'
          source: '*'
          destination: '*'
          port: '*'
        }
      ]
    }
    {
      name: 'nsg-shop-api-server'
      rules: [
        {
          name: 'allow-nodes'
          why: 'Nodes call the API server.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '10.40.0.0/26,10.40.0.64/26'
          destination: '10.40.255.176/28'
          port: '443,4443'
        }
        {
          name: 'allow-load-balancer'
          why: 'The load balancer in front of it asks whether it is well.'
          priority: 110
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: 'AzureLoadBalancer'
          destination: '10.40.255.176/28'
          port: '9988'
        }
        {
          name: 'deny-all-inbound'
          why: 'Everything else is closed.'
          priority: 4096
          direction: 'Inbound'
          access: 'Deny' // control: subnet-nsgs
          protocol: '*'
          source: '*'
          destination: '*'
          port: '*'
        }
      ]
    }
  ]
  pods: '10.244.0.0/16'
  services: '10.100.0.0/16'
  dnsService: '10.100.0.10'
  dataplane: 'cilium' // control: network-policy-engine
  policyEngine: 'cilium' // control: network-policy-engine
  natSku: 'StandardV2'
  defaultOutboundAccess: false // control: no-default-outbound
}

param cluster = {
  kubernetesVersion: '1.36' // control: supported-kubernetes
  tier: 'Standard' // control: paid-tier
  upgradeChannel: 'patch' // control: cluster-auto-upgrade
  nodeOsUpgradeChannel: 'NodeImage' // control: node-os-auto-upgrade
  imageCleanerHours: 48 // control: image-cleaner
  fileDriver: false // control: storage-drivers
  rotationInterval: '2m' // control: secret-rotation
  nodeResourceGroupLockdown: true // control: node-resource-group-lockdown
  azureRbac: true // control: azure-rbac
  localAccounts: false // control: no-local-accounts
  publicFqdn: false // control: no-public-fqdn
  runCommand: false // control: no-run-command
}

// The cluster is made with the first pool.
param pools = [
  {
    name: 'system'
    mode: 'System' // control: isolated-system-pool
    size: 'Standard_D4ds_v5'
    min: 3 // control: isolated-system-pool
    max: 5
    autoscaling: true // control: zones-and-autoscaling
    zones: ['1', '2', '3'] // control: zones-and-autoscaling
    subnet: 'snet-system'
    os: 'AzureLinux' // control: maintained-node-os
    trustedLaunch: true // control: trusted-launch
    sandboxed: false
    fips: false
    ssh: false // control: no-ssh-server
    podPids: 0
    logMB: 0
    hostEncryption: true // control: host-encryption
    ephemeralOsDisk: true // control: ephemeral-os-disks
    osDiskGB: 128
    maxPods: 50
    maxSurge: '33%' // control: safe-upgrades
    drainTimeoutMinutes: 30 // control: safe-upgrades
    soakMinutes: 5 // control: safe-upgrades
    taints: ['CriticalAddonsOnly=true:NoSchedule'] // control: isolated-system-pool
    labels: []
  }
  {
    name: 'user'
    mode: 'User' // control: isolated-system-pool
    size: 'Standard_D4ds_v5'
    min: 2 // control: isolated-system-pool
    max: 10
    autoscaling: true // control: zones-and-autoscaling
    zones: ['1', '2', '3'] // control: zones-and-autoscaling
    subnet: 'snet-user'
    os: 'AzureLinux' // control: maintained-node-os
    trustedLaunch: true // control: trusted-launch
    sandboxed: false
    fips: false
    ssh: false // control: no-ssh-server
    podPids: 0
    logMB: 0
    hostEncryption: true // control: host-encryption
    ephemeralOsDisk: true // control: ephemeral-os-disks
    osDiskGB: 128
    maxPods: 50
    maxSurge: '33%' // control: safe-upgrades
    drainTimeoutMinutes: 30 // control: safe-upgrades
    soakMinutes: 5 // control: safe-upgrades
    taints: [] // control: isolated-system-pool
    labels: []
  }
]

param maintenance = {
  day: 'Sunday' // control: maintenance-windows
  start: '02:00'
  hours: 6
  utcOffset: '+00:00'
}

param administrators = '599676d5-a2a9-5f6b-951a-3c1421c908ec' // control: entra-id

param breakGlass = '92164152-e0c0-5292-b873-69a2354a5b56' // control: roles-per-namespace

param teamGroups = [
  '259d3464-1835-5b21-9912-9d7e7d0162ae'
  'a9d17334-ced7-5355-8a4c-f45935103ae2'
  'da9d7565-4cef-540e-abc8-fa97899b51c9'
]

param teamGrants = [
  {
    groupId: '259d3464-1835-5b21-9912-9d7e7d0162ae'
    namespace: 'shop' // control: roles-per-namespace
    roleId: '3498e952-d568-435e-9b2c-8d77e338d7f7'
  }
  {
    groupId: 'da9d7565-4cef-540e-abc8-fa97899b51c9'
    namespace: 'shop' // control: roles-per-namespace
    roleId: '7f6c6a51-bcf8-42ba-9220-52d62157d7db'
  }
]

param policyEffect = 'Deny' // control: internal-load-balancers-only, no-public-ip-addresses

param vault = {
  sku: 'standard'
  retentionDays: 90 // control: key-vault-purge-protection
  purgeProtection: true // control: key-vault-purge-protection
  publicAccess: false // control: private-key-vault
  keys: ['message-signing']
}

param registry = {
  publicAccess: false // control: private-registry
  zoneRedundant: true
  export: false // control: no-image-export
  untaggedDays: 30 // control: untagged-images-go
}

param logs = {
  retentionDays: 90 // control: log-retention
  auditCategory: 'kube-audit-admin' // control: audit-logs
}

param alerts = {
  group: 'ag-shop'
  sender: 'shop'
  emails: [
    'shop-oncall@contoso.com' // control: break-glass-alert, weakening-alert
  ]
  breakGlass: 'alert-shop-break-glass'
  breakGlassQuery: 'AKSAuditAdmin | where tostring(User.groups) has "92164152-e0c0-5292-b873-69a2354a5b56" | project TimeGenerated, Who = tostring(User.username), Verb, RequestUri' // control: break-glass-alert
  weakening: 'alert-shop-weakening'
}

param workloads = [
  {
    workload: 'cloudflared'
    identity: 'id-shop-cloudflared' // control: one-identity-per-workload
    keys: []
  }
  {
    workload: 'frontend'
    identity: 'id-shop-frontend' // control: one-identity-per-workload
    keys: []
  }
  {
    workload: 'message'
    identity: 'id-shop-message' // control: one-identity-per-workload
    keys: ['message-signing']
  }
  {
    workload: 'redis'
    identity: 'id-shop-redis' // control: one-identity-per-workload
    keys: []
  }
  {
    workload: 'user'
    identity: 'id-shop-user' // control: one-identity-per-workload
    keys: []
  }
]

param credentials = [
  {
    identity: 'id-shop-cloudflared'
    name: 'fc-cloudflared'
    subject: 'system:serviceaccount:shop-cloudflared:cloudflared' // control: exact-federated-credentials
  }
  {
    identity: 'id-shop-frontend'
    name: 'fc-frontend'
    subject: 'system:serviceaccount:shop:frontend' // control: exact-federated-credentials
  }
  {
    identity: 'id-shop-message'
    name: 'fc-message'
    subject: 'system:serviceaccount:shop:message' // control: exact-federated-credentials
  }
  {
    identity: 'id-shop-redis'
    name: 'fc-redis'
    subject: 'system:serviceaccount:shop:redis' // control: exact-federated-credentials
  }
  {
    identity: 'id-shop-user'
    name: 'fc-user'
    subject: 'system:serviceaccount:shop:user' // control: exact-federated-credentials
  }
]

param pipelines = {
  issuer: 'https://token.actions.githubusercontent.com' // control: secretless-pipelines
  credential: 'fc-github'
  planSubject: 'repo:shop-team/clusters:environment:plan' // control: secretless-pipelines
  applySubject: 'repo:shop-team/clusters:environment:production' // control: secretless-pipelines
  planRole: {
    id: 'b83a72ee-d910-5ef7-9f44-a7eb20d97a08'
    name: 'aks-harden shop plan'
    actions: ['Microsoft.Authorization/roleAssignments/read', 'Microsoft.Authorization/roleDefinitions/read', 'Microsoft.ContainerService/locations/kubernetesVersions/read', 'Microsoft.KeyVault/locations/deletedVaults/read', 'Microsoft.Resources/deployments/read', 'Microsoft.Resources/deployments/validate/action', 'Microsoft.Resources/deployments/whatIf/action', 'Microsoft.Resources/subscriptions/read', 'Microsoft.Security/pricings/read']
  }
  applyRole: {
    id: 'a139df8c-6e5c-5fe5-990a-af60003ddb9d'
    name: 'aks-harden shop apply'
    actions: ['Microsoft.Authorization/permissions/read', 'Microsoft.Authorization/roleAssignments/read', 'Microsoft.Authorization/roleDefinitions/read', 'Microsoft.Compute/locations/usages/read', 'Microsoft.Compute/skus/read', 'Microsoft.ContainerRegistry/checkNameAvailability/read', 'Microsoft.ContainerService/locations/kubernetesVersions/read', 'Microsoft.Features/providers/features/read', 'Microsoft.KeyVault/checkNameAvailability/read', 'Microsoft.KeyVault/locations/deletedVaults/read', 'Microsoft.Network/locations/usages/read', 'Microsoft.Resources/deployments/read', 'Microsoft.Resources/deployments/validate/action', 'Microsoft.Resources/deployments/whatIf/action', 'Microsoft.Resources/deployments/write', 'Microsoft.Resources/providers/read', 'Microsoft.Resources/subscriptions/read', 'Microsoft.Security/pricings/read', 'Microsoft.Security/pricings/write']
  }
  condition: '(((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR ((@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {12338af0-0e69-4776-bea7-57ae8d297424, 4633458b-17de-408a-b874-0445c86b69e6, 4d97b98b-1d4f-4787-a291-c67834d212e7, 7efff54f-a5b4-42b5-a1c5-5411624893ce, 7f951dda-4ed3-4680-a7ca-43fe172d538d, b12aa53e-6015-4669-85d0-8515ebb3ae7f, f1a07417-d97a-45cb-824c-7a7467783830} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {\'ServicePrincipal\'}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {3498e952-d568-435e-9b2c-8d77e338d7f7, 4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {259d3464-1835-5b21-9912-9d7e7d0162ae}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {599676d5-a2a9-5f6b-951a-3c1421c908ec}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {92164152-e0c0-5292-b873-69a2354a5b56}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {a9d17334-ced7-5355-8a4c-f45935103ae2}) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, 7f6c6a51-bcf8-42ba-9220-52d62157d7db} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {da9d7565-4cef-540e-abc8-fa97899b51c9}))) AND ((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/delete\'})) OR ((@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {12338af0-0e69-4776-bea7-57ae8d297424, 4633458b-17de-408a-b874-0445c86b69e6, 4d97b98b-1d4f-4787-a291-c67834d212e7, 7efff54f-a5b4-42b5-a1c5-5411624893ce, 7f951dda-4ed3-4680-a7ca-43fe172d538d, b12aa53e-6015-4669-85d0-8515ebb3ae7f, f1a07417-d97a-45cb-824c-7a7467783830} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {\'ServicePrincipal\'}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {3498e952-d568-435e-9b2c-8d77e338d7f7, 4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {259d3464-1835-5b21-9912-9d7e7d0162ae}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {599676d5-a2a9-5f6b-951a-3c1421c908ec}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {92164152-e0c0-5292-b873-69a2354a5b56}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {a9d17334-ced7-5355-8a4c-f45935103ae2}) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {4abbcc35-e782-43d8-92c5-2d3f1bd2253f, 7f6c6a51-bcf8-42ba-9220-52d62157d7db} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {da9d7565-4cef-540e-abc8-fa97899b51c9}))))' // control: secretless-pipelines
}
