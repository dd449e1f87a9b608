import type { Registry } from 'prom-client';
import { z } from 'zod';

/** The series that /metrics may show, each with its labels. */
export type KnownMetrics = ReadonlyMap<string, readonly string[]>;

/** What Prometheus puts on everything that it asks of us; see its configuration and the PodMonitor. */
const ofTheTarget = ['job', 'instance', 'service'];
/** Of a CronJob, by kube-state-metrics, which a cluster with a Prometheus has. */
const ofTheCluster = ['kube_cronjob_created', 'kube_cronjob_status_last_successful_time'];
const labelNamesSchema = z.object({ labelNames: z.array(z.string()).default([]) });

/** Whatever the services registered when their modules were loaded. */
export const knownMetrics = (register: Registry): KnownMetrics => {
  const known = new Map<string, readonly string[]>([
    ['up', ofTheTarget],
    ...ofTheCluster.map((name) => [name, [...ofTheTarget, 'namespace', 'cronjob']] as const),
  ]);
  for (const metric of register.getMetricsAsArray()) {
    const labels = [...labelNamesSchema.parse({ ...metric }).labelNames, ...ofTheTarget];
    known.set(metric.name, labels);
    if (String(metric.type) !== 'histogram') continue;
    known.delete(metric.name);
    for (const part of ['count', 'sum']) known.set(`${metric.name}_${part}`, labels);
    known.set(`${metric.name}_bucket`, [...labels, 'le']);
  }
  return known;
};
