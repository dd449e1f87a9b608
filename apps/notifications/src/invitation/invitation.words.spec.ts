import { describe, expect, it } from '@jest/globals';
import { letterText } from '../letter/letter.text';
import { invitation } from '../test-app/letters';
import { invitationWords, type SendableInvitation } from './invitation.words';

const words = (changes: Partial<SendableInvitation> = {}) => invitationWords({ ...invitation, ...changes });
const text = (changes: Partial<SendableInvitation> = {}) => letterText(words(changes));

describe('the mail of an invitation', () => {
  it('says company, project, message, end and whom to ask', () => {
    expect(words()).toMatchObject({
      from: 'Alder & Sons',
      subject: 'Alder & Sons invites you to Okafor – Kitchen',
      message: 'We start on Monday.\nCall me any time.',
      button: { label: 'Accept Invitation', url: invitation.acceptUrl },
      expiry: 'This invitation is for you alone and is good until Friday, November 27, 2026 at 9:15 PM.',
      contact: 'Questions? Ruth Alder, Alder & Sons: 555 0100 or ruth@alder.example',
    });
  });

  it('leaves out message and contact when there are none', () => {
    const { message, contact } = words({ message: ' ', contact: {} });
    expect({ message, contact }).toEqual({});
    expect(words({ contact: { phone: '555 0100' } }).contact).toBe('Questions? Alder & Sons: 555 0100');
  });

  it('has a text part that says the same', () => {
    expect(text()).toContain(`Accept Invitation:\n${invitation.acceptUrl}\n`);
    expect(text()).toContain('> We start on Monday.\n> Call me any time.');
    expect(text()).toContain('good until Friday, November 27, 2026 at 9:15 PM.');
    expect(text()).toContain('Questions? Ruth Alder, Alder & Sons: 555 0100 or ruth@alder.example');
  });

  it('lets no line of a message pass for one of ours', () => {
    const message = 'a\nb\r\nc\rd\u2028e\u2029f\u0085g';
    expect(text({ message })).toContain('> a\n> b\n> c\n> d\n> e\n> f\n> g\n');
  });

  it('names the zone where the time is not in the company’s own', () => {
    expect(text({ timeZone: undefined })).toContain('Saturday, November 28, 2026 at 2:15 AM UTC');
  });

  it.each([
    ['customer', 'Okafor – Kitchen', 'Follow Okafor – Kitchen as it happens'],
    ['subcontractor', 'Okafor – Kitchen', 'Join Okafor – Kitchen'],
    ['manager', null, 'Join Alder & Sons'],
  ] as const)('speaks to a %s of what awaits them', (role, projectName, heading) => {
    expect(words({ role, projectName }).heading).toBe(heading);
  });

  it('speaks the language it was asked for in, whatever the company’s', () => {
    expect(invitationWords(invitation, 'es').tongue).toBe('es');
    expect(invitationWords({ ...invitation, locale: 'es' }, 'en').subject).toBe(
      'Alder & Sons invites you to Okafor – Kitchen',
    );
    expect(invitationWords({ ...invitation, locale: 'es' }, null).tongue).toBe('es');
  });

  it('speaks Spanish for a company that does', () => {
    expect(words({ locale: 'es' })).toMatchObject({
      tongue: 'es',
      subject: 'Alder & Sons le invita a Okafor – Kitchen',
      button: { label: 'Aceptar la invitación', url: invitation.acceptUrl },
      expiry: 'Esta invitación es solo para usted y vale hasta el viernes, 27 de noviembre de 2026, 21:15.',
      contact: '¿Tiene preguntas? Ruth Alder, Alder & Sons: 555 0100 o ruth@alder.example',
    });
    expect(text({ locale: 'es', timeZone: undefined })).toContain('sábado, 28 de noviembre de 2026, 2:15 UTC');
  });
});
