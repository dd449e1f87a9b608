/** What the page says from its first moment on; the rest is in later-english.ts. */
export const english = {
  product: 'Porchlight',
  tabTitle: (project: string, company: string) => `${project} – ${company}`,
  share: 'Share',

  live: {
    live: 'Live',
    connecting: (time: string) => `Connecting… shown as of ${time}`,
    reconnecting: (time: string) => `Reconnecting… shown as of ${time}`,
    offline: (time: string) => `Offline. Shown as of ${time}`,
  },

  preview: {
    label: 'Preview',
    whose: 'You are looking at the page your customer sees.',
    back: 'Back to the project',
  },

  notes: {
    on_hold: {
      title: 'The work is on hold',
      text: (company: string) =>
        `Nothing moves for now. As soon as ${company} goes on with the work, you will see it here.`,
    },
    completed: {
      title: 'The work is done',
      text: (company: string) =>
        `All the planned work is complete. If something is not as it should be, ${company} would like to know.`,
    },
    handed_over: {
      title: 'Your project is handed over',
      text: (company: string) =>
        `The work is finished. What ${company} shared with you stays here to look up, and so does the way to reach them.`,
    },
    closed: {
      title: 'This project is closed',
      text: (company: string) =>
        `${company} has closed it. What they shared with you stays here to look up, and so does the way to reach them.`,
    },
  },

  progress: {
    title: 'Progress',
    overall: 'Overall progress',
    notYet: 'The plan is still being put together. Once there is work in it, its progress shows here.',
    how: 'How this number is made',
  },
  finish: 'Planned finish',

  missing: {
    text: 'A part of this page could not be loaded. It is tried again as soon as the connection allows.',
    again: 'Load the page again',
  },
};

/** All that the first moment says. Another language is another list of this shape. */
export type Words = typeof english;
