import { randomBytes } from 'node:crypto';
import { v5 } from 'uuid';

const namespace = 'b7a1a1f6-2f0e-4c53-9a54-1d7c9d8f7a10';

/** Addresses that would pass for Porchlight's own, or that may become pages of it. */
const reserved: ReadonlySet<string> = new Set(
  'about account admin api app assets billing contact dashboard demo embed form help home invite legal login logo new porchlight portal privacy public request security settings sign-in sign-up static status support terms test thanks www'.split(
    ' ',
  ),
);

export const isReserved = (slug: string): boolean => reserved.has(slug);

/** What row-level security compares: a UUID that follows from the slug, as the keys of other capabilities are UUIDs. */
export const slugKey = (slug: string): string => v5(slug, namespace);

const longest = 50;

/** A company's name as the last part of an address: `Alder & Søns Ltd.` is `alder-and-sons-ltd`. */
export const slugOf = (name: string): string => {
  const words = name
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  return words.length < 3 || isReserved(words) ? `builder${words && `-${words}`}` : words;
};

const turnsByNumber = 20;

/** `alder`, then `alder-2`, `alder-3`: what is tried in turn while others have it; in the end something of its own. */
export const numbered = (slug: string, turn: number): string => {
  if (turn === 1) return slug;
  return `${slug}-${turn <= turnsByNumber ? turn : randomBytes(4).toString('hex')}`;
};
