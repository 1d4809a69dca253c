// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The administrators, by group. Azure decides who they are and may take it back; the cluster keeps no list of its own.

metadata description = 'Rights of the administrators in the cluster.'

import { roleIds } from '../../types.bicep'

@description('Cluster.')
param clusterName string

@description('Object id of the group.')
param groupId string

var roles = [roleIds.aksRbacClusterAdmin, roleIds.aksClusterUser]

resource cluster 'Microsoft.ContainerService/managedClusters@2026-06-01' existing = {
  name: clusterName
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: cluster
    name: guid(cluster.id, groupId, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) // control: azure-rbac
      principalId: groupId
      principalType: 'Group'
    }
  }
]
