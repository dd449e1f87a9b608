import type { Lead } from '@porchlight/contracts';

/** A lead for specs. */
export const aLead = (over: Partial<Lead> = {}): Lead => ({
  id: '0190f3c4-0000-7000-8000-000000000001',
  companyId: '0190f3c4-0000-7000-8000-0000000000c0',
  version: 1,
  client: { id: '0190f3c4-0000-7000-8000-0000000000c1', version: 1, name: 'Miller family', contacts: [] },
  siteAddress: null,
  projectType: 'Kitchen',
  source: null,
  origin: 'typed',
  stage: 'new',
  lostReason: null,
  estimatedValue: null,
  nextStep: null,
  nextStepOn: null,
  notes: null,
  owner: null,
  portal: null,
  publishDefaults: { name: 'Miller family – Kitchen', welcomeMessage: 'Welcome.' },
  hasShell: false,
  inviteDefaults: { message: 'Welcome.' },
  createdAt: '2026-11-20T10:00:00.000Z',
  ...over,
});
