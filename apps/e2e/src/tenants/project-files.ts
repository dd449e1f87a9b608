import type { Client } from '@porchlight/testing';
import { aPicture } from './brand-pictures';

/** One more file of a project. */
export const addProjectFile = async (
  owner: Client,
  project: string,
): Promise<{ projectFile: string; version: number }> => {
  const headers = { 'content-type': 'image/png' };
  const { status, body } = await owner.post(`/api/projects/${project}/files?name=Porch.png`, aPicture, { headers });
  if (status !== 201) throw new Error(`no file: ${status} ${JSON.stringify(body)}`);
  return { projectFile: body.id, version: body.version };
};
