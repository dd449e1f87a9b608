import { kubernetesSecrets, makeSecrets, namedSecrets } from '@porchlight/installation';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clusterFaults } from './cluster/cluster-faults';
import { guideFaults } from './cluster/guide-faults';
import { readManifests, type Manifest } from './cluster/manifests';
import { schemaFaults } from './cluster/schema-faults';
import { adminSettings } from './admin-settings';
import { componentFaults } from './cluster/component-faults';
import { configSchemas } from './config-schemas';
import { environmentOfStage } from './dockerfile';
import { composeSchemaFaults } from './compose-schema';
import { readMonitoring } from './monitoring/files';
import { monitoringFaults } from './monitoring/monitoring-faults';
import { registeredMetrics } from './monitoring/registered-metrics';

/**
 * `npm run check:deploy`: renders every overlay and holds it against the published schemas and the rules of this house;
 * the compose file against its schema, alerts and charts against the metrics that there are.
 * `npm run check:deploy -- <file>…` looks at manifests that are rendered already.
 */
const surroundings = {
  schemas: await configSchemas(),
  secrets: Object.fromEntries(
    kubernetesSecrets(namedSecrets(makeSecrets()), {}).items.map(({ metadata, stringData }) => [
      metadata.name,
      stringData,
    ]),
  ),
  ofImage: environmentOfStage(readFileSync('Dockerfile', 'utf8'), 'service'),
  admin: await adminSettings(),
};

const tell = (what: string, faults: readonly string[]): void => {
  for (const fault of faults) console.error(`${what}: ${fault}`);
  console.log(`${what}: ${faults.length === 0 ? 'well' : `${faults.length} faults`}`);
  if (faults.length > 0) process.exitCode = 1;
};

const checkManifests = async (what: string, text: string): Promise<void> => {
  const manifests = readManifests(text);
  const bySchema = await Promise.all(manifests.map(schemaFaults));
  tell(what, [...bySchema.flat(), ...clusterFaults(manifests, surroundings)]);
};

const checkOverlays = async (): Promise<void> => {
  const overlays: Record<string, Manifest[]> = {};
  for (const overlay of readdirSync('k8s/overlays')) {
    const rendered = spawnSync('kubectl', ['kustomize', `k8s/overlays/${overlay}`], { encoding: 'utf8' });
    if (rendered.error) return console.log('overlays: NOT CHECKED, as there is no kubectl here to render them');
    if (rendered.status !== 0) tell(overlay, [rendered.stderr.trim()]);
    else {
      await checkManifests(`overlay ${overlay}`, rendered.stdout);
      overlays[overlay] = readManifests(rendered.stdout);
    }
  }
  const guides = ['docs/operations.md', 'docs/runbook.md'].map((guide) => readFileSync(guide, 'utf8')).join('\n');
  tell('guides', guideFaults(guides, overlays, surroundings.secrets));
};

const files = process.argv.slice(2).filter((file) => existsSync(file));
if (files.length > 0) for (const file of files) await checkManifests(file, readFileSync(file, 'utf8'));
else {
  tell('docker-compose.yml', composeSchemaFaults(readFileSync('docker-compose.yml', 'utf8')));
  tell('monitoring', monitoringFaults(readMonitoring(), await registeredMetrics()));
  tell('components', componentFaults('k8s'));
  await checkOverlays();
}
