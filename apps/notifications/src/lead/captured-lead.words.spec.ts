import { describe, expect, it } from '@jest/globals';
import { letterText } from '../letter/letter.text';
import { capturedLead, staffAddress } from '../test-app/letters';
import { capturedLeadWords, type SendableLead } from './captured-lead.words';

const words = (changes: Partial<SendableLead> = {}) => capturedLeadWords({ ...capturedLead, ...changes }, staffAddress);

describe('the mail about a lead from the public form', () => {
  it('says who asked for what, how they are reached, and where the lead is', () => {
    expect(words()).toMatchObject({
      from: 'Alder & Sons',
      subject: 'New lead: Anna Okafor, Kitchen',
      heading: 'New lead: Anna Okafor',
      message: 'We would like to start in spring.',
      button: { label: 'Open the Lead', url: capturedLead.url },
      caution: 'If you answer this mail, your answer goes to anna@example.com.',
    });
    expect(words().introduction).toBe(
      'Anna Okafor wrote to you by the form on your site, about: Kitchen.\n\nE-mail: anna@example.com\nTelephone: 555 0199\nSite: 12 Elm Street',
    );
  });

  it('leaves out what was not said', () => {
    const said = words({ email: null, phone: null, siteAddress: null, notes: ' ' });
    expect(said.introduction).toBe('Anna Okafor wrote to you by the form on your site, about: Kitchen.');
    expect({ message: said.message, caution: said.caution }).toEqual({});
  });

  it('has a text part in which a stranger’s words are set apart', () => {
    expect(letterText(words({ notes: 'a\nb' }))).toContain('> a\n> b\n');
  });
});
