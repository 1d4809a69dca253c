// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The encryption set uses its one key; the control plane may name the set when it makes disks, and change nothing in it.

metadata description = 'Rights around the encryption set of the disks.'

import { roleIds } from '../../types.bicep'

@description('Vault of the keys.')
param vaultName string

@description('Encryption set of the disks.')
param encryptionSetName string

@description('Identity of the control plane.')
param identityName string

@description('Resource group of that identity.')
param identityGroup string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: identityName
}

resource encryptionSet 'Microsoft.Compute/diskEncryptionSets@2025-01-02' existing = {
  name: encryptionSetName
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName

  resource key 'keys' existing = {
    name: 'disks'
  }
}

resource encrypts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::key // control: own-disk-keys
  name: guid(vault::key.id, encryptionSet.id, roleIds.keyVaultCryptoServiceEncryptionUser)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds.keyVaultCryptoServiceEncryptionUser
    )
    principalId: encryptionSet.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource names 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: encryptionSet
  name: guid(encryptionSet.id, identity.id, roleIds.reader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.reader)
    principalId: identity.properties.principalId // control: own-disk-keys
    principalType: 'ServicePrincipal'
  }
}
