import { until } from '@porchlight/testing';
import { request } from 'node:http';
import type { Builder } from './builder';

/** How one door answered. */
export interface DoorAnswer {
  readonly status: number;
  readonly type: string;
  readonly retryAfter: string | undefined;
  readonly text: string;
}
export type Door = 'page' | 'view' | 'updates' | 'photo' | 'document' | 'share' | 'visits' | 'link-requests';

/** Shares a photo by an update, and a document, both with this word in them; gives where the portal has them. */
export const shareFiles = async (
  { client, projectId }: Builder,
  photo: Buffer,
  word: string,
): Promise<{ photo: string; document: string }> => {
  const files = `/api/projects/${projectId}/files`;
  const add = async (bytes: Buffer, type: string, name: string): Promise<{ id: string; version: number }> =>
    (await client.post(`${files}?name=${name}`, bytes, { headers: { 'content-type': type } })).body;
  const shown = await add(photo, 'image/jpeg', 'IMG_1.jpg');
  await client.post(`/api/projects/${projectId}/updates`, { text: `The ${word} is in.`, fileId: shown.id });
  const plan = await add(Buffer.from(`%PDF-1.7\n${word}\n%%EOF\n`), 'application/pdf', 'plan.pdf');
  const titled = await client.patch(`${files}/${plan.id}`, { title: `Plan of the ${word}` }, { ifMatch: plan.version });
  const shared = await client.post(`${files}/${plan.id}/share`, undefined, { ifMatch: titled.body.version });
  if (shared.status >= 300) throw new Error(`not shared: ${shared.status} ${JSON.stringify(shared.body)}`);
  return until(async () => {
    const list: { kind: string; url: string }[] = (await client.get(`/api/portal/${projectId}`)).body.shared;
    const [picture, document] = ['photo', 'document'].map((kind) => list.find((file) => file.kind === kind)?.url);
    return picture !== undefined && document !== undefined && { photo: picture, document };
  }, 10_000);
};

/** All that a homeowner's browser asks one gateway for by HTTP, at once, as the public origin's proxy passes it on. */
export const tryDoors = async (
  at: { readonly url: string; readonly origin: string; readonly cookie: string },
  builder: Builder,
  files: { readonly photo: string; readonly document: string },
): Promise<Record<Door, DoorAnswer>> => {
  const ask = (method: string, path: string, body?: object): Promise<DoorAnswer> =>
    new Promise((resolve, reject) => {
      const headers = { host: new URL(at.origin).host, cookie: at.cookie, 'content-type': 'application/json' };
      const asked = request(new URL(path, at.url), { method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: (answer.headers['content-type'] ?? '').split(';')[0] ?? '',
            retryAfter: answer.headers['retry-after'],
            text: Buffer.concat(chunks).toString('latin1'),
          }),
        );
      });
      asked.once('error', reject);
      asked.end(body ? JSON.stringify(body) : method === 'POST' ? '{}' : undefined);
    });
  const doors: Record<Door, Promise<DoorAnswer>> = {
    page: ask('GET', builder.page()),
    view: ask('GET', builder.api()),
    updates: ask('GET', builder.api('/updates')),
    photo: ask('GET', files.photo),
    document: ask('GET', files.document),
    share: ask('POST', builder.api('/share')),
    visits: ask('POST', builder.api('/visits')),
    'link-requests': ask('POST', builder.api('/link-requests'), { email: 'anna@home.example' }),
  };
  const answers = await Promise.all(Object.entries(doors).map(async ([door, answer]) => [door, await answer] as const));
  return Object.fromEntries(answers) as Record<Door, DoorAnswer>;
};

/** The statuses alone. */
export const statuses = (answers: Record<Door, DoorAnswer>): Record<string, number> =>
  Object.fromEntries(Object.entries(answers).map(([door, { status }]) => [door, status]));
