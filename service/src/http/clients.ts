import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const DAY = 86_400_000;

/**
 * Tells clients apart without keeping an address: by HMAC under a key that is made at random each day, held in memory
 * alone, and forgotten.
 */
export class Clients {
  #key = randomBytes(32);
  #day = 0;

  /** @param proxies how many proxies of the city's own stand before the service and write `X-Forwarded-For` */
  constructor(private readonly proxies: number) {}

  /** A name for the client that holds for a day. */
  of(c: Context, now: number): string {
    const day = Math.floor(now / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = randomBytes(32);
    }
    return createHmac('sha256', this.#key).update(networkOf(this.#addressOf(c))).digest('base64url');
  }

  /** Only what our own proxies wrote counts: anybody may send the rest. */
  #addressOf(c: Context): string {
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim()).filter(Boolean);
    const hops = [...forwarded, socketAddress(c)];
    return hops[Math.max(0, hops.length - 1 - this.proxies)]!;
  }
}

/** Empty where the request came over no network, as in a test. */
function socketAddress(c: Context): string {
  return Object(c.env) === c.env && 'incoming' in (c.env as object) ? (getConnInfo(c).remote.address ?? '') : '';
}

/** One household or phone has a whole /64 of IPv6 addresses and changes them as it likes. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped) || !isIPv6(address)) return mapped;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':');
}
