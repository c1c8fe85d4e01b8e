import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { csvRows } from '../../src/model/csv.ts';
import type { Feedback, FeedbackStatus } from '../../src/model/feedback.ts';
import type { Database } from '../src/database/database.ts';
import { readLog } from '../src/office/audit.ts';
import { SCOPES, type Scope } from '../src/office/scopes.ts';
import { createToken, listTokens, revokeToken } from '../src/office/tokens.ts';
import { WORDS } from '../src/office/words/words.ts';
import { appOn, FEEDBACK, JPEG, PNG, proofHeader, type PostOptions, type TestedApp } from './app.ts';
import { onEachDatabase } from './databases.ts';
import { signedIn, textOf, Visitor } from './office-visitor.ts';


const FULL: Feedback = {
  topic: 'valaistus', about: 'https://merilehto.example/kadut', message: 'Valo vilkkuu Äijälänkadulla.', answers: { pylvas: 'P 12', vika: 'vilkkuu' },
  place: { address: 'Rantatie 3', position: { latitude: 60.123, longitude: 24.9 } },
  contact: { name: 'Maija Meikäläinen', email: 'Maija@example.fi', phone: '040 123 4567' }, answerBy: 'email', mayPublish: true, language: 'fi',
};

interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly code: string;
}

