import { expect } from '@open-wc/testing';
import '../../src/model/feedback.ts';
import '../../src/model/proof.ts';
import type { Receipt, SubmitOptions } from '../../src/sources/source.ts';
import { createRestSource } from '../../src/sources/rest.ts';
import { createStaticSource } from '../../src/sources/static.ts';
import { isBlockDocument } from '../../src/model/document.ts';
import { errorOf } from './faults.ts';
import { outline } from './readers/blocks.ts';
import { FakeServer, freshAddress, json, never } from './server.ts';

const READ = { signal: never, lang: 'fi' };
const SENT: SubmitOptions = { signal: never, idempotencyKey: 'avain-1' };
const RECEIPT: Receipt = { id: 'p-1', receivedAt: '2026-08-18T09:00:00Z' };

declare module '../../src/model/resources.ts' {
  interface ResourceQueries {
    'made-up': { readonly id?: string; readonly tags?: readonly string[] };
  }
  interface Submissions {
    'made-up': { readonly text: string; readonly list: readonly number[] };
  }
}

let server: FakeServer | undefined;
function answer(respond: (url: string, init: RequestInit) => Response | Promise<Response>): FakeServer {
  return (server = new FakeServer(respond));
}

afterEach(() => {
  server?.close();
  server = undefined;
});

