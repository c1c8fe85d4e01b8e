/** Stands in for the network: answers what a test says, and notes what was asked. */
export class FakeServer {
  readonly asked: { readonly url: string; readonly init: RequestInit }[] = [];
  readonly #fetch = window.fetch;

  /** @param answer to each request; it gets the signal through `init` as fetch does */
  constructor(answer: (url: string, init: RequestInit) => Response | Promise<Response>) {
    window.fetch = async (input, init = {}) => {
      const url = input instanceof Request ? input.url : String(input);
      this.asked.push({ url, init });
      const aborted = new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
      return Promise.race([Promise.resolve().then(() => answer(url, init)), aborted]);
    };
  }

  close(): void {
    window.fetch = this.#fetch;
  }
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init });
}

let addresses = 0;

/** An address that no test before has asked for, since answers are kept for the life of a page. */
export function freshAddress(name: string): string {
  addresses += 1;
  return new URL(`/made-up-${addresses}/${name}`, location.origin).href;
}

export const never = new AbortController().signal;
