import { isFilled } from './filled.ts';

/** Opens the outbox, which then sends what waits, unless there is nothing in it. */
export async function empty(): Promise<void> {
  if ((await isFilled()) !== false) (await import('./outbox.ts')).openOutbox();
}
