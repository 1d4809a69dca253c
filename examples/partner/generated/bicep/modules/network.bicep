// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Virtual network, its subnets and what guards them. Subnets are children, and the network says nothing of them:
// deploying again leaves subnets alone that were added by others.

metadata description = 'Virtual network with subnets and security groups.'

import { networkSettings, resourceNames, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Names of all resources.')
param names resourceNames

@description('Address ranges and ways out.')
param network networkSettings

module securityGroups 'security-group.bicep' = [
  for group in network.securityGroups: {
    params: {
      location: location
      tags: tags
      group: group
    }
  }
]

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: names.virtualNetwork
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [network.addressSpace]
    }
  }
}

var nodeWayOut = {}

// One after the other: Azure refuses two changes of a network at a time.
@batchSize(1)
resource subnets 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = [
  for subnet in network.subnets: {
    parent: virtualNetwork
    name: subnet.name
    properties: {
      addressPrefix: subnet.range
      networkSecurityGroup: empty(subnet.securityGroup)
        ? null
        : { id: resourceId('Microsoft.Network/networkSecurityGroups', subnet.securityGroup) } // control: subnet-nsgs
      delegations: empty(subnet.delegation)
        ? []
        : [{ name: '0', properties: { serviceName: subnet.delegation } }]
      defaultOutboundAccess: network.defaultOutboundAccess // control: no-default-outbound
      privateEndpointNetworkPolicies: 'Enabled' // control: subnet-nsgs
      privateLinkServiceNetworkPolicies: 'Enabled'
      ...(subnet.wayOut ? nodeWayOut : {})
    }
    dependsOn: [securityGroups]
  }
]

@description('Resource id of the virtual network, once its subnets are there.')
output virtualNetworkId string = virtualNetwork.id
