// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// One identity for each thing that acts. None has a secret; what each may do stands in modules/access/.

metadata description = 'User-assigned identities.'

import { tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Identity of the control plane.')
param clusterIdentityName string

@description('Identity of the kubelet.')
param kubeletIdentityName string

resource clusterIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: clusterIdentityName // control: user-assigned-identities
  location: location
  tags: tags
}

resource kubeletIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: kubeletIdentityName // control: user-assigned-identities
  location: location
  tags: tags
}
