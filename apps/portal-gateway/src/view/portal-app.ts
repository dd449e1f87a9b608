import { Inject, Injectable } from '@nestjs/common';
import type { PortalEntry } from '@porchlight/contracts';
import { CONFIG } from '@porchlight/platform';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';

const entryMark = '<!--entry-->';
const nonceMark = '__NONCE__';

/** JSON that may stand between script tags: nothing in it can end the element or open a comment. */
export const embeddable = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A page of the portal app with the first screen in it, and the nonce its styles go by. */
export interface Page {
  readonly html: string;
  readonly nonce: string;
}

/** The built portal app's page, read once. */
@Injectable()
export class PortalApp {
  private readonly parts: readonly [before: string, after: string];

  constructor(@Inject(CONFIG) config: Pick<Config, 'PORTAL_APP_DIR'>) {
    const file = join(config.PORTAL_APP_DIR, 'index.html');
    const [before, after, ...more] = readFileSync(file, 'utf8').split(entryMark);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`${file} does not hold ${entryMark} once; build the portal app first`);
    this.parts = [before, after];
  }

  page(entry: PortalEntry): Page {
    const nonce = randomBytes(16).toString('base64');
    const [before, after] = this.parts;
    const data = `<script type="application/json" id="entry">${embeddable(entry)}</script>`;
    // The marks are replaced in the app's own text only, never in what people wrote.
    return { html: before.replaceAll(nonceMark, nonce) + data + after.replaceAll(nonceMark, nonce), nonce };
  }
}
