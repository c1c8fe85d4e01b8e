import { html, nothing, type TemplateResult } from 'lit';
import type { AukioBuilder } from '../builder.ts';
import type { Draft } from '../draft.ts';
import { renderTable } from './mend-table.ts';
import { renderTexts, type PlacedText } from './mend-texts.ts';
import { step } from './parts.ts';

/** Sentences that are spelt out; who has more to mend sees the next when these are gone. */
const PROBLEMS = 40;

/** What was read, what is wrong with it, and the texts and tables in which it is mended. */
export function renderMend(builder: AukioBuilder): TemplateResult {
  const { reading, problems, draft } = builder;
  return step('mend', builder.word('step-mend'), html`
    ${reading ? renderResult(builder) : nothing}
    ${problems.length ? html`<ul class="problems">
      ${problems.slice(0, PROBLEMS).map(({ text, field }) => html`<li>${text} ${field ? html`<button type="button" class="quiet" @click=${() => builder.goTo(field)}>${builder.word('mend')}<span class="visually-hidden">: ${text}</span></button>` : nothing}</li>`)}
    </ul>` : nothing}
    ${problems.length > PROBLEMS ? html`<p>${builder.word('more-problems', { count: problems.length - PROBLEMS })}</p>` : nothing}
    ${draft ? renderBlocks(builder, draft) : nothing}
  `);
}

function renderResult(builder: AukioBuilder): TemplateResult {
  const { reading, problems } = builder;
  if (!reading?.accepted) return html`<p class="message error" id="result"><strong>${builder.word('result-nothing')}</strong></p>`;
  return html`<p class="message" id="result"><strong>${builder.word('result', { count: reading.accepted.count, problems: problems.length })}</strong></p>`;
}

/** Each table with what stands above it in the document: its focus, its line, its period. */
function renderBlocks(builder: AukioBuilder, { blocks }: Draft): TemplateResult[] {
  const parts: TemplateResult[] = [];
  let texts: PlacedText[] = [];
  let tables = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'text') {
      texts.push({ block, at });
      continue;
    }
    parts.push(renderTexts(builder, texts, { end: at, table: tables + 1 }), renderTable(builder, block, tables));
    texts = [];
    tables += 1;
  }
  return [...parts, renderTexts(builder, texts, { end: blocks.length, table: tables ? 'after' : 'none' })];
}
