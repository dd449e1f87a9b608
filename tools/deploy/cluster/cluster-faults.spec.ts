import { describe, expect, it } from '@jest/globals';
import { kubernetesSecrets, makeSecrets, namedSecrets } from '@porchlight/installation';
import { readFileSync } from 'node:fs';
import { configSchema as identity } from '../../../apps/identity/src/config';
import { configSchema as leads } from '../../../apps/leads/src/config';
import { configSchema as notifications } from '../../../apps/notifications/src/config';
import { configSchema as gateway } from '../../../apps/portal-gateway/src/config';
import { configSchema as projects } from '../../../apps/projects/src/config';
import { backupSettings, companySettings, restoreSettings } from '../../admin/settings';
import { environmentOfStage } from '../dockerfile';
import { clusterFaults } from './cluster-faults';
import { readManifests } from './manifests';
import { wellCluster } from './well.factory';

const secrets = Object.fromEntries(
  kubernetesSecrets(namedSecrets(makeSecrets()), {}).items.map((secret) => [secret.metadata.name, secret.stringData]),
);
const surroundings = {
  schemas: { identity, projects, leads, notifications, 'portal-gateway': gateway },
  secrets,
  ofImage: environmentOfStage(readFileSync('Dockerfile', 'utf8'), 'service'),
  admin: { backupSettings, restoreSettings, companySettings },
};
const faultsOf = (text: string): string[] => clusterFaults(readManifests(text), surroundings);

/** A well cluster with one fault planted: at the first place that fits. */
const planted = (from: string | RegExp, to: string): string => {
  const well = wellCluster();
  const changed = well.replace(from, to);
  if (changed === well) throw new Error(`there is no ${String(from)} to change`);
  return changed;
};

