import { expect } from '@open-wc/testing';
import { isBlockDocument } from '../../src/model/document.ts';
import { readDocument, type DocumentOptions } from '../../src/sources/document.ts';
import { excelFile } from '../../tools/office/excel.ts';
import { paragraph, wordFile } from '../../tools/office/word.ts';
import { errorOf } from './faults.ts';
import { outline } from './readers/blocks.ts';
import { runUnderPolicy } from './policy-page.ts';
import { FakeServer, freshAddress, json, never } from './server.ts';

const read = (src: string, options: Partial<DocumentOptions> = {}) => readDocument(src, { signal: never, lang: 'fi', ...options });
const html = (body: string, type = 'text/html; charset=utf-8') => new Response(body, { headers: { 'content-type': type } });
const LOGIN = '<!doctype html><title>Kirjaudu</title><form></form>';

describe('reading a document', () => {
  let server: FakeServer | undefined;
  const answer = (respond: (url: string, init: RequestInit) => Response | Promise<Response>) => (server = new FakeServer(respond));
  afterEach(() => {
    server?.close();
    server = undefined;
  });

  it('fetches a real file and says so where there is none', async () => {
    expect(await read('/fixtures/goals/one-goal.json')).to.have.property('goals');
    const { kind, status, url } = await errorOf(() => read('/fixtures/goals/puuttuu.json'));
    expect([kind, status, url]).to.deep.equal(['not-found', 404, `${location.origin}/fixtures/goals/puuttuu.json`]);
  });

  it('asks plainly, so that no server has to be asked first whether it may', async () => {
    answer(() => json([]));
    await read(`${freshAddress('a.json')}#aukio=goal-status`);
    await read(freshAddress('b.json'), { credentials: 'same-origin' });
    const [first, second] = server!.asked;
    expect(first?.url).not.to.include('#');
    expect(first?.init).to.have.keys('credentials', 'signal');
    expect([first?.init.credentials, second?.init.credentials]).to.deep.equal(['omit', 'same-origin']);
  });

  describe('that the loader asked for before', () => {
    const LOADER = Symbol.for('aukio/loader/v1');
    const page = globalThis as { [LOADER]?: { early: Map<string, Promise<Response>> } };
    const asked = (src: string, answered: Promise<Response>) => (page[LOADER] = { early: new Map([[src, answered]]) });
    afterEach(() => delete page[LOADER]);

    it('takes that answer once, and asks for no other', async () => {
      answer(() => json(['later']));
      const src = freshAddress('a.json');
      asked(src, Promise.resolve(json(['early'])));
      expect(await read(src)).to.deep.equal(['early']);
      expect(server!.asked).to.deep.equal([]);
      expect(page[LOADER]?.early.size).to.equal(0);
    });

    it('asks again where that failed, and where it was asked without the login', async () => {
      answer(() => json(['later']));
      const [failed, login] = [freshAddress('a.json'), freshAddress('b.json')];
      const lost = Promise.reject(new TypeError('offline'));
      lost.catch(() => {});
      asked(failed, lost);
      expect(await read(failed)).to.deep.equal(['later']);
      asked(login, Promise.resolve(json(['early'])));
      expect(await read(login, { credentials: 'same-origin' })).to.deep.equal(['later']);
    });

    it('says what a refusal means, and gives up an answer that does not come, or stops coming', async () => {
      const src = freshAddress('a.json');
      asked(src, Promise.resolve(new Response('', { status: 403 })));
      expect((await errorOf(() => read(src))).kind).to.equal('forbidden');
      asked(src, new Promise(() => {}));
      expect((await errorOf(() => read(src, { timeout: 20 }))).kind).to.equal('timeout');
      asked(src, Promise.resolve(new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('[')) }))));
      expect((await errorOf(() => read(src, { timeout: 20 }))).kind).to.equal('timeout');
    });
  });

  describe('chooses the reader', () => {
    const word = () => wordFile(paragraph('<w:r><w:t>Word</w:t></w:r>')) as BlobPart;
    const excel = () => excelFile([{ name: 'a', rows: '<row><c t="inlineStr"><is><t>Excel</t></is></c></row>' }]) as BlobPart;
    const office = 'application/vnd.openxmlformats-officedocument.';
    for (const [name, file, type, ending, asked, found] of [
      ['by what is asked', () => 'a;b', 'application/octet-stream', '', 'csv', [[['a'], ['b']]]],
      ['by what is asked before the media type', () => '<p>Sivu</p>', 'text/csv', 'a.csv', 'html', 'Sivu'],
      ['by the media type of Word', word, `${office}wordprocessingml.document`, 'a', undefined, 'Word'],
      ['by the media type of Excel', excel, `${office}spreadsheetml.sheet`, 'a?id=2', undefined, 'Excel'],
      ['by the media type of CSV, with its encoding', () => 'a;b', 'text/csv; charset=iso-8859-1', 'a', undefined, [[['a'], ['b']]]],
      ['by the ending, where the server only knows Excel', () => 'a;b', 'application/vnd.ms-excel', 'A.CSV', undefined, [[['a'], ['b']]]],
      ['by the ending of a download', word, 'application/octet-stream', 'a.docx', undefined, 'Word'],
      ['by the first bytes of Word', word, '', 'a', undefined, 'Word'],
      ['by the first bytes of Excel', excel, 'application/zip', 'a', undefined, 'Excel'],
      ['by the first bytes of a page', () => '<!doctype html><nav>Valikko</nav><main><p>Sivu</p></main>', 'text/html', 'tavoitteet', undefined, 'Sivu'],
      ['as CSV where it is only said to be text', () => 'a;b', 'text/plain', 'a', undefined, [[['a'], ['b']]]],
    ] as const) {
      it(name, async () => {
        answer(() => new Response(file(), { headers: { 'content-type': type } }));
        const document = await read(freshAddress(ending), asked && { type: asked });
        if (!isBlockDocument(document)) throw new Error('not a document of blocks');
        expect(outline(document)).to.deep.equal([found]);
      });
    }

    it('of JSON by the media type, the ending or the first bytes', async () => {
      for (const [type, ending] of [['application/problem+json', 'a'], ['text/html', 'a.json'], ['text/html', 'a'], ['', 'a']] as const) {
        answer(() => new Response(' {"goals":[]}', { headers: { 'content-type': type } }));
        expect(await read(freshAddress(ending)), `${type} ${ending}`).to.deep.equal({ goals: [] });
        server?.close();
      }
    });
  });

  it('reads a long JSON document as a short one', async () => {
    const goals = Array.from({ length: 10_000 }, (_, n) => ({ id: `a${n}`, title: 'Uimahallin aukioloja laajennetaan kaikissa kaupunginosissa' }));
    answer(() => json({ goals }));
    expect(JSON.stringify(await read(freshAddress('a.json'))) === JSON.stringify({ goals })).to.equal(true);
    answer(() => new Response(JSON.stringify({ goals }).slice(0, -2), { headers: { 'content-type': 'application/json' } }));
    expect((await errorOf(() => read(freshAddress('a.json')))).fault?.code).to.equal('not-json');
  });

  it('resolves the links of a page against that page', async () => {
    answer(() => html('<!doctype html><table><tr><td><a href="liite.pdf">Liite</a></td><td>b</td></tr></table>'));
    const src = freshAddress('sivu.html');
    const document = await read(src);
    const [block] = isBlockDocument(document) ? [...document.blocks] : [];
    const [row] = block?.kind === 'table' ? [...block.rows] : [];
    expect(row?.[0]?.links).to.deep.equal([{ text: 'Liite', href: new URL('liite.pdf', src).href }]);
  });

  describe('names what came instead', () => {
    for (const [name, body, type, ending, fault] of [
      ['a login page for Word', LOGIN, 'text/html', 'a.docx', 'html-instead'],
      ['a login page for Excel', LOGIN, 'text/html', 'a.xlsx', 'html-instead'],
      ['a login page for CSV', LOGIN, 'text/html', 'a.csv', 'html-instead'],
      ['a login page for JSON', LOGIN, 'text/html', 'a.json', 'html-instead'],
      ['a PDF', '%PDF-1.7', 'application/pdf', 'a.pdf', 'pdf'],
      ['a PDF with the ending of Word', '%PDF-1.7', 'application/pdf', 'a.docx', 'pdf'],
      ['a picture', '\x89PNG', 'image/png', 'a.png', 'type-unknown'],
      ['nothing', '', 'text/csv', 'a.csv', 'empty-file'],
      ['truncated JSON', '{"goals": [', 'application/json', 'a.json', 'not-json'],
    ] as const) {
      it(name, async () => {
        answer(() => html(body, type));
        const src = freshAddress(ending);
        const error = await errorOf(() => read(src));
        expect([error.kind, error.fault?.code, error.url, error.retry]).to.deep.equal(['invalid-data', fault, src, false]);
      });
    }
  });

  it('knows the kinds of refusal', async () => {
    const kinds = { 401: 'forbidden', 403: 'forbidden', 404: 'not-found', 410: 'not-found', 418: 'not-found', 429: 'too-many', 500: 'unavailable', 503: 'unavailable' };
    for (const [status, kind] of Object.entries(kinds)) {
      answer(() => new Response('', { status: Number(status) }));
      expect((await errorOf(() => read(freshAddress('a.json')))).kind, status).to.equal(kind);
      server?.close();
    }
  });

  it('gives up a server that is silent, and not one that is slow', async () => {
    answer(() => new Promise(() => {}));
    expect((await errorOf(() => read(freshAddress('a.json'), { timeout: 20 }))).kind).to.equal('timeout');
    server?.close();
    answer(() => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('[')) })));
    expect((await errorOf(() => read(freshAddress('a.json'), { timeout: 20 }))).kind).to.equal('timeout');
    server?.close();
    let pieces = 0;
    answer(
      () =>
        new Response(
          new ReadableStream({
            async pull(stream) {
              await new Promise((resolve) => setTimeout(resolve, 600));
              stream.enqueue(new TextEncoder().encode(['[', '1', ']'][pieces]));
              if ((pieces += 1) === 3) stream.close();
            },
          }),
        ),
    );
    expect(await read(freshAddress('a.json'), { timeout: 1_500 })).to.deep.equal([1]);
  });

  it('refuses what is too large, by what the server says and by what comes', async () => {
    answer(() => new Response('[]', { headers: { 'content-length': String(2 ** 30) } }));
    expect((await errorOf(() => read(freshAddress('a.json')))).fault?.code).to.equal('too-large');
    server?.close();
    const piece = new Uint8Array(4 * 1024 * 1024);
    answer(() => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(piece) })));
    expect((await errorOf(() => read(freshAddress('a.json')))).fault?.code).to.equal('too-large');
  });

  it('says that the device is offline', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      expect((await errorOf(() => read(freshAddress('a.json')))).kind).to.equal('offline');
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });

  it('tells a server that does not answer from another site that does not allow it', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await errorOf(() => read(freshAddress('a.json')))).kind).to.equal('unavailable');
    const { kind, fault } = await errorOf(() => read('https://data.example/a.json'));
    expect([kind, fault]).to.deep.equal(['blocked', { code: 'cors', values: { address: 'https://data.example' } }]);
  });

  it('tells what the page itself forbids', async () => {
    const result = await runUnderPolicy(
      "connect-src 'none'",
      `const { readDocument } = await import('from-root:src/sources/document.ts');
       try { return await readDocument('${location.origin}/fixtures/goals/one-goal.json', { signal: new AbortController().signal, lang: 'fi' }); }
       catch (error) { return [error.kind, error.fault]; }`,
    );
    expect(result).to.deep.equal(['blocked', { code: 'csp', values: { address: location.origin } }]);
  });

  describe('fetches an address once', () => {
    it('for all that ask for it, at the same time and later', async () => {
      answer(() => json([1]));
      const src = freshAddress('a.json');
      expect(await Promise.all([read(src), read(`${src}#b`)])).to.deep.equal([[1], [1]]);
      expect(await read(src)).to.deep.equal([1]);
      expect(server!.asked.length).to.equal(1);
    });

    it('and again where it failed', async () => {
      let status = 500;
      answer(() => json([1], { status }));
      const src = freshAddress('a.json');
      expect((await errorOf(() => read(src))).retry).to.equal(true);
      status = 200;
      expect(await read(src)).to.deep.equal([1]);
      expect(server!.asked.length).to.equal(2);
    });

    it('and again where it is to be a fresh one, which all that ask later get', async () => {
      let edition = 0;
      answer(() => json([++edition]));
      const src = freshAddress('a.json');
      expect([await read(src), await read(src, { fresh: true }), await read(src)]).to.deep.equal([[1], [2], [2]]);
    });

    it('for those that stay when one gives up', async () => {
      let respond = (_: Response) => {};
      answer(() => new Promise((resolve) => (respond = resolve)));
      const src = freshAddress('a.json');
      const one = new AbortController();
      const given = read(src, { signal: one.signal });
      const kept = read(src);
      await turn();
      one.abort(new Error('not needed'));
      expect(await given.catch(String)).to.equal('Error: not needed');
      respond(json([1]));
      expect(await kept).to.deep.equal([1]);
      expect(server!.asked.length).to.equal(1);
    });

    it('also where one gives up and asks again at once', async () => {
      let respond = (_: Response) => {};
      answer(() => new Promise((resolve) => (respond = resolve)));
      const src = freshAddress('a.json');
      const one = new AbortController();
      const given = read(src, { signal: one.signal }).catch(() => 'given up');
      await turn();
      one.abort();
      const again = read(src);
      expect(await given).to.equal('given up');
      await turn();
      respond(json([1]));
      expect(await again).to.deep.equal([1]);
      expect(server!.asked.length).to.equal(1);
    });

    it('and not to its end where all give up', async () => {
      answer(() => new Promise(() => {}));
      const one = new AbortController();
      const given = read(freshAddress('a.json'), { signal: one.signal }).catch(() => 'given up');
      await turn();
      one.abort();
      expect(await given).to.equal('given up');
      const signal = server!.asked[0]?.init.signal;
      if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      expect(signal?.aborted).to.equal(true);
    });

    it('and not at all where it was given up before', async () => {
      answer(() => json([]));
      expect(await read(freshAddress('a.json'), { signal: AbortSignal.abort('no') }).catch(String)).to.equal('no');
      expect(server!.asked).to.deep.equal([]);
    });
  });
});

/** Lets everything that is due run. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
