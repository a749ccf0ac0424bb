// What wakes somebody, and in each description what to do.
param name string
param emails string[]
param siteId string
param storageAccountId string

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-told'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for (email, n) in emails: {
        name: 'email-${n}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

// Measurements of the platform itself. What the bot measures is below.
var platform = [
  {
    name: 'not-ready'
    about: 'An instance does not answer /readyz. Live banners lapse by themselves. Look at the console logs; run doctor.'
    severity: 0
    scope: siteId
    namespace: 'Microsoft.Web/sites'
    metric: 'HealthCheckStatus'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 100
  }
  {
    name: 'errors'
    about: 'The bot answers Teams with errors. Look at the console logs.'
    severity: 1
    scope: siteId
    namespace: 'Microsoft.Web/sites'
    metric: 'Http5xx'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'table-unavailable'
    about: 'The table does not answer: nothing new goes live, and live banners lapse. Look at Azure\'s status of the storage account.'
    severity: 0
    scope: storageAccountId
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 100
  }
]

resource alerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in platform: {
    name: '${name}-${alert.name}'
    location: 'global'
    properties: {
      description: alert.about
      severity: alert.severity
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT1M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.namespace
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
          }
        ]
      }
      actions: [{ actionGroupId: told.id }]
    }
  }
]
