import { html, nothing, type TemplateResult } from 'lit';
import type { AukioBuilder } from '../builder.ts';

/** A field of text with its label and, below it, what helps to fill it in. */
export function textField(id: string, label: string, value: string, changed: (value: string) => void, { hint = '', type = 'text', placeholder = '' }: { readonly hint?: string; readonly type?: 'text' | 'url' | 'number' | 'date'; readonly placeholder?: string } = {}): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <input id=${id} type=${type} .value=${value} placeholder=${placeholder || nothing} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(event: Event) => changed((event.target as HTMLInputElement).value)} />
  </div>`;
}

/** A choice of one from a list. */
export function choiceField<Value extends string>(id: string, label: string, value: Value, values: readonly (readonly [value: Value, label: string])[], changed: (value: Value) => void, hint = ''): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <select id=${id} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(event: Event) => changed((event.target as HTMLSelectElement).value as Value)}>
      ${values.map(([option, text]) => html`<option value=${option} ?selected=${option === value} .selected=${option === value}>${text}</option>`)}
    </select>
  </div>`;
}

/** Something that is so or not. */
export function flagField(id: string, label: string, checked: boolean, changed: (checked: boolean) => void): TemplateResult {
  return html`<div class="choice">
    <input id=${id} type="checkbox" .checked=${checked} @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)} />
    <label for=${id}>${label}</label>
  </div>`;
}

/** In the place of what was taken out: that it is gone, and how it comes back. */
export function renderRemoved(builder: AukioBuilder): TemplateResult {
  const { mender } = builder;
  const text = mender.removed?.text ?? '';
  return html`<p class="removed-note">${text} <button type="button" class="quiet" id="undo" @click=${() => mender.undo()}>${builder.word('undo')}<span class="visually-hidden">: ${text}</span></button></p>`;
}

/** A step. Its style sheet counts it: not every step is there at once. */
export function step(id: string, title: string, content: unknown): TemplateResult {
  return html`<section class="step" aria-labelledby="step-${id}">
    <h2 class="h2" id="step-${id}" tabindex="-1"><span class="number"></span> ${title}</h2>
    ${content}
  </section>`;
}
