// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The private zone that the API server's name stands in, who sees it, and the right of the control plane to write into it.

metadata description = 'Private DNS zone of the API server.'

import { tagMap, roleIds } from '../types.bicep'

@description('Tags.')
param tags tagMap

@description('The zone.')
param name string

@description('Networks that see it.')
param links { name: string, network: string }[]

@description('Identity of the control plane.')
param identityName string

@description('Subscription of that identity.')
param identitySubscription string

@description('Resource group of that identity.')
param identityGroup string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identitySubscription, identityGroup)
  name: identityName
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: name
  location: 'global'
  tags: tags
}

@batchSize(1)
resource seen 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for link in links: {
    parent: zone
    name: link.name
    location: 'global'
    properties: {
      virtualNetwork: { id: link.network }
      registrationEnabled: false
    }
  }
]

resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: zone
  name: guid(zone.id, identity.id, roleIds.privateDnsZoneContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.privateDnsZoneContributor)
    principalId: identity.properties.principalId // control: own-dns-zone
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id of the zone.')
output zoneId string = zone.id
