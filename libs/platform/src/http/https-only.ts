/** A year, in seconds: long enough for somebody who looks once in a while. */
const remembered = 31_536_000;

/**
 * Tells browsers to come by https alone, where that is how people come. Each service says it, for not every proxy does, and
 * who has a link to a portal or a form may never see another page of this host.
 */
export const httpsOnly = ([first]: readonly string[]): Readonly<Record<string, string>> =>
  first?.startsWith('https:') ? { 'strict-transport-security': `max-age=${remembered}` } : {};
