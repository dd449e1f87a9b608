import { describe, expect, it } from '@jest/globals';
import { logoOf } from '../test-app/logos';
import { groundFor } from './logo-ground';

const grounds = ['#ffffff', '#1f4e46', '#1f2428'] as const;
const of = async (color: string, ground?: string) => groundFor(await logoOf(color, ground), [...grounds]);

describe('the ground of a logo', () => {
  it('is white where the logo shows on white', async () => {
    expect(await of('#111111')).toBe('#ffffff');
    expect(await of('#b45309')).toBe('#ffffff');
  });

  it('is the company’s colour for one drawn in white', async () => {
    expect(await of('#ffffff')).toBe('#1f4e46');
  });

  it('is dark where a light logo would be lost on the company’s colour too', async () => {
    expect(await groundFor(await logoOf('#fff9e0'), ['#ffffff', '#ffe680', '#1f2428'])).toBe('#1f2428');
  });

  it('is white for a logo that brings its own', async () => {
    expect(await of('#ffffff', '#ffe680')).toBe('#ffffff');
  });

  it('is white for an empty logo', async () => {
    expect(await of('#00000000')).toBe('#ffffff');
  });

  it('is none where the logo is no picture', async () => {
    const base64 = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    await expect(groundFor({ base64, width: 1, height: 1 }, [...grounds])).rejects.toThrow();
  });
});
