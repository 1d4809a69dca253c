// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// All values. What is made of them stands in main.bicep and modules/. To see what would change, then to deploy:
//   az deployment sub what-if --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location northeurope --parameters main.bicepparam
//   az deployment sub create --subscription a11b702f-32ad-5b83-ae8a-31ba2d77b7ec --location northeurope --parameters main.bicepparam
using './main.bicep'

param location = 'northeurope'

param tags = {
  environment: 'production'
}

param names = {
  groups: {
    network: 'rg-portal-network'
    cluster: 'rg-portal-cluster'
    security: 'rg-portal-security'
    egress: 'rg-portal-egress'
    snapshots: 'rg-portal-snapshots'
    nodes: 'rg-portal-nodes'
  }
  virtualNetwork: 'vnet-portal'
  subnets: {
    privateEndpoints: 'snet-private-endpoints'
    apiServer: 'snet-api-server' // control: vnet-integration
  }
  routeTable: 'rt-portal'
  firewall: 'fw-portal'
  firewallAddress: 'pip-portal-firewall'
  firewallPolicy: 'fwp-portal'
  cluster: 'portal'
  identities: {
    cluster: 'id-portal-cluster'
    kubelet: 'id-portal-kubelet'
  }
  workspace: 'log-portal'
  vault: 'kv-portal-6c9fad'
  registry: 'acrportal6c9fad'
  zones: {
    vault: 'privatelink.vaultcore.azure.net'
    registry: 'privatelink.azurecr.io'
  }
  zoneLink: 'link-portal'
  apiServerZone: {
    subscription: 'a11b702f-32ad-5b83-ae8a-31ba2d77b7ec'
    group: 'rg-portal-network'
    name: 'private.northeurope.azmk8s.io' // control: own-dns-zone
  }
  endpoints: {
    vault: 'pe-portal-vault'
    registry: 'pe-portal-registry'
  }
  diagnostics: 'to-log-analytics'
  policies: {
    internalLoadBalancers: 'portal-internal-load-balancers'
    publicAddresses: 'portal-no-public-ips'
  }
}

param network = {
  addressSpace: '10.40.0.0/16'
  subnets: [
    {
      name: 'snet-system'
      range: '10.40.0.0/26'
      securityGroup: 'nsg-portal-nodes' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-user'
      range: '10.40.0.64/26'
      securityGroup: 'nsg-portal-nodes' // control: subnet-nsgs
      wayOut: true // control: owned-egress
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-internal-lb'
      range: '10.40.255.224/27'
      securityGroup: 'nsg-portal-internal-lb' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: true // control: user-assigned-identities
    }
    {
      name: 'snet-private-endpoints'
      range: '10.40.255.192/27'
      securityGroup: 'nsg-portal-private-endpoints' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
    {
      name: 'snet-api-server'
      range: '10.40.255.176/28'
      securityGroup: 'nsg-portal-api-server' // control: subnet-nsgs
      wayOut: false
      delegation: 'Microsoft.ContainerService/managedClusters'
      joined: true // control: user-assigned-identities
    }
    {
      name: 'AzureFirewallSubnet'
      range: '10.40.255.0/26'
      securityGroup: '' // control: subnet-nsgs
      wayOut: false
      delegation: ''
      joined: false
    }
  ]
  securityGroups: [
    {
      name: 'nsg-portal-nodes'
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
      name: 'nsg-portal-internal-lb'
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
      name: 'nsg-portal-private-endpoints'
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
      name: 'nsg-portal-api-server'
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
  dnsServers: ['10.40.255.4']
  pods: '10.244.0.0/16'
  services: '10.100.0.0/16'
  dnsService: '10.100.0.10'
  dataplane: 'cilium' // control: network-policy-engine
  policyEngine: 'cilium' // control: network-policy-engine
  acnsPolicies: 'FQDN' // control: egress-by-name
  transitEncryption: 'None'
  nextHop: '10.40.255.4' // control: owned-egress
  defaultOutboundAccess: false // control: no-default-outbound
}

// What the firewall lets out, and nothing else. Pods leave the nodes with the nodes' addresses.
param firewall = {
  tier: 'Standard'
  zones: ['1', '2', '3']
  nameServers: []
  sources: ['10.40.0.0/26', '10.40.0.64/26']
  groups: [
    {
      name: 'platform'
      priority: 200
      addresses: [
        // the tunnel's edge
        {
          name: 'cloudflare-tunnel' // control: firewall-allow-list
          protocols: ['TCP', 'UDP']
          hosts: ['region1.v2.argotunnel.com', 'region2.v2.argotunnel.com']
          ranges: []
          ports: ['7844']
        }
      ]
      names: [
        // the nodes themselves
        {
          name: 'aks' // control: firewall-allow-list
          protocols: [
            { protocolType: 'Https', port: 443 }
            { protocolType: 'Http', port: 80 }
          ]
          tags: ['AzureKubernetesService']
          names: []
        }
        // the Azure Policy add-on
        {
          name: 'azure-policy' // control: firewall-allow-list
          protocols: [
            { protocolType: 'Https', port: 443 }
          ]
          tags: []
          names: ['data.policy.core.windows.net', 'dc.services.visualstudio.com', 'store.policy.core.windows.net']
        }
        // Defender's sensor
        {
          name: 'defender' // control: firewall-allow-list
          protocols: [
            { protocolType: 'Https', port: 443 }
          ]
          tags: []
          names: ['*.cloud.defender.microsoft.com', '*.ods.opinsights.azure.com', '*.oms.opinsights.azure.com']
        }
        // identities of workloads
        {
          name: 'workload-identity' // control: firewall-allow-list
          protocols: [
            { protocolType: 'Https', port: 443 }
          ]
          tags: []
          names: ['login.microsoftonline.com']
        }
      ]
    }
    {
      name: 'workloads'
      priority: 300
      addresses: [
        // billing
        {
          name: 'to-smtp.sendgrid.net-tcp-587' // control: firewall-allow-list
          protocols: ['TCP']
          hosts: ['smtp.sendgrid.net']
          ranges: []
          ports: ['587']
        }
      ]
      names: [
        // billing
        {
          name: 'to-api.stripe.com-https-443' // control: firewall-allow-list
          protocols: [
            { protocolType: 'Https', port: 443 }
          ]
          tags: []
          names: ['api.stripe.com']
        }
      ]
    }
  ]
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
  cache: [
    { name: 'cache-registry-k8s-io', source: 'registry.k8s.io/*', target: 'registry-k8s-io/*' }
  ]
}

param logs = {
  retentionDays: 90 // control: log-retention
  auditCategory: 'kube-audit-admin' // control: audit-logs
}

param workloads = [
  {
    workload: 'billing'
    identity: 'id-portal-billing' // control: one-identity-per-workload
  }
  {
    workload: 'cloudflared'
    identity: 'id-portal-cloudflared' // control: one-identity-per-workload
  }
  {
    workload: 'portal'
    identity: 'id-portal-portal' // control: one-identity-per-workload
  }
]

param credentials = [
  {
    identity: 'id-portal-billing'
    name: 'fc-billing'
    subject: 'system:serviceaccount:portal:billing' // control: exact-federated-credentials
  }
  {
    identity: 'id-portal-cloudflared'
    name: 'fc-cloudflared'
    subject: 'system:serviceaccount:portal-cloudflared:cloudflared' // control: exact-federated-credentials
  }
  {
    identity: 'id-portal-portal'
    name: 'fc-portal'
    subject: 'system:serviceaccount:portal:portal' // control: exact-federated-credentials
  }
]
