import { afterEach, describe, expect, it } from '@jest/globals';
import { aView } from '../testing/a-view';
import { projectIdIn, takeEntry } from './read-entry';

const write = (text: string) => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = 'entry';
  script.textContent = text;
  document.body.append(script);
};

describe('the entry in the page', () => {
  afterEach(() => document.body.replaceChildren());

  it('is read once and leaves no trace', () => {
    const entry = { state: 'view', viewer: 'link', view: aView() };
    write(JSON.stringify(entry));
    expect(takeEntry(document)).toEqual(entry);
    expect(document.documentElement.outerHTML).not.toContain('Mercer');
    expect(takeEntry(document)).toEqual({ state: 'no_access' });
  });

  it.each(['', '{', '[]', '{"state":"view"}', '{"state":"view","view":{"name":"x"}}', '{"state":"other"}'])(
    'counts as no access when it is %j',
    (text) => {
      write(text);
      expect(takeEntry(document)).toEqual({ state: 'no_access' });
    },
  );
});

describe('the project in the address', () => {
  it('is found in the clean address only', () => {
    const id = '0193b1aa-0000-7000-8000-000000000001';
    expect(projectIdIn(`/portal/${id}`)).toBe(id);
    expect(projectIdIn(`/portal/${id.toUpperCase()}/`)).toBe(id);
    expect(projectIdIn(`/portal/${id}/other`)).toBeNull();
    expect(projectIdIn('/portal//evil.example')).toBeNull();
    expect(projectIdIn('/')).toBeNull();
  });
});
