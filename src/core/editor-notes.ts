import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { loadEditorMessages, type EditorMessageKey, type EditorMessages } from '../i18n/editor/languages.ts';
import type { Language } from '../i18n/languages.ts';
import type { FeedbackServiceFault } from '../model/feedback-services.ts';
import type { Fault, Place } from '../model/gate.ts';
import type { GoalFault } from '../model/goals.ts';
import type { DocumentFault, SourceErrorKind } from '../sources/errors.ts';

/** Faults of one kind that are spelt out; a column of 10,000 faulty cells needs no more to be understood. */
const EACH = 5;

type Code = GoalFault | DocumentFault | `source-${SourceErrorKind}` | 'attribute-value' | 'period-unknown' | 'csp' | FeedbackServiceFault | 'privacy-href-missing' | 'retention-days-missing' | 'no-endpoint';
/** Every code has its sentence: the compiler says here where one is missing. */
const keyOf = (code: Code): EditorMessageKey => code;

/** The editor's sentences of a widget's own faults, by code. */
export type EditorSentences = (language: Language) => Promise<Readonly<Record<string, string>>>;
type Sentences = EditorMessages & Readonly<Record<string, string>>;

/**
 * What the editor should mend, as a list; shown in preview only.
 * @param own sentences of the widget's own, which come before the general ones
 */
export function renderEditorNotes(faults: readonly Fault[], language: Language, own?: EditorSentences): unknown {
  if (!faults.length) return nothing;
  return until(Promise.all([loadEditorMessages(language), own?.(language)]).then(([general, more]) => render(faults, { ...general, ...more })), nothing);
}

/** What is said of one fault. */
export interface EditorNote {
  /** `Table 1, row 4, column “Goal”`; `''` where the fault is of the whole document. */
  readonly place: string;
  readonly text: string;
}

/** The same as notes by themselves, for who shows each beside what is to be mended. */
export async function editorNotes(faults: readonly Fault[], language: Language, own?: EditorSentences): Promise<readonly EditorNote[]> {
  const [general, more] = await Promise.all([loadEditorMessages(language), own?.(language)]);
  const messages = { ...general, ...more };
  return faults.map((fault) => note(fault, messages));
}

function render(faults: readonly Fault[], messages: Sentences): TemplateResult {
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

function sentence(fault: Fault, messages: Sentences): string {
  const { place, text } = note(fault, messages);
  return place ? `${place}: ${text}` : text;
}

function note(fault: Fault, messages: Sentences): EditorNote {
  // Not every browser tells where.
  const code = fault.code === 'not-json' && fault.values?.['line'] !== undefined ? 'not-json-at' : keyOf(fault.code as Code);
  const text = fill(messages[code], { ...quoted(fault.place), ...fault.values });
  return { place: fault.place ? where(fault.place, messages) : '', text };
}

function where(place: Place, messages: Sentences): string {
  const parts = (['sheet', 'table', 'item', 'row', 'column'] as const)
    // A sheet's name says more than its number.
    .filter((part) => place[part] !== undefined && !(part === 'table' && place.sheet !== undefined))
    .map((part) => fill(messages[`place-${part}`], { ...quoted(place) }));
  return parts.join(', ');
}

function quoted(place: Place | undefined): Place {
  return { ...place, ...(place?.column !== undefined && { column: unbroken(place.column) }) };
}

/** A header without the breaks inside its words: `Toteutuma- ennuste`, but not `Tavoite- ja tulostaulu`. */
export function unbroken(header: string): string {
  return header.replace(/(\p{L})[-‐] (?!(?:ja|tai|sekä|och|eller|samt|and|or)\s)(?=\p{Ll})/gu, '$1');
}

function fill(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (place: string, name: string) => String(values[name] ?? place));
}
