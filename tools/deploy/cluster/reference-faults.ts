import { z } from 'zod';
import type { Manifest, Workload } from './manifests';

const matchLabels = z.record(z.string(), z.string());
const serviceSchema = z.object({
  spec: z.object({
    selector: matchLabels,
    ports: z.array(z.object({ targetPort: z.union([z.string(), z.number()]) })),
  }),
});
const selectorSchema = z.object({ spec: z.object({ selector: z.object({ matchLabels: matchLabels.default({}) }) }) });
const policySchema = z.object({ spec: z.object({ podSelector: z.object({ matchLabels: matchLabels.default({}) }) }) });
const scaleSchema = z.object({ spec: z.object({ scaleTargetRef: z.object({ kind: z.string(), name: z.string() }) }) });
const meets = (selector: Readonly<Record<string, string>>, { labels }: Workload): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);

/** What a manifest names and what is not there, or is another. */
export const referenceFaults = (manifests: readonly Manifest[], workloads: readonly Workload[]): string[] => {
  const ofKind = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);
  const has = (kind: string, name: string): boolean => ofKind(kind).some(({ metadata }) => metadata.name === name);
  const selected = (selector: Readonly<Record<string, string>>): Workload[] =>
    workloads.filter((workload) => meets(selector, workload));
  const serviceFaults = ofKind('Service').flatMap((manifest) => {
    const { selector, ports } = serviceSchema.parse(manifest).spec;
    const names = selected(selector).flatMap(({ pod }) =>
      pod.containers.flatMap((one) => one.ports.map((p) => p.name)),
    );
    return [
      ...(selected(selector).length === 0 ? [`Service ${manifest.metadata.name} selects nothing`] : []),
      ...ports
        .filter(({ targetPort }) => !names.includes(String(targetPort)))
        .map(({ targetPort }) => `Service ${manifest.metadata.name} leads to no port ${targetPort}`),
    ];
  });
  const selectorFaults = [
    ...['PodDisruptionBudget', 'PodMonitor'].flatMap((kind) =>
      ofKind(kind).map((manifest) => ({
        manifest,
        selector: selectorSchema.parse(manifest).spec.selector.matchLabels,
      })),
    ),
    ...ofKind('NetworkPolicy').map((manifest) => ({
      manifest,
      selector: policySchema.parse(manifest).spec.podSelector.matchLabels,
    })),
  ]
    .filter(({ selector }) => selected(selector).length === 0)
    .map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name} selects nothing`);
  const scaleFaults = ofKind('HorizontalPodAutoscaler')
    .map((manifest) => scaleSchema.parse(manifest).spec.scaleTargetRef)
    .filter(({ kind, name }) => !has(kind, name))
    .map(({ kind, name }) => `HorizontalPodAutoscaler scales no ${kind} ${name}`);
  const claimFaults = workloads.flatMap(({ kind, name, pod }) => [
    ...pod.volumes
      .flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])
      .filter((claim) => !has('PersistentVolumeClaim', claim))
      .map((claim) => `${kind} ${name} mounts no claim ${claim}`),
    ...pod.volumes
      .flatMap(({ configMap }) => configMap?.name ?? [])
      .filter((map) => !has('ConfigMap', map))
      .map((map) => `${kind} ${name} mounts no ConfigMap ${map}`),
    ...(pod.serviceAccountName && !has('ServiceAccount', pod.serviceAccountName)
      ? [`${kind} ${name} runs as nobody`]
      : []),
  ]);
  return [...serviceFaults, ...selectorFaults, ...scaleFaults, ...claimFaults];
};
