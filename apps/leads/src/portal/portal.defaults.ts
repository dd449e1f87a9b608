/** The first thing a client reads until their builder writes something of their own. */
export const defaultWelcomeMessage =
  'Welcome to the home of your project. Here you can follow each step as it happens, and reach us whenever something is on your mind.';

/** What an invitation to the portal says until somebody writes something of their own. */
export const defaultInvitation =
  'We have made a page for your project. On it you can see what is done, what comes next and where we need a word from you, on your phone or computer, whenever you like. Accept the invitation and it is yours to open. If anything is unclear, just reply or call us.';

/** The name a project starts with: `{client} – {project type}`. */
export const defaultProjectName = (clientName: string, projectType: string): string =>
  `${clientName} – ${projectType}`.slice(0, 160).trim();
