import type { Context, MiddlewareHandler } from 'hono';
import type { Form } from './form.ts';
import { readForm } from './form.ts';
import type { Html, View } from './pages/page.ts';
import { may } from './pages/page.ts';
import { refusalPage } from './pages/refusal.ts';
import { signInPage, type Kept } from './pages/sign-in.ts';
import type { Scope } from './scopes.ts';
import { isFormKey, type Session } from './sessions.ts';

export interface OfficeEnv {
  Variables: {
    view: View;
    /** Of a POST. */
    form: Form;
  };
}

/** Somebody who has signed in and may do what she asks for. */
export interface Visit {
  readonly view: View;
  readonly session: Session;
}

/** Forms whose text is kept over a new sign-in, by the path that they are sent to. */
const KEPT_FORM = /^\/office\/(?:messages\/[0-9a-f-]{36}|ballots\/(?:[\w-]|%[0-9A-F]{2})+\/(?:enter\/(?:votes|totals)|batches\/[0-9a-f-]{36}\/correct))$/i;

/** Lets in who has signed in with a token of this scope, and a form only from a page of that session. */
export function allow(scope: Scope | undefined): MiddlewareHandler<OfficeEnv> {
  return async (c, next) => {
    const view = c.var.view;
    const form = c.req.method === 'POST' ? await readForm(c.req.raw) : undefined;
    if (!view.session) return form ? answer(c, signInPage(view, { kept: isForeign(c) ? undefined : keptOf(view.path, form) }), 401) : c.redirect('/office/login', 303);
    if (scope && !may(view, scope)) return answer(c, refusalPage(view, { kind: 'forbidden', scope }), 403);
    if (form) {
      if (!isFormKey(view.session, form.text('key'))) return answer(c, refusalPage(view, { kind: 'stale' }), 403);
      c.set('form', form);
    }
    return next();
  };
}

export function visitOf(c: Context<OfficeEnv>): Visit {
  const { view } = c.var;
  if (!view.session) throw new TypeError('Asked for a visit before anybody was let in.');
  return { view, session: view.session };
}

/** Every page holds personal data, or leads to it: no cache keeps it. */
export function answer(c: Context, html: Html, status: 200 | 401 | 403 | 404 | 409 | 422 | 500 | 503 = 200): Response | Promise<Response> {
  return c.html(html, status);
}

/** Whether another site's page sent this: it may neither sign anybody in as somebody else nor put words into a reply. */
export function isForeign(c: Context): boolean {
  return !['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'));
}

function keptOf(path: string, form: Form): Kept | undefined {
  if (!KEPT_FORM.test(path)) return undefined;
  return { path, fields: form.names().filter((name) => name !== 'key').map((name) => [name, form.text(name)]) };
}

/** What a sign-in form carried along. */
export function carriedOf(form: Form): Kept | undefined {
  const path = form.text('kept-path');
  if (!KEPT_FORM.test(path)) return undefined;
  const names = form.names().filter((name) => name.startsWith('kept-') && name !== 'kept-path');
  return { path, fields: names.map((name) => [name.slice('kept-'.length), form.text(name)]) };
}
