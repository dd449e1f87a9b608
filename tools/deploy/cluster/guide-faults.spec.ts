import { describe, expect, it } from '@jest/globals';
import { guideFaults } from './guide-faults';
import { readManifests } from './manifests';

const backing = { 'app.kubernetes.io/name': 'nats', 'porchlight.dev/kind': 'backing' };
const job = { 'porchlight.dev/kind': 'job' };
const url = { valueFrom: { secretKeyRef: { name: 'provision', key: 'PROVISION_NATS_URL' } } };

/** NATS, and a Job that asks it: all that has to be there before it. */
const overlay = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'nats', labels: backing } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'nats-7d', labels: backing }, data: {} },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'nats', labels: backing },
    spec: { selector: { 'app.kubernetes.io/name': 'nats' } },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'nats', labels: backing },
    spec: {
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': 'nats' } },
        spec: {
          serviceAccountName: 'nats',
          containers: [{ name: 'app', image: 'nats:2.12.1' }],
          volumes: [{ name: 'config', configMap: { name: 'nats-7d' } }],
        },
      },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'provision-bus', labels: job },
    spec: {
      template: {
        metadata: { labels: job },
        spec: {
          containers: [{ name: 'app', image: 'porchlight/provision:1', env: [{ name: 'PROVISION_NATS_URL', ...url }] }],
        },
      },
    },
  },
];

const guide = `
    kubectl apply -k <overlay> -l porchlight.dev/kind=backing
    kubectl rollout status statefulset -l porchlight.dev/kind=backing
    kubectl apply -k <overlay> -l porchlight.dev/kind=job
    kubectl apply -k <overlay>
    See \`kubectl -n porchlight logs statefulset/nats\`.
`;
const secrets = { provision: { PROVISION_NATS_URL: 'nats://provision:secret@nats:4222' } };

/** With one fault planted: the n-th place of `from` changed. */
const faultsOf = (text: string, change?: { from: string; to: string; at?: number }): string[] => {
  const well = overlay.map((manifest) => JSON.stringify(manifest)).join('\n---\n');
  const parts = change ? well.split(change.from) : [well];
  const at = change?.at ?? 0;
  if (change && parts.length < at + 2) throw new Error(`there is no ${change.from} to change`);
  const planted = change
    ? [parts.slice(0, at + 1).join(change.from), parts.slice(at + 1).join(change.from)].join(change.to)
    : well;
  return guideFaults(text, { one: readManifests(planted) }, secrets);
};

const ofNats = '"porchlight.dev/kind":"backing"';
const plain = '"a":"b"';

describe('a guide that applies by labels', () => {
  it('has no faults where each step brings what it needs', () => {
    expect(faultsOf(guide)).toEqual([]);
  });

  it.each<[string, number, string]>([
    ['account', 0, 'StatefulSet nats is applied by porchlight.dev/kind=backing without ServiceAccount nats'],
    ['configuration', 1, 'StatefulSet nats is applied by porchlight.dev/kind=backing without ConfigMap nats-7d'],
    ['name', 2, 'StatefulSet nats is applied by porchlight.dev/kind=backing without Service nats'],
  ])('is seen to leave pods without their %s', (_, at, fault) => {
    expect(faultsOf(guide, { from: ofNats, to: plain, at })).toContain(`one: ${fault}`);
  });

  it('is seen to start Jobs before whom they ask', () => {
    const hasty = guide.replace('kubectl apply -k <overlay> -l porchlight.dev/kind=backing\n', '');
    expect(faultsOf(hasty)).toEqual([
      'one: Job provision-bus is applied by porchlight.dev/kind=job without Service nats',
    ]);
  });

  it('is seen to apply, wait for and name what there is not', () => {
    expect(faultsOf(`${guide} kubectl apply -k <overlay> -l a=b`)).toEqual([
      'the guide applies a=b, which is on nothing',
    ]);
    expect(faultsOf(`${guide} kubectl scale deployment -l a=b --replicas=0`)).toEqual([
      'the guide speaks of a deployment with a=b, which there is not',
    ]);
    expect(faultsOf(`${guide} \`kubectl rollout restart deployment/keep-bus\``)).toEqual([
      'the guide speaks of a Deployment keep-bus, which there is not',
    ]);
  });
});
