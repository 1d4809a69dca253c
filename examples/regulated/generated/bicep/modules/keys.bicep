// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Keys of your own: a vault for them alone, and the encryption set of the disks. No secret is near.

metadata description = 'Vault of keys, and what encrypts with them.'

import { ownKeySettings, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Vault of the keys.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Encryption set of the disks.')
param encryptionSetName string

@description('Settings of the keys.')
param keys ownKeySettings

@description('Days that something deleted can be recovered.')
@minValue(7)
@maxValue(90)
param retentionDays int

@description('Diagnostic setting of the vault.')
param diagnosticsName string

@description('Resource id of the workspace that takes the audit log.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: keys.tier // control: hardware-keys
    }
    enableRbacAuthorization: true // control: key-vault-rbac
    enableSoftDelete: true
    softDeleteRetentionInDays: retentionDays // control: key-vault-purge-protection
    // Whoever could purge a key could destroy what it encrypts: Azure wants this, whatever the other vault has.
    enablePurgeProtection: true // control: key-vault-purge-protection
    publicNetworkAccess: 'Disabled' // control: private-key-vault
    networkAcls: {
      // The encryption set stands outside every network.
      bypass: 'AzureServices'
      defaultAction: 'Deny' // control: private-key-vault
    }
  }
}

// A key that is there is left as it is: this makes the first version only.
resource disksKey 'Microsoft.KeyVault/vaults/keys@2026-02-01' = {
  parent: vault
  name: 'disks' // control: own-disk-keys
  properties: {
    kty: keys.kind // control: hardware-keys
    keySize: 3072
    keyOps: ['unwrapKey', 'wrapKey']
    // The vault makes the later ones.
    rotationPolicy: {
      lifetimeActions: [
        {
          trigger: { timeAfterCreate: keys.rotation } // control: key-rotation
          action: { type: 'rotate' } // control: key-rotation
        }
      ]
    }
  }
}

resource encryptionSet 'Microsoft.Compute/diskEncryptionSets@2025-01-02' = {
  name: encryptionSetName
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    encryptionType: 'EncryptionAtRestWithCustomerKey' // control: own-disk-keys
    activeKey: {
      sourceVault: { id: vault.id } // control: own-disk-keys
      keyUrl: disksKey.properties.keyUriWithVersion
    }
    rotationToLatestKeyVersionEnabled: true // control: key-rotation
  }
}

// No rotation policy: the cluster names a version, and a new one is of use only once every Secret is written anew (RUNBOOK.md).
resource etcdKey 'Microsoft.KeyVault/vaults/keys@2026-02-01' = {
  parent: vault
  name: 'etcd' // control: etcd-own-key
  properties: {
    kty: keys.kind // control: hardware-keys
    keySize: 3072
    keyOps: ['decrypt', 'encrypt', 'unwrapKey', 'wrapKey']
  }
}

#disable-next-line use-recent-api-versions // No later version; the older one has no category groups.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: diagnosticsName
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'audit', enabled: true }] // control: vault-audit-logs
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the vault.')
output vaultId string = vault.id

@description('Resource id of the encryption set of the disks.')
output encryptionSetId string = encryptionSet.id

@description('Address of the newest version of the key of etcd.')
output etcdKeyId string = etcdKey.properties.keyUriWithVersion
