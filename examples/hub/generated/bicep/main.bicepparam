// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// All values. What is made of them stands in main.bicep and modules/. To see what would change, then to deploy:
//   az deployment sub what-if --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location westeurope --parameters main.bicepparam
//   az deployment sub create --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location westeurope --parameters main.bicepparam
using './main.bicep'

param location = 'westeurope'

param tags = {}

param names = {
  groups: {
    network: 'rg-spoke-network'
    cluster: 'rg-spoke-cluster'
    security: 'rg-spoke-security'
    egress: 'rg-spoke-egress'
    snapshots: 'rg-spoke-snapshots'
    nodes: 'rg-spoke-nodes'
  }
  virtualNetwork: 'vnet-spoke'
  subnets: {
    privateEndpoints: 'snet-private-endpoints'
    apiServer: 'snet-api-server' // control: vnet-integration
    bastion: 'AzureBastionSubnet'
    jumpHost: 'snet-jump-host'
  }
  natGateway: 'ng-spoke'
  publicAddress: 'pip-spoke-egress'
  cluster: 'spoke'
  identities: {
    cluster: 'id-spoke-cluster'
    kubelet: 'id-spoke-kubelet'
  }
  workspace: 'log-spoke'
  vault: 'kv-spoke-067206'
  registry: 'acrspoke067206'
  zones: {
    vault: 'privatelink.vaultcore.azure.net'
    registry: 'privatelink.azurecr.io'
  }
  zoneLink: 'link-spoke'
  apiServerZone: {
    subscription: 'a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
    group: 'rg-spoke-network'
    name: 'private.westeurope.azmk8s.io' // control: own-dns-zone
  }
  endpoints: {
    vault: 'pe-spoke-vault'
    registry: 'pe-spoke-registry'
  }
  bastion: {
    host: 'bas-spoke'
    address: 'pip-spoke-bastion'
    jumpHost: 'vm-spoke-jump'
    interface: 'nic-spoke-jump'
  }
  diagnostics: 'to-log-analytics'
  policies: {
    internalLoadBalancers: 'spoke-internal-load-balancers'
    publicAddresses: 'spoke-no-public-ips'
  }
}

param network = {
  addressSpace: '10.70.0.0/16'
  subnets: [
    {
      name: 'snet-system'
      range: '10.70.0.0/26'
      securityGroup: 'nsg-spoke-nodes' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-user'
      range: '10.70.0.64/26'
      securityGroup: 'nsg-spoke-nodes' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-internal-lb'
      range: '10.70.255.224/27'
      securityGroup: 'nsg-spoke-internal-lb' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-private-endpoints'
      range: '10.70.255.192/27'
      securityGroup: 'nsg-spoke-private-endpoints' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
    {
      name: 'snet-api-server'
      range: '10.70.255.176/28'
      securityGroup: 'nsg-spoke-api-server' // control: subnet-nsgs
      wayOut: false
      delegation: 'Microsoft.ContainerService/managedClusters'
      joined: true // control: user-assigned-identities
    }
    {
      name: 'AzureBastionSubnet'
      range: '10.70.255.64/26'
      securityGroup: 'nsg-spoke-bastion' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
    {
      name: 'snet-jump-host'
      range: '10.70.255.160/28'
      securityGroup: 'nsg-spoke-jump-host' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: false
    }
    {
      name: 'snet-ci-runner'
      range: '10.70.255.128/27'
      securityGroup: 'nsg-spoke-runner' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: false
    }
  ]
  securityGroups: [
    {
      name: 'nsg-spoke-nodes'
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
      name: 'nsg-spoke-internal-lb'
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
      name: 'nsg-spoke-private-endpoints'
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
      name: 'nsg-spoke-api-server'
      rules: [
        {
          name: 'allow-nodes'
          why: 'Nodes call the API server.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '10.70.0.0/26,10.70.0.64/26'
          destination: '10.70.255.176/28'
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
          destination: '10.70.255.176/28'
          port: '9988'
        }
        {
          name: 'allow-people'
          why: 'The ways in that the plan has.'
          priority: 120
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '10.70.255.128/27,10.70.255.160/28'
          destination: '10.70.255.176/28'
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
      name: 'nsg-spoke-bastion'
      rules: [
        {
          name: 'allow-people'
          why: 'People call Bastion, which asks Entra ID who they are.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '20.31.7.0/24,51.124.90.17/32'
          destination: '*'
          port: '443'
        }
        {
          name: 'allow-gateway-manager'
          why: 'Azure manages Bastion.'
          priority: 110
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: 'GatewayManager'
          destination: '*'
          port: '443'
        }
        {
          name: 'allow-load-balancer'
          why: 'Azure asks whether it is well.'
          priority: 120
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: 'AzureLoadBalancer'
          destination: '*'
          port: '443'
        }
        {
          name: 'allow-bastion-inbound'
          why: 'Bastion\'s machines talk to each other.'
          priority: 130
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: '*'
          source: 'VirtualNetwork'
          destination: 'VirtualNetwork'
          port: '5701,8080'
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
        {
          name: 'allow-sessions'
          why: 'Sessions go to machines in the network.'
          priority: 100
          direction: 'Outbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '*'
          destination: 'VirtualNetwork'
          port: '22,3389'
        }
        {
          name: 'allow-azure'
          why: 'Bastion reports to Azure.'
          priority: 110
          direction: 'Outbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '*'
          destination: 'AzureCloud'
          port: '443'
        }
        {
          name: 'allow-bastion-outbound'
          why: 'Bastion\'s machines talk to each other.'
          priority: 120
          direction: 'Outbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: '*'
          source: 'VirtualNetwork'
          destination: 'VirtualNetwork'
          port: '5701,8080'
        }
        {
          name: 'allow-certificates'
          why: 'Certificates are looked up.'
          priority: 130
          direction: 'Outbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: '*'
          source: '*'
          destination: 'Internet'
          port: '80'
        }
        {
          name: 'deny-all-outbound'
          why: 'Everything else is closed.'
          priority: 4096
          direction: 'Outbound'
          access: 'Deny' // control: subnet-nsgs
          protocol: '*'
          source: '*'
          destination: '*'
          port: '*'
        }
      ]
    }
    {
      name: 'nsg-spoke-jump-host'
      rules: [
        {
          name: 'allow-ssh-from-bastion'
          why: 'People come through Bastion.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow' // control: subnet-nsgs
          protocol: 'Tcp'
          source: '10.70.255.64/26'
          destination: '10.70.255.160/28'
          port: '22'
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
      name: 'nsg-spoke-runner'
      rules: [
        {
          name: 'deny-all-inbound'
          why: 'A runner calls; nobody calls it.'
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
  dnsServers: ['10.0.0.68', '10.0.0.69']
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

param bastionSku = 'Standard'

param jumpHost = {
  size: 'Standard_D2ads_v5'
  image: {
    publisher: 'Canonical'
    offer: 'ubuntu-24_04-lts'
    sku: 'server'
    version: 'latest'
  }
  account: 'unreachable'
  // Azure wants a key. This one is the SHA-256 of aks-harden: nobody has the private half of this key, 0: no private half of it exists.
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO6dUBccBIM4yCSiA/WLDGy1ksnEOWKTkeHPSKYhKotn' // control: jump-host
}

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
  export: false // control: no-image-export
  untaggedDays: 30 // control: untagged-images-go
}

param logs = {
  retentionDays: 90 // control: log-retention
  auditCategory: 'kube-audit-admin' // control: audit-logs
}
