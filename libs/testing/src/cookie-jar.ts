interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** The cookies of one origin, told apart by name and path as browsers do (RFC 6265). */
export class CookieJar {
  private cookies: Cookie[] = [];

  /** Takes in the `Set-Cookie` lines of an answer; `Max-Age=0` or a past `Expires` takes the cookie out. */
  keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const separator = pair.indexOf('=');
      const name = pair.slice(0, separator);
      const path = attributeOf(attributes, 'path') ?? '/';
      this.cookies = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      if (!isGone(attributes)) this.cookies.push({ name, value: pair.slice(separator + 1), path });
    }
  }

  /** The `Cookie` header for a path, or an empty text. */
  headerFor(path: string): string {
    return this.cookies
      .filter((cookie) => covers(cookie.path, path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  get(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name)?.value;
  }

  clear(): void {
    this.cookies = [];
  }
}

const attributeOf = (attributes: readonly string[], name: string): string | undefined =>
  attributes.find((attribute) => attribute.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);

const isGone = (attributes: readonly string[]): boolean => {
  const maxAge = attributeOf(attributes, 'max-age');
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = attributeOf(attributes, 'expires');
  return expires !== undefined && Date.parse(expires) < Date.now();
};

const covers = (cookiePath: string, path: string): boolean =>
  path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
