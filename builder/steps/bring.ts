import { html, nothing, type TemplateResult } from 'lit';
import type { AukioBuilder } from '../builder.ts';
import { step } from './parts.ts';

/** What was pasted last: the box shows its text, the clipboard held more. */
let pasted: { readonly text: string; readonly markup: string } | undefined;

/** Paste, drop a file or give an address; also an old snippet. */
export function renderBring(builder: AukioBuilder): TemplateResult {
  const { kind } = builder;
  return step('bring', builder.word('step-bring'), html`
    <p>${builder.word(kind.tables ? 'bring-tables' : 'bring-json')}</p>
    <div class="field">
      <label for="paste">${builder.word('paste')}</label>
      <p class="hint" id="paste-hint">${builder.word(kind.tables ? 'paste-hint' : 'paste-hint-json')}</p>
      <textarea id="paste" rows="5" spellcheck="false" aria-describedby="paste-hint" @paste=${(event: ClipboardEvent) => paste(event, builder)}></textarea>
      <p class="actions"><button type="button" id="read-pasted" @click=${(event: Event) => read(event, builder)}>${builder.word('read-pasted')}</button></p>
    </div>
    <div class="field drop" @dragover=${hover} @dragleave=${leave} @drop=${(event: DragEvent) => drop(event, builder)}>
      <label for="file">${builder.word('file')}</label>
      <p class="hint" id="file-hint">${builder.word('file-hint')}</p>
      <input id="file" type="file" accept=${kind.tables ? '.docx,.xlsx,.csv,.json,.html,.htm,.txt' : '.json'} aria-describedby="file-hint" @change=${(event: Event) => choose(event, builder)} />
    </div>
    <form class="field" novalidate @submit=${(event: SubmitEvent) => fetchAddress(event, builder)}>
      <label for="url">${builder.word('url')}</label>
      <p class="hint" id="url-hint">${builder.word('url-hint')}</p>
      <input id="url" name="url" type="url" inputmode="url" autocomplete="off" aria-describedby="url-hint" />
      <p class="actions"><button type="submit">${builder.word('fetch')}</button></p>
    </form>
    <p class="actions"><button type="button" class="quiet" id="sample" @click=${() => builder.bringSample()}>${builder.word('sample')}</button></p>
    ${builder.refused ? html`<p class="message error" id="refused">${builder.refused}</p>` : nothing}
    ${builder.others ? html`<p class="message" id="other-snippets">${builder.word('other-snippets', { count: builder.others })}</p>` : nothing}
    ${builder.aside.replaced ? html`<p class="message">${builder.word('replaced')} <button type="button" class="quiet" id="bring-back" @click=${() => builder.aside.bringBack()}>${builder.word('bring-back')}</button></p>` : nothing}
    ${builder.busy ? html`<p class="message">${builder.word('busy')}</p>` : nothing}
  `);
}

function paste(event: ClipboardEvent, builder: AukioBuilder): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const markup = event.clipboardData?.getData('text/html') ?? '';
  // The source of a page, copied out of a code editor, is coloured HTML of that source.
  const rich = /<(?:table|ul|ol|a)\b/i.test(markup) && !text.trimStart().startsWith('<');
  pasted = { text, markup: rich ? markup : '' };
  if (rich) void builder.bringMarkup(markup);
  else if (text.trim()) void builder.bringText(text);
}

function read(event: Event, builder: AukioBuilder): void {
  const { value } = (event.target as Element).closest('.field')!.querySelector('textarea')!;
  const same = pasted?.markup && plain(value) === plain(pasted.text);
  if (same) void builder.bringMarkup(pasted!.markup);
  else void builder.bringText(value);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function choose(event: Event, builder: AukioBuilder): void {
  const [file] = (event.target as HTMLInputElement).files ?? [];
  if (file) void builder.bringFile(file);
}

function hover(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as Element).classList.add('over');
}

function leave(event: DragEvent): void {
  (event.currentTarget as Element).classList.remove('over');
}

function drop(event: DragEvent, builder: AukioBuilder): void {
  event.preventDefault();
  leave(event);
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void builder.bringFile(file);
}

function fetchAddress(event: SubmitEvent, builder: AukioBuilder): void {
  event.preventDefault();
  const address = new FormData(event.target as HTMLFormElement).get('url');
  if (typeof address === 'string' && address.trim()) void builder.bringAddress(address);
}
