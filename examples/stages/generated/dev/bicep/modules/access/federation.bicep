// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment dev
// Each identity takes the tokens of one service account of this cluster, and of nobody else.

metadata description = 'Federated credentials of the workloads.'

import { federatedCredential } from '../../types.bicep'

@description('Issuer of the tokens: the cluster.')
param issuer string

@description('Service accounts that act as these identities.')
param credentials federatedCredential[]

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for credential in credentials: {
    name: credential.identity
  }
]

// One after the other: Azure refuses two changes at a time.
@batchSize(1)
resource federation 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for (credential, i) in credentials: {
    parent: identities[i]
    name: credential.name
    properties: {
      issuer: issuer
      subject: credential.subject // control: exact-federated-credentials
      audiences: ['api://AzureADTokenExchange']
    }
  }
]
