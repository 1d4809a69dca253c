// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// The other side of a peering, in a network that is not of this tree but ours to change.

metadata description = 'Peering from another network to this one.'

import { otherSide } from '../types.bicep'

@description('The other network, and what it gives.')
param side otherSide

@description('Resource id of this network.')
param virtualNetworkId string

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: side.network
}

resource back 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork
  name: side.name
  properties: {
    remoteVirtualNetwork: { id: virtualNetworkId }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: side.forwardedTraffic
    allowGatewayTransit: side.offersGateway
    useRemoteGateways: false
  }
}
