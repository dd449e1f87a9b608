import { bounded, labels, shutIn } from './well-pod.factory';

const probe = { httpGet: { path: '/livez' } };

/** Who makes lost streams again. */
export const wellKeeper: readonly object[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'keep-bus' },
    spec: {
      template: {
        metadata: { labels: labels('keep-bus', 'keeper') },
        spec: {
          ...shutIn,
          containers: [
            {
              name: 'app',
              image: 'porchlight/provision:1.2.3',
              ...bounded,
              args: ['bus', 'keep'],
              env: [
                {
                  name: 'PROVISION_NATS_URL',
                  valueFrom: { secretKeyRef: { name: 'provision', key: 'PROVISION_NATS_URL' } },
                },
                { name: 'STREAM_REPLICAS', value: '3' },
              ],
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
    metadata: { name: 'keep-bus' },
    spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'keep-bus' } } },
  },
];
