import type { MiddlewareHandler } from 'hono';
import type { Clients } from './clients.ts';
import { retryLater } from './problems.ts';

/** How often one client may come. */
export interface Rate {
  /** Requests at once, before the pace holds. */
  readonly burst: number;
  /** Seconds until one more is free. */
  readonly every: number;
}

/** More clients than this are not told apart: the longest unseen are forgotten. */
const CLIENTS_MAX = 100_000;

/**
 * A limit per client, kept in this process alone. It protects the process from one client; a limit over all processes would
 * need a write to the database for each request, the refused ones too, and is better set in the proxy before them.
 */
export function rateLimit(rate: Rate, clients: Clients, clock: () => Date): MiddlewareHandler {
  /** When each client's past requests are used up (generic cell rate algorithm), in milliseconds; the longest unseen first. */
  const busyUntil = new Map<string, number>();
  const pace = rate.every * 1000;
  return async (c, next) => {
    const now = clock().getTime();
    const client = clients.of(c, now);
    const until = Math.max(busyUntil.get(client) ?? 0, now) + pace;
    const wait = until - now - rate.burst * pace;
    if (wait > 0) throw retryLater('too-many', wait / 1000);
    busyUntil.delete(client);
    busyUntil.set(client, until);
    for (const oldest of busyUntil.keys()) {
      if (busyUntil.size <= CLIENTS_MAX) break;
      busyUntil.delete(oldest);
    }
    await next();
  };
}
