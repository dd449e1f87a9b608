import { z } from 'zod';
import type { Manifest, Pod, Workload } from './manifests';

const clockSchema = z.object({
  spec: z.object({ suspend: z.boolean().default(false), concurrencyPolicy: z.string().optional() }),
});

/** Whether every night a backup is made, of all files, which it cannot change, and whether old ones go. */
export const backupFaults = (manifests: readonly Manifest[], workloads: readonly Workload[]): string[] => {
  const clocks = manifests.filter(({ kind }) => kind === 'CronJob');
  const runs = (name: string): boolean =>
    clocks.some((clock) => clock.metadata.name === name && !clockSchema.parse(clock).spec.suspend);
  const of = (name: string): Pod | undefined =>
    workloads.find((workload) => workload.kind === 'CronJob' && workload.name === name)?.pod;
  const [backup, admin] = [of('backup'), of('admin')];
  const files = workloads
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ pod }) => mountedBy(pod).map(({ claim }) => claim));
  return [
    ...clocks
      .filter((clock) => clockSchema.parse(clock).spec.concurrencyPolicy !== 'Forbid')
      .map(({ metadata }) => `CronJob ${metadata.name} may run twice at once`),
    ...(backup && runs('backup') ? keptFaults(backup, files) : ['nothing makes backups']),
    ...(admin && !runs('admin') ? [] : ['nobody can give commands']),
    ...(admin ? missing(admin, files).map((claim) => `CronJob admin cannot restore ${claim}`) : []),
  ];
};

const keptFaults = (backup: Pod, files: readonly string[]): string[] => [
  ...missing(backup, files).map((claim) => `CronJob backup leaves out ${claim}`),
  ...mountedBy(backup)
    .filter(({ claim, readOnly }) => files.includes(claim) && !readOnly)
    .map(({ claim }) => `CronJob backup may change ${claim}`),
  ...(backup.containers.some(({ args }) => args.includes('--keep-days')) ? [] : ['CronJob backup keeps all for ever']),
];

const missing = (pod: Pod, files: readonly string[]): string[] => {
  const mounted = mountedBy(pod).map(({ claim }) => claim);
  return [...new Set(files)].filter((claim) => !mounted.includes(claim));
};

const mountedBy = ({ containers, volumes }: Pod): { claim: string; readOnly: boolean }[] =>
  containers
    .flatMap(({ volumeMounts }) => volumeMounts)
    .flatMap(({ name, readOnly }) => {
      const claim = volumes.find((volume) => volume.name === name)?.persistentVolumeClaim?.claimName;
      return claim ? [{ claim, readOnly }] : [];
    });
