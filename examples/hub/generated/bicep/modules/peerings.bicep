// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// This network's side of its peerings.

metadata description = 'Peerings of the virtual network.'

import { networkPeering } from '../types.bicep'

@description('Virtual network.')
param virtualNetworkName string

@description('What it is joined to.')
param peerings networkPeering[]

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: virtualNetworkName
}

// One after the other: Azure refuses two changes of a network at a time.
@batchSize(1)
resource joined 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = [
  for peering in peerings: {
    parent: virtualNetwork
    name: peering.name
    properties: {
      remoteVirtualNetwork: { id: peering.network }
      allowVirtualNetworkAccess: true
      allowForwardedTraffic: peering.forwardedTraffic
      allowGatewayTransit: false
      useRemoteGateways: peering.useGateway
    }
  }
]
