// One service, reachable from one network alone, under its usual name.
param name string
param location string

@description('The subnet that holds the endpoint.')
param subnetId string

@description('The network whose names resolve to it.')
param networkId string

@description('The service.')
param serviceId string

@description('Which part of the service: table, vault.')
param group string

@description('The private zone of its names.')
param zone string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: name
        properties: {
          privateLinkServiceId: serviceId
          groupIds: [group]
        }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'names'
    properties: {
      privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: privateZone.id } }]
    }
  }
}

resource privateZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zone
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
}
