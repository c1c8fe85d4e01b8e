import '../../src/model/feedback.ts';
import type { Feedback } from '../../src/model/feedback.ts';
import { SourceError, type SourceErrorKind } from '../../src/sources/errors.ts';
import type { DataSource, Receipt, SubmitOptions } from '../../src/sources/source.ts';

export const FEEDBACK: Feedback = { topic: 'kadut', message: 'Katuvalo on sammunut.', contact: { email: 'aino@merilehto.example' }, answerBy: 'email', mayPublish: false, language: 'fi' };

/** What becomes of a request: answered, stored although the answer is an error or never comes, or refused. */
export type Fate = 'answered' | 'stored-500' | 'stored-silence' | 'silence' | 'invalid' | 'running' | SourceErrorKind;

/** Stands in for the city's service: it stores each key once, and counts. */
export class City implements DataSource {
  readonly stored = new Map<string, { readonly words: string; readonly files: readonly string[]; readonly receipt: Receipt }>();
  readonly requests: { readonly key: string; readonly words: string; readonly options: Partial<SubmitOptions> }[] = [];
  /** Of the requests to come, one after the other; answered when there are none. */
  fates: Fate[] = [];
  /** Seconds for which it asks to be left alone. */
  retryAfter: number | undefined;
  /** How many requests are with it now, and how many there were at most. */
  inside = 0;
  crowd = 0;

  read(): Promise<unknown> {
    return Promise.reject(new SourceError('not-found'));
  }

  async submit(_kind: string, body: unknown, options: SubmitOptions): Promise<Receipt> {
    this.crowd = Math.max(this.crowd, ++this.inside);
    try {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const files = await Promise.all((options.files ?? []).map(async ({ name, blob }) => `${name} ${blob.type} ${await blob.text()}`));
      return await this.#answer(JSON.stringify(body), files, options);
    } finally {
      this.inside -= 1;
    }
  }

  async #answer(words: string, files: readonly string[], options: SubmitOptions): Promise<Receipt> {
    const key = options.idempotencyKey;
    this.requests.push({ key, words, options });
    const fate = this.fates.shift() ?? 'answered';
    if (fate === 'silence') return new Promise(() => {});
    if (fate === 'invalid') throw new SourceError('invalid-data', { status: 422, errors: [{ code: 'email-wrong', field: 'email' }] });
    if (fate === 'running') throw new SourceError('conflict', { status: 409 });
    if (fate !== 'answered' && fate !== 'stored-500' && fate !== 'stored-silence') throw new SourceError(fate, { ...(this.retryAfter !== undefined && { retryAfter: this.retryAfter }) });
    const known = this.stored.get(key);
    if (known && (known.words !== words || known.files.join() !== files.join())) throw new SourceError('conflict', { status: 422, problem: 'idempotency-mismatch' });
    const receipt = known?.receipt ?? { id: `P-${this.stored.size + 1}`, receivedAt: '2026-08-18T09:00:00Z' };
    this.stored.set(key, { words, files, receipt });
    if (fate === 'stored-500') throw new SourceError('unavailable', { status: 500 });
    if (fate === 'stored-silence') await new Promise(() => {});
    return receipt;
  }

  /** The same service behind REST. */
  readonly fetch = async (_input: unknown, init: RequestInit = {}): Promise<Response> => {
    if (init.method !== 'POST') return new Response(null, { status: 204 });
    try {
      const idempotencyKey = new Headers(init.headers).get('idempotency-key')!;
      const receipt = await this.submit('feedback', JSON.parse(init.body as string), { signal: new AbortController().signal, idempotencyKey });
      return new Response(JSON.stringify(receipt), { status: 201, headers: { 'content-type': 'application/json' } });
    } catch (error) {
      const { kind, status = 503, problem } = error as SourceError;
      if (kind === 'offline') throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify({ type: `urn:aukio:problem:${problem}` }), { status, headers: { 'content-type': 'application/problem+json' } });
    }
  };
}
