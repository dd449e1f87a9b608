import type { Secrets } from './environment-faults';
import { workloadsOf, type Manifest, type Workload } from './manifests';
import { needsOf } from './needs';

type Labels = Readonly<Record<string, string>>;

/** Each rendered overlay by its name. */
export type Overlays = Readonly<Record<string, readonly Manifest[]>>;

const applied = /kubectl apply -k \S+ -l (?<labels>[^\s`]+)/g;
const asked = /kubectl[^\n`]*? (?<kind>deployment|statefulset|job|pod)s? -l (?<labels>[^\s`]+)/g;
const named = /\b(?<kind>deployment|deploy|statefulset|cronjob|job)[ /](?<name>[a-z][a-z-]*[a-z])(?=[\s`])/g;
const kinds: Readonly<Record<string, string>> = {
  deploy: 'Deployment',
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  job: 'Job',
  cronjob: 'CronJob',
};

const parsed = (labels = ''): Labels => Object.fromEntries(labels.split(',').map((pair) => pair.split('=')));
const meets = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);
const words = (selector: Labels): string =>
  Object.entries(selector)
    .map((pair) => pair.join('='))
    .join();

/** What the commands of a guide for Kubernetes name and no overlay has, and what they apply before what it needs. */
export const guideFaults = (guide: string, overlays: Overlays, secrets: Secrets): string[] => {
  const steps = [...guide.matchAll(applied)].map(({ groups }) => parsed(groups?.['labels']));
  const all = Object.values(overlays).flat();
  const workloads = workloadsOf(all);
  const commands = [...guide.replaceAll(/create job \S+/g, '').matchAll(/kubectl[^\n`]+/g)]
    .map(([command]) => `${command} `)
    .join('\n');
  return [
    ...steps
      .filter((step) => !all.some(({ metadata }) => meets(step, metadata.labels)))
      .map((step) => `the guide applies ${words(step)}, which is on nothing`),
    ...[...guide.matchAll(asked)]
      .map(({ groups }) => ({ kind: groups?.['kind'] ?? '', selector: parsed(groups?.['labels']) }))
      .filter(({ kind, selector }) =>
        workloads.every(
          (one) =>
            (kind !== 'pod' && one.kind !== kinds[kind]) ||
            !meets(selector, kind === 'pod' ? one.labels : one.ownLabels),
        ),
      )
      .map(({ kind, selector }) => `the guide speaks of a ${kind} with ${words(selector)}, which there is not`),
    ...[...commands.matchAll(named)]
      .map(({ groups }) => ({ kind: kinds[groups?.['kind'] ?? ''], name: groups?.['name'] ?? '' }))
      .filter(({ kind, name }) => !workloads.some((one) => one.kind === kind && one.name === name))
      .map(({ kind, name }) => `the guide speaks of a ${kind} ${name}, which there is not`),
    ...Object.entries(overlays).flatMap(([overlay, manifests]) =>
      orderFaults(steps, manifests, secrets).map((fault) => `${overlay}: ${fault}`),
    ),
  ];
};

/** Each step's workloads find all that they need among what that step and those before it applied. */
const orderFaults = (steps: readonly Labels[], manifests: readonly Manifest[], secrets: Secrets): string[] => {
  const workloads = workloadsOf(manifests);
  return steps.flatMap((step, at) => {
    const there = manifests.filter(({ metadata }) =>
      steps.slice(0, at + 1).some((selector) => meets(selector, metadata.labels)),
    );
    const has = ({ kind, name }: { kind: string; name: string }, among: readonly Manifest[]): boolean =>
      among.some((manifest) => manifest.kind === kind && manifest.metadata.name === name);
    return workloads
      .filter((one: Workload) => meets(step, one.ownLabels))
      .flatMap((one) =>
        needsOf(one, manifests, secrets)
          .filter((need) => has(need, manifests) && !has(need, there))
          .map(({ kind, name }) => `${one.kind} ${one.name} is applied by ${words(step)} without ${kind} ${name}`),
      );
  });
};
