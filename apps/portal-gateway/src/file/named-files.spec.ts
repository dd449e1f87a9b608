import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { portalProject, portalShell } from '../view/portal-view.factory';
import { fileHeaders } from './file-kind';
import { namedFile } from './named-files';

const { projectId } = portalProject();
const [logo, picture, photo, small, old, shared, thumb, plan, other] = Array.from({ length: 9 }, () => randomUUID());
const url = (id: string | undefined, project = projectId) => `/api/portal/${project}/files/${id}`;

describe('the files of a view', () => {
  const shell = portalShell();
  const at = '2026-11-22T10:00:00Z';
  const update = { id: randomUUID(), text: 'The floor is in.', at };
  const facts = {
    project: portalProject({
      updates: [
        { ...update, photoUrl: url(photo), smallUrl: url(small) },
        ...Array.from({ length: 4 }, () => update),
        { ...update, photoUrl: url(old) },
      ],
      shared: [
        { id: randomUUID(), kind: 'photo', title: '', url: url(shared), smallUrl: url(thumb), sharedAt: at },
        {
          id: randomUUID(),
          kind: 'document',
          title: 'The plan',
          url: url(plan),
          mediaType: 'application/pdf',
          sharedAt: at,
        },
      ],
    }),
    shell: { ...shell, company: { ...shell.company, logoUrl: url(logo), pictures: [{ url: url(picture) }] } },
  };

  it.each([
    ['the logo', logo],
    ['a picture of the company', picture],
    ['the photo of an update', photo],
    ['the same, small', small],
    ['the photo of an update that a view carries no more', old],
    ['a shared photo', shared],
    ['the same, small', thumb],
    ['a shared document', plan],
  ])('are those that it names: %s', (_, id) => {
    expect(namedFile(facts, `${id}`)).toEqual({ document: id === plan ? 'application/pdf' : null });
  });

  it.each([other, '', `${logo}/`, `../${logo}`, `${projectId}`])('and no other: %j', (id) => {
    expect(namedFile(facts, `${id}`)).toBeNull();
  });

  it('are not those of another project, though its files lie in the same folder', () => {
    const company = { ...shell.company, logoUrl: url(logo, '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c') };
    expect(namedFile({ ...facts, shell: { company } }, `${logo}`)).toBeNull();
  });
});

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the headers of a file', () => {
  it.each([
    ['image/png', null, '\x89PNG\r\n\x1a\n\0', 'inline; filename="picture.png"'],
    ['image/jpeg', null, '\xff\xd8\xff\xe0', 'inline; filename="picture.jpg"'],
    ['application/pdf', 'application/pdf', '%PDF-1.7', 'attachment; filename="document.pdf"'],
    [word, word, 'PK\x03\x04\x14', 'attachment; filename="document.docx"'],
    [excel, excel, 'PK\x03\x04\x14', 'attachment; filename="document.xlsx"'],
  ])('say %s by its first bytes, and a name of our own', (type, document, bytes, disposition) => {
    expect(fileHeaders(Buffer.from(bytes, 'latin1'), document)).toMatchObject({
      'content-type': type,
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html>', 'GIF89a', '%PDF-1.7', 'PK\x03\x04', ''])(
    'are none for a picture that we did not encode: %j',
    (text) => expect(fileHeaders(Buffer.from(text), null)).toBeNull(),
  );

  it.each([
    ['text/html', '<!doctype html>'],
    ['image/svg+xml', '<svg/>'],
    ['application/pdf', '<!doctype html>'],
    [word, '%PDF-1.7'],
    ['', '%PDF-1.7'],
    ['image/jpeg', '\xff\xd8\xff\xe0'],
  ])('are none for a document that nobody may share: %s', (document, text) =>
    expect(fileHeaders(Buffer.from(text, 'latin1'), document)).toBeNull(),
  );
});
