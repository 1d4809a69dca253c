// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// Refuses services of type LoadBalancer that are not internal. The namespaces that the definition excludes stay excluded.

metadata description = 'Policy assignment against public load balancers.'

import { policyIds } from '../../types.bicep'

@description('Assignment.')
@minLength(1)
@maxLength(64)
param name string

@description('What happens to a public load balancer.')
param effect 'Audit' | 'Deny' | 'Disabled'

resource assignment 'Microsoft.Authorization/policyAssignments@2025-03-01' = {
  name: name
  properties: {
    displayName: 'Internal load balancers only'
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', policyIds.internalLoadBalancers)
    enforcementMode: 'Default'
    parameters: {
      effect: { value: effect } // control: internal-load-balancers-only
    }
  }
}
