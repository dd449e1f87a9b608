import { parse } from 'yaml';
import { z } from 'zod';
import type { KnownMetrics } from './known-metrics';
import { readPromql } from './promql';

const ruleSchema = z.object({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string() }),
});
const rulesSchema = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(ruleSchema.loose()) })) });
const manifestSchema = z.object({ kind: z.literal('PrometheusRule'), spec: rulesSchema });
const testsSchema = z.object({
  tests: z.array(
    z.object({ alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })) }),
  ),
});
const dashboardSchema = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});

export interface Monitoring {
  readonly rules: string;
  readonly tests: string;
  /** The same rules for a cluster. */
  readonly manifest: string;
  readonly dashboard: string;
  readonly runbook: string;
}

/** What is wrong with alerts, their tests, the charts and the runbook: of each other, and of the metrics that there are. */
export const monitoringFaults = (monitoring: Monitoring, known: KnownMetrics): string[] => {
  const rules = rulesSchema.parse(parse(monitoring.rules));
  const alerts = rules.groups.flatMap((group) => group.rules);
  const names = alerts.map(({ alert }) => alert);
  const expected = testsSchema.parse(parse(monitoring.tests)).tests.flatMap((test) => test.alert_rule_test);
  const entries = [...monitoring.runbook.matchAll(/^## (\w+)$/gm)].map(([, name]) => name ?? '');
  const inCluster = manifestSchema.parse(parse(monitoring.manifest)).spec;
  return [
    ...alerts.flatMap(({ alert, expr }) => expressionFaults(expr, known).map((fault) => `alert ${alert} ${fault}`)),
    ...dashboardSchema
      .parse(JSON.parse(monitoring.dashboard))
      .panels.flatMap(({ title, targets }) =>
        targets.flatMap(({ expr }) => expressionFaults(expr, known).map((fault) => `chart "${title}" ${fault}`)),
      ),
    ...names
      .filter((name) => !isTested(name, expected))
      .map((name) => `alert ${name} is not tested to speak and to keep silent`),
    ...names.filter((name) => !entries.includes(name)).map((name) => `alert ${name} has no entry in the runbook`),
    ...entries.filter((name) => !names.includes(name)).map((name) => `the runbook knows an alert ${name} that is none`),
    ...(JSON.stringify(inCluster) === JSON.stringify(rules) ? [] : ['the rules of the cluster are others']),
  ];
};

const isTested = (name: string, expected: readonly { alertname: string; exp_alerts: unknown[] }[]): boolean => {
  const own = expected.filter(({ alertname }) => alertname === name);
  return own.some((one) => one.exp_alerts.length > 0) && own.some((one) => one.exp_alerts.length === 0);
};

const expressionFaults = (expression: string, known: KnownMetrics): string[] => {
  const { metrics, labels, isWhole } = readPromql(expression);
  const carried = new Set(metrics.flatMap((metric) => known.get(metric) ?? []));
  return [
    ...(isWhole ? [] : ['is no PromQL']),
    ...(metrics.length > 0 ? [] : ['reads nothing']),
    ...metrics.filter((metric) => !known.has(metric)).map((metric) => `reads ${metric}, which nobody tells`),
    ...labels.filter((label) => !carried.has(label)).map((label) => `names a label ${label}, which nothing there has`),
  ];
};
