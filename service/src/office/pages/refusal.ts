import { html } from 'hono/html';
import type { Scope } from '../scopes.ts';
import { page, say, type Html, type View } from './page.ts';

/** Why a page is not shown, and what helps. */
export function refusalPage(view: View, refusal: { readonly kind: 'notFound' | 'failed' | 'stale' } | { readonly kind: 'forbidden'; readonly scope: Scope }): Html {
  const { words } = view;
  return page(view, {
    title: words[refusal.kind],
    content: html`<p>${say(view, `${refusal.kind}Text`, refusal.kind === 'forbidden' ? { scope: refusal.scope } : {})}</p><p><a href="/office">${words.back}</a></p>`,
  });
}
