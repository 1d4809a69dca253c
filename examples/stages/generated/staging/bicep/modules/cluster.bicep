// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment staging
// The cluster with its first pool; the other pools, the maintenance windows and the logs are resources of their own.

metadata description = 'Managed cluster with its pools, maintenance windows and logs.'

import {
  clusterSettings
  maintenanceSettings
  networkSettings
  poolSettings
  resourceNames
  tagMap
} from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Names of all resources.')
param names resourceNames

@description('Settings of the cluster.')
param cluster clusterSettings

@description('Address ranges.')
param network networkSettings

@description('Node pools; the cluster is made with the first.')
param pools poolSettings[]

@description('When AKS may upgrade.')
param maintenance maintenanceSettings

@description('Where the name of the API server stands: system, none, or the id of a zone.')
param privateDnsZone string

@description('Resource id of the subnet of the API server.')
param apiServerSubnetId string

@description('Audit log of the API server: with or without reads.')
param auditCategory 'kube-audit-admin' | 'kube-audit'

@description('Resource id of the virtual network.')
param virtualNetworkId string

@description('Resource id of the workspace that takes logs and findings.')
param workspaceId string

// The properties of each pool. Where the autoscaler runs, the number of nodes is left to it: deploying again does not reset it.
var poolProperties = [
  for pool in pools: {
    mode: pool.mode // control: isolated-system-pool
    type: 'VirtualMachineScaleSets'
    vmSize: pool.size
    count: pool.autoscaling ? null : pool.min
    minCount: pool.autoscaling ? pool.min : null
    maxCount: pool.autoscaling ? pool.max : null
    enableAutoScaling: pool.autoscaling // control: zones-and-autoscaling
    availabilityZones: pool.zones // control: zones-and-autoscaling
    vnetSubnetID: '${virtualNetworkId}/subnets/${pool.subnet}'
    enableNodePublicIP: false // control: no-node-public-ips
    osType: 'Linux'
    osSKU: pool.os // control: maintained-node-os
    osDiskType: pool.ephemeralOsDisk ? 'Ephemeral' : 'Managed' // control: ephemeral-os-disks
    osDiskSizeGB: pool.osDiskGB
    maxPods: pool.maxPods
    enableEncryptionAtHost: pool.hostEncryption // control: host-encryption
    securityProfile: {
      enableSecureBoot: pool.trustedLaunch // control: trusted-launch
      enableVTPM: pool.trustedLaunch // control: trusted-launch
      sshAccess: pool.ssh ? 'LocalUser' : 'Disabled' // control: no-ssh-server
    }
    enableFIPS: pool.fips
    workloadRuntime: pool.sandboxed ? 'KataVmIsolation' : 'OCIContainer'
    kubeletConfig: pool.podPids > 0 || pool.logMB > 0
      ? {
          podMaxPids: pool.podPids > 0 ? pool.podPids : null
          containerLogMaxSizeMB: pool.logMB > 0 ? pool.logMB : null
        }
      : null
    upgradeSettings: {
      maxSurge: pool.maxSurge // control: safe-upgrades
      drainTimeoutInMinutes: pool.drainTimeoutMinutes // control: safe-upgrades
      nodeSoakDurationInMinutes: pool.soakMinutes // control: safe-upgrades
    }
    nodeTaints: pool.taints // control: isolated-system-pool
    nodeLabels: toObject(pool.labels, label => split(label, '=')[0], label => split(label, '=')[1])
  }
]

// The settings of an add-on are strings, whatever they mean.
var on = 'true'

var logCategories = [
  auditCategory // control: audit-logs
  'guard' // control: audit-logs
  'kube-apiserver'
  'kube-controller-manager'
  'kube-scheduler'
  'cluster-autoscaler'
  'cloud-controller-manager'
  'csi-azuredisk-controller'
  'csi-snapshot-controller'
]

resource clusterIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: names.identities.cluster
}

resource kubeletIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: names.identities.kubelet
}

