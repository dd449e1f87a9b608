import type { PortalViewV1 } from '@porchlight/contracts';

/** An id of a row inside a view. */
export const portalId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A small view with nothing late and nothing waiting; say only what a test is about. */
export const aView = (overrides: Partial<PortalViewV1> = {}): PortalViewV1 => ({
  projectId: '0193b1aa-0000-7000-8000-000000000001',
  version: 7,
  company: {
    name: 'Alder & Sons',
    colors: { primary: '#b45309', secondary: '#1f4e46' },
    contact: { name: 'Sam Alder', phone: '+1 (303) 555-0142', email: 'hello@alder.example' },
  },
  name: 'The Mercer kitchen',
  address: '18 Larkspur Lane',
  welcomeMessage: 'Welcome, Anna and Ben.',
  status: 'active',
  timeZone: 'America/Denver',
  deadline: '2026-12-04',
  amberDays: 14,
  progress: { overall: 64, planning: 100, execution: 58, closeout: null },
  items: [],
  milestones: [],
  updates: [],
  shared: [],
  confirmedAt: '2026-11-20T23:10:00.000Z',
  ...overrides,
});
