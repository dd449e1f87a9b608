import { describe, expect, it } from '@jest/globals';
import { fileName } from './file-name';

describe('the name of a file', () => {
  it.each([
    ['Plan.pdf', '.pdf', 'Plan.pdf'],
    ['Plan.PDF', '.pdf', 'Plan.pdf'],
    ['invoice.exe', '.pdf', 'invoice.exe.pdf'],
    ['IMG_1.PNG', '.jpg', 'IMG_1.jpg'],
    ['../../etc/passwd', '.pdf', '.._.._etc_passwd.pdf'],
    ['photo\u202egpj.exe', '.jpg', 'photogpj.exe.jpg'],
    ['.pdf', '.pdf', 'file.pdf'],
    ['Küche – 東京.docx', '.docx', 'Küche – 東京.docx'],
  ])('%s with %s is %s', (name, extension, expected) => {
    expect(fileName(name, extension)).toBe(expected);
  });

  it('stays within 200 characters with its extension', () => {
    expect(fileName('x'.repeat(200), '.xlsx')).toBe(`${'x'.repeat(195)}.xlsx`);
  });
});
