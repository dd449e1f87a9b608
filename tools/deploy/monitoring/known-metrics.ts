import type { Registry } from 'prom-client';
import { z } from 'zod';

/** The series that /metrics may show, each with its labels. */
export type KnownMetrics = ReadonlyMap<string, readonly string[]>;

/** What Prometheus puts on everything that it asks of us; see its configuration and the PodMonitor. */
const ofTheTarget = ['job', 'instance', 'service'];
const labelNamesSchema = z.object({ labelNames: z.array(z.string()).default([]) });

/** Whatever the services registered when their modules were loaded. */
export const knownMetrics = (register: Registry): KnownMetrics => {
  const known = new Map<string, readonly string[]>([['up', ofTheTarget]]);
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
