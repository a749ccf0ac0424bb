// For trying: one small instance beside production, told apart in Teams.
using 'main.bicep'

param botAppId = readEnvironmentVariable('BOT_APP_ID')
param name = 'vstrsdev'
param nameSuffix = ' (dev)'
param instances = 1
param planSku = 'B1'
param logDays = 30

// Change these: who is told, and who runs the app.
param alertEmails = ['desk-dev@desk.example']
param owner = {
  developerName: 'Desk support'
  websiteUrl: 'https://desk.example/vstrs-handoff'
  privacyUrl: 'https://desk.example/vstrs-handoff/privacy'
  termsUrl: 'https://desk.example/vstrs-handoff/terms'
}
