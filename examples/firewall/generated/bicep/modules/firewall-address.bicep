// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The address that the firewall is known by outside. Its group is the only one that may hold a public address.

metadata description = 'Public address of the firewall.'

import { tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Public address.')
param name string

@description('Zones; none where the region has none.')
param zones string[]

resource publicAddress 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard' }
  zones: zones
  properties: {
    publicIPAllocationMethod: 'Static'
    idleTimeoutInMinutes: 4
  }
}

@description('Resource id of the public address.')
output publicAddressId string = publicAddress.id
