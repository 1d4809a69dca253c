// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// All values. What is made of them stands in main.bicep and modules/. To see what would change, then to deploy:
//   az deployment sub what-if --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location northeurope --parameters main.bicepparam
//   az deployment sub create --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location northeurope --parameters main.bicepparam
using './main.bicep'

param location = 'northeurope'

param tags = {}

param names = {
  groups: {
    network: 'rg-floor-network'
    cluster: 'rg-floor-cluster'
    security: 'rg-floor-security'
    nodes: 'rg-floor-nodes'
  }
  virtualNetwork: 'vnet-floor'
  subnets: {
    system: 'snet-system'
    user: 'snet-user'
    internalLoadBalancers: 'snet-internal-lb'
    privateEndpoints: 'snet-private-endpoints'
  }
  securityGroups: {
    nodes: 'nsg-floor-nodes'
    internalLoadBalancers: 'nsg-floor-internal-lb'
    privateEndpoints: 'nsg-floor-private-endpoints'
  }
  routeTable: 'rt-floor'
  cluster: 'floor'
  identities: {
    cluster: 'id-floor-cluster'
    kubelet: 'id-floor-kubelet'
  }
  workspace: 'log-floor'
  vault: 'kv-floor-f341d8'
  registry: 'acrfloorf341d8'
  zones: {
    vault: 'privatelink.vaultcore.azure.net'
    registry: 'privatelink.azurecr.io'
  }
  zoneLink: 'link-floor'
  endpoints: {
    vault: 'pe-floor-vault'
    registry: 'pe-floor-registry'
  }
  diagnostics: 'to-log-analytics'
  policies: {
    internalLoadBalancers: 'floor-internal-load-balancers'
    publicAddresses: 'floor-no-public-ips'
  }
}

param network = {
  addressSpace: '10.60.0.0/20'
  subnets: {
    system: '10.60.1.0/26'
    user: '10.60.2.0/24'
    internalLoadBalancers: '10.60.3.0/27'
    privateEndpoints: '10.60.3.32/27'
  }
  pods: '10.244.0.0/16'
  services: '10.100.0.0/16'
  dnsService: '10.100.0.10'
  dataplane: 'cilium' // control: network-policy-engine
  policyEngine: 'cilium' // control: network-policy-engine
  nextHop: '10.60.15.4'
  defaultOutboundAccess: false // control: no-default-outbound
}

param cluster = {
  kubernetesVersion: '1.36' // control: supported-kubernetes
  tier: 'Standard' // control: paid-tier
  upgradeChannel: 'patch' // control: cluster-auto-upgrade
  nodeOsUpgradeChannel: 'NodeImage' // control: node-os-auto-upgrade
  imageCleanerHours: 48 // control: image-cleaner
  rotationInterval: '2m' // control: secret-rotation
  nodeResourceGroupLockdown: false
  azureRbac: true // control: azure-rbac
  localAccounts: false // control: no-local-accounts
  publicFqdn: false // control: no-public-fqdn
  runCommand: false // control: no-run-command
}

param nodes = {
  os: 'AzureLinux' // control: maintained-node-os
  trustedLaunch: true // control: trusted-launch
  hostEncryption: false
  ephemeralOsDisk: true // control: ephemeral-os-disks
  osDiskGB: 128
  maxPods: 50
  maxSurge: '33%'
  drainTimeoutMinutes: 30
  soakMinutes: 1
  systemPoolTainted: true // control: isolated-system-pool
  systemPool: {
    size: 'Standard_D4ds_v5'
    min: 3 // control: isolated-system-pool
    max: 5
    zones: ['1', '2', '3'] // control: zones-and-autoscaling
  }
  userPool: {
    size: 'Standard_D4ds_v5'
    min: 2 // control: isolated-system-pool
    max: 10
    zones: ['1', '2', '3'] // control: zones-and-autoscaling
  }
}

param maintenance = {
  day: 'Sunday' // control: maintenance-windows
  start: '02:00'
  hours: 6
  utcOffset: '+00:00'
}

param administrators = '599676d5-a2a9-5f6b-951a-3c1421c908ec' // control: entra-id

param policyEffect = 'Deny' // control: internal-load-balancers-only, no-public-ip-addresses

param vault = {
  sku: 'standard'
  retentionDays: 90 // control: key-vault-purge-protection
  purgeProtection: true // control: key-vault-purge-protection
  publicAccess: false // control: private-key-vault
}

param registry = {
  publicAccess: false // control: private-registry
  zoneRedundant: true
}

param logs = {
  retentionDays: 30
  auditCategory: 'kube-audit-admin' // control: audit-logs
}