await onEachDatabase('the city\'s side', (engine) => {
  let database: Database;
  let app: TestedApp;
  let now: Date;
  before(async () => {
    database = await engine.openMigrated();
    app = appOn(database, { clock: () => now });
    now = new Date('2026-07-31T09:00:00Z');
  });

  const receive = async (feedback: Partial<Feedback> = {}, options?: PostOptions) => {
    const response = await app.post({ ...FEEDBACK, ...feedback }, options);
    assert.equal(response.status, 201);
    return (await response.json()) as Receipt;
  };
  const statusOf = async (code: string) => (await (await app.status(code)).json()) as FeedbackStatus;
  const enter = (scopes?: readonly Scope[]) => signedIn(database, app.sendUnchecked, scopes);
  const deeds = async (message: string) => (await readLog(database, { message, limit: 100 })).map(({ action }) => action);
  const page = (id: string) => `/office/messages/${id}`;

  describe('lets in', () => {
    test('nobody without a token, and shows them nothing', async () => {
      const { id } = await receive({ message: 'Salaisuus' });
      for (const path of ['/office', page(id), `${page(id)}/erase`, `${page(id)}/photos/0`, '/office/person', '/office/log', '/office/messages.csv']) {
        const visitor = new Visitor(app.sendUnchecked);
        const response = await visitor.get(path);
        assert.equal(response.status, 303, path);
        assert.equal(response.headers.get('location'), '/office/login');
        assert.equal(await response.text(), '');
      }
      for (const path of [page(id), `${page(id)}/erase`, `${page(id)}/publish`, '/office/find', '/office/person', '/office/person/export', '/office/person/erase']) {
        const visitor = new Visitor(app.sendUnchecked);
        assert.equal((await visitor.post(path, { state: 'closed', reason: 'x', confirmed: '1', detail: 'Salaisuus' })).status, 401, path);
        assert.doesNotMatch(visitor.html, /Salaisuus<|value="closed" checked/);
      }
      assert.deepEqual(await deeds(id), []);
    });

    test('nobody with a wrong, an empty or a revoked token, and says what is wrong', async () => {
      const token = await createToken(database, now, 'Revoked later', SCOPES);
      const visitor = new Visitor(app.sendUnchecked);
      await visitor.signIn(token);
      assert.equal((await visitor.get('/office')).status, 200);
      await revokeToken(database, now, 'Revoked later');
      assert.equal((await visitor.get('/office')).status, 303);
      for (const [given, sentence] of [[token, WORDS.en.tokenWrong], ['aukio_x', WORDS.en.tokenWrong], ['  ', WORDS.en.tokenMissing]] as const) {
        const response = await visitor.signIn(given);
        assert.equal(response.status, 422);
        assert.match(visitor.html, new RegExp(`<a href="#token">${sentence}</a>`));
        assert.ok(!visitor.html.includes(token));
      }
    });

    test('by a cookie that no script and no other site gets, until she signs out', async () => {
      const visitor = new Visitor(app.sendUnchecked, 'https://palaute.merilehto.example');
      const response = await visitor.signIn(await createToken(database, now, 'Cookie', SCOPES));
      const cookie = response.headers.get('set-cookie') ?? '';
      for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/office', 'Secure']) assert.match(cookie, new RegExp(`; ${attribute}(;|$)`));
      await visitor.visit('/office');
      const stolen = new Map(visitor.cookies);
      await visitor.post('/office/logout');
      assert.equal((await visitor.get('/office')).status, 303);
      for (const [name, value] of stolen) visitor.cookies.set(name, value);
      assert.equal((await visitor.get('/office')).status, 303, 'a copy of the cookie ends with it');
    });

    test('until nothing has been clicked for a working day', async () => {
      const visitor = await enter();
      const start = now;
      now = new Date(start.getTime() + 7 * 3_600_000);
      assert.equal((await visitor.get('/office')).status, 200);
      now = new Date(start.getTime() + 14 * 3_600_000);
      assert.equal((await visitor.get('/office')).status, 200);
      now = new Date(start.getTime() + 23 * 3_600_000);
      assert.equal((await visitor.get('/office')).status, 303);
      now = start;
    });

    test('with what the token allows, and no more', async () => {
      const { id } = await receive({ mayPublish: true });
      const gates: readonly (readonly [Scope, 'get' | 'post', string])[] = [
        ['feedback:read', 'get', '/office'], ['feedback:read', 'get', page(id)], ['feedback:read', 'get', `${page(id)}/photos/0`], ['feedback:read', 'post', '/office/person'],
        ['feedback:write', 'post', page(id)], ['feedback:write', 'post', `${page(id)}/publish`], ['feedback:write', 'post', `${page(id)}/unpublish`], ['feedback:write', 'post', `${page(id)}/release`],
        ['feedback:export', 'get', '/office/messages.csv'], ['feedback:export', 'post', '/office/person/export'],
        ['feedback:erase', 'get', `${page(id)}/erase`], ['feedback:erase', 'post', `${page(id)}/erase`], ['feedback:erase', 'post', '/office/person/erase'],
        ['log:read', 'get', '/office/log'],
      ];
      for (const [scope, method, path] of gates) {
        const visitor = await enter(SCOPES.filter((other) => other !== scope));
        const response = await visitor[method](path);
        assert.equal(response.status, 403, `${method} ${path}`);
        assert.match(textOf(visitor.html), new RegExp(scope));
      }
      assert.deepEqual(await deeds(id), []);
    });

    test('no form of another site, or of another session', async () => {
      const { id } = await receive();
      const visitor = await enter();
      const other = await enter();
      await other.visit(page(id));
      const foreign = /name="key" value="([^"]+)"/.exec(other.html)?.[1];
      for (const key of ['', 'x', foreign!]) {
        assert.equal((await visitor.post(`${page(id)}/erase`, {}, key)).status, 403);
        assert.equal((await visitor.post(page(id), { state: 'closed', reason: 'x' }, key)).status, 403);
      }
      assert.ok(!(await deeds(id)).includes('erase'));
    });

    test('no words of another site, which nobody wrote here, where nobody is signed in', async () => {
      const { id } = await receive();
      const fields = new URLSearchParams({ state: 'answered', reply: 'Words of another site' });
      const answerTo = async (site: string) => {
        const response = await app.sendUnchecked(page(id), { method: 'POST', headers: { 'Sec-Fetch-Site': site }, body: fields });
        assert.equal(response.status, 401);
        return response.text();
      };
      assert.match(await answerTo('same-origin'), /Words of another site/);
      for (const site of ['cross-site', 'same-site']) assert.doesNotMatch(await answerTo(site), /Words of another site/);
    });

    test('no form that another site carries over a sign-in', async () => {
      const { id } = await receive();
      const body = new URLSearchParams({ token: 'wrong', 'kept-path': page(id), 'kept-state': 'answered', 'kept-reply': 'Words of another site' });
      const answerTo = async (site: string) => (await app.sendUnchecked('/office/login', { method: 'POST', headers: { 'Sec-Fetch-Site': site }, body })).text();
      assert.match(await answerTo('same-origin'), /Words of another site/);
      for (const site of ['cross-site', 'same-site']) assert.doesNotMatch(await answerTo(site), /Words of another site/);
    });

    test('no form of very many fields, from nobody', async () => {
      const body = Array.from({ length: 40_000 }, (_, n) => n.toString(36)).join('&');
      const response = await app.sendUnchecked(page('076c303f-a27a-4b66-ac54-52a6d5642cd1'), { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: new URLSearchParams(body) });
      assert.equal(response.status, 413);
    });

    test('no address that a header could not hold', async () => {
      const clerk = await enter();
      for (const id of ['%0d%0aSet-Cookie:%20a=b', 'äö%00', '..%2f..']) {
        const response = await clerk.post(`${page(id)}/release`);
        assert.ok([303, 404].includes(response.status), String(response.status));
        assert.equal(response.headers.get('set-cookie'), null);
      }
    });

    test('with tokens of which only a hash is kept', async () => {
      const token = await createToken(database, now, 'Hashed', ['feedback:read']);
      const rows = await database.query('SELECT * FROM office_token');
      assert.ok(!JSON.stringify(rows).includes(token.slice(6)));
      assert.deepEqual((await listTokens(database)).find(({ name }) => name === 'Hashed')?.scopes, ['feedback:read']);
      await assert.rejects(createToken(database, now, 'Hashed', SCOPES), { name: 'TokenNameFault' });
      await assert.rejects(revokeToken(database, now, 'Nobody'), { name: 'TokenNameFault' });
    });
  });

  describe('has pages', () => {
    test('that run nothing and are kept by no cache', async () => {
      const { id } = await receive({ message: '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&', contact: { name: '"><b>' }, about: 'unit:"onmouseover=alert(1)' });
      const visitor = await enter();
      for (const path of ['/office?state=all', page(id), `${page(id)}/erase`, '/office/person', '/office/log', '/office/nothing', page('nothing')]) {
        const response = await visitor.get(path);
        const policy = response.headers.get('content-security-policy') ?? '';
        assert.match(policy, /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/, path);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
        assert.doesNotMatch(visitor.html, /<script|<b>|<[^>]* (?:on\w+|style)=|<img src=x/);
      }
      assert.match(textOf(await visitor.visit(page(id))), /<script>alert\(1\)<\/script><img src=x onerror=alert\(1\)>"'&/);
    });

    test('in Finnish, Swedish and English, and remembers which', async () => {
      const visitor = await enter();
      for (const lang of ['fi', 'sv', 'en'] as const) {
        await visitor.visit(`/office?state=all&lang=${lang}`);
        const html = await visitor.visit('/office');
        assert.match(html, new RegExp(`<html lang="${lang}">`));
        assert.match(html, new RegExp(`<h1>${WORDS[lang].list}</h1>`));
      }
    });

    test('that no strange address or form breaks', async () => {
      const visitor = await enter();
      const odd = '%00%F0%9F%92%A9%ED%A0%80[(*\\';
      for (const path of [`/office?state=${odd}&topic=${odd}&due=${odd}&suspicion=${odd}&page=${odd}`, '/office?page=1e99', '/office?page=-1', `/office/messages/${odd}`, `/office/log?page=${odd}`, `/office/messages.csv?topic=${odd}`]) {
        assert.ok((await visitor.get(path)).status < 500, path);
      }
      for (const search of ['\0', '\\', '[', '(', '*', '%', '_', "'", '\\d+', '💩', 'a'.repeat(10_000)]) {
        await visitor.visit('/office');
        await visitor.post('/office/find', { search, state: 'all' });
        assert.equal((await visitor.get('/office?state=all&search=1')).status, 200, search);
      }
      assert.equal((await visitor.post(page('x'), { state: 'a'.repeat(300_000) })).status, 413);
    });
  });

  describe('lists messages', () => {
    let visitor: Visitor;
    const listed = async (path: string) => textOf(await visitor.visit(path));
    const search = async (text: string) => {
      await visitor.visit('/office');
      const response = await visitor.post('/office/find', { search: text, state: 'all' });
      return { address: response.headers.get('location') ?? '', found: await listed(response.headers.get('location')!) };
    };
    before(async () => {
      await database.query('DELETE FROM feedback');
      const today = now;
      const at = async (day: string, feedback: Partial<Feedback>, options?: PostOptions) => {
        now = new Date(`${day}T09:00:00Z`);
        const receipt = await receive(feedback, options);
        now = today;
        return receipt;
      };
      await at('2026-07-10', { topic: 'saavutettavuus', message: 'Myöhästynyt' });
      await at('2026-07-20', { topic: 'saavutettavuus', message: 'Pian vastattava' });
      await at('2026-07-30', { topic: 'saavutettavuus', message: 'Ehtii vielä' });
      await at('2026-07-29', { message: 'Ilman määräaikaa, Åsa Öhman', contact: { email: 'asa@example.fi' } });
      await at('2026-07-28', { message: 'Osta heti' }, { proof: proofHeader({ seconds: 0, trap: 'x' }) });
      visitor = await enter();
    });

    test('the most urgent first, with the days that the law gives', async () => {
      const html = await visitor.visit('/office');
      const order = ['Myöhästynyt', 'Pian vastattava', 'Ehtii vielä', 'Osta heti', 'Ilman määräaikaa'].map((words) => html.indexOf(words));
      assert.deepEqual(order, [...order].sort((a, b) => a - b));
      assert.ok(!order.includes(-1));
      assert.match(textOf(html), /Myöhästynyt Number 2026-\d+ Topic Saavutettavuus State Received Due 24 Jul 2026 late/);
      assert.match(textOf(html), /Pian vastattava Number 2026-\d+ Topic Saavutettavuus State Received Due 3 Aug 2026 soon/);
    });

    test('by when an answer is due', async () => {
      assert.match(await listed('/office?due=overdue'), /Messages found: 1 .*Myöhästynyt/);
      assert.match(await listed('/office?due=soon'), /Messages found: 1 .*Pian vastattava/);
      assert.match(await listed('/office?due=later'), /Messages found: 1 .*Ehtii vielä/);
      assert.match(await listed('/office?due=none'), /Messages found: 2 /);
    });

    test('by topic, by state and by suspicion', async () => {
      assert.match(await listed('/office?topic=saavutettavuus'), /Messages found: 3 /);
      assert.match(await listed('/office?state=answered'), /Messages found: 0 /);
      assert.match(await listed('/office?suspicion=only'), /Messages found: 1 .*Osta heti looked suspicious/);
      assert.match(await listed('/office?suspicion=without'), /Messages found: 4 /);
    });

    test('by words in either case, also with letters that English does not have, and says them in no address', async () => {
      for (const text of ['ÅSA', 'åsa öhman', 'ÖHMAN ilman', 'ASA@EXAMPLE.FI']) {
        const { address, found } = await search(text);
        assert.match(found, /Messages found: 1 .*Åsa Öhman/, text);
        assert.equal(address, '/office?state=all&search=1');
      }
      assert.match((await search('Åsa Virtanen')).found, /Messages found: 0 /);
      assert.match((await search('.*')).found, /Messages found: 0 /, 'it is no pattern');
    });

    test('page by page', async () => {
      for (let n = 0; n < 30; n++) await receive({ message: `Sivutettava ${n}` });
      const first = await visitor.visit('/office?state=all');
      assert.match(textOf(first), /Page 1 of 2/);
      const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
      const second = await visitor.visit(next!);
      assert.match(textOf(second), /Page 2 of 2/);
      const idsIn = (html: string) => [...html.matchAll(/messages\/([0-9a-f-]{36})/g)].map(([, id]) => id);
      assert.equal(new Set([...idsIn(first), ...idsIn(second)]).size, 35);
    });
  });

  describe('knows a message by the number that its sender tells', () => {
    test('in its address, in the search, on its page, in the log and in the table', async () => {
      const { id, number } = await receive({ message: 'Soitan tästä.' }, { photos: [JPEG] });
      const visitor = await enter();
      assert.match(await visitor.visit(page(number)), new RegExp(`<h1>Message ${number}</h1>`));
      assert.match(textOf(visitor.html), /Soitan tästä\./);
      const photo = await visitor.get(`${page(number)}/photos/0`);
      assert.equal(photo.headers.get('content-disposition'), `attachment; filename="${number}-1.jpeg"`);
      assert.deepEqual(await deeds(id), ['photo', 'view']);
      await visitor.visit('/office');
      await visitor.post('/office/find', { search: number, state: 'all' });
      assert.match(await visitor.visit('/office?state=all&search=1'), new RegExp(`Messages found: 1[^]*href="${page(id)}"[^]*${number}`));
      assert.match(textOf(await visitor.visit('/office/log')), new RegExp(`Looked at the message Message ${number} `));
      const table = [...csvRows(await (await visitor.get('/office/messages.csv?state=all&search=1')).text())];
      // Behind a tab, which Excel does not show: it takes a year and a number for a month otherwise.
      assert.deepEqual(table.map(([first]) => first?.replace('\uFEFF', '')), ['Number', `\t${number}`]);
      assert.equal((await visitor.get(page('2026-999999'))).status, 404);
    });
  });

  describe('handles a message', () => {
    test('so that the sender sees it at once', async () => {
      const { id, code } = await receive();
      const visitor = await enter();
      await visitor.visit(page(id));
      const seen = () => /name="seen" value="([^"]+)"/.exec(visitor.html)?.[1] ?? '';
      const steps = [
        [{ state: 'in-handling' }, {}],
        [{ state: 'answered', reply: 'Laituri korjataan.\r\n\r\nKiitos.' }, { reply: 'Laituri korjataan.\n\nKiitos.' }],
        [{ state: 'registry', caseNumber: 'MER/123/2026' }, { caseNumber: 'MER/123/2026' }],
        [{ state: 'closed', reason: 'Ei koske kaupunkia.', caseNumber: 'left over' }, { reason: 'Ei koske kaupunkia.' }],
      ] as const;
      for (const [fields, expected] of steps) {
        now = new Date(now.getTime() + 60_000);
        const response = await visitor.post(page(id), { ...fields, seen: seen() });
        assert.equal(response.headers.get('location'), `${page(id)}?done=saved`);
        const { number: _number, receivedAt: _, topic: _topic, ...status } = await statusOf(code);
        assert.deepEqual(status, { state: fields.state, changedAt: now.toISOString(), ...expected });
        assert.match(await visitor.visit(`${page(id)}?done=saved`), /role="status"[^>]*>Saved\./);
      }
      assert.deepEqual((await deeds(id)).filter((action) => action === 'change').length, 4);
    });

    test('and says beside the field what is missing, with what was written', async () => {
      const { id, code } = await receive();
      const visitor = await enter();
      await visitor.visit(page(id));
      const cases = [
        [{ state: '' }, 'state', WORDS.en.stateMissing], [{ state: 'nothing' }, 'state', WORDS.en.stateMissing],
        [{ state: 'answered', reason: 'kept text' }, 'reply', WORDS.en.replyMissing], [{ state: 'registry', reply: 'kept text' }, 'caseNumber', WORDS.en.caseNumberMissing],
        [{ state: 'closed', reply: 'kept text' }, 'reason', WORDS.en.reasonMissing], [{ state: 'answered', reply: 'x'.repeat(4001) }, 'reply', 'Shorten the text: at most 4000 characters'],
      ] as const;
      for (const [fields, field, sentence] of cases) {
        assert.equal((await visitor.post(page(id), fields)).status, 422);
        assert.match(visitor.html, /<title>Error: /);
        assert.match(visitor.html, new RegExp(`role="alert"[^]*<a href="#${field}">${sentence}</a>`));
        assert.match(visitor.html, new RegExp(`id="${field}-error">${sentence}<`));
        if ('reason' in fields || ('reply' in fields && fields.reply === 'kept text')) assert.match(visitor.html, />\s*kept text<\/textarea>/);
      }
      assert.equal((await statusOf(code)).state, 'received');
    });

    test('and overwrites nothing that somebody else did meanwhile', async () => {
      const { id, code } = await receive();
      const [first, second] = [await enter(), await enter()];
      await first.visit(page(id));
      await second.visit(page(id));
      const seen = /name="seen" value="([^"]+)"/.exec(second.html)?.[1] ?? '';
      now = new Date(now.getTime() + 60_000);
      assert.equal((await first.post(page(id), { state: 'answered', reply: 'Ensimmäinen', seen })).status, 303);
      assert.equal((await second.post(page(id), { state: 'answered', reply: 'Toinen', seen })).status, 409);
      assert.equal((await statusOf(code)).reply, 'Ensimmäinen');
      assert.match(textOf(second.html), /Somebody else has changed this message/);
      assert.match(second.html, />\s*Toinen<\/textarea>/);
      const now2 = /name="seen" value="([^"]+)"/.exec(second.html)?.[1] ?? '';
      assert.equal((await second.post(page(id), { state: 'answered', reply: 'Toinen', seen: now2 })).status, 303);
      assert.equal((await statusOf(code)).reply, 'Toinen');
    });

    test('and keeps what was written while the session ended', async () => {
      const { id, code } = await receive();
      const visitor = await enter();
      await visitor.visit(page(id));
      const seen = /name="seen" value="([^"]+)"/.exec(visitor.html)?.[1] ?? '';
      await database.query('DELETE FROM office_session');
      assert.equal((await visitor.post(page(id), { state: 'answered', reply: 'Pitkä "vastaus"', seen })).status, 401);
      const kept = Object.fromEntries([...visitor.html.matchAll(/type="hidden" name="(kept-[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!.replaceAll('&quot;', '"')]));
      const response = await visitor.signIn(await createToken(database, now, 'After the end', SCOPES), kept);
      assert.equal(response.status, 200);
      assert.match(textOf(visitor.html), /You signed in again\. Nothing has been saved yet/);
      assert.match(visitor.html, />\s*Pitkä &quot;vastaus&quot;<\/textarea>/);
      assert.equal((await statusOf(code)).state, 'received');
      assert.equal((await visitor.post(page(id), { state: 'answered', reply: 'Pitkä "vastaus"', seen })).status, 303);
      assert.equal((await statusOf(code)).reply, 'Pitkä "vastaus"');
    });

    test('that looked suspicious once a person has looked at it', async () => {
      const { id } = await receive({}, { proof: null });
      const visitor = await enter();
      assert.match(textOf(await visitor.visit(page(id))), /the proof that a browser makes was missing/);
      await visitor.post(`${page(id)}/release`);
      assert.doesNotMatch(textOf(await visitor.visit(page(id))), /suspicious/);
      assert.ok((await deeds(id)).includes('release'));
    });
  });

  describe('publishes', () => {
    const published = async () => ((await (await app.send('/published-feedback')).json()) as { feedback: { text: string }[] }).feedback.map(({ text }) => text);

    test('what the sender has allowed, as the city wrote it down, until it is withdrawn', async () => {
      const { id } = await receive(FULL);
      const visitor = await enter();
      await visitor.visit(page(id));
      assert.deepEqual(await published(), []);
      assert.equal((await visitor.post(`${page(id)}/publish`, { publishedText: ' ' })).status, 422);
      await visitor.post(`${page(id)}/publish`, { publishedText: 'Valo vilkkuu.' });
      assert.deepEqual(await published(), ['Valo vilkkuu.']);
      const body = await (await app.send('/published-feedback')).text();
      for (const secret of ['Maija', 'example.fi', '040 123', id, 'Äijälänkadulla']) assert.ok(!body.includes(secret), secret);
      await visitor.post(`${page(id)}/unpublish`);
      assert.deepEqual(await published(), []);
      assert.deepEqual((await deeds(id)).filter((action) => action.endsWith('publish')), ['unpublish', 'publish']);
    });

    test('nothing without permission, whoever asks for it', async () => {
      const { id } = await receive({ ...FULL, mayPublish: false });
      const visitor = await enter();
      assert.match(textOf(await visitor.visit(page(id))), /The sender has not given permission/);
      await visitor.post(`${page(id)}/publish`, { publishedText: 'Valo vilkkuu.' });
      assert.deepEqual(await published(), []);
      assert.ok(!(await deeds(id)).includes('publish'));
      await assert.rejects(database.query("UPDATE feedback SET published_text = 'x', published_at = now() WHERE id = $1", [id]), { code: '23514' });
    });
  });

  describe('erases', () => {
    /** Nothing that a person wrote is anywhere in the database. */
    const isNowhere = async (...texts: readonly string[]) => {
      for (const table of ['feedback', 'idempotency', 'office_log', 'office_session']) {
        const rows = JSON.stringify(await database.query(`SELECT * FROM ${table}`));
        for (const text of texts) assert.ok(!rows.includes(text), `${table}: ${text}`);
      }
    };

    test('a message for good, and asks first', async () => {
      const { id, number, code } = await receive({ ...FULL, message: 'Unohdettava viesti', contact: { name: 'Unto Unohdettu' }, answerBy: 'none' }, { photos: [JPEG] });
      const visitor = await enter();
      await visitor.visit(page(id));
      const seen = /name="seen" value="([^"]+)"/.exec(visitor.html)?.[1] ?? '';
      await visitor.post(page(id), { state: 'in-handling', reply: 'Unohdettava vastaus', seen });
      await visitor.post(`${page(id)}/publish`, { publishedText: 'Unohdettava julkaisu' });
      assert.match(await visitor.visit(`${page(id)}/erase`), new RegExp(`<h1>Erase message ${number}\\?</h1>`));
      assert.equal((await statusOf(code)).state, 'in-handling');
      await visitor.post(`${page(id)}/erase`);
      await isNowhere('Unohdet', 'Unto');
      assert.deepEqual(await database.query('SELECT position FROM feedback_photo WHERE feedback_id = $1', [id]), []);
      const { state, reply } = await statusOf(code);
      assert.deepEqual({ state, reply }, { state: 'closed', reply: undefined });
      assert.match(textOf(await visitor.visit(`${page(id)}?done=erased`)), /Erased\..*The content of this message was erased/);
      assert.ok((await deeds(id)).includes('erase'));
    });

    test('what it erased does not come back with an attempt that was still under way', async () => {
      const key = '7b0a1d9e-1f7e-4c55-9d0c-0c3f3f5f7a11';
      const { id } = await receive(FULL, { key });
      const visitor = await enter();
      await visitor.visit(page(id));
      await visitor.post(`${page(id)}/erase`);
      assert.equal((await receive(FULL, { key })).id, id);
      const [row] = await database.query<{ message: string | null }>('SELECT message FROM feedback WHERE id = $1', [id]);
      assert.equal(row?.message, null);
    });

    test('everything of one person, found in whatever way she writes her details', async () => {
      const email = 'Eeva.Erased@example.fi';
      const receipts = [await receive({ ...FULL, contact: { email } }), await receive({ ...FULL, contact: { phone: '+358 (0)50-987 6543' }, answerBy: 'phone' }, { photos: [PNG, JPEG] })];
      const beside = await receive({ ...FULL, contact: { phone: 'työ 040 765 4321 (iltaisin 17–20)' }, answerBy: 'phone' });
      const other = await receive({ ...FULL, contact: { email: 'other@example.fi', phone: '050 9876544' } });
      const visitor = await enter();
      await visitor.visit('/office/person');
      const found = async (detail: string) => {
        await visitor.post('/office/person', { detail });
        return [...new Set([...visitor.html.matchAll(/messages\/([0-9a-f-]{36})/g)].map(([, id]) => id))];
      };
      assert.deepEqual(await found('eeva.erased@EXAMPLE.fi'), [receipts[0]!.id]);
      for (const phone of ['0509876543', '+358509876543', '00358 50 987 6543', '050-987 6543']) assert.deepEqual(await found(phone), [receipts[1]!.id], phone);
      for (const phone of ['0407654321', '+358 40 765 4321']) assert.deepEqual(await found(phone), [beside.id], 'whatever else stands there');
      assert.deepEqual(await found('050 987 654'), [], 'a part of a number is no number');
      assert.deepEqual(await found(receipts[0]!.code.toLowerCase().replaceAll('-', ' ')), [receipts[0]!.id]);
      for (const nobody of ['nobody@example.fi', '12', '%', '@', 'AAAA-AAAA-AAAA-AAAA']) assert.deepEqual(await found(nobody), [], nobody);
      const exported = await visitor.post('/office/person/export', { detail: '0509876543' });
      assert.equal(exported.headers.get('content-disposition'), 'attachment; filename="messages.zip"');
      const { 'messages.json': words, ...photos } = unzipSync(new Uint8Array(await exported.arrayBuffer()));
      const { messages } = JSON.parse(new TextDecoder().decode(words)) as { messages: { id: string; phone: string; photos: string[] }[] };
      const names = [`photos/${receipts[1]!.number}-1.png`, `photos/${receipts[1]!.number}-2.jpeg`];
      assert.deepEqual(messages.map(({ id, phone, photos: listed }) => ({ id, phone, listed })), [{ id: receipts[1]!.id, phone: '+358 (0)50-987 6543', listed: names }]);
      assert.deepEqual(Object.fromEntries(Object.entries(photos).map(([name, bytes]) => [name, Buffer.from(bytes)])), { [names[0]!]: Buffer.from(PNG), [names[1]!]: Buffer.from(JPEG) });
      assert.equal((await visitor.post('/office/person/erase', { detail: email })).status, 422, 'it is to be confirmed');
      assert.match(textOf(visitor.html), /Confirm that the person asked for it/);
      for (const detail of [email, '0509876543']) await visitor.post('/office/person/erase', { detail, confirmed: '1' });
      await isNowhere('Eeva', '987 6543');
      const [kept] = await database.query<{ email: string }>('SELECT email FROM feedback WHERE id = $1', [other.id]);
      assert.equal(kept?.email, 'other@example.fi');
      for (const { id } of receipts) assert.ok((await deeds(id)).includes('erase'));
    });
  });

  describe('keeps a log', () => {
    test('of each view, photo, export and change, under the token\'s name, without what a person wrote', async () => {
      const { id } = await receive({ ...FULL, message: 'Lokitettu viesti' }, { photos: [PNG] });
      const visitor = await enter();
      await visitor.visit('/office');
      await visitor.post('/office/find', { search: 'Lokitettu', state: 'all' });
      await visitor.visit('/office?state=all&search=1');
      await visitor.visit(page(id));
      await visitor.get(`${page(id)}/photos/0`);
      await (await visitor.get('/office/messages.csv?state=all&search=1')).text();
      await visitor.visit('/office/person');
      await visitor.post('/office/person', { detail: 'Maija@example.fi' });
      const log = await readLog(database, { limit: 7 });
      assert.deepEqual(log.map(({ action }) => action), ['person', 'export', 'photo', 'view', 'list', 'list', 'list'].slice(0, 7));
      assert.equal(new Set(log.map(({ actor }) => actor)).size, 1);
      for (const line of [log[0], log[1], log[4]]) assert.ok(line?.detail.ids?.includes(id), line?.action);
      const whole = JSON.stringify(await database.query('SELECT * FROM office_log'));
      for (const text of ['Lokitettu', 'Maija', 'example.fi', '040 123']) assert.ok(!whole.includes(text), text);
      const html = textOf(await visitor.visit('/office/log'));
      assert.match(html, /Looked up a person/);
    });

    test('that can only grow', async () => {
      const before = await readLog(database, { limit: 1000 });
      for (const sql of ["UPDATE office_log SET actor = 'x'", 'DELETE FROM office_log', 'TRUNCATE office_log']) await assert.rejects(database.query(sql), { code: '42501' }, sql);
      assert.deepEqual(await readLog(database, { limit: 1000 }), before);
    });

    test('without a line there is no sight: they stand or fall together', async () => {
      const { id } = await receive({ message: 'Näkymätön' });
      const visitor = await enter();
      await database.query('ALTER TABLE office_log RENAME TO office_log_away');
      const responses = [await visitor.get(page(id)), await visitor.get('/office'), await visitor.post(`${page(id)}/erase`)];
      await database.query('ALTER TABLE office_log_away RENAME TO office_log');
      for (const response of responses) {
        assert.equal(response.status, 500);
        assert.ok(!(await response.text()).includes('Näkymätön'));
      }
      const [row] = await database.query<{ message: string }>('SELECT message FROM feedback WHERE id = $1', [id]);
      assert.equal(row?.message, 'Näkymätön');
    });
  });

  describe('exports', () => {
    const rowsOf = async (response: Response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf], 'Excel takes it for UTF-8');
      return [...csvRows(new TextDecoder().decode(bytes))];
    };

    test('what Excel opens in Finland, and no formula', async () => {
      await database.query('DELETE FROM feedback');
      const formulas = ['=HYPERLINK("http://evil.example";"x")', '+358', '-1+1', '@SUM(A1)', '\t=1+1', '＝1+1'];
      const next = () => void (now = new Date(now.getTime() + 1000));
      for (const message of formulas) {
        next();
        await receive({ ...FULL, message, contact: { name: message.trim(), phone: '040 123 4567' }, answerBy: 'phone' });
      }
      next();
      await receive({ message: 'Rivi yksi; "lainaus"\n\nRivi kaksi' });
      const visitor = await enter();
      const response = await visitor.get('/office/messages.csv?state=all');
      assert.match(response.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8$/);
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.]+\.csv"$/);
      const [header = [], ...rows] = await rowsOf(response);
      assert.equal(rows.length, formulas.length + 1);
      assert.ok(rows.every((row) => row.length === header.length));
      const column = (name: string) => rows.map((row) => row[header.indexOf(name)]!);
      for (const cell of [...column('Message'), ...column('Name'), ...column('Phone')].filter(Boolean)) assert.doesNotMatch(cell, /^[=+\-@＝]/);
      assert.deepEqual(column('Message').slice(0, 2).map((cell) => cell.trim()), formulas.slice(0, 2));
      assert.equal(column('Message').at(-1), 'Rivi yksi; "lainaus"\nRivi kaksi');
      assert.match(column('Received')[0]!, /^2026-\d\d-\d\d \d\d:\d\d$/);
      assert.equal(column('Phone')[0], '\t040 123 4567', 'it keeps its 0');
    });

    test('words and no codes', async () => {
      await receive({ ...FULL, message: 'Osta halvalla' }, { proof: proofHeader({ seconds: 40, trap: 'x' }) });
      const visitor = await enter();
      const [header = [], row = []] = await rowsOf(await visitor.get('/office/messages.csv?state=all&suspicion=only'));
      const cell = (name: string) => row[header.indexOf(name)];
      assert.deepEqual([cell('Answers to the questions'), cell('Suspicion')], ['Pylvään numero: P 12\nMikä on vialla?: Vilkkuu', 'a field that no person sees was filled in']);
    });

    test('the same messages as the list shows', async () => {
      await receive({ topic: 'saavutettavuus', message: 'Vain tämä' });
      const visitor = await enter();
      const [, ...rows] = await rowsOf(await visitor.get('/office/messages.csv?state=all&topic=saavutettavuus'));
      assert.equal(rows.length, 1);
      assert.ok(rows[0]!.includes('Vain tämä'));
    });

    test('to a program with a token, in its language', async () => {
      const fetchWith = (authorization: string) => app.sendUnchecked('/office/messages.csv?state=all&lang=fi', { headers: { Authorization: authorization } });
      const may = await createToken(database, now, 'Nightly export', ['feedback:export']);
      const mayNot = await createToken(database, now, 'Reader', ['feedback:read']);
      const [header] = await rowsOf(await fetchWith(`Bearer ${may}`));
      assert.ok(header!.includes('Saapunut'));
      assert.equal((await fetchWith(`Bearer ${mayNot}`)).status, 403);
      assert.equal((await fetchWith('Bearer nothing')).status, 401);
      const [line] = await readLog(database, { limit: 1 });
      assert.deepEqual([line?.actor, line?.action], ['Nightly export', 'export']);
    });
  });

  test('shows photos that cannot act as a page', async () => {
    const { id } = await receive({}, { photos: [PNG] });
    const visitor = await enter();
    const response = await visitor.get(`${page(id)}/photos/0`);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), Buffer.from(PNG));
    assert.equal(response.headers.get('content-type'), 'image/png');
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="[\w-]+-1\.png"$/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal((await visitor.get(`${page(id)}/photos/1`)).status, 404);
    await database.query("UPDATE feedback_photo SET type = 'text/html' WHERE feedback_id = $1", [id]);
    assert.equal((await visitor.get(`${page(id)}/photos/0`)).headers.get('content-type'), 'application/octet-stream');
  });
});

test('each language has every sentence, and fills in the same places', () => {
  for (const words of Object.values(WORDS)) {
    for (const [key, sentence] of Object.entries(words)) {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
      assert.deepEqual(places(sentence), places(WORDS.en[key as keyof typeof WORDS.en]), key);
      assert.ok(sentence.trim(), key);
    }
  }
});

