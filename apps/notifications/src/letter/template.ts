import { colorSchema } from '@porchlight/contracts';
import type mjml2html from 'mjml';
import { z } from 'zod';

/** What fills a template: colours, sizes and parts before MJML, texts after it. */
export interface Filling {
  /** `[[color:name]]`. */
  readonly colors: Readonly<Record<string, string>>;
  /** `[[size:name]]`, whole numbers. */
  readonly sizes: Readonly<Record<string, number>>;
  /** A part `[[#name]]…[[/name]]` stays when its name is true here. */
  readonly parts: Readonly<Record<string, boolean>>;
  /** `[[name]]`. */
  readonly texts: Readonly<Record<string, string>>;
}

const sizeSchema = z.int().positive();

/** Text as HTML that shows exactly that text, line breaks kept. */
export const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/\r\n?|\n/g, '<br />');

const withParts = (source: string, parts: Filling['parts']): string =>
  source.replaceAll(/\[\[#(\w+)\]\]([\s\S]*?)\[\[\/\1\]\]/g, (_, name: string, part: string) =>
    parts[name] === true ? part : '',
  );

const withColors = (source: string, colors: Filling['colors']): string =>
  source.replaceAll(/\[\[color:(\w+)\]\]/g, (_, name: string) => colorSchema.parse(colors[name]));

const withSizes = (source: string, sizes: Filling['sizes']): string =>
  source.replaceAll(/\[\[size:(\w+)\]\]/g, (_, name: string) => `${sizeSchema.parse(sizes[name])}`);

/** One pass over the template's own places: what a text contains is never looked at again. */
const withTexts = (html: string, texts: Filling['texts']): string =>
  html.replaceAll(/\[\[(\w+)\]\]/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`the mail template names ${name}, which no mail has`);
    return asHtml(text);
  });

let compiler: Promise<typeof mjml2html> | undefined;
/** Loaded with the first mail: it takes over a second, which a start can do without. */
const compile = (): Promise<typeof mjml2html> => (compiler ??= import('mjml').then((module) => module.default));

/** What MJML made of a source not long ago: a company's mails differ in their texts alone, and it takes a while. */
const compiled = new Map<string, Promise<string>>();
const remembered = 50;

const compiledOnce = (mjml: string): Promise<string> => {
  const known = compiled.get(mjml);
  if (known) return known;
  const html = compile()
    .then((toHtml) => toHtml(mjml, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} }))
    .then((made) => made.html);
  compiled.set(mjml, html);
  html.catch(() => compiled.delete(mjml));
  for (const oldest of [...compiled.keys()].slice(0, Math.max(0, compiled.size - remembered))) compiled.delete(oldest);
  return html;
};

/**
 * Renders an MJML template. MJML only ever sees our own template, colours and sizes; what people typed goes into the
 * finished HTML as text, so there is nothing in it that MJML, or `mj-include`, could act on.
 * Throws on a template that is not valid MJML or names a text that is not given.
 */
export const renderTemplate = async (source: string, { parts, colors, sizes, texts }: Filling): Promise<string> =>
  withTexts(await compiledOnce(withSizes(withColors(withParts(source, parts), colors), sizes)), texts);