describe('a REST source', () => {
  it('reads a resource, one item of it, and a query', async () => {
    const { asked } = answer(() => json({ goals: [] }));
    const base = freshAddress('api');
    const source = createRestSource(base);
    expect(await source.read('goals', {}, READ)).to.deep.equal({ goals: [] });
    await source.read('goals', { period: 'tammi–maalis' }, READ);
    await source.read('made-up', { id: 'a/b', tags: ['x', 'y'] }, READ);
    expect(asked.map(({ url }) => url.slice(base.length))).to.deep.equal(['/goals', '/goals?period=tammi%E2%80%93maalis', '/made-up/a%2Fb?tags=x&tags=y']);
    expect(asked.map(({ init }) => init.headers)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('sends what the page answered, and gives such an answer to nobody else', async () => {
    const { asked } = answer((_, { headers }) => json([new Headers(headers).get('authorization')]));
    const source = createRestSource(freshAddress('api/'));
    expect(await source.read('goals', {}, { ...READ, authorization: 'Bearer a' })).to.deep.equal(['Bearer a']);
    expect(await source.read('goals', {}, { ...READ, authorization: 'Bearer b' })).to.deep.equal(['Bearer b']);
    expect(await source.read('goals', {}, READ)).to.deep.equal([null]);
    expect(asked.length).to.equal(3);
  });

  it('reads the refusals of the interface', async () => {
    for (const [response, kind, fault] of [
      [() => problem('https://aukio.example/problems/closed', 403), 'closed'],
      [() => problem('about:blank', 403), 'forbidden'],
      [() => new Response('not JSON', { status: 409, headers: { 'content-type': 'application/problem+json' } }), 'conflict'],
      [() => html(), 'invalid-data', 'html-instead'],
    ] as const) {
      answer(response);
      const error = await errorOf(() => createRestSource(freshAddress('api')).read('goals', {}, READ));
      expect([error.kind, error.fault?.code]).to.deep.equal([kind, fault]);
      server?.close();
    }
  });

  it('sends a submission under its key', async () => {
    const { asked } = answer(() => json(RECEIPT, { status: 201 }));
    const base = freshAddress('api');
    expect(await createRestSource(base).submit?.('made-up', { text: 'Ä', list: [1] }, { ...SENT, authorization: 'Bearer a', proof: 'p' })).to.deep.equal(RECEIPT);
    const [{ url, init } = { url: '', init: {} }] = asked;
    expect([url, init.method, init.credentials, init.body]).to.deep.equal([`${base}/made-up`, 'POST', 'omit', '{"text":"Ä","list":[1]}']);
    expect(init.headers).to.deep.equal({ 'Idempotency-Key': 'avain-1', Authorization: 'Bearer a', 'Aukio-Proof': 'p', 'Content-Type': 'application/json' });
  });

  it('says what became of a submission', async () => {
    const kinds = { 400: 'invalid-data', 401: 'forbidden', 404: 'not-found', 409: 'conflict', 410: 'closed', 413: 'invalid-data', 422: 'invalid-data', 429: 'too-many', 502: 'unavailable' };
    for (const [status, kind] of Object.entries(kinds)) {
      answer(() => new Response('', { status: Number(status) }));
      const error = await errorOf(() => createRestSource(freshAddress('api')).submit?.('made-up', { text: '', list: [] }, SENT));
      expect(error.kind, status).to.equal(kind);
      expect(error.fault?.code, status).to.equal(status === '413' ? 'too-large' : undefined);
      server?.close();
    }
  });

  it('takes what is no receipt neither for one nor for a refusal', async () => {
    for (const response of [() => html(), () => json({}), () => json(null), () => new Response('')]) {
      answer(response);
      expect((await errorOf(() => createRestSource(freshAddress('api')).submit?.('made-up', { text: '', list: [] }, SENT))).kind).to.equal('unavailable');
      server?.close();
    }
  });

  it('says what the service found in each field', async () => {
    const errors = [{ code: 'email-wrong', field: 'email' }, { code: 'text-too-long', field: 'message', values: { max: 4000 } }, { code: 'area-limit', field: 'choices', group: 'itä', projects: ['a'] }];
    const odd = { code: 'area-limit', field: 'choices', group: 1, projects: 'a', values: null };
    answer(() => problem('https://aukio.example/problems/invalid', 422, { errors: [...errors, odd, null, { code: 1, field: 'x' }, 'x'] }));
    const error = await errorOf(() => createRestSource(freshAddress('api')).submit?.('made-up', { text: '', list: [] }, SENT));
    expect([error.kind, error.problem, error.errors]).to.deep.equal(['invalid-data', 'invalid', [...errors, { code: 'area-limit', field: 'choices' }]]);
  });

  it('tells a key that came with other words before from words that are refused', async () => {
    answer(() => problem('urn:aukio:problem:idempotency-mismatch', 422));
    const error = await errorOf(() => createRestSource(freshAddress('api')).submit?.('made-up', { text: '', list: [] }, SENT));
    expect([error.kind, error.status, error.problem]).to.deep.equal(['conflict', 422, 'idempotency-mismatch']);
  });

  it('asks with a secret in the body alone, anew each time', async () => {
    const { asked } = answer(() => json({ state: 'received' }));
    const base = freshAddress('api');
    const source = createRestSource(base);
    for (let time = 0; time < 2; time++) {
      expect(await source.read('feedback/status', { code: 'ABCD' }, { ...READ, confidential: true })).to.deep.equal({ state: 'received' });
    }
    expect(asked.map(({ url, init: { method, body, headers, credentials } }) => ({ url, method, body, headers, credentials }))).to.deep.equal(
      Array.from({ length: 2 }, () => ({
        url: `${base}/feedback/status`, method: 'POST', body: '{"code":"ABCD"}', headers: { 'content-type': 'application/json' }, credentials: 'omit',
      })),
    );
  });

  it('asks anew for what serves once', async () => {
    let count = 0;
    const { asked } = answer(() => json({ nonce: ++count }));
    const source = createRestSource(freshAddress('api'));
    for (const nonce of [1, 2]) expect(await source.read('challenge', {}, { ...READ, fresh: true })).to.deep.equal({ nonce });
    expect(asked.map(({ init }) => init.cache)).to.deep.equal(['no-store', 'no-store']);
  });

  it('reads no content as nothing', async () => {
    answer(() => new Response(null, { status: 204 }));
    expect(await createRestSource(freshAddress('api')).read('challenge', {}, READ)).to.equal(undefined);
  });

  it('tells where it is', () => {
    expect(createRestSource('/api').address).to.equal(`${location.origin}/api/`);
  });

  it('stops sending when it is told to', async () => {
    answer(() => new Promise(() => {}));
    const control = new AbortController();
    const sent = createRestSource(freshAddress('api')).submit?.('made-up', { text: '', list: [] }, { ...SENT, signal: control.signal });
    setTimeout(() => control.abort(new Error('enough')));
    expect(await sent?.catch(String)).to.equal('Error: enough');
  });

  it('sends files with their progress', async () => {
    const Real = window.XMLHttpRequest;
    const requests: FakeUpload[] = [];
    class FakeUpload extends EventTarget {
      readonly upload = new EventTarget();
      readonly headers: Record<string, string> = {};
      readonly status = 201;
      readonly responseText = JSON.stringify(RECEIPT);
      form: FormData | undefined;
      open = (): void => void requests.push(this);
      setRequestHeader = (name: string, value: string): void => void (this.headers[name] = value);
      getResponseHeader = (): string => 'application/json';
      getAllResponseHeaders = (): string => 'content-type: application/json';
      send(form: FormData): void {
        this.form = form;
        setTimeout(() => {
          for (const loaded of [50, 120, 150]) this.upload.dispatchEvent(new ProgressEvent('progress', { loaded, total: 150 }));
          this.dispatchEvent(new Event('load'));
        });
      }
    }
    window.XMLHttpRequest = FakeUpload as unknown as typeof XMLHttpRequest;
    try {
      const progress: number[][] = [];
      const files = [{ name: 'kuva.jpg', blob: new Blob(['x'.repeat(60)]) }, { name: 'toinen.jpg', blob: new Blob(['y'.repeat(40)]) }];
      const onProgress = (...said: number[]) => void progress.push(said);
      expect(await createRestSource(freshAddress('api')).submit?.('made-up', { text: 'a', list: [] }, { ...SENT, files, onProgress })).to.deep.equal(RECEIPT);
      const [request] = requests;
      expect(request?.headers).to.deep.equal({ 'Idempotency-Key': 'avain-1' });
      expect(await (request?.form?.get('body') as Blob).text()).to.equal('{"text":"a","list":[]}');
      expect(request?.form?.getAll('file').map((file) => (file as File).name)).to.deep.equal(['kuva.jpg', 'toinen.jpg']);
      // Of 150 bytes on their way, the last 100 are the files.
      expect(progress).to.deep.equal([[0, 0, 60], [0, 60, 60], [1, 10, 40], [0, 60, 60], [1, 40, 40]]);
    } finally {
      window.XMLHttpRequest = Real;
    }
  });
});

describe('a source of files', () => {
  it('reads a file for each resource, as JSON or CSV', async () => {
    const base = freshAddress('tiedot');
    const { asked } = answer((url) => (url.endsWith('.json') ? json([1]) : new Response('a;b')));
    expect(await createStaticSource(base, 'json').read('goals', {}, READ)).to.deep.equal([1]);
    const document = await createStaticSource(base, 'csv').read('goals', { period: 'x' }, READ);
    expect(isBlockDocument(document) && outline(document)).to.deep.equal([[[['a'], ['b']]]]);
    expect(asked.map(({ url }) => url.slice(base.length))).to.deep.equal(['/goals.json', '/goals.csv']);
  });

  it('asks for a file anew where it is told to', async () => {
    let edition = 0;
    answer(() => json({ edition: ++edition }));
    const source = createStaticSource(freshAddress('tiedot'), 'json');
    await source.read('goals', {}, READ);
    expect(await source.read('goals', {}, { ...READ, fresh: true })).to.deep.equal({ edition: 2 });
  });

  it('takes nothing in', () => {
    expect(createStaticSource('/tiedot', 'json').submit).to.equal(undefined);
  });
});

function problem(type: string, status: number, more: object = {}): Response {
  return json({ type, title: 'x', ...more }, { status, headers: { 'content-type': 'application/problem+json' } });
}

function html(): Response {
  return new Response('<!doctype html><title>Kirjaudu</title>', { headers: { 'content-type': 'text/html' } });
}
