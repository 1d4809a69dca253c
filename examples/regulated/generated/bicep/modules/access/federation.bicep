// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Each identity takes the tokens of one service account of this cluster, and of nobody else.

metadata description = 'Federated credentials of the workloads.'

import { workloadIdentity } from '../../types.bicep'

@description('Issuer of the tokens: the cluster.')
param issuer string

@description('Workloads that have an identity.')
param workloads workloadIdentity[]

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for workload in workloads: {
    name: workload.identity
  }
]

// One after the other: Azure refuses two changes at a time.
@batchSize(1)
resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for (workload, i) in workloads: {
    parent: identities[i]
    name: workload.credential
    properties: {
      issuer: issuer
      subject: workload.subject // control: exact-federated-credentials
      audiences: ['api://AzureADTokenExchange']
    }
  }
]
