// The web app: Linux, .NET 10, always on, as many instances as asked. Nothing but the bot's identity signs in to anything.
import { AppSettings } from '../types.bicep'

param name string
param location string
param instances int
param planSku string
param zoneRedundant bool
param identityId string
param workspaceId string

@description('The bot\'s settings, by their names in the environment (bot/BotSettings.cs).')
param settings AppSettings

@description('Given: what the bot calls in Azure is called from this subnet.')
param subnetId string?

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet VstrsBot.dll serve'
      alwaysOn: true
      healthCheckPath: '/readyz'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      webSocketsEnabled: false
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, {
      ASPNETCORE_ENVIRONMENT: 'Production'
      // The package is mounted read-only.
      WEBSITE_RUN_FROM_PACKAGE: '1'
      // Seconds for a clean stop.
      WEBSITES_CONTAINER_STOP_TIME_LIMIT: '60'
      // An instance that is not ready this many minutes is replaced.
      WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '2'
    })
  }

  // Publishing by Entra sign-in alone.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource toLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

output siteId string = site.id
output siteName string = site.name
output hostName string = site.properties.defaultHostName
