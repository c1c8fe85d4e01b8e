import { html, type TemplateResult } from 'lit';
import type { AukioBuilder } from '../builder.ts';
import { WIDGETS } from '../widgets.ts';
import { choiceField, step } from './parts.ts';

const UI = [['fi', 'Suomi'], ['sv', 'Svenska'], ['en', 'English']] as const;

/** What the builder is, in which language it speaks, and which widget is made. */
export function renderChoose(builder: AukioBuilder): TemplateResult {
  const { widget, uiLanguage } = builder;
  return html`<header>
      <div class="languages" role="group" aria-label=${builder.word('ui-language')}>
        ${UI.map(([lang, name]) => html`<button type="button" lang=${lang} aria-pressed=${lang === uiLanguage} @click=${() => (builder.lang = lang)}>${name}</button>`)}
      </div>
      <h1>${builder.word('title')}</h1>
      <p class="lead">${builder.word('lead')}</p>
      <p class="hint">${builder.word('privacy')}</p>
    </header>
    ${step('choose', builder.word('step-choose'), [
      choiceField('widget', builder.word('widget'), widget, WIDGETS.map((name) => [name, builder.word(`widget-${name}`)] as const), (name) => builder.choose(name)),
      html`<p>${builder.word(`about-${widget}`)}</p>`,
    ])}`;
}
