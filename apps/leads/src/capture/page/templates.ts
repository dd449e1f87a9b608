import { Inject, Injectable } from '@nestjs/common';
import mustache from 'mustache';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlText } from '../html-text';

/** Injection token: the folder of the page's templates. */
export const TEMPLATES = Symbol('templates');

/** The templates and the stylesheet, read once at the start: a missing one stops it. */
@Injectable()
export class Templates {
  readonly stylesheet: string;
  private readonly page: string;
  private readonly parts: Readonly<Record<'form' | 'notice', string>>;

  constructor(@Inject(TEMPLATES) folder: string) {
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    this.stylesheet = read('request.css');
    this.page = read('request.mustache');
    this.parts = { form: read('request-form.mustache'), notice: read('request-notice.mustache') };
  }

  /** The page with one of its parts in the middle. Mustache writes every `{{text}}` as text. */
  render(part: 'form' | 'notice', view: object): string {
    return mustache.render(this.page, view, { main: this.parts[part] }, { escape: htmlText });
  }
}
