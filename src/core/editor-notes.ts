import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { loadEditorMessages, type EditorMessageKey, type EditorMessages } from '../i18n/editor/languages.ts';
import type { Language } from '../i18n/languages.ts';
import type { Fault, Place } from '../model/gate.ts';
import type { GoalFault } from '../model/goals.ts';
import type { DocumentFault, SourceErrorKind } from '../sources/errors.ts';

/** Faults of one kind that are spelt out; a column of 10,000 faulty cells needs no more to be understood. */
const EACH = 5;

type Code = GoalFault | DocumentFault | `source-${SourceErrorKind}` | 'attribute-value' | 'period-unknown' | 'csp';
/** Every code has its sentence: the compiler says here where one is missing. */
const keyOf = (code: Code): EditorMessageKey => code;

/** What the editor should mend, as a list; shown in preview only. */
export function renderEditorNotes(faults: readonly Fault[], language: Language): unknown {
  return faults.length ? until(loadEditorMessages(language).then((messages) => render(faults, messages)), nothing) : nothing;
}

function render(faults: readonly Fault[], messages: EditorMessages): TemplateResult {
  const kinds = new Map<string, Fault[]>();
  for (const fault of faults) kinds.set(fault.code, [...(kinds.get(fault.code) ?? []), fault]);
  return html`<div class="message notes no-print" part="notes" role="group" aria-label=${messages.title}>
    <p><strong>${messages.title}</strong> ${messages.lead}</p>
    <ul>
      ${[...kinds.values()].flatMap((same) => [
        ...same.slice(0, EACH).map((fault) => html`<li>${sentence(fault, messages)}</li>`),
        same.length > EACH ? html`<li>${fill(messages.more, { count: same.length - EACH })}</li>` : nothing,
      ])}
    </ul>
  </div>`;
}

function sentence(fault: Fault, messages: EditorMessages): string {
  // Not every browser tells where.
  const code = fault.code === 'not-json' && fault.values?.['line'] !== undefined ? 'not-json-at' : keyOf(fault.code as Code);
  const text = fill(messages[code], { ...fault.place, ...fault.values });
  const place = fault.place ? where(fault.place, messages) : '';
  return place ? `${place}: ${text}` : text;
}

function where(place: Place, messages: EditorMessages): string {
  const parts = (['sheet', 'table', 'item', 'row', 'column'] as const)
    // A sheet's name says more than its number.
    .filter((part) => place[part] !== undefined && !(part === 'table' && place.sheet !== undefined))
    .map((part) => fill(messages[`place-${part}`], { ...place }));
  return parts.join(', ');
}

function fill(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (place: string, name: string) => String(values[name] ?? place));
}
