// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The firewall that everything leaves through. It shares the group of its network, as Azure wants it; its address does not.

metadata description = 'Firewall with its policy, its rules and its logs.'

import { firewallSettings, resourceNames, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Names of all resources.')
param names resourceNames

@description('Tier, zones and rules.')
param firewall firewallSettings

@description('Resource id of the public address.')
param publicAddressId string

@description('Resource id of the workspace that takes the logs.')
param workspaceId string

var logCategories = [
  'AZFWApplicationRule' // control: firewall-logs
  'AZFWNetworkRule' // control: firewall-logs
  'AZFWDnsQuery' // control: firewall-logs
  'AZFWThreatIntel' // control: firewall-logs
]

resource firewallSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' existing = {
  name: '${names.virtualNetwork}/AzureFirewallSubnet'
}

resource policy 'Microsoft.Network/firewallPolicies@2025-05-01' = {
  name: names.firewallPolicy
  location: location
  tags: tags
  properties: {
    sku: { tier: firewall.tier }
    threatIntelMode: 'Deny' // control: firewall-allow-list
    dnsSettings: { servers: firewall.nameServers, enableProxy: true } // control: firewall-allow-list
  }
}

// One after the other: Azure refuses two changes of a policy at a time.
@batchSize(1)
module ruleGroups 'firewall-rules.bicep' = [
  for group in firewall.groups: {
    params: {
      policyName: policy.name
      group: group
      sources: firewall.sources
    }
  }
]

resource azureFirewall 'Microsoft.Network/azureFirewalls@2025-05-01' = {
  name: names.firewall
  location: location
  tags: tags
  zones: firewall.zones
  properties: {
    sku: { name: 'AZFW_VNet', tier: firewall.tier }
    firewallPolicy: { id: policy.id } // control: firewall-allow-list
    ipConfigurations: [
      {
        name: 'public'
        properties: {
          subnet: { id: firewallSubnet.id }
          publicIPAddress: { id: publicAddressId } // control: owned-egress
        }
      }
    ]
  }
  dependsOn: [ruleGroups]
}

#disable-next-line use-recent-api-versions // No later version; the older one has no tables of their own for the categories.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: azureFirewall
  name: names.diagnostics
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      for category in logCategories: {
        category: category
        enabled: true
      }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the firewall.')
output firewallId string = azureFirewall.id
