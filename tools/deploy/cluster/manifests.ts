import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const named = z.object({ name: z.string() });
const probe = z.object({ httpGet: z.object({ path: z.string() }).optional() }).loose();
const mount = named.extend({ mountPath: z.string(), readOnly: z.boolean().default(false) });

const containerSchema = z.object({
  name: z.string(),
  image: z.string(),
  env: z
    .array(
      z.object({
        name: z.string(),
        value: z.string().optional(),
        valueFrom: z
          .object({
            secretKeyRef: named.extend({ key: z.string() }).optional(),
            configMapKeyRef: named.extend({ key: z.string() }).optional(),
          })
          .optional(),
      }),
    )
    .default([]),
  envFrom: z.array(z.object({ secretRef: named.optional(), configMapRef: named.optional() })).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  securityContext: z
    .object({
      allowPrivilegeEscalation: z.boolean().optional(),
      readOnlyRootFilesystem: z.boolean().optional(),
      capabilities: z.object({ drop: z.array(z.string()).default([]) }).optional(),
    })
    .default({}),
  resources: z
    .object({
      requests: z.record(z.string(), z.string()).default({}),
      limits: z.record(z.string(), z.string()).default({}),
    })
    .default({ requests: {}, limits: {} }),
  lifecycle: z
    .object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }).optional() }).loose() })
    .optional(),
  args: z.array(z.string()).default([]),
  volumeMounts: z.array(mount).default([]),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
});
export type Container = z.infer<typeof containerSchema>;

const podSchema = z.object({
  serviceAccountName: z.string().optional(),
  automountServiceAccountToken: z.boolean().optional(),
  terminationGracePeriodSeconds: z.number().default(30),
  securityContext: z
    .object({ runAsNonRoot: z.boolean().optional(), seccompProfile: z.object({ type: z.string() }).optional() })
    .default({}),
  topologySpreadConstraints: z.array(z.unknown()).default([]),
  containers: z.array(containerSchema),
  volumes: z
    .array(
      named.extend({
        persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
        configMap: named.optional(),
      }),
    )
    .default([]),
});
export type Pod = z.infer<typeof podSchema>;

const labels = z.record(z.string(), z.string());
const manifestSchema = z
  .object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.object({ name: z.string(), labels: labels.default({}), annotations: labels.default({}) }),
  })
  .loose();
export type Manifest = z.infer<typeof manifestSchema>;

/** Everything in a file of manifests. */
export const readManifests = (text: string): Manifest[] =>
  parseAllDocuments(text).map((document) => manifestSchema.parse(document.toJS()));

export interface Workload {
  readonly kind: string;
  readonly name: string;
  /** Of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** By which `kubectl -l` finds it. */
  readonly ownLabels: Readonly<Record<string, string>>;
  readonly pod: Pod;
}

const template = z.object({ metadata: z.object({ labels: labels.default({}) }), spec: podSchema });
const withTemplate = z.object({ spec: z.object({ template }) });
const ofCronJob = z.object({ spec: z.object({ jobTemplate: withTemplate }) }).transform(({ spec }) => spec.jobTemplate);

/** What runs pods, now or by the clock. */
export const workloadsOf = (manifests: readonly Manifest[]): Workload[] =>
  manifests
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job', 'CronJob'].includes(kind))
    .map((manifest) => {
      const { template } = (manifest.kind === 'CronJob' ? ofCronJob : withTemplate).parse(manifest).spec;
      return {
        kind: manifest.kind,
        name: manifest.metadata.name,
        labels: template.metadata.labels,
        ownLabels: manifest.metadata.labels,
        pod: template.spec,
      };
    });
