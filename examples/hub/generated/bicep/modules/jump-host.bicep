// Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
// A machine to hop over. Nobody holds a key or a password to it: people sign in by Entra ID, without rights of an administrator.

metadata description = 'Jump host.'

import { jumpHostSettings, roleIds, tagMap } from '../types.bicep'

@description('Region.')
param location string

@description('Tags.')
param tags tagMap

@description('The machine.')
param name string

@description('Its network interface.')
param interfaceName string

@description('What the machine is.')
param jumpHost jumpHostSettings

@description('Resource id of its subnet.')
param subnetId string

@description('Object ids of the groups that sign in.')
param people string[]

resource interface 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: interfaceName
  location: location
  tags: tags
  properties: {
    // No public address. // control: jump-host
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          subnet: { id: subnetId }
          privateIPAllocationMethod: 'Dynamic'
        }
      }
    ]
  }
}

resource machine 'Microsoft.Compute/virtualMachines@2025-04-01' = {
  name: name
  location: location
  tags: tags
  // What signs people in by Entra ID asks for one. It holds no role.
  identity: { type: 'SystemAssigned' }
  properties: {
    hardwareProfile: { vmSize: jumpHost.size }
    storageProfile: {
      imageReference: jumpHost.image
      osDisk: {
        createOption: 'FromImage'
        deleteOption: 'Delete'
        managedDisk: { storageAccountType: 'StandardSSD_LRS' }
      }
    }
    osProfile: {
      computerName: name
      adminUsername: jumpHost.account
      linuxConfiguration: {
        disablePasswordAuthentication: true // control: jump-host
        ssh: {
          publicKeys: [
            {
              path: '/home/${jumpHost.account}/.ssh/authorized_keys'
              keyData: jumpHost.key // control: jump-host
            }
          ]
        }
        patchSettings: {
          patchMode: 'AutomaticByPlatform' // control: jump-host
          assessmentMode: 'AutomaticByPlatform'
          automaticByPlatformSettings: { rebootSetting: 'IfRequired' }
        }
      }
    }
    securityProfile: {
      securityType: 'TrustedLaunch' // control: jump-host
      encryptionAtHost: true // control: jump-host
      uefiSettings: {
        secureBootEnabled: true // control: jump-host
        vTpmEnabled: true // control: jump-host
      }
    }
    networkProfile: {
      networkInterfaces: [{ id: interface.id }]
    }
  }
}

resource signIn 'Microsoft.Compute/virtualMachines/extensions@2025-04-01' = {
  parent: machine
  name: 'AADSSHLoginForLinux'
  location: location
  properties: {
    publisher: 'Microsoft.Azure.ActiveDirectory'
    type: 'AADSSHLoginForLinux' // control: jump-host
    typeHandlerVersion: '1.0'
    autoUpgradeMinorVersion: true
  }
}

resource onInterface 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in people: {
    scope: interface
    name: guid(interface.id, group, roleIds.reader)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.reader)
      principalId: group
      principalType: 'Group'
    }
  }
]

resource onMachine 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in people: {
    scope: machine
    name: guid(machine.id, group, roleIds.virtualMachineUserLogin)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.virtualMachineUserLogin)
      principalId: group
      principalType: 'Group'
    }
  }
]
