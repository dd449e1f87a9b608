import { type CompanyColors, readableOn } from '@porchlight/contracts';
import type { Letter } from '../mail/smtp';
import { renderTemplate } from '../mail/template';
import { invitationText } from './invitation.text';
import { invitationWords, type SendableInvitation } from './invitation.words';

/** The finished mail for an invitation; `template` is the source of `templates/invitation.mjml`. */
export const invitationLetter = async (
  template: string,
  invitation: SendableInvitation,
  colors: CompanyColors,
): Promise<Letter> => {
  const words = invitationWords(invitation);
  const { acceptUrl, to, companyName, contact } = invitation;
  const html = await renderTemplate(template, {
    colors: { primary: colors.primary, secondary: colors.secondary, onPrimary: readableOn(colors.primary) },
    parts: { message: words.message !== null, contact: words.contact !== null },
    texts: {
      companyName,
      acceptUrl,
      subject: words.subject,
      preview: words.preview,
      heading: words.heading,
      introduction: words.introduction,
      message: words.message ?? '',
      expiry: words.expiry,
      contact: words.contact ?? '',
      why: words.why,
    },
  });
  return {
    to,
    fromName: companyName,
    replyTo: contact.email,
    subject: words.subject,
    html,
    text: invitationText(words, acceptUrl),
  };
};
