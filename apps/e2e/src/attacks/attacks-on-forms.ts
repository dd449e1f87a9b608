import type { Reply } from '@porchlight/testing';
import { flood, type Attack } from './attack';
import type { Scene } from './scene';

const anna = { name: 'Anna', email: 'anna@home.example' };

const slugOf = async (at: Scene, whose: 'owner' | 'stranger'): Promise<string> =>
  (await at[whose].get('/api/leads/capture-form')).body.slug;

const post = async (at: Scene, fields: Record<string, string>, slug?: string): Promise<Reply> =>
  at.nobody.send('POST', `/request/${slug ?? (await slugOf(at, 'owner'))}`, new URLSearchParams(fields).toString(), {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const postJson = async (at: Scene, body: object): Promise<Reply> =>
  at.nobody.post(`/api/leads/capture/${await slugOf(at, 'owner')}`, body);

/** The last one takes all that one address may send. */
export const publicForms: readonly Attack[] = [
  ['whose address is made up', '404 page', (at) => post(at, anna, 'no-such-form')],
  [
    'with a ticket of another company',
    '409 form_expired',
    async (at) => {
      const { ticket } = (await at.nobody.get(`/api/leads/capture/${await slugOf(at, 'stranger')}`)).body;
      return postJson(at, { ...anna, ticket });
    },
  ],
  [
    'with a field of the lead that nobody asked for',
    '400 invalid_request',
    (at) => postJson(at, { ...anna, ticket: 'x', stage: 'won' }),
  ],
  [
    'with a header in the address',
    '400 page',
    (at) => post(at, { ...anna, email: 'anna@home.example\r\nBcc: all@home.example', ticket: 'x' }),
  ],
  ['with more than 32 KiB', '413 page', (at) => post(at, { ...anna, message: 'x'.repeat(40_000) })],
  [
    'by a machine that fills in everything at once: thanked, and forgotten',
    { '201': 1, '200': 1 },
    async (at) => {
      const { ticket } = (await at.nobody.get(`/api/leads/capture/${await slugOf(at, 'owner')}`)).body;
      const thanked = await postJson(at, {
        ...anna,
        name: 'Mallory the machine',
        website: 'https://x.example',
        ticket,
      });
      const leads = await at.owner.get('/api/leads?limit=500');
      if (JSON.stringify(leads.body).includes('Mallory the machine')) throw new Error('a machine made a lead');
      return [thanked, leads];
    },
  ],
  ['again and again', '429 page', (at) => flood(() => post(at, { ...anna, ticket: 'x' }), 30)],
];
