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

resource nodeRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: names.securityGroups.nodes
  location: location
  tags: tags

  resource denyInternet 'securityRules' = {
    name: 'deny-internet-inbound'
    properties: {
      description: 'Nothing comes in from the Internet, whatever rule a load balancer would need.'
      priority: 4000
      direction: 'Inbound'
      access: 'Deny' // control: subnet-nsgs
      protocol: '*'
      sourceAddressPrefix: 'Internet'
      sourcePortRange: '*'
      destinationAddressPrefix: '*'
      destinationPortRange: '*'
    }
  }
}

resource loadBalancerRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: names.securityGroups.internalLoadBalancers
  location: location
  tags: tags

  resource denyInternet 'securityRules' = {
    name: 'deny-internet-inbound'
    properties: {
      description: 'Internal load balancers answer to the virtual network and what is joined to it.'
      priority: 4000
      direction: 'Inbound'
      access: 'Deny' // control: subnet-nsgs
      protocol: '*'
      sourceAddressPrefix: 'Internet'
      sourcePortRange: '*'
      destinationAddressPrefix: '*'
      destinationPortRange: '*'
    }
  }
}

resource endpointRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: names.securityGroups.privateEndpoints
  location: location
  tags: tags

  resource allowHttps 'securityRules' = {
    name: 'allow-https-from-vnet'
    properties: {
      description: 'Vault and registry speak HTTPS only.'
      priority: 100
      direction: 'Inbound'
      access: 'Allow'
      protocol: 'Tcp'
      sourceAddressPrefix: 'VirtualNetwork'
      sourcePortRange: '*'
      destinationAddressPrefix: 'VirtualNetwork'
      destinationPortRange: '443'
    }
  }

  resource denyAll 'securityRules' = {
    name: 'deny-all-inbound'
    properties: {
      description: 'Everything else is closed.'
      priority: 4096
      direction: 'Inbound'
      access: 'Deny' // control: subnet-nsgs
      protocol: '*'
      sourceAddressPrefix: '*'
      sourcePortRange: '*'
      destinationAddressPrefix: '*'
      destinationPortRange: '*'
    }
    dependsOn: [allowHttps]
  }
}

resource routeTable 'Microsoft.Network/routeTables@2025-05-01' = {
  name: names.routeTable
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: true
  }

  resource toAppliance 'routes' = {
    name: 'default-to-appliance'
    properties: {
      addressPrefix: '0.0.0.0/0'
      nextHopType: 'VirtualAppliance' // control: owned-egress
      nextHopIpAddress: network.nextHop
    }
  }
}

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

var nodeWayOut = { routeTable: { id: routeTable.id } } // control: owned-egress

var subnetList = [
  {
    name: names.subnets.system
    addressPrefix: network.subnets.system
    securityGroupId: nodeRules.id
    carriesNodes: true
  }
  {
    name: names.subnets.user
    addressPrefix: network.subnets.user
    securityGroupId: nodeRules.id
    carriesNodes: true
  }
  {
    name: names.subnets.internalLoadBalancers
    addressPrefix: network.subnets.internalLoadBalancers
    securityGroupId: loadBalancerRules.id
    carriesNodes: false
  }
  {
    name: names.subnets.privateEndpoints
    addressPrefix: network.subnets.privateEndpoints
    securityGroupId: endpointRules.id
    carriesNodes: false
  }
]

// One after the other: Azure refuses two changes of a network at a time.
@batchSize(1)
resource subnets 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = [
  for subnet in subnetList: {
    parent: virtualNetwork
    name: subnet.name
    properties: {
      addressPrefix: subnet.addressPrefix
      networkSecurityGroup: { id: subnet.securityGroupId } // control: subnet-nsgs
      defaultOutboundAccess: network.defaultOutboundAccess // control: no-default-outbound
      privateEndpointNetworkPolicies: 'Enabled' // control: subnet-nsgs
      privateLinkServiceNetworkPolicies: 'Enabled'
      ...(subnet.carriesNodes ? nodeWayOut : {})
    }
  }
]

@description('Resource id of the virtual network.')
output virtualNetworkId string = virtualNetwork.id

@description('Resource id of the subnet of the system pool.')
output systemSubnetId string = subnets[0].id

@description('Resource id of the subnet of the user pool.')
output userSubnetId string = subnets[1].id

@description('Resource id of the subnet of the private endpoints.')
output privateEndpointSubnetId string = subnets[3].id
