import type { GoalOptions } from './goals.ts';
import type { Told } from './goal-collection.ts';
import { FIELDS, headerKey, statusNamed, type Field, type Status } from './synonyms.ts';
import { folded } from './text.ts';

/** What a sign or a word of the editor's own means, and the word or code that she gave for it. */
export interface LegendEntry extends Status {
  readonly word: string;
}

/** A column that the editor's attribute names. */
export interface NamedColumn {
  readonly header: string;
  readonly field: Field;
  /** Whether a table has it; set by the one who finds it. */
  seen: boolean;
}

/** By header key. */
export type NamedColumns = ReadonlyMap<string, NamedColumn>;

/** By folded sign or word. */
export type Legend = ReadonlyMap<string, LegendEntry>;

/** Reads `columns="Mål=goal;Läge=forecast"`. */
export function namedColumns({ columns }: GoalOptions, tell: Told): NamedColumns {
  const named = new Map<string, NamedColumn>();
  for (const [header, name, value] of pairs(columns)) {
    const field = FIELDS.find((field) => field === name);
    if (field) named.set(headerKey(header), { header, field, seen: false });
    else tell('columns-option-unknown', { value });
  }
  return named;
}

/** Reads `status-legend="●=on-track;K=Toteutuu osittain"`. A code that is a state and a forecast is what its column is. */
export function legendOf({ statusLegend }: GoalOptions, tell: Told): Legend {
  const legend = new Map<string, LegendEntry>();
  for (const [sign, meaning, value] of pairs(statusLegend)) {
    const status = statusNamed(meaning);
    if (status.state ?? status.forecast) legend.set(folded(sign), { ...status, word: meaning });
    else tell('legend-option-unknown', { value });
  }
  return legend;
}

/** The pairs of an option, each with how it was written. */
function pairs(option = ''): readonly (readonly [name: string, value: string, written: string])[] {
  return option
    .split(';')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim(), pair];
    });
}
