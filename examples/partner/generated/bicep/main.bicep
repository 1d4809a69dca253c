// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Groups and modules, in the order in which they depend on each other. Names are known at the start, so that a preview
// (what-if) sees every resource; where a module finds its resources by name, dependsOn says what must be there before.

targetScope = 'subscription'

metadata description = 'A private AKS cluster with its network, identities, vault, logs and policies.'

import {
  clusterSettings
  logSettings
  maintenanceSettings
  networkSettings
  poolSettings
  registrySettings
  resourceNames
  tagMap
  vaultSettings
} from 'types.bicep'

@description('Region of all resources.')
param location string

@description('Tags of all resources.')
param tags tagMap

@description('Names of all resources.')
param names resourceNames

@description('Address ranges and ways out.')
param network networkSettings

@description('Settings of the managed cluster.')
param cluster clusterSettings

@description('Node pools; the cluster is made with the first.')
@minLength(1)
param pools poolSettings[]

@description('When AKS may upgrade.')
param maintenance maintenanceSettings

@description('Object id of the group that administers the cluster.')
@minLength(36)
@maxLength(36)
param administrators string

@description('What the policies do with what they refuse.')
param policyEffect 'Audit' | 'Deny' | 'Disabled'

@description('Settings of the vault.')
param vault vaultSettings

@description('Settings of the registry.')
param registry registrySettings

@description('Settings of the logs.')
param logs logSettings

resource networkGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.groups.network
  location: location
  tags: tags
}

resource clusterGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.groups.cluster
  location: location
  tags: tags
}

resource securityGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.groups.security
  location: location
  tags: tags
}

resource snapshotGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.groups.snapshots
  location: location
  tags: tags
}

module networkPolicies 'modules/policies/public-addresses.bicep' = {
  scope: networkGroup
  params: {
    name: names.policies.publicAddresses
    effect: policyEffect
  }
}

module clusterPolicies 'modules/policies/public-addresses.bicep' = {
  scope: clusterGroup
  params: {
    name: names.policies.publicAddresses
    effect: policyEffect
  }
}

module securityPolicies 'modules/policies/public-addresses.bicep' = {
  scope: securityGroup
  params: {
    name: names.policies.publicAddresses
    effect: policyEffect
  }
}

module snapshotPolicies 'modules/policies/public-addresses.bicep' = {
  scope: snapshotGroup
  params: {
    name: names.policies.publicAddresses
    effect: policyEffect
  }
}

module loadBalancerPolicies 'modules/policies/internal-load-balancers.bicep' = {
  scope: clusterGroup
  params: {
    name: names.policies.internalLoadBalancers
    effect: policyEffect
  }
}

module virtualNetwork 'modules/network.bicep' = {
  scope: networkGroup
  params: {
    location: location
    tags: tags
    names: names
    network: network
  }
}

module observability 'modules/observability.bicep' = {
  scope: securityGroup
  params: {
    location: location
    tags: tags
    name: names.workspace
    retentionDays: logs.retentionDays
  }
}

module keyVault 'modules/vault.bicep' = {
  scope: securityGroup
  params: {
    location: location
    tags: tags
    name: names.vault
    vault: vault
    diagnosticsName: names.diagnostics
    workspaceId: observability.outputs.workspaceId
  }
}

module vaultEndpoint 'modules/private-endpoint.bicep' = {
  scope: networkGroup
  params: {
    location: location
    tags: tags
    name: names.endpoints.vault
    service: 'vault'
    serviceId: keyVault.outputs.vaultId
    subnetId: '${virtualNetwork.outputs.virtualNetworkId}/subnets/${names.subnets.privateEndpoints}'
    virtualNetworkId: virtualNetwork.outputs.virtualNetworkId
    zoneName: names.zones.vault
    zoneLinkName: names.zoneLink
  }
}

module containerRegistry 'modules/registry.bicep' = {
  scope: securityGroup
  params: {
    location: location
    tags: tags
    name: names.registry
    registry: registry
    diagnosticsName: names.diagnostics
    workspaceId: observability.outputs.workspaceId
  }
}

