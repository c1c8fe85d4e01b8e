import { html } from 'hono/html';
import { textField } from './fields.ts';
import { page, type FieldFault, type Html, type View } from './page.ts';

/** What somebody was writing when her session ended: it comes back after she has signed in. */
export interface Kept {
  /** The page that she was on. */
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}

export function signInPage(view: View, { kept, fault, notice }: { kept?: Kept | undefined; fault?: string | undefined; notice?: string | undefined } = {}): Html {
  const { words } = view;
  const faults: readonly FieldFault[] = fault ? [{ field: 'token', text: fault }] : [];
  return page(view, {
    title: words.login,
    faults,
    notice: fault ? undefined : (kept ? words.expired : notice),
    content: html`<p>${words.loginText}</p>
<form method="post" action="/office/login">
${textField({ name: 'token', type: 'password', label: words.token, faults })}
${kept ? html`<input type="hidden" name="kept-path" value="${kept.path}">${kept.fields.map(([name, value]) => html`<input type="hidden" name="kept-${name}" value="${value}">`)}` : ''}
<button>${words.login}</button>
</form>`,
  });
}
