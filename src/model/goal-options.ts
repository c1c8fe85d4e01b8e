import type { Told } from './goal-collection.ts';
import { FIELDS } from './goal-fields.ts';
import { headerKey, type Status, type Synonyms } from './synonyms.ts';
import { folded } from './text.ts';

/**
 * Teaches a reading the editor's own words: `columns="Mål=goal;Läge=forecast"` and
 * `status-legend="●=on-track;K=Toteutuu osittain"`. A code that is a state and a forecast is what its column is.
 */
export async function teach(words: Synonyms, { columns, statusLegend }: { readonly columns?: string | undefined; readonly statusLegend?: string | undefined }, tell: Told): Promise<void> {
  for (const [header, name, value] of pairs(columns)) {
    const field = FIELDS.find((field) => field === name);
    if (field) words.columns.set(headerKey(header), { header, field, seen: false });
    else tell('columns-option-unknown', { value });
  }
  for (const [sign, word, value] of pairs(statusLegend)) {
    let status = words.statusNamed(word);
    if (!isKnown(status)) {
      await words.learn();
      status = words.statusNamed(word);
    }
    if (isKnown(status)) words.legend.set(folded(sign), { ...status, word });
    else tell('legend-option-unknown', { value });
  }
}

function isKnown({ state, forecast }: Status): boolean {
  return (state ?? forecast) !== undefined;
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
