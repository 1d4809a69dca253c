// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The control plane encrypts with a key of the vault, and joins the vault, which has no public address, by an endpoint of its own. Both
// rights are to the vault and not to the one key: there AKS looks for them before it turns encryption on. Nothing lies in this vault but
// keys that encrypt.

metadata description = 'Rights of the control plane to the key of etcd.'

import { roleIds } from '../../types.bicep'

@description('Vault of the keys.')
param vaultName string

@description('Identity of the control plane.')
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

resource encrypts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault // control: etcd-own-key
  name: guid(vault.id, identity.id, roleIds.keyVaultCryptoUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultCryptoUser)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource joins 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, roleIds.keyVaultContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultContributor)
    principalId: identity.properties.principalId // control: etcd-own-key
    principalType: 'ServicePrincipal'
  }
}
