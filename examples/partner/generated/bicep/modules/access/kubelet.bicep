// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The control plane hands the nodes their kubelet identity.

metadata description = 'Right of the control plane over the kubelet identity.'

import { roleIds } from '../../types.bicep'

@description('Identity of the control plane.')
param clusterIdentityName string

@description('Identity of the kubelet.')
param kubeletIdentityName string

resource clusterIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: clusterIdentityName
}

resource kubeletIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: kubeletIdentityName
}

resource operator 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: kubeletIdentity
  name: guid(kubeletIdentity.id, clusterIdentity.id, roleIds.managedIdentityOperator)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.managedIdentityOperator)
    principalId: clusterIdentity.properties.principalId // control: user-assigned-identities
    principalType: 'ServicePrincipal'
  }
}
