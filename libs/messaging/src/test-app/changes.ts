import { idSchema } from '@porchlight/contracts';
import { z } from 'zod';

export const changesSchema = z.array(
  z.strictObject({ aggregateId: idSchema, aggregateVersion: z.int().positive(), name: z.string() }),
);
export type Changes = z.infer<typeof changesSchema>;

export const fetchSchema = z.strictObject({ aggregateId: idSchema });
export type Fetch = z.infer<typeof fetchSchema>;
