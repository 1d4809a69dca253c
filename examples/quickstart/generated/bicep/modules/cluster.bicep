// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The cluster with its system pool; the user pool, the maintenance windows and the logs are resources of their own.

metadata description = 'Managed cluster with its pools, maintenance windows and logs.'

import {
  clusterSettings
  maintenanceSettings
  networkSettings
  nodeSettings
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

@description('Nodes and their pools.')
param nodes nodeSettings

@description('When AKS may upgrade.')
param maintenance maintenanceSettings

@description('Audit log of the API server: with or without reads.')
param auditCategory 'kube-audit-admin' | 'kube-audit'

@description('Resource id of the subnet of the system pool.')
param systemSubnetId string

@description('Resource id of the subnet of the user pool.')
param userSubnetId string

@description('Resource id of the workspace that takes logs and findings.')
param workspaceId string

// What both pools have in common. The number of nodes is left to the autoscaler: deploying again does not reset it.
var everyPool = {
  type: 'VirtualMachineScaleSets'
  osType: 'Linux'
  osSKU: nodes.os // control: maintained-node-os
  osDiskType: nodes.ephemeralOsDisk ? 'Ephemeral' : 'Managed' // control: ephemeral-os-disks
  osDiskSizeGB: nodes.osDiskGB
  maxPods: nodes.maxPods
  enableAutoScaling: true // control: zones-and-autoscaling
  enableNodePublicIP: false // control: no-node-public-ips
  enableEncryptionAtHost: nodes.hostEncryption // control: host-encryption
  securityProfile: {
    enableSecureBoot: nodes.trustedLaunch // control: trusted-launch
    enableVTPM: nodes.trustedLaunch // control: trusted-launch
  }
  upgradeSettings: {
    maxSurge: nodes.maxSurge // control: safe-upgrades
    drainTimeoutInMinutes: nodes.drainTimeoutMinutes // control: safe-upgrades
    nodeSoakDurationInMinutes: nodes.soakMinutes // control: safe-upgrades
  }
}

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
    dnsPrefix: names.cluster
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
      enablePrivateClusterPublicFQDN: cluster.publicFqdn // control: no-public-fqdn
      privateDNSZone: 'system'
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
    autoUpgradeProfile: {
      upgradeChannel: cluster.upgradeChannel // control: cluster-auto-upgrade
      nodeOSUpgradeChannel: cluster.nodeOsUpgradeChannel // control: node-os-auto-upgrade
    }
    agentPoolProfiles: [
      {
        ...everyPool
        name: 'system'
        mode: 'System'
        vmSize: nodes.systemPool.size
        minCount: nodes.systemPool.min
        maxCount: nodes.systemPool.max
        availabilityZones: nodes.systemPool.zones // control: zones-and-autoscaling
        vnetSubnetID: systemSubnetId
        nodeTaints: nodes.systemPoolTainted ? ['CriticalAddonsOnly=true:NoSchedule'] : [] // control: isolated-system-pool
      }
    ]
  }
}

resource userPool 'Microsoft.ContainerService/managedClusters/agentPools@2026-06-01' = {
  parent: managedCluster
  name: 'user'
  properties: {
    ...everyPool
    mode: 'User' // control: isolated-system-pool
    vmSize: nodes.userPool.size
    minCount: nodes.userPool.min
    maxCount: nodes.userPool.max
    availabilityZones: nodes.userPool.zones // control: zones-and-autoscaling
    vnetSubnetID: userSubnetId
    tags: tags
  }
}

var windows = [
  'default' // what AKS does of its own accord
  'aksManagedAutoUpgradeSchedule' // control: maintenance-windows
  'aksManagedNodeOSUpgradeSchedule' // control: maintenance-windows
]

// One after the other, and after the pool: AKS refuses two changes of a cluster at a time.
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
    dependsOn: [userPool]
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

@description('Address of the API server, as the virtual network knows it.')
output apiServer string = managedCluster.properties.privateFQDN

@description('Issuer of the tokens of service accounts.')
output oidcIssuer string = managedCluster.properties.oidcIssuerProfile.issuerURL
