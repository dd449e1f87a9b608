import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expected, startSystem, type System } from '@porchlight/testing';

describe('the first minute of a new company', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  it('needs no waiting and no second try: project, invitation, link, portal and preview, ten companies at once', async () => {
    const begin = async (): Promise<void> => {
      const owner = system.client();
      await owner.register();
      const { id } = expected(201, await owner.post('/api/projects', { name: 'Maple Street kitchen' }));
      const invitation = { email: `anna-${id}@home.example`, role: 'customer', projectId: id };
      expected(201, await owner.post('/api/identity/invitations', invitation));
      const link = expected(201, await owner.post(`/api/portal/${id}/links`, { label: 'Anna & Ben' }));
      const viewer = system.client();
      const { pathname, search } = new URL(link.url);
      expected(303, await viewer.get(pathname + search));
      expected(200, await viewer.get(`/api/portal/${id}`));
      expected(201, await owner.post(`/api/portal/${id}/sessions`));
    };
    const companies = await Promise.allSettled(Array.from({ length: 10 }, begin));
    expect(companies.map((company) => (company.status === 'rejected' ? String(company.reason) : 'well'))).toEqual(
      companies.map(() => 'well'),
    );
  });
});
