import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(__dirname, '..');
/** Pages and parts of pages that a homeowner comes by. */
const places = ['account', 'confirm-email', 'invite', 'portals', 'reset', 'session', 'sign-in'];
const files = [
  'shell/away.ts',
  'shell/trouble.ts',
  'sheet/confirm.ts',
  'form/password-field.ts',
  ...places.flatMap((place) =>
    readdirSync(join(app, place))
      .filter((name) => /(?<!spec)\.(ts|html)$/.test(name))
      .map((name) => `${place}/${name}`),
  ),
];

const templateIn = (name: string): string => {
  const text = readFileSync(join(app, name), 'utf8');
  return name.endsWith('.html') ? text : (/\n {2}template: [`'"]([\s\S]*?)[`'"],\n/.exec(text)?.[1] ?? '');
};

const read = /(?:alt|title|aria-label|placeholder|label|hint|heading|about|action|of|question)/.source;
const spoken = /(?<=[=?:(,+]\s*)'[^']*\p{L}[^']*'/gu;

/** What a reader would see or hear of a template before any list of words is asked. */
const bareWords = (template: string): string[] => {
  const attributes = [...template.matchAll(new RegExp(`\\s${read}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
  const bound = [...template.matchAll(new RegExp(`\\[(?:attr\\.)?${read}\\]="([^"]*)"|\\{\\{([\\s\\S]*?)\\}\\}`, 'g'))];
  const text = template
    .replaceAll(/@(?:if|for|switch|case|else if) \((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@(?:else|let[^;]*;)/g, '')
    .replaceAll(/\{\{[\s\S]*?\}\}|<[^>]*>|@\w+|&\w+;/g, '');
  return [
    ...[...attributes, ...text.split(/\s+/)].filter((word) => /\p{L}/u.test(word)),
    ...bound.flatMap(([, attribute, said]) => (attribute ?? said ?? '').match(spoken) ?? []),
  ];
};

describe('the templates of the pages that homeowners come by', () => {
  it('hold no words of their own', () => {
    const templates = files.map((name) => [name, templateIn(name)] as const).filter(([, template]) => template);
    expect(templates.length).toBeGreaterThan(20);
    expect(templates.flatMap(([name, template]) => bareWords(template).map((word) => `${name}: ${word}`))).toEqual([]);
  });

  it('would be caught with some', () => {
    const template = `@if (a('b'); as c) {<p title="Hello" [label]="d ? 'Yes' : e">{{ words.a }} there {{ f ?? 'you' }}</p>} @empty { }`;
    expect(bareWords(template)).toEqual(['Hello', 'there', "'Yes'"].concat("'you'"));
  });
});
