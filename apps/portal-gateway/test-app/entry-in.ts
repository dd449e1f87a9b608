import { portalEntrySchema, type PortalEntry } from '@porchlight/contracts';

/** The first screen that a page carries. Throws where there is none. */
export const entryIn = (page: string): PortalEntry => {
  const elements = page.replaceAll(/<!--.*?-->/gs, '');
  const text = /<script type="application\/json" id="entry">(.*?)<\/script>/s.exec(elements)?.[1];
  if (text === undefined) throw new Error(`the page carries no entry: ${page.slice(0, 200)}`);
  return portalEntrySchema.parse(JSON.parse(text));
};
