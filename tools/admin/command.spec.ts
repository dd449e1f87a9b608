import { describe, expect, it } from '@jest/globals';
import { commandIn, readArguments, UsageError, usageOf } from './command';
import { commands } from './commands';

describe("an operator's words", () => {
  it('mean the longest name that they begin with', () => {
    expect(commandIn(commands, ['backup', '--daily'])).toMatchObject({
      command: { name: 'backup' },
      args: ['--daily'],
    });
    expect(commandIn(commands, ['backup', 'list'])).toMatchObject({ command: { name: 'backup list' }, args: [] });
    expect(commandIn(commands, ['keys'])).toBeUndefined();
  });

  it('are refused where they are not known, and where they are too many', () => {
    expect(() => readArguments(['--fast'], {})).toThrow(UsageError);
    expect(() => readArguments(['one', 'two'], {}, 1)).toThrow('two is one word too many');
  });

  it('are all in the usage', () => {
    for (const { name } of commands) expect(usageOf(commands)).toContain(`admin ${name}`);
  });
});
