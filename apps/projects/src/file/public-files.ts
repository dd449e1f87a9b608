import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LocalFolder } from '@porchlight/platform';
import type { Config } from '../config';

/** The folder that the portals' gateway reads: copies of what is shared, under random ids. */
@Injectable()
export class PublicFiles extends LocalFolder {
  constructor(@Inject(CONFIG) config: Config) {
    super(config.PUBLIC_FILES_DIR);
  }
}
