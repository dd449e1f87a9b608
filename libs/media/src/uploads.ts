import type { RawBody } from '@porchlight/platform';
import { uploadBounds } from './memory';
import { Turns } from './turns';

/** What a service's limits are asked for each upload. */
export interface UploadBound {
  take(bucket: { readonly of: 'upload'; readonly key: string }): Promise<unknown>;
}

/** Lets uploads in: bounded for each company in an hour and at once, before a byte of them is read. */
export class Uploads {
  /** Slow lines hold up no work: more may arrive than are worked on, each of them at most a file in memory. */
  private readonly arriving = new Turns({ atOnce: uploadBounds.arriving, ofEach: 2, patienceMs: 60_000 });
  private readonly working = new Turns({ atOnce: uploadBounds.working, ofEach: 2, patienceMs: 60_000 });

  constructor(private readonly limits: UploadBound) {}

  /**
   * To be called once it is certain that the caller may upload here, outside any transaction, since bytes may come
   * slowly. `work` gets them and ends with all of it stored. Throws 429, 503, and what reading throws.
   */
  async receive<T>(companyId: string, body: RawBody, work: (bytes: Buffer) => Promise<T>): Promise<T> {
    await this.limits.take({ of: 'upload', key: companyId });
    return this.arriving.take(companyId, async () => {
      const bytes = await body.read();
      return this.working.take(companyId, () => work(bytes));
    });
  }
}
