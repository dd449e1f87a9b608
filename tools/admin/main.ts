import { PlainError } from '@porchlight/installation';
import { ConfigError } from '@porchlight/platform';
import { commandIn, UsageError, usageOf } from './command';
import { commands } from './commands';

// Exit codes: 0 done, 1 not done, 2 asked wrongly.
const words = process.argv.slice(2);
const found = commandIn(commands, words);
const wantsHelp = words.length === 0 || words.includes('--help') || words[0] === 'help';

if (wantsHelp) console.log(usageOf(found ? [found.command] : commands));
else if (!found) {
  console.error(`There is no command ${words[0]}.\n\n${usageOf(commands)}`);
  process.exitCode = 2;
} else
  try {
    const { command, args } = found;
    const say = command.prints ? console.error : console.log;
    await command.run(args, (line) => say(`${command.name}: ${line}`), console.log);
  } catch (error) {
    const plain = error instanceof PlainError || error instanceof ConfigError;
    console.error(
      `${found.command.name}: ${plain || !(error instanceof Error) ? String(error).replace(/^Error: /, '') : error.stack}`,
    );
    if (error instanceof UsageError) console.error(`\n${usageOf([found.command])}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
