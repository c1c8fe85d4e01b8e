import { reportIn, textKey } from './goal-report.ts';
import type { Actual, Detail, Goal, GoalReport, Judgement, Period } from './goals.ts';
import { tidy, wordingOf } from './text.ts';
import type { Text } from './text.ts';

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
 * the city's further columns come only where there are any.
 */
export function goalsToCsv(
  goals: readonly Goal[],
  periods: readonly Period[],
  headers: Headers,
  lang: string,
): string {
  const wordsOf: WordsOf = (text) => (text === undefined ? '' : wordingOf(text, lang).text);
  const columns = [
    ...goalColumns(goals, headers, wordsOf),
    ...periods.flatMap((period) => periodColumns(goals, period, headers, wordsOf)),
  ];
  const rows = [
    columns.map(({ header }) => textCell([header])),
    ...goals.map((goal) => columns.map(({ cellOf }) => cellOf(goal))),
  ];
  return `\uFEFF${rows.map((cells) => `${cells.join(';')}\r\n`).join('')}`;
}

function goalColumns(goals: readonly Goal[], headers: Headers, wordsOf: WordsOf): readonly Column[] {
  return [
    { header: headers.focus, cellOf: ({ focus }) => textCell([wordsOf(focus)]) },
    { header: headers.line, cellOf: ({ line }) => textCell([wordsOf(line)]) },
    { header: headers.goal, cellOf: ({ title }) => textCell([wordsOf(title)]) },
    { header: headers.measure, cellOf: ({ measures }) => textCell(measures.map(({ text }) => wordsOf(text))) },
    { header: headers.target, cellOf: ({ measures }) => numberCell(measures.map(({ target }) => target)) },
    { header: headers.unit, cellOf: ({ measures }) => textCell(measures.map(({ unit }) => wordsOf(unit))) },
    { header: headers.responsible, cellOf: ({ responsible }) => textCell(responsible.map(wordsOf)) },
    ...detailColumns(goals, ({ details }) => details, wordsOf),
  ];
}

function periodColumns(
  goals: readonly Goal[],
  { id, label }: Period,
  headers: Headers,
  wordsOf: WordsOf,
): readonly Column[] {
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
    ...detailColumns(goals, (goal) => reportIn(goal, id)?.details ?? [], wordsOf),
  ];
  return columns.map(({ header, cellOf }) => ({ header: `${header} ${wordsOf(label)}`, cellOf }));
}

function detailColumns(goals: readonly Goal[], detailsOf: (goal: Goal) => readonly Detail[], wordsOf: WordsOf): readonly Column[] {
  const labels = new Map<string, Text>();
  for (const { label } of goals.flatMap(detailsOf)) if (!labels.has(textKey(label))) labels.set(textKey(label), label);
  return Array.from(labels, ([key, label]) => ({
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

function textCell(lines: readonly string[]): string {
  return quoted(guarded(joined(lines.map(tidy))));
}

function numberCell(numbers: readonly (number | undefined)[]): string {
  const text = joined(numbers.map((number) => (number === undefined ? '' : decimal(number))));
  return numbers.length > 1 ? quoted(guarded(text)) : text;
}

function percentCell(share: number | undefined): string {
  return share === undefined ? '' : `${decimal(Math.round(share * 1e4) / 100)} %`;
}

function decimal(number: number): string {
  return String(number).replace('.', ',');
}

/** Lines of a cell. A dash holds the place of an empty one among others, so that the lines still pair. */
function joined(lines: readonly string[]): string {
  return lines.some(Boolean) ? lines.map((line) => line || '–').join('\n') : '';
}

/**
 * What Excel would not leave as text: what begins as a formula does (`- text` becomes `#NIMI?`), figures alone,
 * of which it makes dates and numbers (`2/3`, `11.4.`), and signs that nobody sees, past which it may look.
 */
const NOT_LEFT_AS_TEXT = /^(?:[=+\-@＝＋－＠\p{C}]|[\d\s.,:/%–-]+$)/u;

/**
 * Keeps a text a text by a tab before it, inside the quotes: OWASP's advice for Excel, since it outlives saving and opening
 * again. An apostrophe, the other common way, may not, and in a CSV file it is seen before every bullet.
 * Our reader drops the tab with all space around a text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function guarded(text: string): string {
  return NOT_LEFT_AS_TEXT.test(text) ? `\t${text}` : text;
}

function quoted(text: string): string {
  return text && `"${text.replaceAll('"', '""')}"`;
}
