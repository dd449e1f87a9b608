import { describe, expect, it } from '@jest/globals';
import { Client } from '../client/client.entity';
import { Portal } from '../portal/portal.entity';
import { Lead } from './lead.entity';
import { publishDefaults } from './lead.mapper';

const id = '019377a0-0000-7000-8000-000000000001';
const companyId = '019377a0-0000-7000-8000-000000000002';
const client = () => Client.named('019377a0-0000-7000-8000-000000000003', companyId, 'The Okafors');
const lead = () => Lead.open(id, client(), { projectType: 'Kitchen' });

describe('a lead', () => {
  it('is new, and has a project id reserved from the first', () => {
    expect(lead()).toMatchObject({ stage: 'new', version: 1, companyId });
    expect(lead().reservedProjectId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is lost only with a reason, which goes when it comes back', () => {
    const one = lead();
    expect(() => one.change({ stage: 'lost' })).toThrow();
    one.change({ stage: 'lost', lostReason: 'Too dear' });
    expect(one.lostReason).toBe('Too dear');
    expect(() => one.change({ lostReason: null })).toThrow();
    one.change({ stage: 'quoting' });
    expect(one.lostReason).toBeNull();
  });

  it('is published by default as client and work are called then, not as when its shell was made', () => {
    const one = lead();
    const shell = Portal.shell(one.reservedProjectId, companyId, id, 'Teh Okafors – Kitchen', 'Old words.');
    one.client.rename('Okafor & Daughters');
    one.change({ projectType: 'Bathroom' });
    expect(publishDefaults(one, shell)).toEqual({ ...publishDefaults(one, null) });
    expect(publishDefaults(one, shell).name).toBe('Okafor & Daughters – Bathroom');
    shell.publish('Ours', 'Hello.');
    expect(publishDefaults(one, shell)).toEqual({ name: 'Ours', welcomeMessage: 'Hello.' });
  });

  it('keeps money to the cent', () => {
    const one = lead();
    one.change({ estimatedValue: { amount: '123456789012.1', currency: 'USD' } });
    expect(one.estimatedValue).toEqual({ amount: '123456789012.10', currency: 'USD' });
    one.change({ estimatedValue: null });
    expect(one.estimatedValue).toBeNull();
  });
});
