import { resolveFolder } from './address.ts';
import { download, type Credentials } from './download.ts';
import { SourceError } from './errors.ts';
import { attempt, Patience } from './network.ts';
import { readJson, readLongJson } from './readers/json.ts';
import { mediaTypeOf, refusalError, type Answer } from './refusals.ts';
import { serialise } from './serialise.ts';
import type { DataSource, Receipt, SubmitOptions } from './source.ts';
import { upload, type Request } from './upload.ts';

/** A server has to check and keep what was sent before it answers. */
const SILENCE = 60_000;

/**
 * A source behind a REST interface, as in `service/openapi.yaml`: `GET {url}{resource}`, where an `id` in the query is the
 * last part of the path and the rest the query string, and `POST {url}{submission}` with `Idempotency-Key`. A confidential
 * query is posted as JSON to `{url}{resource}`. No content (204) is `undefined`.
 */
export function createRestSource(url: string, { credentials = 'omit' }: { credentials?: Credentials } = {}): DataSource {
  return {
    get address() {
      return resolveFolder(url).href;
    },
    async read(resource, query, { signal, authorization, confidential, fresh = false }) {
      const address = confidential ? new URL(resource, resolveFolder(url)) : addressOf(url, resource, query);
      const { bytes, status } = await download(address, {
        signal,
        credentials,
        fresh,
        ...(authorization !== undefined && { authorization }),
        ...(confidential && { json: serialise(query) }),
      });
      return status === 204 ? undefined : readLongJson(bytes);
    },
    async submit(kind, body, options) {
      return send(new URL(kind, resolveFolder(url)), serialise(body), credentials, options);
    },
  };
}

type QueryValue = string | number | boolean | undefined;

function addressOf(url: string, resource: string, query: object): URL {
  const { id, ...rest } = query as { id?: string | number } & Record<string, QueryValue | readonly QueryValue[]>;
  const address = new URL(id === undefined ? resource : `${resource}/${encodeURIComponent(String(id))}`, resolveFolder(url));
  for (const [name, value] of Object.entries(rest)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) address.searchParams.append(name, String(one));
  }
  return address;
}

async function send(url: URL, json: string, credentials: Credentials, options: SubmitOptions): Promise<Receipt> {
  const { signal, idempotencyKey, authorization, proof, files } = options;
  signal.throwIfAborted();
  const headers = {
    'Idempotency-Key': idempotencyKey,
    ...(authorization !== undefined && { Authorization: authorization }),
    ...(proof !== undefined && { 'Aukio-Proof': proof }),
  };
  const patience = new Patience(SILENCE);
  const cancel = () => patience.cancel(signal.reason);
  signal.addEventListener('abort', cancel);
  const request: Request = { url, json, headers, credentials, patience };
  try {
    const answer = await attempt(url, patience, () => (files?.length ? upload(request, files, options.onProgress) : post(request)));
    if (answer.status < 200 || answer.status > 299) throw refusalError(answer, 'closed');
    return receiptOf(answer);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function post({ url, json, headers, credentials, patience }: Request): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: json,
    credentials,
    signal: patience.signal,
  });
  return { status: response.status, mediaType: mediaTypeOf(response.headers.get('content-type')), body: await response.text(), url: url.href, retryAfter: response.headers.get('retry-after') };
}

/** Nobody is told that something arrived on the word of a page that only looks like an answer, such as a hotel network's login. */
function receiptOf({ body, url }: Answer): Receipt {
  let cause: unknown;
  try {
    const receipt = readJson(new TextEncoder().encode(body)) as Partial<Receipt> | null;
    if (typeof receipt?.id === 'string' && typeof receipt.receivedAt === 'string') return receipt as Receipt;
  } catch (error) {
    cause = error;
  }
  // Nor is what was sent refused by it: the service has not answered.
  throw new SourceError('unavailable', { url, cause });
}
