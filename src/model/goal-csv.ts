import { csvLine, csvText, decimal, numberCell, textCell } from './csv-writing.ts';
import { reportIn } from './goal-report.ts';
import type { Actual, Detail, Goal, GoalReport, Judgement, Period } from './goals.ts';
import { textKey, wordingOf, type Text } from './text.ts';

/**
 * The columns of a city's table, under the names of the model: `target` and `value` hold the numbers of measures
 * and outcomes, `completion` per cent, all others texts.
 */
export type GoalColumn =
  | 'focus' | 'line' | 'goal' | 'measure' | 'target' | 'unit' | 'responsible' | 'actual' | 'value' | 'state' | 'forecast' | 'completion';

type Headers = Readonly<Record<GoalColumn, string>>;

interface Column {
  readonly header: string;
  /** The cell as it stands in the file. */
  readonly cellOf: (goal: Goal) => string;
}

type WordsOf = (text: Text | undefined) => string;

/**
 * Writes goals as the CSV that Excel opens in Finland: UTF-8 with BOM, `;`, CRLF, decimal comma.
 *
 * One row per goal, its measures as lines in their cells, since that is how it is read back: lines pair in order,
 * while a goal on several rows is taken for one repeated after a page break, and once. `headers` are words that
 * the reader knows; where a period has a label, the headers of what it reports carry it. Completion and
 * the city's further columns come only where there are any. Written in steps of a goal each.
 */
export function* goalsToCsv(
  goals: readonly Goal[],
  periods: readonly Period[],
  headers: Headers,
  lang: string,
): Generator<void, string, void> {
  const wordsOf: WordsOf = (text) => (text === undefined ? '' : wordingOf(text, lang).text);
  const columns = yield* goalColumns(goals, headers, wordsOf);
  for (const period of periods) columns.push(...(yield* periodColumns(goals, period, headers, wordsOf)));
  let csv = csvText([columns.map(({ header }) => textCell([header]))]);
  for (const goal of goals) {
    csv += csvLine(columns.map(({ cellOf }) => cellOf(goal)));
    yield;
  }
  return csv;
}

function* goalColumns(goals: readonly Goal[], headers: Headers, wordsOf: WordsOf): Generator<void, Column[], void> {
  return [
    { header: headers.focus, cellOf: ({ focus }) => textCell([wordsOf(focus)]) },
    { header: headers.line, cellOf: ({ line }) => textCell([wordsOf(line)]) },
    { header: headers.goal, cellOf: ({ title }) => textCell([wordsOf(title)]) },
    { header: headers.measure, cellOf: ({ measures }) => textCell(measures.map(({ text }) => wordsOf(text))) },
    { header: headers.target, cellOf: ({ measures }) => numberCell(measures.map(({ target }) => target)) },
    { header: headers.unit, cellOf: ({ measures }) => textCell(measures.map(({ unit }) => wordsOf(unit))) },
    { header: headers.responsible, cellOf: ({ responsible }) => textCell(responsible.map(wordsOf)) },
    ...(yield* detailColumns(goals, ({ details }) => details, wordsOf)),
  ];
}

function* periodColumns(
  goals: readonly Goal[],
  { id, label }: Period,
  headers: Headers,
  wordsOf: WordsOf,
): Generator<void, readonly Column[], void> {
  const column = (header: string, cellOf: (report: GoalReport, goal: Goal) => string): Column => ({
    header,
    cellOf: (goal) => {
      const report = reportIn(goal, id);
      return report ? cellOf(report, goal) : '';
    },
  });
  const columns = [
    column(headers.actual, (report, goal) => textCell(byMeasure(report, goal).map((actual) => wordsOf(actual?.text)))),
    column(headers.value, (report, goal) => numberCell(byMeasure(report, goal).map((actual) => actual?.value))),
    column(headers.state, ({ state }) => textCell([judgementWords(state, wordsOf)])),
    column(headers.forecast, ({ forecast }) => textCell([judgementWords(forecast, wordsOf)])),
    ...goals.some((goal) => reportIn(goal, id)?.completion !== undefined)
      ? [column(headers.completion, ({ completion }) => percentCell(completion))]
      : [],
    ...(yield* detailColumns(goals, (goal) => reportIn(goal, id)?.details ?? [], wordsOf)),
  ];
  return columns.map(({ header, cellOf }) => ({ header: `${header} ${wordsOf(label)}`, cellOf }));
}

function* detailColumns(goals: readonly Goal[], detailsOf: (goal: Goal) => readonly Detail[], wordsOf: WordsOf): Generator<void, readonly Column[], void> {
  const labels = new Map<string, Text>();
  for (const goal of goals) {
    for (const { label } of detailsOf(goal)) if (!labels.has(textKey(label))) labels.set(textKey(label), label);
    yield;
  }
  return [...labels].map(([key, label]) => ({
    header: wordsOf(label),
    cellOf: (goal) => textCell(
      detailsOf(goal)
        .filter((detail) => textKey(detail.label) === key)
        .flatMap(({ text }) => wordsOf(text).split('\n')),
    ),
  }));
}

/** A goal's outcomes in the order of its measures; as they came where not every one belongs to a measure of its own. */
function byMeasure({ actuals }: GoalReport, { measures }: Goal): readonly (Actual | undefined)[] {
  const paired = measures.map((_, measure) => actuals.find((actual) => actual.measure === measure));
  return actuals.every((actual) => paired.includes(actual)) ? paired : actuals;
}

/** The word and what was said with it, as it is read: the first punctuation ends the word. */
function judgementWords(judgement: Judgement<string> | undefined, wordsOf: WordsOf): string {
  return [wordsOf(judgement?.word), wordsOf(judgement?.note)].filter(Boolean).join(': ');
}

function percentCell(share: number | undefined): string {
  return share === undefined ? '' : `${decimal(Math.round(share * 1e4) / 100)} %`;
}
