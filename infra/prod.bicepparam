// Production: two instances in different zones.
using 'main.bicep'

param botAppId = readEnvironmentVariable('BOT_APP_ID')
param name = 'vstrs'
param instances = 2
param planSku = 'P0v3'
param zoneRedundant = true

// True once the three keys are in the vault (README, Deploy).
param privateNetwork = readEnvironmentVariable('PRIVATE_NETWORK', 'false') == 'true'

// Change these: who is told, and who runs the app.
param alertEmails = ['desk-on-call@desk.example']
param owner = {
  developerName: 'Desk support'
  websiteUrl: 'https://desk.example/vstrs-handoff'
  privacyUrl: 'https://desk.example/vstrs-handoff/privacy'
  termsUrl: 'https://desk.example/vstrs-handoff/terms'
}
