import { JSDOM } from 'jsdom';

/** A text in a mail, and what it is read by. */
export interface ColorPair {
  readonly text: string;
  readonly color: string;
  readonly ground: string;
}

type Property = 'color' | 'background-color';
/** What dark-mode rules set, on which elements. */
type Overrides = ReadonlyMap<Element, Readonly<Partial<Record<Property, string>>>>;

const { window } = new JSDOM();
const parser = new window.DOMParser();

const darkBlock = /@media \(prefers-color-scheme: dark\) \{([\s\S]*?\})\s*\}/;

/** The rules that a mail has for dark mode, as selector and declarations. */
const darkRules = (html: string): { selector: string; declarations: string }[] =>
  [...(darkBlock.exec(html)?.[1] ?? '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', declarations = '']) => ({ selector: selector.trim(), declarations }),
  );

const overridesIn = (document: Document, html: string): Overrides => {
  const overrides = new Map<Element, Partial<Record<Property, string>>>();
  for (const { selector, declarations } of darkRules(html))
    for (const element of document.querySelectorAll(selector))
      for (const property of ['color', 'background-color'] as const) {
        const value = new RegExp(`(?:^|[\\s;])${property}: (#[0-9a-f]{6}) !important`).exec(declarations)?.[1];
        if (value) overrides.set(element, { ...overrides.get(element), [property]: value });
      }
  return overrides;
};

const asHex = (color: string): string => {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color)?.slice(1);
  return channels ? `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}` : color;
};

/** The nearest element that sets it, on itself or by a rule for the dark. */
const found = (element: Element, property: Property, overrides: Overrides): string => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const own = at instanceof window.HTMLElement ? at.style.getPropertyValue(property) : '';
    const value = overrides.get(at)?.[property] ?? own;
    if (value !== '' && value !== 'transparent') return asHex(value);
  }
  return property === 'color' ? '#000000' : '#ffffff';
};

/** Every text that is shown with its colour and ground: by what stands on the elements alone, or with the rules for dark mode. */
export const colorPairs = (html: string, { dark = false } = {}): ColorPair[] => {
  const document = parser.parseFromString(html, 'text/html');
  const overrides: Overrides = dark ? overridesIn(document, html) : new Map();
  for (const hidden of document.querySelectorAll('head, style, [style*="display:none"]')) hidden.remove();
  const pairs: ColorPair[] = [];
  const add = (text: string | null, element: Element | null): void => {
    if (element === null || text === null || text.trim() === '') return;
    const of = (property: Property) => found(element, property, overrides);
    pairs.push({ text: text.trim(), color: of('color'), ground: of('background-color') });
  };
  const texts = document.createTreeWalker(document, window.NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) add(texts.currentNode.nodeValue, texts.currentNode.parentElement);
  for (const picture of document.querySelectorAll('img')) add(picture.alt, picture);
  return pairs;
};
