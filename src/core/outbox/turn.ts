import type { Store } from './store.ts';

/** How long a page that gives no sign of life keeps others from a letter, in milliseconds; hidden pages give one a minute. */
const LEASE = 180_000;
const SIGN_OF_LIFE = 30_000;

/** Letters that this page is sending. */
const busy = new Set<string>();

/**
 * Runs `work` for a letter unless it is being sent already, in this page or another one of the site.
 * @returns what `work` gives; `undefined` where it did not run
 */
export async function inTurn<Result>(store: Store, key: string, work: () => Promise<Result>): Promise<Result | undefined> {
  if (busy.has(key)) return undefined;
  busy.add(key);
  try {
    return store.kept === 'page' ? await work() : await alone(store, key, work);
  } finally {
    busy.delete(key);
  }
}

async function alone<Result>(store: Store, key: string, work: () => Promise<Result>): Promise<Result | undefined> {
  // Missing where the page came by `http:`.
  if (!('locks' in navigator)) return leased(store, key, work);
  return navigator.locks.request(`aukio-outbox ${key}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** The database itself says whose turn it is: of two pages that ask, its transactions let one come first. */
async function leased<Result>(store: Store, key: string, work: () => Promise<Result>): Promise<Result | undefined> {
  let mine = false as boolean;
  await store.change(key, (entry) => {
    mine = entry !== undefined && (entry.leaseUntil ?? 0) < Date.now();
    return mine && entry ? { ...entry, leaseUntil: Date.now() + LEASE } : entry;
  });
  if (!mine) return undefined;
  const renew = setInterval(() => void store.change(key, (entry) => entry && { ...entry, leaseUntil: Date.now() + LEASE }).catch(() => {}), SIGN_OF_LIFE);
  try {
    return await work();
  } finally {
    clearInterval(renew);
    await store.change(key, (entry) => entry && { ...entry, leaseUntil: 0 }).catch(() => {});
  }
}
