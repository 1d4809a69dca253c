// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// One group of firewall rules. Rules about addresses stand before those about names, as Azure reads them anyway.

metadata description = 'A group of firewall rules.'

import { ruleGroup } from '../types.bicep'

@description('Firewall policy.')
param policyName string

@description('The group.')
param group ruleGroup

@description('Ranges that what leaves comes from.')
param sources string[]

var addressRules = [
  for rule in group.addresses: {
    ruleType: 'NetworkRule'
    name: rule.name
    ipProtocols: rule.protocols
    sourceAddresses: sources
    destinationFqdns: rule.hosts
    destinationAddresses: rule.ranges
    destinationPorts: rule.ports
  }
]

var nameRules = [
  for rule in group.names: {
    ruleType: 'ApplicationRule'
    name: rule.name
    protocols: rule.protocols
    sourceAddresses: sources
    fqdnTags: rule.tags
    targetFqdns: rule.names
  }
]

var addressCollection = {
  ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
  name: 'addresses'
  priority: 100
  action: { type: 'Allow' }
  rules: addressRules
}

var nameCollection = {
  ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
  name: 'names'
  priority: 200
  action: { type: 'Allow' }
  rules: nameRules
}

resource policy 'Microsoft.Network/firewallPolicies@2025-05-01' existing = {
  name: policyName
}

resource rules 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-05-01' = {
  parent: policy
  name: group.name
  properties: {
    priority: group.priority
    ruleCollections: concat(
      empty(addressRules) ? [] : [addressCollection],
      empty(nameRules) ? [] : [nameCollection]
    ) // control: firewall-allow-list
  }
}
