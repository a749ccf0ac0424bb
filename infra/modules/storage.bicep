// The table of the desk. No shared key opens it; only the bot's identity may write.
param name string
param location string

@description('Who may read and write the table.')
param writerPrincipalId string

param workspaceId string

@description('Reachable through private endpoints alone.')
param closed bool

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: closed ? 'Deny' : 'Allow'
    }
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource desk 'tables' = {
      name: 'vstrsbot'
    }
  }
}

// Storage Table Data Contributor, on the one table.
resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource write 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::tables::desk
  name: guid(account::tables::desk.id, writerPrincipalId, role.id)
  properties: {
    roleDefinitionId: role.id
    principalId: writerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource toLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::tables
  name: 'to-logs'
  properties: {
    workspaceId: workspaceId
    // Reads are left out: the outbox looks every second.
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output accountId string = account.id
output tableName string = account::tables::desk.name
output tableEndpoint string = 'https://${account.name}.table.${environment().suffixes.storage}'
