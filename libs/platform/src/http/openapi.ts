import { problemSchema } from '@porchlight/contracts';
import { z } from 'zod';
import { described, type DescribedRoute } from './described';
import { routesOf, type Route } from './routes';

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) },
});

const bytes = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));

const parametersOf = (route: Pick<Route, 'path' | 'query'>): object[] => {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = route.query ? z.toJSONSchema(route.query, { io: 'input', unrepresentable: 'any' }) : undefined;
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
  return [...inPath, ...inQuery];
};

const operation = ({ method, description, ...route }: DescribedRoute): object => {
  const success = description.status ?? (method === 'POST' ? 201 : 200);
  return {
    summary: description.summary,
    'x-access': description.access,
    security: route.public ? [] : [{ bearer: [] }],
    parameters: parametersOf(route),
    ...(description.takes && { requestBody: { required: true, content: bytes(description.takes) } }),
    ...(route.body && { requestBody: { required: true, content: json(route.body, 'input') } }),
    responses: {
      [success]: {
        description: 'Done.',
        ...(description.reply && { content: json(description.reply, 'output') }),
      },
      default: {
        description: 'A problem (RFC 9457).',
        content: { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) } },
      },
    },
  };
};

/**
 * An OpenAPI 3.1 document of a service's controllers; `x-access` says whom a route lets in, in the words of the policy.
 * Throws where a route says nothing of that, or the contrary of what its guard does.
 */
export const describeApi = (service: string, controllers: readonly unknown[]): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const controller of controllers) {
    if (typeof controller !== 'function') continue;
    for (const route of routesOf(controller as new (...args: never[]) => object)) {
      if (!route.path.startsWith('/api/')) continue;
      (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(described(route));
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: `Porchlight ${service}`, version: '1' },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  };
};
