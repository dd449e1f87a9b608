import { htmlText } from '../html-text';
import type { CaptureForm } from './capture-form.entity';

/** Where anybody can fill in the form. */
export const formUrl = (origin: string, slug: string): string => `${origin}/request/${slug}`;

/** As tall as the whole form is on a phone, or a little more; a frame that is too low scrolls. In CSS pixels. */
const heightOf = ({ fields, questions }: Pick<CaptureForm, 'fields' | 'questions'>): number => {
  const { message, ...lines } = fields;
  const shown = Object.values(lines).filter((use) => use !== 'off').length + 2;
  return 610 + shown * 110 + (message === 'off' ? 0 : 280) + questions.length * 155;
};

/** HTML that shows the form on the company's own site: needs no script there, and brings none. */
export const snippetOf = (origin: string, form: CaptureForm): string =>
  `<iframe src="${htmlText(formUrl(origin, form.slug))}?embed" title="${htmlText(form.heading)}" ` +
  `loading="lazy" referrerpolicy="no-referrer" width="100%" height="${heightOf(form)}" ` +
  `style="border:0;display:block;max-width:40rem"></iframe>`;
