// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml --environment prod
// The way out: one NAT gateway, whose address others can allow. Its group is the only one that may hold a public address.

metadata description = 'NAT gateway with its public address.'

import { tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('NAT gateway.')
param natGatewayName string

@description('Public address of the NAT gateway.')
param publicAddressName string

@description('Kind of NAT gateway and address: over zones, or in one.')
param sku 'Standard' | 'StandardV2'

resource publicAddress 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: publicAddressName
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    publicIPAllocationMethod: 'Static'
    idleTimeoutInMinutes: 4
  }
}

resource natGateway 'Microsoft.Network/natGateways@2025-05-01' = {
  name: natGatewayName
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    idleTimeoutInMinutes: 4
    publicIpAddresses: [{ id: publicAddress.id }] // control: owned-egress
  }
}

@description('Resource id of the NAT gateway.')
output natGatewayId string = natGateway.id
