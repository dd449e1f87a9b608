import { schemaOf, services, type ServiceName } from '@porchlight/contracts';
import { wellBackups } from './well-backups.factory';
import { wellKeeper } from './well-keeper.factory';
import { wellNats } from './well-nats.factory';
import { bounded, labels, shutIn } from './well-pod.factory';

const own: Partial<Record<ServiceName, object[]>> = {
  identity: [{ name: 'SMTP_CONFIGURED', value: 'true' }],
  notifications: [{ name: 'MAIL_FROM', valueFrom: { configMapKeyRef: { name: 'porchlight', key: 'MAIL_FROM' } } }],
};

/** Who takes in files may have more. */
const memoryOf = (name: ServiceName): string => (name === 'projects' || name === 'leads' ? '1Gi' : '512Mi');

const serviceManifests = (name: ServiceName): object[] => [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: {
      selector: { 'app.kubernetes.io/name': name },
      ports: [{ name: 'http', port: 3000, targetPort: 'http' }],
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      template: {
        metadata: { labels: labels(name, 'service') },
        spec: {
          ...shutIn,
          topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname' }],
          terminationGracePeriodSeconds: 45,
          containers: [
            {
              name: 'app',
              image: `porchlight/${name}:1.2.3`,
              ...bounded,
              resources: { ...bounded.resources, limits: { memory: memoryOf(name) } },
              ports: [{ name: 'http', containerPort: 3000 }],
              env: [{ name: 'DATABASE_SCHEMA', value: schemaOf(name) }, ...(own[name] ?? [])],
              envFrom: [{ configMapRef: { name: 'porchlight' } }, { secretRef: { name } }],
              lifecycle: { preStop: { sleep: { seconds: 5 } } },
              startupProbe: { httpGet: { path: '/livez' } },
              livenessProbe: { httpGet: { path: '/livez' } },
              readinessProbe: { httpGet: { path: '/readyz' } },
              volumeMounts: [{ name: 'public', mountPath: '/files/public' }],
            },
          ],
          volumes: [{ name: 'public', persistentVolumeClaim: { claimName: 'public-files' } }],
        },
      },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `${name}-migrate-1-2-3` },
    spec: {
      template: {
        metadata: { labels: labels(`${name}-migrate`, 'job') },
        spec: {
          ...shutIn,
          containers: [
            {
              name: 'app',
              image: `porchlight/${name}:1.2.3`,
              ...bounded,
              env: [{ name: 'DATABASE_SCHEMA', value: schemaOf(name) }],
              envFrom: [{ secretRef: { name: `${name}-migrate` } }],
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name },
    spec: { selector: { matchLabels: { 'app.kubernetes.io/name': name } } },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { scaleTargetRef: { kind: 'Deployment', name } },
  },
];

/** A cluster without a fault, as small as the rules allow: one JSON document after the other. */
export const wellCluster = (): string =>
  [
    ...services.flatMap(serviceManifests),
    ...wellBackups,
    ...wellNats,
    ...wellKeeper,
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'porchlight' },
      data: {
        PUBLIC_ORIGINS: 'https://homes.example.com',
        IDENTITY_JWKS_URL: 'http://identity:3000/keys',
        MAIL_FROM: 'mail@homes.example.com',
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'deny-all' },
      spec: { podSelector: {} },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'porchlight' },
      spec: {
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/api/leads' } }],
            backendRefs: [{ name: 'leads', port: 3000 }],
          },
        ],
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'porchlight',
        annotations: {
          'nginx.ingress.kubernetes.io/enable-access-log': 'false',
          'traefik.ingress.kubernetes.io/router.observability.accesslogs': 'false',
          'traefik.ingress.kubernetes.io/router.observability.tracing': 'false',
        },
      },
      spec: {
        rules: [
          {
            http: {
              paths: [
                {
                  path: '/request',
                  pathType: 'Prefix',
                  backend: { service: { name: 'leads', port: { name: 'http' } } },
                },
              ],
            },
          },
        ],
      },
    },
  ]
    .map((manifest) => JSON.stringify(manifest))
    .join('\n---\n');