describe('the rules of this house for a cluster', () => {
  it('find nothing in a well one', () => {
    expect(faultsOf(wellCluster())).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    [
      'a token of the cluster',
      '"automountServiceAccountToken":false',
      '"automountServiceAccountToken":true',
      'Deployment identity holds a token of the cluster',
    ],
    [
      'a short end',
      '"terminationGracePeriodSeconds":45',
      '"terminationGracePeriodSeconds":30',
      'Deployment identity is killed before it has stopped by itself',
    ],
    ['no way out', '"seconds":5', '"seconds":0', 'Deployment identity is gone before proxies forget it'],
    ['root', '"runAsNonRoot":true', '"runAsNonRoot":false', 'Deployment identity may run as root'],
    ['no seccomp', '"RuntimeDefault"', '"Unconfined"', 'Deployment identity has no seccomp profile'],
    [
      'an image without version',
      'identity:1.2.3',
      'identity:latest',
      'Deployment identity has an image that is another tomorrow',
    ],
    ['a tag that moves', 'nats:2.12.1', 'nats:2.12', 'StatefulSet nats has an image that is another tomorrow'],
    [
      'new privileges',
      '"allowPrivilegeEscalation":false',
      '"allowPrivilegeEscalation":true',
      'Deployment identity may gain privileges',
    ],
    [
      'a writable image',
      '"readOnlyRootFilesystem":true',
      '"readOnlyRootFilesystem":false',
      'Deployment identity may write to its image',
    ],
    ['capabilities', '["ALL"]', '["CHOWN"]', 'Deployment identity keeps capabilities'],
    ['no requests', '"cpu":"100m",', '', 'Deployment identity asks for no resources'],
    ['no limit', '"limits":{"memory":"512Mi"}', '"limits":{}', 'Deployment identity has no limit of memory'],
    [
      'too little memory for files',
      '"memory":"1Gi"',
      '"memory":"512Mi"',
      'projects: may have 512Mi and needs 865 MB where many upload',
    ],
    [
      'no startup probe',
      '"startupProbe":{"httpGet":{"path":"/livez"}},',
      '',
      'Deployment identity has no startupProbe',
    ],
    [
      'no liveness probe',
      '"livenessProbe":{"httpGet":{"path":"/livez"}},',
      '',
      'Deployment identity has no livenessProbe',
    ],
    [
      'a liveness that depends',
      '"livenessProbe":{"httpGet":{"path":"/livez"}}',
      '"livenessProbe":{"httpGet":{"path":"/readyz"}}',
      'Deployment identity is alive by another answer than /livez',
    ],
    [
      'a readiness that does not',
      '"/readyz"',
      '"/livez"',
      'Deployment identity is ready by another answer than /readyz',
    ],
    [
      'pods on one machine',
      '"topologySpreadConstraints":[{"topologyKey":"kubernetes.io/hostname"}]',
      '"topologySpreadConstraints":[]',
      'Deployment identity may stand on one machine alone',
    ],
    [
      'a Secret that is not there',
      '"secretRef":{"name":"identity"}',
      '"secretRef":{"name":"identities"}',
      'Deployment identity takes from no Secret identities',
    ],
    [
      'a ConfigMap that is not there',
      '"configMapRef":{"name":"porchlight"}',
      '"configMapRef":{"name":"porch"}',
      'Deployment identity takes from no ConfigMap porch',
    ],
    [
      'a key that is not there',
      '"key":"MAIL_FROM"',
      '"key":"MAIL_TO"',
      'Deployment notifications takes no MAIL_TO from ConfigMap porchlight',
    ],
    ['a misspelt variable', '"SMTP_CONFIGURED"', '"SMTP_CONFIGURE"', 'identity: knows no SMTP_CONFIGURE'],
    [
      'a selector that meets nothing',
      '"selector":{"app.kubernetes.io/name":"leads"}',
      '"selector":{"app.kubernetes.io/name":"lead"}',
      'Service leads selects nothing',
    ],
    [
      'a port that leads nowhere',
      '"targetPort":"http"',
      '"targetPort":"https"',
      'Service identity leads to no port https',
    ],
    [
      'a budget for nobody',
      '"matchLabels":{"app.kubernetes.io/name":"leads"}',
      '"matchLabels":{"app.kubernetes.io/name":"lead"}',
      'PodDisruptionBudget leads selects nothing',
    ],
    [
      'a scaler of nothing',
      '"scaleTargetRef":{"kind":"Deployment","name":"leads"}',
      '"scaleTargetRef":{"kind":"Deployment","name":"lead"}',
      'HorizontalPodAutoscaler scales no Deployment lead',
    ],
    [
      'a policy for nobody',
      '"podSelector":{}',
      '"podSelector":{"matchLabels":{"a":"b"}}',
      'NetworkPolicy deny-all selects nothing',
    ],
    ['open doors', '"deny-all"', '"deny-some"', 'nothing denies all that is not allowed'],
    [
      'a route to another service',
      '"value":"/api/leads"',
      '"value":"/api/identity"',
      'HTTPRoute sends /api/identity to leads and not to identity',
    ],
    [
      'a route to a port that is not there',
      '"name":"leads","port":3000}]',
      '"name":"leads","port":3001}]',
      'HTTPRoute leads to no leads:3001',
    ],
    ['two versions', 'porchlight/leads:1.2.3', 'porchlight/leads:1.2.4', 'images have the versions 1.2.3, 1.2.4'],
    [
      'a migration of another version',
      'leads-migrate-1-2-3',
      'leads-migrate-1-2-2',
      'Job leads-migrate-1-2-2 is not named by the version: it ends in -1-2-3',
    ],
    [
      'an ingress to another service',
      '"path":"/request"',
      '"path":"/api/identity"',
      'Ingress sends /api/identity to leads and not to identity',
    ],
    [
      'an ingress to a port that is not there',
      '"name":"leads","port":{"name":"http"}',
      '"name":"leads","port":{"name":"ws"}',
      'Ingress leads to no leads:ws',
    ],
    ['no backups', '"suspend":false', '"suspend":true', 'nothing makes backups'],
    [
      'two backups at once',
      '"concurrencyPolicy":"Forbid"',
      '"concurrencyPolicy":"Allow"',
      'CronJob backup may run twice at once',
    ],
    [
      'a backup without files',
      '"volumeMounts":[{"name":"public","mountPath":"/files/public","readOnly":true}]',
      '"volumeMounts":[]',
      'CronJob backup leaves out public-files',
    ],
    ['a backup that may change files', '"readOnly":true', '"readOnly":false', 'CronJob backup may change public-files'],
    ['backups for ever', '"--keep-days","14"', '"--daily"', 'CronJob backup keeps all for ever'],
    ['a command that the clock starts', '"suspend":true', '"suspend":false', 'nobody can give commands'],
    [
      'a restore without the folder of files',
      /"volumeMounts":\[[^\]]*\](?=[^\]]*\],"volumes":\[[^\]]*\]\}\}\}\}\}\}\n---\n\{"apiVersion":"apps\/v1","kind":"StatefulSet")/,
      '"volumeMounts":[]',
      'CronJob admin cannot restore public-files',
    ],
    [
      'a CronJob with a token of the cluster',
      /("kind":"CronJob".*?)"automountServiceAccountToken":false/,
      '$1"automountServiceAccountToken":true',
      'CronJob backup holds a token of the cluster',
    ],
    [
      'a CronJob that may write to its image',
      /("kind":"CronJob".*?)"readOnlyRootFilesystem":true/,
      '$1"readOnlyRootFilesystem":false',
      'CronJob backup may write to its image',
    ],
    [
      'a backup of another version',
      'porchlight/admin:1.2.3',
      'porchlight/admin:1.2.2',
      'images have the versions 1.2.3, 1.2.2',
    ],
    [
      'streams on one of three servers',
      '"value":"3"',
      '"value":"1"',
      'provision-bus puts streams on 1 of 3 servers of NATS',
    ],
    [
      'lost streams made again on one of three servers',
      '{"name":"STREAM_REPLICAS","value":"3"}],"startupProbe"',
      '{"name":"STREAM_REPLICAS","value":"1"}],"startupProbe"',
      'keep-bus puts streams on 1 of 3 servers of NATS',
    ],
    ['lost streams that nobody makes again', '"name":"keep-bus"', '"name":"keep"', 'nobody makes lost streams again'],
    [
      'a password among arguments',
      '"bus","keep"',
      '"bus","keep","$(PROVISION_NATS_URL)"',
      'Deployment keep-bus has PROVISION_NATS_URL among its arguments',
    ],
    [
      'links in the log of a controller',
      '"nginx.ingress.kubernetes.io/enable-access-log":"false"',
      '"nginx.ingress.kubernetes.io/enable-access-log":"true"',
      'Ingress porchlight lets links be written down: nginx.ingress.kubernetes.io/enable-access-log',
    ],
    [
      'servers that wait for each other',
      '"Parallel"',
      '"OrderedReady"',
      'the first nats waits for the others, which wait for it',
    ],
    ['servers on one machine', '[{"topologyKey":"of-nats"}]', '[]', 'all of nats may stand on one machine'],
    [
      'servers without a budget',
      '"kind":"PodDisruptionBudget","metadata":{"name":"nats"}',
      '"kind":"PodDisruptionBudget","metadata":{"name":"nat"}',
      'all of nats may be taken away at once',
    ],
  ])('show %s', (_, from, to, fault) => {
    expect(faultsOf(planted(from, to))).toContain(fault);
  });

  it('show a value that a service refuses', () => {
    expect(faultsOf(planted('https://homes.example.com', 'homes.example.com')).join()).toContain('PUBLIC_ORIGINS');
  });

  it('show a setting that a command lacks', () => {
    expect(faultsOf(planted('"BACKUP_DIR"', '"BACKUPS"')).join()).toContain('BACKUP_DIR');
    // Without them no first company is made where nobody may register one.
    expect(faultsOf(planted('"IDENTITY_TOKEN_KEYS"', '"TOKEN_KEYS"')).join()).toContain('IDENTITY_TOKEN_KEYS');
    expect(faultsOf(planted('"name":"PUBLIC_ORIGINS"', '"name":"ORIGINS"')).join()).toContain('PUBLIC_ORIGINS');
  });

  it('show a cluster that nobody gets into', () => {
    const inside = readManifests(wellCluster()).filter(({ kind }) => kind !== 'HTTPRoute' && kind !== 'Ingress');
    expect(clusterFaults(inside, surroundings)).toContain('nothing leads in from outside');
  });

  it('give each service its own secrets and nobody else’s', () => {
    const passwords = (name: string): string => JSON.stringify(secrets[name]);
    expect(passwords('portal-gateway')).toContain('gateway_app:');
    for (const other of ['identity', 'projects', 'leads', 'notifications'])
      expect(passwords('portal-gateway')).not.toContain(`${other}_app:`);
  });
});
