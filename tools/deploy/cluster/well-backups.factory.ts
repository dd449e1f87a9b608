import { bounded, labels, shutIn } from './well-pod.factory';

const folders = [
  { name: 'BACKUP_DIR', value: '/backups' },
  { name: 'PROJECTS_FILES_DIR', value: '/files/projects' },
  { name: 'LEADS_FILES_DIR', value: '/files/leads' },
  { name: 'PUBLIC_FILES_DIR', value: '/files/public' },
];
const secret = (name: string) => ({ name, valueFrom: { secretKeyRef: { name: 'provision', key: name } } });

const command = (name: string, spec: object, container: object): object => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name },
  spec: {
    concurrencyPolicy: 'Forbid',
    ...spec,
    jobTemplate: {
      spec: {
        template: {
          metadata: { labels: labels(name, name) },
          spec: {
            ...shutIn,
            containers: [{ name: 'app', image: 'porchlight/admin:1.2.3', ...bounded, ...container }],
            volumes: [{ name: 'public', persistentVolumeClaim: { claimName: 'public-files' } }],
          },
        },
      },
    },
  },
});

/** Files, a backup of them every night, and what operators' commands are made of. */
export const wellBackups: readonly object[] = [
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'public-files' }, spec: {} },
  command(
    'backup',
    { suspend: false },
    {
      args: ['backup', '--keep-days', '14'],
      env: [...folders, secret('PROVISION_DATABASE_URL')],
      volumeMounts: [{ name: 'public', mountPath: '/files/public', readOnly: true }],
    },
  ),
  command(
    'admin',
    { suspend: true },
    {
      args: ['--help'],
      env: [
        ...folders,
        secret('PROVISION_DATABASE_URL'),
        secret('PROVISION_NATS_URL'),
        { name: 'PUBLIC_ORIGINS', valueFrom: { configMapKeyRef: { name: 'porchlight', key: 'PUBLIC_ORIGINS' } } },
        { name: 'IDENTITY_TOKEN_KEYS', valueFrom: { secretKeyRef: { name: 'identity', key: 'TOKEN_KEYS' } } },
      ],
      volumeMounts: [{ name: 'public', mountPath: '/files/public' }],
    },
  ),
];
