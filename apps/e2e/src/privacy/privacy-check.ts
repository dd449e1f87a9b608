import { until, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { findSecrets } from './decode';
import { join, live, type Life } from './life';
import { newSecrets, type Secrets } from './secrets';
import { facts, gatewayLog, gatewayRows, mailsTo } from './surfaces';
import { Viewer } from './viewer';

/** The ids that no homeowner may learn: of people, tasks, items, milestones, notes, files and companies. */
const innerIds = async (system: System): Promise<Record<string, string>> => {
  const ids: Record<string, string> = {};
  const collect = async (service: 'identity' | 'projects' | 'leads', tables: readonly string[]): Promise<void> => {
    for (const table of tables)
      for (const { id } of await system.sql<{ id: string }>(service, `select id from "${table}"`))
        ids[`${table} ${id}`] = id;
  };
  await collect('identity', ['person', 'company', 'membership', 'invitation', 'session']);
  await collect('projects', ['task', 'item', 'milestone', 'project_update', 'project_file', 'note']);
  await collect('leads', ['lead', 'lead_file', 'client', 'contact']);
  return ids;
};

const droppedKeys = async (system: System): Promise<number> => {
  const text = await (await fetch(system.gateways[0]?.metricsUrl ?? '')).text();
  return [...text.matchAll(/^porchlight_stripped_keys_total\{[^}]*\} (\d+)/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
};

/** Edits that change nothing public. */
const editInPrivate = async ({ owner, projectId, taskId }: Life, secrets: Secrets): Promise<void> => {
  const base = `/api/projects/${projectId}`;
  await owner.post(`${base}/notes`, { text: secrets.note });
  const { items }: { items: { id: string; version: number }[] } = (await owner.get(`${base}/tasks`)).body;
  const version = items.find(({ id }) => id === taskId)?.version ?? 0;
  const edited = await owner.patch(`${base}/tasks/${taskId}`, { notes: secrets.taskNotes }, { ifMatch: version });
  if (edited.status !== 200) throw new Error(`the private edit was answered ${edited.status}`);
};

/** Lives a project's life once more and gives everything that reached a homeowner and should not have. */
export const privacyFindings = async (system: System): Promise<string[]> => {
  const secrets = newSecrets();
  const homeowner = `anna-${randomUUID()}@home.example`;
  const life = await live(system, secrets);
  const { owner, projectId, milestone, shareUrl } = life;
  const customer = await join(system, life, { email: homeowner, name: 'Anna', role: 'customer' });
  const token = new URL(shareUrl).searchParams.get('token') ?? 'a link has a token';
  const byLink = new Viewer(system, projectId);
  const byInvitation = new Viewer(system, projectId);
  const viewers = [byLink, byInvitation];
  await byLink.open(shareUrl);
  await byInvitation.signIn(customer.accessToken ?? '');
  try {
    for (const viewer of viewers) await viewer.watch();
    const framesBefore = byLink.frames.length;
    await editInPrivate(life, secrets);
    const path = `/api/projects/${projectId}/milestones/${milestone.id}`;
    await owner.patch(path, { reachedOn: '2027-01-28' }, { ifMatch: milestone.version });
    await until(() => viewers.every(({ frames }) => frames.at(-1)?.includes('2027-01-28')), 10_000);
    const framesAfter = byLink.frames.length;
    for (const viewer of viewers) await viewer.poke();
    const seen = viewers.flatMap((viewer) => viewer.seen);
    const stored = [...(await gatewayRows(system)), ...(await facts(system)), ...gatewayLog(system)];
    return [
      ...findSecrets(secrets, [...seen, ...stored, ...mailsTo(system, homeowner)]).map(
        ({ secret, where }) => `${secret} in ${where}`,
      ),
      ...findSecrets({ homeowner }, seen).map(({ where }) => `the homeowner's address in ${where}`),
      ...findSecrets({ token }, stored).map(({ where }) => `the link's token in ${where}`),
      ...findSecrets(await innerIds(system), seen).map(({ secret, where }) => `the id of ${secret} in ${where}`),
      ...(framesAfter - framesBefore === 1 ? [] : [`${framesAfter - framesBefore} frames for one public change`]),
      ...((await droppedKeys(system)) === 0 ? [] : ['keys that no view has reached the gateway']),
    ];
  } finally {
    viewers.forEach((viewer) => viewer.close());
  }
};
