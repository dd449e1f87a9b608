import { ObjectSerializer } from '@kubernetes/client-node/dist/serializer.js';
import type { Manifest } from './manifests';

/** Which package knows the kinds of a group; those of Kubernetes itself otherwise. */
const packages: Readonly<Record<string, string>> = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

interface Model {
  validate(): void;
}

/** What the published schemas say against a manifest: values of the wrong kind, fields that are missing, or not known. */
export const schemaFaults = async (manifest: Manifest): Promise<string[]> => {
  const { apiVersion, kind, metadata } = manifest;
  const name = `${kind} ${metadata.name}`;
  const ours = packages[apiVersion.slice(0, apiVersion.indexOf('/'))];
  try {
    const models = (await import(`${ours ?? 'kubernetes-models'}/${apiVersion}`)) as Record<
      string,
      new (from: object) => Model
    >;
    const Kind = models[kind];
    if (!Kind) return [`${name}: ${apiVersion} has no such kind`];
    new Kind(manifest).validate();
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
  }
  // The kinds of others have open schemas in these packages; the official client knows each field of Kubernetes.
  return ours ? [] : unknownFields(manifest).map((field) => `${name} has no field ${field}`);
};

const unknownFields = (manifest: Manifest): string[] => {
  const group = manifest.apiVersion.includes('/') ? manifest.apiVersion.split('/')[1] : manifest.apiVersion;
  const type = `${(group ?? '').replace(/^v/, 'V')}${manifest.kind}`;
  return lost(manifest, ObjectSerializer.serialize(ObjectSerializer.deserialize(manifest, type), type), '');
};

/** Paths that were in what went in, and not in what came out. */
const lost = (before: unknown, after: unknown, path: string): string[] => {
  if (typeof before !== 'object' || before === null) return [];
  return Object.entries(before).flatMap(([key, value]) => {
    const came: unknown = (after as Record<string, unknown> | undefined)?.[key];
    return came === undefined ? [`${path}${key}`] : lost(value, came, `${path}${key}.`);
  });
};
