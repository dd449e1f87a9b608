import Bowser from 'bowser';
import type { AccountWords } from '../door/account.english';

/** `Chrome on Windows`, from a browser's words about itself. What is no browser keeps its own first word, if it has one. */
export function deviceWords(
  userAgent: string,
  { named, unknown }: Pick<AccountWords['devices'], 'named' | 'unknown'>,
): string {
  if (!/\S/.test(userAgent) || userAgent === 'unknown') return unknown;
  const { browser, os, platform } = Bowser.parse(userAgent);
  const browserName = browser.name?.replace(/ for Android$/, '');
  const device = platform.model && /^(iPhone|iPad|iPod)/.test(platform.model) ? platform.model : deviceOf(os.name);
  if (!browserName) return device ?? /^[\w .-]{2,40}(?=\/|$)/.exec(userAgent)?.[0] ?? unknown;
  return device ? named(browserName, device) : browserName;
}

const deviceOf = (os: string | undefined): string | undefined => (os === 'macOS' ? 'Mac' : os || undefined);
