import { html, nothing, type TemplateResult } from 'lit';
import type { Casting } from './casting.ts';

/** What has become of the ballot since the choices were made. */
export function renderChanges({ host, taken: { stale, missing } }: Casting): TemplateResult | typeof nothing {
  const { say, word } = host.speaker;
  if (!stale && !missing.length) return nothing;
  return html`<div class="message caution">
    ${stale ? html`<p>${say('rules-changed')}</p>` : nothing} ${missing.length ? html`<p>${say('taken-out', { projects: missing.map(({ title }) => word(title).text).join(', ') })}</p>` : nothing}
  </div>`;
}
