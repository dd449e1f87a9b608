import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { apply, form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { changeCaptureFormSchema, type CaptureForm } from '@porchlight/contracts';
import { type CaptureDraft, captureDraft, captureRules, moved, slugRefusals, wantedOf } from './capture-draft';

const stored: CaptureForm = {
  companyId: '018f0000-0000-7000-8000-000000000001',
  version: 1,
  slug: 'alder-and-sons',
  enabled: true,
  heading: 'Tell us',
  introduction: '',
  thanks: 'Thank you.',
  projectTypes: ['Kitchen', 'Bath'],
  fields: { phone: 'optional', siteAddress: 'off', projectType: 'required', message: 'optional', source: 'off' },
  questions: [{ label: 'When?', required: true }],
  url: 'https://x.example/request/alder-and-sons',
  snippet: '',
};
const filled = (change: Partial<CaptureDraft>, refusalOf: (slug: string) => string | undefined = () => undefined) =>
  TestBed.runInInjectionContext(() =>
    form(signal({ ...captureDraft(stored), ...change }), (path) => apply(path, captureRules(refusalOf))),
  );

describe('the settings of the public form', () => {
  it('come back from the form as they were', () => {
    const { companyId, version, url, snippet, ...words } = stored;
    expect([companyId, version, url, snippet]).toHaveLength(4);
    expect(wantedOf(captureDraft(stored))).toEqual(words);
    expect(changeCaptureFormSchema.parse(wantedOf(captureDraft(stored)))).toEqual(words);
  });

  it('take project types line by line, each once', () => {
    const draft = { ...captureDraft(stored), projectTypes: ' Porch \n\nBath\nPorch\n' };
    expect(wantedOf(draft).projectTypes).toEqual(['Porch', 'Bath']);
  });

  it('refuse what the service would', () => {
    const faulty = [
      filled({ slug: 'no good' }),
      filled({ heading: '' }),
      filled({ introduction: 'x'.repeat(1001) }),
      filled({ projectTypes: Array.from({ length: 21 }, (_, at) => `Type ${at}`).join('\n') }),
      filled({ questions: [{ label: '  ', required: false }] }),
    ];
    expect(faulty.map((tree) => tree().valid())).toEqual(faulty.map(() => false));
    expect(filled({})().valid()).toBe(true);
  });

  it('remember which addresses were refused, and why', () => {
    const tree = filled({ slug: 'Lakeside' }, (slug) => (slug === 'lakeside' ? slugRefusals['slug_taken'] : undefined));
    expect(tree.slug().errors()[0]?.message).toContain('Another form has that address');
    tree.slug().value.set('lakeside-builders');
    expect(tree.slug().errors()).toEqual([]);
  });
});

describe('questions put in another order', () => {
  it('move by one, and stay where they are at either end', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
  });
});
