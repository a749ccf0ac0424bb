// What wakes somebody, and in each description what to do.
param name string
param location string
param emails string[]
param siteId string
param storageAccountId string
param insightsId string
param workspaceId string

// What the bot itself measures, by metric: the same rules whoever watches (README, Watching it).
var rules = loadJsonContent('../alerts.json')

// Azure looks at a metric within a minute, but neither at one attribute of it alone nor at one that does not come: for those the logs are asked.
var measured = filter(rules, rule => !contains(rule, 'where') && !contains(rule, 'whenMissing'))
var asked = filter(rules, rule => contains(rule, 'where') || contains(rule, 'whenMissing'))

var aggregations = {
  max: 'Maximum'
  min: 'Minimum'
  sum: 'Total'
  count: 'Count'
}
var operators = {
  '>': 'GreaterThan'
  '<': 'LessThan'
  '<=': 'LessThanOrEqual'
}

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

// What the platform measures.
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

resource ofTheBot 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for rule in measured: {
    name: '${name}-${rule.name}'
    location: 'global'
    properties: {
      description: '${rule.says} ${rule.do}'
      severity: rule.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT1M'
      windowSize: rule.windowMinutes == 60 ? 'PT1H' : 'PT${rule.windowMinutes}M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: rule.name
            metricNamespace: 'azure.applicationinsights'
            metricName: rule.metric
            timeAggregation: aggregations[rule.aggregation]
            operator: operators[rule.operator]
            threshold: rule.threshold
            skipMetricValidation: true
          }
        ]
      }
      actions: [{ actionGroupId: told.id }]
    }
  }
]

resource ofTheLogs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in asked: {
    name: '${name}-${rule.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: '${name}-${rule.name}'
      description: '${rule.says} ${rule.do}'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      autoMitigate: true
      criteria: {
        allOf: [
          contains(rule, 'whenMissing')
            ? {
                query: 'AppMetrics | where Name == "${rule.metric}" and TimeGenerated > ago(${rule.windowMinutes}m)'
                timeAggregation: 'Count'
                operator: operators[rule.operator]
                threshold: rule.threshold
              }
            : {
                query: 'AppMetrics | where Name == "${rule.metric}" and TimeGenerated > ago(${rule.windowMinutes}m) and tostring(Properties.${items(rule.where)[0].key}) == "${items(rule.where)[0].value}" | summarize Value = max(Max) by bin(TimeGenerated, 1m)'
                metricMeasureColumn: 'Value'
                timeAggregation: aggregations[rule.aggregation]
                operator: operators[rule.operator]
                threshold: rule.threshold
              }
        ]
      }
      actions: { actionGroups: [told.id] }
    }
  }
]
