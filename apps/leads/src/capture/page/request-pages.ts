import { Injectable } from '@nestjs/common';
import type { PublicContact } from '@porchlight/contracts';
import { defaultColors } from '../../brand/brand.defaults';
import type { PublicForm } from '../form/public-forms';
import type { Fault } from '../sending/faults';
import { fieldsOf, otherFaults } from './fields';
import { pageHeaders } from './page-headers';
import { colorsInStyle } from './page.style';
import { plain, words } from './page.words';
import { Templates } from './templates';
import type { Typed } from './typed';

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** A form that is shown, perhaps again. */
export interface Shown {
  readonly ticket: string;
  readonly isEmbedded: boolean;
  readonly status?: number;
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  /** Why it is shown again, where no field is to blame. */
  readonly notice?: string;
  readonly retryAfter?: number;
}

interface Note {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly isEmbedded: boolean;
}

const contactView = ({ name, phone, email }: PublicContact) => ({
  reach: name === undefined ? null : words.reach(name),
  phone: phone === undefined ? null : { href: phone.replaceAll(/[^\d+]/g, ''), text: words.call(phone) },
  email:
    email === undefined ? null : { href: encodeURIComponent(email).replace('%40', '@'), text: words.writeTo(email) },
  hasAny: phone !== undefined || email !== undefined,
});

/** In CSS pixels: the box that a logo is shown in. */
const logoBox = { width: 220, height: 64 };

const logoView = ({ form, company, logo }: PublicForm) => {
  if (!logo) return null;
  const { smallId, smallWidth, smallHeight } = logo;
  const scale = Math.min(1, logoBox.width / smallWidth, logoBox.height / smallHeight);
  const shown = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  return {
    // Another logo has another address: nobody sees the old one for having been here before.
    src: `/request/${form.slug}/logo?${smallId.slice(0, 8)}`,
    alt: company.name,
    width: shown(smallWidth),
    height: shown(smallHeight),
  };
};

type KnownFault = Extract<keyof typeof plain, number>;
const isKnown = (status: number): status is KnownFault => Object.hasOwn(plain, status);

/** Writes the pages of the public form. */
@Injectable()
export class RequestPages {
  constructor(private readonly templates: Templates) {}

  form(found: PublicForm, shown: Shown): Page {
    const { form } = found;
    const { ticket, isEmbedded, status = 200, typed = null, faults = [], notice = null } = shown;
    const fields = fieldsOf(form, typed, faults);
    const errors = fields.filter(({ error }) => error !== null).map(({ id, error }) => ({ id, error }));
    const others = [...(notice === null ? [] : [notice]), ...otherFaults(form, faults)];
    const hasSummary = errors.length + others.length > 0;
    const title = `${form.heading} · ${found.company.name}`;
    return this.page('form', found, {
      status,
      isEmbedded,
      ...(shown.retryAfter !== undefined && { retryAfter: shown.retryAfter }),
      title: hasSummary ? words.errorTitle(title) : title,
      view: {
        heading: form.heading,
        introduction: form.introduction,
        action: addressOf(form.slug, '', isEmbedded),
        fields,
        errors,
        others,
        hasSummary,
        hasErrors: errors.length > 0,
        discreet: words.discreet(found.company.name),
        ticket,
      },
    });
  }

  thanks(found: PublicForm, isEmbedded: boolean): Page {
    return this.note(found, { status: 200, title: plain.thanks.title, text: found.form.thanks, isEmbedded });
  }

  closed(found: PublicForm, isEmbedded: boolean): Page {
    const { title, text } = plain.closed;
    return this.note(found, { status: 410, title, text: text(found.company.name), isEmbedded });
  }

  /** For what went wrong before it was known whose form it is, or whatever it is. */
  fault(status: number, isEmbedded: boolean): Page {
    const known = isKnown(status) ? status : status < 500 ? 400 : 500;
    return this.note(null, { status, ...plain[known], isEmbedded });
  }

  private note(found: PublicForm | null, { status, title, text, isEmbedded }: Note): Page {
    const named = found ? `${title} · ${found.company.name}` : title;
    return this.page('notice', found, { status, isEmbedded, title: named, view: { heading: title, text } });
  }

  private page(
    part: 'form' | 'notice',
    found: PublicForm | null,
    made: { status: number; isEmbedded: boolean; title: string; view: object; retryAfter?: number },
  ): Page {
    const style = colorsInStyle(found?.brand.colors ?? defaultColors) + this.templates.stylesheet;
    const html = this.templates.render(part, {
      words,
      style,
      title: made.title,
      isEmbedded: made.isEmbedded,
      company: found?.company.name ?? null,
      logo: found && logoView(found),
      contact: found ? contactView(found.company.contact) : null,
      ...made.view,
    });
    const headers = pageHeaders(style, made.isEmbedded);
    return {
      status: made.status,
      html,
      headers: made.retryAfter === undefined ? headers : { ...headers, 'retry-after': `${made.retryAfter}` },
    };
  }
}

/** An address of the form, which stays embedded where it is. */
export const addressOf = (slug: string, page: '' | '/thanks', isEmbedded: boolean): string =>
  `/request/${slug}${page}${isEmbedded ? '?embed' : ''}`;
