import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';

describe('the first minute of a new company', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  it('needs no waiting and no second try: project, invitation, link, portal and preview, ten companies at once', async () => {
    const begin = async (): Promise<number[]> => {
      const owner = system.client();
      await owner.register();
      const project = await owner.post('/api/projects', { name: 'Maple Street kitchen' });
      const projectId: string = project.body.id;
      const invited = await owner.post('/api/identity/invitations', {
        email: `anna-${projectId}@home.example`,
        role: 'customer',
        projectId,
      });
      const link = await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' });
      const viewer = system.client();
      const { pathname, search } = new URL(link.body.url);
      const opened = await viewer.get(pathname + search);
      const view = await viewer.get(`/api/portal/${projectId}`);
      const preview = await owner.post(`/api/portal/${projectId}/sessions`);
      return [project, invited, link, opened, view, preview].map(({ status }) => status);
    };
    const companies = await Promise.all(Array.from({ length: 10 }, begin));
    for (const statuses of companies) expect(statuses).toEqual([201, 201, 201, 303, 200, 201]);
  });
});
