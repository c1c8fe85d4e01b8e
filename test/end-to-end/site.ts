import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const EMBED = fileURLToPath(new URL('../../dist/embed/', import.meta.url));

/** As strict as a city's policy can be. @param pictures where they lie @param service the origin of a service elsewhere */
const policy = (pictures: string, service: string): string => `default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src ${pictures}; connect-src 'self' ${service}`.trimEnd();

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript' };

/** What an editor has uploaded: a report, and a picture for a ballot. */
export const GOALS = '/tiedostot/tavoitteet.json';
export const PICTURE = '/tiedostot/keinut.svg';
const UPLOADED: Readonly<Record<string, readonly [type: string, content: string]>> = {
  [GOALS]: ['application/json', '{"lang":"fi","goals":[{"title":"Rantareitti valaistaan"}]}'],
  [PICTURE]: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'],
};

/**
 * What happens to a feedback on its way. It happens between the browser and the service, so that it is the same in every
 * browser; the service has stored the feedback in all of them but the first.
 * - `cut`: the connection is lost before anything has reached the service.
 * - `unanswered`: the connection is lost before the answer has come back.
 * - `error`: the answer is a 500 of something in between.
 * - `held`: the answer waits until `release` or `drop`.
 */
export type Fault = 'cut' | 'unanswered' | 'error' | 'held';

/** A city's website, with the service behind its own origin as a proxy before it does it, and with the faults of a network. */
export class Site {
  /** The service's base address. */
  service: string;
  /** The base address that its forms send to. */
  endpoint = '/api/';
  /** Nothing of the site is reached: not its pages, not its scripts, not the service. */
  unreachable = false;
  /** What happens to feedback as long as it stands here: browsers try a lost connection again by themselves. */
  fault: Fault | undefined;
  /** How often a feedback was sent here. */
  attempts = 0;
  /** The service has answered a feedback, which may not have been passed on. */
  readonly stored: () => Promise<void>;

  readonly #server = createServer((asked, answer) => this.#serve(asked, answer));
  #answers = 0;
  #onAnswer = new Set<() => void>();
  #held: { readonly pass: () => void; readonly cut: () => void } | undefined;

  private constructor(service: string) {
    this.service = service;
    this.stored = () => new Promise((resolve) => (this.#answers ? resolve() : this.#onAnswer.add(resolve)));
  }

  /** Opens until the test is over. @param service its base address */
  static async open(service = ''): Promise<Site> {
    const site = new Site(service);
    site.#server.listen(0, '127.0.0.1');
    await once(site.#server, 'listening');
    after(() => {
      site.#server.close();
      site.#server.closeAllConnections();
    });
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets the held answer go. */
  release(): void {
    this.#held?.pass();
  }

  /** Loses the held answer with its connection. */
  drop(): void {
    this.#held?.cut();
  }

  #serve(asked: IncomingMessage, answer: ServerResponse): void {
    const path = new URL(asked.url ?? '/', 'http://localhost').pathname;
    const html = this.#pages()[path];
    const uploaded = UPLOADED[path];
    const part = /^\/aukio\/((?:frame\/)?[\w-]+\.(css|html|js))$/.exec(path);
    if (this.unreachable) asked.socket.destroy();
    else if (html !== undefined) answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy(this.origin + PICTURE, URL.canParse(this.endpoint) ? new URL(this.endpoint).origin : '') }).end(html);
    else if (part) answer.writeHead(200, { 'Content-Type': TYPES[part[2]!] }).end(readFileSync(EMBED + part[1]!));
    else if (uploaded) answer.writeHead(200, { 'Content-Type': uploaded[0] }).end(uploaded[1]);
    else if (path.startsWith('/api/')) this.#pass(path.slice('/api/'.length), asked, answer);
    else answer.writeHead(404).end();
  }

  #pages(): Readonly<Record<string, string>> {
    const widget = (more = ''): string =>
      page(`<aukio-feedback-form endpoint="${this.endpoint}" privacy-href="/tietosuoja/" debug="false" ${more}>Soita neuvontaan 05 555 1000.</aukio-feedback-form>`);
    const vote = (more = ''): string =>
      page(`<aukio-budget-vote endpoint="${this.endpoint}" privacy-href="/tietosuoja/" debug="false" ${more}>Äänestä kirjastossa.</aukio-budget-vote>`);
    const result = (more = ''): string =>
      page(`<aukio-source url="${this.endpoint}"><aukio-budget-results debug="false" ${more}>Tulos on kirjastossa.</aukio-budget-results></aukio-source>`);
    return {
      '/': page('<p>Merilehto on kaupunki meren rannalla.</p>'),
      '/palaute/': widget(),
      '/palaute/tilanne/': widget('view="status"'),
      '/kirjasto/': widget('shared-device'),
      '/aanestys/': vote(),
      '/aanestys/puisto/': vote('ballot="puisto"'),
      '/tulos/': result(),
      '/tulos/ranta/': result('ballot="ranta"'),
      '/tavoitteet/': page(`<script type="module" src="/aukio/frame/host.js"></script><iframe data-aukio-frame title="Tavoitteet" src="/aukio/goal-status.html?src=${GOALS}"></iframe>`),
    };
  }

  #pass(path: string, asked: IncomingMessage, answer: ServerResponse): void {
    const feedback = path === 'feedback' && asked.method === 'POST';
    const fault = feedback ? this.fault : undefined;
    if (feedback) this.attempts += 1;
    if (fault === 'cut') {
      asked.socket.destroy();
      return;
    }
    const cut = (): void => void asked.socket.destroy();
    const onward = request(new URL(path, this.service), { method: asked.method, headers: asked.headers }, (answered) => {
      const pieces: Buffer[] = [];
      answered.on('data', (piece: Buffer) => pieces.push(piece));
      answered.on('error', cut);
      answered.on('end', () => {
        if (feedback) this.#answered();
        const pass = (): void => void answer.writeHead(answered.statusCode ?? 502, plain(answered.headers)).end(Buffer.concat(pieces));
        if (fault === 'unanswered') cut();
        else if (fault === 'error') answer.writeHead(500, { 'Content-Type': 'text/html' }).end('<h1>Internal Server Error</h1>');
        else if (fault === 'held') this.#held = { pass, cut };
        else pass();
      });
    });
    onward.on('error', cut);
    asked.pipe(onward);
  }

  #answered(): void {
    this.#answers += 1;
    for (const resolve of this.#onAnswer) resolve();
    this.#onAnswer.clear();
  }
}

/** What holds for one connection alone is not passed on. */
function plain({ connection: _connection, 'keep-alive': _keep, 'transfer-encoding': _encoding, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}

function page(content: string): string {
  return `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><title>Merilehto</title><script type="module" src="/aukio/aukio.js"></script></head>
<body><h1>Merilehto</h1>${content}</body>
</html>`;
}
