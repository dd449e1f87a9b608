import { describe, expect, it } from '@jest/globals';
import { isAddress, readAddressees } from './addresses';

const emails = (text: string): string[] => readAddressees(text).map(({ email }) => email);

describe('the addresses to invite', () => {
  it('may stand on lines, or between commas, semicolons or spaces', () => {
    const three = ['anna@home.example', 'ben@home.example', 'carl@home.example'];
    expect(emails('anna@home.example, ben@home.example,carl@home.example,')).toEqual(three);
    expect(emails('anna@home.example\nben@home.example\n\n carl@home.example ')).toEqual(three);
    expect(emails('anna@home.example ben@home.example; carl@home.example')).toEqual(three);
    expect(emails('  ')).toEqual([]);
  });

  it('bring the names along that a mail program puts before them', () => {
    expect(readAddressees('"Anna Meyer" <anna@home.example>, ben@home.example')).toEqual([
      { email: 'anna@home.example', name: 'Anna Meyer' },
      { email: 'ben@home.example', name: null },
    ]);
    expect(readAddressees('"Meyer, Anna" <anna@home.example>')).toEqual([
      { email: 'anna@home.example', name: 'Meyer, Anna' },
    ]);
  });

  it('count once, whatever their capitals', () => {
    expect(emails('Anna@home.example, anna@home.example')).toEqual(['Anna@home.example']);
  });

  it('stay as they were typed where they are none, to be told so', () => {
    expect(emails('anna at home, ben@home.example')).toEqual(['anna at home', 'ben@home.example']);
    expect(['anna at home', 'anna@home', '@home.example', 'a@b@c.example'].some(isAddress)).toBe(false);
    expect(isAddress("o'neil+site@mail.home.example")).toBe(true);
  });
});
