import { html, nothing, type TemplateResult } from 'lit';
import { saveFile } from '../../src/core/save-file.ts';
import type { AukioBuilder } from '../builder.ts';
import { CMS, cmsOf, type Form } from '../cms.ts';
import { tablesOf } from '../draft.ts';
import { cleanFile, type FileType } from '../downloads.ts';
import { choiceField, flagField, step, textField } from './parts.ts';

/** Where it goes, what is still missing, the snippet and the cleaned files. */
export function renderSnippet(builder: AukioBuilder): TemplateResult {
  const { cms, forms, form, kind, draft, snippet, checks } = builder;
  return step('snippet', builder.word('step-snippet'), html`
    ${choiceField('cms', builder.word('cms'), cms, CMS.map(({ id }) => [id, builder.word(`cms-${id}`)] as const), (id) => (builder.cms = id), builder.word('cms-hint'))}
    ${kind.tables && draft ? choiceField('place', builder.word('place'), builder.place, [['inline', builder.word('place-inline')], ['file', builder.word('place-file')]], (place) => (builder.place = place)) : nothing}
    ${form ? nothing : html`<div class="message error" id="no-form"><p>${builder.word(cms === 'sharepoint' ? 'no-form-frame' : 'no-form')}</p></div>`}
    ${forms.length > 1 && form ? choiceField('form', builder.word('form'), form, forms.map((option) => [option, builder.word(`form-${option}`)] as const), (option) => (builder.chosenForm = option)) : nothing}
    ${form ? renderFields(builder, form) : nothing}
    ${checks.length ? html`<div class="message" id="checks"><p><strong>${builder.word('checks')}</strong></p>
      <ul>${checks.map(({ code, field, values }) => html`<li>${builder.wordFor(`check-${code}`, values)} <button type="button" class="quiet" @click=${() => builder.goTo(field)}>${builder.word('mend')}<span class="visually-hidden">: ${builder.wordFor(`check-${code}`, values)}</span></button></li>`)}</ul></div>` : nothing}
    ${builder.mended && draft && builder.dataPlace === 'file' ? html`<p class="message">${builder.word('mended-file')}</p>` : nothing}
    ${snippet === undefined ? html`<p class="hint">${builder.word('snippet-missing')}</p>` : renderText(builder, snippet)}
    ${renderDownloads(builder)}
  `);
}

function renderFields(builder: AukioBuilder, form: Form): TemplateResult {
  const { dataPlace } = builder;
  const linked = form === 'link' || form === 'link-next' || form === 'frame' || dataPlace !== 'inline';
  return html`
    ${dataPlace === 'inline' ? nothing : textField('address', builder.word(builder.widget === 'budget-vote' ? 'address-page' : 'address'), builder.address, (address) => (builder.address = address), { hint: builder.wordFor('address-hint'), type: 'url' })}
    ${linked ? textField('link-text', builder.word(form === 'frame' ? 'frame-title' : 'link-text'), builder.linkText, (text) => (builder.linkText = text), { hint: builder.word(form === 'frame' ? 'frame-title-hint' : 'link-text-hint') }) : nothing}
    ${form === 'frame' ? textField('folder', builder.word('folder'), builder.folder, (folder) => (builder.folder = folder), { hint: builder.word('folder-hint'), type: 'url' }) : nothing}
    ${form === 'link-next' ? html`
      ${textField('page', builder.word('page'), builder.page, (page) => (builder.page = page), { hint: builder.word(cmsOf(builder.cms).wholeAddresses ? 'page-hint-needed' : 'page-hint'), type: 'url' })}
      ${flagField('more-follows', builder.word('more-follows'), builder.moreFollows, (checked) => (builder.moreFollows = checked))}` : nothing}
  `;
}

function renderText(builder: AukioBuilder, snippet: string): TemplateResult {
  const { cms, form } = builder;
  return html`<div class="field">
      <label for="snippet-text">${builder.word('snippet')}</label>
      <p class="hint" id="snippet-hint">${builder.word(`how-${cms}`)}</p>
      <textarea id="snippet-text" class="code" rows=${Math.min(16, snippet.split('\n').length + 1)} readonly spellcheck="false" aria-describedby="snippet-hint" .value=${snippet}></textarea>
      <p class="actions"><button type="button" class="primary" @click=${() => copy(builder, snippet)}>${builder.word('copy')}</button> ${builder.copied ? html`<span>${builder.word(builder.copied)}</span>` : nothing}</p>
    </div>
    ${form === 'frame' ? nothing : html`<p>${builder.word('loader')}</p><pre class="code"><code>&lt;script type="module" src="/aukio/aukio.js"&gt;&lt;/script&gt;</code></pre>`}`;
}

async function copy(builder: AukioBuilder, snippet: string): Promise<void> {
  const box = builder.renderRoot.querySelector<HTMLTextAreaElement>('#snippet-text');
  let copied = true;
  try {
    await navigator.clipboard.writeText(snippet);
  } catch {
    // There is no such clipboard on a page without https: the selection is copied, or left for Ctrl+C.
    box?.focus();
    box?.select();
    copied = document.execCommand('copy');
  }
  builder.tellCopied(snippet, copied ? 'copied' : 'not-copied');
}

function renderDownloads(builder: AukioBuilder): TemplateResult | typeof nothing {
  const { reading, kind } = builder;
  if (!reading?.accepted?.count || !kind.tables) return nothing;
  return html`<div role="group" aria-labelledby="downloads">
    <h3 class="h3" id="downloads">${builder.word('downloads')}</h3>
    <p class="hint">${builder.word('downloads-hint')}</p>
    <p class="actions">
      ${builder.draft && tablesOf(builder.draft).length ? html`<button type="button" @click=${() => save(builder, 'xlsx')}>${builder.word('download-xlsx')}</button>
      <button type="button" @click=${() => save(builder, 'csv')}>${builder.word('download-csv')}</button>` : nothing}
      <button type="button" @click=${() => save(builder, 'json')}>${builder.word('download-json')}</button>
    </p>
  </div>`;
}

async function save(builder: AukioBuilder, type: FileType): Promise<void> {
  const { reading, draft, widget, contentLang } = builder;
  if (!reading?.accepted) return;
  const name = builder.word(widget === 'channel-directory' ? 'file-channels' : 'file-goals');
  const { content, mediaType } = await cleanFile(type, { name, lang: contentLang, data: reading.accepted.data, draft, goals: widget === 'goal-status' });
  saveFile(`${name}.${type}`, content, mediaType);
}
