// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// What the steps ask of the subscription itself, as two roles of its own: built-in ones give far more.

targetScope = 'subscription'

metadata description = 'Rights of pipelines at the subscription.'

import { pipelineRole } from '../../types.bicep'

@description('Identity of pipelines that look.')
param planIdentityName string

@description('Identity of pipelines that change.')
param applyIdentityName string

@description('Resource group of both.')
param identityGroup string

@description('Role of pipelines that look.')
param planRole pipelineRole

@description('Role of pipelines that change.')
param applyRole pipelineRole

resource planIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: planIdentityName
}

resource applyIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: applyIdentityName
}

resource definitions 'Microsoft.Authorization/roleDefinitions@2022-04-01' = [
  for role in [planRole, applyRole]: {
    name: role.id
    properties: {
      roleName: role.name
      description: 'What pipelines of aks-harden ask of the subscription itself.'
      type: 'CustomRole'
      permissions: [
        {
          actions: role.actions // control: secretless-pipelines
          notActions: []
          dataActions: []
          notDataActions: []
        }
      ]
      assignableScopes: [subscription().id]
    }
  }
]

resource looks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, planIdentity.id, planRole.id)
  properties: {
    roleDefinitionId: definitions[0].id // control: secretless-pipelines
    principalId: planIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource changes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, applyIdentity.id, applyRole.id)
  properties: {
    roleDefinitionId: definitions[1].id // control: secretless-pipelines
    principalId: applyIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}
