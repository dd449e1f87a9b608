import { beforeAll, describe, expect, it } from '@jest/globals';
import { contrast } from '@porchlight/contracts';
import { Log } from '@porchlight/platform';
import fc from 'fast-check';
import { colorPairs } from '../test-app/colors';
import { hostileMessages } from '../test-app/hostile-texts';
import { logoOf } from '../test-app/logos';
import { fetches, read } from '../test-app/reader';
import { LetterPress } from './letter-press';
import type { LetterWords } from './letter.words';
import type { Logo } from './logo';

const press = new LetterPress('apps/notifications/templates', new Log('notifications', 'silent'));
const colors = { primary: '#1f4e46', secondary: '#b45309' };
const url = 'https://porchlight.example/invite#AQGTd6AAAHAAgAAAAAAAAAEAAAAB-_x';
const words: LetterWords = {
  tongue: 'en',
  from: 'Alder & Sons',
  subject: 'Subject of it',
  preview: 'Preview of it',
  heading: 'Heading of it',
  introduction: 'Introduction of it',
  message: 'Message of it',
  button: { label: 'Label of it', url },
  expiry: 'Expiry of it',
  caution: 'Caution of it',
  contact: 'Contact of it',
  why: 'Why of it',
};
/** How many texts of a letter a person may have had a hand in. */
const places = 9;
const print = (changes: Partial<LetterWords> = {}) => press.print({ ...words, ...changes }, { colors });

describe('a printed letter', () => {
  it('has one button and no other place to go', async () => {
    const { links, shown } = read((await print()).html);
    expect(new Set(links)).toEqual(new Set([url]));
    expect(shown.match(/Label of it/g)).toHaveLength(1);
  });

  it('loads nothing from anywhere', async () => {
    expect(fetches((await print()).html)).toEqual([]);
  });

  it('says everything, in HTML and in text', async () => {
    const { html, text } = await print();
    const { shown } = read(html);
    for (const part of ['Heading', 'Introduction', 'Message', 'Label', 'Expiry', 'Caution', 'Contact', 'Why']) {
      expect(shown).toContain(`${part} of it`);
      expect(text).toContain(`${part} of it`);
    }
    expect(shown).toContain(url);
    expect(text).toContain(`Label of it:\n${url}\n`);
  });

  it('leaves out what there is not', async () => {
    const none = { message: undefined, expiry: undefined, caution: undefined, contact: undefined };
    const { html, text } = await print(none);
    expect(read(html).shown).not.toMatch(/(Message|Expiry|Caution|Contact) of it/);
    expect(read(html).structure.join()).not.toContain('class="message');
    expect(text.split('\n\n')).toHaveLength(4);
  });

  it("wears the company's colours, with text on them that can be read", async () => {
    expect((await print()).html).toContain('#1f4e46');
    const pale = await press.print(words, { colors: { primary: '#ffe680', secondary: '#336699' } });
    expect(pale.html).toMatch(/#ffe680/);
    expect(pale.html).toMatch(/color:\s*#000000/);
  });

  it('says in which language it is', async () => {
    expect(read((await print()).html).structure[0]).toMatch(/^html lang="en"/);
  });

  it.each(hostileMessages)('shows as the text it is what somebody typed, wherever it stands: %j', async (typed) => {
    const everywhere = {
      from: typed,
      preview: typed,
      heading: typed,
      introduction: typed,
      message: typed,
      expiry: typed,
      caution: typed,
      contact: typed,
      why: typed,
    };
    const { html } = await print(everywhere);
    const [loaded, plain] = [read(html), read((await print()).html)];
    const lines = typed.replaceAll(/\r\n?/g, '\n');
    expect(loaded.shown.split(lines)).toHaveLength(places + 1);
    expect(loaded.structure.filter((element) => element !== 'br')).toEqual(
      plain.structure.filter((element) => element !== 'br'),
    );
    expect(loaded.structure.length - plain.structure.length).toBe(places * (lines.split('\n').length - 1));
    expect(loaded.rest).toEqual(plain.rest);
    expect(loaded.links).toEqual(plain.links);
  });
});

const white = '#ffffff';
const aa = 4.5;
const plain = (html: string): string => html.replaceAll(/<style[\s\S]*?<\/style>/g, '');
/** The element around the logo that it stands on. */
const plate = (html: string): string => /<td style="([^"]*)"[^>]*>\s*<img /.exec(html)?.[1] ?? '';

