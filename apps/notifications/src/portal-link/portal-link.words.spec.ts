import { describe, expect, it } from '@jest/globals';
import { letterText } from '../letter/letter.text';
import { company, wayIn } from '../test-app/letters';
import { portalLinkWords, portalSignInWords } from './portal-link.words';

describe('the mail with a link to the portal', () => {
  it('brings the link, in the words of the company', () => {
    expect(portalLinkWords(wayIn, company)).toMatchObject({
      from: 'Alder & Sons',
      subject: 'Your link to Okafor – Kitchen',
      button: { label: 'Open Your Project', url: wayIn.url },
      expiry: undefined,
      contact: 'Questions? Ruth Alder, Alder & Sons: 555 0100 or ruth@alder.example',
    });
  });

  it('says until when it works, as a day that no time zone shifts', () => {
    const { expiry } = portalLinkWords({ ...wayIn, endsOn: '2026-12-06' }, company);
    expect(expiry).toBe('It works until the end of Sunday, December 6, 2026.');
  });

  it('tells who has it what it opens, and who did not ask that all is well', () => {
    const text = letterText(portalLinkWords(wayIn, company));
    expect(text).toContain('Whoever has it can see the page');
    expect(text).toContain('If you did not ask for it, you need do nothing');
    expect(text.split(/\s+/).length).toBeLessThan(130);
  });
});

describe('the mail with a way in, to who reads Spanish', () => {
  const spanishCompany = { ...company, locale: 'es' as const };
  it('is in the language of the company…', () => {
    expect(portalLinkWords({ ...wayIn, endsOn: '2026-12-06' }, spanishCompany)).toMatchObject({
      tongue: 'es',
      subject: 'Su enlace a Okafor – Kitchen',
      button: { label: 'Abrir su proyecto', url: wayIn.url },
      expiry: 'Funciona hasta el final del domingo, 6 de diciembre de 2026.',
      contact: '¿Tiene preguntas? Ruth Alder, Alder & Sons: 555 0100 o ruth@alder.example',
    });
  });

  it('…but for the one it was asked for in', () => {
    expect(portalLinkWords(wayIn, company, 'es').tongue).toBe('es');
    expect(portalSignInWords(wayIn, company, 'es').subject).toBe('Inicie sesión para ver Okafor – Kitchen');
    expect(portalSignInWords(wayIn, spanishCompany, 'en').tongue).toBe('en');
  });
});

describe('the mail to a customer with an account', () => {
  const url = 'https://porchlight.example/sign-in?email=anna%40example.com&to=%2Fportal%2F1';
  it('leads to where they sign in', () => {
    const words = portalSignInWords({ ...wayIn, url }, company);
    expect(words).toMatchObject({
      subject: 'Sign in to see Okafor – Kitchen',
      button: { label: 'Sign In', url },
      why: expect.stringContaining('anna@example.com'),
    });
    expect(letterText(words)).not.toContain('token');
  });

  it('lets no name turn the line it stands in', () => {
    const { subject } = portalSignInWords({ ...wayIn, url, projectName: 'Kitchen\u202e' }, company);
    expect(subject).toBe('Sign in to see \u2068Kitchen\u202e\u2069');
  });
});
