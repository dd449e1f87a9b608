import { ConfigError, readConfig } from '@porchlight/platform';
import type { z } from 'zod';

/** What a service would say at its start of an environment; nothing where it starts. */
export const readFaults = (schema: z.ZodObject, environment: Readonly<Record<string, string>>): string[] => {
  try {
    readConfig(schema, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return [error.message];
    throw error;
  }
};
