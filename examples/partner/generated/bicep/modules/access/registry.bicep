// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The nodes pull, and nothing else: whoever takes over a node cannot push an image.

metadata description = 'Right of the kubelet in the registry.'

import { roleIds } from '../../types.bicep'

@description('Registry.')
param registryName string

@description('Identity of the kubelet.')
param identityName string

@description('Resource group of that identity.')
param identityGroup string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: identityName
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {
  name: registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, identity.id, roleIds.acrPull)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.acrPull) // control: registry-pull-only
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}
