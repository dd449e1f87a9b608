import { Inject, Injectable } from '@nestjs/common';
import { Log } from '@porchlight/platform';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter } from '../mail/smtp';
import { letterColors, paper } from './letter-colors';
import { letterText } from './letter.text';
import type { LetterWords } from './letter.words';
import { inPlace, type Logo, type Look, travelling, widthOf } from './logo';
import { groundFor } from './logo-ground';
import { renderTemplate } from './template';
import { TEMPLATES } from './templates';
import type { InEachTongue } from './tongue';

const buttonFails: InEachTongue<string> = {
  en: 'If the button does nothing, open this address:',
  es: 'Si el botón no funciona, abra esta dirección:',
};

/** On white where it can be seen there, else on the company's own colour or the darkest. */
const nightPaper = '#1f2428';

/** Makes mails of words: every one of them in the look of `templates/letter.mjml`. */
@Injectable()
export class LetterPress {
  private template: Promise<string> | undefined;

  constructor(
    @Inject(TEMPLATES) private readonly templates: string,
    private readonly log: Log,
  ) {}

  /** The letter; its logo, where the company has one, travels in it. */
  async print(words: LetterWords, look: Look): Promise<Omit<Letter, 'to'>> {
    const ground = await this.groundOf(look);
    const logo = look.logo && ground !== null ? travelling(look.logo) : undefined;
    const html = await this.html(words, look, ground, logo ? `cid:${logo.cid}` : '');
    return { fromName: words.from, subject: words.subject, html, text: letterText(words), logo };
  }

  /** The same HTML for a page of ours, with the logo in it. */
  async show(words: LetterWords, look: Look): Promise<string> {
    return this.html(words, look, await this.groundOf(look), look.logo ? inPlace(look.logo) : '');
  }

  /** What the logo stands on; null without one, or where it is no picture: no mail is lost for want of its logo. */
  private async groundOf({ logo, colors }: Look): Promise<string | null> {
    if (!logo) return null;
    try {
      return await groundFor(logo, [paper, colors.primary, nightPaper]);
    } catch {
      this.log.warn({}, 'a logo cannot be read, and was left out of a mail');
      return null;
    }
  }

  private async html(words: LetterWords, look: Look, ground: string | null, logoSource: string): Promise<string> {
    this.template ??= readFile(join(this.templates, 'letter.mjml'), 'utf8');
    const { message, expiry, caution, contact, button } = words;
    const logo: Logo | undefined = ground === null ? undefined : look.logo;
    return renderTemplate(await this.template, {
      colors: letterColors(look.colors, ground ?? paper),
      sizes: { logoWidth: logo ? widthOf(logo) : 1 },
      parts: {
        logo: logo !== undefined,
        name: logo === undefined,
        message: message !== undefined,
        expiry: expiry !== undefined,
        caution: caution !== undefined,
        contact: contact !== undefined,
      },
      texts: {
        tongue: words.tongue,
        from: words.from,
        logoSource,
        logoAlt: words.from.replaceAll(/\s+/g, ' '),
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
  }
}
