import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LocalFolder } from '@porchlight/platform';
import type { Config } from '../config';

/** The folder of renditions, of which this process reads and nothing else. */
@Injectable()
export class PublicFiles {
  private readonly folder: LocalFolder;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = new LocalFolder(config.PUBLIC_FILES_DIR);
  }

  read(id: string): Promise<Buffer | null> {
    return this.folder.read(id);
  }
}
