import { inject, InjectionToken } from '@angular/core';
import type { ItemKind, Section } from '@porchlight/contracts';
import { plural, VIEWER_LOCALE } from '@porchlight/ui';

const sections: Record<Section, string> = { planning: 'Planning', execution: 'Execution', closeout: 'Closeout' };
const asks: Record<ItemKind, string> = {
  selection: 'Your choice',
  approval: 'Your approval',
  information: 'Your answer',
};

const english = (locale: string) => ({
  product: 'Porchlight',
  tabTitle: (project: string, company: string) => `${project} – ${company}`,

  live: {
    live: 'Live',
    connecting: (time: string) => `Connecting… shown as of ${time}`,
    reconnecting: (time: string) => `Reconnecting… shown as of ${time}`,
    offline: (time: string) => `You are offline. Shown as of ${time}`,
  },

  preview: {
    label: 'Preview',
    whose: 'You are looking at the page your customer sees.',
    back: 'Back to the project',
  },

  share: {
    share: 'Share',
    close: 'Close',
    copy: 'Copy',
    getting: 'Getting the link…',
    title: 'Share this page',
    copied: 'Link copied.',
    copyIt: 'Copy this link:',
    whatItDoes: 'Whoever has the link sees what you see here. Nobody can change anything with it.',
    yours: 'It is your own link: your builder sees that you made it and can switch it off.',
    failed: 'The link could not be fetched. Please try again in a moment.',
    builderTitle: 'Links are made in the dashboard',
    builder: 'There each link gets a name, and you can switch it off for one household without touching the others.',
    openProject: 'Open the project',
  },

  progress: { title: 'Progress', overall: 'Overall progress' },
  finish: 'Planned finish',

  items: {
    title: 'Your Items',
    waiting: (count: number) =>
      plural(locale, count, { one: `${count} thing waits for you`, other: `${count} things wait for you` }),
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
    late: (day: string) => `Was planned for ${day}`,
    lateMark: 'Late',
    earlier: (count: number) => plural(locale, count, { one: `Show ${count} earlier`, other: `Show ${count} earlier` }),
    fewer: 'Show fewer',
  },

  sections: { title: 'Where the work stands', names: sections, none: 'Nothing planned yet' },

  updates: {
    title: 'Latest updates',
    older: (count: number) =>
      plural(locale, count, { one: `Show ${count} older update`, other: `Show ${count} older updates` }),
    photo: 'Photo that came with this update',
  },

  shared: { photos: 'Photos', documents: 'Documents', on: (day: string) => `shared ${day}` },

  foot: {
    whoSees: (company: string) =>
      `This page can be seen by ${company}, by the people they invited, and by anyone who has a link to it. Nothing can be changed from here.`,
    confirmed: (company: string, day: string, time: string) => `Last confirmed by ${company} on ${day} at ${time}.`,
    printed: (day: string, time: string) => `Printed as of ${day}, ${time}.`,
    print: 'Print this page',
    account: 'Your account',
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
        text: 'It may have been cut short on its way to you. Open the message from your builder again and follow the whole link, or ask them for a new one.',
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
        text: 'It was made to work until a certain day. If you still need it, ask your builder for a new link.',
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
    finish: (day: string) => `The planned finish is now ${day}.`,
    noFinish: 'There is no planned finish for now.',
    status: 'The state of the project has changed.',
    welcome: 'The message from your builder has changed.',
    more: (count: number) =>
      plural(locale, count, { one: `And ${count} more change.`, other: `And ${count} more changes.` }),
  },
});

/** Everything the portal says. Another language is another function of this shape. */
export type Words = ReturnType<typeof english>;

export const WORDS = new InjectionToken<Words>('words of the portal', {
  factory: () => english(inject(VIEWER_LOCALE)),
});
