import type { KnownPerson } from './known-person';

/** What is put in the place of somebody. */
export interface Stand {
  readonly email: string;
  readonly name: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** As a word of its own: joanna@… is somebody else than anna@…, and so is …@okafor.example.org. */
const emailIn = (email: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}._%+'-])${escaped(email)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'giu');

const wordsIn = (words: readonly string[]): RegExp | null =>
  words.length === 0
    ? null
    : new RegExp(
        `(?<![\\p{L}\\p{N}_])(?:${[...words]
          .sort((a, b) => b.length - a.length)
          .map(escaped)
          .join('|')})(?![\\p{L}\\p{N}_])`,
        'giu',
      );

/** "Max" in the middle of a text may be anything, "Max Bright" is a name. */
const isWholeName = (name: string): boolean => /\S\s+\S/.test(name);

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Finds and replaces a person in what is stored: texts, JSON, and texts that hold JSON. */
export class Mentions {
  private readonly email: RegExp;
  private readonly ids: readonly string[];
  private readonly names: RegExp | null;
  private readonly shortNames: ReadonlySet<string>;
  private readonly phones: RegExp | null;

  constructor(person: KnownPerson) {
    this.email = emailIn(person.email);
    this.ids = [...person.accounts, ...person.contacts, ...person.clients];
    this.names = wordsIn(person.names.filter(isWholeName));
    this.shortNames = new Set(person.names.filter((name) => !isWholeName(name)));
    this.phones = wordsIn(person.phones);
  }

  /** Whether the person is meant. `called`: a name or a number alone does, as it stands at a company that knows them. */
  isIn(value: unknown, called: boolean): boolean {
    if (typeof value === 'string') return this.ids.includes(value) || this.isInText(value, called);
    if (value === null || typeof value !== 'object') return false;
    return Object.values(value).some((part) => this.isIn(part, called));
  }

  /** The same value with the other in their place; ids stay, as they lead to nobody then. */
  replacedIn(value: unknown, stand: Stand, called: boolean): unknown {
    if (typeof value === 'string') return this.replacedInText(value, stand, called);
    if (Array.isArray(value)) return value.map((part: unknown) => this.replacedIn(part, stand, called));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, this.replacedIn(part, stand, called)] as const),
    );
  }

  private isInText(text: string, called: boolean): boolean {
    if (isJson(text)) {
      const json = parsed(text);
      if (json !== undefined) return this.isIn(json, called);
    }
    if (text.search(this.email) >= 0) return true;
    return called && this.replacedInText(text, { email: '', name: '' }, true) !== text;
  }

  private replacedInText(text: string, stand: Stand, called: boolean): string {
    if (isJson(text)) {
      const json = parsed(text);
      // What JSON.stringify wrote, it writes the same way again.
      if (json !== undefined)
        return this.isIn(json, called) ? JSON.stringify(this.replacedIn(json, stand, called)) : text;
    }
    const without = text.replaceAll(this.email, stand.email);
    if (!called) return without;
    const short = [...this.shortNames].find((name) => without.trim() === name || without.startsWith(`${name} – `));
    if (short !== undefined) return without.replace(short, stand.name);
    const nameless = this.names ? without.replaceAll(this.names, stand.name) : without;
    return this.phones ? nameless.replaceAll(this.phones, '…') : nameless;
  }
}
