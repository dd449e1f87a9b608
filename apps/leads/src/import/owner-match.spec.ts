import { describe, expect, it } from '@jest/globals';
import { staffNamed } from './owner-match';
import { readRow } from './read-row';

const [olive, mia, otherMia] = ['1', '2', '3'].map((n) => `019377a0-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const named = staffNamed([
  { personId: olive, name: 'Olive Núñez', email: 'olive@alder.example' },
  { personId: mia, name: 'Mia Manager', email: 'mia@alder.example' },
  { personId: otherMia, name: 'mia manager', email: 'mia.m@alder.example' },
]);
const read = (owner?: string) =>
  readRow({ client: 'The Okafors', projectType: 'Kitchen', ...(owner !== undefined && { owner }) }, 'USD', named);

describe('the owner of a lead in a file', () => {
  it.each([
    ['an e-mail address', 'olive@alder.example', olive],
    ['one in capitals', ' Mia.M@Alder.Example ', otherMia],
    ['a name', 'olive  núñez', olive],
    ['a name with its accents apart', 'Olive Nu\u0301n\u0303ez', olive],
  ])('is found by %s', (_, cell, ownerId) => {
    expect(read(cell)).toMatchObject({ lead: { ownerId } });
  });

  it('is nobody where the cell is empty, and left open where there is no such column', () => {
    expect(read(' ').lead).toMatchObject({ ownerId: null });
    expect(read().lead?.ownerId).toBeUndefined();
  });

  it.each(['Sam Stranger', 'sam@elsewhere.example', 'Olive', 'constructor'])('is not %s', (cell) => {
    expect(read(cell)).toEqual({ faults: [{ path: 'owner', message: 'is nobody on your staff' }] });
  });

  it('is not guessed where several have the name', () => {
    expect(read('Mia Manager').faults).toEqual([
      { path: 'owner', message: 'is the name of several on your staff: give the e-mail address' },
    ]);
  });
});
