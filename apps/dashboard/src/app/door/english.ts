import type { Role } from '@porchlight/contracts';
import { roleWords } from '../words/words';
import { account } from './account.english';
import { confirmEmail } from './confirm-email.english';
import { failures } from './failures.english';

const meanings: Readonly<Record<Role, string>> = {
  customer: 'You follow your project on a page of your own: how far it is, what comes next, and what is needed of you.',
  subcontractor: 'You see the tasks that are yours, and say how they are going.',
  manager: 'You work on the company’s leads and projects.',
  owner: 'You run the company’s leads, projects and settings.',
};

export const english = {
  failures,
  account,
  confirmEmail,
  email: 'E-mail',
  password: {
    label: 'Password',
    show: 'Show',
    hide: 'Hide',
    of: 'password',
    shown: 'Your password can be read on the screen.',
    missing: 'Enter your password',
    hint: 'At least 12 characters. A sentence is fine.',
    choose: 'Choose a password',
    short: 'Use at least 12 characters',
    long: 'Use at most 256 characters',
  },
  missingEmail: 'Enter your e-mail address',
  oddEmail: 'Enter an e-mail address such as anna@example.com',
  forgot: 'Forgot your password?',
  close: 'Close',
  keep: 'Keep',

  signIn: {
    title: 'Sign in',
    press: 'Sign in',
    toPortal: 'Sign in with the e-mail address your builder invited, to see your project.',
    stay: 'Stay signed in',
    newHere: 'New here?',
    register: 'Register your company',
    tooOften: 'Choosing a new password by mail works at once.',
    after: {
      reset: 'Your new password is set. Sign in with it.',
      everywhere: 'You are signed out on every device.',
      closed: 'Your account is closed. Thank you for having been here.',
    },
  },

  signInAgain: {
    title: 'Sign in again',
    text: 'Your session ended. This page is kept as it is, with everything you typed.',
    leave: 'Leave this page',
  },

  away: {
    tab: 'Not reachable',
    title: 'Porchlight cannot be reached',
    text: 'You are still signed in and nothing is lost. Check your connection, or give it a moment.',
  },

  otherPerson: {
    signedInAs: (email: string) => `You are signed in as ${email}.`,
    goOnAs: (email: string) => `Sign out and go on as ${email}`,
  },

  invite: {
    tab: 'Invitation',
    looking: 'Looking at your invitation',
    trouble: 'Your invitation',
    joined: (place: string) => `You have joined ${place}`,
    open: 'Open it',
    opening: 'Opening it…',
    unknown: 'This link does not lead to an invitation',
    cutOff:
      'It may have been cut off on its way. Open the link in your message once more, or copy all of it. If that does not help, ask whoever invited you for a new one.',
    haveAccount: 'Have an account?',
    superseded: 'A newer invitation was sent',
    supersededText: 'Open the link in the newest message: this older one does nothing any more.',
    cannotFind: 'Cannot find it? Let us send it to the same address once more.',
    signedInAs: (name: string) => `You are signed in as ${name}.`,
    accept: 'Accept Invitation',
    forOther: (email: string) => `This invitation is for ${email}, and nothing has changed yet.`,
    known:
      'You have a Porchlight account already: sign in, and you have joined. If you do not remember making one, choose a new password by mail.',
    signInAndAccept: 'Sign in and accept',
    newcomer: 'Choose a name and a password, and you have joined.',
    name: 'Your name',
    missingName: 'Enter your name',
    joinedAlready: (place: string) => `You have joined ${place} already. Taking you to sign in…`,
    notNow: (place: string) => `You are not part of ${place} at the moment`,
    notNowText: (company: string) => `You joined by this invitation. If you think that is a mistake, ask ${company}.`,
    othersOne: 'This invitation is somebody else’s',
    othersJoined: (email: string, place: string) => `${email} joined ${place} by it.`,
    expired: 'This invitation has run out',
    expiredText: (company: string, email: string, place: string, day: string) =>
      `${company} invited ${email} to ${place}, until ${day}.`,
    askFor: (company: string) => `Ask ${company} for a new one.`,
    revoked: 'This invitation was cancelled',
    revokedText: (company: string) => `${company} has taken it back. If you think that is a mistake, ask them.`,
    title: (company: string, project: string | null) => `${company} invites you to ${project ?? 'join the company'}`,
    meanings,
    facts: { from: 'From', for: 'For', as: 'As', until: 'Until' },
    roles: roleWords,
    mailAgain: 'Mail me a new invitation',
    mailed: (email: string | undefined) =>
      `A new invitation is on its way to ${email ?? 'the address that was invited'}. Look in the spam folder too if it does not come within a few minutes.`,
    call: (phone: string) => `Call ${phone}`,
    write: (email: string) => `Write to ${email}`,
    reach: 'Answer the message that brought you here, or call them as usual.',
  },

  reset: {
    forgotTab: 'Forgot your password?',
    forgotText: 'We mail you a link with which you choose a new one.',
    send: 'Mail me a link',
    sent: 'Look in your mail',
    sentText: (email: string) =>
      `If there is an account with ${email}, a message with a link is on its way there. The link is good for one hour and works once.`,
    sentNothing:
      'Nothing after a few minutes? Look in the spam folder, and see that the address is the one you signed up with.',
    other: 'Try another address',
    toInvitation: 'Back to your invitation',
    toSignIn: 'Back to sign-in',
    tab: 'New password',
    looking: 'Looking at your link',
    choose: 'Choose a new password',
    chooseText: 'It signs you out on every device. Then sign in with the new one.',
    newPassword: 'New password',
    save: 'Save the new password',
    used: 'This link was used already',
    usedText: (email: string) =>
      `The password of ${email} was changed with it. Was that not you? Choose another one at once.`,
    expired: 'This link has run out',
    expiredText: 'It was good for one hour, or your account has changed since. A new one is quickly asked for.',
    unknown: 'This link leads nowhere',
    unknownText: 'It may have been cut off on its way. Open the link in your message once more, or copy all of it.',
    again: 'Mail me a new link',
  },

  portals: {
    title: 'Your projects',
    unnamed: 'Your project',
    none: 'No builder shares a project with you at the moment. An invitation by mail brings you in.',
    more: 'More',
    work: 'Back to your work',
    account: 'Your account',
    signOut: 'Sign out',
  },
};

/** What the pages say that a homeowner comes by on the way in and about the account. Another language is another set of this shape. */
export type DoorWords = typeof english;
