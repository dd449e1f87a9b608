import { platformConfigSchema } from '@porchlight/platform';
import type { z } from 'zod';

/** leads needs nothing beyond what every service needs. */
export const configSchema = platformConfigSchema;
export type Config = z.infer<typeof configSchema>;
