import { describe, expect, it } from '@jest/globals';
import { defaultProjectName, defaultWelcomeMessage } from './portal.defaults';
import { Portal } from './portal.entity';
import { portalShell } from './shell.mapper';

const projectId = '019377a0-0000-7000-8000-000000000001';
const companyId = '019377a0-0000-7000-8000-000000000002';
const company = { name: 'Alder & Sons', amberDays: 14, contact: {} };
const brand = { primaryColor: '#1f4e46', secondaryColor: '#b45309', logoId: null };
const pictures: [] = [];

describe('a portal', () => {
  it('welcomes with two plain sentences until somebody writes better ones', () => {
    expect(Portal.of(projectId, companyId, 'Kitchen').welcomeMessage).toBe(defaultWelcomeMessage);
    expect(defaultWelcomeMessage.match(/[.!?](\s|$)/g)).toHaveLength(2);
  });

  it('is named after client and work by default', () => {
    expect(defaultProjectName('The Okafors', 'Kitchen')).toBe('The Okafors – Kitchen');
    expect(defaultProjectName('x'.repeat(160), 'Kitchen')).toHaveLength(160);
  });

  it('shows a new shell version only when a public byte differs', () => {
    const portal = Portal.of(projectId, companyId, 'Kitchen');
    expect(portal.show(portalShell({ portal, company, brand, pictures }))).toBe(true);
    expect(portal.shellVersion).toBe(1);
    portal.name = 'Kitchen and hall';
    expect(portal.show(portalShell({ portal, company: { ...company }, brand: { ...brand }, pictures }))).toBe(false);
    expect(portal.shellVersion).toBe(1);
    expect(portal.show(portalShell({ portal, company: { ...company, amberDays: 7 }, brand, pictures }))).toBe(true);
    expect(portal.shellVersion).toBe(2);
  });

  it('keeps the version of its settings apart from that of its shell', () => {
    const portal = Portal.of(projectId, companyId, 'Kitchen');
    portal.show(portalShell({ portal, company, brand, pictures }));
    expect(portal.reword({ welcomeMessage: defaultWelcomeMessage })).toBe(false);
    expect(portal.version).toBe(1);
    expect(portal.reword({ welcomeMessage: 'Hello.' })).toBe(true);
    expect(portal).toMatchObject({ version: 2, shellVersion: 1 });
  });
});
