// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// What pipelines may do in one resource group: one looks, the other changes. The right to give roles is bound to the roles that this
// tree gives, so a pipeline cannot give itself more.

metadata description = 'Rights of pipelines in a resource group.'

import { roleIds } from '../../types.bicep'

@description('Identity of pipelines that look.')
param planIdentityName string

@description('Identity of pipelines that change.')
param applyIdentityName string

@description('Resource group of both.')
param identityGroup string

@description('Which roles may be given and taken back, and to whom.')
param condition string

resource planIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: planIdentityName
}

resource applyIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: applyIdentityName
}

resource looks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, planIdentity.id, roleIds.reader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.reader) // control: secretless-pipelines
    principalId: planIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource changes 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roleIds.contributor, roleIds.resourcePolicyContributor]: {
    name: guid(resourceGroup().id, applyIdentity.id, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) // control: secretless-pipelines
      principalId: applyIdentity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource givesRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, applyIdentity.id, roleIds.roleBasedAccessControlAdministrator)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds.roleBasedAccessControlAdministrator
    )
    principalId: applyIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    condition: condition // control: secretless-pipelines
    conditionVersion: '2.0'
  }
}
