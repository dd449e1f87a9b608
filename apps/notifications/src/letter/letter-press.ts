import { Inject, Injectable } from '@nestjs/common';
import { type CompanyColors, inkOn } from '@porchlight/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter } from '../mail/smtp';
import { letterText } from './letter.text';
import type { LetterWords } from './letter.words';
import { renderTemplate } from './template';
import { TEMPLATES } from './templates';
import type { InEachTongue } from './tongue';

const buttonFails: InEachTongue<string> = { en: 'If the button does nothing, open this address:' };

/** Makes mails of words: every one of them in the look of `templates/letter.mjml`. */
@Injectable()
export class LetterPress {
  private template: Promise<string> | undefined;

  constructor(@Inject(TEMPLATES) private readonly templates: string) {}

  async print(words: LetterWords, colors: CompanyColors): Promise<Omit<Letter, 'to'>> {
    this.template ??= readFile(join(this.templates, 'letter.mjml'), 'utf8');
    const { message, expiry, caution, contact, button } = words;
    const html = await renderTemplate(await this.template, {
      colors: { primary: colors.primary, secondary: colors.secondary, onPrimary: inkOn(colors.primary) },
      parts: {
        message: message !== undefined,
        expiry: expiry !== undefined,
        caution: caution !== undefined,
        contact: contact !== undefined,
      },
      texts: {
        tongue: words.tongue,
        from: words.from,
        preview: words.preview,
        heading: words.heading,
        introduction: words.introduction,
        message: message ?? '',
        label: button.label,
        url: button.url,
        expiry: expiry ?? '',
        caution: caution ?? '',
        buttonFails: buttonFails[words.tongue],
        contact: contact ?? '',
        why: words.why,
      },
    });
    return { fromName: words.from, subject: words.subject, html, text: letterText(words) };
  }
}
