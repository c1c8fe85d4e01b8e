import { editorNotes } from '../src/core/editor-notes.ts';
import type { Language } from '../src/i18n/languages.ts';
import type { Fault } from '../src/model/gate.ts';
import { cellAt, type Draft } from './draft.ts';
import type { BuilderWidget } from './widgets.ts';

/** A fault in an editor's words, with the field in which it is mended. */
export interface Problem {
  readonly text: string;
  readonly field: string | undefined;
}

/** Faults that an option answers. */
const OPTION_OF: Readonly<Record<string, string>> = { 'period-missing': 'period', 'body-missing': 'body', 'as-of-missing': 'as-of', 'status-wordless': 'status-legend', 'legend-option-unknown': 'status-legend', 'columns-option-unknown': 'columns', 'column-missing': 'columns' };

/** @param own what the builder itself says of a fault; `''` where it says nothing */
export async function problemsOf(faults: readonly Fault[], { sentences }: BuilderWidget, draft: Draft | undefined, language: Language, own: (fault: Fault) => string): Promise<readonly Problem[]> {
  const notes = await editorNotes(faults, language, sentences);
  return faults.map((fault, at) => {
    const { place, text } = notes[at]!;
    const said = own(fault) || text;
    return { text: place ? `${place}: ${said}` : said, field: fieldOf(fault, draft) };
  });
}

function fieldOf({ code, place, values }: Fault, draft: Draft | undefined): string | undefined {
  const cell = place && draft && cellAt(draft, place);
  if (cell) return `cell-${cell.table}-${cell.row}-${cell.column}`;
  const option = OPTION_OF[code] ?? (code === 'attribute-value' || code === 'period-unknown' ? String(values?.['name']) : undefined);
  return option && `option-${option}`;
}
