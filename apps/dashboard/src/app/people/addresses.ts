export interface Addressee {
  readonly email: string;
  readonly name: string | null;
}

const address = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Whether this can be mailed to, as far as its form tells. */
export const isAddress = (text: string): boolean => address.test(text);

/**
 * Who is meant by what was typed or pasted: `anna@home.example, Ben <ben@home.example>`, one a line or with commas or semicolons
 * between. Each once, however often it stands there. What is no address comes back as it was typed.
 */
export function readAddressees(text: string): Addressee[] {
  const found = new Map<string, Addressee>();
  for (const part of parts(text)) {
    const key = part.email.toLowerCase();
    if (!found.has(key)) found.set(key, part);
  }
  return [...found.values()];
}

/** A comma in a quoted name, as in `"Meyer, Anna" <anna@home.example>`, parts nothing. */
const between = /[,;\n](?=(?:[^"]*"[^"]*")*[^"]*$)/;

const parts = (text: string): Addressee[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(readPart);

function readPart(part: string): Addressee[] {
  const [, name = '', email = ''] = /^(.*?)\s*<([^<>]*)>$/.exec(part) ?? [];
  if (email) return [{ email: email.trim(), name: name.replace(/^["']|["']$/g, '').trim() || null }];
  const words = part.split(/\s+/);
  return (words.every(isAddress) ? words : [part]).map((word) => ({ email: word, name: null }));
}
