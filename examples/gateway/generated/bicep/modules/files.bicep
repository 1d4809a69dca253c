// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// A storage account for the file shares of one class: on a private address, and no key counts in it.

metadata description = 'Storage account for file shares.'

import { fileShareSettings, roleIds, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Class of file shares.')
param files fileShareSettings

@description('Identity of the control plane, which makes the shares.')
param clusterIdentityName string

@description('Resource group of the identities.')
param identityGroup string

resource clusterIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: clusterIdentityName
}

resource mountIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(identityGroup)
  name: files.identity
}

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: files.account
  location: location
  tags: tags
  kind: files.kind
  sku: { name: files.sku }
  properties: {
    supportsHttpsTrafficOnly: true // control: private-files
    minimumTlsVersion: 'TLS1_2' // control: private-files
    allowBlobPublicAccess: false // control: private-files
    allowSharedKeyAccess: false // control: private-files
    azureFilesIdentityBasedAuthentication: {
      directoryServiceOptions: 'None'
      smbOAuthSettings: { isSmbOAuthEnabled: true } // control: private-files
    }
    publicNetworkAccess: 'Disabled' // control: private-files
    networkAcls: {
      bypass: 'None' // control: private-files
      defaultAction: 'Deny' // control: private-files
    }
  }
}

resource makes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, clusterIdentity.id, roleIds.storageAccountContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageAccountContributor)
    principalId: clusterIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource mounts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, mountIdentity.id, roleIds.storageFileDataSmbMiAdmin)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageFileDataSmbMiAdmin) // control: private-files
    principalId: mountIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id of the account.')
output accountId string = account.id
