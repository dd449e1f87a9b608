import { JSDOM } from 'jsdom';

/** What a reader of mail makes of HTML. */
export interface Page {
  /** Every text that is shown, line ends as `\n`. */
  readonly shown: string;
  /** Every element with all of its attributes, in order; what is said in place of pictures apart. */
  readonly structure: readonly string[];
  /** Everything that is not an element or text: comments, doctype. */
  readonly rest: readonly string[];
  /** Where its links lead. */
  readonly links: readonly string[];
  /** What is said in place of pictures. */
  readonly alts: readonly string[];
}

const { window } = new JSDOM();
const parser = new window.DOMParser();

export const read = (html: string): Page => {
  const document = parser.parseFromString(html, 'text/html');
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document, window.NodeFilter.SHOW_ALL);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const elements = [...document.querySelectorAll('*')];
  const written = (element: Element): string =>
    [
      element.localName,
      ...[...element.attributes].filter(({ name }) => name !== 'alt').map(({ name, value }) => `${name}="${value}"`),
    ].join(' ');
  const structure = elements.map(written);
  const rest = nodes
    .filter(({ nodeType }) => nodeType > 3)
    .map(({ nodeName, nodeValue }) => `${nodeName} ${nodeValue}`);
  const links = elements.map((element) => element.getAttribute('href')).filter((href) => href !== null);

  const alts = [...document.querySelectorAll('img')].map(({ alt }) => alt);

  for (const element of document.querySelectorAll('style, title, script')) element.remove();
  for (const end of document.querySelectorAll('br')) end.replaceWith('\n');
  return { shown: document.documentElement.textContent, structure, rest, links, alts };
};

/** A picture that came in the mail itself: not fetched from anywhere. */
const enclosed = /<img(?= )[^>]* src="cid:[0-9a-f]{32}@logo\.porchlight"[^>]*>/g;

/** Everything in HTML that a reader of mail would fetch without being asked. */
export const fetches = (html: string): string[] =>
  html
    .replaceAll(enclosed, '')
    .match(
      /<(?:img|link|script|iframe|object|embed|video|audio|source|base|form)\b|@import|url\(|\ssrc(?:set)?=|\sbackground=/gi,
    ) ?? [];
