import { z } from 'zod';
import type { Manifest, Workload } from './manifests';

const setSchema = z.object({
  spec: z.object({ replicas: z.number().default(1), podManagementPolicy: z.string().default('OrderedReady') }),
});

/** Servers that are only whole together: NATS, whose streams stand on as many of them as the Job was told. */
export const quorumFaults = (manifests: readonly Manifest[], workloads: readonly Workload[]): string[] => {
  const has = (kind: string, name: string): boolean =>
    manifests.some((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  const sets = manifests
    .filter(({ kind }) => kind === 'StatefulSet')
    .map((manifest) => ({ name: manifest.metadata.name, ...setSchema.parse(manifest).spec }));
  const copiesOf = (wanted: string): number =>
    Number(
      workloads
        .find(({ labels }) => labels['app.kubernetes.io/name'] === wanted)
        ?.pod.containers.flatMap(({ env }) => env)
        .find(({ name }) => name === 'STREAM_REPLICAS')?.value ?? 1,
    );
  const spreads = (wanted: string): boolean =>
    workloads.some(
      ({ kind, name, pod }) => kind === 'StatefulSet' && name === wanted && pod.topologySpreadConstraints.length > 0,
    );
  return [
    ...sets
      .filter(({ replicas }) => replicas > 1)
      .flatMap(({ name, podManagementPolicy }) => [
        ...(podManagementPolicy === 'Parallel' ? [] : [`the first ${name} waits for the others, which wait for it`]),
        ...(has('PodDisruptionBudget', name) ? [] : [`all of ${name} may be taken away at once`]),
        ...(spreads(name) ? [] : [`all of ${name} may stand on one machine`]),
      ]),
    ...sets
      .filter(({ name }) => name === 'nats')
      .flatMap(({ replicas }) =>
        // The one makes them, the other makes them again, and both change those that are there.
        ['provision-bus', 'keep-bus']
          .filter((maker) => copiesOf(maker) !== replicas)
          .map((maker) => `${maker} puts streams on ${copiesOf(maker)} of ${replicas} servers of NATS`),
      ),
  ];
};
