import type { Cell } from './document.ts';
import type { Place } from './gate.ts';
import { numberIn, percentIn } from './goal-cells.ts';
import type { GoalCollection, GoalDraft, PeriodDraft, ReportDraft } from './goal-collection.ts';
import { DETAILS, type Column } from './goal-columns.ts';
import { isStrange, judge, readJudgement, type JudgementKind } from './goal-judgements.ts';
import { addActual, addDetail, addMeasure, columnOf, measuresIn, outcomesIn } from './goal-outcomes.ts';
import { Row } from './goal-row.ts';
import type { Surroundings } from './goal-surroundings.ts';
import { periodOf } from './periods.ts';
import type { Field } from './goal-fields.ts';
import type { Synonyms } from './synonyms.ts';
import { isSaid, textKey, wordingsOf, type Languages, type Text } from './text.ts';

/** What all tables of one document share. */
export interface DocumentReading {
  readonly goals: GoalCollection;
  readonly around: Surroundings;
  readonly words: Synonyms;
  readonly languages: Languages;
}

/** The columns under one header row, and which period each of them reports. */
export interface Columns {
  readonly all: readonly Column[];
  /** The period of the table, which columns without one of their own report. */
  readonly own: PeriodDraft;
  readonly byPeriod: ReadonlyMap<PeriodDraft, readonly Column[]>;
}

/** Reads the rows below a header row, each into a goal of its own or into the goal above it. */
export class GoalRows {
  #goal: GoalDraft | undefined;
  readonly #here = new Set<GoalDraft>();
  /** The goal's measures that the row, or else the one above, has. */
  #measures: readonly number[] = [];
  /** Judgements that come from outcomes which say nothing else; given up when another outcome does. */
  readonly #derived = new Map<ReportDraft, JudgementKind>();

  constructor(
    private readonly reading: DocumentReading,
    private columns: Columns,
    private readonly placeOf: (row: number, column?: Text) => Place,
  ) {}

  /** Goes on under another header row. */
  under(columns: Columns): void {
    this.columns = columns;
    this.end();
  }

  /** No further row belongs to the goal above. */
  end(): void {
    this.#goal = undefined;
  }

  /** Whether a row judges its goal in words of no dictionary that has been learnt. */
  isStrange(cells: readonly Cell[]): boolean {
    return this.columns.all.some(({ field, parts }) => (field === 'state' || field === 'forecast') && parts.some(({ at }) => isStrange(cells[at]?.lines ?? [], this.reading.words)));
  }

