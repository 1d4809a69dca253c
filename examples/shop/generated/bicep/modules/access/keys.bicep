// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// What one workload may do in the vault: use its own keys. Rights to single secrets come with the secrets, by azcli/secrets.sh.

metadata description = 'Rights of a workload to its keys.'

import { roleIds } from '../../types.bicep'

@description('Vault.')
param vaultName string

@description('Keys that the workload may use.')
param keyNames string[]

@description('Identity of the workload.')
param identityName string

@description('Resource group of that identity.')
param identityGroup string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

resource keys 'Microsoft.KeyVault/vaults/keys@2026-02-01' existing = [
  for key in keyNames: {
    parent: vault
    name: key
  }
]

resource uses 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (key, i) in keyNames: {
    scope: keys[i] // control: one-identity-per-workload
    name: guid(keys[i].id, identity.id, roleIds.keyVaultCryptoUser)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultCryptoUser)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]
