// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The control plane makes snapshots of disks in this group, and may do nothing else in it.

metadata description = 'Right of the control plane to make snapshots.'

import { roleIds } from '../../types.bicep'

@description('Identity of the control plane.')
param identityName string

@description('Resource group of that identity.')
param identityGroup string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: identityName
}

resource makes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, identity.id, roleIds.diskSnapshotContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.diskSnapshotContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}
