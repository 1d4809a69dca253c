// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Controls that are off on purpose, and have no line here that could say so:
// exception: one-identity-per-workload until 2027-03-31: The seller's portal and ledger are moved to identities of their own with their next release. (platform-team)
// All values. What is made of them stands in main.bicep and modules/. To see what would change, then to deploy:
//   az deployment sub what-if --subscription 96ab3093-65ff-5ad5-9663-32f88662b1ce --location northeurope --parameters main.bicepparam
//   az deployment sub create --subscription 96ab3093-65ff-5ad5-9663-32f88662b1ce --location northeurope --parameters main.bicepparam
using './main.bicep'

param location = 'northeurope'

param tags = {}

param names = {
  groups: {
    network: 'rg-takeover-network'
    cluster: 'rg-takeover-cluster'
    security: 'rg-takeover-security'
    egress: 'rg-takeover-egress'
    snapshots: 'rg-takeover-snapshots'
    nodes: 'rg-takeover-nodes'
  }
  virtualNetwork: 'vnet-takeover'
  subnets: {
    privateEndpoints: 'snet-private-endpoints'
  }
  natGateway: 'ng-takeover'
  publicAddress: 'pip-takeover-egress'
  cluster: 'takeover'
  identities: {
    cluster: 'id-takeover-cluster'
    kubelet: 'id-takeover-kubelet'
  }
  workspace: 'log-takeover'
  vault: 'kv-takeover-140dec'
  registry: 'acrtakeover140dec'
  zones: {
    vault: 'privatelink.vaultcore.azure.net'
    registry: 'privatelink.azurecr.io'
  }
  zoneLink: 'link-takeover'
  endpoints: {
    vault: 'pe-takeover-vault'
    registry: 'pe-takeover-registry'
  }
  diagnostics: 'to-log-analytics'
  policies: {
    internalLoadBalancers: 'takeover-internal-load-balancers'
    publicAddresses: 'takeover-no-public-ips'
  }
}

param network = {
  addressSpace: '10.40.0.0/16'
  subnets: [
    {
      name: 'snet-system'
      range: '10.40.0.0/26'
      securityGroup: 'nsg-takeover-nodes' // control: subnet-nsgs
      wayOut: true
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-user'
      range: '10.40.0.64/26'
      securityGroup: 'nsg-takeover-nodes' // control: subnet-nsgs
      wayOut: true
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-internal-lb'
      range: '10.40.255.224/27'
      securityGroup: 'nsg-takeover-internal-lb' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-private-endpoints'
      range: '10.40.255.192/27'
      securityGroup: 'nsg-takeover-private-endpoints' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
  ]
  securityGroups: [
    {
      name: 'nsg-takeover-nodes'
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
      name: 'nsg-takeover-internal-lb'
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
      name: 'nsg-takeover-private-endpoints'
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
  natSku: 'StandardV2'
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

param administrators = 'c6b96e88-e513-5305-b1ff-a24023483b4a' // control: entra-id

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

param diskAccess = {
  name: 'da-takeover' // exception: deny-disk-export until 2027-03-31: The seller's backup downloads disks; it is replaced together with its portal. (platform-team)
  endpoint: 'pe-takeover-disks'
  zone: 'privatelink.blob.core.windows.net'
}

param logs = {
  retentionDays: 30
  auditCategory: 'kube-audit-admin' // control: audit-logs
}
