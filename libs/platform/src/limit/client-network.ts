import { isIPv6 } from 'node:net';

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));

/**
 * What a client's address is counted by: an IPv4 address itself, of an IPv6 address its /64, all of which one customer
 * of a provider has (RFC 6177).
 */
export const clientNetwork = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  // The URL parser writes every IPv6 address in its one canonical form (RFC 5952).
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [front = '', back] = canonical.split('::');
  const head = groupsOf(front);
  const tail = groupsOf(back ?? '');
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = back === undefined ? head : [...head, ...zeros, ...tail];
  return `${groups.slice(0, 4).join(':')}::/64`;
};
