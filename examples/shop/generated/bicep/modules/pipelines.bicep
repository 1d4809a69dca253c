// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Who pipelines are in Azure. Neither identity has a secret: each takes the tokens of one environment's jobs, and of nobody else.

metadata description = 'Identities of pipelines.'

import { pipelineSettings, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('Identity of pipelines that look.')
param planIdentityName string

@description('Identity of pipelines that change.')
param applyIdentityName string

@description('Settings of the pipelines.')
param pipelines pipelineSettings

resource planIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: planIdentityName
  location: location
  tags: tags

  resource credential 'federatedIdentityCredentials' = {
    name: pipelines.credential
    properties: {
      issuer: pipelines.issuer // control: secretless-pipelines
      subject: pipelines.planSubject // control: secretless-pipelines
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource applyIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: applyIdentityName
  location: location
  tags: tags

  resource credential 'federatedIdentityCredentials' = {
    name: pipelines.credential
    properties: {
      issuer: pipelines.issuer // control: secretless-pipelines
      subject: pipelines.applySubject // control: secretless-pipelines
      audiences: ['api://AzureADTokenExchange']
    }
  }
}
