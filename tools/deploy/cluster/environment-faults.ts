import { services, type ServiceName } from '@porchlight/contracts';
import { migrationConfigSchema } from '@porchlight/platform';
import { z } from 'zod';
import { commandFaults, type AdminSettings } from '../admin-settings';
import { memoryFaults } from '../memory-faults';
import { readFaults } from '../read-faults';
import { settingsOf } from '../settings';
import type { Container, Manifest, Workload } from './manifests';

/** Names and values of what `provision secrets kubernetes` makes. */
export type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Surroundings {
  readonly schemas: Readonly<Record<ServiceName, z.ZodObject>>;
  readonly secrets: Secrets;
  /** What the images of services set themselves. */
  readonly ofImage: Readonly<Record<string, string>>;
  readonly admin: AdminSettings;
}

const mapSchema = z.object({ data: z.record(z.string(), z.string()) });

/** The maps of an installation; the hash that kustomize puts behind a name is part of it. */
const configMapsOf = (manifests: readonly Manifest[]): Secrets =>
  Object.fromEntries(
    manifests
      .filter(({ kind }) => kind === 'ConfigMap')
      .map((manifest) => [manifest.metadata.name, mapSchema.parse(manifest).data]),
  );

/** Secrets and maps that are named and not there, and what a service refuses of what it finds in its environment. */
export const environmentFaults = (
  manifests: readonly Manifest[],
  workloads: readonly Workload[],
  { schemas, secrets, ofImage, admin }: Surroundings,
): string[] => {
  const maps = configMapsOf(manifests);
  const missing = workloads.flatMap(({ kind, name, pod }) =>
    pod.containers.flatMap((one) => missingOf(one, secrets, maps)).map((fault) => `${kind} ${name} ${fault}`),
  );
  const of = (wanted: string, kind: string): Container | undefined =>
    workloads.find((one) => one.kind === kind && one.labels['app.kubernetes.io/name'] === wanted)?.pod.containers[0];
  const refused = services.flatMap((service) => {
    const [runs, migrates] = [of(service, 'Deployment'), of(`${service}-migrate`, 'Job')];
    if (!runs || !migrates) return [`${service} is not run or not migrated`];
    const own = runs.env.map(({ name }) => name);
    const known = settingsOf(schemas[service]).map(({ name }) => name);
    return [
      ...readFaults(schemas[service], { ...ofImage, ...environmentOf(runs, secrets, maps) }),
      ...readFaults(migrationConfigSchema, environmentOf(migrates, secrets, maps)),
      ...[...own, ...Object.keys(secrets[service] ?? {})]
        .filter((name) => !known.includes(name))
        .map((name) => `knows no ${name}`),
      ...memoryFaults(schemas[service], runs.resources.limits['memory']),
      ...(runs.image === migrates.image ? [] : ['is migrated by another image']),
    ].map((fault) => `${service}: ${fault}`);
  });
  const commands = { backup: [admin.backupSettings], admin: [admin.restoreSettings, admin.companySettings] };
  const unasked = Object.entries(commands).flatMap(([name, readers]) => {
    const runs = of(name, 'CronJob');
    const environment = runs && { ...ofImage, ...environmentOf(runs, secrets, maps) };
    return environment
      ? readers.flatMap((settings) => commandFaults(settings, environment)).map((fault) => `${name}: ${fault}`)
      : [];
  });
  return [...missing, ...refused, ...unasked];
};

const missingOf = ({ env, envFrom }: Container, secrets: Secrets, maps: Secrets): string[] => [
  ...envFrom.flatMap(({ secretRef, configMapRef }) => [
    ...(secretRef && !secrets[secretRef.name] ? [`takes from no Secret ${secretRef.name}`] : []),
    ...(configMapRef && !maps[configMapRef.name] ? [`takes from no ConfigMap ${configMapRef.name}`] : []),
  ]),
  ...env.flatMap(({ valueFrom }) => {
    const { secretKeyRef: secret, configMapKeyRef: map } = valueFrom ?? {};
    return [
      ...(secret && !secrets[secret.name]?.[secret.key] ? [`takes no ${secret.key} from Secret ${secret.name}`] : []),
      ...(map && !maps[map.name]?.[map.key] ? [`takes no ${map.key} from ConfigMap ${map.name}`] : []),
    ];
  }),
];

/** What a container finds in its environment. */
export const environmentOf = (
  { env, envFrom }: Container,
  secrets: Secrets,
  maps: Secrets,
): Record<string, string> => ({
  ...Object.assign(
    {},
    ...envFrom.map(({ secretRef, configMapRef }) => ({
      ...(configMapRef && maps[configMapRef.name]),
      ...(secretRef && secrets[secretRef.name]),
    })),
  ),
  ...Object.fromEntries(
    env.map(({ name, value, valueFrom }) => {
      const { secretKeyRef: secret, configMapKeyRef: map } = valueFrom ?? {};
      return [
        name,
        value ?? (secret && secrets[secret.name]?.[secret.key]) ?? (map && maps[map.name]?.[map.key]) ?? '',
      ];
    }),
  ),
});
