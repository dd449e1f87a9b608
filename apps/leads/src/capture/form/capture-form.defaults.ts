import type { CaptureForm } from '@porchlight/contracts';

/** What a form says and asks until its company says otherwise. */
export const defaultForm = {
  enabled: true,
  heading: 'Tell us about your project',
  introduction: 'A few lines are enough. We read every request ourselves and get back to you.',
  thanks: 'Your request has reached us, and we will be in touch soon.',
  projectTypes: [],
  fields: {
    phone: 'optional',
    siteAddress: 'optional',
    projectType: 'optional',
    message: 'optional',
    source: 'off',
  },
  questions: [],
} as const satisfies Partial<CaptureForm>;
