/** How long one slice of work may take, in milliseconds: short enough that a key press is never kept waiting. */
export const SLICE = 8;

/** Lets the page breathe: resolves in a new task. */
export function nextTask(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
