// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Refuses public IP addresses in one resource group, whoever asks for one.

metadata description = 'Policy assignment against public IP addresses.'

import { policyIds } from '../../types.bicep'

@description('Assignment.')
@minLength(1)
@maxLength(64)
param name string

@description('What happens to a public IP address.')
param effect 'Audit' | 'Deny' | 'Disabled'

resource assignment 'Microsoft.Authorization/policyAssignments@2025-03-01' = {
  name: name
  properties: {
    displayName: 'No public IP addresses'
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', policyIds.notAllowedResourceTypes)
    enforcementMode: 'Default'
    parameters: {
      effect: { value: effect }
      listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/publicIPAddresses'] } // control: no-public-ip-addresses
    }
  }
}
