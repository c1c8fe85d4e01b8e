import assert from 'node:assert/strict';
import type { Database } from '../src/database/database.ts';
import { SCOPES, type Scope } from '../src/office/scopes.ts';
import { createToken } from '../src/office/tokens.ts';
import type { Send } from './contract.ts';

/** A browser as far as the pages of the city's side need one: it keeps cookies and sends the forms that it was given. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** The page that was read last. */
  html = '';

  constructor(private readonly send: Send, private readonly origin = 'http://localhost') {}

  async get(path: string): Promise<Response> {
    return this.#keep(await this.send(this.origin + path, { headers: this.#headers() }));
  }

  /** Follows where it leads, as a browser does. */
  async visit(path: string): Promise<string> {
    const response = await this.get(path);
    return response.status === 303 ? this.visit(response.headers.get('location')!) : this.html;
  }

  /** Sends a form with the key that its page carries. */
  async post(path: string, fields: Readonly<Record<string, string>> = {}, key = /name="key" value="([^"]+)"/.exec(this.html)?.[1]): Promise<Response> {
    const body = new URLSearchParams({ ...(key !== undefined && { key }), ...fields });
    return this.#keep(await this.send(this.origin + path, { method: 'POST', headers: this.#headers(), body }));
  }

  async signIn(token: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.post('/office/login', { token, ...fields });
  }

  #headers(): Record<string, string> {
    return { 'Accept-Language': 'en', Cookie: Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join('; ') };
  }

  async #keep(response: Response): Promise<Response> {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    if (response.headers.get('content-type')?.startsWith('text/html')) this.html = await response.clone().text();
    return response;
  }
}

let made = 0;

/** Somebody who has signed in and looks at the list, or at the first page that she may see. */
export async function signedIn(database: Database, send: Send, scopes: readonly Scope[] = SCOPES): Promise<Visitor> {
  const visitor = new Visitor(send);
  const response = await visitor.signIn(await createToken(database, new Date(), `Token ${++made}`, scopes));
  assert.equal(response.status, 303);
  await visitor.visit(response.headers.get('location')!);
  return visitor;
}

/** What stands in the page, without tags and with entities resolved. */
export function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ');
}