describe('the logo in a letter', () => {
  let dark: Logo;
  let light: Logo;
  beforeAll(async () => {
    [dark, light] = await Promise.all([logoOf('#1a1a1a'), logoOf('#fefefe')]);
  });

  it('stands at the top, named and sized, and comes in the letter itself', async () => {
    const { html, logo } = await press.print(words, { colors, logo: dark });
    expect(logo?.png.equals(Buffer.from(dark.base64, 'base64'))).toBe(true);
    const [picture = '', ...others] = html.match(/<img [^>]*>/g) ?? [];
    expect(others).toEqual([]);
    expect(picture).toContain(`src="cid:${logo?.cid}"`);
    expect(picture).toContain('alt="Alder &amp; Sons"');
    expect(picture).toContain('width="160"');
    expect(html.indexOf(picture)).toBeLessThan(html.indexOf('Heading of it'));
    expect(fetches(html)).toEqual([]);
    // Its name is there for who sees no pictures, and stands nowhere else at the head.
    expect(read(html).shown).not.toContain('Alder & Sons');
  });

  it('is not larger than there is room for', async () => {
    const { html } = await press.print(words, { colors, logo: { ...dark, width: 1600, height: 600 } });
    expect(html).toMatch(/<img [^>]*width="213"/);
  });

  it('leaves its place to the name where there is none', async () => {
    const { html, logo } = await press.print(words, { colors });
    expect(logo).toBeUndefined();
    expect(html).not.toContain('<img');
    expect(read(html).shown).toContain('Alder & Sons');
  });

  it('leaves its place to the name where it is no picture', async () => {
    const { html, logo } = await press.print(words, { colors, logo: { ...dark, base64: 'AAAA' } });
    expect({ logo, html: html.includes('<img') }).toEqual({ logo: undefined, html: false });
    expect(read(html).shown).toContain('Alder & Sons');
  });

  it('stands on a ground it can be seen on, in the dark too', async () => {
    const withDark = await press.print(words, { colors, logo: dark });
    const withLight = await press.print(words, { colors, logo: light });
    expect(plate(withDark.html)).toContain('background-color: #ffffff');
    expect(plate(withLight.html)).toContain('background-color: #1f4e46');
    // Readers that turn colours round leave pictures alone, and so this ground.
    expect(plate(withDark.html)).toContain('background-image: linear-gradient(#ffffff, #ffffff)');
    const inTheDark = (html: string) =>
      colorPairs(html, { dark: true }).find(({ text }) => text === words.from)?.ground;
    expect(inTheDark(withDark.html)).toBe(white);
    expect(inTheDark(withLight.html)).toBe(colors.primary);
  });

  it('is shown by our own pages as it is mailed, but for where the logo is', async () => {
    const { html, logo } = await press.print(words, { colors, logo: dark });
    const shown = await press.show(words, { colors, logo: dark });
    expect(shown).toContain(`data:image/png;base64,${dark.base64}`);
    expect(shown).toBe(html.replace(`cid:${logo?.cid}`, `data:image/png;base64,${dark.base64}`));
  });
});

describe('the colours of a letter', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
  const extremes = ['#000000', '#ffffff', '#808080', '#ffff00', '#0000ff', '#767676', '#777777'];

  const check = async (primary: string, secondary: string, logo?: Logo): Promise<void> => {
    const { html } = await press.print(words, { colors: { primary, secondary }, ...(logo && { logo }) });
    for (const look of [{ html }, { html: plain(html) }, { html, dark: true }]) {
      const pairs = colorPairs(look.html, look);
      expect(pairs.length).toBeGreaterThan(9);
      for (const pair of pairs)
        expect({ ...pair, passes: contrast(pair.color, pair.ground) >= aa }).toMatchObject({ passes: true });
    }
    // The button is seen as one, in light and dark, though the company's colour be that of the paper.
    const edge = (html.match(/border:2px solid (#[0-9a-f]{6})/) ?? [])[1] ?? white;
    const edgeInDark = (/\.button td \{\s*border-color: (#[0-9a-f]{6})/.exec(html) ?? [])[1] ?? '#1e2124';
    expect(contrast(edge, white)).toBeGreaterThanOrEqual(3);
    expect(contrast(edgeInDark, '#1e2124')).toBeGreaterThanOrEqual(3);
  };

  it('pass AA whatever a company chose: on paper, in the dark, and without any style sheet', async () => {
    const logo = await logoOf('#7f7f7f');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(color, fc.constantFrom(...extremes)),
        color,
        fc.boolean(),
        (primary, secondary, pictured) => check(primary, secondary, pictured ? logo : undefined),
      ),
      { numRuns: 10, examples: extremes.map((each) => [each, each, each < '#8'] as [string, string, boolean]) },
    );
  }, 60_000);

  it('are those of the company and their shades', async () => {
    const { html } = await print();
    // A lighter secondary behind the message, a darker primary around the button.
    for (const worn of [colors.primary, colors.secondary, '#f4e5da', '#173b35']) expect(html).toContain(worn);
  });

  it('that are its own stand on the elements themselves', async () => {
    const { html } = await print();
    expect(colorPairs(plain(html))).toEqual(colorPairs(html));
    expect(plain(html)).toMatch(/overflow-wrap: anywhere/);
  });
});