module registryEndpoint 'modules/private-endpoint.bicep' = {
  scope: networkGroup
  params: {
    location: location
    tags: tags
    name: names.endpoints.registry
    service: 'registry'
    serviceId: containerRegistry.outputs.registryId
    subnetId: '${virtualNetwork.outputs.virtualNetworkId}/subnets/${names.subnets.privateEndpoints}'
    virtualNetworkId: virtualNetwork.outputs.virtualNetworkId
    zoneName: names.zones.registry
    zoneLinkName: names.zoneLink
  }
  // Two endpoints at a time in one subnet get in each other's way.
  dependsOn: [vaultEndpoint]
}

module identities 'modules/identities.bicep' = {
  scope: clusterGroup
  params: {
    location: location
    tags: tags
    clusterIdentityName: names.identities.cluster
    kubeletIdentityName: names.identities.kubelet
  }
}

module apiServerZone 'modules/api-server-zone.bicep' = {
  scope: networkGroup
  params: {
    tags: tags
    name: names.apiServerZone.name
    links: [
      { name: names.zoneLink, network: virtualNetwork.outputs.virtualNetworkId }
    ]
    identityName: names.identities.cluster
    identitySubscription: subscription().subscriptionId
    identityGroup: names.groups.cluster
  }
  dependsOn: [identities]
}

module networkAccess 'modules/access/network.bicep' = {
  scope: networkGroup
  params: {
    virtualNetworkName: names.virtualNetwork
    subnetNames: map(filter(network.subnets, subnet => subnet.joined), subnet => subnet.name)
    identityName: names.identities.cluster
    identityGroup: names.groups.cluster
  }
  dependsOn: [virtualNetwork, identities]
}

module kubeletAccess 'modules/access/kubelet.bicep' = {
  scope: clusterGroup
  params: {
    clusterIdentityName: names.identities.cluster
    kubeletIdentityName: names.identities.kubelet
  }
  dependsOn: [identities]
}

module registryAccess 'modules/access/registry.bicep' = {
  scope: securityGroup
  params: {
    registryName: names.registry
    identityName: names.identities.kubelet
    identityGroup: names.groups.cluster
  }
  dependsOn: [containerRegistry, identities]
}

module snapshotAccess 'modules/access/snapshots.bicep' = {
  scope: snapshotGroup
  params: {
    identityName: names.identities.cluster
    identityGroup: names.groups.cluster
  }
  dependsOn: [identities]
}

module defender 'modules/defender.bicep' = {}

module managedCluster 'modules/cluster.bicep' = {
  scope: clusterGroup
  params: {
    location: location
    tags: tags
    names: names
    cluster: cluster
    network: network
    pools: pools
    maintenance: maintenance
    privateDnsZone: apiServerZone.outputs.zoneId
    apiServerSubnetId: '${virtualNetwork.outputs.virtualNetworkId}/subnets/${names.subnets.apiServer}'
    auditCategory: logs.auditCategory
    virtualNetworkId: virtualNetwork.outputs.virtualNetworkId
    workspaceId: observability.outputs.workspaceId
  }
  // The roles first: without them the control plane cannot join the subnets or hand the kubelet its identity.
  dependsOn: [identities, networkAccess, kubeletAccess]
}

module administratorAccess 'modules/access/administrators.bicep' = {
  scope: clusterGroup
  params: {
    clusterName: names.cluster
    groupId: administrators
  }
  dependsOn: [managedCluster]
}

@description('Resource id of the cluster.')
output clusterId string = managedCluster.outputs.clusterId

@description('Name of the API server.')
output apiServer string = managedCluster.outputs.apiServer

@description('Issuer of the tokens of service accounts.')
output oidcIssuer string = managedCluster.outputs.oidcIssuer

@description('Address of the vault.')
output vaultUri string = keyVault.outputs.vaultUri

@description('Host name of the registry.')
output registryHost string = containerRegistry.outputs.loginServer

@description('Log Analytics workspace that the cluster reports to.')
output workspaceId string = observability.outputs.workspaceId
