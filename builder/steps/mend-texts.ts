import { html, nothing, type TemplateResult } from 'lit';
import type { TextBlock } from '../../src/model/document.ts';
import type { AukioBuilder } from '../builder.ts';
import type { Mender } from '../mender.ts';
import { linesOf, withLink, withText } from '../mending.ts';
import { renderRemoved, textField } from './parts.ts';

/** A text outside tables, and its index among all blocks. */
export interface PlacedText {
  readonly block: TextBlock;
  readonly at: number;
}

/** Where a group of texts stands. */
interface Group {
  /** The index of the block that comes after it, or how many there are. */
  readonly end: number;
  /** The number of the table below it; `after` the last table, or in a document that has `none`. */
  readonly table: number | 'after' | 'none';
}

/** More than these are folded away: a report may have pages of text before its first table. */
const OPEN = 8;
/** About how many letters a line holds, for browsers whose fields do not grow by themselves. */
const LINE = 70;

/** The texts between two tables, each in a field of its own, and a button for one more. */
export function renderTexts(builder: AukioBuilder, texts: readonly PlacedText[], { end, table }: Group): TemplateResult {
  const name = typeof table === 'number' ? builder.word('texts-above', { number: table }) : builder.word(table === 'after' ? 'texts-after' : 'texts-alone');
  const id = `texts-${end}`;
  const start = texts[0]?.at ?? end;
  const { removed } = builder.mender;
  const removedAt = removed?.key.startsWith('text-') ? Number(removed.key.slice('text-'.length)) : undefined;
  const isHere = removedAt !== undefined && removedAt >= start && removedAt <= end;
  const before = (at: number): TemplateResult | typeof nothing => (isHere && removedAt === at ? renderRemoved(builder) : nothing);
  const list = html`${texts.map(({ block, at }, index) => html`${before(at)}${renderText(builder, block, at, index + 1)}`)}${before(end)}`;
  const hint = table === 1 && builder.widget === 'goal-status' ? html`<p class="hint" id="${id}-hint">${builder.word('texts-hint')}</p>` : nothing;
  return html`<div class="mend-texts" role="group" aria-labelledby=${id} aria-describedby=${hint === nothing ? nothing : `${id}-hint`}>
    ${texts.length > OPEN
      ? html`<details><summary id=${id}>${name} (${texts.length})</summary>${hint}${list}</details>`
      : html`<p class="group-name" id=${id}>${name}</p>${hint}${list}`}
    <p><button type="button" class="quiet" id="add-text-${end}" @click=${() => builder.mender.addText(end)}>${builder.word('add-text')}<span class="visually-hidden">: ${name}</span></button></p>
  </div>`;
}

function renderText(builder: AukioBuilder, { text, level, item, links = [], lang }: TextBlock, at: number, number: number): TemplateResult {
  const { mender } = builder;
  const name = builder.word(level ? 'text-heading' : item ? 'text-item' : 'text-paragraph', { number });
  return html`<div class="mend-text">
      <textarea
        id="text-${at}"
        class=${level ? 'heading-text' : ''}
        rows=${Math.min(6, Math.ceil(text.length / LINE) || 1)}
        lang=${lang ?? builder.contentLang}
        aria-label=${name}
        .value=${text}
        @change=${(event: Event) => changeText(mender, at, event.target as HTMLTextAreaElement)}
      ></textarea>
      <button type="button" class="quiet" id="remove-text-${at}" @click=${() => mender.removeText(at)}>${builder.word('remove')}<span class="visually-hidden"> ${name}</span></button>
    </div>
    ${links.map((link, index) => textField(`link-${at}-${index}`, builder.word('link-address', { text: link.text }), link.href, (href) => mender.change((draft) => withLink(draft, at, index, href)), { type: 'url' }))}`;
}

function changeText(mender: Mender, at: number, field: HTMLTextAreaElement): void {
  const { value } = field;
  // Further lines get fields of their own; where the first is as it was, nothing else takes them out of this one.
  field.value = linesOf(value)[0] ?? '';
  mender.change((draft) => withText(draft, at, value));
}
