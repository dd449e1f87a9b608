import { PlainError } from '@porchlight/installation';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One thing an operator may ask for. */
export interface Command {
  /** What stands behind `admin`, e.g. `backup list`. */
  readonly name: string;
  /** Its arguments, as the usage shows them. */
  readonly takes: string;
  readonly says: string;
  /** What it prints is for a file or another program; what it says goes to standard error. */
  readonly prints?: true;
  /** Rejects with a `PlainError` for what an operator can mend, with a `UsageError` for what was asked wrongly. */
  run(args: readonly string[], say: (line: string) => void, print: (text: string) => void): Promise<void>;
}

/** Asked wrongly: the usage answers. */
export class UsageError extends PlainError {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's arguments. Throws `UsageError` for unknown options and for more than `most` other words. */
export const readArguments = <O extends Options>(args: readonly string[], options: O, most = 0) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (positionals.length > most) throw new UsageError(`${positionals[most]} is one word too many`);
    return { values, words: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** The command that the words begin with, the longer name first, and what is left of them. */
export const commandIn = (
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; args: string[] } | undefined => {
  const said = (name: string): boolean => name.split(' ').every((word, index) => words[index] === word);
  const command = [...commands].sort((a, b) => b.name.length - a.name.length).find(({ name }) => said(name));
  return command && { command, args: words.slice(command.name.split(' ').length) };
};

export const usageOf = (commands: readonly Command[]): string =>
  commands.map(({ name, takes, says }) => `admin ${name}${takes && ` ${takes}`}\n    ${says}`).join('\n');
