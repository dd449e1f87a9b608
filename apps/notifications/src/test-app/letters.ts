import type { SendableLetter } from '../account/account.words';
import type { SendableAcceptance } from '../invitation/acceptance.words';
import type { SendableInvitation } from '../invitation/invitation.words';
import type { Company, WayIn } from '../portal-link/portal-link.words';
import type { SendableAddress, SendableLead } from '../lead/captured-lead.words';

/** What identity and leads answer, with nothing unusual in it. */

export const invitation: SendableInvitation = {
  sendable: true,
  to: 'anna@example.com',
  acceptUrl: 'https://porchlight.example/invite#AQGTd6AAAHAAgAAAAAAAAAEAAAAB-_x',
  companyId: '019377a0-0000-7000-8000-000000000001',
  companyName: 'Alder & Sons',
  contact: { name: 'Ruth Alder', phone: '555 0100', email: 'ruth@alder.example' },
  projectName: 'Okafor – Kitchen',
  role: 'customer',
  message: 'We start on Monday.\nCall me any time.',
  locale: 'en',
  expiresAt: '2026-11-28T02:15:00.000Z',
  timeZone: 'America/New_York',
};

export const acceptance: SendableAcceptance = {
  sendable: true,
  to: 'ruth@alder.example',
  personName: 'Anna Okafor',
  personEmail: 'anna@example.com',
  role: 'customer',
  companyId: '019377a0-0000-7000-8000-000000000001',
  companyName: 'Alder & Sons',
  projectName: 'Okafor – Kitchen',
  url: 'https://porchlight.example/projects/019377a0-0000-7000-8000-000000000002',
  locale: 'en',
};

export const letter: SendableLetter = {
  sendable: true,
  to: 'anna@example.com',
  personName: 'Anna Okafor',
  url: 'https://porchlight.example/reset-password#AQGTd6AAAHAAgAAAAAAAAAEAAAAB-_x',
  locale: 'en',
};

export const capturedLead: SendableLead = {
  sendable: true,
  companyId: '019377a0-0000-7000-8000-000000000001',
  companyName: 'Alder & Sons',
  clientName: 'Anna Okafor',
  email: 'anna@example.com',
  phone: '555 0199',
  siteAddress: '12 Elm Street',
  projectType: 'Kitchen',
  notes: 'We would like to start in spring.',
  url: 'https://porchlight.example/leads/019377a0-0000-7000-8000-000000000003',
};

export const staffAddress: SendableAddress = {
  sendable: true,
  to: 'ruth@alder.example',
  personName: 'Ruth Alder',
  locale: 'en',
};

export const company: Company = {
  name: 'Alder & Sons',
  contact: { name: 'Ruth Alder', phone: '555 0100', email: 'ruth@alder.example' },
  locale: 'en',
  timeZone: 'America/New_York',
};

export const wayIn: WayIn = {
  to: 'anna@example.com',
  url: 'https://porchlight.example/portal/019377a0-0000-7000-8000-000000000002?token=AQGTd6AAAHAAgAAAAAAAAAEAAAAB-_x',
  projectName: 'Okafor – Kitchen',
  endsOn: null,
};
