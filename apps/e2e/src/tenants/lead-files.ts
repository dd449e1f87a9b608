import type { Client } from '@porchlight/testing';
import { aPicture } from './brand-pictures';

/** One more file of a lead. */
export const addFile = async (owner: Client, lead: string): Promise<string> => {
  const headers = { 'content-type': 'image/png' };
  const { status, body } = await owner.post(`/api/leads/${lead}/files?name=Porch.png`, aPicture, { headers });
  if (status !== 201) throw new Error(`no file: ${status} ${JSON.stringify(body)}`);
  return body.id;
};
