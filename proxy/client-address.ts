import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { ProxyEnv } from './env.ts';

/** Finds the address that a request comes from. Addresses of one household are one: `/64` of IPv6. */
export type ClientAddress = (c: Context<ProxyEnv>) => string;

/** An IPv4 address that a socket of IPv6 names. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The first four groups of an IPv6 address, which one customer gets to choose the others. */
function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = (text = '') => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const gap = tail === undefined ? [] : Array(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...gap, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** `10.0.0.0/8`, `::1`: one address, or a network. Throws for what is neither. */
function addTo(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  if (bits === undefined) list.addAddress(address, family(address));
  else list.addSubnet(address, Number(bits), family(address));
}

/**
 * Reads the client's address off the socket; where that is a reverse proxy of `trusted` (addresses and networks), off
 * `X-Forwarded-For`: the last entry that no trusted proxy stands for. A header from anywhere else is ignored.
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const entry of trusted) addTo(proxies, entry);
  const isTrusted = (address: string) => isIP(address) !== 0 && proxies.check(address, family(address));

  return (c) => {
    let address = plain(c.env?.incoming?.socket.remoteAddress ?? 'in process');
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => plain(entry.trim()));
    while (isTrusted(address)) {
      const before = forwarded.pop();
      // A trusted proxy that names no address speaks for itself.
      if (before === undefined || isIP(before) === 0) break;
      address = before;
    }
    return network(address);
  };
}
