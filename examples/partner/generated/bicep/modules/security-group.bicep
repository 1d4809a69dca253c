// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// A network security group with its rules. The rules are children: deploying again leaves rules alone that were added by
// others, and verify.sh names those that are open to the internet.

metadata description = 'Network security group with its rules.'

import { securityGroupSettings, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('The group and its rules.')
param group securityGroupSettings

resource securityGroup 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: group.name
  location: location
  tags: tags
}

// One after the other: Azure refuses two changes of a group at a time.
@batchSize(1)
resource rules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in group.rules: {
    parent: securityGroup
    name: rule.name
    properties: {
      description: rule.why
      priority: rule.priority
      direction: rule.direction
      access: rule.access // control: subnet-nsgs
      protocol: rule.protocol
      sourcePortRange: '*'
      // Azure keeps a single value apart from a list of them.
      ...(contains(rule.source, ',')
        ? { sourceAddressPrefixes: split(rule.source, ',') }
        : { sourceAddressPrefix: rule.source })
      ...(contains(rule.destination, ',')
        ? { destinationAddressPrefixes: split(rule.destination, ',') }
        : { destinationAddressPrefix: rule.destination })
      ...(contains(rule.port, ',') ? { destinationPortRanges: split(rule.port, ',') } : { destinationPortRange: rule.port })
    }
  }
]
