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
    snapshots: 'rg-floor-snapshots'
    nodes: 'rg-floor-nodes'
  }
  virtualNetwork: 'vnet-floor'
  subnets: {
    privateEndpoints: 'snet-private-endpoints'
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
  subnets: [
    {
      name: 'snet-system'
      range: '10.60.0.0/26'
      securityGroup: 'nsg-floor-nodes' // control: subnet-nsgs
      wayOut: true
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-user'
      range: '10.60.0.64/26'
      securityGroup: 'nsg-floor-nodes' // control: subnet-nsgs
      wayOut: true
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-internal-lb'
      range: '10.60.15.224/27'
      securityGroup: 'nsg-floor-internal-lb' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-private-endpoints'
      range: '10.60.15.192/27'
      securityGroup: 'nsg-floor-private-endpoints' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
  ]
  securityGroups: [
    {
      name: 'nsg-floor-nodes'
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
      name: 'nsg-floor-internal-lb'
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
      name: 'nsg-floor-private-endpoints'
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
  ]
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
  fileDriver: false
  rotationInterval: '2m' // control: secret-rotation
  nodeResourceGroupLockdown: false
  azureRbac: true // control: azure-rbac
  localAccounts: false // control: no-local-accounts
  privateDnsZone: 'system'
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
    ssh: true
    podPids: 0
    logMB: 0
    hostEncryption: false
    ephemeralOsDisk: true // control: ephemeral-os-disks
    osDiskGB: 128
    maxPods: 50
    maxSurge: '33%'
    drainTimeoutMinutes: 30
    soakMinutes: 1
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
    ssh: true
    podPids: 0
    logMB: 0
    hostEncryption: false
    ephemeralOsDisk: true // control: ephemeral-os-disks
    osDiskGB: 128
    maxPods: 50
    maxSurge: '33%'
    drainTimeoutMinutes: 30
    soakMinutes: 1
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
  export: false
  untaggedDays: 30
}

param logs = {
  retentionDays: 30
  auditCategory: 'kube-audit-admin' // control: audit-logs
}
