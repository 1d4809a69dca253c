// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The way in for people: whoever Entra ID knows as an administrator gets a tunnel to a machine in the network.

metadata description = 'Bastion.'

import { roleIds, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Bastion.')
param name string

@description('Tier.')
param sku 'Standard' | 'Premium'

@description('Resource id of the subnet of Bastion.')
param subnetId string

@description('Resource id of its public address.')
param addressId string

@description('Object ids of the groups that come in through it.')
param people string[]

resource bastion 'Microsoft.Network/bastionHosts@2025-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    enableTunneling: true
    enableIpConnect: false
    enableShareableLink: false
    ipConfigurations: [
      {
        name: 'default'
        properties: {
          subnet: { id: subnetId }
          publicIPAddress: { id: addressId }
        }
      }
    ]
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in people: {
    scope: bastion
    name: guid(bastion.id, group, roleIds.reader)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.reader)
      principalId: group
      principalType: 'Group'
    }
  }
]
