import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { portalViewOf } from '../view/portal-view';
import { portalProject, portalShell } from '../view/portal-view.factory';
import { fileHeaders } from './file-kind';
import { namesFile } from './named-files';

const { projectId } = portalProject();
const [logo, picture, photo, shared, other] = Array.from({ length: 5 }, () => randomUUID());
const url = (id: string | undefined, project = projectId) => `/api/portal/${project}/files/${id}`;

describe('the files of a view', () => {
  const shell = portalShell();
  const view = portalViewOf({
    project: portalProject({
      updates: [{ id: randomUUID(), text: 'The floor is in.', photoUrl: url(photo), at: '2026-11-22T10:00:00Z' }],
      shared: [{ id: randomUUID(), kind: 'photo', title: 'Tiles', url: url(shared), sharedAt: '2026-11-22T10:00:00Z' }],
    }),
    projectVersion: 1,
    shell: { ...shell, company: { ...shell.company, logoUrl: url(logo), pictures: [{ url: url(picture) }] } },
    shellVersion: 1,
  });

  it.each([logo, picture, photo, shared])('are those that it names', (id) => {
    expect(namesFile(view, `${id}`)).toBe(true);
  });

  it.each([other, '', `${logo}/`, `../${logo}`, `${projectId}`])('and no other: %j', (id) => {
    expect(namesFile(view, `${id}`)).toBe(false);
  });

  it('are not those of another project, though its files lie in the same folder', () => {
    const foreign = {
      ...view,
      company: { ...view.company, logoUrl: url(logo, '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c') },
    };
    expect(namesFile(foreign, `${logo}`)).toBe(false);
  });
});

describe('the headers of a file', () => {
  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png', 'picture.png'],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg', 'picture.jpg'],
  ])('say %s by its first bytes, and a name of our own', (_, bytes, type, name) => {
    expect(fileHeaders(Buffer.from(bytes))).toMatchObject({
      'content-type': type,
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html>', 'GIF89a', '%PDF-1.7', ''])(
    'are none for what we did not encode: %j',
    (text) => expect(fileHeaders(Buffer.from(text))).toBeNull(),
  );
});
