// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Registry for the images of the workloads. Private endpoints want the Premium SKU.

metadata description = 'Container registry.'

import { registrySettings, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Registry.')
@minLength(5)
@maxLength(50)
param name string

@description('Settings of the registry.')
param registry registrySettings

@description('Diagnostic setting of the registry.')
param diagnosticsName string

@description('Resource id of the workspace that takes the audit log.')
param workspaceId string

resource containerRegistry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Premium' } // control: private-registry
  properties: {
    adminUserEnabled: false // control: registry-no-shared-credentials
    anonymousPullEnabled: false // control: registry-no-shared-credentials
    publicNetworkAccess: registry.publicAccess ? 'Enabled' : 'Disabled' // control: private-registry
    networkRuleSet: { defaultAction: registry.publicAccess ? 'Allow' : 'Deny' } // control: private-registry
    networkRuleBypassOptions: 'None' // control: private-registry
    dataEndpointEnabled: true
    // The mode in which AcrPull pulls.
    roleAssignmentMode: 'LegacyRegistryPermissions' // control: registry-pull-only
    zoneRedundancy: registry.zoneRedundant ? 'Enabled' : 'Disabled'
    policies: {
      exportPolicy: { status: registry.export ? 'enabled' : 'disabled' } // control: no-image-export
      retentionPolicy: registry.untaggedDays > 0
        ? { status: 'enabled', days: registry.untaggedDays } // control: untagged-images-go
        : { status: 'disabled' }
    }
  }
}

#disable-next-line use-recent-api-versions // No later version; the older one has no category groups.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: containerRegistry
  name: diagnosticsName
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'audit', enabled: true }] // control: registry-audit-logs
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the registry.')
output registryId string = containerRegistry.id

@description('Host name of the registry.')
output loginServer string = containerRegistry.properties.loginServer
