import { html, nothing, type TemplateResult } from 'lit';
import type { AukioBuilder } from '../builder.ts';
import { flagField, step } from './parts.ts';

const WIDTHS = ['phone', 'desktop'] as const;

/** The real widget at the width of a phone or a desk, light or dark. */
export function renderPreview(builder: AukioBuilder): TemplateResult {
  const { width, dark, kind, draft, json } = builder;
  const name = builder.word('preview-region');
  return step('preview', builder.word('step-preview'), html`
    <div class="toolbar" role="group" aria-label=${builder.word('preview-width')}>
      ${WIDTHS.map((option) => html`<button type="button" aria-pressed=${option === width} @click=${() => (builder.width = option)}>${builder.word(`width-${option}`)}</button>`)}
    </div>
    ${flagField('dark', builder.word('dark'), dark, (checked) => (builder.dark = checked))}
    ${!draft && json === undefined ? html`<p class="hint">${builder.word('preview-sample')}</p>` : nothing}
    ${kind.sends ? html`<p class="hint">${builder.word('preview-still')}</p>` : nothing}
    <div class="scroll stage ${dark ? 'dark' : 'light'}" role="region" tabindex="0" aria-label=${name}>
      <div class=${width} ?inert=${kind.sends}>${builder.stage.elementFor(builder)}</div>
    </div>
  `);
}
