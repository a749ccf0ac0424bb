// The bot's registration with the Bot Service: one tenant, Teams, no other way in that the bot would answer.
param name string

@description('As the registration shows it.')
@maxLength(42)
param displayName string

param appId string
param tenantId string

@description('Where Teams sends activities, https.')
param endpoint string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    schemaTransformationVersion: '1.3'
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
        enableCalling: false
        acceptedTerms: true
        deploymentEnvironment: 'CommercialDeployment'
      }
    }
  }
}
