import { Injectable } from '@nestjs/common';
import { idSchema } from '@porchlight/contracts';
import { z } from 'zod';
import type { Refusal, Standing } from '../access/credential';
import { Credentials } from '../access/credentials';
import type { Viewer } from './viewer';

/** Which screens must be looked at again because something about them was just committed. */
export const recheckSchema = z.union([
  z.strictObject({ linkId: idSchema }),
  z.strictObject({ sid: idSchema }),
  z.strictObject({ personId: idSchema, projectId: idSchema.nullable(), linkIds: z.array(idSchema) }),
]);
export type Recheck = z.infer<typeof recheckSchema>;

const reasonFor = (refusal: Refusal): 'revoked' | 'expired' | 'signed_out' =>
  refusal === 'unknown' ? 'revoked' : refusal;

/** Reads the credentials of open screens anew and closes those that may look no more. */
@Injectable()
export class Rechecks {
  constructor(private readonly credentials: Credentials) {}

  /**
   * Nothing is handed to these screens from the call on, and afterwards only to those that may still look: what cannot
   * be read is closed as well.
   */
  async strictly(viewers: readonly Viewer[]): Promise<void> {
    for (const viewer of viewers) viewer.pause();
    try {
      await this.look(viewers);
    } catch {
      for (const viewer of viewers) viewer.close('unavailable', 1_000);
    } finally {
      for (const viewer of viewers) viewer.resume();
    }
  }

  /** The same without a pause, for the sweep; throws when the database cannot be asked. */
  async look(viewers: readonly Viewer[]): Promise<void> {
    if (viewers.length === 0) return;
    const standings = await this.credentials.checkAll(viewers.map((viewer) => viewer.credential));
    viewers.forEach((viewer, index) => apply(viewer, standings[index] ?? 'unavailable'));
  }
}

const apply = (viewer: Viewer, standing: Standing | 'unavailable'): void => {
  if (standing === 'unavailable') viewer.close('unavailable', 1_000);
  else if (!standing.good) viewer.close(reasonFor(standing.refusal));
};