resource managedCluster 'Microsoft.ContainerService/managedClusters@2026-06-01' = {
  name: names.cluster
  location: location
  tags: tags
  sku: {
    name: 'Base'
    tier: cluster.tier // control: paid-tier
  }
  identity: {
    type: 'UserAssigned' // control: user-assigned-identities
    userAssignedIdentities: {
      '${clusterIdentity.id}': {}
    }
  }
  properties: {
    kubernetesVersion: cluster.kubernetesVersion // control: supported-kubernetes
    supportPlan: 'KubernetesOfficial' // control: supported-kubernetes
    fqdnSubdomain: names.cluster // control: own-dns-zone
    nodeResourceGroup: names.groups.nodes
    nodeResourceGroupProfile: {
      restrictionLevel: cluster.nodeResourceGroupLockdown ? 'ReadOnly' : 'Unrestricted' // control: node-resource-group-lockdown
    }
    enableRBAC: true // control: entra-id
    disableLocalAccounts: !cluster.localAccounts // control: no-local-accounts
    aadProfile: {
      managed: true // control: entra-id
      enableAzureRBAC: cluster.azureRbac // control: azure-rbac
      tenantID: tenant().tenantId
    }
    apiServerAccessProfile: {
      enablePrivateCluster: true // control: private-cluster
      enableVnetIntegration: true // control: vnet-integration
      subnetId: apiServerSubnetId // control: vnet-integration
      enablePrivateClusterPublicFQDN: cluster.publicFqdn // control: no-public-fqdn
      privateDNSZone: privateDnsZone // control: own-dns-zone
      disableRunCommand: !cluster.runCommand // control: no-run-command
    }
    identityProfile: {
      kubeletidentity: {
        resourceId: kubeletIdentity.id // control: user-assigned-identities
        clientId: kubeletIdentity.properties.clientId
        objectId: kubeletIdentity.properties.principalId
      }
    }
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkDataplane: network.dataplane // control: network-policy-engine
      networkPolicy: network.policyEngine // control: network-policy-engine
      podCidr: network.pods
      serviceCidr: network.services
      dnsServiceIP: network.dnsService
      loadBalancerSku: 'standard'
      outboundType: 'userAssignedNATGateway' // control: owned-egress
    }
    bootstrapProfile: {
      artifactSource: 'Direct'
    }
    // No linuxProfile: AKS makes an SSH key for the nodes and throws it away. // control: no-ssh-key
    // Pods have no identity but the one of their service account: AAD Pod Identity stays off. // control: no-pod-identity
    oidcIssuerProfile: { enabled: true } // control: workload-identity
    securityProfile: {
      workloadIdentity: { enabled: true } // control: workload-identity
      imageCleaner: {
        enabled: true // control: image-cleaner
        intervalHours: cluster.imageCleanerHours
      }
      defender: {
        logAnalyticsWorkspaceResourceId: workspaceId
        securityMonitoring: { enabled: true } // control: defender-sensor
      }
    }
    addonProfiles: {
      azurepolicy: { enabled: true } // control: azure-policy-addon
      azureKeyvaultSecretsProvider: {
        enabled: true
        config: {
          enableSecretRotation: on // control: secret-rotation
          rotationPollInterval: cluster.rotationInterval
        }
      }
    }
    // No driver for volumes that nobody has.
    storageProfile: {
      diskCSIDriver: { enabled: true }
      fileCSIDriver: { enabled: cluster.fileDriver } // control: storage-drivers
      blobCSIDriver: { enabled: false } // control: storage-drivers
      snapshotController: { enabled: true }
    }
    autoUpgradeProfile: {
      upgradeChannel: cluster.upgradeChannel // control: cluster-auto-upgrade
      nodeOSUpgradeChannel: cluster.nodeOsUpgradeChannel // control: node-os-auto-upgrade
    }
    agentPoolProfiles: [
      {
        name: pools[0].name
        ...poolProperties[0]
      }
    ]
  }
}

// One after the other: AKS refuses two changes of a cluster at a time.
@batchSize(1)
resource otherPools 'Microsoft.ContainerService/managedClusters/agentPools@2026-06-01' = [
  for (pool, i) in skip(pools, 1): {
    parent: managedCluster
    name: pool.name
    properties: {
      ...poolProperties[i + 1]
      tags: tags
    }
  }
]

var windows = [
  'default' // what AKS does of its own accord
  'aksManagedAutoUpgradeSchedule' // control: maintenance-windows
  'aksManagedNodeOSUpgradeSchedule' // control: maintenance-windows
]

// One after the other, and after the pools: AKS refuses two changes of a cluster at a time.
@batchSize(1)
resource maintenanceWindows 'Microsoft.ContainerService/managedClusters/maintenanceConfigurations@2026-06-01' = [
  for window in windows: {
    parent: managedCluster
    name: window
    properties: {
      maintenanceWindow: {
        schedule: {
          weekly: {
            intervalWeeks: 1
            dayOfWeek: maintenance.day // control: maintenance-windows
          }
        }
        startTime: maintenance.start
        durationHours: maintenance.hours
        utcOffset: maintenance.utcOffset
      }
    }
    dependsOn: [otherPools]
  }
]

#disable-next-line use-recent-api-versions // No later version; the older one has no tables of their own for the categories.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: managedCluster
  name: names.diagnostics
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated' // control: audit-logs
    logs: [
      for category in logCategories: {
        category: category
        enabled: true
      }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the cluster.')
output clusterId string = managedCluster.id

@description('Name of the API server.')
output apiServer string = managedCluster.properties.privateFQDN

@description('Issuer of the tokens of service accounts.')
output oidcIssuer string = managedCluster.properties.oidcIssuerProfile.issuerURL
