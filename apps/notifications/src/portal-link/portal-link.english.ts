import type { WayIn } from './portal-link.words';

/** What is said of a way in: `lastDay` in words, null where it does not run out. */
export interface Said extends Pick<WayIn, 'to' | 'projectName'> {
  readonly companyName: string;
  readonly lastDay: string | null;
}

const shared = ({ to, companyName }: Said) => ({
  caution: 'If you did not ask for it, you need do nothing: it went to you and to nobody else.',
  why: `This went to ${to} because a new way in was asked for at the page that ${companyName} made with Porchlight.`,
});

export const english = {
  link: (said: Said) => ({
    heading: `Your link to ${said.projectName}`,
    preview: 'This one works now.',
    introduction: `You asked for a new link to your project with ${said.companyName}. This one works now; please use it instead of the one you had. Whoever has it can see the page, so keep it to your household.`,
    label: 'Open Your Project',
    expiry: said.lastDay === null ? undefined : `It works until the end of ${said.lastDay}.`,
    ...shared(said),
  }),
  signIn: (said: Said) => ({
    heading: `Sign in to see ${said.projectName}`,
    preview: 'You have an account: sign in, and your project opens.',
    introduction: `You asked for a new way to your project with ${said.companyName}. You have an account for it, under ${said.to}: sign in, and your project opens. If you forgot your password, you can choose a new one there.`,
    label: 'Sign In',
    expiry: undefined,
    ...shared(said),
  }),
};

/** What the mails with a way in say. Another language is another set of this shape. */
export type PortalLinkSays = typeof english;
