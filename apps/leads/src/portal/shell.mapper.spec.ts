import { describe, expect, it } from '@jest/globals';
import { portalShellV1Schema } from '@porchlight/contracts';
import { portalShell, type ShellSources } from './shell.mapper';

const sources: ShellSources = {
  portal: { projectId: '019377a0-0000-7000-8000-000000000001', welcomeMessage: 'Welcome.' },
  company: {
    name: 'Alder & Sons',
    amberDays: 14,
    contact: { name: 'Ruth', phone: '555 0100', email: 'ruth@alder.example' },
  },
  brand: { primaryColor: '#1f4e46', secondaryColor: '#b45309', logoId: '0d4f6a52-7d3e-4c52-9a51-0c5f0c1c8a01' },
  pictures: [
    { smallId: '5b0e6a52-7d3e-4c52-9a51-0c5f0c1c8a02', alt: 'A kitchen' },
    { smallId: '6c0e6a52-7d3e-4c52-9a51-0c5f0c1c8a03', alt: null },
  ],
};

const files = `/api/portal/${sources.portal.projectId}/files`;

/** The same sources with a secret in every other field that the entities have or might come to have. */
const secret = 'CANARY-7f3a';
const withSecrets = {
  portal: { ...sources.portal, name: secret, leadId: secret, companyId: secret, shellBytes: secret, notes: secret },
  company: {
    ...sources.company,
    companyId: secret,
    timeZone: secret,
    contact: { ...sources.company.contact, mobile: secret, ownerEmail: secret },
  },
  brand: { ...sources.brand, companyId: secret, version: secret, suggestions: secret },
  pictures: sources.pictures.map((picture) => ({ ...picture, id: secret, name: secret, addedAt: secret })),
};

describe('the shell of a portal', () => {
  it('says the company, its logo, its colours, its pictures, its public contact, the welcome message and the amber days', () => {
    expect(portalShell(sources)).toEqual({
      projectId: sources.portal.projectId,
      company: {
        name: 'Alder & Sons',
        logoUrl: `${files}/0d4f6a52-7d3e-4c52-9a51-0c5f0c1c8a01`,
        colors: { primary: '#1f4e46', secondary: '#b45309' },
        pictures: [
          { url: `${files}/5b0e6a52-7d3e-4c52-9a51-0c5f0c1c8a02`, alt: 'A kitchen' },
          { url: `${files}/6c0e6a52-7d3e-4c52-9a51-0c5f0c1c8a03` },
        ],
        contact: { name: 'Ruth', phone: '555 0100', email: 'ruth@alder.example' },
      },
      welcomeMessage: 'Welcome.',
      amberDays: 14,
    });
  });

  it('is what the contract allows and nothing more', () => {
    expect(portalShellV1Schema.parse(portalShell(withSecrets))).toEqual(portalShell(withSecrets));
  });

  it('holds nothing that is not named in its allow-list', () => {
    expect(JSON.stringify(portalShell(withSecrets))).toBe(JSON.stringify(portalShell(sources)));
  });

  it('leaves out what is not there instead of saying null', () => {
    const bare = {
      ...sources,
      portal: { ...sources.portal, welcomeMessage: '' },
      company: { ...sources.company, contact: {} },
      brand: { ...sources.brand, logoId: null },
      pictures: [],
    };
    expect(Object.keys(portalShell(bare))).toEqual(['projectId', 'company', 'amberDays']);
    expect(Object.keys(portalShell(bare).company)).toEqual(['name', 'colors', 'contact']);
    expect(portalShell(bare).company.contact).toEqual({});
  });
});
