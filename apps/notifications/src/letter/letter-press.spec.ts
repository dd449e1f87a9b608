import { describe, expect, it } from '@jest/globals';
import { hostileMessages } from '../test-app/hostile-texts';
import { fetches, read } from '../test-app/reader';
import { LetterPress } from './letter-press';
import type { LetterWords } from './letter.words';

const press = new LetterPress('apps/notifications/templates');
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
const print = (changes: Partial<LetterWords> = {}) => press.print({ ...words, ...changes }, colors);

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
    const pale = await press.print(words, { primary: '#ffe680', secondary: '#336699' });
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
