// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// A private address for one service, and the zone in which the virtual network finds it.

metadata description = 'Private endpoint with its DNS zone.'

import { tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Private endpoint.')
param name string

@description('What of the service is reached: the name of Azure for it.')
param service 'vault' | 'registry'

@description('Resource id of the service.')
param serviceId string

@description('Resource id of the subnet of the endpoint.')
param subnetId string

@description('Resource id of the virtual network that resolves the zone.')
param virtualNetworkId string

@description('Private DNS zone of the service.')
param zoneName string

@description('Link of the zone to the virtual network.')
param zoneLinkName string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: zoneLinkName
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: virtualNetworkId }
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: service
        properties: {
          privateLinkServiceId: serviceId // control: private-key-vault, private-registry
          groupIds: [service]
        }
      }
    ]
  }

  resource zoneGroup 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: service
          properties: { privateDnsZoneId: zone.id }
        }
      ]
    }
  }
}
