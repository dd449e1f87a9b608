import { z } from 'zod';
import type { PlatformConfig } from '../boot/config';

/** What changed: not how, only what to read again. */
export interface Hint {
  readonly type: string;
  readonly id: string;
}

/** A hint and the company whose it is, as PostgreSQL carries them from one process to all. */
export const toldHintSchema = z.object({ companyId: z.string(), type: z.string(), id: z.string() });
export type ToldHint = z.infer<typeof toldHintSchema>;

export const hintChannel = ({ DATABASE_SCHEMA }: Pick<PlatformConfig, 'DATABASE_SCHEMA'>): string =>
  `hints_${DATABASE_SCHEMA}`;
