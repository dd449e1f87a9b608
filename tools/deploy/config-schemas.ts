import { services, type ServiceName } from '@porchlight/contracts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { bundle, root } from '../build/bundle.ts';

/** Every service's schema of its configuration. Nothing imports an app, so each is built by itself and then read. */
export const configSchemas = async (): Promise<Readonly<Record<ServiceName, z.ZodObject>>> => {
  const read = await Promise.all(services.map(async (service) => [service, await schemaOfConfig(service)] as const));
  return Object.fromEntries(read) as Record<ServiceName, z.ZodObject>;
};

const schemaOfConfig = async (service: ServiceName): Promise<z.ZodObject> => {
  const file = `dist/tools/config/${service}.js`;
  await bundle({ entry: `apps/${service}/src/config.ts`, file, pruned: true });
  const { configSchema }: { configSchema: unknown } = await import(pathToFileURL(join(root, file)).href);
  if (configSchema instanceof z.ZodObject) return configSchema;
  throw new Error(`apps/${service}/src/config.ts exports no configSchema`);
};
