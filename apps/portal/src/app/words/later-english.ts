import type { ItemKind, Section } from '@porchlight/contracts';
import type { CountedWords } from '@porchlight/ui';

const sections: Record<Section, string> = { planning: 'Planning', execution: 'Execution', closeout: 'Closeout' };
const asks: Record<ItemKind, string> = {
  selection: 'Your choice',
  approval: 'Your approval',
  information: 'Your answer',
};

export const laterEnglish = (counted: CountedWords) => ({
  share: {
    close: 'Close',
    copy: 'Copy',
    getting: 'Getting the link…',
    title: 'Share this page',
    copied: 'Link copied.',
    copyIt: 'Copy this link:',
    whatItDoes: 'Whoever has the link sees what you see here. Nobody can change anything with it.',
    yours: 'It is your own link: your builder sees that you made it and can switch it off.',
    visits: 'Your builder can see when the link was last opened.',
    failed: 'The link could not be fetched. Please try again in a moment.',
    builderTitle: 'Links are made in the dashboard',
    builder: 'There each link gets a name, and you can switch it off for one household without touching the others.',
    openProject: 'Open the project',
  },

  howMade: [
    'Every piece of planned work counts by its length in working days, so a long job moves the number more than a short one. It is full only when every piece is complete.',
    'It can fall. When work is added, takes longer, or has to be done again, there is more left to do than before, and the number says so.',
    'Money plays no part in it: the number says nothing about costs or payments.',
  ],

  items: {
    title: 'Your Items',
    waiting: (count: number) =>
      counted(count, { one: `${count} thing waits for you`, other: `${count} things wait for you` }),
    none: 'Nothing is waiting for you right now. We will say so here when something does.',
    asks,
    by: (day: string) => `By ${day}`,
    today: 'Due today',
    late: (day: string) => `Was due ${day}`,
    withBuilder: (company: string) => `With ${company} now`,
    done: (count: number) => `Done (${count})`,
    doneMark: 'Done',
  },

  contact: {
    title: 'Your builder',
    call: (company: string) => `Call ${company}`,
    write: (company: string) => `Write to ${company}`,
    about: (project: string, item: string) => `${project}: ${item}`,
    phone: 'Phone',
    email: 'E-mail',
    work: (company: string) => `Work by ${company}`,
    picture: (company: string) => `A picture of work by ${company}`,
  },

  milestones: {
    title: 'Milestones',
    reached: (day: string) => `Reached ${day}`,
    next: 'Next',
    planned: (day: string) => `Planned for ${day}`,
    wasPlanned: (day: string) => `Was planned for ${day}`,
    lateMark: 'Late',
    earlier: (count: number) => `Show ${count} earlier`,
    fewer: 'Show fewer',
  },

  sections: { title: 'Where the work stands', names: sections, none: 'Nothing planned yet' },

  updates: {
    title: 'Latest updates',
    older: (count: number) =>
      counted(count, { one: `Show ${count} older update`, other: `Show ${count} older updates` }),
    fetching: 'Fetching the older updates…',
    failed: 'The older updates could not be fetched.',
    again: 'Try again',
    shown: (count: number) =>
      counted(count, { one: `${count} older update is shown.`, other: `${count} older updates are shown.` }),
    fewer: 'Show the newest only',
    photo: (day: string) => `Photo that came with the update of ${day}`,
  },

  photos: {
    title: 'Photos',
    untitled: (day: string) => `Photo shared on ${day}`,
    shared: (day: string) => `Shared on ${day}`,
    all: (count: number) => counted(count, { one: `Show ${count} photo`, other: `Show all ${count} photos` }),
    fewer: 'Show fewer',
    place: (number: number, count: number) => `${number} of ${count}`,
    previous: 'Previous photo',
    next: 'Next photo',
    close: 'Close',
    missing: 'This photo could not be loaded.',
  },

  documents: {
    title: 'Documents',
    kinds: { pdf: 'PDF', word: 'Word document', sheet: 'Spreadsheet', other: 'Document' },
    shared: (day: string) => `shared on ${day}`,
    download: 'opens as a download',
  },

  foot: {
    whoSees: (company: string) =>
      `This page can be seen by ${company}, by the people they invited, and by anyone who has a link to it. Nothing can be changed from here.`,
    visits: (company: string) => `${company} can see when a link to this page was last opened.`,
    confirmed: (company: string, moment: string) => `Last confirmed by ${company} on ${moment}.`,
    printed: (moment: string) => `Printed as of ${moment}.`,
    print: 'Print this page',
    account: 'Your account',
  },

  newLink: {
    title: 'Do you need a new link?',
    text: 'Use the address your builder has for you.',
    email: 'Your e-mail',
    send: 'Mail me a new link',
    sending: 'Asking…',
    wrongAddress: 'Please type a whole e-mail address, such as anna@example.com.',
    sent: 'Thank you. If there is a way into this project for that address, it is on its way there by mail. Please look among the unwanted mail too.',
    sentNothing: 'If nothing comes in a few minutes, ask your builder for a link.',
    other: 'Use another address',
    tooOften: (minutes: number) =>
      counted(minutes, {
        one: 'That was asked too often. Please try again in a minute.',
        other: `That was asked too often. Please try again in ${minutes} minutes.`,
      }),
    failed: 'That did not get through. Please try again in a moment.',
  },

  pages: {
    noAccess: {
      title: 'Please open the link from your builder again',
      text: 'This page belongs to one project and opens only from the message your builder sent you. Look for it in your mail or messages and follow the link in it once more.',
      account: 'If your builder invited you and you made an account, sign in and the page opens.',
      signIn: 'Sign in',
    },
    deadLink: {
      unknown: {
        title: 'This link does not work',
        text: 'It may have been cut short on its way to you. Open the message from your builder again and follow the whole link, or ask for a new one.',
      },
      revoked: {
        title: 'This link was switched off',
        text: 'Your builder has ended it, so the project is no longer shown here. If you still need it, ask them for a new link.',
      },
      removed: {
        title: 'This project is no longer open to you',
        text: 'Your builder has ended your access to it. If that looks like a mistake, ask them.',
      },
      expired: {
        title: 'This link has ended',
        text: 'It was made to work until a certain day. If you still need it, ask for a new link.',
      },
    },
    signedOut: {
      title: 'You are signed out',
      text: 'The project is no longer shown here. Sign in again to go on.',
    },
    notReady: {
      title: 'Your page is being set up',
      text: 'The project was created a moment ago. This page opens by itself as soon as it is ready.',
    },
    unavailable: {
      title: 'We cannot show your page right now',
      text: 'Something on our side is not answering. You did nothing wrong, and there is nothing you need to do: this page opens by itself as soon as it can.',
      again: 'Try again',
      asking: 'Trying…',
      notYet: 'Not yet. We keep trying.',
    },
  },

  changes: {
    overall: (percent: number) => `Overall progress is now ${percent} percent.`,
    section: (name: string, percent: number) => `${name} is now ${percent} percent.`,
    reached: (name: string) => `Milestone reached: ${name}.`,
    milestone: (name: string) => `Milestone changed: ${name}.`,
    milestoneNew: (name: string) => `New milestone: ${name}.`,
    yourTurn: (title: string) => `Waiting for you: ${title}.`,
    itemDone: (title: string) => `Done: ${title}.`,
    withBuilder: (title: string) => `With your builder now: ${title}.`,
    item: (title: string) => `Changed: ${title}.`,
    update: (text: string) => `New update: ${text}`,
    shared: (title: string) => `Newly shared: ${title}.`,
    photo: 'A new photo is here.',
    finish: (day: string) => `The planned finish is now ${day}.`,
    noFinish: 'There is no planned finish for now.',
    status: {
      planning: 'The project is being planned.',
      active: 'The work is going on.',
      on_hold: 'The work is on hold.',
      completed: 'The work is done.',
      archived: 'The project is closed.',
    },
    welcome: 'The message from your builder has changed.',
    more: (count: number) => counted(count, { one: `And ${count} more change.`, other: `And ${count} more changes.` }),
  },
});

/** All that is said once the whole page is there. Another language is another function of this shape. */
export type LaterWords = ReturnType<typeof laterEnglish>;
