import { z } from 'zod';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a capability token names: one row, and which of the row's successive links it is. */
export interface Capability {
  /** The row's UUID. */
  readonly id: string;
  /** From 1; rises with each resend or rotation, which kills the tokens before. */
  readonly generation: number;
}

const KEY_BYTES = 32;
const BODY_BYTES = 1 + 16 + 4;
const TOKEN_BYTES = BODY_BYTES + 32;
const ENTRY = /^(\d{1,3}):([A-Za-z0-9_-]+)$/;

const parseKeys = (keys: string): Map<number, Buffer> => {
  const parsed = new Map<number, Buffer>();
  for (const entry of keys.split(',')) {
    const [, version, encoded] = ENTRY.exec(entry.trim()) ?? [];
    const key = Buffer.from(encoded ?? '', 'base64url');
    const number = Number(version);
    // The faulty entry is not quoted: it may be a mistyped secret, and this message is printed at boot.
    if (!(number >= 1 && number <= 255) || key.length < KEY_BYTES)
      throw new Error(`a token key is <version 1-255>:<base64url of at least ${KEY_BYTES} bytes>`);
    if (parsed.has(number)) throw new Error(`token key ${number} is given twice`);
    parsed.set(number, key);
  }
  return parsed;
};

/**
 * Mints and reads the tokens of share links and invitations (docs/architecture.md, "Secrets"):
 * `base64url(keyVersion:1 || id:16 || generation:4 || mac:32)`, the mac an HMAC-SHA-256 over the purpose and all three.
 * Nothing secret is stored: a row keeps `id`, `generation` and `keyVersion`, from which its link can be shown again.
 * Whether the generation is still the row's current one is for the caller to decide.
 */
export class CapabilityTokens {
  /** The key that `mint` uses; store it beside the generation. */
  readonly newestKeyVersion: number;
  readonly #keys: ReadonlyMap<number, Buffer>;
  readonly #purpose: string;

  /**
   * @param keys `1:<base64url of 32 bytes>,2:…`; the highest number signs, all of them verify. Throws on any other form.
   * @param purpose what the token is for, e.g. `invitation`; a token of one purpose is nothing to another.
   */
  constructor(keys: string, purpose: string) {
    this.#keys = parseKeys(keys);
    this.#purpose = purpose;
    this.newestKeyVersion = Math.max(...this.#keys.keys());
  }

  /** Whether this key is still configured, so that links signed with it can be shown and read. */
  has(keyVersion: number): boolean {
    return this.#keys.has(keyVersion);
  }

  /** A token of 71 URL-safe characters, signed with the newest key. */
  mint(capability: Capability): string {
    return this.mintWith(this.newestKeyVersion, capability);
  }

  /** The token of a stored row, signed with the key the row names. Throws when that key was retired. */
  mintWith(keyVersion: number, { id, generation }: Capability): string {
    const key = this.#keys.get(keyVersion);
    if (!key) throw new RangeError(`token key ${keyVersion} is not configured`);
    const body = Buffer.alloc(BODY_BYTES);
    body.writeUInt8(keyVersion, 0);
    body.set(parse(id), 1);
    body.writeUInt32BE(generation, 17);
    return Buffer.concat([body, this.#mac(key, body)]).toString('base64url');
  }

  /** What a token names, or null for anything that was not minted here for this purpose with a key still configured. */
  read(token: string): (Capability & { readonly keyVersion: number }) | null {
    const bytes = Buffer.from(token, 'base64url');
    // Re-encoding refuses the look-alikes that lenient decoding would accept: one link has exactly one spelling.
    if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null;
    const keyVersion = bytes.readUInt8(0);
    const key = this.#keys.get(keyVersion);
    const body = bytes.subarray(0, BODY_BYTES);
    // An unknown key version costs the same mac as a known one.
    const good = timingSafeEqual(this.#mac(key ?? Buffer.alloc(KEY_BYTES), body), bytes.subarray(BODY_BYTES));
    if (!key || !good) return null;
    return { id: stringify(body.subarray(1, 17)), generation: body.readUInt32BE(17), keyVersion };
  }

  #mac(key: Buffer, body: Buffer): Buffer {
    return createHmac('sha256', key).update(this.#purpose).update('\0').update(body).digest();
  }
}

const areKeys = (keys: string): boolean => {
  try {
    return new CapabilityTokens(keys, 'check').newestKeyVersion > 0;
  } catch {
    return false;
  }
};

/** `TOKEN_KEYS` of a service's configuration. */
export const tokenKeysSchema = z
  .string()
  .refine(areKeys, 'is a list such as 1:<base64url of 32 bytes>,2:<…>')
  .meta({ secret: true });
