/** Every way of writing a text that a browser, a mail reader or a curious person would undo. */
const decoders: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  (text) => text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  (text) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  (text) => text.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  // Quoted-printable: soft line breaks, then =XX.
  (text) =>
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  (text) => withBase64(text.replace(/\r?\n/g, '')),
  (text) => text.replace(/(?:[0-9a-f]{2}){6,}/gi, (hex) => Buffer.from(hex, 'hex').toString('latin1')),
  (text) => [...text].reverse().join(''),
];

/** Base64 may start at any of three offsets inside a longer run. */
const withBase64 = (text: string): string =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)]
    .flatMap(([run]) => [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64').toString('latin1')))
    .join('\n');

export interface Finding {
  readonly secret: string;
  readonly where: string;
}

/** Where any of the secrets stands, plainly or encoded. `surfaces` is what was seen, by the place it was seen at. */
export const findSecrets = (
  secrets: Readonly<Record<string, string>>,
  surfaces: readonly { readonly where: string; readonly text: string }[],
): Finding[] =>
  surfaces.flatMap(({ where, text }) => {
    const readings = decoders.map((decode) => decode(text).toLowerCase());
    return Object.entries(secrets)
      .filter(([, word]) => readings.some((reading) => reading.includes(word.toLowerCase())))
      .map(([secret]) => ({ secret, where }));
  });
