// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Those who work in some namespaces: the right to ask for credentials, and their roles where Azure gives them.

metadata description = 'Rights of teams in their namespaces.'

import { namespaceGrant, roleIds } from '../../types.bicep'

@description('Cluster.')
param clusterName string

@description('Object ids of the groups.')
param groups string[]

@description('Roles of these groups, namespace by namespace.')
param grants namespaceGrant[]

resource cluster 'Microsoft.ContainerService/managedClusters@2026-06-01' existing = {
  name: clusterName
}

resource credentials 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in groups: {
    scope: cluster
    name: guid(cluster.id, group, roleIds.aksClusterUser)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.aksClusterUser)
      principalId: group
      principalType: 'Group'
    }
  }
]

// A namespace is a scope of role assignments, and no resource of its own: Bicep has no type for it.
#disable-next-line BCP081
resource namespaces 'Microsoft.ContainerService/managedClusters/namespaces@2026-06-01' existing = [
  for grant in grants: {
    parent: cluster
    name: grant.namespace
  }
]

resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (grant, i) in grants: {
    scope: namespaces[i] // control: roles-per-namespace
    name: guid(namespaces[i].id, grant.groupId, grant.roleId)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.roleId)
      principalId: grant.groupId
      principalType: 'Group'
    }
  }
]
