// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The one way by which disks may be exported: a private address.

metadata description = 'Disk access.'

import { roleIds, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Disk access.')
param name string

@description('Identity of the control plane, which makes the disks.')
param clusterIdentityName string

@description('Resource group of that identity.')
param identityGroup string

resource clusterIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: clusterIdentityName
}

resource diskAccess 'Microsoft.Compute/diskAccesses@2025-01-02' = {
  name: name
  location: location
  tags: tags
}

resource names 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: diskAccess
  name: guid(diskAccess.id, clusterIdentity.id, roleIds.reader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.reader)
    principalId: clusterIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id of the disk access.')
output diskAccessId string = diskAccess.id
