import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LocalFolder } from '@porchlight/platform';
import type { Config } from '../config';

/** The folder of the projects' files, which no other process reads. */
@Injectable()
export class PrivateFiles extends LocalFolder {
  constructor(@Inject(CONFIG) config: Config) {
    super(config.FILES_DIR);
  }
}
