import { platformConfigSchema } from '@porchlight/platform';
import type { z } from 'zod';

/** Projects need nothing beside what every service is told. */
export const configSchema = platformConfigSchema;
export type Config = z.infer<typeof configSchema>;
