// Everything in Azure that one desk's bot needs. The app registration is not here: README, Deploy, makes it and has it trust the identity.
targetScope = 'resourceGroup'

metadata description = 'The VSTRS handoff bot: bot registration, web app, table, keys, monitoring.'

import { FederatedCredential, Owner, TeamsApp } from 'types.bicep'

@description('The app (client) id of the bot\'s app registration: az ad app create.')
@minLength(36)
@maxLength(36)
param botAppId string

@description('Begins the name of everything: small letters and digits, a letter first.')
@minLength(3)
@maxLength(10)
param name string

@description('Where. Default: where the resource group is.')
param location string = resourceGroup().location

@description('How many instances serve. Two, so that one can go while the other renews.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('The App Service plan\'s size.')
param planSku string = 'P0v3'

@description('Spreads the instances over zones; needs at least two, and a region that has zones.')
param zoneRedundant bool = false

@description('Table and keys reachable from the bot\'s own network alone.')
param privateNetwork bool = false

@description('19:…@thread.tacv2, the desk\'s channel. Empty: a lead types "use this channel" there.')
param channelId string = ''

@description('Who is told when an alert fires.')
param alertEmails string[]

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Who runs the app, as its page in Teams says.')
param owner Owner

@description('Set apart from production in Teams, for example " (dev)".')
@maxLength(17)
param nameSuffix string = ''

var unique = '${name}${uniqueString(resourceGroup().id)}'

module identity 'modules/identity.bicep' = {
  params: {
    name: '${name}-bot'
    location: location
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    name: '${name}-net'
    location: location
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    logDays: logDays
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: take(unique, 24)
    location: location
    writerPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    closed: privateNetwork
  }
}

module keys 'modules/keys.bicep' = {
  params: {
    name: take(unique, 24)
    location: location
    readerPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    closed: privateNetwork
  }
}

module tableEndpoint 'modules/endpoint.bicep' = if (privateNetwork) {
  params: {
    name: '${name}-table'
    location: location
    subnetId: network!.outputs.endpointSubnetId
    networkId: network!.outputs.networkId
    serviceId: storage.outputs.accountId
    group: 'table'
    zone: 'privatelink.table.${environment().suffixes.storage}'
  }
}

module keysEndpoint 'modules/endpoint.bicep' = if (privateNetwork) {
  params: {
    name: '${name}-keys'
    location: location
    subnetId: network!.outputs.endpointSubnetId
    networkId: network!.outputs.networkId
    serviceId: keys.outputs.vaultId
    group: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: unique
    location: location
    instances: instances
    planSku: planSku
    zoneRedundant: zoneRedundant
    identityId: identity.outputs.id
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.?outputs.appSubnetId
    settings: {
      Teams__AppId: botAppId
      Teams__TenantId: tenant().tenantId
      Teams__Credential__Kind: 'FederatedIdentity'
      Teams__Credential__ManagedIdentityClientId: identity.outputs.clientId
      Channel__ChannelId: channelId
      Keys__Vault: keys.outputs.vaultUri
      Keys__ManagedIdentityClientId: identity.outputs.clientId
    }
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: '${name}-bot'
    displayName: 'VSTRS handoff${nameSuffix}'
    appId: botAppId
    tenantId: tenant().tenantId
    endpoint: 'https://${app.outputs.hostName}/api/messages'
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    emails: alertEmails
    siteId: app.outputs.siteId
    storageAccountId: storage.outputs.accountId
  }
}

@description('For manifest/pack --outputs.')
output teamsApp TeamsApp = {
  botId: botAppId
  nameSuffix: nameSuffix
  developerName: owner.developerName
  websiteUrl: owner.websiteUrl
  privacyUrl: owner.privacyUrl
  termsUrl: owner.termsUrl
}

@description('For az ad app federated-credential create: the app registration trusts the bot\'s identity, so there is no secret.')
output federatedCredential FederatedCredential = {
  name: '${name}-bot'
  issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
  subject: identity.outputs.principalId
  audiences: ['api://AzureADTokenExchange']
  description: 'The bot\'s managed identity in Azure.'
}

@description('The web app that the published program goes to.')
output siteName string = app.outputs.siteName

@description('Where Teams sends activities.')
output messagingEndpoint string = 'https://${app.outputs.hostName}/api/messages'

@description('Where the three keys go.')
output vaultName string = keys.outputs.vaultName