  /** Reads one row; undefined where it names no goal and follows none. */
  read(cells: readonly Cell[], number: number): GoalDraft | undefined {
    const { goals, languages } = this.reading;
    const cell = cells[this.#column('goal')?.parts[0]?.at ?? -1];
    const continues = this.#goal !== undefined && (cell?.spannedFrom === 'above' || !cell?.lines.length);
    const row = new Row(cells, continues, languages, (column) => (code, values) => goals.note(code, this.placeOf(number, column.header), values));
    if (!continues) this.#goal = this.#begin(row);
    if (this.#goal) this.#fill(this.#goal, row);
    else goals.skip('row-without-goal', this.placeOf(number));
    return this.#goal;
  }

  #begin(row: Row): GoalDraft | undefined {
    const { goals, around } = this.reading;
    const focus = row.whole(this.#column('focus'), ' ');
    if (focus !== undefined) around.enter(focus);
    around.line = row.whole(this.#column('line'), ' ') ?? around.line;
    const title = row.whole(this.#column('goal'), ' ');
    if (title === undefined) return undefined;
    const idColumn = this.#column('id');
    const id = row.whole(idColumn, '-');
    const identity = { title, focus: around.focus, line: around.line, id: id && wordingsOf(id)[0] };
    const known = goals.known(identity);
    const clash = known && idColumn && this.#here.has(known) && textKey(known.title) !== textKey(title);
    if (clash) row.tellOf(idColumn)('id-twice', { value: known.id });
    const goal = known && !clash ? known : goals.add(identity);
    this.#here.add(goal);
    this.#measures = [];
    return goal;
  }

  #fill(goal: GoalDraft, row: Row): void {
    const { goals } = this.reading;
    const { all, own, byPeriod } = this.columns;
    const named = row.whole(this.#column('period'), ' ');
    const ownReport = goals.report(goal, named === undefined ? own : goals.period(periodOf(named)));
    for (const name of row.texts(this.#column('responsible')).filter(isSaid)) {
      if (!goal.responsible.some((other) => textKey(other) === textKey(name))) goal.responsible.push(name);
    }
    const above = this.#measures;
    const { measures, misfits } = measuresIn(row, all);
    if (measures.length) this.#measures = measures.map((measure) => addMeasure(goal, measure));
    else if (!above.length && goal.measures.length === 1) this.#measures = [0];
    for (const column of misfits) this.#addDetail(ownReport, column, row);
    for (const [period, columns] of byPeriod) {
      const report = period === own ? ownReport : columns.some((column) => row.says(column)) ? goals.report(goal, period) : undefined;
      if (!report) continue;
      // A merged outcome beside several measures belongs to none of them alone.
      if (measures.length && row.spans(columnOf(columns, 'actual'))) {
        for (const actual of report.actuals) if (above.includes(actual.measure ?? -1)) delete actual.measure;
      }
      this.#addOutcomes(report, columns, row);
      this.#addJudgements(report, columns, row);
      for (const column of columns) if (DETAILS.includes(column.field)) this.#addDetail(report, column, row);
    }
    row.cells.forEach((cell, at) => {
      if (cell.spannedFrom) return;
      const column = all.find(({ parts }) => parts.some((part) => part.at === at));
      if (!column) addUnheaded(ownReport, cell);
      for (const link of cell.links ?? []) goals.addLink(goal, link, row.tellOf(column ?? all[0]!));
    });
  }

  #addOutcomes(report: ReportDraft, columns: readonly Column[], row: Row): void {
    const column = columnOf(columns, 'actual') ?? columnOf(columns, 'actual-number');
    if (!column) return;
    const mine = this.#measures;
    for (const outcomes of outcomesIn(row, columns)) {
      const paired = mine.length === 1 || mine.length === outcomes.length;
      if (mine.length && outcomes.length && !paired) row.tellOf(column)('unpaired', { measures: mine.length, values: outcomes.length });
      outcomes.forEach((outcome, n) => addActual(report, outcome, paired ? mine[mine.length === 1 ? 0 : n] : undefined));
    }
  }

  #addJudgements(report: ReportDraft, columns: readonly Column[], row: Row): void {
    const { words } = this.reading;
    const derived = this.#derived.get(report);
    if (derived) delete report[derived];
    this.#derived.delete(report);
    const said: (readonly [JudgementKind, Column, readonly Text[]])[] = [];
    for (const column of columns) {
      const { field } = column;
      if (field === 'completion') this.#addCompletion(report, column, row);
      if (field !== 'state' && field !== 'forecast') continue;
      const texts = row.texts(column).filter(isSaid);
      const share = texts.length === 1 ? percentIn(textKey(texts[0])) : undefined;
      if (share !== undefined) report.completion ??= share;
      else said.push([field, column, texts]);
    }
    // What stands in its own column comes first: the other has to make way.
    const isElsewhere = ([kind, , [first]]: (typeof said)[number]) => Number(first !== undefined && readJudgement(first, kind, words).kind !== kind);
    if (said.length > 1) said.sort((a, b) => isElsewhere(a) - isElsewhere(b));
    for (const [kind, column, texts] of said) judge(report, kind, texts, words, row.tellOf(column), row.isWordless(column));
    this.#derive(report, columnOf(columns, 'actual'), row);
  }

  /** `Toteutunut` alone is an outcome and the state; every outcome of the goal has to say so. */
  #derive(report: ReportDraft, column: Column | undefined, row: Row): void {
    if (!column) return;
    const [first, ...others] = report.actuals.map(({ text }) => readJudgement(text ?? '', 'state', this.reading.words));
    if (!first?.code || report[first.kind] || others.some(({ kind, code }) => kind !== first.kind || code !== first.code)) return;
    Object.assign(report, { [first.kind]: { code: first.code, word: first.word } });
    this.#derived.set(report, first.kind);
    if (first.kind === 'forecast') row.tellOf(column)('forecast-in-other-column', { value: wordingsOf(first.word)[0] ?? '' });
  }

  #addCompletion(report: ReportDraft, column: Column, row: Row): void {
    const text = wordingsOf(row.texts(column)[0] ?? '')[0] ?? '';
    const number = numberIn(text) ?? row.value(column);
    // Excel's own per cent is a fraction; a person writes 75.
    const share = percentIn(text) ?? (number === undefined || number <= 1 ? number : number / 100);
    if (share !== undefined && share >= 0 && share <= 1) {
      report.completion ??= share;
      return;
    }
    if (share === undefined && text) row.tellOf(column)('not-a-number', { value: text });
    this.#addDetail(report, column, row);
  }

  #addDetail(report: ReportDraft, column: Column, row: Row): void {
    const text = row.whole(column, '\n');
    if (text !== undefined) addDetail(report, column.header, text);
  }

  #column(field: Field): Column | undefined {
    return columnOf(this.columns.all, field);
  }
}

/** What stands beyond the header row is kept, under no header. */
function addUnheaded(report: ReportDraft, { lines }: Cell): void {
  if (lines.length) addDetail(report, '', lines.join('\n'));
}
