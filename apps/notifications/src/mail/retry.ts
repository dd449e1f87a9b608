import { NoOneAddress } from './smtp';

const seconds = 1000;
const hours = 3600 * seconds;

const first = 5 * seconds;
const longest = 1 * hours;
/** At the longest pause that is about four days, past which no invitation lives. */
const most = 100;

/**
 * How long to wait after the given number of failed attempts, in milliseconds: 5 s, 15 s, 45 s … up to an hour, each
 * shortened by up to a fifth at random so that a mail server coming back is not met by all at once. Null: give up.
 */
export const pauseAfter = (attempts: number, random: () => number = Math.random): number | null => {
  if (attempts >= most) return null;
  const pause = Math.min(first * 3 ** (attempts - 1), longest);
  return Math.round(pause * (1 - 0.2 * random()));
};

/** What went wrong in sending, in words that carry no address, link or text of the mail. */
export interface Fault {
  readonly name: string;
  /** The mail server refused this recipient or mail for good (RFC 5321, 5yz), so trying again is no use. */
  readonly permanent: boolean;
}

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;

/** Reads a fault from whatever sending threw. Only nodemailer's and our own codes are kept, never a message. */
export const faultOf = (error: unknown): Fault => {
  if (error instanceof NoOneAddress) return { name: error.name, permanent: true };
  const code = field(error, 'code');
  const status = field(error, 'responseCode');
  if (typeof status === 'number') {
    // A refused sign-in (EAUTH) or sender is our own setting at fault: it is mended, and then the mail goes.
    const aboutTheMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && field(error, 'command') !== 'MAIL FROM');
    return { name: `smtp_${status}`, permanent: aboutTheMail && status >= 500 && status < 600 };
  }
  if (typeof code === 'string' && /^[A-Z_]{1,32}$/.test(code)) return { name: code.toLowerCase(), permanent: false };
  return { name: error instanceof Error ? error.name : 'unknown', permanent: false };
};
