import { hardStopMs } from '@porchlight/platform';
import { movingTag } from '../moving-tag';
import type { Container, Pod, Workload } from './manifests';

/** What is wrong with how a workload's pods are shut in, bounded and asked for their health. */
export const podFaults = ({ kind, name, labels, pod }: Workload): string[] => {
  const isService = kind === 'Deployment' && labels['porchlight.dev/kind'] === 'service';
  return [
    ...shutInFaults(pod),
    ...pod.containers.flatMap((container) => [
      ...containerFaults(container),
      ...(kind.endsWith('Job') ? [] : probeFaults(container)),
      ...(isService ? [...pathFaults(container), ...endFaults(container, pod)] : []),
    ]),
    ...(isService && pod.topologySpreadConstraints.length === 0 ? ['may stand on one machine alone'] : []),
  ].map((fault) => `${kind} ${name} ${fault}`);
};

const shutInFaults = ({ automountServiceAccountToken, securityContext }: Pod): string[] => [
  ...(automountServiceAccountToken === false ? [] : ['holds a token of the cluster']),
  ...(securityContext.runAsNonRoot ? [] : ['may run as root']),
  ...(securityContext.seccompProfile?.type === 'RuntimeDefault' ? [] : ['has no seccomp profile']),
];

const containerFaults = ({ image, securityContext, resources }: Container): string[] => [
  ...(movingTag(image) ? ['has an image that is another tomorrow'] : []),
  ...(securityContext.allowPrivilegeEscalation === false ? [] : ['may gain privileges']),
  ...(securityContext.readOnlyRootFilesystem ? [] : ['may write to its image']),
  ...(securityContext.capabilities?.drop.includes('ALL') ? [] : ['keeps capabilities']),
  ...(resources.requests['cpu'] && resources.requests['memory'] ? [] : ['asks for no resources']),
  ...(resources.limits['memory'] ? [] : ['has no limit of memory']),
];

const probeFaults = ({ startupProbe, livenessProbe, readinessProbe }: Container): string[] =>
  Object.entries({ startupProbe, livenessProbe, readinessProbe })
    .filter(([, probe]) => !probe)
    .map(([which]) => `has no ${which}`);

/** It goes on while proxies forget it, then has its time to stop; only after both may it be killed. */
const endFaults = ({ lifecycle }: Container, { terminationGracePeriodSeconds }: Pod): string[] => {
  const forgotten = lifecycle?.preStop.sleep?.seconds ?? 0;
  return [
    ...(forgotten > 0 ? [] : ['is gone before proxies forget it']),
    ...(terminationGracePeriodSeconds * 1_000 > forgotten * 1_000 + hardStopMs
      ? []
      : ['is killed before it has stopped by itself']),
  ];
};

const pathFaults = ({ livenessProbe, readinessProbe }: Container): string[] => [
  // A process is not killed for what others lack.
  ...(livenessProbe?.httpGet?.path === '/livez' ? [] : ['is alive by another answer than /livez']),
  ...(readinessProbe?.httpGet?.path === '/readyz' ? [] : ['is ready by another answer than /readyz']),
];
