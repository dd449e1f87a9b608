import { z } from 'zod';
import { environmentOf, type Secrets } from './environment-faults';
import type { Manifest, Workload } from './manifests';

interface Need {
  readonly kind: string;
  readonly name: string;
}

const selecting = z.object({ spec: z.object({ selector: z.record(z.string(), z.string()) }) });
const named = (kind: string, names: readonly (string | undefined)[]): Need[] =>
  names.flatMap((name) => (name ? [{ kind, name }] : []));

/** What has to be there for a workload's pods to start, to be found, and to find whom their environment names. */
export const needsOf = ({ pod, labels }: Workload, manifests: readonly Manifest[], secrets: Secrets): Need[] => {
  const hosts = pod.containers
    .flatMap((one) => Object.values(environmentOf(one, secrets, {})))
    .flatMap((value) => [...value.matchAll(/@(?<host>[a-z][a-z-]*):\d+/g)].map(({ groups }) => groups?.['host']));
  const leadingHere = manifests
    .filter(({ kind }) => kind === 'Service')
    .filter((service) =>
      Object.entries(selecting.parse(service).spec.selector).every(([name, value]) => labels[name] === value),
    );
  return [
    ...named('ServiceAccount', [pod.serviceAccountName]),
    ...named('ConfigMap', [
      ...pod.volumes.map(({ configMap }) => configMap?.name),
      ...pod.containers.flatMap(({ envFrom }) => envFrom.map(({ configMapRef }) => configMapRef?.name)),
      ...pod.containers.flatMap(({ env }) => env.map(({ valueFrom }) => valueFrom?.configMapKeyRef?.name)),
    ]),
    ...named(
      'PersistentVolumeClaim',
      pod.volumes.map(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName),
    ),
    ...named('Service', [...leadingHere.map(({ metadata }) => metadata.name), ...hosts]),
  ];
};
