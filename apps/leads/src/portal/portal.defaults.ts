/** The first thing a client reads until their builder writes something of their own. */
export const defaultWelcomeMessage =
  'Welcome to the home of your project. Here you can follow each step as it happens, and reach us whenever something is on your mind.';

/** The name a project starts with: `{client} – {project type}`. */
export const defaultProjectName = (clientName: string, projectType: string): string =>
  `${clientName} – ${projectType}`.slice(0, 160).trim();
