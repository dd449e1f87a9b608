import { routeOf } from '@porchlight/testing';
import { z } from 'zod';
import type { Manifest } from './manifests';

const serviceSchema = z.object({
  spec: z.object({ ports: z.array(z.object({ name: z.string(), port: z.number() })) }),
});

const gatewaySchema = z.object({
  spec: z.object({
    rules: z.array(
      z.object({
        matches: z.array(z.object({ path: z.object({ type: z.literal('PathPrefix'), value: z.string() }) })),
        backendRefs: z.array(z.object({ name: z.string(), port: z.number() })),
      }),
    ),
  }),
});

const backend = z.object({ service: z.object({ name: z.string(), port: z.object({ name: z.string() }) }) });
const ingressSchema = z.object({
  spec: z.object({
    rules: z.array(
      z.object({
        http: z.object({
          paths: z.array(z.object({ path: z.string(), pathType: z.literal('Prefix'), backend })),
        }),
      }),
    ),
  }),
});

interface Route {
  readonly kind: string;
  readonly path: string;
  readonly service: string;
  readonly port: string | number;
}

/** Every path from outside, by whichever of the two kinds it comes in. */
const routesOf = (manifests: readonly Manifest[]): Route[] =>
  manifests.flatMap((manifest): Route[] => {
    const { kind } = manifest;
    if (kind === 'HTTPRoute')
      return gatewaySchema
        .parse(manifest)
        .spec.rules.flatMap(({ matches, backendRefs }) =>
          matches.flatMap(({ path }) =>
            backendRefs.map(({ name, port }) => ({ kind, path: path.value, service: name, port })),
          ),
        );
    if (kind === 'Ingress')
      return ingressSchema.parse(manifest).spec.rules.flatMap(({ http }) =>
        http.paths.map(({ path, backend: { service } }) => ({
          kind,
          path,
          service: service.name,
          port: service.port.name,
        })),
      );
    return [];
  });

/** A share link has its token in the query: controllers are told to write down nothing of these requests. */
const logFaults = ({ metadata }: Manifest): string[] =>
  [
    'nginx.ingress.kubernetes.io/enable-access-log',
    'traefik.ingress.kubernetes.io/router.observability.accesslogs',
    'traefik.ingress.kubernetes.io/router.observability.tracing',
  ]
    .filter((annotation) => metadata.annotations[annotation] !== 'false')
    .map((annotation) => `Ingress ${metadata.name} lets links be written down: ${annotation}`);

/** Paths that lead to nobody, or elsewhere than the edge of the tests sends them; and a cluster that nobody gets into. */
export const routeFaults = (manifests: readonly Manifest[]): string[] => {
  const portsOf = (wanted: string): (string | number)[] =>
    manifests
      .filter(({ kind, metadata }) => kind === 'Service' && metadata.name === wanted)
      .flatMap((service) => serviceSchema.parse(service).spec.ports.flatMap(({ name, port }) => [name, port]));
  const routes = routesOf(manifests);
  return [
    ...manifests.filter(({ kind }) => kind === 'Ingress').flatMap(logFaults),
    ...(routes.length > 0 ? [] : ['nothing leads in from outside']),
    ...routes.flatMap(({ kind, path, service, port }) => [
      ...(portsOf(service).includes(port) ? [] : [`${kind} leads to no ${service}:${port}`]),
      ...(routeOf(path) === service ? [] : [`${kind} sends ${path} to ${service} and not to ${routeOf(path)}`]),
    ]),
  ];
};
