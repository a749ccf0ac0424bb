@export()
@description('Who runs the app, as its page in Teams says.')
type Owner = {
  @description('At most 32 characters.')
  @maxLength(32)
  developerName: string

  @description('Where people find support, https.')
  websiteUrl: string

  @description('The privacy notice, https.')
  privacyUrl: string

  @description('The terms of use, https.')
  termsUrl: string
}

@export()
@description('What manifest/pack fills in.')
type TeamsApp = {
  botId: string
  nameSuffix: string
  developerName: string
  websiteUrl: string
  privacyUrl: string
  termsUrl: string
}

@export()
@description('As az ad app federated-credential create --parameters takes it.')
type FederatedCredential = {
  name: string
  issuer: string

  @description('The identity\'s object (principal) id, not its client id.')
  subject: string
  audiences: string[]
  description: string
}

@export()
@description('Settings by their names in the environment.')
type AppSettings = {
  *: string
}
