import type { Told } from './goal-collection.ts';
import { FIELDS } from './goal-fields.ts';
import { pairs } from './pairs.ts';
import { type Status, type Synonyms } from './synonyms.ts';
import { folded, headerKey } from './text.ts';

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
