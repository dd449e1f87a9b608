export const account = {
  title: 'Your account',
  backToOne: 'Back to your project',
  backToAll: 'Back to your projects',

  name: {
    heading: 'Name',
    about: 'Shown to those you work with.',
    long: 'Use at most 120 characters',
    save: 'Save name',
    saved: 'Saved.',
  },

  email: {
    about: 'You sign in with it, and messages go there.',
    confirmed: 'Confirmed',
    notConfirmed: 'Not confirmed',
    noServer:
      'No mail server is set up here, so an address can be neither confirmed nor changed. Whoever runs this Porchlight can set one up.',
    sentTo: 'We sent a link to',
    openIt: 'Open it within a day.',
    openItMeanwhile: 'Open it within a day; until then your address stays as it is.',
    why: 'Confirm that it is yours: then a forgotten password and invitations find you.',
    sendAgain: 'Send the link again',
    confirm: 'Confirm this address',
    change: 'Change e-mail',
    newOne: 'New e-mail',
    missing: 'Enter the new address',
    same: 'That is your address already',
    send: 'Mail me a link',
    cancel: 'Cancel',
  },

  password: {
    yours: 'Your password',
    sure: 'To be sure that it is you.',
    present: 'Present password',
    missingPresent: 'Enter your present password',
    change: 'Change password',
    changed: 'Changed. Every other device is signed out.',
    forgot: 'Forgot your present password?',
  },

  devices: {
    heading: 'Devices',
    about: 'Where you are signed in. End what you do not know.',
    looking: 'Looking for your devices',
    unknown: 'Unknown device',
    named: (browser: string, device: string) => `${browser} on ${device}`,
    present: 'This device',
    lastUsed: (ago: string) => `last used ${ago}`,
    justNow: 'just now',
    since: (moment: string) => `signed in ${moment}`,
    end: 'End',
    endThis: (device: string, lastUsed: string) => `End ${device}, ${lastUsed}`,
    ended: (device: string) => `${device} is signed out.`,
    everywhere: 'Sign out everywhere',
    everywhereToo: 'this device too',
    everywhereMeans:
      'Every device is signed out, this one too, and open portals close. You then sign in again where you need to.',
  },

  memberships: {
    heading: 'Companies and projects',
    about: 'What you are part of, and as what.',
    unnamed: 'A project',
    staff: 'Staff of the company',
    open: 'Open',
    openThis: (place: string) => `Open ${place}`,
    none: 'You are not part of any company or project at the moment. An invitation by mail brings you in.',
  },

  close: {
    heading: 'Close the account',
    ask: 'Close my account…',
    means: {
      signedOut: 'You are signed out everywhere, and can never sign in with this account again.',
      leave: 'You leave every company and project, and the portals you follow.',
      stays: 'What you did stays with the companies, under your name. Their projects go on without you.',
      free: 'Your e-mail address is free for a new account.',
    },
    soleOwner: 'You are the only owner of a company, and a company needs one. First make somebody else an owner, under',
    people: 'People',
    sure: 'Close my account for good',
    keep: 'Keep it',
  },
};

/** What the page says where somebody looks after their own account. */
export type AccountWords = typeof account;
