import { readFileSync } from 'node:fs';
import type { Monitoring } from './monitoring-faults';

const read = (file: string): string => readFileSync(file, 'utf8');

/** Everything that watches an installation, as it stands in the repository. */
export const readMonitoring = (): Monitoring => ({
  rules: read('deploy/monitoring/prometheus/alerts.yml'),
  tests: read('deploy/monitoring/prometheus/alerts.test.yml'),
  manifest: read('k8s/components/monitoring/rules.yaml'),
  dashboard: read('deploy/monitoring/grafana/porchlight.json'),
  runbook: read('docs/runbook.md'),
});
