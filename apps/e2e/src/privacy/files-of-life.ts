import type { Client, Reply } from '@porchlight/testing';
import type { Secrets } from './secrets';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');

const ok = ({ status, body }: Reply): Reply['body'] => {
  if (status >= 300) throw new Error(`no file: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** A photo with an update and a document are shared, whatever they were called; another document is titled and kept. */
export const addFiles = async (owner: Client, base: string, photo: Buffer, secrets: Secrets): Promise<void> => {
  const add = async (bytes: Buffer, type: string, name: string): Promise<{ id: string; version: number }> =>
    ok(await owner.post(`${base}/files?name=${name}`, bytes, { headers: { 'content-type': type } }));
  const titled = async (name: string, title: string): Promise<{ id: string; version: number }> => {
    const { id, version } = await add(pdf, 'application/pdf', `${name}.pdf`);
    return ok(await owner.patch(`${base}/files/${id}`, { title }, { ifMatch: version }));
  };
  const seen = await add(photo, 'image/jpeg', `${secrets.sharedName}.jpg`);
  ok(await owner.post(`${base}/updates`, { text: 'The floor is in.', fileId: seen.id }));
  const plan = await titled(secrets.sharedName, 'The plan');
  ok(await owner.post(`${base}/files/${plan.id}/share`, undefined, { ifMatch: plan.version }));
  await titled(secrets.keptName, secrets.keptTitle);
};
