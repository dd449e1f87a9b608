import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { PlatformConfig } from '../boot/config';

/** What changed: not how, only what to read again. */
export interface Hint {
  readonly type: string;
  readonly id: string;
}

/** A hint and the company whose it is, as PostgreSQL carries them from one process to all. */
const toldHintSchema = z.object({ companyId: z.string(), type: z.string(), id: z.string() });
export type ToldHint = z.infer<typeof toldHintSchema>;

/** Null for what is no hint: nothing said on the channel may bring the process down. */
export const hintIn = (payload: string | undefined): ToldHint | null => {
  try {
    return toldHintSchema.safeParse(JSON.parse(payload ?? '')).data ?? null;
  } catch {
    return null;
  }
};

/**
 * Every role of a database may listen and notify on every channel that it can name. This name follows from the password
 * of the service's own role, which its replicas share and the other services do not have.
 */
export const hintChannel = ({
  DATABASE_URL,
  DATABASE_SCHEMA,
}: Pick<PlatformConfig, 'DATABASE_URL' | 'DATABASE_SCHEMA'>): string => {
  const secret = decodeURIComponent(new URL(DATABASE_URL).password);
  return `hints_${createHmac('sha256', secret).update(`hints\0${DATABASE_SCHEMA}`).digest('hex').slice(0, 40)}`;
};
