// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The control plane works with these subnets, and links the zone of its name to the network.

metadata description = 'Rights of the control plane in the network.'

import { roleIds } from '../../types.bicep'

@description('Virtual network.')
param virtualNetworkName string

@description('Subnets that the control plane joins things to.')
param subnetNames string[]

@description('Identity of the control plane.')
param identityName string

@description('Resource group of that identity.')
param identityGroup string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: identityName
}

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: virtualNetworkName
}

resource subnets 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' existing = [
  for subnet in subnetNames: {
    parent: virtualNetwork
    name: subnet
  }
]

resource onSubnets 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (subnet, i) in subnetNames: {
    scope: subnets[i]
    name: guid(subnets[i].id, identity.id, roleIds.networkContributor)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.networkContributor)
      principalId: identity.properties.principalId // control: user-assigned-identities
      principalType: 'ServicePrincipal'
    }
  }
]

resource onNetwork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: virtualNetwork
  name: guid(virtualNetwork.id, identity.id, roleIds.networkContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.networkContributor)
    principalId: identity.properties.principalId // control: own-dns-zone
    principalType: 'ServicePrincipal'
  }
}
