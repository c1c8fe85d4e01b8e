import { html } from 'hono/html';
import type { Html, View } from './page.ts';

/** Links to the page before and after. */
export function pages({ words }: View, number: number, last: number, pathOf: (number: number) => string): Html | '' {
  if (last < 2) return '';
  return html`<nav class="pages" aria-label="${words.pages}"><ul>
${number > 1 ? html`<li><a rel="prev" href="${pathOf(number - 1)}">${words.previous}</a></li>` : ''}
${number < last ? html`<li><a rel="next" href="${pathOf(number + 1)}">${words.next}</a></li>` : ''}
</ul></nav>`;
}
