// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Vault. No secret is here: secrets come in by azcli/secrets.sh, one at a time.

metadata description = 'Key Vault.'

import { tagMap, vaultSettings } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Settings of the vault.')
param vault vaultSettings

@description('Diagnostic setting of the vault.')
param diagnosticsName string

@description('Resource id of the workspace that takes the audit log.')
param workspaceId string

resource keyVault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: vault.sku
    }
    enableRbacAuthorization: true // control: key-vault-rbac
    enableSoftDelete: true
    softDeleteRetentionInDays: vault.retentionDays // control: key-vault-purge-protection
    // Azure knows no false here.
    enablePurgeProtection: vault.purgeProtection ? true : null // control: key-vault-purge-protection
    publicNetworkAccess: vault.publicAccess ? 'Enabled' : 'Disabled' // control: private-key-vault
    networkAcls: {
      bypass: 'None' // control: private-key-vault
      defaultAction: vault.publicAccess ? 'Allow' : 'Deny' // control: private-key-vault
    }
  }
}

#disable-next-line use-recent-api-versions // No later version; the older one has no category groups.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: keyVault
  name: diagnosticsName
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'audit', enabled: true }] // control: vault-audit-logs
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the vault.')
output vaultId string = keyVault.id

@description('Address of the vault.')
output vaultUri string = keyVault.properties.vaultUri
