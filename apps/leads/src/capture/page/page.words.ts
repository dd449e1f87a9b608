import type { Fault } from '../sending/faults';

/** Everything that the public form says itself, in one place; the rest are its company's own words. */
export const words = {
  optional: 'optional',
  send: 'Send request',
  choose: 'Choose one',
  leaveEmpty: 'Leave this empty',
  again: 'Please look at this again',
  rather: 'Rather talk to a person?',
  call: (phone: string): string => `Call ${phone}`,
  writeTo: (email: string): string => `Write to ${email}`,
  reach: (name: string): string => `You reach ${name}.`,
  discreet: (company: string): string => `What you send goes to ${company} alone.`,
  errorTitle: (title: string): string => `Error: ${title}`,
} as const;

export const labels = {
  name: 'Your name',
  email: 'E-mail',
  phone: 'Phone',
  siteAddress: 'Where is it?',
  projectType: 'What is it about?',
  message: 'Tell us more',
  source: 'How did you hear of us?',
} as const;
export type FieldName = keyof typeof labels;

export const hints: Partial<Record<FieldName, string>> = {
  siteAddress: 'Street and town of the site',
  message: 'What you have in mind, and when you would like to start',
};

const missing: Record<FieldName, string> = {
  name: 'Enter your name',
  email: 'Enter your e-mail address',
  phone: 'Enter a phone number',
  siteAddress: 'Enter the address of the site',
  projectType: 'Say what it is about',
  message: 'Tell us a little more',
  source: 'Say how you heard of us',
};

const isField = (path: string): path is FieldName => Object.hasOwn(labels, path);

/** A fault as a sentence beside its field; `label` is how the form names the field. */
export const sentenceOf = ({ path, is, max }: Fault, label: string): string => {
  switch (is) {
    case 'missing':
      return isField(path) ? missing[path] : `Answer “${label}”`;
    case 'too_long':
      return `Shorten “${label}” to ${max ?? 0} characters at most`;
    case 'no_email':
      return 'Enter an e-mail address such as name@example.com';
    case 'not_listed':
      return 'Choose one from the list';
    case 'no_text':
      return `Type “${label}” again: it has characters that we cannot read`;
    case 'twice':
      return `“${label}” was sent more than once: enter it once`;
    case 'too_many':
      return 'More was sent than this form asks for';
  }
};

/** What stands above a form that is shown again for a reason other than a field. */
export const notices = {
  expired: 'This page was open for a long time. All you typed is still here: look it over, then send it again.',
  hasty: 'That was quick, and machines are quick too. All you typed is still here: please send it once more.',
  changed: 'We have this request already, with other words in it. To tell us of the change as well, send it once more.',
  tooOften: (minutes: number): string =>
    `We cannot take more requests right now. All you typed is still here: send it again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  unknown: 'Something was sent that this form does not ask for. Look it over, then send it again.',
} as const;

/** Pages without a form. */
export const plain = {
  thanks: { title: 'Thank you' },
  closed: {
    title: 'This form is closed',
    text: (company: string): string => `${company} takes no requests here at the moment.`,
  },
  404: { title: 'There is no such form', text: 'The address may have changed. Ask the company for the new one.' },
  413: {
    title: 'That is too long',
    text: 'Nothing was sent. Go back: what you typed is still there. Shorten it, then send it again.',
  },
  415: { title: 'That could not be read', text: 'Nothing was sent. Go back to the form and send it from there.' },
  400: { title: 'That could not be read', text: 'Nothing was sent. Go back to the form and send it from there.' },
  429: {
    title: 'That was too often',
    text: 'Nothing was sent. Wait a few minutes, then go back and try again: what you typed is still there.',
  },
  503: {
    title: 'Very many are here at once',
    text: 'Nothing was sent. Go back and try again in a moment: what you typed is still there.',
  },
  500: {
    title: 'That did not work',
    text: 'It was our fault, and nothing was sent. Go back and try again in a moment: what you typed is still there.',
  },
} as const;
