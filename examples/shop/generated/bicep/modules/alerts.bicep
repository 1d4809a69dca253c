// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Who is told, and of what: that the group for emergencies is used, and what weakens the cluster in Azure.

metadata description = 'Alerts, and who gets them.'

import { alertSettings, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Settings of the alerts.')
param alerts alertSettings

@description('Cluster.')
param clusterName string

@description('Resource id of the workspace with the audit log.')
param workspaceId string

@description('Resource ids of the groups in which changes are told.')
param scopes string[]

var weakening = [
  'Microsoft.Authorization/locks/delete' // control: weakening-alert
  'Microsoft.Authorization/policyAssignments/delete' // control: weakening-alert
  'Microsoft.Authorization/roleAssignments/write' // control: weakening-alert
  'Microsoft.ContainerService/managedClusters/delete' // control: weakening-alert
  'Microsoft.ContainerService/managedClusters/write' // control: weakening-alert
  'Microsoft.Insights/actionGroups/delete' // control: weakening-alert
  'Microsoft.Insights/activityLogAlerts/delete' // control: weakening-alert
  'Microsoft.Insights/diagnosticSettings/delete' // control: weakening-alert
  'Microsoft.Insights/scheduledQueryRules/delete' // control: weakening-alert
  'Microsoft.KeyVault/vaults/delete' // control: weakening-alert
  'Microsoft.Network/networkSecurityGroups/delete' // control: weakening-alert
]

resource receivers 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: alerts.group
  location: 'Global'
  tags: tags
  properties: {
    groupShortName: alerts.sender
    enabled: true
    emailReceivers: [
      for email in alerts.emails: {
        name: email
        emailAddress: email // control: break-glass-alert, weakening-alert
        useCommonAlertSchema: true
      }
    ]
  }
}

resource breakGlass 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: alerts.breakGlass
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'The group for emergencies is used'
    description: 'Somebody of the group for emergencies acts on cluster ${clusterName}.'
    severity: 0
    enabled: true // control: break-glass-alert
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: false
    // The tables of the audit log are there with the first line in them, so the query is not tried before.
    skipQueryValidation: true
    scopes: [workspaceId] // control: break-glass-alert
    criteria: {
      allOf: [
        {
          query: alerts.breakGlassQuery // control: break-glass-alert
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: {
      actionGroups: [receivers.id] // control: break-glass-alert
    }
  }
}

// A deployment changes some of this too, and is told as well: so it is seen that the bell rings.
resource weakened 'Microsoft.Insights/activityLogAlerts@2026-01-01' = {
  name: alerts.weakening
  location: 'Global'
  tags: tags
  properties: {
    description: 'Something that protects cluster ${clusterName} was changed or removed in Azure.'
    enabled: true // control: weakening-alert
    scopes: scopes // control: weakening-alert
    condition: {
      allOf: [
        { field: 'category', equals: 'Administrative' }
        { field: 'status', equals: 'Succeeded' }
        {
          anyOf: [
            for operation in weakening: {
              field: 'operationName'
              equals: operation
            }
          ]
        }
      ]
    }
    actions: {
      actionGroups: [{ actionGroupId: receivers.id }] // control: weakening-alert
    }
  }
}
