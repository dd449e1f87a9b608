import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LocalFolder } from '@porchlight/platform';
import type { Readable } from 'node:stream';
import type { Config } from '../config';

/** The public folder, of which this process reads and nothing else. */
@Injectable()
export class PublicFiles {
  private readonly folder: LocalFolder;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = new LocalFolder(config.PUBLIC_FILES_DIR);
  }

  /** Enough to know what it is; null where there is nothing. */
  async firstBytes(id: string): Promise<Buffer | null> {
    const found = await this.folder.stream(id);
    for await (const chunk of found?.bytes ?? []) return chunk;
    return null;
  }

  /** Never all of it in memory: a document may have 15 MB, and many may be fetched at once. */
  stream(id: string): Promise<{ size: number; bytes: Readable } | null> {
    return this.folder.stream(id);
  }
}
