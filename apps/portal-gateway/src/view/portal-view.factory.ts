import type { PortalProjectV1, PortalShellV1 } from '@porchlight/contracts';

export const portalProject = (changes: Partial<PortalProjectV1> = {}): PortalProjectV1 => ({
  projectId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
  name: 'Lakeside kitchen',
  status: 'active',
  timeZone: 'America/Denver',
  progress: { overall: 40, planning: 100, execution: 25, closeout: null },
  items: [],
  milestones: [],
  updates: [],
  shared: [],
  ...changes,
});

export const portalShell = (changes: Partial<PortalShellV1> = {}): PortalShellV1 => ({
  projectId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
  company: { name: 'Alder & Sons', colors: { primary: '#1f4e46', secondary: '#e0b25a' }, contact: {} },
  amberDays: 14,
  ...changes,
});
