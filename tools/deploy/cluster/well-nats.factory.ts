import { bounded, labels, shutIn } from './well-pod.factory';

const probe = { httpGet: { path: '/healthz' } };

/** Three NATS, and the Job that puts each stream on all of them. */
export const wellNats: readonly object[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'nats' },
    spec: {
      replicas: 3,
      podManagementPolicy: 'Parallel',
      template: {
        metadata: { labels: labels('nats', 'backing') },
        spec: {
          ...shutIn,
          topologySpreadConstraints: [{ topologyKey: 'of-nats' }],
          containers: [
            {
              name: 'app',
              image: 'nats:2.12.1',
              ...bounded,
              startupProbe: probe,
              livenessProbe: probe,
              readinessProbe: probe,
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'nats' },
    spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'nats' } } },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'provision-bus-1-2-3' },
    spec: {
      template: {
        metadata: { labels: labels('provision-bus', 'job') },
        spec: {
          ...shutIn,
          containers: [
            {
              name: 'app',
              image: 'porchlight/provision:1.2.3',
              ...bounded,
              env: [{ name: 'STREAM_REPLICAS', value: '3' }],
              envFrom: [{ secretRef: { name: 'provision' } }],
            },
          ],
        },
      },
    },
  },
];
