import { argumentFaults } from './argument-faults';
import { backupFaults } from './backup-faults';
import { environmentFaults, type Surroundings } from './environment-faults';
import { workloadsOf, type Manifest, type Workload } from './manifests';
import { podFaults } from './pod-faults';
import { quorumFaults } from './quorum-faults';
import { referenceFaults } from './reference-faults';
import { routeFaults } from './route-faults';

/** What is wrong with a rendered overlay by the rules of this house. */
export const clusterFaults = (manifests: readonly Manifest[], surroundings: Surroundings): string[] => {
  const workloads = workloadsOf(manifests);
  return [
    ...workloads.flatMap((workload) => [...podFaults(workload), ...argumentFaults(workload)]),
    ...referenceFaults(manifests, workloads),
    ...routeFaults(manifests),
    ...quorumFaults(manifests, workloads),
    ...backupFaults(manifests, workloads),
    ...environmentFaults(manifests, workloads, surroundings),
    ...versionFaults(workloads),
    ...missingFaults(manifests, workloads),
  ];
};

/** One version of everything of ours, and Jobs named by it. */
const versionFaults = (workloads: readonly Workload[]): string[] => {
  const tagOf = (image: string): string => image.slice(image.lastIndexOf(':') + 1);
  const ours = workloads.flatMap(({ pod }) => pod.containers.map(({ image }) => image)).filter(isOurs);
  const tags = [...new Set(ours.map(tagOf))];
  const suffix = `-${(tags[0] ?? '').replaceAll('.', '-')}`;
  return [
    ...(tags.length > 1 ? [`images have the versions ${tags.join(', ')}`] : []),
    ...workloads
      .filter(({ kind, name }) => kind === 'Job' && !name.endsWith(suffix))
      .map(({ name }) => `Job ${name} is not named by the version: it ends in ${suffix}`),
  ];
};

const isOurs = (image: string): boolean => image.startsWith('porchlight/');

const missingFaults = (manifests: readonly Manifest[], workloads: readonly Workload[]): string[] => {
  const has = (kind: string, name: string): boolean =>
    manifests.some((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  const ours = workloads.filter(
    ({ kind, pod }) => kind === 'Deployment' && pod.containers.some((one) => isOurs(one.image)),
  );
  return [
    ...(workloads.some(({ kind, name }) => kind === 'Deployment' && name === 'keep-bus')
      ? []
      : ['nobody makes lost streams again']),
    ...(has('NetworkPolicy', 'deny-all') ? [] : ['nothing denies all that is not allowed']),
    ...ours
      .filter(({ name }) => !has('PodDisruptionBudget', name))
      .map(({ name }) => `Deployment ${name} has no PodDisruptionBudget`),
    ...ours
      .filter(
        ({ name, labels }) => labels['porchlight.dev/kind'] === 'service' && !has('HorizontalPodAutoscaler', name),
      )
      .map(({ name }) => `Deployment ${name} has no HorizontalPodAutoscaler`),
  ];
};
