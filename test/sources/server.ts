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
      const response = await Promise.race([Promise.resolve().then(() => answer(url, init)), aborted]);
      return new Response(response.body && abortable(response.body, aborted), response);
    };
  }

  close(): void {
    window.fetch = this.#fetch;
  }
}

function abortable(body: ReadableStream<Uint8Array>, aborted: Promise<never>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(stream) {
      const { done, value } = await Promise.race([reader.read(), aborted]);
      if (done) stream.close();
      else stream.enqueue(value);
    },
  });
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
