import { describe, expect, it } from '@jest/globals';
import { leadColumns } from '@porchlight/contracts';
import { columnWords, guessColumns, lacking, toLeadRows } from './columns';

const guess = (headings: string[], ...rows: string[][]) => guessColumns({ headings, rows });

describe('the columns of a file', () => {
  it('are all known by the words on our own screens and by their names on the wire', () => {
    expect(Object.keys(columnWords)).toEqual([...leadColumns]);
    expect(guess(Object.values(columnWords))).toEqual([...leadColumns]);
    expect(guess([...leadColumns])).toEqual([...leadColumns]);
  });

  it('are guessed from what other programs call them', () => {
    expect(
      guess(['Customer Name', 'E-Mail Address', 'MOBILE', 'Job_Address', 'Lead Source', 'Deal Value', 'Assigned to']),
    ).toEqual(['client', 'email', 'phone', 'siteAddress', 'source', 'estimatedValue', 'owner']);
    expect(guess(['Teléfono', 'Dirección', 'Correo electrónico'])).toEqual(['phone', 'siteAddress', 'email']);
  });

  it('are guessed from what stands in them where the heading says nothing', () => {
    expect(guess(['A', 'B', 'C'], ['mia@home.example', '+1 303 555 0101', 'x'], ['', '(303) 555-0102', 'y'])).toEqual([
      'email',
      'phone',
      null,
    ]);
  });

  it('are left out rather than guessed a second time from what stands in them', () => {
    expect(guess(['E-mail', 'Backup'], ['mia@home.example', 'ben@home.example'])).toEqual(['email', null]);
  });
});

describe('rows for the service', () => {
  it('put first and last name, street and city together, and leave out what is empty', () => {
    const rows = [['Mia', 'Miller', '12 Oak Lane', 'Boulder', '']];
    expect(toLeadRows({ rows }, ['contact', 'contact', 'siteAddress', 'siteAddress', 'source'], 'Kitchen')).toEqual([
      { contact: 'Mia Miller', client: 'Mia Miller', siteAddress: '12 Oak Lane, Boulder', projectType: 'Kitchen' },
    ]);
  });

  it('keep what the file says over what is usual', () => {
    expect(toLeadRows({ rows: [['Millers', 'Roof']] }, ['client', 'projectType'], 'Kitchen')).toEqual([
      { client: 'Millers', projectType: 'Roof' },
    ]);
  });

  it('say of an owner that nobody is named, and nothing where the file has no owners', () => {
    const rows = [
      ['Millers', 'mia@alder.example'],
      ['Okafors', ''],
    ];
    expect(toLeadRows({ rows }, ['client', 'owner'], 'Kitchen').map(({ owner }) => owner)).toEqual([
      'mia@alder.example',
      '',
    ]);
    expect(toLeadRows({ rows }, ['client', null], 'Kitchen').every((row) => !('owner' in row))).toBe(true);
  });

  it('need a client and a type of work', () => {
    expect(lacking([null, 'email'], 'Kitchen')).toMatch('client');
    expect(lacking(['contact'], '')).toMatch('project type');
    expect(lacking(['contact'], 'Kitchen')).toBeNull();
    expect(lacking(['client', 'projectType'], '')).toBeNull();
  });
});
