import { isGlued, numberIn, percentIn } from './goal-cells.ts';
import type { GoalDraft, MeasureDraft, ReportDraft } from './goal-collection.ts';
import type { Column } from './goal-columns.ts';
import { joined, type Row } from './goal-row.ts';
import type { Measure } from './goals.ts';
import type { Field } from './goal-fields.ts';
import { isSaid, textKey, wordingsOf, type Text } from './text.ts';

/** What a row says of one outcome, before it is known which measure it belongs to. */
export interface Outcome {
  readonly text?: Text | undefined;
  readonly value?: number | undefined;
}

/** The measures of a row, and the columns whose lines do not fit beside them. */
export function measuresIn(row: Row, columns: readonly Column[]): { readonly measures: readonly Measure[]; readonly misfits: readonly Column[] } {
  const measure = columnOf(columns, 'measure');
  const target = columnOf(columns, 'target');
  const number = columnOf(columns, 'target-number');
  const levels = wordsAndNumbers(row, target, number);
  const units = row.texts(columnOf(columns, 'unit'));
  const own = row.texts(measure);
  const texts = own.length ? own : levels.texts;
  if (measure) tellGlued(row, measure);
  const count = texts.length || levels.numbers.length || units.length;
  const fits = (list: readonly unknown[]) => !list.length || list.length === count;
  const measures = [...Array(count).keys()].map((n): Measure => {
    const text = texts[n] ?? '';
    const level = own.length && fits(levels.texts) ? (levels.texts[n] ?? '') : '';
    const value = fits(levels.numbers) ? levels.numbers[n] : undefined;
    const unit = units.length === 1 ? units[0] : fits(units) ? units[n] : undefined;
    return {
      text: !isSaid(level) ? text : isSaid(text) ? joined(text, level, ': ') : level,
      ...(value !== undefined && { target: value }),
      ...(unit !== undefined && isSaid(unit) && { unit }),
    };
  });
  const misfits = [fits(levels.texts) ? undefined : target, fits(levels.numbers) ? undefined : (number ?? target)].filter((column) => column !== undefined);
  for (const column of misfits) row.tellOf(column)('unpaired', { measures: count, values: row.texts(column).length });
  return { measures, misfits };
}

/**
 * The outcomes of a row for one period, in lists: words and numbers in one where they go together, else apart.
 * Each list is paired with the measures on its own.
 */
export function outcomesIn(row: Row, columns: readonly Column[]): readonly (readonly Outcome[])[] {
  const actual = columnOf(columns, 'actual');
  const { texts, numbers } = wordsAndNumbers(row, actual, columnOf(columns, 'actual-number'));
  if (actual) tellGlued(row, actual);
  const outcomes = (length: number, words: readonly Text[], values: readonly (number | undefined)[]) =>
    [...Array(length).keys()].map((n): Outcome => ({ text: words[n], value: values[n] }));
  return texts.length && numbers.length && texts.length !== numbers.length
    ? [outcomes(texts.length, texts, []), outcomes(numbers.length, [], numbers)]
    : [outcomes(texts.length || numbers.length, texts, numbers)];
}

/** Adds a measure, or what is new of one that the goal has. Returns its index. */
export function addMeasure(goal: GoalDraft, { text, target, unit }: Measure): number {
  const same = goal.measures.findIndex((measure) =>
    textKey(measure.text) === textKey(text) && (target === undefined || measure.target === undefined || measure.target === target));
  const measure: MeasureDraft = goal.measures[same] ?? { text };
  if (target !== undefined) measure.target ??= target;
  if (unit !== undefined) measure.unit ??= unit;
  return same < 0 ? goal.measures.push(measure) - 1 : same;
}

/** Adds an outcome, unless the report has it. */
export function addActual({ actuals }: ReportDraft, { text, value }: Outcome, measure: number | undefined): void {
  const said = text !== undefined && isSaid(text) ? text : undefined;
  if (said === undefined && value === undefined) return;
  const known = actuals.some((actual) => actual.value === value && actual.measure === measure && textKey(actual.text) === textKey(said));
  if (!known) actuals.push({ ...(said !== undefined && { text: said }), ...(value !== undefined && { value }), ...(measure !== undefined && { measure }) });
}

/** Adds what a column says under its own header, unless the report has it. */
export function addDetail({ details }: ReportDraft, label: Text, text: Text): void {
  if (!details.some((detail) => textKey(detail.label) === textKey(label) && textKey(detail.text) === textKey(text))) details.push({ label, text });
}

export function columnOf(columns: readonly Column[], field: Field): Column | undefined {
  return columns.find((column) => column.field === field);
}

/** The words of one column and the numbers of another, or those that the words' cell holds as data. */
function wordsAndNumbers(row: Row, words: Column | undefined, number: Column | undefined): { texts: readonly Text[]; numbers: readonly (number | undefined)[] } {
  const numbers = row.numbers(number);
  const texts = [...row.texts(words), ...(numbers ? [] : row.texts(number))];
  const value = row.value(words);
  // Excel keeps 75 % as 0.75: the text says it better.
  if (numbers?.length || value === undefined || texts.some((text) => percentIn(textKey(text)) !== undefined)) return { texts, numbers: numbers ?? [] };
  return { texts: texts.filter((text) => numberIn(textKey(text)) !== value), numbers: [value] };
}

function tellGlued(row: Row, column: Column): void {
  const glued = row.texts(column).flatMap(wordingsOf).find(isGlued);
  if (glued) row.tellOf(column)('glued', { value: glued.length > 80 ? `${glued.slice(0, 80)}…` : glued });
}
